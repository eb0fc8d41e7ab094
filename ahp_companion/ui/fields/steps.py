"""Ten steps from "not yet" to "fully", one of them chosen or none."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ...domain.confidence import LEAST, LEAST_MEANS, MOST, MOST_MEANS
from ..desk import Desk
from ..flow import FlowLayout
from ..labels import PlainLabel, Size, font
from .control import Control

SIDE = 34


class Step(QRadioButton):
    """One step: its number in a box. Arrows go along, as in any group of such buttons."""

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__(str(number))
        self._desk, self.number = desk, number
        means = {LEAST: f", {LEAST_MEANS}", MOST: f", {MOST_MEANS}"}.get(number, "")
        self.setAccessibleName(f"{number}{means}")
        self.setObjectName(f"step-{number}")
        self.setFont(font(Size.MEDIUM))

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = self._desk.theme.px(SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        """Return that a press anywhere in the square chooses it."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number in its box."""
        theme = self._desk.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent" if self.isChecked() else "hover" if self.underMouse() else "field"
        edge = theme.colour("accent" if self.isChecked() or self.hasFocus() else "edge")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour(ground))
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(theme.colour("on_accent"), 1.6))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), theme.px(4), theme.px(4))
        painter.setPen(theme.colour("on_accent" if self.isChecked() else "text"))
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())


class Steps(Control):
    """A row of steps, with what the first and the last of them mean."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = desk.theme.px
        line = FlowLayout(self, gap=px(4), line_gap=px(4))
        self._group = QButtonGroup(self)
        self.steps = [Step(desk, number) for number in range(LEAST, MOST + 1)]
        line.addWidget(_meaning(desk, LEAST_MEANS))
        for step in self.steps:
            self._group.addButton(step, step.number)
            line.addWidget(step)
        line.addWidget(_meaning(desk, MOST_MEANS))
        self._group.idClicked.connect(self._chosen)

    def value(self) -> int | None:
        """Return the step chosen."""
        chosen = self._group.checkedId()
        return chosen if chosen >= LEAST else None

    def set_value(self, value: Any) -> None:
        """Show a step, or none."""
        self._group.setExclusive(False)
        for step in self.steps:
            step.setChecked(step.number == value)
        self._group.setExclusive(True)

    def focus_widget(self) -> QWidget:
        """Return the step chosen, or the first."""
        return self.steps[(self.value() or LEAST) - LEAST]

    def is_being_typed_in(self) -> bool:
        """Return that it takes any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the group; each step is named by its number."""
        self.setAccessibleName(label)
        self.setObjectName(name)
        for step in self.steps:
            step.setAccessibleDescription(" ".join(part for part in (label, help_words) if part))

    def _chosen(self, _step: int) -> None:
        self.changed.emit()


def _meaning(desk: Desk, words: str) -> PlainLabel:
    label = PlainLabel(words, Size.SECOND, role="second")
    label.setMinimumHeight(desk.theme.px(SIDE))
    return label
