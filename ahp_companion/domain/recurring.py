"""Meetings that come again: planned at once, every week, fortnight, month or so many weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .calendar import months_after
from .meetings import Meeting
from .records import new_id
from .words import Word

MOST = 60


class Every(Word):
    """How often a meeting comes again; fortnightly and monthly are what people most often keep."""

    WEEK = "week", "Every week"
    FORTNIGHT = "fortnight", "Every fortnight"
    MONTH = "month", "Every month"
    OWN = "own", "Every so many weeks"


def days(first: date, every: Every, *, until: date, weeks: int = 1) -> tuple[date, ...]:
    """Return the days after a first one, up to a last, on which a meeting comes again.

    A month later is the same day of the month, or its last. `weeks` counts for Every.OWN alone.
    There are never more than sixty.
    """
    return tuple(_days(first, every, until, max(weeks, 1)))


def again(meeting: Meeting, every: Every, *, until: date, weeks: int = 1) -> tuple[Meeting, ...]:
    """Return the meetings that follow a planned one, each like it and with nothing said yet."""
    if meeting.planned_on is None:
        return ()
    return tuple(
        replace(
            meeting,
            id=new_id(),
            planned_on=each,
            held_on=None,
            milestone=None,
            agenda="",
            record="",
        )
        for each in days(meeting.planned_on, every, until=until, weeks=weeks)
    )


def _days(first: date, every: Every, until: date, weeks: int) -> Iterator[date]:
    step = {Every.WEEK: 1, Every.FORTNIGHT: 2, Every.OWN: weeks}.get(every)
    for number in range(1, MOST + 1):
        on = months_after(first, number) if step is None else first + timedelta(weeks=step * number)
        if on > until:
            return
        yield on
