"""A page of several parts under one title, chosen by tabs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from .desk import Desk
from .labels import PlainLabel, Size, rule
from .tall import Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One tab: its word, and what makes what is under it."""

    code: str
    word: str
    make: Callable[[], QWidget]


class TabbedPage(QWidget):
    """A title, tabs, and the part that is chosen; parts are made when first opened."""

    def __init__(self, desk: Desk, title: str, parts: Sequence[Part]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts = tuple(parts)
        self._made: dict[str, QWidget] = {}
        px = desk.theme.px
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(16), px(24), 0)
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(title, Size.PAGE))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(f"Parts of {title}")
        self.tabs.setObjectName("tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for part in parts:
            self.tabs.addTab(part.word)
        head.addWidget(self.tabs)
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.stack, 1)
        # The word that is chosen is bolder, and so a little wider, than it was.
        self.tabs.currentChanged.connect(self.tabs.updateGeometry)
        self.tabs.currentChanged.connect(self._show)
        self._show(0)

    @property
    def part(self) -> QWidget:
        """Return the part that is open."""
        return self._made[self.parts[self.tabs.currentIndex()].code]

    @property
    def record(self) -> Any:
        """Return the record that is open in the part that is, or None."""
        return getattr(self.part, "record", None)

    def open_part(self, code: str) -> QWidget:
        """Open a part by its code and return it."""
        self.tabs.setCurrentIndex([each.code for each in self.parts].index(code))
        return self._made[code]

    def flush(self) -> None:
        """Save what is being typed in any part."""
        for made in self._made.values():
            flush = getattr(made, "flush", None)
            if flush:
                flush()

    def _show(self, at: int) -> None:
        part = self.parts[at]
        if part.code not in self._made:
            self._made[part.code] = part.make()
            self.stack.addWidget(self._made[part.code])
        self.stack.setCurrentWidget(self._made[part.code])


def scrolled(desk: Desk, inside: QWidget, *, widest: int = 720) -> QScrollArea:
    """Return a widget in a column of its own that scrolls, at the left and not too wide."""
    px = desk.theme.px
    holder = Measured(inside, px(widest), QMargins(px(24), px(20), px(24), px(28)))
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
