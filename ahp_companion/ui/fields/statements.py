"""Lines of frameworks that a record speaks to, chosen from a menu and shown in full."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ...domain.frameworks import Framework, statement
from ..buttons import button, icon_button
from ..calling import calling
from ..columns import clear
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..reading_order import set_reading_order
from .control import Control

LONGEST = 70


class Statements(Control):
    """Any number of framework lines, as tags "framework:code"."""

    def __init__(self, desk: Desk, frameworks: Callable[[], Iterable[Framework]]) -> None:
        super().__init__()
        self._desk, self._frameworks = desk, frameworks
        self._tags: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self.add_button = button(desk, "Choose a line", self._choose, icon="add", look="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(4))
        layout.addLayout(self._rows)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[str, ...]:
        """Return the tags chosen."""
        return self._tags

    def set_value(self, value: Any) -> None:
        """Show tags; one that no framework here knows is shown as it is."""
        self._tags = tuple(value)
        clear(self._rows)
        for tag in self._tags:
            self._rows.addWidget(self._row(tag))
        set_reading_order(self)

    def focus_widget(self) -> QWidget:
        """Return the button that chooses."""
        return self.add_button

    def is_being_typed_in(self) -> bool:
        """Return that it takes any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the button by what it chooses for."""
        self.add_button.setAccessibleName(f"{label}: Choose a line")
        self.add_button.setAccessibleDescription(help_words)
        self.add_button.setObjectName(f"{name}-add")

    def choose(self, tag: str) -> None:
        """Add a tag, or take it off if it is there."""
        kept = tuple(each for each in self._tags if each != tag)
        self.set_value(kept if tag in self._tags else (*self._tags, tag))
        self.changed.emit()

    def _row(self, tag: str) -> QWidget:
        px = self._desk.theme.px
        found = statement(self._desk.session.catalogue, tag)
        words = f"{found[0].name}: {found[1].words}" if found else tag
        row = QWidget()
        row.setObjectName("row")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(px(12), px(4), px(4), px(4))
        layout.addWidget(PlainLabel(words, Size.SECOND, wraps=True), 1)
        layout.addWidget(
            icon_button(
                self._desk,
                "close",
                f"Take off {words}",
                calling(self.choose, tag),
                name="take-off",
            )
        )
        return row

    def _choose(self) -> None:
        menu = QMenu(self)
        for framework in self._frameworks():
            under = menu.addMenu(framework.name)
            for line in framework.statements:
                tag = f"{framework.code}:{line.code}"
                shown = line.words if len(line.words) <= LONGEST else f"{line.words[:LONGEST]}…"
                act = under.addAction(shown.replace("&", "&&"))
                act.setCheckable(True)
                act.setChecked(tag in self._tags)
                act.triggered.connect(calling(self.choose, tag))
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
