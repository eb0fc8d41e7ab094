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
    before = stop_before(part)
    for each in in_reading_order(part):
        if each is not part:
            if before is not None:
                QWidget.setTabOrder(before, each)
            before = each


def stop_before(part: QWidget) -> QWidget | None:
    """Return what Tab stops at before a part: Qt takes no part that it does not stop at itself."""
    each: QWidget | None = part
    while each is not None:
        outside = each is part or not part.isAncestorOf(each)
        if outside and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return each
        each = each.previousInFocusChain()
        if each is part:
            break
    return None


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        held = layout.itemAt(at)
        inner, below = (held.widget(), held.layout()) if held else (None, None)
        if inner is not None:
            yield from in_reading_order(inner)
        elif below is not None:
            yield from _within(below)
