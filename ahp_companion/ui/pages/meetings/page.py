"""Meetings: planned and held, each in its own log, with what was agreed in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ....domain.changes import Change
from ....domain.cpd import CpdActivity
from ....domain.frameworks import agenda_for
from ....domain.listings import Listing
from ....domain.meetings import (
    Action,
    Meeting,
    MeetingKind,
    agenda_words,
    as_cpd,
    happens_on,
    has_passed,
    logged_as,
    name,
)
from ....domain.people import Person
from ....domain.plan import Need, Objective, to_talk_about
from ....domain.preceptorship import Preceptorship, Side, Status
from ....domain.preceptorship import name as name_of_preceptorship
from ....domain.words import count, day_and_month, duration, listed
from ...buttons import button
from ...desk import Desk
from ...dialogs.recurring import repeat
from ...filters import Filter, Narrowing, condition, each_of, equal, everything
from ...flow import FlowLayout
from ...record_page import Below, RecordPage, Shape
from ...rows import Row, State
from .action_rows import ActionRows
from .agenda import Agenda
from .form import meeting_fields

MOST_LOOKED_AT = 40


class MeetingRows:
    """What the list says of meetings; names and open actions are read once for all of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: Mapping[str, int] | None = None
        self._names: Mapping[str, str] | None = None

    def forget(self, _change: Change) -> None:
        """Read names and actions anew the next time."""
        self._open = self._names = None

    def row(self, meeting: Meeting) -> Row:
        """Return what the list says of a meeting."""
        names = self._names
        if names is None:
            names = self._names = self._all_names()
        wanted = (meeting.preceptorship or "", *meeting.people)
        people = [names[each] for each in wanted if names.get(each)]
        parts = (meeting.kind.label, duration(meeting.minutes), listed(people))
        return Row(
            when=day_and_month(happens_on(meeting)),
            title=name(meeting),
            detail=" · ".join(part for part in parts if part),
            state=self._state(meeting),
        )

    def _all_names(self) -> Mapping[str, str]:
        session = self._desk.session
        initials = {
            each.id: each.preceptee_initials
            for each in session.all(Preceptorship)
            if each.side is Side.PRECEPTOR
        }
        return initials | {each.id: each.name for each in session.all(Person)}

    def _state(self, meeting: Meeting) -> State:
        if self._open is None:
            actions = self._desk.session.all(Action)
            self._open = Counter(each.meeting or "" for each in actions if each.done_on is None)
        if has_passed(meeting, on=self._desk.session.today()):
            return State(icon="attention", word="Day has passed", role="warn")
        left = self._open.get(meeting.id, 0)
        if left:
            return State(icon="flag", word=f"{count(left, 'action')} open", role="warn")
        if meeting.held_on is None:
            return State(icon="calendar", word="To come")
        return State(icon="done", word="Held")


class AfterMeeting(Below):
    """What follows from a meeting: agreed actions, and what it is to a preceptor's own CPD."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._meeting: Meeting | None = None
        self.agreed = ActionRows(desk)
        self.cpd_button = button(
            desk, "Log this as CPD", self.log_as_cpd, icon="cpd", name="log-as-cpd"
        )
        self.repeat_button = button(
            desk, "Repeat this meeting…", self.repeat, icon="recurring", name="repeat"
        )
        line = FlowLayout()
        line.addWidget(self.repeat_button)
        line.addWidget(self.cpd_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(16))
        column.addWidget(self.agreed)
        column.addLayout(line)
        desk.session.changed.connect(self._follow)

    def show_record(self, record: Any) -> None:
        """Show what belongs to a meeting."""
        self._meeting = record
        self.agreed.show_meeting(record)
        self._offer(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self.agreed.flush()

    def repeat(self) -> None:
        """Plan the meeting again every so often, as one step that can be undone."""
        if self._meeting is not None:
            repeat(self, self._desk, self._meeting)

    def log_as_cpd(self) -> None:
        """Add the meeting to the owner's CPD once, naming nobody, and go there."""
        if self._meeting is None:
            return
        known = self._logged(self._meeting)
        activity = known or as_cpd(self._meeting)
        if known is not None or self._desk.session.add(activity):
            self._desk.go_to(activity)

    def _is_preceptors(self, meeting: Meeting) -> bool:
        preceptorship = self._desk.session.get(Preceptorship, meeting.preceptorship)
        return (
            meeting.held_on is not None
            and preceptorship is not None
            and preceptorship.side is Side.PRECEPTOR
        )

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            if self._meeting and edit.after is not None and edit.after.id == self._meeting.id:
                self._meeting = edit.after
                self._offer(edit.after)
        if self._meeting is not None and "cpd_activity" in change.kinds:
            self._offer(self._meeting)

    def _logged(self, meeting: Meeting) -> CpdActivity | None:
        session, when = self._desk.session, happens_on(meeting)
        if when is None:
            return None
        on = when.isoformat()
        activities = session.all(CpdActivity, started_on=on)
        return logged_as(meeting, activities, session.all(Meeting, held_on=on))

    def _offer(self, meeting: Meeting) -> None:
        is_preceptors = self._is_preceptors(meeting)
        self.cpd_button.setVisible(is_preceptors)
        if is_preceptors:
            logged = self._logged(meeting)
            words = "Logged as CPD: show it" if logged else "Log this as CPD"
            self.cpd_button.setText(words)
            self.cpd_button.setAccessibleName(words)
        self.repeat_button.setVisible(meeting.planned_on is not None and meeting.held_on is None)


class MeetingsPage(RecordPage):
    """The list of meetings and the meeting chosen; an action is shown in its meeting."""

    def __init__(self, desk: Desk) -> None:
        rows = MeetingRows(desk)
        # Connected before the list, which asks for its rows on the same change.
        desk.session.changed.connect(rows.forget)
        super().__init__(desk, shape(desk, rows))
        desk.session.changed.connect(self._show_rows)
        agenda = self.form.controls["agenda"]
        if isinstance(agenda, Agenda):
            agenda.asked.connect(self.use_agenda)

    def show_record(self, record: Any) -> None:
        """Show a meeting, or an agreed action in its meeting."""
        if not isinstance(record, Action):
            super().show_record(record)
            return
        meeting = self.desk.session.get(Meeting, record.meeting)
        if meeting is not None:
            super().show_record(meeting)
            self.under(AfterMeeting).agreed.go_to(record)

    def use_agenda(self) -> None:
        """Begin the agenda of the meeting shown with the usual points and what is still open."""
        self.form.flush()
        meeting = self.form.record
        if meeting is None or meeting.agenda.strip():
            return
        agenda = agenda_for(self.desk.session.catalogue, meeting.kind, meeting.stage)
        earlier = self._earlier(meeting)
        actions = [
            action
            for each in reversed(earlier)
            for action in self.desk.session.all(Action, meeting=each.id)
        ]
        points = agenda.points if agenda else ()
        words = agenda_words(points, next(iter(earlier), None), actions, self._plan(meeting))
        self.desk.session.set(meeting, agenda=words)
        self.form.controls["agenda"].set_value(words)

    def _plan(self, meeting: Meeting) -> tuple[str, ...]:
        """Return what of the plan is to be talked about; supervision and others have their own."""
        session = self.desk.session
        if meeting.kind is not MeetingKind.PRECEPTORSHIP or not meeting.preceptorship:
            return ()
        return to_talk_about(
            session.all(Objective, preceptorship=meeting.preceptorship),
            session.all(Need, preceptorship=meeting.preceptorship),
            on=meeting.planned_on or session.today(),
        )

    def _earlier(self, meeting: Meeting) -> list[Meeting]:
        same: dict[str, Any] = {"kind": meeting.kind.value, "preceptorship": meeting.preceptorship}
        listing = Listing(record=Meeting, order=("happens_on",), equal=same, conditions=("held",))
        held: Sequence[Meeting] = self.desk.session.listed(listing, MOST_LOOKED_AT)
        # What was said in private is not carried into a meeting that may leave.
        return [
            each for each in held if each.id != meeting.id and (meeting.private or not each.private)
        ]

    def _show_rows(self, change: Change) -> None:
        if change.kinds & {"action", "person"}:
            self.filters.refresh(self.desk.session.count, self.listing)
            self.view.viewport().update()


def meetings_page(desk: Desk) -> MeetingsPage:
    """Return the page of all meetings."""
    return MeetingsPage(desk)


def shape(desk: Desk, rows: MeetingRows) -> Shape:
    """Return what the page of meetings is made of."""
    return Shape(
        title="Meetings",
        record=Meeting,
        order=("happens_on",),
        row=rows.row,
        fields=meeting_fields(desk),
        make=partial(new_meeting, desk),
        add="Add meeting",
        icon="meetings",
        empty_title="Your meetings will live here, planned and held",
        empty_words="An agenda before, three lines after, and what each of you will do next. "
        "Preceptorship and clinical supervision are kept as separate logs.",
        filters=filters(desk),
        below=(AfterMeeting,),
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over the meetings."""
    return (
        Filter(
            name="kinds",
            label="Kinds of meeting",
            choices=each_of("All kinds", "kind", MeetingKind),
        ),
        Filter(
            name="preceptorships", label="Preceptorships", choices=partial(_preceptorships, desk)
        ),
        Filter(
            name="to-come",
            label="To come",
            choices=(Narrowing(words="", narrow=condition("to come")),),
        ),
        Filter(
            name="actions",
            label="Actions open",
            choices=(Narrowing(words="", narrow=condition("actions open")),),
        ),
    )


def new_meeting(desk: Desk) -> Meeting:
    """Return the meeting that a press on the button begins: today, in what is under way."""
    under_way = desk.session.all(Preceptorship, status=Status.UNDER_WAY.value)
    # Of several, nobody but the owner can know which is meant.
    current = under_way[0] if len(under_way) == 1 else None
    is_mine = current is not None and current.side is Side.PRECEPTEE
    return Meeting(
        planned_on=desk.session.today(),
        preceptorship=current.id if current else None,
        people=(current.preceptor,) if current and is_mine and current.preceptor else (),
    )


def _preceptorships(desk: Desk) -> Sequence[Narrowing]:
    held = desk.session.all(Preceptorship)
    return [
        everything("All preceptorships"),
        *(
            Narrowing(words=name_of_preceptorship(each), narrow=equal("preceptorship", each.id))
            for each in held
        ),
        Narrowing(words="No preceptorship", narrow=equal("preceptorship", None)),
    ]
