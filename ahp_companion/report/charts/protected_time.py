"""Protected time by month: what was agreed, taken and lost to the service."""

import math
from collections.abc import Sequence
from operator import itemgetter

from reportlab.graphics.shapes import Drawing

from ...domain.protected_time import Balance, so_far
from ...domain.words import MONTHS, count, duration, month
from .style import CAP_HEIGHT, END, MIDDLE, ChartStyle, block, canvas, put, stroke, wide

COLUMN, AGREED = 0.52, 0.8
LOST, LOST_IN_SHORT = "lost to the service", "lost"
# Below this many letters' widths there is no room for the longer words.
NARROW = 40
HATCH_EVERY, HATCH_WEIGHT = 3.2, 0.45
HALVES = {0: "", 15: "¼", 30: "½", 45: "¾"}
STEPS = (1, 2, 4, 5, 10, 20, 50)


def protected_time_chart(
    months: Sequence[Balance],
    style: ChartStyle,
    *,
    width: float,
    height: float,
    is_alone: bool = False,
) -> Drawing:
    """Return a column for each month, labelled at the last of them; no legend is needed.

    Whoever works alone loses time, but to no service.
    """
    drawing = canvas(width, height)
    if not months:
        return drawing
    plot = _Plot(months, style, width, height, LOST_IN_SHORT if is_alone else LOST)
    for hours in plot.lines:
        y = plot.y(hours * 60)
        unit = " h" if hours == plot.lines[-1] else ""
        if hours:
            stroke(drawing, (plot.left, y), (plot.right, y), style.hair, 0.25)
        put(drawing, f"{hours}{unit}", plot.left - 6, y - style.size * 0.33, style, anchor=END)
    for at, each in enumerate(months):
        _column(drawing, plot, at, each)
    stroke(drawing, (plot.left, plot.foot), (plot.right, plot.foot), style.ink, 0.6)
    _month_names(drawing, plot)
    _labels(drawing, plot)
    return drawing


def protected_time_in_words(months: Sequence[Balance], *, is_alone: bool = False) -> str:
    """Return what the chart shows as a sentence."""
    whole = so_far(months)
    if whole is None:
        return "No protected time is recorded yet."
    first, last = months[0].from_on, months[-1].from_on
    when = f"From {month(first)} to {month(last)}" if first != last else f"In {month(first)}"
    said = [f"{duration(whole.taken)} taken"]
    if whole.agreed:
        said.insert(0, f"{duration(whole.agreed)} agreed")
    if whole.lost:
        hit = count(sum(1 for each in months if each.lost), "month")
        said.append(f"{duration(whole.lost)} {LOST_IN_SHORT if is_alone else LOST} in {hit}")
    return f"{when}: {', '.join(said)}; {_owed(whole)}."


def hours_in_short(minutes: int) -> str:
    """Return minutes as hours in as few signs as a column holds, "3½"."""
    hours, rest = divmod(minutes, 60)
    if rest in HALVES:
        return f"{hours or (0 if not rest else '')}{HALVES[rest]}"
    return f"{minutes / 60:.1f}"


class _Plot:
    """Where hours and months lie in the drawing."""

    def __init__(
        self, months: Sequence[Balance], style: ChartStyle, width: float, height: float, lost: str
    ) -> None:
        self.months, self.style = months, style
        self.left = wide("00 h", style) + 8
        self.lost = lost if width > NARROW * style.size else LOST_IN_SHORT
        # A little more room than measured: a window's semibold may run wider than the paper's.
        names = max(wide(each, style, strong=True) for each in (self.lost, "agreed"))
        self.right = width - 1.1 * names - 12
        self.foot = 3 * style.size
        self.head = height - style.size
        most = max(max(each.agreed, each.taken, each.taken + each.lost) for each in months)
        self.lines = _lines(most)
        self.step = (self.right - self.left) / len(months)
        self.column = min(self.step * COLUMN, 5.5 * style.size)

    def x(self, at: float) -> float:
        """Return the middle of a month."""
        return self.left + (at + 0.5) * self.step

    def y(self, minutes: float) -> float:
        """Return the height of an amount of time."""
        return self.foot + (self.head - self.foot) * minutes / (self.lines[-1] * 60)


def _lines(most: int) -> list[int]:
    """Return the hours that have a line, from 0 to one at or above the most there is."""
    hours = max(1, math.ceil(most / 60))
    step = next((each for each in STEPS if hours / each <= 4), math.ceil(hours / 4))
    return list(range(0, step * math.ceil(hours / step) + 1, step))


def _column(drawing: Drawing, plot: _Plot, at: int, each: Balance) -> None:
    style, middle = plot.style, plot.x(at)
    left, taken = middle - plot.column / 2, plot.y(each.taken)
    if each.taken:
        block(drawing, left, plot.foot, plot.column, taken - plot.foot, style.chart)
    if each.lost:
        _hatched(drawing, style, left, taken, plot.column, plot.y(each.taken + each.lost))
    if each.agreed:
        _agreed(drawing, plot, middle, plot.y(each.agreed), taken)
    words = hours_in_short(each.taken)
    if each.taken and wide(words, style, strong=True) < plot.column - 2:
        top = taken
        if each.agreed and 0 <= taken - plot.y(each.agreed) < 1.75 * style.size:
            top = plot.y(each.agreed)
        figure = top - 0.7 * style.size - CAP_HEIGHT * style.size
        if figure > plot.foot + 1:
            put(
                drawing, words, middle, figure, style,
                anchor=MIDDLE, strong=True, fill=style.on_chart,
            )  # fmt: skip


def _agreed(drawing: Drawing, plot: _Plot, middle: float, y: float, taken: float) -> None:
    half = plot.step * AGREED / 2
    style = plot.style
    if taken > y + 1:
        block(drawing, middle - plot.column / 2, y - 1.7, plot.column, 3.4, style.page)
    stroke(drawing, (middle - half, y), (middle + half, y), style.ink, 1.4)


def _hatched(
    drawing: Drawing, style: ChartStyle, left: float, foot: float, width: float, top: float
) -> None:
    """Draw lost time as strokes at 45°, cut at the edges by reckoning: every reader can do that."""
    block(drawing, left, foot, width, top - foot, style.page, outline=style.ink)
    offset = -width
    while offset < top - foot:
        start, end = max(0.0, -offset), min(width, top - foot - offset)
        if end > start:
            stroke(
                drawing,
                (left + start, foot + offset + start),
                (left + end, foot + offset + end),
                style.ink,
                HATCH_WEIGHT,
            )
        offset += HATCH_EVERY * math.sqrt(2)


def _month_names(drawing: Drawing, plot: _Plot) -> None:
    style = plot.style
    every = math.ceil(wide("May ", style) / plot.step)
    year = 0
    for at, each in enumerate(plot.months):
        if at % every == 0:
            name = MONTHS[each.from_on.month - 1][:3]
            put(drawing, name, plot.x(at), plot.foot - 1.4 * style.size, style, anchor=MIDDLE)
        if each.from_on.year != year and (at % every == 0 or at == 0):
            year = each.from_on.year
            put(drawing, str(year), plot.x(at), plot.foot - 2.7 * style.size, style, anchor=MIDDLE)


def _labels(drawing: Drawing, plot: _Plot) -> None:
    """Name agreed, lost and taken at their own heights in the last month that has time taken."""
    style = plot.style
    labelled, last = max(
        ((at, each) for at, each in enumerate(plot.months) if each.taken),
        key=itemgetter(0),
        default=(len(plot.months) - 1, plot.months[-1]),
    )
    middle = plot.x(labelled)
    edge = middle + plot.column / 2
    marks = []
    if last.agreed:
        marks.append((plot.y(last.agreed), "agreed", middle + plot.step * AGREED / 2))
    if last.lost:
        marks.append((plot.y(last.taken + last.lost / 2), plot.lost, edge))
    if last.taken:
        marks.append((plot.y(last.taken / 2), "taken", edge))
    above = math.inf
    for y, words, start in sorted(marks, reverse=True):
        at = min(y, above - 1.5 * style.size)
        above = at
        stroke(drawing, (start, y), (plot.right + 4, at), style.grey, 0.35)
        put(drawing, words, plot.right + 6, at - 0.3 * style.size, style, strong=True)


def _owed(whole: Balance) -> str:
    if whole.owed > 0:
        return f"{duration(whole.owed)} still owed"
    if whole.owed < 0:
        return f"{duration(-whole.owed)} more than was agreed"
    return "nothing is owed"
