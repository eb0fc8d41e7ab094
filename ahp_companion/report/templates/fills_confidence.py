"""Confidence: the words that went with the newest ratings."""

from ...domain.confidence import (
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
)
from .filling import Fill, Filling

MOST_CURVES = 6


def said_last(filling: Filling) -> str:
    """Return the words that came with the newest rating of each statement."""
    newest = [each.ratings[-1].words for each in _drawn(filling)]
    return "\n".join(f"“{each.strip()}”" for each in newest[:MOST_CURVES] if each.strip())


def _drawn(filling: Filling) -> list[Curve]:
    ratings = filling.portfolio.all(ConfidenceRating)
    held = curves(filling.of(RatedStatement), ratings)
    return [each for each in held if each.measure is Measure.CONFIDENCE]


def _never(_filling: Filling) -> tuple[str, ...]:
    """Return no box: how sure someone feels is theirs to tick."""
    return ()


FILLS: dict[str, Fill] = {
    "milestone.confidence": said_last,
    "reflection.rating": _never,
}
