"""The lines of an iCalendar file, unfolded, and the entries that they make up.

What is large or of no use here (alarms, time zones' histories) is passed over before anything
reads it, so that a file of any size costs what its entries cost and no more.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...domain.problems import ProblemError
from ...domain.words import count
from ..foreign_text import bytes_of, decoded

MOST_BYTES, MOST_ENTRIES, MOST_LINES_OF_ONE = 50_000_000, 10_000, 5_000
# Some programs cut a line inside a letter: lines are joined while they are still bytes.
FOLDED = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
BEGINS = re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE)
ENTRY, ZONE, CALENDAR = "VEVENT", "VTIMEZONE", "VCALENDAR"
WANTED = frozenset(
    {"UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE",
     "STATUS", "SEQUENCE", "CLASS", "LOCATION", "DESCRIPTION", "X-ALT-DESC", "CATEGORIES",
     "ORGANIZER", "ATTENDEE", "URL", "ATTACH"}
)  # fmt: skip
PASSED_OVER = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
LOCATION_OF_ZONE = "X-LIC-LOCATION"
CALENDARS_NAME = "X-WR-CALNAME"
METHOD = "METHOD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as lines, each unfolded; `number` is the line of the file it begins in."""

    number: int
    lines: tuple[str, ...]
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLines:
    """What a calendar holds: its name, its entries, and what its own zones are called elsewhere."""

    name: str = ""
    is_cancelled: bool = False
    entries: tuple[Entry, ...] = ()
    zones: Mapping[str, str] = field(default_factory=dict)
    passed_over: int = 0
    is_garbled: bool = False


def is_calendar(path: Path) -> bool:
    """Return whether a file begins as an iCalendar does, whatever its name is."""
    with path.open("rb") as file:
        begins = file.read(4096)
    return BEGINS.match(decoded(begins).text.lstrip("\ufeff").encode()) is not None


def calendar_lines(path: Path) -> CalendarLines:
    """Return the entries of an iCalendar; raises ProblemError for what is none, or too large."""
    found = decoded(FOLDED.sub(b"", _as_bytes(path)))
    lines = re.split(r"\r\n|\n|\r", found.text)
    made = _Gathering()
    for number, line in enumerate(lines, start=1):
        made.take(number, line)
    made.finish()
    if len(made.entries) > MOST_ENTRIES:
        raise ProblemError(
            f"“{path.name}” holds more than {count(MOST_ENTRIES, 'entry', 'entries')}.",
            means="That is too many to look through at once. Nothing was brought in.",
            advice="Export fewer years from your calendar, and bring them in one after the other.",
        )
    return CalendarLines(
        name=made.said.get(CALENDARS_NAME, ""),
        is_cancelled=made.said.get(METHOD, "").upper() == "CANCEL",
        entries=tuple(made.entries),
        zones=made.zones,
        passed_over=sum(made.passed_over.values()),
        is_garbled=found.is_garbled,
    )


def property_of(line: str) -> str:
    """Return the name of a line's property, in capitals."""
    return re.split(r"[;:]", line, maxsplit=1)[0].strip().upper()


def _as_bytes(path: Path) -> bytes:
    held = bytes_of(path, most=MOST_BYTES)
    # A fold inside a letter is only there in UTF-8; the wide encodings are read as they stand.
    return decoded(held).text.encode() if held[:2] in (b"\xff\xfe", b"\xfe\xff") else held


class _Gathering:
    """Entries as they are found, line after line."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.zones: dict[str, str] = {}
        self.said: dict[str, str] = {}
        self.passed_over: Counter[str] = Counter()
        self._inside: list[str] = []
        self._begun = 0
        self._held: list[str] = []
        self._zone = ""

    def take(self, number: int, line: str) -> None:
        """Take in the next line of the file."""
        name, _, value = line.partition(":")
        name = name.strip().upper()
        if name == "BEGIN":
            self._begin(number, value.strip().upper())
        elif name == "END":
            self._end(value.strip().upper())
        elif self._inside and line:
            self._say(line)

    def finish(self) -> None:
        """Keep an entry in the middle of which the file ends."""
        if ENTRY in self._inside:
            self._keep(is_whole=False)

    def _begin(self, number: int, what: str) -> None:
        if what == ENTRY and ENTRY in self._inside:
            self._keep(is_whole=False)
            self._inside = self._inside[: self._inside.index(ENTRY)]
        if what == ENTRY:
            self._begun, self._held = number, []
        self.passed_over.update({what} & PASSED_OVER)
        self._inside.append(what)

    def _end(self, what: str) -> None:
        if what not in self._inside:
            return
        if what == ENTRY:
            self._keep(is_whole=True)
        at = len(self._inside) - 1 - self._inside[::-1].index(what)
        del self._inside[at:]

    def _keep(self, *, is_whole: bool) -> None:
        if len(self.entries) <= MOST_ENTRIES:
            entry = Entry(number=self._begun, lines=tuple(self._held), is_whole=is_whole)
            self.entries.append(entry)

    def _say(self, line: str) -> None:
        inmost = self._inside[-1]
        if inmost == ENTRY:
            if len(self._held) < MOST_LINES_OF_ONE and property_of(line) in WANTED:
                self._held.append(line)
        elif inmost == ZONE:
            self._name_zone(line)
        elif inmost == CALENDAR and property_of(line) in (CALENDARS_NAME, METHOD):
            self.said.setdefault(property_of(line), line.partition(":")[2].strip())

    def _name_zone(self, line: str) -> None:
        value = line.partition(":")[2].strip()
        if property_of(line) == "TZID":
            self._zone = value
        elif property_of(line) == LOCATION_OF_ZONE and self._zone:
            self.zones[self._zone] = value
