"""What opens at the right of a page, or in its place where the window is narrow."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ...buttons import button
from ...desk import Desk
from ...tall import Tall

WIDTH = 400


class SidePanel(QScrollArea):
    """Several things of which one is open, or none; Escape closes."""

    def __init__(
        self, desk: Desk, title: str, parts: Sequence[QWidget], closing: Callable[[], Any]
    ) -> None:
        super().__init__()
        self._desk, self._parts = desk, tuple(parts)
        px = desk.theme.px
        self.setObjectName("record")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Tall()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(24), px(14), px(20), px(28))
        column.setSpacing(px(10))
        self.back = button(desk, title, closing, icon="back", look="link", name="close")
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self._parts:
            part.setMaximumWidth(px(640))
            part.hide()
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self._title = title
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(closing)
        self.hide()

    @property
    def open_part(self) -> QWidget | None:
        """Return what is open."""
        if self.isHidden():
            return None
        return next((part for part in self._parts if not part.isHidden()), None)

    def show_part(self, wanted: QWidget) -> None:
        """Open one part."""
        for part in self._parts:
            part.setVisible(part is wanted)
        self.show()
        self.verticalScrollBar().setValue(0)

    def bring_into_view(self, shown: QWidget) -> None:
        """Scroll to something in it, once it has its place."""
        QTimer.singleShot(0, shown, partial(self.ensureWidgetVisible, shown))

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the whole page, with the way back, or a column at its right that closes."""
        words = self._title if narrow else "Close"
        self.back.setText(words)
        self.back.setAccessibleName(f"Back to {self._title}" if narrow else f"Close {self._title}")
        self.back.setIcon(self._desk.icons.icon("back" if narrow else "close", "accent"))
        self.setMinimumWidth(1 if narrow else self._desk.theme.px(WIDTH))
        self.setMaximumWidth(16777215 if narrow else self._desk.theme.px(WIDTH))
