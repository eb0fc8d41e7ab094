"""The window that counts: when a renewal is, what an audit there looks at, and when one can be.

Every date is worked out from dated data, and can be set by the owner instead: windows have been
moved before, and nothing here can look one up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .audit import AuditProfile
from .calendar import months_after
from .gosc import CYCLE_MONTHS, begins_on
from .portfolio import Portfolio
from .practitioner import Practitioner
from .preceptorship import Preceptorship, Side, ends_on
from .professions import Profession, Regulator, Renewal, next_renewal, renewals
from .words import count, day, span

# HCPC, "What happens if I'm selected for audit": two years on the register come first.
YEARS_BEFORE_AUDIT = 2
MONTHS_IN_A_YEAR = 12
# A window that closes on 28 February closes with the month, in leap years too.
LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditWindow:
    """The first and last day that an audit looks at, and the renewal it belongs to.

    `renewal` is None where a regulator has no fixed window; `earliest` is the first renewal at
    which someone who joined the register when they did can be called, None where that is unknown.
    `is_set` says that the owner set a date of it themselves.
    """

    from_on: date
    to_on: date
    renewal: Renewal | None = None
    earliest: Renewal | None = None
    is_set: bool = False

    def until(self, on: date) -> date:
        """Return the last day that can be looked at already."""
        return min(self.to_on, on)


def audit_window(portfolio: Portfolio, profession: Profession, *, on: date) -> AuditWindow | None:
    """Return the window that counts on a day; None for those who are never audited."""
    held = portfolio.all(AuditProfile)
    profile = held[0] if held else AuditProfile(id="")
    if profession.regulator is Regulator.GOSC:
        return _three_years(profile, on)
    found = _renewal_that_counts(profession, profile, on)
    if found is None:
        return None
    renewal = Renewal(
        opens_on=profile.renewal_opens_on or found.opens_on,
        closes_on=profile.renewal_closes_on or found.closes_on,
    )
    owner = portfolio.practitioner
    from_on = profile.audited_from_on or audited_from(renewal, profession, owner.last_renewed_on)
    return AuditWindow(
        from_on=min(from_on, renewal.closes_on),
        to_on=renewal.closes_on,
        renewal=renewal,
        earliest=earliest_audit(profession, owner),
        is_set=bool(
            profile.audited_from_on or profile.renewal_opens_on or profile.renewal_closes_on
        ),
    )


def audited_from(renewal: Renewal, profession: Profession, last_renewed_on: date | None) -> date:
    """Return the first day that an audit at a renewal looks at.

    HCPC asks for what was done since the last renewal, and elsewhere for the last two years; the
    last renewal counts where it is known and no longer ago than that.
    """
    years = profession.renewal.every_years if profession.renewal else YEARS_BEFORE_AUDIT
    cycle = months_after(renewal.closes_on, -MONTHS_IN_A_YEAR * years) + timedelta(days=1)
    if (cycle.month, cycle.day) == LEAP_DAY:
        cycle += timedelta(days=1)
    if last_renewed_on and cycle <= last_renewed_on < renewal.opens_on:
        return last_renewed_on
    return cycle


def earliest_audit(profession: Profession, practitioner: Practitioner) -> Renewal | None:
    """Return the first renewal at which someone can be called, by when they joined the register.

    Nobody is at their first renewal after joining or coming back, nor before two years on the
    register. An estimate: how somebody is treated who joins during a window is not published.
    """
    joined_on = practitioner.registered_on
    if joined_on is None:
        return None
    two_years = months_after(joined_on, MONTHS_IN_A_YEAR * YEARS_BEFORE_AUDIT)
    after_joining = renewals(profession, from_on=joined_on)
    next(after_joining, None)
    return next((each for each in after_joining if each.opens_on >= two_years), None)


def audited_at(window: AuditWindow, profession: Profession) -> AuditWindow:
    """Return the window that an audit could first look at: this one, or a later one's."""
    first = window.earliest
    if window.renewal is None or first is None or first.opens_on <= window.renewal.opens_on:
        return window
    return replace(
        window,
        renewal=first,
        from_on=audited_from(first, profession, None),
        to_on=first.closes_on,
    )


def preceptorship_in_window(
    preceptorships: Iterable[Preceptorship], window: AuditWindow, profession: Profession
) -> str:
    """Return whether the owner's own preceptorship lies in what an audit first looks at.

    A sentence; nothing for who has no preceptorship with a start.
    """
    own = [
        each
        for each in preceptorships
        if each.side is Side.PRECEPTEE and each.started_on is not None
    ]
    if not own:
        return ""
    newest = max(own, key=_start)
    begun, ended = _start(newest), ends_on(newest) or _start(newest)
    at = audited_at(window, profession)
    years = span(at.from_on, at.to_on)
    first, last = max(begun, at.from_on), min(ended, at.to_on)
    said = f"Your preceptorship, {span(begun, ended)},"
    if first > last:
        where = "ended before" if ended < at.from_on else "begins after"
        return f"{said} {where} the time that counts, {years}."
    if (first, last) == (begun, ended):
        return f"{said} lies wholly in the time that counts, {years}."
    return (
        f"{said} lies partly in the time that counts, {years}: the part from {day(first)} to "
        f"{day(last)}."
    )


def earliest_in_words(window: AuditWindow, regulator: str) -> str:
    """Return when somebody can first be called, as a sentence; nothing where it is unknown."""
    first = window.earliest
    if first is None or window.renewal is None:
        return ""
    if first.opens_on <= window.renewal.opens_on:
        return "You have been on the register long enough to be called at this renewal."
    return (
        f"By the day you joined the register, {regulator} can first call you at the renewal that "
        f"opens on {day(first.opens_on)}. This is an estimate: your online account has the date."
    )


def days_left(due_on: date, on: date) -> str:
    """Return how long there is to a day, "23 days left"."""
    left = (due_on - on).days
    if left < 0:
        return f"{count(-left, 'day')} past"
    return f"{count(left, 'day')} left" if left else "due today"


def _renewal_that_counts(profession: Profession, profile: AuditProfile, on: date) -> Renewal | None:
    """Return the renewal someone was called at until the next one opens; else the next to close."""
    found = next_renewal(profession, on=on)
    called_on = profile.called_on
    if found is None or called_on is None or called_on > on or found.opens_on <= on:
        return found
    return next_renewal(profession, on=called_on)


def _three_years(profile: AuditProfile, on: date) -> AuditWindow:
    begun = profile.audited_from_on
    if begun is None:
        return AuditWindow(from_on=begins_on(on), to_on=on)
    # A cycle that is over is followed by the next.
    while months_after(begun, CYCLE_MONTHS) <= on:
        begun = months_after(begun, CYCLE_MONTHS)
    return AuditWindow(
        from_on=begun,
        to_on=months_after(begun, CYCLE_MONTHS) - timedelta(days=1),
        is_set=True,
    )


def _start(preceptorship: Preceptorship) -> date:
    return preceptorship.started_on or date.min
