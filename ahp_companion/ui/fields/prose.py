"""Long text that reads as prose once it stands, and is a box to write in until then."""

from typing import Any

from PySide6.QtCore import QEvent, QObject

from ..desk import Desk
from ..labels import Size, font
from .texts import Text

EMPTY_LINES = 3


class Prose(Text):
    """A text without a frame; where there is none yet, an empty box has to show that it is one."""

    def __init__(self, desk: Desk, *, placeholder: str = "") -> None:
        super().__init__(desk, lines=EMPTY_LINES, placeholder=placeholder)
        self.edit.setFont(font(Size.LONG))
        self._look()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        super().set_value(value)
        if not self.edit.hasFocus():
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let it read as prose when it is left: a box that shrank while typing would jump."""
        found = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._look()
        return found

    def _look(self) -> None:
        is_written = bool(self.value())
        self.edit.set_least_lines(1 if is_written else EMPTY_LINES)
        look = "bare" if is_written else ""
        if self.edit.property("look") != look:
            self.edit.setProperty("look", look)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
