"""The tabs of the preceptorship page, and the column that each part of it stands in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from .desk import Desk
from .flow import FlowLayout
from .tall import Measured, Tall

WIDEST = 720


def padded(desk: Desk, form: QWidget, *below: QWidget) -> QWidget:
    """Return a form with the page's margins round it and buttons below it."""
    holder = QWidget()
    column = column_in(desk, holder, sides=24)
    column.setSpacing(desk.theme.px(20))
    column.addWidget(form)
    line = FlowLayout()
    for each in below:
        line.addWidget(each)
    column.addLayout(line)
    return holder


def column_in(desk: Desk, part: QWidget, *, sides: int = 14) -> QVBoxLayout:
    """Return a column for what is in a part, at its left and no wider than text should be."""
    px = desk.theme.px
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(px(sides), px(18), px(sides), px(24))
    outside = QVBoxLayout(part)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(Measured(inside, px(WIDEST)))
    return column


def inset(desk: Desk, *parts: QWidget, gap: int = 12) -> QWidget:
    """Return parts in a column that begins where the words of a board beside it do."""
    px = desk.theme.px
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(px(10), 0, px(10), 0)
    column.setSpacing(px(gap))
    for each in parts:
        column.addWidget(each)
    return holder


def tab_bar(words: Sequence[str]) -> QTabBar:
    """Return a bar with a tab for each word."""
    tabs = QTabBar()
    tabs.setObjectName("tabs")
    tabs.setAccessibleName("Parts of this preceptorship")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    for each in words:
        tabs.addTab(each)
    return tabs


def scrolling(part: QWidget) -> QScrollArea:
    """Return a part in an area that scrolls up and down, at the left where it is not wide."""
    holder = Tall()
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(part, 1)
    line.addStretch(0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
