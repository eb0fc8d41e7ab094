"""Links from a record to others: shown by name, opened, added and taken off."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain import kinds
from ...domain.evidence import Evidence
from ...domain.words import day
from .. import evidence_files
from ..buttons import button, icon_button
from ..calling import calling
from ..columns import clear
from ..desk import Desk
from ..dialogs.pick import pick
from ..labels import PlainLabel, Size
from ..reading_order import set_reading_order
from ..session import name_of
from .control import Control

ICONS = {
    "cpd_activity": "cpd", "evidence": "evidence", "meeting": "meetings", "objective":
    "preceptorship", "person": "person", "reflection": "reflections",
}  # fmt: skip


class Links(Control):
    """Any number of links to records of one type, a row each."""

    def __init__(self, desk: Desk, record: type, *, add: str = "Link something") -> None:
        super().__init__()
        self._desk, self._record = desk, record
        self._ids: tuple[str, ...] = ()
        self._label = add
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.px(4))
        self.add_button = button(desk, add, self._add, icon="add", look="link")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.add_button)
        self._buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(4))
        layout.addLayout(self._rows)
        layout.addLayout(self._buttons)

    def value(self) -> tuple[str, ...]:
        """Return the ids linked to."""
        return self._ids

    def set_value(self, value: Any) -> None:
        """Show links."""
        if tuple(value) == self._ids and self._rows.count() == len(self._ids):
            return
        self._ids = tuple(value)
        clear(self._rows)
        for each in self._ids:
            record: Any = self._desk.session.get(self._record, each)
            if record is not None:
                self._rows.addWidget(self._row(record))
        set_reading_order(self)

    def focus_widget(self) -> QWidget:
        """Return the button that adds a link."""
        return self.add_button

    def is_being_typed_in(self) -> bool:
        """Return that links take any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the button by what it adds to."""
        self.setAccessibleName(label)
        self.add_button.setAccessibleName(f"{label}: {self._label}")
        self.add_button.setAccessibleDescription(help_words)
        self.add_button.setObjectName(f"{name}-add")

    def link(self, *ids: str) -> None:
        """Add links that are not there yet."""
        fresh = tuple(each for each in ids if each not in self._ids)
        if fresh:
            self.set_value((*self._ids, *fresh))
            self.changed.emit()

    def _row(self, record: Any) -> QWidget:
        desk, px = self._desk, self._desk.theme.px
        row = QWidget()
        row.setObjectName("row")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(px(12), px(2), px(4), px(2))
        kind = kinds.of(record)
        mark = PlainLabel()
        mark.setPixmap(
            desk.icons.pixmap(ICONS.get(kind.name, "link"), desk.theme.colour("second"), px(18))
        )
        layout.addWidget(mark)
        layout.addWidget(PlainLabel(name_of(record), Size.MEDIUM, wraps=True), 1)
        detail = self.detail(record)
        if detail:
            layout.addWidget(PlainLabel(detail, Size.SECOND, role="third"))
        for each in self.ways(record):
            layout.addWidget(each)
        return row

    def detail(self, record: Any) -> str:
        """Return a few words that stand after a record's name."""
        return day(kinds.of(record).happened_on(record))

    def ways(self, record: Any) -> Sequence[QPushButton]:
        """Return the buttons at the end of a row."""
        name = name_of(record)
        opening = button(
            self._desk, "Open", calling(self._desk.go_to, record), look="link", name="open"
        )
        opening.setAccessibleName(f"Open {name}")
        removing = icon_button(
            self._desk,
            "close",
            f"Take off {name}",
            calling(self._take_off, record.id),
            name="take-off",
        )
        return opening, removing

    def _take_off(self, wanted: str) -> None:
        self.set_value(tuple(each for each in self._ids if each != wanted))
        self.changed.emit()

    def _add(self) -> None:
        chosen = pick(self, self._desk, self._record, without=self._ids)
        if chosen:
            self.link(chosen.id)


class EvidenceLinks(Links):
    """Links to evidence, which files can be dropped onto."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Evidence, add="Link evidence that is here")
        self.setAcceptDrops(True)
        self.file_button = button(desk, "Add a file", self._add_file, icon="evidence", look="link")
        self._buttons.insertWidget(0, self.file_button)

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name both buttons."""
        super().set_names(label, help_words, name)
        self.file_button.setAccessibleName(f"{label}: Add a file")
        self.file_button.setObjectName(f"{name}-file")

    def detail(self, record: Any) -> str:
        """Return the file's name."""
        return str(record.file_name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files can be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        urls = [QUrl(each) for each in event.mimeData().urls()]
        self.take_in([each.toLocalFile() for each in urls if each.isLocalFile()])

    def take_in(self, paths: Sequence[str]) -> None:
        """Keep files as evidence and link them."""
        for path in paths:
            kept = evidence_files.take_in(self._desk, Path(path))
            if kept:
                self.link(kept.id)

    def _add_file(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, "Choose files to keep as evidence")
        self.take_in(paths)
