"""The head of the page: adding, choosing whose time is looked at, narrowing, searching."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ....domain.listings import Listing
from ...buttons import button
from ...desk import Desk
from ...filters import FilterBar
from ...labels import PlainLabel, Size
from ...soon import soon
from .scope import ScopeBar
from .table import FILTERS


class Head(QWidget):
    """Says when anything that narrows the page has changed."""

    changed = Signal()

    def __init__(
        self, desk: Desk, adding: Callable[[], Any], opening_agreements: Callable[[], Any]
    ) -> None:
        super().__init__()
        self._desk = desk
        self.scope = ScopeBar(desk)
        add = button(desk, "Add time", adding, icon="add", look="primary", name="add")
        self.filters = FilterBar(desk, FILTERS, after=(add, self.scope))
        self.search = self._search()
        self.agreement_button = button(desk, "", opening_agreements, look="link", name="agreements")
        px = desk.theme.px
        line = QHBoxLayout()
        line.addWidget(PlainLabel("Protected time", Size.PAGE))
        line.addStretch()
        line.addWidget(self.search)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.addWidget(self.filters, 1)
        self._across.addWidget(self.agreement_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(14))
        column.setSpacing(px(14))
        column.addLayout(line)
        column.addLayout(self._across)
        self._typed = soon(self, desk.session, self.changed.emit, after=60)
        self.search.textChanged.connect(self._typed.start)
        self.filters.changed.connect(self.changed)
        self.scope.changed.connect(self.changed)

    @property
    def is_narrow(self) -> bool:
        """Return whether anything but the scope narrows the page."""
        return bool(self.search.text()) or self.filters.is_narrow

    def narrowed(self, listing: Listing) -> Listing:
        """Return a listing with the filters that are on and what is searched for."""
        return replace(self.filters.narrowed(listing), matching=self.search.text())

    def widen(self) -> None:
        """Turn every filter off and search for nothing."""
        self.search.clear()
        self.filters.widen()

    def show_agreement(self, words: str) -> None:
        """Show what was agreed, in short."""
        self.agreement_button.setText(words)
        self.agreement_button.setAccessibleName(words)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the agreement at the right, or under the choices where it does not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._desk.theme.px(24 + 24)
        wanted = self.filters.sizeHint().width() + self.agreement_button.sizeHint().width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        fits = wanted + margins < self.width()
        self._across.setDirection(across if fits else down)
        # Under each other, the choices take the lines they need and no share of what is left.
        self._across.setStretch(0, int(fits))

    def _search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText("Search time")
        search.setAccessibleName("Search protected time")
        search.setObjectName("search")
        search.setClearButtonEnabled(True)
        search.addAction(
            self._desk.icons.icon("search", size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        search.setMinimumWidth(self._desk.theme.px(120))
        search.setMaximumWidth(self._desk.theme.px(250))
        return search
