"""One clause of an agreement: a box to write in, and words that one can begin from."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..buttons import button
from ..desk import Desk
from .control import Control
from .texts import Text

LEAST_LINES = 2
# Short enough for a narrow window with large text.
LETTERS_A_LINE = 60


class ClauseText(Control):
    """The words of a clause; the words to begin from stand in it, paler, while it is empty."""

    def __init__(self, desk: Desk, *, starter: str) -> None:
        super().__init__()
        px = desk.theme.px
        self._starter = starter
        self.text = Text(desk, lines=LEAST_LINES, placeholder=starter)
        self.text.changed.connect(self.changed)
        self.text.edit.textChanged.connect(self._offer)
        self.begin_button = button(desk, "Begin from this", self.begin, look="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.text)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer()

    def begin(self) -> None:
        """Put the words to begin from into the box, to be changed there."""
        self.text.edit.setFocus()
        self.text.edit.insertPlainText(self._starter)
        self.text.flush()

    def value(self) -> str:
        """Return the words."""
        return self.text.value()

    def set_value(self, value: Any) -> None:
        """Show words."""
        self.text.set_value(value)
        self._offer()

    def focus_widget(self) -> QWidget:
        """Return the box."""
        return self.text.edit

    def is_being_typed_in(self) -> bool:
        """Return whether something typed here is not kept yet."""
        return self.text.is_being_typed_in()

    def flush(self) -> None:
        """Say what was typed, if it is new."""
        self.text.flush()

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the box, and the button by the clause it begins."""
        super().set_names(label, help_words, name)
        self.begin_button.setAccessibleName(f"{label}: Begin from this")
        self.begin_button.setObjectName(f"{name}-begin")

    def _offer(self) -> None:
        is_offered = bool(self._starter) and not self.text.value()
        lines = len(self._starter) // LETTERS_A_LINE + 1 if is_offered else LEAST_LINES
        self.text.edit.set_least_lines(max(lines, LEAST_LINES))
        self.begin_button.setVisible(is_offered)
