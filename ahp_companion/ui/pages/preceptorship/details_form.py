"""The details of a preceptorship: who, which change, where, how long and why so long."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from ....domain.changes import Change, Edit
from ....domain.meetings import Meeting, held_on
from ....domain.parts import meeting_edits, part_edits
from ....domain.people import Person
from ....domain.plan import Need, Objective, Strength
from ....domain.practitioner import Workplace
from ....domain.preceptorship import (
    SUGGESTED_MONTHS,
    Milestone,
    Preceptorship,
    Side,
    Status,
    Transition,
    name,
    needs_reason,
    rescaled,
    usual_milestones,
)
from ....domain.words import sentence
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.moments import Day, Number
from ...fields.texts import Line, Text
from ...forms import Field
from ...remark import Remark
from ...session import Session
from .end_remark import end_words

LONGEST_MONTHS = 120
MOST_WTE = 200
ON_PLAN = (Strength, Need, Objective)
ENDED = frozenset({Status.FINISHED, Status.ENDED_EARLY})


def detail_fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a preceptorship, the change first and the rest after."""
    return (
        Field(
            name="title",
            label="",
            make=partial(Line, is_title=True, placeholder="Give it a name, if you like"),
        ),
        Field(name="side", label="Whose preceptorship", make=partial(_words, values=Side)),
        *_preceptee_fields(),
        Field(name="transition", label="The change", make=partial(_words, values=Transition)),
        Field(
            name="starter_remark",
            label="",
            make=partial(Remark, warns=False, icon="preceptorship"),
            read=partial(_starter_words, desk),
            shown=partial(_says, _starter_words, desk),
        ),
        Field(name="transition_words", label="In your own words", make=partial(Text, lines=2)),
        Field(
            name="follows",
            label="Goes on from",
            help="An earlier preceptorship: what it left open can be brought over under Before.",
            make=_earlier,
            shown=partial(_has_others, desk),
        ),
        Field(name="from_setting", label="From", make=_setting),
        Field(name="to_setting", label="To", make=_setting, beside=True),
        Field(
            name="workplace",
            label="Workplace",
            help="Workplaces are kept under your name, at the foot of the sidebar.",
            make=_workplace,
        ),
        *_length_fields(),
        *_status_fields(desk),
        *_hours_fields(desk),
    )


def save_preceptorship(session: Session, before: Any, after: Any) -> bool:
    """Save a preceptorship with the milestones and parts that move with it; return whether so."""
    first, *others = edits_of(session, before, after)
    if not others:
        return session.edit(before, after, goes_on=True)
    return session.apply(Change(words="Changed preceptorship", edits=(first, *others)))


def edits_of(session: Session, before: Any, after: Any) -> tuple[Edit, ...]:
    """Return the edit of a preceptorship, and after it those of what moves with it."""
    return (
        Edit(before=before, after=after),
        *part_edits(
            before,
            after,
            people=session.all(Person),
            preceptorships=session.all(Preceptorship),
        ),
        *_milestone_edits(session, before, after),
        *meeting_edits(before, after, session.all(Meeting, preceptorship=after.id)),
    )


def profession_choice(desk: Desk) -> Choice:
    """Return a control that chooses one of the professions."""

    def options() -> Iterable[tuple[Any, str]]:
        return [(each.code, each.name) for each in desk.session.catalogue.professions.values()]

    return Choice(desk, options, nothing="Not chosen yet", empty="")


def _preceptee_fields() -> tuple[Field, ...]:
    return (
        Field(
            name="preceptee_initials",
            label="Their initials",
            help="Initials only, here and everywhere else in your portfolio.",
            make=Line,
            beside=True,
            shown=_is_preceptor,
        ),
        Field(
            name="preceptee_profession",
            label="Their profession",
            make=profession_choice,
            beside=True,
            shown=_is_preceptor,
        ),
    )


def _length_fields() -> tuple[Field, ...]:
    return (
        Field(name="started_on", label="Starts on", make=Day),
        Field(
            name="length_months",
            label="Months",
            make=partial(Number, example="12", empty=SUGGESTED_MONTHS),
            beside=True,
            write=_length,
        ),
        Field(
            name="length_remark",
            label="",
            make=partial(Remark, warns=False, icon="time"),
            read=_length_words,
            shown=needs_reason,
        ),
        Field(
            name="length_reason",
            label="Why this length",
            make=partial(Text, lines=2),
            shown=_is_tailored,
        ),
        Field(name="length_agreed_with", label="Agreed with", make=Line, shown=_is_tailored),
        Field(
            name="length_agreed_on", label="Agreed on", make=Day, beside=True, shown=_is_tailored
        ),
    )


def _status_fields(desk: Desk) -> tuple[Field, ...]:
    return (
        Field(name="status", label="Where it stands", make=partial(_words, values=Status)),
        Field(name="ended_on", label="Ended on", make=Day, beside=True, shown=_is_ended),
        Field(
            name="end_remark",
            label="",
            make=partial(Remark, warns=False, icon="forward"),
            read=partial(end_words, desk.session),
            shown=_is_ended,
        ),
        Field(
            name="closing_words",
            label="Looking back on it",
            help="What it made possible, and what comes next. Nobody marks this.",
            make=partial(Text, lines=3),
            shown=_is_ended,
        ),
    )


def _hours_fields(desk: Desk) -> tuple[Field, ...]:
    return (
        Field(
            name="wte_hundredths",
            label="Whole-time equivalent",
            make=partial(Number, example="0.6", hundredths=True, width=110),
            write=partial(_bounded, "wte_hundredths", MOST_WTE),
        ),
        Field(
            name="away_months",
            label="Months away before it",
            help="Leave, illness, another life: only where it matters here. The Before "
            "tab then has a place for the way back.",
            make=partial(Number, example="9", width=110),
            write=partial(_bounded, "away_months", LONGEST_MONTHS * 5),
        ),
        Field(
            name="scales_time",
            label="",
            help="Nothing is scaled by itself: the Time page then offers it for what was agreed.",
            make=partial(Check, words="Offer to scale the agreed time on the Time page"),
        ),
        Field(
            name="small_remark",
            label="",
            make=partial(Remark, warns=False, icon="people"),
            read=partial(_small_words, desk),
            shown=partial(_says, _small_words, desk),
        ),
        Field(
            name="only_one_here",
            label="",
            make=partial(Check, words="The only one of this profession here"),
        ),
    )


def _milestone_edits(session: Session, before: Preceptorship, after: Preceptorship) -> list[Edit]:
    if (before.started_on, before.length_months) == (after.started_on, after.length_months):
        return []
    held = tuple(session.all(Milestone, preceptorship=after.id))
    if not held and before.started_on is None:
        return [Edit(after=each) for each in usual_milestones(after)]
    meetings = session.all(Meeting, preceptorship=after.id)
    ahead = tuple(each for each in held if held_on(each, meetings) is None)
    pairs = zip(ahead, rescaled(ahead, before, after), strict=True)
    return [Edit(before=old, after=new) for old, new in pairs if old != new]


def _says(words: Callable[[Desk, Any], str], desk: Desk, preceptorship: Any) -> bool:
    return bool(words(desk, preceptorship))


def _starter_words(desk: Desk, preceptorship: Preceptorship) -> str:
    session = desk.session
    if any(session.all(kind, preceptorship=preceptorship.id) for kind in ON_PLAN):
        return ""
    return (
        "Choose the change, then look at the starter plan under Before: strengths, needs and "
        "objectives to tick, none of them added by itself."
    )


def _small_words(desk: Desk, preceptorship: Preceptorship) -> str:
    theirs = desk.session.catalogue.professions.get(preceptorship.preceptee_profession)
    is_mine = preceptorship.side is Side.PRECEPTEE
    profession = desk.session.profession if is_mine else theirs
    if profession is None or not profession.is_small or preceptorship.only_one_here:
        return ""
    who = "you are" if is_mine else "they are"
    return (
        f"{sentence(profession.field)} is a small profession. If {who} the only one of it here, "
        "tick the box below: the plan then looks for someone of the same profession elsewhere."
    )


def _earlier(desk: Desk) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, name(each)) for each in desk.session.all(Preceptorship)]

    return Choice(desk, options, nothing="None")


def _has_others(desk: Desk, preceptorship: Preceptorship) -> bool:
    held = desk.session.all(Preceptorship)
    return bool(preceptorship.follows) or any(each.id != preceptorship.id for each in held)


def _words(desk: Desk, values: Any) -> Choice:
    return Choice(desk, of_words(values))


def _workplace(desk: Desk) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, each.name or "Unnamed") for each in desk.session.all(Workplace)]

    return Choice(desk, options, nothing="Not chosen yet")


def _setting(desk: Desk) -> Line:
    line = Line(desk, placeholder="A setting")
    completer = QCompleter(list(desk.session.catalogue.settings), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.activated.connect(line.flush)
    line.edit.setCompleter(completer)
    line.edit.setMinimumWidth(desk.theme.px(260))
    return line


def _length_words(preceptorship: Preceptorship) -> str:
    if not needs_reason(preceptorship):
        return ""
    return (
        f"{SUGGESTED_MONTHS} months is what is usually suggested. Any length is fine when it is "
        "agreed: say in a line why, and with whom."
    )


def _length(preceptorship: Preceptorship, months: int) -> Preceptorship:
    return replace(preceptorship, length_months=min(max(months, 1), LONGEST_MONTHS))


def _bounded(name: str, most: int, preceptorship: Any, number: int | None) -> Any:
    kept = None if number is None else min(max(number, 0), most)
    return replace(preceptorship, **{name: kept})


def _is_preceptor(preceptorship: Any) -> bool:
    return bool(preceptorship.side is Side.PRECEPTOR)


def _is_tailored(preceptorship: Any) -> bool:
    return bool(preceptorship.length_months != SUGGESTED_MONTHS)


def _is_ended(preceptorship: Any) -> bool:
    return preceptorship.status in ENDED or preceptorship.ended_on is not None
