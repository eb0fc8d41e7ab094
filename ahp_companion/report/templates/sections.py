"""Parts of the portfolio that a filled form takes over as they stand there, without colour."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from ..flowables import Picture, Prose
from ..sections.protected_time import protected_time
from .filling import Filling

Section = Callable[[Filling], list[Flowable]]
# How bright an eye sees red, green and blue.
BRIGHTNESS = (0.299, 0.587, 0.114)


def greyed(drawing: Any) -> Any:
    """Return a drawing with each colour as the grey that a black and white printer makes of it."""
    for shape in _shapes(drawing):
        for part in ("fillColor", "strokeColor"):
            colour = getattr(shape, part, None)
            if colour is not None:
                setattr(shape, part, _grey(colour))
    return drawing


def _time(filling: Filling) -> list[Flowable]:
    part = protected_time(filling.selection, filling.held, "") if filling.held else None
    found = list(part.flowables) if part else []
    for each in found:
        if isinstance(each, Picture):
            each.drawing = greyed(each.drawing)
        if isinstance(each, Prose) and each.mark:
            each.lower(each.mark)
    return found


def _shapes(drawing: Any) -> Iterator[Any]:
    for each in getattr(drawing, "contents", ()):
        yield each
        yield from _shapes(each)


def _grey(colour: Color) -> Color:
    light = sum(weight * part for weight, part in zip(BRIGHTNESS, colour.rgb(), strict=True))
    return Color(light, light, light)


SECTIONS: Mapping[str, Section] = {"time": _time}
