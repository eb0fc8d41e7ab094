"""Parts of the portfolio that a filled form takes over as they stand there."""

from collections.abc import Callable, Mapping

from reportlab.platypus import Flowable

from ..sections.protected_time import protected_time
from .filling import Filling

Section = Callable[[Filling], list[Flowable]]


def _time(filling: Filling) -> list[Flowable]:
    part = protected_time(filling.selection, filling.held, "") if filling.held else None
    return list(part.flowables) if part else []


SECTIONS: Mapping[str, Section] = {"time": _time}
