"""Private or shared: said at the top of what someone writes for themselves, and changed there."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ..desk import Desk
from ..labels import PlainLabel, Size, font
from .control import Control

PRIVATE = "Only you see this. It stays out of every export until you say otherwise."
SHARED = "It is part of what you export. Tick the box and it stays with you."


class Privacy(Control):
    """A padlock, a box to tick and a sentence that says what follows from it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.ground = QWidget()
        self.ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = PlainLabel()
        self.box = QCheckBox("Private")
        self.box.setFont(font(Size.STRONG))
        # Not `clicked`: assistive clients toggle a box without a click.
        self.box.toggled.connect(self._toggled)
        self.says = PlainLabel("", Size.SECOND, wraps=True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.box)
        words.addWidget(self.says)
        across = QHBoxLayout(self.ground)
        across.setContentsMargins(px(12), px(8), px(12), px(10))
        across.setSpacing(px(8))
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self._mark.setContentsMargins(0, px(7), 0, 0)
        self.says.setContentsMargins(px(4), 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.ground)
        self._show()

    def value(self) -> bool:
        """Return whether it is private."""
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        """Show whether it is private."""
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)
        self._show()

    def focus_widget(self) -> QWidget:
        """Return the box to tick."""
        return self.box

    def is_being_typed_in(self) -> bool:
        """Return that it takes either value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name it by its own word."""
        super().set_names(label or self.box.text(), help_words or self.says.text(), name)

    def _toggled(self, _on: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        private = self.value()
        self.says.setText(PRIVATE if private else SHARED)
        self.box.setAccessibleDescription(self.says.text())
        self.ground.setObjectName("note" if private else "row")
        theme = self._desk.theme
        colour = theme.colour("on_soft" if private else "second")
        self._mark.setPixmap(
            self._desk.icons.pixmap("private" if private else "shared", colour, theme.px(18))
        )
        for each in (self.ground, self.says):
            each.style().unpolish(each)
            each.style().polish(each)
