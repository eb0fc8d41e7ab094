"""One meeting of either log, and how many there were."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ...domain.meetings import (
    Action,
    Meeting,
    MeetingKind,
    happens_on,
    has_happened,
)
from ...domain.words import day, duration
from .filling import Fill, Filling, Rows

Read = Callable[[Meeting, Filling], Any]
PRECEPTORSHIP, SUPERVISION = MeetingKind.PRECEPTORSHIP, MeetingKind.CLINICAL_SUPERVISION


def meeting(filling: Filling, kind: MeetingKind) -> Meeting | None:
    """Return the meeting that a form is about: the one asked for, else the last that was held."""
    if isinstance(filling.record, Meeting):
        return filling.portfolio.find(Meeting, filling.record.id)
    held = [each for each in _log(filling, kind) if has_happened(each)]
    return held[-1] if held else None


def _log(filling: Filling, kind: MeetingKind) -> list[Meeting]:
    return [each for each in filling.of(Meeting) if each.kind is kind]


def _day(found: Meeting, _filling: Filling) -> str:
    return day(happens_on(found))


def _minutes(found: Meeting, _filling: Filling) -> str:
    return duration(found.minutes)


def _place(found: Meeting, _filling: Filling) -> str:
    return found.place


def _stage(found: Meeting, _filling: Filling) -> Sequence[str]:
    return (found.stage.label,)


def _mix(found: Meeting, _filling: Filling) -> Sequence[str]:
    return (found.mix.label,) if found.mix else ()


def _agenda(found: Meeting, _filling: Filling) -> str:
    return found.agenda


def _record(found: Meeting, _filling: Filling) -> str:
    return found.record


def _actions(found: Meeting, filling: Filling) -> Rows:
    return [
        (each.words, each.owner, day(each.due_on), day(each.done_on))
        for each in filling.portfolio.of(Action, found.id, by="meeting")
    ]


def _next(found: Meeting, filling: Filling) -> str:
    after = happens_on(found)
    ahead = [
        each.planned_on
        for each in _log(filling, found.kind)
        if each.planned_on and not has_happened(each) and after and each.planned_on > after
    ]
    return day(min(ahead)) if ahead else ""


def _hat(found: Meeting, filling: Filling) -> Sequence[str]:
    held_now = filling.held
    if held_now is None or not held_now.supervisor or found.kind is not SUPERVISION:
        return ()
    if held_now.supervisor == held_now.preceptor:
        return ("Clinical supervisor, who is the preceptor at other times",)
    return ("Clinical supervisor, a different person from the preceptor",)


def _filled(kind: MeetingKind, read: Read, filling: Filling) -> Any:
    found = meeting(filling, kind)
    return read(found, filling) if found else None


READ: dict[str, Read] = {
    "on": _day,
    "minutes": _minutes,
    "place": _place,
    "stage": _stage,
    "mix": _mix,
    "agenda": _agenda,
    "record": _record,
    "actions": _actions,
    "next": _next,
    "hat": _hat,
}
FILLS: dict[str, Fill] = {
    **{f"meeting.{name}": partial(_filled, PRECEPTORSHIP, read) for name, read in READ.items()},
    **{f"supervision.{name}": partial(_filled, SUPERVISION, read) for name, read in READ.items()},
}
