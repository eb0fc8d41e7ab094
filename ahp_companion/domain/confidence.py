"""Confidence and competence, rated by the person themselves and never put together.

Ratings are steps along a line that only their owner can read: nothing here averages, totals or
compares them with a mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .records import code, link, new_id
from .words import Word, month

LEAST, MOST = 1, 10
LEAST_MEANS, MOST_MEANS = "not yet", "fully"


class Measure(Word):
    """What is rated: how sure someone feels, or how able they judge themselves to be."""

    CONFIDENCE = "confidence", "Confidence"
    COMPETENCE = "competence", "Competence"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedStatement:
    """A sentence someone rates themselves on, their own or from a framework."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship")
    words: str = ""
    statement: str = code()
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceRating:
    """One rating on one day, from 1 (not yet) to 10 (fully), with a few words."""

    id: str = field(default_factory=new_id)
    rated: str | None = link("rated_statement", owned=True)
    measure: Measure = Measure.CONFIDENCE
    on: date | None = None
    rating: int = LEAST
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """All ratings of one statement by one measure, oldest first."""

    statement: RatedStatement
    measure: Measure
    ratings: tuple[ConfidenceRating, ...]


def curves(
    statements: Iterable[RatedStatement], ratings: Iterable[ConfidenceRating]
) -> tuple[Curve, ...]:
    """Return a curve for each statement and measure that has a dated rating."""
    rated = tuple(statements)
    held = sorted((each for each in ratings if each.on), key=lambda each: each.on or date.min)
    found = []
    for measure in Measure:
        for statement in rated:
            of_statement = tuple(
                each for each in held if each.rated == statement.id and each.measure is measure
            )
            if of_statement:
                found.append(Curve(statement=statement, measure=measure, ratings=of_statement))
    return tuple(found)


def movement(curve: Curve) -> str:
    """Return where a curve began and where it stands, "from 3 in May 2025 to 6 in March 2026"."""
    first, last = curve.ratings[0], curve.ratings[-1]
    if first is last or first.on is None or last.on is None:
        return f"{last.rating} in {month(last.on)}" if last.on else str(last.rating)
    if first.rating == last.rating:
        return f"{last.rating} in {month(first.on)} and in {month(last.on)}"
    return f"from {first.rating} in {month(first.on)} to {last.rating} in {month(last.on)}"
