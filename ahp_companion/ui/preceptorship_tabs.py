"""The tabs of the preceptorship page, and the column that each part of it stands in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from .desk import Desk
from .flow import FlowLayout
from .tall import Tall


def padded(desk: Desk, form: QWidget, *below: QWidget) -> QWidget:
    """Return a form with the page's margins round it and buttons below it."""
    px = desk.theme.px
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(px(24), px(18), px(24), px(24))
    column.setSpacing(px(20))
    column.addWidget(form)
    line = FlowLayout()
    for each in below:
        line.addWidget(each)
    column.addLayout(line)
    column.addStretch(1)
    holder.setMaximumWidth(px(720))
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
