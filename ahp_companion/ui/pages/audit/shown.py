"""Words of a record that stand in its form to be read: nothing can be written in them."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...desk import Desk
from ...fields.control import Control
from ...fields.texts import GrowingText
from ...labels import PlainLabel


class Said(Control):
    """A few lines."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self._words = PlainLabel("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)

    def value(self) -> str:
        """Return the words."""
        return self._words.text()

    def set_value(self, value: Any) -> None:
        """Show words."""
        self._words.setText(value or "")


class SaidAtLength(Control):
    """A text that is long, in a box that can be gone through by keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.text = GrowingText(desk)
        self.text.setReadOnly(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)

    def value(self) -> str:
        """Return the text."""
        return self.text.toPlainText()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.text.set_plain_text(value or "")

    def focus_widget(self) -> QWidget:
        """Return the box."""
        return self.text
