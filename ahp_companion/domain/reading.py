"""What people type, read as days and lengths of time; None for what cannot be read."""

import re
from datetime import date, timedelta

from .words import MONTHS

# Beyond this it is a key that stuck, not a length of time.
MOST = 100_000
NEARBY = {"today": 0, "yesterday": -1, "tomorrow": 1}
H, M = r"\s*(?:h|hr|hrs|hours?)", r"\s*(?:m|min|mins|minutes?)"
# Each pattern, with the group that holds its hours and the one that holds its minutes.
LENGTHS = (
    (rf"(\d+(?:\.\d+)?)(?:{H})?", 1, 0),
    (rf"(\d+(?:\.\d+)?){M}", 0, 1),
    (rf"(\d+){H}\s*(\d+)(?:{M})?", 1, 2),
)


def read_day(typed: str, *, today: date) -> date | None:
    """Return the day in "12 March 2026", "12/3/26", "12 mar", "2026-03-12" or "yesterday".

    The day comes before the month, as it is written in Britain. A day without a year is the one
    nearest to today.
    """
    text = typed.strip().casefold()
    if text in NEARBY:
        return today + timedelta(days=NEARBY[text])
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = re.findall(r"\d+|[a-z]+", re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text))
    if len(parts) not in (2, 3) or not parts[0].isdigit():
        return None
    month = _month(parts[1])
    if month is None:
        return None
    if len(parts) == 2:
        near = (_day(today.year + years, month, int(parts[0])) for years in (-1, 0, 1))
        return min((each for each in near if each), key=lambda on: abs(on - today), default=None)
    if not parts[2].isdigit():
        return None
    year = int(parts[2])
    return _day(year + 2000 if year < 100 else year, month, int(parts[0]))


def read_duration(typed: str) -> int | None:
    """Return the minutes in "1 h 30 min", "1:30", "1.5", "2 hours" or "45 min".

    A bare number is hours: people log half days, not seconds.
    """
    text = typed.strip().casefold().replace(",", ".")
    if clock := re.fullmatch(r"(\d{1,5}):([0-5]\d)", text):
        return int(clock[1]) * 60 + int(clock[2])
    for pattern, in_hours, in_minutes in LENGTHS:
        if found := re.fullmatch(pattern, text):
            hours = float(found[in_hours]) if in_hours else 0
            minutes = float(found[in_minutes]) if in_minutes else 0
            return round(hours * 60 + minutes) if max(hours, minutes) < MOST else None
    return None


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    named = [
        number
        for number, name in enumerate(MONTHS, start=1)
        if len(text) >= 3 and name.casefold().startswith(text)
    ]
    return named[0] if named else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
