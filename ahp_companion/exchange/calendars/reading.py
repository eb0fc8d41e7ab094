"""A calendar that comes in: learning, meetings and protected time, each time once.

What an entry probably is, its words say; which of them come in, the owner. Without a word from
them it is what is suggested: a series only where it is learning, and of that only what has been.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ...domain.changes import Edit
from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.meetings import Meeting
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.protected_time import ProtectedTime
from ...domain.words import count, fold
from ..importing import Incoming, by_id, incoming
from ..reading import Format, Reading, RowProblem
from ..strict import shown
from .events import parsed
from .kinds import Becomes
from .lines import CalendarLines, calendar_lines, is_calendar
from .records import Surroundings, evidence_of, id_of, record_of, surroundings, when_in_words
from .series import CalendarEvent, Offer, Offers, offers_of

MOST_NAMED = 100
# Entries that this app wrote out itself are known again by the ids in their names.
OWN = "@ahp-companion"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar as it was read, seen from a day: what it offers, and what cannot be read."""

    name: str
    on: date
    offers: tuple[Offer, ...]
    problems: tuple[RowProblem, ...] = ()
    remarks: tuple[str, ...] = ()


def read_calendar(path: Path, *, on: date) -> CalendarFile:
    """Return what a calendar offers on a day, each entry or series with what it probably is.

    Raises ProblemError for a file that is no calendar, or in which there is no entry.
    """
    lines = calendar_lines(path)
    entries, problems = [], []
    for each in lines.entries:
        try:
            if not each.is_whole:
                raise ValueError("the file goes on before it ends, or was cut off in it.")
            entries.append(parsed(each, lines.zones))
        except ValueError as reason:
            problems.append(RowProblem(number=each.number, why=str(reason)))
    if not lines.entries:
        raise ProblemError(
            f"There are no entries in “{path.name}”.",
            means="It is a calendar with nothing in it that has a day. Nothing was brought in.",
            advice="Export the calendar again, with the years you want in it.",
        )
    found = Offers(offers=()) if lines.is_cancelled else offers_of(entries, on=on)
    return CalendarFile(
        name=path.name,
        on=on,
        offers=found.offers,
        problems=tuple(problems),
        remarks=tuple(_remarks(lines, found)),
    )


def importing_calendar(
    calendar: CalendarFile, portfolio: Portfolio, chosen: Mapping[str, Becomes] | None = None
) -> Incoming:
    """Return what a calendar brings into a portfolio: only what is not there yet.

    `chosen` says by the `uid` of an offer what it becomes; what it does not name stays out.
    Without it, what is suggested comes in.
    """
    choice = suggestions(calendar) if chosen is None else chosen
    coming = [
        (event, becomes, offer)
        for offer in calendar.offers
        if (becomes := choice.get(offer.uid, Becomes.NOTHING)) is not Becomes.NOTHING
        for event in offer.events
    ]
    around = surroundings(portfolio, on=calendar.on)
    bringing = _Bringing(portfolio, around, {id_of(event) for event, _, _ in coming})
    for each in coming:
        bringing.bring(*each)
    staying = [
        each for each in calendar.offers if choice.get(each.uid, Becomes.NOTHING) is Becomes.NOTHING
    ]
    return incoming(
        bringing.edits,
        words=f"Brought in “{calendar.name}”",
        present=bringing.present,
        evidence=bringing.files,
        remarks=[*calendar.remarks, *bringing.remarks(), *_staying_out(staying)],
    )


def suggestions(calendar: CalendarFile) -> dict[str, Becomes]:
    """Return what comes in where nobody chooses, and as what, by the `uid` of each offer."""
    return {each.uid: each.becomes for each in calendar.offers if each.is_suggested}


def attached_files(calendar: CalendarFile) -> dict[str, bytes]:
    """Return every file inside the entries of a calendar by its SHA-256."""
    return {
        attached.sha256: attached.contents
        for offer in calendar.offers
        for event in offer.events
        for attached in event.said.attached
    }


def reading_of(calendar: CalendarFile, chosen: Mapping[str, Becomes] | None = None) -> Reading:
    """Return a calendar as a reading that brings in what is chosen, or else what is suggested."""
    return Reading(
        format=FORMAT.code,
        into=partial(_into, calendar, chosen),
        evidence=attached_files(calendar).__getitem__,
        problems=calendar.problems,
    )


def _into(
    calendar: CalendarFile, chosen: Mapping[str, Becomes] | None, portfolio: Portfolio
) -> Incoming:
    return importing_calendar(calendar, portfolio, chosen)


class _Bringing:
    """Records as they are made, each compared with what is in the portfolio already."""

    def __init__(self, portfolio: Portfolio, around: Surroundings, claimed: set[str]) -> None:
        self.edits: list[Edit] = []
        self.files: list[str] = []
        self.present = 0
        self._around = around
        self._ids = set(by_id(portfolio))
        self._files = {each.sha256: each.id for each in portfolio.all(Evidence) if each.sha256}
        # What no entry claims by its id may be the same all the same.
        self._alike = Counter(_contents(portfolio, claimed))
        self._counted: Counter[str] = Counter()

    def bring(self, event: CalendarEvent, becomes: Becomes, offer: Offer) -> None:
        """Bring in one time that something was in the calendar."""
        own_id = event.uid.removesuffix(OWN) if event.uid.endswith(OWN) else ""
        if id_of(event) in self._ids or own_id in self._ids:
            self.present += 1
            return
        learning_type = offer.suggestion.learning_type
        record = record_of(event, becomes, learning_type, self._around, self._linked(event))
        if record is None:
            self._counted["nowhere"] += 1
            return
        alike = _told_by(record)
        if self._alike[alike]:
            self._alike[alike] -= 1
            self.present += 1
            return
        self._ids.add(record.id)
        self._bring_files(event)
        self.edits.append(Edit(after=record))
        self._counted.update(_said_of(record))

    def remarks(self) -> Iterator[str]:
        """Yield what has to be said about everything that was brought in."""
        for what, (nouns, words) in SAID.items():
            if self._counted[what]:
                yield f"{count(self._counted[what], *nouns)} {words}"

    def _linked(self, event: CalendarEvent) -> list[str]:
        found = [evidence_of(event, each) for each in event.said.attached]
        return list(dict.fromkeys(self._files.get(each.sha256, each.id) for each in found))

    def _bring_files(self, event: CalendarEvent) -> None:
        for each in event.said.attached:
            evidence = evidence_of(event, each)
            if evidence.sha256 not in self._files and evidence.id not in self._ids:
                self._files[evidence.sha256] = evidence.id
                self.files.append(evidence.sha256)
                self.edits.append(Edit(after=evidence))


# What is counted, and what has to be said about that many of them.
SAID = {
    "nowhere": (
        ("entry of protected time stays", "entries of protected time stay"),
        "out: there is no preceptorship on that day.",
    ),
    "no hours": (
        ("activity has", "activities have"),
        "no hours, being for a whole day or more; write in how long it was.",
    ),
    "held": (
        ("meeting that is over came", "meetings that are over came"),
        "in as held; change what did not take place.",
    ),
    "planned": (
        ("entry of protected time came", "entries of protected time came"),
        "in as planned; say of each whether it was taken or lost.",
    ),
}


def _said_of(record: Any) -> Iterator[str]:
    if isinstance(record, Meeting) and record.held_on:
        yield "held"
    if isinstance(record, ProtectedTime):
        yield "planned"
    if isinstance(record, CpdActivity) and record.minutes is None:
        yield "no hours"


def _contents(portfolio: Portfolio, claimed: set[str]) -> Iterator[tuple[str, str, date | None]]:
    held: tuple[tuple[Any, ...], ...] = (
        portfolio.all(CpdActivity),
        portfolio.all(Meeting),
        portfolio.all(ProtectedTime),
    )
    return (_told_by(each) for records in held for each in records if each.id not in claimed)


def _told_by(record: Any) -> tuple[str, str, date | None]:
    """Return what makes a record the same as another: its kind, its title and its day."""
    if isinstance(record, ProtectedTime):
        return "time", fold(record.used_for), record.on
    if isinstance(record, Meeting):
        return "meeting", fold(record.title), record.planned_on or record.held_on
    return "activity", fold(record.title), record.started_on


def _remarks(lines: CalendarLines, found: Offers) -> Iterator[str]:
    if lines.is_garbled:
        yield "Some letters of the file could only be guessed; look at names with accents."
    if lines.is_cancelled:
        yield "The calendar only takes entries back, so all of it stays out."
    if found.is_cut:
        yield "Too much comes again to be looked through at once; some days are missing."
    left_out = (
        (found.cancelled, "cancelled entry", "cancelled entries"),
        (lines.passed_over, "to-do or journal page", "to-dos or journal pages"),
        (found.not_begun, "series without a day so far", "series without a day so far"),
    )
    for number, one, many in left_out:
        if number:
            yield f"Left out: {count(number, one, many)}."
    for each in found.offers:
        if each.missing:
            yield (
                f"“{shown(each.title)}” came {each.missing + len(each.events):,} times; "
                f"the latest {len(each.events)} are offered."
            )


def _staying_out(offers: Iterable[Offer]) -> Iterator[str]:
    held = list(offers)
    offered = [each for each in held if each.becomes is not Becomes.NOTHING]
    rest = [each for each in held if each.becomes is Becomes.NOTHING]
    if rest:
        yield (
            f"{count(len(rest), 'entry stays', 'entries stay')} out, not reading as learning, a "
            "meeting or protected time; you can choose them in the window."
        )
    yield from map(_offered_in_words, offered[:MOST_NAMED])
    yield from (f"Left out: {_in_words(each)}." for each in rest[:MOST_NAMED])
    missing = max(0, len(offered) - MOST_NAMED) + max(0, len(rest) - MOST_NAMED)
    if missing:
        yield f"{count(missing, 'entry', 'entries')} more stay out in the same way."


def _offered_in_words(offer: Offer) -> str:
    what = offer.becomes.label
    if offer.repeats:
        times = count(len(offer.events), "time")
        return (
            f"Offered: “{shown(offer.title)}”, {offer.repeats}, {times} so far, as {what}; "
            "choose it in the window."
        )
    why = "still to come; bring the calendar in again after it" if offer.is_ahead else "not chosen"
    return f"Offered: {_in_words(offer)}, as {what}; {why}."


def _in_words(offer: Offer) -> str:
    more = f", {offer.repeats}" if offer.repeats else ""
    return f"“{shown(offer.title)}”, {when_in_words(offer.events[0])}{more}"


def _read(path: Path) -> Reading:
    # What has been, and so what is offered of a series, is seen from the day it comes in on.
    return reading_of(read_calendar(path, on=date.today()))


FORMAT = Format(
    code="calendar",
    words="A calendar",
    endings=(".ics", ".ical", ".ifb"),
    is_it=is_calendar,
    read=_read,
)
