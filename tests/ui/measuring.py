"""What can be cut off, stick out or overlap in a window, found by measuring every part of it."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
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
    families: dict[QWidget, list[QWidget]] = {}
    for each in window.findChildren(QWidget):
        parent = each.parentWidget()
        if parent is not None and _is_seen(each, parent):
            families.setdefault(parent, []).append(each)
    return [
        found
        for parent, children in families.items()
        for found in (
            *_sticking_out(parent, children),
            *_overlapping(parent, children),
            *_cut_off(children),
        )
    ]


def _is_seen(each: QWidget, parent: QWidget) -> bool:
    has_size = each.width() > 0 and each.height() > 0
    return has_size and each.isVisible() and not each.isWindow() and not isinstance(parent, ITS_OWN)


def _sticking_out(parent: QWidget, children: list[QWidget]) -> Iterator[str]:
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for each in children:
        where = each.geometry()
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is each:
            # What is scrolled may be any height, and no wider than it can be scrolled.
            wide = min(where.width(), parent.width()) if _scrolls_across(area) else where.width()
            where = QRect(where.left(), 0, wide, 1)
        if not room.contains(where):
            yield f"{_name(each)} {where.getRect()} sticks out of {_name(parent)} {parent.size()}"


def _overlapping(parent: QWidget, children: list[QWidget]) -> Iterator[str]:
    if isinstance(parent, QAbstractScrollArea):
        return
    for one, other in combinations(children, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > SLACK and shared.height() > SLACK:
            yield f"{_name(one)} overlaps {_name(other)} by {shared.getRect()}"


def _cut_off(children: list[QWidget]) -> Iterator[str]:
    for each in children:
        needed = _needed(each)
        if needed.width() > each.width() + SLACK or needed.height() > each.height() + SLACK:
            yield f"{_name(each)} is {each.size()} and needs {needed}"


def _needed(each: QWidget) -> QSize:
    if isinstance(each, QLabel) and each.text() and not isinstance(each, FittingLabel):
        if each.wordWrap():
            return QSize(0, each.heightForWidth(each.width()))
        return QSize(each.sizeHint().width(), 0)
    if isinstance(each, QAbstractButton) and each.text():
        return each.sizeHint()
    return QSize()


def _scrolls_across(area: QScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _name(each: QWidget) -> str:
    words = str(each.property("text") or "")[:50]
    return f"{type(each).__name__} {each.objectName()} “{words}”"
