"""A list in groups that is narrowed by typing, and under it what the one chosen is for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..domain.words import fold
from .desk import Desk
from .labels import PlainLabel, Size, font

HIGH = 240
NOTHING = "Nothing matches. Search for less."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One thing to choose: its line, what it is for and where from, and what a search reads."""

    choice: Any
    line: str
    about: str
    source: str
    searched: str


class SearchedList(QWidget):
    """The choices by their group's heading; the first that matches is chosen."""

    changed = Signal()
    activated = Signal()

    def __init__(
        self, desk: Desk, name: str, offers: Callable[[], Mapping[str, Sequence[Offered]]]
    ) -> None:
        super().__init__()
        self._offers = offers
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Search {name}")
        self.search.setAccessibleName(f"Search {name}")
        self.search.setObjectName("search")
        self.list = QListWidget()
        self.list.setAccessibleName(name.capitalize())
        self.list.setObjectName("list")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(desk.theme.px(HIGH))
        self.about = PlainLabel("", wraps=True)
        self.about.setObjectName("about")
        self.source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(14))
        for each in (self.search, self.list, self.about, self.source):
            column.addWidget(each)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self.refresh)
        self.list.itemActivated.connect(self.activated)
        self.list.currentItemChanged.connect(self._describe)
        self.refresh()

    def chosen(self) -> Any:
        """Return what is chosen, or None."""
        held = self._current()
        return held.choice if held else None

    def choose(self, wanted: Any) -> None:
        """Choose something out of all there is."""
        self.search.clear()
        self.refresh()
        for at in range(self.list.count()):
            held = _offered(self.list.item(at))
            if held and held.choice == wanted:
                self.list.setCurrentRow(at)

    def say(self, words: str) -> None:
        """Say something in place of what the one chosen is for."""
        self.about.setText(words)
        self.source.setText("")

    def refresh(self) -> None:
        """Show what matches now."""
        typed = fold(self.search.text()).split()
        self.list.clear()
        for heading, offered in self._offers().items():
            found = [each for each in offered if all(word in fold(each.searched) for word in typed)]
            if found:
                head = QListWidgetItem(heading, self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(font(Size.STRONG))
            for each in found:
                QListWidgetItem(each.line, self.list).setData(Qt.ItemDataRole.UserRole, each)
        self.list.setCurrentRow(1 if self.list.count() else -1)
        self._describe()

    def _current(self) -> Offered | None:
        return _offered(self.list.currentItem())

    def _describe(self) -> None:
        held = self._current()
        self.say(held.about if held else NOTHING)
        self.source.setText(held.source if held else "")
        self.changed.emit()


def _offered(entry: QListWidgetItem | None) -> Offered | None:
    held: Offered | None = entry.data(Qt.ItemDataRole.UserRole) if entry else None
    return held
