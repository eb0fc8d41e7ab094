"""What a cycle asks for once, and which records have it: a line each, with a way there."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ....domain.cpd import CpdActivity
from ....domain.words import day, shortened
from ...calling import calling
from ...desk import Desk
from ...entry_row import Entry, EntryRow
from ...rows import State

MOST_OFFERED = 12
THERE = State(icon="done", word="In your record", role="accent")
TO_COME = State(icon="to-do", word="Still to come")


class Meets(EntryRow):
    """One thing asked for; pressed, it opens the record that has it, or offers those that do."""

    def __init__(self, desk: Desk, code: str, name: str, otherwise: Callable[[], Any]) -> None:
        super().__init__(desk, Entry(record=None, title=name, state=TO_COME))
        self._desk, self._name, self._otherwise = desk, name, otherwise
        self._newest: tuple[CpdActivity, ...] = ()
        self.setObjectName(f"meets-{code}")
        self.clicked.connect(self.open)

    def show_records(self, held: Sequence[CpdActivity]) -> None:
        """Show the records that have it, the newest by name."""
        self._newest = tuple(reversed(held))
        more = len(held) - 1
        others = f"and {more:,} more" if more > 0 else ""
        named = [_known_as(each) for each in self._newest[:1]]
        self.show_entry(
            Entry(
                record=None,
                title=self._name,
                detail=" ".join([*named, *([others] if others else [])]),
                state=THERE if held else TO_COME,
            )
        )

    def open(self) -> None:
        """Go to the record, offer several in a menu, or go where one can be added."""
        if not self._newest:
            self._otherwise()
        elif len(self._newest) == 1:
            self._desk.go_to(self._newest[0])
        else:
            self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu(self) -> QMenu:
        """Return a menu of the records that have it, newest first."""
        menu = QMenu(self)
        menu.setAccessibleName(self._name)
        for each in self._newest[:MOST_OFFERED]:
            act = menu.addAction(_known_as(each).replace("&", "&&"))
            act.triggered.connect(calling(self._desk.go_to, each))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def _known_as(activity: CpdActivity) -> str:
    title = shortened(activity.title, 60) or "Untitled activity"
    return f"{title}, {day(activity.started_on)}"
