"""Two years of records on one strip: a mark for each, stacked in its month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.graphics.shapes import Drawing

from ...domain.calendar import first_of_month, months_after
from ...domain.words import MONTHS, count, listed, month, sentence
from .style import END, MIDDLE, ChartStyle, block, canvas, put, ring, stroke, wide

MONTHS_SHOWN = 24
HIGHEST = 5
MARK_EVERY = 0.82
# A year that begins the strip later than this has no room for its name.
LAST_TO_NAME = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One kind of record: its name for one and for many, and the days its records are of."""

    one: str
    many: str
    days: tuple[date, ...]


def record_strip_chart(
    strips: Sequence[Strip], style: ChartStyle, *, width: float, left: float, to_on: date
) -> Drawing:
    """Return a line for each kind over the two years up to a day; as high as it needs to be.

    Names and numbers stand before `left`. A month that holds more than five says how many.
    """
    first = months_after(first_of_month(to_on), 1 - MONTHS_SHOWN)
    counted = [_by_month(strip, first) for strip in strips]
    heights = [
        max(2.2, 1.0 + MARK_EVERY * min(HIGHEST, max(held.values(), default=1))) * style.size
        for held in counted
    ]
    foot = 4 * style.size
    drawing = canvas(width, foot + sum(heights) + style.size)
    step = (width - left) / MONTHS_SHOWN
    y = foot + sum(heights)
    for at, (strip, held) in enumerate(zip(strips, counted, strict=True)):
        y -= heights[at]
        stroke(drawing, (0, y), (width, y), style.hair, 0.5)
        put(drawing, sentence(strip.many), 0, y + 0.6 * style.size, style, size=1.06 * style.size)
        total = f"{sum(held.values()):,}"
        put(drawing, total, left - 1.5 * step, y + 0.6 * style.size, style, anchor=END, strong=True)
        for column, number in held.items():
            _marks(drawing, at, left + (column + 0.5) * step, y, number, style)
    _month_letters(drawing, first, left, step, foot, style)
    return drawing


def record_strip_in_words(strips: Sequence[Strip], *, to_on: date) -> str:
    """Return what the chart shows as a sentence."""
    first = months_after(first_of_month(to_on), 1 - MONTHS_SHOWN)
    said = [count(sum(_by_month(strip, first).values()), strip.one, strip.many) for strip in strips]
    return f"{month(first)} to {month(to_on)}, one mark for each record: {listed(said)}."


def older_in_words(strips: Sequence[Strip], *, to_on: date) -> str:
    """Return how many records are too old for the strip; nothing where none is."""
    first = months_after(first_of_month(to_on), 1 - MONTHS_SHOWN)
    older = [(sum(1 for on in strip.days if on < first), strip) for strip in strips]
    said = [count(number, strip.one, strip.many) for number, strip in older if number]
    verb = "is" if sum(number for number, _ in older) == 1 else "are"
    return f"Older than the strip {verb} {listed(said)}." if said else ""


def _by_month(strip: Strip, first: date) -> Counter[int]:
    columns = ((on.year - first.year) * 12 + on.month - first.month for on in strip.days)
    return Counter(column for column in columns if 0 <= column < MONTHS_SHOWN)


def _marks(
    drawing: Drawing, kind: int, x: float, foot: float, number: int, style: ChartStyle
) -> None:
    """Draw a square, a ring or a dot for each record: three kinds that print apart in grey."""
    shown = number if number <= HIGHEST else HIGHEST - 1
    radius = 0.3 * style.size
    for at in range(shown):
        y = foot + (0.85 + at * MARK_EVERY) * style.size
        if kind % 3 == 0:
            block(drawing, x - radius, y - radius, 2 * radius, 2 * radius, style.ink)
        else:
            fill = style.page if kind % 3 == 1 else style.chart
            ring(drawing, x, y, radius, fill=fill, outline=style.chart, weight=0.12 * style.size)
    if number > HIGHEST:
        y = foot + (0.55 + shown * MARK_EVERY) * style.size
        put(drawing, str(number), x, y, style, anchor=MIDDLE, size=0.8 * style.size)


def _month_letters(
    drawing: Drawing, first: date, left: float, step: float, foot: float, style: ChartStyle
) -> None:
    for column in range(MONTHS_SHOWN):
        on = months_after(first, column)
        x = left + (column + 0.5) * step
        letter = MONTHS[on.month - 1][0]
        put(drawing, letter, x, foot - 1.6 * style.size, style, anchor=MIDDLE, size=style.size)
        if on.month == 1 and column:
            edge = left + column * step
            top, end = foot - 0.4 * style.size, foot - 3.6 * style.size
            stroke(drawing, (edge, top), (edge, end), style.grey, 0.35)
    _years(drawing, first, left, step, foot, style)


def _years(
    drawing: Drawing, first: date, left: float, step: float, foot: float, style: ChartStyle
) -> None:
    """Name each year at its first month; the first year only if it is not over at once."""
    for column in range(MONTHS_SHOWN):
        on = months_after(first, column)
        if on.month == 1 or (column == 0 and on.month <= LAST_TO_NAME):
            room = wide(str(on.year), style, strong=True)
            x = min(left + (column + 0.3) * step, drawing.width - room)
            put(drawing, str(on.year), x, foot - 3.3 * style.size, style, strong=True)
