"""What a calendar offers: single entries, and series with the days they came on so far.

An entry that was moved or cancelled takes the place of its day in the series. A series is never
opened into the future, and of a long one the latest days are taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from .events import FIRST_YEAR, Parsed, Said, When, day_of, when
from .kinds import Becomes, Suggestion, suggested
from .recurring import Looking, days

MOST_OF_ONE, MOST_TOGETHER = 200, 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One time that something is in a calendar; `day` tells it from others of its series."""

    uid: str
    day: str = ""
    when: When
    zone: str = ""
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An entry or a series, what it probably is, and whether it comes in unless somebody objects.

    `repeats` is how a series comes again, in words; `missing` how many of its days are too many.
    """

    uid: str
    suggestion: Suggestion
    events: tuple[CalendarEvent, ...]
    is_suggested: bool = False
    is_ahead: bool = False
    repeats: str = ""
    missing: int = 0

    @property
    def title(self) -> str:
        """Return its title; that of the latest where it changed."""
        return self.events[-1].said.title

    @property
    def becomes(self) -> Becomes:
        """Return what it probably is."""
        return self.suggestion.becomes


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Everything that a calendar offers, in order of its days, and what was passed over."""

    offers: tuple[Offer, ...]
    cancelled: int = 0
    not_begun: int = 0
    is_cut: bool = False


def offers_of(entries: Iterable[Parsed], *, on: date) -> Offers:
    """Return what the entries of a calendar offer, seen from a day."""
    by_uid: dict[str, list[Parsed]] = {}
    for each in _told_apart(list(entries)):
        by_uid.setdefault(each.uid, []).append(each)
    looking, left, counted = Looking(), MOST_TOGETHER, Counter[str]()
    found = []
    for held in by_uid.values():
        offer = _offer(held, counted, looking, most=min(MOST_OF_ONE, left), on=on)
        if offer:
            left -= len(offer.events) if offer.repeats else 0
            found.append(offer)
    return Offers(
        offers=tuple(sorted(found, key=_order)),
        cancelled=counted["cancelled"],
        not_begun=counted["not begun"],
        is_cut=looking.left < 0,
    )


def _told_apart(entries: list[Parsed]) -> Iterator[Parsed]:
    """Yield entries; those that some program gave one and the same name get one of their own."""
    starts: dict[tuple[str, int], set[str]] = {}
    for each in entries:
        if each.instead_of is None:
            starts.setdefault((each.uid, each.sequence), set()).add(each.start.isoformat())
    for each in entries:
        is_shared = each.instead_of is None and len(starts[each.uid, each.sequence]) > 1
        yield replace(each, uid=f"{each.uid} {each.start.isoformat()}") if is_shared else each


def _order(offer: Offer) -> tuple[date, str, str]:
    return offer.events[0].when.on, offer.events[0].when.starts_at, offer.title


def _offer(
    held: Sequence[Parsed], counted: Counter[str], looking: Looking, *, most: int, on: date
) -> Offer | None:
    """Return what the entries under one name offer; None where it is cancelled or not begun."""
    whole = [each for each in held if each.instead_of is None]
    # Of several versions the latest stands.
    main = max(whole, key=_version, default=None)
    instead = {each.instead_of: each for each in sorted(held, key=_version) if each.instead_of}
    if main is not None and main.is_cancelled:
        counted["cancelled"] += 1
        return None
    counted["cancelled"] += sum(each.is_cancelled for each in instead.values())
    changed = [_changed(each) for each in instead.values() if not each.is_cancelled]
    if main is None or not main.comes_again:
        events = [_event(main, main.start)] if main is not None else []
        return _single([*events, *changed], on=on)
    passed = _days(main, instead.keys(), looking, on=on)
    events = [_event(main, _at(main, day), day.isoformat()) for day in passed[-max(most, 1) :]]
    events = sorted([*events, *(each for each in changed if each.when.on <= on)], key=_day)
    if not events:
        counted["not begun"] += 1
        return None
    suggestion = suggested(events[-1].said.title, events[-1].said.categories)
    return Offer(
        uid=main.uid,
        suggestion=suggestion,
        events=tuple(events),
        is_suggested=suggestion.becomes is Becomes.CPD,
        repeats=main.rule.in_words if main.rule else "again and again",
        missing=max(0, len(passed) - max(most, 1)),
    )


def _single(events: list[CalendarEvent], *, on: date) -> Offer | None:
    if not events:
        return None
    events.sort(key=_day)
    suggestion = suggested(events[-1].said.title, events[-1].said.categories)
    is_ahead = events[0].when.on > on
    # A list of what was learnt holds nothing that is still to come; a plan of meetings does.
    is_wanted = suggestion.becomes is not Becomes.NOTHING and not (
        is_ahead and suggestion.becomes is Becomes.CPD
    )
    return Offer(
        uid=events[0].uid,
        suggestion=suggestion,
        events=tuple(events),
        is_suggested=is_wanted,
        is_ahead=is_ahead,
    )


def _version(entry: Parsed) -> int:
    return entry.sequence


def _day(event: CalendarEvent) -> tuple[date, str]:
    return event.when.on, event.when.starts_at


def _changed(entry: Parsed) -> CalendarEvent:
    day = entry.instead_of.isoformat() if entry.instead_of else ""
    return _event(entry, entry.start, day)


def _event(entry: Parsed, start: datetime | date, day: str = "") -> CalendarEvent:
    return CalendarEvent(
        uid=entry.uid,
        day=day,
        when=when(start, entry.length),
        zone=entry.zone,
        said=entry.said,
    )


def _at(entry: Parsed, day: date) -> datetime | date:
    if isinstance(entry.start, datetime):
        return entry.start.replace(year=day.year, month=day.month, day=day.day)
    return day


def _days(
    entry: Parsed, changed: Iterable[date | None], looking: Looking, *, on: date
) -> list[date]:
    """Return the days of a series up to a day, without those that are cancelled or elsewhere."""
    by_rule = days(entry.rule, entry.first, to=on, looking=looking) if entry.rule else iter(())
    found = {each for each in by_rule if _is_in_time(entry, each)}
    found.add(entry.first)
    found.update(each for each in entry.further if each.year >= FIRST_YEAR)
    return sorted(each for each in found - entry.left_out - set(changed) if each <= on)


def _is_in_time(entry: Parsed, day: date) -> bool:
    if entry.until is None:
        return True
    at = _at(entry, day)
    if isinstance(at, datetime) and isinstance(entry.until, datetime):
        return at <= entry.until
    return day_of(at) <= day_of(entry.until)
