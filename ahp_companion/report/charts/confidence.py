"""One statement's ratings over time: a small chart that is the same shape for every statement."""

from collections.abc import Sequence
from datetime import date

from reportlab.graphics.shapes import Drawing, PolyLine

from ...domain.confidence import LEAST, LEAST_MEANS, MOST, MOST_MEANS, Curve, movement
from ...domain.words import MONTHS
from .style import END, MIDDLE, ChartStyle, canvas, colour, put, ring, stroke, wide

RING = 0.33
MARGIN = 1.0


def confidence_chart(
    curve: Curve,
    style: ChartStyle,
    *,
    width: float,
    height: float,
    from_on: date,
    to_on: date,
) -> Drawing:
    """Return one curve between two days; give every curve on a page the same two."""
    drawing = canvas(width, height)
    left = wide(LEAST_MEANS, style) + style.size
    foot, head = 1.9 * style.size, height - 1.4 * style.size
    right = width - MARGIN * style.size
    days = max(1, (to_on - from_on).days)

    def place(on: date, rating: int) -> tuple[float, float]:
        along = (on - from_on).days / days if to_on > from_on else 0.5
        up = (rating - LEAST) / (MOST - LEAST)
        inset = 0.75 * style.size
        return left + inset + along * (right - left - 2 * inset), foot + up * (head - foot)

    for y, words, code in ((head, MOST_MEANS, style.hair), (foot, LEAST_MEANS, style.ink)):
        stroke(drawing, (left, y), (right, y), code, 0.6 if code == style.ink else 0.25)
        put(drawing, words, left - 0.5 * style.size, y - 0.3 * style.size, style, anchor=END)
    rated = [(each.on, each.rating) for each in curve.ratings if each.on]
    if not rated:
        return drawing
    points = [place(on, rating) for on, rating in rated]
    _line(drawing, points, style)
    _figures(drawing, points, [rating for _, rating in rated], foot, style)
    _months(drawing, [on for on, _ in rated], points, foot, style)
    return drawing


def confidence_in_words(curve: Curve, statement: str) -> str:
    """Return what the chart shows as a sentence."""
    said = f"{statement}: {movement(curve)}"
    return f"{said}, on a line from {LEAST} ({LEAST_MEANS}) to {MOST} ({MOST_MEANS})."


def _line(drawing: Drawing, points: Sequence[tuple[float, float]], style: ChartStyle) -> None:
    if len(points) > 1:
        flat = [each for point in points for each in point]
        drawing.add(PolyLine(flat, strokeColor=colour(style.chart), strokeWidth=0.16 * style.size))
    for x, y in points:
        ring(
            drawing, x, y, RING * style.size,
            fill=style.page, outline=style.chart, weight=0.16 * style.size,
        )  # fmt: skip


def _figures(
    drawing: Drawing,
    points: Sequence[tuple[float, float]],
    ratings: Sequence[int],
    foot: float,
    style: ChartStyle,
) -> None:
    """Write each rating over its ring, or under it at a dip, where a line is in the way above."""
    rooms = [wide(str(rating), style, strong=True) for rating in ratings]
    for at in _apart([x for x, _ in points], rooms):
        x, y = points[at]
        dips = 0 < at < len(points) - 1 and ratings[at - 1] > ratings[at] < ratings[at + 1]
        below = dips and y - 1.3 * style.size > foot
        up = -1.25 * style.size if below else 0.7 * style.size
        put(drawing, str(ratings[at]), x, y + up, style, anchor=MIDDLE, strong=True)


def _months(
    drawing: Drawing,
    dates: Sequence[date],
    points: Sequence[tuple[float, float]],
    foot: float,
    style: ChartStyle,
) -> None:
    """Name the months under the ratings, as many as there is room for."""
    rooms = [wide(_short(on), style) + 0.5 * style.size for on in dates]
    for at in _apart([x for x, _ in points], rooms):
        x, y = points[at][0], foot - 1.4 * style.size
        put(drawing, _short(dates[at]), x, y, style, anchor=MIDDLE)


def _apart(middles: Sequence[float], rooms: Sequence[float]) -> list[int]:
    """Return which of several words can be written without meeting: the last, the first, others."""
    last = len(middles) - 1
    kept: list[int] = []
    for at in dict.fromkeys((last, 0, *range(1, last))):
        if all(abs(middles[at] - middles[o]) >= (rooms[at] + rooms[o]) / 2 for o in kept):
            kept.append(at)
    return sorted(kept)


def _short(on: date) -> str:
    return f"{MONTHS[on.month - 1][:3]} {on.year % 100:02}"
