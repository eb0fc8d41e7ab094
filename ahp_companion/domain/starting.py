"""Starter plans: what each transition often takes; picked from and changed, never imposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from .calendar import months_after
from .pillars import Pillar
from .plan import Layer, Need, Objective, Strength
from .preceptorship import SUGGESTED_MONTHS, Preceptorship, ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterNeed:
    """A need that people in a transition often name."""

    words: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterObjective:
    """An objective that often helps; `month` says when it could be reached, in a year of twelve."""

    title: str
    how: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()
    month: int = SUGGESTED_MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterPlan:
    """What to choose from at the start of one transition."""

    code: str
    name: str
    about: str
    source: str
    as_at: str
    months: int
    months_words: str
    strengths: tuple[str, ...]
    needs: tuple[StarterNeed, ...]
    objectives: tuple[StarterObjective, ...]
    looks: tuple[str, ...]
    agenda: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedActivity:
    """One activity of the library that can be taken into a plan as an objective."""

    code: str
    title: str
    how: str
    stage: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()


Picked = str | StarterNeed | StarterObjective | SuggestedActivity


def picked(
    preceptorship: Preceptorship, choices: Iterable[Picked]
) -> tuple[Strength | Need | Objective, ...]:
    """Return the records that what was picked from a starter plan becomes in a preceptorship."""
    return tuple(_record(preceptorship, each) for each in choices)


def due_on(preceptorship: Preceptorship, month: int) -> date | None:
    """Return the day that a month of a year of twelve falls on, drawn to the length it has."""
    if preceptorship.started_on is None:
        return None
    at = Fraction(max(preceptorship.length_months, 1) * month, SUGGESTED_MONTHS)
    due = months_after(preceptorship.started_on, int(at)) + timedelta(days=int(30 * (at % 1)))
    last = ends_on(preceptorship)
    return min(due, last) if last else due


def _record(preceptorship: Preceptorship, choice: Picked) -> Strength | Need | Objective:
    if isinstance(choice, str):
        return Strength(preceptorship=preceptorship.id, words=choice)
    if isinstance(choice, StarterNeed):
        return Need(
            preceptorship=preceptorship.id,
            words=choice.words,
            layer=choice.layer,
            pillars=choice.pillars,
        )
    due = due_on(preceptorship, choice.month) if isinstance(choice, StarterObjective) else None
    return Objective(
        preceptorship=preceptorship.id,
        title=choice.title,
        how=choice.how,
        layer=choice.layer,
        pillars=choice.pillars,
        due_on=due,
    )
