"""One entry of a calendar as a value: when it is, by its own clock, and everything it says.

The library reads one entry at a time, and is given time zones by names that are known already:
what a stranger calls a zone is never looked for among files. An entry keeps the day and the hour
of its own zone, as it was written; what stands in universal time is turned into the hour of the
United Kingdom.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from ..foreign_text import one_line
from ..media_types import MEDIA_TYPES
from ..plain_words import clean, is_marked_up, plain_words
from .lines import Entry, property_of
from .recurring import Rule, rule_of

LONGEST_LINE = 200_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
HOME = "Europe/London"
UNIVERSAL = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "GMT", "Etc/UCT", "Zulu", "Z"})
ZONED = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"})
ZONE = re.compile(r';TZID=(?:"([^"]*)"|([^":;]*))', re.IGNORECASE)
CANCELLED = re.compile(r"(cancell?ed|declined)\s*:", re.IGNORECASE)
WHOLE_DAY = timedelta(days=1)
# What an entry that is read by the library can still go wrong with.
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file inside an entry, and the SHA-256 that names its bytes."""

    name: str
    contents: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A span by the clock of its own zone; an entry of whole days has no hours."""

    on: date
    ended_on: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an entry says beside when it is."""

    title: str
    place: str = ""
    description: str = ""
    organiser: str = ""
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    private: bool = False
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An entry as it stands in the file; a series has a rule, or more days, or is not understood.

    `instead_of` is the day of a series that the entry takes the place of.
    """

    uid: str
    said: Said
    start: datetime | date
    length: timedelta
    zone: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    instead_of: date | None = None
    comes_again: bool = False
    rule: Rule | None = None
    until: datetime | date | None = None
    further: tuple[date, ...] = ()
    left_out: frozenset[date] = frozenset()

    @property
    def first(self) -> date:
        """Return the day of its start."""
        return day_of(self.start)


def parsed(entry: Entry, zones: Mapping[str, str]) -> Parsed:
    """Return an entry as a value; raises ValueError with the reason where it cannot be one."""
    from icalendar import Event

    attachments = [line for line in entry.lines if property_of(line) == "ATTACH"]
    zone, lines = _with_known_zones(entry.lines, zones)
    try:
        read = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
        return _parsed(read, zone, attachments)
    except _UnclearError as reason:
        raise ValueError(str(reason)) from reason
    except UNREADABLE as reason:
        raise ValueError("it is not written as an entry of a calendar is.") from reason


def when(start: datetime | date, length: timedelta) -> When:
    """Return the span of an entry that starts somewhere and takes some time."""
    if not isinstance(start, datetime):
        last = start + max(length - WHOLE_DAY, timedelta())
        return When(on=start, ended_on=last if last > start else None)
    begins = _at_home(start)
    ends = _at_home(start + length)
    if begins.time() == time() and length and length % WHOLE_DAY == timedelta():
        return when(begins.date(), length)
    return When(
        on=begins.date(),
        ended_on=ends.date() if ends.date() > begins.date() else None,
        starts_at=f"{begins:%H:%M}",
        ends_at=f"{ends:%H:%M}" if length else "",
        minutes=int(length.total_seconds() // 60) if timedelta() < length <= WHOLE_DAY else None,
    )


def day_of(moment: datetime | date) -> date:
    """Return the day of a moment, by its own clock."""
    return moment.date() if isinstance(moment, datetime) else moment


class _UnclearError(Exception):
    """An entry that cannot be placed, with the reason in words."""


def _parsed(read: Any, zone: str, attachments: list[str]) -> Parsed:
    start = _moment(read, "DTSTART")
    if start is None:
        raise _UnclearError("it has no day.")
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise _UnclearError(f"its day lies outside the years {FIRST_YEAR} to {LAST_YEAR}.")
    said = _said(read, attachments)
    rules = _each(read, "RRULE")
    recurrence = _moment(read, "RECURRENCE-ID")
    uid = one_line(_text(read, "UID")) or f"{said.title} {start.isoformat()}"
    return Parsed(
        uid=uid,
        said=said,
        start=start,
        length=_length(read, start),
        zone=zone,
        sequence=_sequence(read),
        is_cancelled=_text(read, "STATUS").strip().upper() == "CANCELLED"
        or CANCELLED.match(said.title) is not None,
        instead_of=_day_like(recurrence, start) if recurrence else None,
        comes_again=bool(rules or _each(read, "RDATE")) and recurrence is None,
        rule=rule_of(rules[0]) if len(rules) == 1 else None,
        until=_until(rules[0], start) if rules else None,
        further=tuple(_days(read, "RDATE", start)),
        left_out=frozenset(_days(read, "EXDATE", start)),
    )


def _said(read: Any, attachments: list[str]) -> Said:
    found = [_attached(line) for line in attachments]
    organiser = next((_person(each) for each in _each(read, "ORGANIZER")), "")
    addresses = [_text(read, "URL").strip(), *(each for each in found if isinstance(each, str))]
    return Said(
        title=one_line(_text(read, "SUMMARY")) or "An entry without a title",
        place=one_line(_text(read, "LOCATION")),
        description=_description(read),
        organiser=organiser,
        people=tuple(dict.fromkeys(_person(each) for each in _each(read, "ATTENDEE"))),
        categories=tuple(_categories(read)),
        addresses=tuple(each for each in map(one_line, addresses) if each),
        private=_text(read, "CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
        attached=tuple(each for each in found if isinstance(each, Attached)),
    )


def _description(read: Any) -> str:
    words = clean(_text(read, "DESCRIPTION"))
    if words:
        return plain_words(words) if is_marked_up(words) else words
    # Outlook's own form of it; the library leaves unknown properties as they are written.
    markup = _text(read, "X-ALT-DESC")
    return plain_words(re.sub(r"\\(.)", _unescaped, markup))


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _categories(read: Any) -> Iterator[str]:
    for each in _each(read, "CATEGORIES"):
        yield from (one_line(str(name)) for name in getattr(each, "cats", [each]))


def _attached(line: str) -> Attached | str:
    """Return a file inside an entry, or the address where one is."""
    from icalendar.parser import Contentline

    at = Contentline(line[:LONGEST_LINE]).value_separator_index()  # type: ignore[no-untyped-call]
    try:
        head = Contentline(f"{line[: max(at, 0)]}:")  # type: ignore[no-untyped-call]
        said = head.parts()[1]
    except ValueError:
        return ""
    if str(said.get("VALUE", "")).upper() != "BINARY":
        return line[at + 1 :] if at > 0 else ""
    try:
        contents = base64.b64decode(line[at + 1 :])
    except binascii.Error:
        return ""
    given = said.get("FILENAME") or said.get("X-FILENAME") or said.get("X-APPLE-FILENAME")
    return Attached(
        name=one_line(str(given or "")) or f"Attachment{_ending(said)}",
        contents=contents,
        sha256=hashlib.sha256(contents).hexdigest(),
    )


def _ending(said: Mapping[str, Any]) -> str:
    kind = str(said.get("FMTTYPE", "")).lower()
    return next((ending for ending, each in MEDIA_TYPES.items() if each == kind), "")


def _person(each: Any) -> str:
    address = re.sub(r"(?i)^(mailto:|invalid:)", "", str(each).strip())
    return one_line(str(getattr(each, "params", {}).get("CN", ""))) or one_line(address)


def _each(read: Any, name: str) -> list[Any]:
    held = read.get(name)
    if held is None:
        return []
    return held if isinstance(held, list) else [held]


def _text(read: Any, name: str) -> str:
    return str(next(iter(_each(read, name)), ""))


def _sequence(read: Any) -> int:
    number = _text(read, "SEQUENCE").strip()
    return int(number) if re.fullmatch(r"\d{1,9}", number, re.ASCII) else 0


def _moment(read: Any, name: str) -> datetime | date | None:
    held = _each(read, name)
    moment = held[0].dt if held else None
    return moment if isinstance(moment, date) else None


def _length(read: Any, start: datetime | date) -> timedelta:
    end = _moment(read, "DTEND")
    if end is None:
        lasting = next((each.dt for each in _each(read, "DURATION")), timedelta())
        length = lasting if isinstance(lasting, timedelta) else timedelta()
    else:
        length = _between(start, end)
    if day_of(start) + max(length, timedelta()) > date(LAST_YEAR, 12, 31):
        raise _UnclearError(f"it ends after the year {LAST_YEAR}.")
    return max(length, timedelta())


def _between(start: datetime | date, end: datetime | date) -> timedelta:
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.tzinfo and end.tzinfo:
            return end.astimezone(UTC) - start.astimezone(UTC)
        return end.replace(tzinfo=None) - start.replace(tzinfo=None)
    return day_of(end) - day_of(start)


def _days(read: Any, name: str, start: datetime | date) -> Iterator[date]:
    for each in _each(read, name):
        for one in getattr(each, "dts", ()):
            moment = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if isinstance(moment, date):
                yield _day_like(moment, start)


def _day_like(moment: datetime | date, start: datetime | date) -> date:
    """Return the day of a moment by the clock that the start is told by."""
    if isinstance(moment, datetime) and moment.tzinfo and isinstance(start, datetime):
        if start.tzinfo:
            return moment.astimezone(start.tzinfo).date()
        return _at_home(moment).date()
    return day_of(moment)


def _until(rule: Mapping[str, Any], start: datetime | date) -> datetime | date | None:
    """Return the last moment of a rule by the clock that the start is told by."""
    held = rule.get("UNTIL")
    until = held[0] if isinstance(held, list) and held else held
    if isinstance(until, datetime) and isinstance(start, datetime):
        if until.tzinfo and start.tzinfo:
            return until.astimezone(start.tzinfo)
        return until.replace(tzinfo=start.tzinfo)
    return day_of(until) if isinstance(until, date) else None


def _at_home(moment: datetime) -> datetime:
    if moment.tzinfo and getattr(moment.tzinfo, "key", "") in UNIVERSAL:
        return moment.astimezone(ZoneInfo(HOME))
    return moment


def _with_known_zones(lines: tuple[str, ...], zones: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the zone of an entry where it is not at home, and its lines with zones by name."""
    named, made = "", []
    for line in lines:
        name = property_of(line)
        if name == "ATTACH":
            continue
        found = ZONE.search(line[:LONGEST_LINE]) if name in ZONED else None
        if found:
            given = found[1] or found[2] or ""
            known = _known_zone(zones.get(given, ""), given)
            line = ZONE.sub(f";TZID={known}" if known else "", line, count=1)
            if name == "DTSTART" and known != HOME and known not in UNIVERSAL:
                named = known or one_line(given)[:80]
        made.append(line[:LONGEST_LINE])
    return named, made


def _known_zone(*called: str) -> str:
    """Return the name by which a zone is known everywhere; nothing for one that is not."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    for each in called:
        bare = each.strip().strip("/")
        if bare in WINDOWS_TO_OLSON:
            return str(WINDOWS_TO_OLSON[bare])
        # Some put their own name and address before the one that everybody knows.
        parts = bare.split("/")[-5:]
        for at in range(len(parts)):
            if "/".join(parts[at:]) in _zones():
                return "/".join(parts[at:])
        if "London" in bare or "Edinburgh" in bare:
            return HOME
    return ""


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
