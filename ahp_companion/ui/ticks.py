"""Things to choose from with a tick each, under headings; nothing is ticked at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ..domain.words import fold
from .buttons import button
from .desk import Desk
from .flow import FlowLayout
from .labels import PlainLabel, Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Tickable:
    """One thing to choose: what it is, its words, and a detail below them."""

    held: Any
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickGroup:
    """A heading with what can be chosen under it, and a sentence about it where there is one."""

    code: str
    heading: str
    choices: tuple[Tickable, ...]
    about: str = ""


class TickRow(QWidget):
    """A box to tick with words that wrap, which a box of Qt's own cannot."""

    toggled = Signal()

    def __init__(self, desk: Desk, choice: Tickable) -> None:
        super().__init__()
        self.choice = choice
        self.box = QCheckBox()
        said = ". ".join(part for part in (choice.words, choice.detail) if part)
        self.box.setAccessibleName(said)
        self.box.setObjectName("tick")
        self.box.toggled.connect(self._toggled)
        self._words = PlainLabel(choice.words, wraps=True)
        self._words.installEventFilter(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        if choice.detail:
            column.addWidget(PlainLabel(choice.detail, Size.SECOND, role="third", wraps=True))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, desk.theme.px(3), 0, desk.theme.px(3))
        across.setSpacing(desk.theme.px(8))
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(column, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick the box when its words are pressed."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self.box.toggle()
        return super().eventFilter(watched, event)

    def has(self, wanted: str) -> bool:
        """Return whether its words hold what is searched for."""
        return fold(wanted) in fold(f"{self.choice.words} {self.choice.detail}")

    def _toggled(self, _on: bool) -> None:
        self.toggled.emit()


class TickList(QWidget):
    """One group: its heading, a link that ticks all of it, and its rows."""

    toggled = Signal()

    def __init__(self, desk: Desk, group: TickGroup) -> None:
        super().__init__()
        px = desk.theme.px
        self.group = group
        self.rows = [TickRow(desk, each) for each in group.choices]
        self.all_button = button(
            desk, "Tick all in this part", self.tick_all, look="link", name=f"all-{group.code}"
        )
        self.all_button.setAccessibleName(f"{group.heading}: tick all in this part")
        head = FlowLayout(gap=px(12), line_gap=0)
        heading = PlainLabel(group.heading, Size.STRONG, role="accent")
        heading.setMinimumHeight(px(34))
        head.addWidget(heading)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        if group.about:
            column.addWidget(PlainLabel(group.about, Size.SECOND, role="second", wraps=True))
        for row in self.rows:
            row.toggled.connect(self.toggled)
            column.addWidget(row)

    def tick_all(self) -> None:
        """Tick every row that can be seen; with all of them ticked, take the ticks out again."""
        seen = [row for row in self.rows if not row.isHidden()]
        wanted = not all(row.box.isChecked() for row in seen)
        for row in seen:
            row.box.setChecked(wanted)

    def show_matching(self, wanted: str) -> None:
        """Show the rows that hold what is searched for; hide itself where none does."""
        for row in self.rows:
            row.setVisible(row.has(wanted))
        self.setVisible(any(not row.isHidden() for row in self.rows))

    def ticked(self) -> list[Any]:
        """Return what is ticked, in order, also where a search hides it."""
        return [row.choice.held for row in self.rows if row.box.isChecked()]


def tick_lists(desk: Desk, groups: Sequence[TickGroup]) -> list[TickList]:
    """Return a list for each group that has anything to choose."""
    return [TickList(desk, each) for each in groups if each.choices]
