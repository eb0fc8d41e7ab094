"""Days as people and programs write them, "12/03/2026", "12–14 March 2026" or "Mar 12, 2026".

Which of two figures is the day is settled from a whole column, never from a value alone; where a
column leaves it open, its owner is asked.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ..domain.words import MONTHS, Word

LONGEST = 120
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Days since then are how spreadsheets count; these many lie between 1982 and 2064.
SPREADSHEETS_FIRST, SERIALS = date(1899, 12, 30), range(30_000, 60_000)
WELSH = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
    "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip
NUMBERS = {
    name.casefold(): number
    for names in (WELSH, MONTHS, [each[:3] for each in MONTHS])
    for number, name in enumerate(names, start=1)
} | {"sept": 9}
MONTH = rf"(?P<month>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\.?"
DAY, YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d{1,9})?)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
ZONE = r"(?: ?(?:(?:z|utc|gmt|bst)(?:[+-]\d{1,2}:?\d{2})?|[+-]\d{2}:?\d{2}))"
TIME = rf"(?P<time>[ t]+(?:at |from )?{CLOCK}{ZONE}?(?: ?(?:-|to) ?{CLOCK})?)?"
FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<first>\d{1,4})(?P<between>[-/. ])(?P<second>\d{1,2})(?P=between)(?P<third>\d{1,4})",
        r"(?P<whole>(?:19|20)\d{6})",
        rf"{DAY}[-/. ]?{MONTH}[-/. ]*{YEAR}",
        rf"{MONTH}[- ]?{DAY} (?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[-/. ]{MONTH}[-/. ]?{DAY}",
    )
)
MONTH_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{MONTH}[-/. ]*(?P<year>\d{{4}})",
        # With a dash, as spreadsheets write it; “March 26” may as well be a day.
        rf"{MONTH}-(?P<year>\d{{2}})",
        rf"(?P<year>\d{{4}})[-/. ]{MONTH}",
        r"(?P<number>\d{1,2})[-/.](?P<year>\d{4})",
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})",
    )
)
UNTIL = re.compile(
    r" ?(?:-|/(?=\d{4}-)|\.\.|\bto\b|\buntil\b|\btill\b) ?| ?(?P<gap>&|\band\b|\ba\b) ?"
)
AFTER_MONTH = re.compile(rf"{MONTH} (?P<day>\d{{1,2}}) ?- ?(?P<last>\d{{1,2}}) (?P<year>\d{{4}})")
OPEN = re.compile(r"(?<![\d.:])(\d{1,2})([-/ ])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])", re.ASCII)
DOTTED = re.compile(r"(?<![\d.:])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d:])", re.ASCII)
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b[.,]?", re.ASCII
)
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\\": "/", "‘": "'", "’": "'"})


class Order(Word):
    """In which order a date of three numbers is written."""

    DMY = "dmy", "Day, month, year"
    MDY = "mdy", "Month, day, year"
    YMD = "ymd", "Year, month, day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """One day or several, as they were written.

    `is_all` says that nothing else stood there, such as a time or a place; `is_month` that only
    the month was named; `is_turned` that it fits no calendar in the order of its column.
    """

    first: date
    last: date | None = None
    is_all: bool = True
    is_month: bool = False
    is_turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a column says of its order: the order, or else a value that could be read two ways."""

    order: Order | None
    open: str = ""


def settled(texts: Iterable[str]) -> Settled:
    """Return the order that a column's dates are in, None where a value leaves it open."""
    told: set[Order] = set()
    doubtful = ""
    for text in texts:
        for found in _numbered(text):
            possible = _possible(found)
            if len(possible) == 1:
                told |= possible
            elif possible and "." not in found[0]:
                doubtful = doubtful or found[0]
    if len(told) == 1:
        return Settled(order=told.pop())
    return Settled(order=None, open=doubtful) if doubtful else Settled(order=Order.DMY)


@lru_cache(maxsize=4096)
def days(text: str, order: Order = Order.DMY) -> Days | None:
    """Return the days that a text names, in an order where it leaves that open; None for none."""
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    return (
        _one(plain, order)
        or _span(plain, order)
        or _month(plain)
        or _serial(plain)
        or _with_words(plain, order)
    )


def has_order(text: str) -> bool:
    """Return whether a text holds a date that is another one in another order."""
    return any(len(_possible(found)) > 1 and "." not in found[0] for found in _numbered(text))


def _numbered(text: str) -> Iterable[re.Match[str]]:
    plain = _plain(text[:LONGEST])
    yield from OPEN.finditer(plain)
    yield from DOTTED.finditer(plain)


def _possible(found: re.Match[str]) -> set[Order]:
    """Return the orders in which it is a date; none where both give the same day."""
    one, other, year = int(found[1]), int(found[len(found.groups()) - 1]), _year(found.groups()[-1])
    by_order = {Order.DMY: _date(year, other, one), Order.MDY: _date(year, one, other)}
    orders = {each for each, on in by_order.items() if on}
    return set() if one == other else orders


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(DASHES).casefold()
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    plain = re.sub(r"'(?=\d\d\b)", "20", plain).replace("'", "")
    plain = re.sub(r"\bof\b|[,;]", " ", WEEKDAY.sub(" ", plain))
    plain = re.sub(r" ?/ ?", "/", " ".join(plain.split()))
    return plain.removesuffix(".").strip(" -")


def _one(plain: str, order: Order) -> Days | None:
    for form in FORMS:
        found = _with_time(form).fullmatch(plain)
        made = _day_of(found.groupdict(), order) if found else None
        if found and made:
            return replace(made, is_all=not re.search(r"[1-9]", _beside(found)))
    return None


def _beside(found: re.Match[str]) -> str:
    return f"{found['before'] or ''}{found['time'] or ''}"


@lru_cache
def _with_time(form: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{CLOCK} )?{form.pattern}{TIME}(?: ?\([a-z ]* time\))?", re.ASCII
    )


def _day_of(parts: dict[str, str], order: Order) -> Days | None:
    if "first" in parts:
        return _in_order(parts["first"], parts["second"], parts["third"], order)
    if "whole" in parts:
        whole = parts["whole"]
        on = _date(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
    else:
        on = _date(_year(parts["year"]), NUMBERS[parts["month"]], int(parts["day"]))
    return Days(first=on) if on else None


def _in_order(first: str, second: str, third: str, order: Order) -> Days | None:
    if len(first) == 4 and len(third) <= 2:
        on = _date(int(first), int(second), int(third))
        return Days(first=on) if on else None
    if len(first) > 2 or len(third) not in (2, 4):
        return None
    as_written = {
        Order.DMY: (third, second, first),
        Order.MDY: (third, first, second),
        Order.YMD: (first, second, third),
    }
    wanted = Order.DMY if order is Order.YMD and len(third) == 4 else order
    for each in dict.fromkeys((wanted, Order.DMY, Order.MDY)):
        year, month, day = as_written[each]
        on = _date(_year(year), int(month), int(day))
        if on:
            return Days(first=on, is_turned=each is not wanted)
    return None


def _span(plain: str, order: Order) -> Days | None:
    within = AFTER_MONTH.fullmatch(plain)
    if within:
        plain = "{day} {month} {year} - {last} {month} {year}".format(**within.groupdict())
    for between in UNTIL.finditer(plain):
        last = _one(plain[between.end() :], order)
        first = last and _beginning(plain[: between.start()], last.first, order)
        if not (first and last) or first.first > last.first:
            continue
        days_between = (last.first - first.first).days
        return Days(
            first=first.first,
            last=last.first if days_between else None,
            # “12 and 19 March” are two days, and not all those between.
            is_all=first.is_all and last.is_all and (not between["gap"] or days_between == 1),
            is_turned=first.is_turned or last.is_turned,
        )
    return None


def _beginning(plain: str, last: date, order: Order) -> Days | None:
    """Return the first of several days, which may leave out what the last one says."""
    listed = re.match(r"(\d{1,2})(?: \d{1,2})+$", plain)
    if listed:
        found = _beginning(listed[1], last, order)
        return replace(found, is_all=False) if found else None
    whole = _one(plain, order)
    if whole:
        return whole
    for year in (last.year, last.year - 1):
        for more in (f" {year}", f"/{year}", f" {MONTHS[last.month - 1]} {year}"):
            found = _one(f"{plain}{more}".casefold(), order)
            if found and found.first <= last:
                return found
    return None


def _month(plain: str) -> Days | None:
    for form in MONTH_FORMS:
        found = form.fullmatch(plain)
        if found:
            parts = found.groupdict()
            number = int(parts["number"]) if "number" in parts else NUMBERS[parts["month"]]
            on = _date(_year(parts["year"]), number, 1)
            return Days(first=on, is_all=False, is_month=True) if on else None
    halves = re.split(r" ?(?:-|/|\bto\b) ?", plain)
    if len(halves) != 2 or not (last := _month(halves[1])):
        return None
    first = _month(halves[0]) or _month(f"{halves[0]} {last.first.year}")
    return first if first and first.first <= last.first else None


def _serial(plain: str) -> Days | None:
    found = re.fullmatch(r"(\d{5})(\.\d{1,12})?", plain, re.ASCII)
    if not found or int(found[1]) not in SERIALS:
        return None
    on = SPREADSHEETS_FIRST + timedelta(days=int(found[1]))
    return Days(first=on, is_all=not re.search(r"[1-9]", found[2] or ""))


def _with_words(plain: str, order: Order) -> Days | None:
    """Return the day that stands among words, as in “w/c 12 March 2026” or with a place after."""
    words = plain.split()[:12]
    for begin in range(4):
        if any(re.search(r"\d", each) or each in NUMBERS for each in words[:begin]):
            break
        for end in range(len(words), begin, -1):
            if re.search(r"\d", " ".join(words[end:])):
                break
            within = " ".join(words[begin:end]).rstrip("-: ")
            found = _one(within, order) or _span(within, order)
            if found:
                return replace(found, is_all=False)
    return None


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 70 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return on if FIRST_YEAR <= year <= LAST_YEAR else None
