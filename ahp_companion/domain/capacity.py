"""A preceptor's capacity: the hours promised to preceptees beside the hours there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .overview import Line
from .practitioner import Practitioner
from .preceptorship import Preceptorship, Side, Status
from .protected_time import TimeAgreement, Whose, monthly_minutes
from .words import duration

RUNNING = frozenset({Status.PLANNED, Status.UNDER_WAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one preceptee was promised, in whole minutes a month."""

    preceptorship: Preceptorship
    minutes: int


def promises(
    preceptorships: Iterable[Preceptorship], agreements: Iterable[TimeAgreement], *, on: date
) -> tuple[Promise, ...]:
    """Return what each preceptee of a running preceptorship is promised a month, as of a day.

    A month begun in its middle is promised no less for that: what counts is the rate in force.
    """
    held = tuple(agreements)
    return tuple(
        Promise(
            preceptorship=each,
            minutes=sum(map(monthly_minutes, _in_force(held, each, on))),
        )
        for each in preceptorships
        if each.side is Side.PRECEPTOR and each.status in RUNNING
    )


def capacity_in_words(promised: Iterable[Promise], available: int | None) -> str:
    """Return the hours promised beside those there are, and by how much they go beyond.

    Nothing where nobody was promised anything. `available` is in minutes a month.
    """
    total = sum(each.minutes for each in promised)
    if not total:
        return ""
    if available is None:
        return f"{duration(total)} a month promised. How much there is, is not written down yet."
    words = f"{duration(total)} a month promised, {duration(available)} there."
    over = total - available
    return f"{words} That is {duration(over)} more than there is." if over > 0 else words


def is_over(promised: Iterable[Promise], available: int | None) -> bool:
    """Return whether more was promised than there is."""
    return available is not None and sum(each.minutes for each in promised) > available


def capacity_line(promised: Iterable[Promise], owner: Practitioner) -> tuple[Line, ...]:
    """Return a line for the overview where more was promised to preceptees than there is."""
    held = tuple(promised)
    if not is_over(held, owner.preceptor_minutes):
        return ()
    words = "More time is promised to preceptees than there is"
    detail = capacity_in_words(held, owner.preceptor_minutes)
    return (Line(icon="people", words=words, detail=detail, on=None, record=owner, is_due=True),)


def _in_force(
    agreements: Iterable[TimeAgreement], preceptorship: Preceptorship, on: date
) -> list[TimeAgreement]:
    return [
        each
        for each in agreements
        if each.preceptorship == preceptorship.id
        and each.whose is Whose.PRECEPTOR
        and (each.from_on or on) <= on <= (each.to_on or on)
    ]
