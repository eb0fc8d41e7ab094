"""A calendar to take along: meetings, reviews, protected time, renewal and days agreed for actions.

Calendars at work are seen by others. So an entry says what it is and with whom, and none of the
words that were written about it; what is private stays. Ids become the names of entries, so that
a calendar that takes them in again changes its own and doubles none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.meetings import Action, Meeting, MeetingKind, MeetingStage, happens_on
from ...domain.people import Person, PersonRole
from ...domain.portfolio import Portfolio
from ...domain.preceptorship import Milestone
from ...domain.professions import Profession, next_renewal
from ...domain.protected_time import ProtectedTime, TimeKind
from ...domain.words import duration, listed
from ..foreign_text import one_line
from ..whole_file import written_whole
from .reading import OWN

HOME = "Europe/London"
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
DAYS_MINUTES = 24 * 60
# Whose name belongs beside a meeting; colleagues and preceptees are nobody else's business.
NAMED = frozenset(
    {PersonRole.PRECEPTOR, PersonRole.BACK_UP_PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR,
     PersonRole.LINE_MANAGER}
)  # fmt: skip
# Summer time as it has been since 1996; what is written for the years before is a day out at most.
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One entry as it goes out; with no hour it is for the whole day."""

    name: str
    title: str
    on: date
    at: time | None = None
    minutes: int | None = None
    place: str = ""
    about: str = ""


def write_calendar(
    out: Path, leaving: Portfolio, *, profession: Profession | None, on: date
) -> int:
    """Write what has a day in a portfolio as an iCalendar, and return how many entries it has.

    `on` is the day it is written; the same portfolio on the same day gives the same bytes.
    """
    held = sorted(_entries(leaving, profession, on), key=_order)
    contents = _calendar(held, on)
    with written_whole(out) as unfinished:
        unfinished.write_bytes(contents)
    return len(held)


def _order(entry: Written) -> tuple[date, str]:
    return entry.on, entry.name


def _entries(leaving: Portfolio, profession: Profession | None, on: date) -> Iterator[Written]:
    people = {each.id: each for each in leaving.all(Person)}
    milestones = {each.id: each for each in leaving.all(Milestone)}
    meetings = [each for each in leaving.all(Meeting) if happens_on(each) and not each.private]
    # A review that has a meeting is that meeting.
    met = {each.milestone for each in meetings}
    made: list[Written | None] = [
        *(_meeting(each, milestones.get(each.milestone or ""), people) for each in meetings),
        *(_review(each) for each in milestones.values() if each.id not in met),
        *(_protected_time(each) for each in leaving.all(ProtectedTime)),
        *(_action(each) for each in leaving.all(Action)),
        *(_renewal(profession, on) if profession is not None else ()),
    ]
    return (each for each in made if each is not None)


def _meeting(
    meeting: Meeting, milestone: Milestone | None, people: Mapping[str, Person]
) -> Written | None:
    day = happens_on(meeting)
    if day is None:
        return None
    met = (people[each] for each in meeting.people if each in people)
    names = [one_line(each.name) for each in met if NAMED & set(each.roles) and each.name.strip()]
    about = f" ({one_line(milestone.title)})" if milestone and milestone.title.strip() else ""
    return Written(
        name=meeting.id,
        title=_kind(meeting) + about + (f" with {listed(names)}" if names else ""),
        on=day,
        at=_clock(meeting.planned_at) if day == meeting.planned_on else None,
        minutes=meeting.minutes,
        place=one_line(meeting.place),
    )


def _kind(meeting: Meeting) -> str:
    if meeting.kind is not MeetingKind.PRECEPTORSHIP:
        return meeting.kind.label if meeting.kind is not MeetingKind.PEER_GROUP else "Peer group"
    if meeting.stage is MeetingStage.AD_HOC:
        return "Preceptorship meeting"
    return f"{meeting.stage.label} preceptorship meeting"


def _review(milestone: Milestone) -> Written | None:
    day = milestone.held_on or milestone.due_on
    title = f"Review of the preceptorship: {one_line(milestone.title)}".rstrip(": ")
    return Written(name=milestone.id, title=title, on=day) if day else None


def _protected_time(session: ProtectedTime) -> Written | None:
    if session.on is None:
        return None
    kind = "" if session.kind is TimeKind.PRECEPTORSHIP else f": {session.kind.label.lower()}"
    minutes = session.planned_minutes or session.taken_minutes
    return Written(
        name=session.id,
        title=f"Protected time{kind}",
        on=session.on,
        about=duration(minutes) if minutes else "",
    )


def _action(action: Action) -> Written | None:
    if action.due_on is None or action.done_on is not None:
        return None
    return Written(name=action.id, title="An agreed action is due", on=action.due_on)


def _renewal(profession: Profession, on: date) -> Iterator[Written]:
    renewal = next_renewal(profession, on=on)
    if renewal is None:
        return
    regulator = profession.regulator.short
    for what, title, day in (
        ("opens", f"{regulator}: renewal opens", renewal.opens_on),
        ("closes", f"{regulator}: last day to renew", renewal.closes_on),
    ):
        name = f"renewal-{profession.code.lower()}-{what}-{day.isoformat()}"
        yield Written(name=name, title=title, on=day)


def _clock(text: str) -> time | None:
    found = CLOCK.fullmatch(text.strip())
    return time(int(found[1]), int(found[2])) if found else None


def _calendar(entries: list[Written], on: date) -> bytes:
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", "-//AHP Companion//AHP Companion//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "AHP Companion")
    if any(each.at for each in entries):
        calendar.add_component(Timezone.from_ical(ZONE))
    for each in entries:
        calendar.add_component(_component(each, on))
    contents: bytes = calendar.to_ical()
    return contents


def _component(entry: Written, on: date) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.name}{OWN}")
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("summary", entry.title)
    if entry.at:
        starts = datetime.combine(entry.on, entry.at, ZoneInfo(HOME))
        event.add("dtstart", starts)
        if entry.minutes and entry.minutes <= DAYS_MINUTES:
            event.add("dtend", starts + timedelta(minutes=entry.minutes))
    else:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        # A day that is only marked keeps nobody from being asked to a meeting.
        event.add("transp", "TRANSPARENT")
    for name, words in (("location", entry.place), ("description", entry.about)):
        if words:
            event.add(name, words)
    return event
