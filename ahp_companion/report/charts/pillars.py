"""The four pillars: how many activities stand under each."""

from collections.abc import Mapping

from reportlab.graphics.shapes import Drawing

from ...domain.pillars import Pillar
from ...domain.words import count, duration, listed
from .style import CAP_HEIGHT, ChartStyle, block, canvas, put, wide


def pillars_chart(
    activities: Mapping[Pillar, int],
    minutes: Mapping[Pillar, int] | None,
    style: ChartStyle,
    *,
    width: float,
    height: float,
) -> Drawing:
    """Return a bar for each pillar, always in the same order, with its name and what it counts.

    Without minutes there stands only the number, for where there is little room.
    """
    drawing = canvas(width, height)
    said = {
        pillar: str(activities.get(pillar, 0))
        if minutes is None
        else _counted(activities, minutes, pillar)
        for pillar in Pillar
    }
    left = max(wide(each.label, style, strong=True) for each in Pillar) + 1.5 * style.size
    right = width - max(wide(words, style) for words in said.values()) - style.size
    most = max([1, *activities.values()])
    step = height / len(Pillar)
    thick = min(0.5 * step, 1.4 * style.size)
    for at, pillar in enumerate(Pillar):
        middle = height - (at + 0.5) * step
        baseline = middle - CAP_HEIGHT * style.size / 2
        long = (right - left) * activities.get(pillar, 0) / most
        put(drawing, pillar.label, 0, baseline, style, strong=True)
        if long:
            block(drawing, left, middle - thick / 2, long, thick, style.pillar(pillar.value))
        put(
            drawing, said[pillar], left + long + (0.75 * style.size if long else 0), baseline, style
        )
    return drawing


def pillars_in_words(activities: Mapping[Pillar, int]) -> str:
    """Return what the chart shows as a sentence."""
    held = [
        f"{pillar.label.lower()} {activities[pillar]}"
        for pillar in Pillar
        if activities.get(pillar)
    ]
    none = [pillar.label.lower() for pillar in Pillar if not activities.get(pillar)]
    if not held:
        return "No activity has a pillar yet."
    also = f"; nothing under {listed(none)}" if none else ""
    return f"Activities by their main pillar: {listed(held)}{also}."


def _counted(
    activities: Mapping[Pillar, int], minutes: Mapping[Pillar, int], pillar: Pillar
) -> str:
    held = activities.get(pillar, 0)
    if not held:
        return "none"
    time = duration(minutes.get(pillar, 0) or None)
    return f"{count(held, 'activity', 'activities')}{', ' + time if time else ''}"
