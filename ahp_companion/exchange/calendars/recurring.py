"""When something in a calendar comes again: the days of a rule, up to a day and never beyond.

A rule is stepped through week by week or month by month within bounds of our own. The usual
library can be asked for the days of a rule, but cannot be stopped where a rule never comes true,
and a stranger may well send one that does not.
"""

import itertools
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ...domain.words import listed

# Days looked at over all the rules of a calendar: a career of daily ones, and a second's work.
MOST_LOOKED_AT = 400_000
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAY_WORDS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
EVERY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
UNDERSTOOD = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
)
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How something comes again, an empty tuple where nothing is said.

    `by_day` has places and weekdays; the place is 0 for each such day there is.
    """

    every: str
    interval: int = 1
    times: int | None = None
    week_starts: int = 0
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_place: tuple[int, ...] = ()

    @property
    def in_words(self) -> str:
        """Return the rule as a phrase, "every 2 weeks on Tuesday"."""
        period = EVERY[self.every]
        every = f"every {self.interval} {period}s" if self.interval > 1 else f"every {period}"
        on = [WEEKDAY_WORDS[weekday] for place, weekday in self.by_day if not place]
        return f"{every} on {listed(on)}" if on else every


@dataclass(slots=True)
class Looking:
    """How many days may still be looked at, over all the rules of a calendar."""

    left: int = MOST_LOOKED_AT

    def at(self, how_many: int) -> bool:
        """Take some days off what is left, and return whether there were that many."""
        self.left -= how_many
        return self.left >= 0


def rule_of(kept: Mapping[str, Any]) -> Rule | None:
    """Return a rule as the library read it; None for one that is not understood here."""
    parts = {str(key).upper(): value for key, value in kept.items()}
    every = str(_first(parts.get("FREQ", "")))
    if every not in EVERY or parts.keys() - UNDERSTOOD:
        return None
    try:
        rule = Rule(
            every=every,
            interval=max(1, int(_first(parts.get("INTERVAL", 1)))),
            times=int(_first(parts["COUNT"])) if "COUNT" in parts else None,
            week_starts=WEEKDAYS.index(str(_first(parts.get("WKST", "MO")))),
            by_day=tuple(_weekday(each) for each in parts.get("BYDAY", ())),
            by_month_day=_whole(parts, "BYMONTHDAY"),
            by_month=_whole(parts, "BYMONTH"),
            by_place=_whole(parts, "BYSETPOS"),
        )
    except (ValueError, TypeError, IndexError):
        return None
    return rule if _is_understood(rule) else None


def days(rule: Rule, first: date, *, to: date, looking: Looking) -> Iterator[date]:
    """Yield the days of a rule from its first on, up to a day, while there are days to look at."""
    left = rule.times
    for period in _periods(rule, first, to):
        if not looking.at(len(period)):
            return
        for on in _placed(rule, sorted(each for each in period if _agrees(rule, each, first))):
            if on < first:
                continue
            if on > to or left == 0:
                return
            left = None if left is None else left - 1
            yield on


def _first(held: Any) -> Any:
    return held[0] if isinstance(held, list | tuple) else held


def _whole(parts: Mapping[str, Any], name: str) -> tuple[int, ...]:
    return tuple(int(each) for each in parts.get(name, ()))


def _weekday(each: Any) -> tuple[int, int]:
    text = str(each).upper().lstrip("+")
    return int(text[:-2] or 0), WEEKDAYS.index(text[-2:])


def _is_understood(rule: Rule) -> bool:
    # In a week there is no second Tuesday, and no fifteenth; nor a first of a day's days.
    has_places = any(place for place, _ in rule.by_day) or rule.by_place
    if rule.every in ("DAILY", "WEEKLY"):
        return not has_places and not (rule.every == "WEEKLY" and rule.by_month_day)
    return True


def _periods(rule: Rule, first: date, to: date) -> Iterator[list[date]]:
    """Yield the days of each period that the rule looks at, one period after the other."""
    for number in itertools.count():
        try:
            begins, after = PERIODS[rule.every](rule, first, number * rule.interval)
        except (ValueError, OverflowError):
            return
        if begins > to:
            return
        yield [begins + DAY * each for each in range((after - begins).days)]


def _day(_rule: Rule, first: date, number: int) -> tuple[date, date]:
    on = first + DAY * number
    return on, on + DAY


def _week(rule: Rule, first: date, number: int) -> tuple[date, date]:
    begins = first - DAY * ((first.weekday() - rule.week_starts) % 7) + WEEK * number
    return begins, begins + WEEK


def _month(_rule: Rule, first: date, number: int) -> tuple[date, date]:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    begins = date(year, month + 1, 1)
    return begins, begins + DAY * monthrange(year, month + 1)[1]


def _year(_rule: Rule, first: date, number: int) -> tuple[date, date]:
    begins = date(first.year + number, 1, 1)
    return begins, begins + DAY * (366 if isleap(begins.year) else 365)


PERIODS: Mapping[str, Callable[[Rule, date, int], tuple[date, date]]] = {
    "DAILY": _day,
    "WEEKLY": _week,
    "MONTHLY": _month,
    "YEARLY": _year,
}


def _agrees(rule: Rule, on: date, first: date) -> bool:
    return (
        (not rule.by_month or on.month in rule.by_month)
        and (not rule.by_month_day or _is_month_day(rule, on))
        and (not rule.by_day or any(_is_weekday(rule, on, *each) for each in rule.by_day))
        and (bool(rule.by_day or rule.by_month_day) or _is_as_first(rule, on, first))
    )


def _is_as_first(rule: Rule, on: date, first: date) -> bool:
    if rule.every == "WEEKLY":
        return on.weekday() == first.weekday()
    if rule.every == "MONTHLY" or (rule.every == "YEARLY" and rule.by_month):
        return on.day == first.day
    if rule.every == "YEARLY":
        return (on.month, on.day) == (first.month, first.day)
    return True


def _is_month_day(rule: Rule, on: date) -> bool:
    backwards = on.day - monthrange(on.year, on.month)[1] - 1
    return on.day in rule.by_month_day or backwards in rule.by_month_day


def _is_weekday(rule: Rule, on: date, place: int, weekday: int) -> bool:
    if on.weekday() != weekday:
        return False
    if not place:
        return True
    if rule.every == "YEARLY" and not rule.by_month:
        number, length = on.timetuple().tm_yday, 366 if isleap(on.year) else 365
    else:
        number, length = on.day, monthrange(on.year, on.month)[1]
    return place == (number - 1) // 7 + 1 or place == -((length - number) // 7 + 1)


def _placed(rule: Rule, found: list[date]) -> Iterator[date]:
    if not rule.by_place:
        return iter(found)
    places = {place - 1 if place > 0 else len(found) + place for place in rule.by_place if place}
    return (each for at, each in enumerate(found) if at in places)
