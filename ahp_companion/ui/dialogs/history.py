"""A record's history: each version that was saved, what changed in it, and the way back."""

from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from ...domain.records import shapes
from ...domain.words import day, listed, sentence
from ...exchange.field_words import field_words, value_words
from ..asking import asked
from ..desk import Desk
from ..session import Revision
from .frame import Frame

MOST_NAMED = 4


class HistoryDialog(Frame):
    """The versions of one record, newest first."""

    def __init__(self, parent: QWidget | None, desk: Desk, record: Any) -> None:
        super().__init__(parent, desk.theme, "History", act="Bring this version back", width=620)
        self._desk, self._now = desk, record
        kept = [each for each in desk.session.revisions(record.id) if each.record is not None]
        self.list = QListWidget()
        self.list.setObjectName("versions")
        self.put("Versions, newest first", self.list)
        before: list[Revision | None] = [None, *kept]
        for earlier, each in reversed(list(zip(before, kept, strict=False))):
            words = f"{_moment(each)} · {_changed(earlier, each)}"
            QListWidgetItem(words, self.list).setData(Qt.ItemDataRole.UserRole, each.record)
        self.shown = QPlainTextEdit()
        self.shown.setObjectName("version")
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.put("As it was then", self.shown)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def chosen(self) -> Any:
        """Return the version chosen."""
        current = self.list.currentItem()
        return current.data(Qt.ItemDataRole.UserRole) if current else None

    def _show(self, _row: int) -> None:
        version = self.chosen()
        self.act.setEnabled(version is not None and version != self._now)
        if version is not None:
            self.shown.setPlainText("\n\n".join(self._lines(version)))

    def _lines(self, version: Any) -> list[str]:
        catalogue = self._desk.session.catalogue
        lines = []
        for shape in shapes(type(version)):
            if shape.type is dict:
                answers = getattr(version, shape.name)
                lines += [f"{field_words(key)}: {words}" for key, words in answers.items()]
            elif words := value_words(shape, version, catalogue):
                lines.append(f"{field_words(shape.name)}: {words}")
        return lines


def bring_back(parent: QWidget | None, desk: Desk, record: Any) -> bool:
    """Show a record's history; return whether an earlier version was brought back."""
    dialog = HistoryDialog(parent, desk, record)
    if not asked(dialog) or dialog.chosen() is None:
        return False
    return desk.session.edit(desk.session.get(type(record), record.id), dialog.chosen())


def _moment(revision: Revision) -> str:
    at = revision.made_at.astimezone()
    return f"{day(at.date())}, {at:%H:%M}"


def _changed(earlier: Revision | None, later: Revision) -> str:
    if earlier is None:
        return "as it was begun"
    names = [
        field_words(each.name)
        for each in fields(later.record)
        if getattr(earlier.record, each.name) != getattr(later.record, each.name)
    ]
    if not names:
        return "as it was"
    more = len(names) - MOST_NAMED
    return sentence(listed([*names[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]))
