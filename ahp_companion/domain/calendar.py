"""Months as people count them: a month after 31 January is the end of February."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date


def months_after(start: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it has no such day.

    The calendar ends with the year 9999, and so does what lies beyond it.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def first_of_month(on: date) -> date:
    """Return the first day of the month a date lies in."""
    return on.replace(day=1)


def days_in_month(on: date) -> int:
    """Return how many days the month of a date has."""
    return monthrange(on.year, on.month)[1]


def months_between(from_on: date, to_on: date) -> Iterator[date]:
    """Yield the first day of every month that the span touches, oldest first."""
    month = first_of_month(from_on)
    while month <= to_on:
        yield month
        month = months_after(month, 1)
