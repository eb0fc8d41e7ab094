"""How other programs' days and hours are taken, and the lines that keep what has no field here."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from ...domain.words import MONTHS
from ..written_days import LAST_YEAR, days
from ..written_hours import length

LONGEST = 60
# A moment: the day is the one written, and its zone is never reckoned with.
MOMENT = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})[T ].*", re.ASCII | re.DOTALL)
YEAR = re.compile(r"\b[12]\d{3}\b", re.ASCII)


def day_of(written: str) -> date | None:
    """Return the day that is written, whole; None where it is less or more than one day.

    Of a moment with a zone it is the day as written: midnight in Auckland is not the day before.
    """
    moment = MOMENT.fullmatch(written[:LONGEST])
    found = days("-".join(moment.groups()) if moment else written)
    if found is None or found.is_month or found.last or not found.is_all:
        return None
    return found.first


def last_day_of(written: str) -> date | None:
    """Return the last day that a date without a day can mean; None where no year is written."""
    year = YEAR.search(written[:LONGEST])
    if year is None or int(year[0]) > LAST_YEAR:
        return None
    words = re.findall(r"[a-z]{3,}", written[:LONGEST].lower())
    month = next((found for each in words if (found := _month(each))), len(MONTHS))
    after = date(int(year[0]) + month // len(MONTHS), month % len(MONTHS) + 1, 1)
    return after - timedelta(days=1)


def minutes_of(written: str) -> int | None:
    """Return a length of time in minutes, hours where no unit is named; None for anything else."""
    try:
        found = length(written)
    except ValueError:
        return None
    return found.minutes if found else None


def line(name: str, value: str) -> str:
    """Return a line that keeps what has no field, “Tags: gait”; nothing for nothing."""
    return f"{name}: {value.strip()}" if value.strip() else ""


def with_lines(words: str, lines: Iterable[str]) -> str:
    """Return words with such lines in a paragraph behind them."""
    kept = "\n".join(dict.fromkeys(each for each in lines if each))
    return "\n\n".join(part for part in (words, kept) if part)


def _month(name: str) -> int:
    starts = [each.lower()[: len(name)] for each in MONTHS]
    return starts.index(name) + 1 if name in starts else 0
