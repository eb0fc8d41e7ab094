"""The days on which a preceptorship is looked at, on one line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportlab.graphics.shapes import Drawing

from ...domain.calendar import months_between
from ...domain.words import day, day_and_month, listed
from .style import ChartStyle, canvas, put, ring, short, stroke, wide

TIER, NEAREST, LABEL_LINES = 3.4, 2.6, 1.5
LONGEST = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A named day on the line, that came or is to come."""

    title: str
    on: date
    happened: bool


@dataclass(frozen=True, slots=True)
class _Label:
    moment: Moment
    x: float
    left: float
    above: bool
    tier: int
    at_end: bool


def milestones_chart(
    moments: Sequence[Moment], style: ChartStyle, *, width: float, from_on: date, to_on: date
) -> Drawing:
    """Return the line from the first to the last day; as high as its labels need it to be."""
    moments = sorted(moments, key=lambda each: each.on)
    from_on = min([from_on, *(each.on for each in moments)])
    to_on = max([to_on, *(each.on for each in moments)])
    inset = 0.9 * style.size
    days = max(1, (to_on - from_on).days)

    def x(on: date) -> float:
        return inset + (width - 2 * inset) * (on - from_on).days / days

    labels = _placed([(each, x(each.on)) for each in moments], style, width)
    tiers = {up: max((each.tier for each in labels if each.above is up), default=-1) + 1
             for up in (True, False)}  # fmt: skip
    below = style.size * (NEAREST + LABEL_LINES + TIER * (tiers[False] - 1)) if tiers[False] else 0
    above = style.size * (NEAREST + LABEL_LINES + TIER * (tiers[True] - 1)) if tiers[True] else 0
    line = max(below, style.size)
    drawing = canvas(width, line + max(above, style.size))
    stroke(drawing, (0, line), (width, line), style.ink, 1.1)
    for first in months_between(from_on, to_on):
        if from_on <= first <= to_on:
            stroke(drawing, (x(first), line - 2), (x(first), line + 2), style.grey, 0.35)
    for label in labels:
        _draw(drawing, label, line, style)
    return drawing


def milestones_in_words(moments: Sequence[Moment], *, on: date) -> str:
    """Return what the chart shows on a day as a sentence; a day gone by is not still to come."""
    came = [each.on for each in moments if each.happened]
    missed = [each.on for each in moments if not each.happened and each.on < on]
    ahead = [each.on for each in moments if not each.happened and each.on >= on]
    if not moments:
        return "No day is set yet."
    if not (ahead or missed):
        return f"All {len(came)} have happened, the last on {day(max(came))}."
    if not (came or missed):
        return f"All {len(ahead)} are planned, the first for {day(min(ahead))}."
    said = [
        f"{len(came)} of {len(moments)} have happened, the last on {day(max(came))}"
        if came
        else "None is recorded here as held",
        _missed(missed),
        f"the next is planned for {day(min(ahead))}" if ahead else "",
    ]
    return (
        f"{'; '.join(each for each in said if each)}. "
        "A filled ring has happened, an open one was or is planned."
    )


def _missed(days: Sequence[date]) -> str:
    was, is_held = ("was", "is") if len(days) == 1 else ("were", "are")
    said = listed([day(each) for each in sorted(days)])
    return f"{said} {was} planned and {is_held} not recorded here as held" if days else ""


def _placed(
    moments: Sequence[tuple[Moment, float]], style: ChartStyle, width: float
) -> list[_Label]:
    """Return labels by turns above and below, each in the nearest tier where it meets no other."""
    taken: dict[tuple[bool, int], float] = {}
    labels = []
    for at, (full, x) in enumerate(moments):
        moment = replace(full, title=short(full.title, LONGEST * style.size, style, strong=True))
        words = max(wide(moment.title, style, strong=True), wide(_date(moment), style))
        room = words + 0.5 * style.size
        at_end = x + room > width
        left = x - room if at_end else x
        above = at % 2 == 0
        tier = 0
        while taken.get((above, tier), -1.0) > left - 0.6 * style.size:
            tier += 1
        taken[above, tier] = left + room
        labels.append(_Label(moment, x, left, above, tier, at_end))
    return labels


def _draw(drawing: Drawing, label: _Label, line: float, style: ChartStyle) -> None:
    far = style.size * (NEAREST + TIER * label.tier)
    moment = label.moment
    end = line + far + LABEL_LINES * style.size * 0.6 if label.above else line - far - style.size
    stroke(drawing, (label.x, line), (label.x, end), style.ink, 0.5)
    top = line + far if label.above else line - far + 0.2 * style.size
    words = [(moment.title, True, top), (_date(moment), False, top - 1.35 * style.size)]
    for said, strong, y in words:
        room = wide(said, style, strong=strong)
        left = label.x - 0.4 * style.size - room if label.at_end else label.x + 0.4 * style.size
        put(drawing, said, left, y, style, strong=strong)
    ring(
        drawing, label.x, line, 0.5 * style.size,
        fill=style.chart if moment.happened else style.page,
        outline=style.chart, weight=0.14 * style.size,
    )  # fmt: skip


def _date(moment: Moment) -> str:
    return f"{day_and_month(moment.on)} {moment.on.year % 100:02}"
