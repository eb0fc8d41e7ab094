"""The tabs of the preceptorship page, and the column that each part of it stands in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ...desk import Desk
from ...flow import FlowLayout
from ...tall import Measured, Tall

# How wide a part may be, kept with it: the column it scrolls in is made elsewhere.
WIDEST = "widest"


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
    return Measured(holder, holder.property(WIDEST))


def column_in(desk: Desk, part: QWidget, *, sides: int = 14) -> QVBoxLayout:
    """Return a column for what is in a part, at its left and no wider than text should be."""
    px = desk.theme.px
    part.setProperty(WIDEST, px(720))
    column = QVBoxLayout(part)
    column.setContentsMargins(px(sides), px(18), px(sides), px(24))
    return column


def inset(desk: Desk, *parts: QWidget | QLayout, gap: int = 12) -> QWidget:
    """Return parts in a column that begins where the words of a board beside it do."""
    px = desk.theme.px
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(px(10), 0, px(10), 0)
    column.setSpacing(px(gap))
    for each in parts:
        if isinstance(each, QLayout):
            column.addLayout(each)
        else:
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
    widest = part.property(WIDEST)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(Measured(part, widest) if widest else _as_wide_as_it_is(part))
    return area


def _as_wide_as_it_is(part: QWidget) -> Tall:
    holder = Tall()
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(part, 1)
    line.addStretch(0)
    return holder
