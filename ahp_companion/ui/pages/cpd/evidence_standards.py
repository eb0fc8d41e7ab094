"""Which of the regulator's standards a piece of evidence bears on: five boxes to tick."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ....domain.frameworks import Framework
from ...desk import Desk
from ...fields.control import Control
from ...flow import FlowLayout


class Standards(Control):
    """Any of a framework's lines by their codes, in the framework's order."""

    def __init__(self, desk: Desk, framework: Framework) -> None:
        super().__init__()
        across = FlowLayout(self, gap=desk.theme.px(16), line_gap=desk.theme.px(2))
        self.boxes: dict[str, QCheckBox] = {}
        self._others: tuple[str, ...] = ()
        for each in framework.statements:
            box = QCheckBox(f"{each.code}  {each.heading or each.words}")
            box.setToolTip(each.words)
            box.toggled.connect(self._toggled)
            self.boxes[each.code] = box
            across.addWidget(box)

    def value(self) -> tuple[str, ...]:
        """Return the codes ticked, with those that have no box here."""
        return (*(code for code, box in self.boxes.items() if box.isChecked()), *self._others)

    def set_value(self, value: Any) -> None:
        """Tick the boxes of some codes."""
        self._others = tuple(code for code in value if code not in self.boxes)
        for code, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(code in value)
            box.blockSignals(False)

    def focus_widget(self) -> QWidget:
        """Return the first box."""
        return next(iter(self.boxes.values()))

    def is_being_typed_in(self) -> bool:
        """Return that boxes take any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name each box within its group."""
        self.setAccessibleName(label)
        for code, box in self.boxes.items():
            box.setAccessibleName(f"{label}: {box.text()}")
            box.setAccessibleDescription(box.toolTip() or help_words)
            box.setObjectName(f"{name}-{code}")

    def _toggled(self, _on: bool) -> None:
        self.changed.emit()
