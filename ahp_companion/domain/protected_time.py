"""Protected time: what was agreed, what was planned, taken or lost and why, and what is owed.

Nothing here says how much anyone is entitled to; no such amount exists for the allied health
professions. An agreement is between people, and the sums follow from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from .calendar import days_in_month, months_after, months_between
from .preceptorship import Side
from .records import link, new_id
from .words import Word, duration

LATELY = timedelta(weeks=8)
SEVERAL = 2


class Whose(Word):
    """Whose time it is; preceptors need theirs as well."""

    PRECEPTEE = "preceptee", "The preceptee's"
    PRECEPTOR = "preceptor", "The preceptor's"


class Per(Word):
    """The period an agreed amount is for."""

    WEEK = "week", "a week"
    FORTNIGHT = "fortnight", "a fortnight"
    MONTH = "month", "a month"
    QUARTER = "quarter", "a quarter"


class TimeKind(Word):
    """What protected time is for."""

    PRECEPTORSHIP = "preceptorship", "Preceptorship"
    STUDY = "study", "Study"
    SUPERVISION = "supervision", "Clinical supervision"
    PEER = "peer", "Peer support"
    SUPERNUMERARY = "supernumerary", "Supernumerary day"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAgreement:
    """An amount of time promised for each week, fortnight, month or quarter, from a day on."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    whose: Whose = Whose.PRECEPTEE
    minutes: int = 0
    per: Per = Per.MONTH
    from_on: date | None = None
    to_on: date | None = None
    agreed_with: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedTime:
    """One piece of protected time, planned and then taken or lost."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    whose: Whose = Whose.PRECEPTEE
    on: date | None = None
    kind: TimeKind = TimeKind.PRECEPTORSHIP
    planned_minutes: int = 0
    taken_minutes: int = 0
    lost_minutes: int = 0
    lost_reason: str = ""
    is_own_time: bool = False
    used_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Protected time in whole minutes over a span: a month, or all so far."""

    from_on: date
    agreed: int = 0
    planned: int = 0
    taken: int = 0
    lost: int = 0
    own: int = 0
    owed: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """Protected time of the last weeks in whole minutes, and the session lost last."""

    from_on: date
    taken: int
    lost: int
    newest: ProtectedTime


def name(agreement: TimeAgreement) -> str:
    """Return what an agreement comes to, "3 h 45 min a fortnight"."""
    return f"{duration(agreement.minutes)} {agreement.per.label}"


def agreed_minutes(agreements: Iterable[TimeAgreement], *, from_on: date, to_on: date) -> int:
    """Return the whole minutes promised over a span of days, both ends included.

    A month or quarter begun counts by its days; agreements that overlap add up.
    """
    total = sum((_agreed(each, from_on, to_on) for each in agreements), Fraction(0))
    return int(total + Fraction(1, 2))


def monthly_minutes(agreement: TimeAgreement) -> int:
    """Return what an agreement comes to in a month, to the nearest five minutes."""
    a_month = {
        Per.WEEK: Fraction(52, 12),
        Per.FORTNIGHT: Fraction(26, 12),
        Per.MONTH: Fraction(1),
        Per.QUARTER: Fraction(1, 3),
    }
    return 5 * round(agreement.minutes * a_month[agreement.per] / 5)


def own_side(side: Side) -> Whose:
    """Return whose time is the owner's own in a preceptorship they are in on one side."""
    return Whose.PRECEPTOR if side is Side.PRECEPTOR else Whose.PRECEPTEE


def by_month(
    agreements: Iterable[TimeAgreement], sessions: Iterable[ProtectedTime], *, on: date
) -> tuple[Balance, ...]:
    """Return a balance for each month from the first agreement or session up to a given day.

    `owed` runs on from month to month. Time lost to the service stays owed; only protected time
    taken counts against it, and time of one's own is counted apart.
    """
    agreements = tuple(agreements)
    held = tuple(each for each in sessions if each.on and each.on <= on)
    starts = [each.from_on for each in agreements if each.from_on] + [
        each.on for each in held if each.on
    ]
    if not starts or min(starts) > on:
        return ()
    months: list[Balance] = []
    agreed_before, taken_so_far = 0, 0
    first = min(starts).replace(day=1)
    for month in months_between(first, on):
        last = min(months_after(month, 1) - timedelta(days=1), on)
        inside = [each for each in held if each.on and month <= each.on <= last]
        agreed_so_far = agreed_minutes(agreements, from_on=first, to_on=last)
        of_month = _of(inside, month, agreed_so_far - agreed_before)
        taken_so_far += of_month.taken
        months.append(replace(of_month, owed=agreed_so_far - taken_so_far))
        agreed_before = agreed_so_far
    return tuple(months)


def so_far(months: Iterable[Balance]) -> Balance | None:
    """Return the balance of all months together; None where there are none."""
    held = tuple(months)
    if not held:
        return None
    return Balance(
        from_on=held[0].from_on,
        agreed=sum(each.agreed for each in held),
        planned=sum(each.planned for each in held),
        taken=sum(each.taken for each in held),
        lost=sum(each.lost for each in held),
        own=sum(each.own for each in held),
        owed=held[-1].owed,
    )


def lost_lately(sessions: Iterable[ProtectedTime], *, on: date) -> Lately | None:
    """Return the last eight weeks where more protected time was lost in them than taken.

    None where it was not, or where fewer than two sessions were lost: once can happen.
    """
    since = on - LATELY
    recent = [
        each for each in sessions if each.on and since < each.on <= on and not each.is_own_time
    ]
    lost = [each for each in recent if each.lost_minutes]
    lost_minutes = sum(each.lost_minutes for each in lost)
    taken_minutes = sum(each.taken_minutes for each in recent)
    if len(lost) < SEVERAL or lost_minutes <= taken_minutes:
        return None
    newest = max(lost, key=lambda each: each.on or date.min)
    return Lately(from_on=since, taken=taken_minutes, lost=lost_minutes, newest=newest)


def over(
    agreements: Iterable[TimeAgreement],
    sessions: Iterable[ProtectedTime],
    *,
    from_on: date,
    to_on: date,
) -> Balance:
    """Return the balance of a span of days alone, both ends included."""
    inside = [each for each in sessions if each.on and from_on <= each.on <= to_on]
    balance = _of(inside, from_on, agreed_minutes(agreements, from_on=from_on, to_on=to_on))
    return replace(balance, owed=balance.agreed - balance.taken)


def of(records: Iterable[ProtectedTime], whose: Whose) -> tuple[ProtectedTime, ...]:
    """Return the time that is the preceptee's, or the preceptor's."""
    return tuple(each for each in records if each.whose is whose)


def scaled(agreement_minutes: int, wte_hundredths: int | None) -> int:
    """Return an amount in proportion to part-time hours, to the nearest five minutes."""
    if not wte_hundredths:
        return agreement_minutes
    return 5 * round(agreement_minutes * wte_hundredths / 500)


def _of(sessions: list[ProtectedTime], month: date, agreed: int) -> Balance:
    protected = [each for each in sessions if not each.is_own_time]
    return Balance(
        from_on=month,
        agreed=agreed,
        planned=sum(each.planned_minutes for each in protected),
        taken=sum(each.taken_minutes for each in protected),
        lost=sum(each.lost_minutes for each in protected),
        own=sum(each.taken_minutes for each in sessions if each.is_own_time),
        reasons=tuple(each.lost_reason for each in protected if each.lost_reason),
    )


def _agreed(agreement: TimeAgreement, from_on: date, to_on: date) -> Fraction:
    start = max(agreement.from_on or from_on, from_on)
    end = min(agreement.to_on or to_on, to_on)
    if end < start:
        return Fraction(0)
    if agreement.per in (Per.WEEK, Per.FORTNIGHT):
        days = 7 if agreement.per is Per.WEEK else 14
        return Fraction(agreement.minutes * ((end - start).days + 1), days)
    months = Fraction(0)
    for month in months_between(start, end):
        last = months_after(month, 1) - timedelta(days=1)
        days = (min(last, end) - max(month, start)).days + 1
        months += Fraction(days, days_in_month(month))
    return agreement.minutes * months / (3 if agreement.per is Per.QUARTER else 1)
