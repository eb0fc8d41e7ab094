"""Picks one record of a kind by name."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain import kinds
from ...domain.listings import Listing
from ...domain.words import day
from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..session import name_of
from .frame import within_screen

MOST_SHOWN = 200


class Picker(QDialog):
    """A search line over a list of names."""

    def __init__(
        self, parent: QWidget, desk: Desk, record: type, without: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        kind = kinds.BY_RECORD[record]
        self._desk, self._record, self._without = desk, record, frozenset(without)
        self.setWindowTitle(f"Choose from your {kind.nouns}")
        self.resize(within_screen(self, desk.theme.px(480), desk.theme.px(420)))
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Search your {kind.nouns}")
        self.search.setAccessibleName(f"Search your {kind.nouns}")
        self.search.setObjectName("search")
        self.search.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setAccessibleName(f"Your {kind.nouns}")
        self.list.setObjectName("list")
        self.list.itemActivated.connect(self.accept)
        self.nothing = PlainLabel(f"There are no {kind.nouns} to link.", Size.BODY, role="third")
        buttons = QDialogButtonBox()
        cancel = buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        link = buttons.addButton("Link it", QDialogButtonBox.ButtonRole.AcceptRole)
        cancel.setObjectName("cancel")
        link.setObjectName("act")
        link.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for each in (self.search, self.nothing, self.list, buttons):
            layout.addWidget(each)
        self._show("")

    def chosen(self) -> Any:
        """Return the record chosen, or None."""
        current = self.list.currentItem()
        return current.data(Qt.ItemDataRole.UserRole) if current else None

    def _show(self, typed: str) -> None:
        self.list.clear()
        listing = Listing(record=self._record, matching=typed)
        for record in self._desk.session.listed(listing, MOST_SHOWN):
            if record.id not in self._without:
                when = day(kinds.of(record).happened_on(record))
                words = f"{name_of(record)} · {when}" if when else name_of(record)
                entry = QListWidgetItem(words, self.list)
                entry.setData(Qt.ItemDataRole.UserRole, record)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)


def pick(parent: QWidget, desk: Desk, record: type, without: Sequence[str] = ()) -> Any:
    """Return the record that someone picks, or None."""
    dialog = Picker(parent, desk, record, without)
    return dialog.chosen() if asked(dialog) else None
