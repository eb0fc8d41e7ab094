"""The order in which Tab goes: as the eye reads, also after parts were made anew."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def in_reading_order(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at within a part, in the order its layouts hold it."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    layout = part.layout()
    if layout is not None:
        yield from _within(layout)


def set_reading_order(part: QWidget) -> None:
    """Let Tab go through a part as it reads; the part keeps its place among the others."""
    before = part
    for each in in_reading_order(part):
        if each is not part:
            QWidget.setTabOrder(before, each)
            before = each


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        held = layout.itemAt(at)
        inner, below = (held.widget(), held.layout()) if held else (None, None)
        if inner is not None:
            yield from in_reading_order(inner)
        elif below is not None:
            yield from _within(below)
