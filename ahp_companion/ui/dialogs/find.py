"""Finds anything in the portfolio as one types."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ...domain import kinds
from ...domain.words import count, day, sentence
from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..session import name_of
from ..soon import soon
from .frame import within_screen


class Find(QDialog):
    """One line over everything found, newest first."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Find anything")
        px = desk.theme.px
        self.resize(within_screen(self, px(560), px(460)))
        self.typed = QLineEdit()
        self.typed.setObjectName("find")
        self.typed.setAccessibleName("Find anything you wrote")
        self.typed.setPlaceholderText("Find anything you wrote")
        self.typed.addAction(
            desk.icons.icon("search", size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        self.typed.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("found")
        self.list.setAccessibleName("What was found")
        self.list.setWordWrap(True)
        self.list.setSpacing(px(2))
        self.counted = PlainLabel("", Size.SECOND, role="third")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(12))
        for each in (self.typed, self.list, self.counted):
            column.addWidget(each)
        self._soon = soon(self, desk.session, self._find, after=40)
        self.typed.textChanged.connect(self._soon.start)
        self.typed.returnPressed.connect(self._accept_first)
        self.list.itemActivated.connect(self.accept)
        self.list.itemClicked.connect(self.accept)

    def chosen(self) -> Any:
        """Return the record chosen, or None."""
        current = self.list.currentItem()
        return current.data(Qt.ItemDataRole.UserRole) if current else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _accept_first(self) -> None:
        # Who types fast presses Return before the list has followed.
        if self._soon.isActive():
            self._soon.stop()
            self._find()
        if self.list.count():
            self.accept()

    def _find(self) -> None:
        self.list.clear()
        found = self._desk.session.find(self.typed.text())
        for record in found:
            kind = kinds.of(record)
            when = day(kind.happened_on(record))
            words = " · ".join(part for part in (sentence(kind.noun), when) if part)
            entry = QListWidgetItem(f"{name_of(record)}\n{words}", self.list)
            entry.setData(Qt.ItemDataRole.UserRole, record)
        self.list.setCurrentRow(0)
        typed = self.typed.text().strip()
        self.counted.setText(count(len(found), "record") + " found" if typed else "")


def find(parent: QWidget | None, desk: Desk) -> Any:
    """Return the record that someone finds, or None."""
    dialog = Find(parent, desk)
    return dialog.chosen() if asked(dialog) else None
