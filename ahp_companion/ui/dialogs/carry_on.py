"""Asks what goes along into the next preceptorship."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from ...domain.plan import Need, Objective, Strength
from ...domain.words import shortened
from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel
from .frame import Frame

Carried = Strength | Need | Objective


class CarryOn(Frame):
    """A box to tick for each strength, each need not met and each objective that goes on."""

    def __init__(self, parent: QWidget, desk: Desk, plan: Sequence[Carried]) -> None:
        super().__init__(parent, desk.theme, "Begin the next preceptorship", act="Begin it")
        words = (
            "It begins today and is planned, with the same people and place: change what differs. "
            "This one stays as it is."
        )
        self.column.addWidget(PlainLabel(words, wraps=True))
        if plan:
            self.column.addWidget(PlainLabel("What goes along:", wraps=True))
        self.boxes: dict[str, QCheckBox] = {}
        self._plan = tuple(plan)
        for each in plan:
            box = QCheckBox(_called(each))
            box.setChecked(True)
            box.setAccessibleName(f"Take along: {_called(each)}")
            box.setObjectName(f"carry-{each.id}")
            self.boxes[each.id] = box
            self.column.addWidget(box)
        self.column.addStretch(1)

    def chosen(self) -> tuple[Carried, ...]:
        """Return what goes along."""
        return tuple(each for each in self._plan if self.boxes[each.id].isChecked())


def carried_along(
    parent: QWidget, desk: Desk, plan: Sequence[Carried]
) -> tuple[Carried, ...] | None:
    """Return what someone takes along; None where they think better of it."""
    dialog = CarryOn(parent, desk, plan)
    return dialog.chosen() if asked(dialog) else None


def _called(record: Carried) -> str:
    if isinstance(record, Objective):
        return f"Objective: {shortened(record.title, 60) or 'untitled'}"
    kind = "Need" if isinstance(record, Need) else "Strength"
    return f"{kind}: {shortened(record.words, 60) or 'untitled'}"
