"""A meeting's agenda: text of its own, which the catalogue can begin."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...buttons import button
from ...desk import Desk
from ...fields.control import Control
from ...fields.texts import Text


class Agenda(Control):
    """A text box with a button that asks for the usual points while it is empty."""

    asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.text = Text(desk, lines=2)
        self.text.changed.connect(self._say_changed)
        self.text.edit.textChanged.connect(self._show_button)
        self.begin_button = button(
            desk, "Use the agenda for this meeting", self._ask, icon="file", look="link",
            name="use-agenda",
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(self.text)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> str:
        """Return the text."""
        return self.text.value()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.text.set_value(value)
        self._show_button()

    def focus_widget(self) -> QWidget:
        """Return the text box."""
        return self.text.focus_widget()

    def flush(self) -> None:
        """Say what was typed, if it is new."""
        self.text.flush()

    def _say_changed(self) -> None:
        self.changed.emit()

    def _show_button(self) -> None:
        self.begin_button.setVisible(not self.value().strip())

    def _ask(self) -> None:
        # The button goes when the text comes; the keyboard would be lost with it.
        self.text.edit.setFocus()
        self.text.flush()
        self.asked.emit()
