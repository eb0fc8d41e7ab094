"""A button among the fields of a form: there when it fits the record, and with nothing to fill."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ..buttons import button
from ..calling import calling
from ..desk import Desk
from ..flow import FlowLayout
from .control import Control


class Act(Control):
    """Does one thing with the record that is shown."""

    def __init__(
        self, desk: Desk, words: str, act: Callable[[], Any], *, icon: str = "", look: str = ""
    ) -> None:
        super().__init__()
        self.button = button(desk, words, calling(act), icon=icon, look=look)
        FlowLayout(self).addWidget(self.button)

    def value(self) -> None:
        """Return nothing: there is nothing to fill in."""

    def set_value(self, _value: Any) -> None:
        """Show nothing."""

    def focus_widget(self) -> QWidget:
        """Return the button."""
        return self.button

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name it by its own words."""
        super().set_names(label or self.button.text(), help_words, name)


def no_words(_record: Any) -> None:
    """Return nothing, for a field that has nothing of its own in the record."""
