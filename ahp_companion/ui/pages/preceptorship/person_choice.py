"""Someone chosen for a part of a preceptorship, or added where nobody who is there has it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ....domain.people import Person
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice
from ...fields.control import Control


def person_choice(desk: Desk) -> Choice:
    """Return a control that chooses one of the people there are."""
    return Choice(desk, partial(_people, desk), nothing="Nobody yet")


class PreceptorChoice(Control):
    """One of the people there are; while it is nobody, a way to add someone new beside it."""

    def __init__(self, desk: Desk, adding: Callable[[], None]) -> None:
        super().__init__()
        self._choice = person_choice(desk)
        self._choice.changed.connect(self.changed)
        self.new_button = button(desk, "Someone new", adding, icon="person", look="link")
        layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(4))
        layout.addWidget(self._choice)
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Any:
        """Return the id of who is chosen."""
        return self._choice.value()

    def set_value(self, value: Any) -> None:
        """Show who is chosen; someone new is offered where it is nobody."""
        self._choice.set_value(value)
        self.new_button.setVisible(value is None)

    def focus_widget(self) -> QWidget:
        """Return the list."""
        return self._choice.focus_widget()

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the list and the button."""
        super().set_names(label, help_words, name)
        self.new_button.setAccessibleName(f"{label}: Someone new")
        self.new_button.setObjectName(f"{name}-new")


def _people(desk: Desk) -> Iterable[tuple[Any, str]]:
    return [(each.id, each.name or "Not named yet") for each in desk.session.all(Person)]
