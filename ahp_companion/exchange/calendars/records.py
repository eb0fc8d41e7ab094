"""What an entry of a calendar comes in as: a CPD activity, a meeting or protected time."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...domain.cpd import CpdActivity, LearningType
from ...domain.evidence import Evidence
from ...domain.meetings import Meeting, MeetingKind, MeetingStage
from ...domain.people import Person
from ...domain.portfolio import Portfolio
from ...domain.preceptorship import Preceptorship, Side, Status, ends_on
from ...domain.protected_time import ProtectedTime, own_side
from ...domain.words import fold, joined, span
from ..foreign_text import one_line
from ..media_types import media_type
from ..zip_safety import bare_name
from .events import Attached
from .kinds import MEETINGS, Becomes
from .series import CalendarEvent

NAMESPACE = uuid.UUID("7d3b0a52-45c1-5b7e-9a0f-6c4f2b1e8d90")
STAGES = {
    "initial": MeetingStage.INITIAL,
    "first": MeetingStage.INITIAL,
    "interim": MeetingStage.INTERIM,
    "midpoint": MeetingStage.INTERIM,
    "mid-point": MeetingStage.INTERIM,
    "final": MeetingStage.FINAL,
    "last": MeetingStage.FINAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What of a portfolio an entry can belong to, seen from a day."""

    preceptorships: tuple[Preceptorship, ...]
    people: dict[str, str]
    on: date


def surroundings(portfolio: Portfolio, *, on: date) -> Surroundings:
    """Return what the entries of a calendar can belong to in a portfolio."""
    return Surroundings(
        preceptorships=portfolio.all(Preceptorship),
        people={fold(each.name): each.id for each in portfolio.all(Person) if each.name.strip()},
        on=on,
    )


def id_of(event: CalendarEvent) -> str:
    """Return the id of the record that an entry is: one and the same whenever it comes."""
    return str(uuid.uuid5(NAMESPACE, f"{event.uid}\n{event.day}"))


def record_of(
    event: CalendarEvent,
    becomes: Becomes,
    learning_type: LearningType | None,
    around: Surroundings,
    evidence: Iterable[str] = (),
) -> Any:
    """Return an entry as a record; None where it stays out, or has nothing it can belong to."""
    if becomes is Becomes.CPD:
        return _activity(event, learning_type, tuple(evidence))
    if becomes in MEETINGS:
        return _meeting(event, MeetingKind(becomes.value), around)
    if becomes is Becomes.PROTECTED_TIME:
        return _protected_time(event, around)
    return None


def evidence_of(event: CalendarEvent, attached: Attached) -> Evidence:
    """Return the record of a file that was inside an entry."""
    name = bare_name(attached.name) or "Attachment"
    return Evidence(
        id=str(uuid.uuid5(NAMESPACE, attached.sha256)),
        title=name,
        on=event.when.on,
        file_name=name,
        media_type=media_type(name),
        size=len(attached.contents),
        sha256=attached.sha256,
        words=f"From the calendar: {event.said.title}",
        private=event.said.private,
    )


def told(event: CalendarEvent, *, leaving_out: Iterable[str] = ()) -> str:
    """Return, line by line, what an entry says beside its title and description."""
    said = event.said
    lines = {
        "When": when_in_words(event),
        "Where": said.place,
        "Organiser": said.organiser,
        "Categories": ", ".join(said.categories),
        "Addresses": "\n".join(said.addresses),
    }
    kept = (name for name, words in lines.items() if words and name not in leaving_out)
    return "\n".join(f"{name}: {lines[name]}" for name in kept)


def when_in_words(event: CalendarEvent) -> str:
    """Return day and hours as people say them, "12 March 2026, 09:00 to 16:30"."""
    when = event.when
    days = span(when.on, when.ended_on)
    hours = f"{when.starts_at} to {when.ends_at}" if when.ends_at else when.starts_at
    zone = f" ({event.zone})" if event.zone else ""
    return f"{days}, {hours}{zone}" if hours else days


def _activity(
    event: CalendarEvent, learning_type: LearningType | None, evidence: tuple[str, ...]
) -> CpdActivity:
    return CpdActivity(
        id=id_of(event),
        title=event.said.title,
        started_on=event.when.on,
        ended_on=event.when.ended_on,
        learning_type=learning_type,
        minutes=event.when.minutes,
        what_i_did=event.said.description,
        private=event.said.private,
        evidence=evidence,
        brought_along=told(event),
    )


def _meeting(event: CalendarEvent, kind: MeetingKind, around: Surroundings) -> Meeting:
    is_preceptorship = kind is MeetingKind.PRECEPTORSHIP
    held = _covering(event.when.on, around.preceptorships) if is_preceptorship else None
    named = [event.said.organiser, *event.said.people]
    met = (around.people[fold(each)] for each in named if fold(each) in around.people)
    return Meeting(
        id=id_of(event),
        preceptorship=held.id if held else None,
        title=event.said.title,
        kind=kind,
        stage=_stage(event.said.title) if is_preceptorship else MeetingStage.AD_HOC,
        planned_on=event.when.on,
        planned_at=event.when.starts_at,
        # Whoever left it standing in their calendar most likely went.
        held_on=event.when.on if event.when.on < around.on else None,
        minutes=event.when.minutes,
        people=tuple(dict.fromkeys(met)),
        place=event.said.place,
        agenda=_agenda(event),
        private=event.said.private,
    )


def _protected_time(event: CalendarEvent, around: Surroundings) -> ProtectedTime | None:
    held = _covering(event.when.on, around.preceptorships)
    if held is None:
        return None
    return ProtectedTime(
        id=id_of(event),
        preceptorship=held.id,
        whose=own_side(held.side),
        on=event.when.on,
        planned_minutes=event.when.minutes or 0,
        used_for=one_line(
            joined([event.said.title, event.said.description, told(event)]),
        ),
    )


def _agenda(event: CalendarEvent) -> str:
    in_fields = {"Where"} if event.zone or event.when.ended_on else {"Where", "When"}
    parts = (event.said.description, told(event, leaving_out=in_fields))
    return "\n".join(part for part in parts if part)


def _covering(on: date, preceptorships: Iterable[Preceptorship]) -> Preceptorship | None:
    """Return the preceptorship that a day lies in; where several are, the owner's own first."""
    found = [
        each
        for each in preceptorships
        if each.started_on is not None
        and each.started_on <= on
        and (each.status is Status.UNDER_WAY or on <= (ends_on(each) or on))
    ]
    return max(found, key=_nearness, default=None)


def _nearness(held: Preceptorship) -> tuple[bool, bool, date]:
    return (
        held.side is Side.PRECEPTEE,
        held.status is Status.UNDER_WAY,
        held.started_on or date.min,
    )


def _stage(title: str) -> MeetingStage:
    words = fold(title).replace(",", " ").split()
    return next((STAGES[each] for each in words if each in STAGES), MeetingStage.AD_HOC)
