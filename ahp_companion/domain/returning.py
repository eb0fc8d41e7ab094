"""Coming back, or from elsewhere: updating, what to look at again, what counts from before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from .preceptorship import Preceptorship, Transition
from .records import link, new_id
from .words import Word, count, day

# The Assistant Practitioners report (2014) has skills looked at again after about half a year.
LONG_AWAY_MONTHS = 6
# HCPC counts a day of updating as seven hours.
DAY_MINUTES = 7 * 60
RETURNING = frozenset({Transition.RETURN_TO_PRACTICE, Transition.RETURN_TO_ROLE})


class UpdatingKind(Word):
    """The ways of updating that HCPC tells apart for those who return to practice."""

    SUPERVISED = "supervised", "Supervised practice"
    FORMAL = "formal", "Formal study"
    PRIVATE = "private", "Private study"


class Standing(Word):
    """What became of something learnt elsewhere."""

    ASKED = "asked", "Asked, not settled yet"
    ACCEPTED = "accepted", "Accepted"
    REPEAT = "repeat", "To be done again here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Updating:
    """A day or some hours of updating on the way back."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    on: date | None = None
    kind: UpdatingKind = UpdatingKind.SUPERVISED
    minutes: int | None = None
    words: str = ""
    with_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """Something to look at again after time away, before it is relied upon."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    how: str = ""
    due_on: date | None = None
    rechecked_on: date | None = None
    with_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """Training or experience from elsewhere, and whether it counts here."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    where: str = ""
    standing: Standing = Standing.ASKED
    settled_on: date | None = None
    settled_by: str = ""
    what_next: str = ""


def was_long_away(preceptorship: Preceptorship) -> bool:
    """Return whether someone was away for half a year or more."""
    return (preceptorship.away_months or 0) >= LONG_AWAY_MONTHS


def is_coming_back(preceptorship: Preceptorship) -> bool:
    """Return whether someone comes back after time away, whatever the change is called."""
    return preceptorship.transition in RETURNING or bool(preceptorship.away_months)


def first_question(preceptorship: Preceptorship) -> str:
    """Return what to ask someone who was long away and has nothing to look at again yet."""
    if not was_long_away(preceptorship):
        return ""
    return (
        f"You were away for {count(preceptorship.away_months or 0, 'month')}: what do you want to "
        "look at again before relying on it?"
    )


def recheck_words(recheck: Recheck) -> str:
    """Return where something to look at again stands, "Looked at on 4 March 2026"."""
    if recheck.rechecked_on:
        return f"Looked at on {day(recheck.rechecked_on)}"
    return f"By {day(recheck.due_on)}" if recheck.due_on else ""


def in_days(updating: Iterable[Updating]) -> str:
    """Return updating as days by kind, "Supervised practice 3 days · Formal study ½ day"."""
    totals = minutes_by_kind(updating)
    return " · ".join(f"{kind.label} {days(held)}" for kind, held in totals.items() if held)


def minutes_by_kind(updating: Iterable[Updating]) -> dict[UpdatingKind, int]:
    """Return the minutes of updating of each kind."""
    totals = dict.fromkeys(UpdatingKind, 0)
    for each in updating:
        totals[each.kind] += each.minutes or 0
    return totals


def days(minutes: int) -> str:
    """Return minutes as days of seven hours, to the nearest half, "4½ days"."""
    halves = round(Fraction(minutes * 2, DAY_MINUTES))
    whole, half = divmod(halves, 2)
    number = f"{whole or ''}{'½' if half else ''}" or "0"
    return f"{number} {'day' if number in ('1', '½') else 'days'}"


def is_overdue(recheck: Recheck, *, on: date) -> bool:
    """Return whether something was to be looked at again before a day and was not."""
    return recheck.rechecked_on is None and recheck.due_on is not None and recheck.due_on < on
