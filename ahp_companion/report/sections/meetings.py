"""Meetings with their agreed actions; preceptorship, supervision and the rest in logs apart."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.meetings import (
    Action,
    Meeting,
    MeetingKind,
    happens_on,
    has_happened,
    has_passed,
    name,
)
from ...domain.preceptorship import Preceptorship
from ...domain.words import count, day, duration
from ..flowables import Mark, lead, meta, prose, record_heading
from ..parts import Part
from ..selection import Selection, grouped, names
from ..styles import BODY, MAIN_LEFT, META
from ..tables import Column, Layout, Row, table

ACTIONS = Layout(
    columns=(
        Column("Agreed action", 41),
        Column("Who", 28),
        Column("By", 29),
        Column("State", 27),
    ),
    left=MAIN_LEFT,
)
PLANNED = Layout(columns=(Column("Planned for", 45), Column("Meeting", 65), Column("With", 60)))
TITLES = {
    MeetingKind.PRECEPTORSHIP: "Meetings",
    MeetingKind.CLINICAL_SUPERVISION: "Clinical supervision",
    MeetingKind.LINE_MANAGEMENT: "Line management",
    MeetingKind.PEER_GROUP: "Peer group",
}
SAYS = {
    MeetingKind.PRECEPTORSHIP: "Preceptorship meetings, with what was agreed in them",
    MeetingKind.CLINICAL_SUPERVISION: "A log of its own, apart from preceptorship",
    MeetingKind.LINE_MANAGEMENT: "Meetings with my manager",
    MeetingKind.PEER_GROUP: "Meetings with peers",
}


def meetings(
    selection: Selection, held: Preceptorship | None, kind: MeetingKind, of: str
) -> Part | None:
    """Return the part with one log of one preceptorship, or of none; None for an empty log."""
    owner = held.id if held else None
    log = [
        each
        for each in selection.portfolio.all(Meeting)
        if each.preceptorship == owner and each.kind is kind
    ]
    if not log:
        return None
    actions = grouped(selection.portfolio.all(Action), "meeting")
    past = [each for each in log if has_happened(each)]
    planned = [each for each in log if not has_happened(each)]
    missed = [each for each in planned if has_passed(each, on=selection.on)]
    ahead = [each for each in planned if each not in missed]
    flowables = lead(_lead(past, missed, ahead))
    for each in past:
        flowables += _meeting(selection, held, each, actions.get(each.id, []))
    flowables += _planned(selection, held, missed, title="Planned, not recorded as held")
    flowables += _planned(selection, held, ahead, title="Still to come")
    return Part(
        title=TITLES[kind],
        says=SAYS[kind],
        flowables=flowables,
        of=of,
        is_short=kind is not MeetingKind.PRECEPTORSHIP,
    )


def _lead(past: Sequence[Meeting], missed: Sequence[Meeting], ahead: Sequence[Meeting]) -> str:
    together = sum(each.minutes or 0 for each in past)
    said = f"{count(len(past), 'meeting')} held" if past else "No meeting has been held yet"
    if together:
        said += f", {duration(together)} together"
    if missed:
        said += f"; {len(missed)} planned, not recorded as held"
    return f"{said}; {len(ahead)} still to come." if ahead else f"{said}."


def _meeting(
    selection: Selection, held: Preceptorship | None, meeting: Meeting, actions: Sequence[Action]
) -> list[Flowable]:
    people = names(selection, meeting.people, held)
    mix = meeting.mix.label.lower() if meeting.mix else ""
    said = [f"With {people}" if people else "", meeting.place, duration(meeting.minutes), mix]
    private = "private" if meeting.private else ""
    mark = Mark(key=f"meeting.{meeting.id}", title=name(meeting), level=1)
    return [
        *record_heading(name(meeting), day(happens_on(meeting)), mark),
        *meta([*said, private]),
        *prose(meeting.agenda, META, label="Agenda"),
        *prose(meeting.record, BODY, label="What we talked about"),
        *table(ACTIONS, [_row(each) for each in actions], label="What we agreed to do"),
    ]


def _row(action: Action) -> Row:
    return Row((action.words, action.owner, day(action.due_on) or "–", _state(action)))


def _state(action: Action) -> str:
    """Return what became of an action; a year is named once in a row."""
    if action.done_on is None:
        return "Open"
    done = day(action.done_on)
    if action.due_on and action.due_on.year == action.done_on.year:
        done = done.rpartition(" ")[0]
    return f"Done {done}"


def _planned(
    selection: Selection, held: Preceptorship | None, meetings: Sequence[Meeting], *, title: str
) -> list[Flowable]:
    rows = [
        Row((day(each.planned_on) or "No date yet", name(each),
             names(selection, each.people, held)))
        for each in meetings
    ]  # fmt: skip
    return table(PLANNED, rows, title=title)
