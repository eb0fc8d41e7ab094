"""One step of a scale of words, or none: a row of buttons of which one is pressed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from ...domain.workbooks import Step
from ..buttons import button
from ..desk import Desk
from ..flow import FlowLayout
from ..labels import Size, font
from .control import Control


class StepWords(Control):
    """Steps in their order, each in its words; none of them looks better than another.

    The button that takes a step back stands wherever it is put.
    """

    def __init__(self, desk: Desk, steps: Sequence[Step]) -> None:
        super().__init__()
        px = desk.theme.px
        line = FlowLayout(self, gap=px(10), line_gap=px(2))
        self._group = QButtonGroup(self)
        self.steps: dict[str, QRadioButton] = {}
        for step in steps:
            made = QRadioButton(step.words)
            made.setFont(font(Size.BODY))
            made.setProperty("look", "word")
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            self.steps[step.code] = made
            self._group.addButton(made)
            line.addWidget(made)
        self.clear: QPushButton = button(desk, "Clear", self._clear, look="link", name="clear")
        self._show_chosen()
        # Not `idClicked`: assistive clients choose a button without a click.
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str:
        """Return the code of the step chosen; "" for none."""
        return next((code for code, each in self.steps.items() if each.isChecked()), "")

    def set_value(self, value: Any) -> None:
        """Show a step, or none."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for code, each in self.steps.items():
            each.setChecked(code == value)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._show_chosen()

    def focus_widget(self) -> QWidget:
        """Return the step chosen, or the first."""
        return self.steps.get(self.value()) or next(iter(self.steps.values()))

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the row, and each step by its words within it."""
        self.setAccessibleName(label)
        self.setObjectName(name)
        for code, each in self.steps.items():
            each.setAccessibleName(each.text())
            each.setAccessibleDescription(" ".join(part for part in (label, help_words) if part))
            each.setObjectName(f"{name}-{code}")
        self.clear.setAccessibleName(f"Clear the step: {label}")
        self.clear.setObjectName(f"{name}-clear")

    def _clear(self) -> None:
        next(iter(self.steps.values())).setFocus()
        self.set_value("")
        self.changed.emit()

    def _toggled(self, _button: QRadioButton, is_on: bool) -> None:
        if is_on:
            self._show_chosen()
            self.changed.emit()

    def _show_chosen(self) -> None:
        self.clear.setVisible(bool(self.value()))
        # Tab comes to the step that is chosen: Qt sees to it only once the row had the keyboard.
        stop = self.focus_widget()
        for each in self.steps.values():
            is_stop = each is stop
            each.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
