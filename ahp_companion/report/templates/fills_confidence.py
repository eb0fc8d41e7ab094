"""Confidence: what moved, in the words that went with it."""

from ...domain.confidence import (
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
    movement,
)
from ..selection import known_statement
from .filling import Fill, Filling

MOST_CURVES = 6


def moved(filling: Filling) -> str:
    """Return where each statement began and where it stands, as its owner rated it."""
    drawn = _drawn(filling)
    lines = [f"{_words(filling, each)}: {movement(each)}" for each in drawn[:MOST_CURVES]]
    more = len(drawn) - MOST_CURVES
    return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)


def said_last(filling: Filling) -> str:
    """Return the words that came with the newest rating of each statement."""
    newest = [each.ratings[-1].words for each in _drawn(filling)]
    return "\n".join(f"“{each.strip()}”" for each in newest[:MOST_CURVES] if each.strip())


def _drawn(filling: Filling) -> list[Curve]:
    ratings = filling.portfolio.all(ConfidenceRating)
    held = curves(filling.of(RatedStatement), ratings)
    return [each for each in held if each.measure is Measure.CONFIDENCE]


def _words(filling: Filling, curve: Curve) -> str:
    known = known_statement(filling.selection, curve.statement.statement)
    return (curve.statement.words or (known[1].words if known else "")).rstrip(".")


def _never(_filling: Filling) -> tuple[str, ...]:
    """Return no box: how sure someone feels is theirs to tick."""
    return ()


FILLS: dict[str, Fill] = {
    "confidence.moved": moved,
    "milestone.confidence": said_last,
    "reflection.rating": _never,
}
