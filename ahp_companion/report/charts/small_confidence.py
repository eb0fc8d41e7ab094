"""One statement's ratings as a line no higher than two lines of text, its last figure beside it."""

from datetime import date

from reportlab.graphics.shapes import Drawing, PolyLine

from ...domain.confidence import LEAST, MOST, Curve
from .style import CAP_HEIGHT, ChartStyle, canvas, colour, put, ring, stroke

FIGURE = 2.0
DOT = 0.27


def small_confidence_chart(
    curve: Curve,
    style: ChartStyle,
    *,
    width: float,
    height: float,
    from_on: date,
    to_on: date,
) -> Drawing:
    """Return a curve between two lines that stand for the least and the most."""
    drawing = canvas(width, height)
    dot = DOT * style.size
    right = width - FIGURE * style.size
    foot, head = 1.5 * dot, height - 1.5 * dot
    for y in (foot, head):
        stroke(drawing, (0, y), (right, y), style.hair, 0.7)
    days = max(1, (to_on - from_on).days)
    points = [
        (
            dot + (each.on - from_on).days / days * (right - 2 * dot),
            foot + (each.rating - LEAST) / (MOST - LEAST) * (head - foot),
        )
        for each in curve.ratings
        if each.on
    ]
    if len(points) > 1:
        flat = [each for point in points for each in point]
        drawing.add(PolyLine(flat, strokeColor=colour(style.chart), strokeWidth=0.14 * style.size))
    for x, y in points:
        ring(drawing, x, y, dot, fill=style.chart, outline=style.page, weight=0.1 * style.size)
    x, y = points[-1]
    baseline = y - CAP_HEIGHT * style.size / 2
    last = str(curve.ratings[-1].rating)
    put(drawing, last, x + 2 * dot + 0.3 * style.size, baseline, style, strong=True)
    return drawing
