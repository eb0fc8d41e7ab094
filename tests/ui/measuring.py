"""What can be cut off, stick out or overlap in a window, found by measuring every part of it."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ahp_companion.ui.labels import FittingLabel

# Rounding a scaled length can cost a pixel at each side.
SLACK = 2
# Their insides are Qt's own to place.
ITS_OWN = (QLineEdit, QTabBar, QComboBox)


def misplaced(window: QWidget) -> list[str]:
    """Return what sticks out of its parent, overlaps a sibling or cuts off its words."""
    return [*_sticking_out(window), *_overlapping(window), *_cut_off(window)]


def _sticking_out(window: QWidget) -> Iterator[str]:
    for each in _visible(window):
        parent = each.parentWidget()
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        where = each.geometry()
        if _is_scrolled(each):
            # What is scrolled may be any height, and no wider than what it is seen through.
            where = QRect(where.left(), 0, where.width(), 1)
        if not room.contains(where):
            yield f"{_name(each)} {where.getRect()} sticks out of {_name(parent)} {parent.size()}"


def _overlapping(window: QWidget) -> Iterator[str]:
    for parent in (window, *_visible(window)):
        if isinstance(parent, QAbstractScrollArea):
            continue
        children = [each for each in _visible(window) if each.parentWidget() is parent]
        for one, other in combinations(children, 2):
            shared = one.geometry() & other.geometry()
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"{_name(one)} overlaps {_name(other)} by {shared.getRect()}"


def _cut_off(window: QWidget) -> Iterator[str]:
    for each in _visible(window):
        if isinstance(each, FittingLabel):
            continue
        if isinstance(each, QLabel) and each.text():
            if each.wordWrap():
                needed = each.heightForWidth(each.width())
                if needed > each.height() + SLACK:
                    yield f"{_name(each)} is {each.height()} high and needs {needed}"
            elif each.sizeHint().width() > each.width() + SLACK:
                yield f"{_name(each)} is {each.width()} wide, needs {each.sizeHint().width()}"
        elif isinstance(each, QAbstractButton) and each.text():
            short = each.sizeHint() - each.size()
            if short.width() > SLACK or short.height() > SLACK:
                yield f"{_name(each)} is {each.size()} and needs {each.sizeHint()}"


def _visible(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and not each.isWindow()
        and not isinstance(each.parentWidget(), ITS_OWN)
        and not (each.width() == 0 or each.height() == 0)
    ]


def _is_scrolled(each: QWidget) -> bool:
    area = each.parentWidget().parentWidget()
    return isinstance(area, QScrollArea) and area.widget() is each


def _name(each: QWidget) -> str:
    words = str(each.property("text") or "")[:50]
    return f"{type(each).__name__} {each.objectName()} “{words}”"
