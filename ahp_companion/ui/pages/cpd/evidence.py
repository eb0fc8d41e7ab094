"""Evidence: the files that show what the record says, opened again from here."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.evidence import Evidence, EvidenceKind, fingerprint, size_in_words
from ....domain.words import day_and_month
from ... import evidence_files
from ...buttons import button
from ...calling import calling
from ...columns import clear
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, condition, equal, everything
from ...forms import Field
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...record_page import Below, RecordPage, Shape
from ...rows import Row, State
from ...session import name_of
from ...soon import soon

FIELDS = (
    Field(name="title", label="", make=partial(Line, is_title=True, placeholder="What is it?")),
    Field(name="kind", label="Kind", make=partial(Choice, options=of_words(EvidenceKind))),
    Field(name="on", label="Date", make=Day, beside=True),
    Field(name="made_by", label="Who made it", make=Line),
    Field(name="words", label="What it shows", make=Text),
    Field(
        name="private", label="", make=partial(Check, words="Private: stays out of every export")
    ),
)
FILTERS = (
    Filter(
        name="kinds",
        label="Kinds",
        choices=(
            everything("All kinds"),
            *(
                Narrowing(words=each.label, narrow=equal("kind", each.value))
                for each in EvidenceKind
            ),
        ),
    ),
    Filter(
        name="private",
        label="Private",
        choices=(Narrowing(words="", narrow=condition("private")),),
    ),
)


class EvidencePart(RecordPage):
    """The list of evidence, onto which files can be dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            Shape(
                title="Evidence",
                record=Evidence,
                order=("on",),
                row=row,
                fields=FIELDS,
                make=Evidence,
                add="Add a file",
                icon="evidence",
                empty_title="What shows that you did it will live here",
                empty_words=(
                    "Certificates, slides, feedback, your own work. Drop files onto this page; "
                    "they are kept inside your portfolio and come with every backup."
                ),
                filters=FILTERS,
                searched="evidence",
                below=(FileBelow,),
                is_part=True,
            ),
        )
        self.setAcceptDrops(True)

    def add(self) -> None:
        """Choose files and keep them."""
        paths, _ = QFileDialog.getOpenFileNames(self, "Choose files to keep as evidence")
        self.take_in([Path(path) for path in paths])

    def take_in(self, paths: list[Path]) -> None:
        """Keep files as evidence and show the last of them."""
        kept = [evidence_files.take_in(self.desk, path) for path in paths]
        shown = [each for each in kept if each]
        if shown:
            self.show_record(shown[-1])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files can be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        urls = [QUrl(each) for each in event.mimeData().urls()]
        self.take_in([Path(each.toLocalFile()) for each in urls if each.isLocalFile()])


class FileBelow(Below):
    """The file itself: its name, size and fingerprint, what it belongs to, and ways to see it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._evidence: Evidence | None = None
        px = desk.theme.px
        self._name = PlainLabel("", Size.MEDIUM, wraps=True)
        self._facts = PlainLabel("", Size.SECOND, role="third", wraps=True)
        row = QWidget()
        row.setObjectName("row")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(row)
        line.setContentsMargins(px(12), px(8), px(8), px(8))
        words = QVBoxLayout()
        words.addWidget(self._name)
        words.addWidget(self._facts)
        line.addLayout(words, 1)
        line.addWidget(button(desk, "Open", self._open, look="link", name="open-file"))
        line.addWidget(button(desk, "Save a copy", self._save, look="link", name="save-file"))
        self._uses = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(row)
        column.addWidget(PlainLabel("Where it is used", Size.MEDIUM))
        column.addLayout(self._uses)
        self._soon = soon(self, desk.session, self._refresh)
        desk.session.changed.connect(self._follow)

    def show_record(self, record: Any) -> None:
        """Show the file of a piece of evidence."""
        self._evidence = record
        self._name.setText(record.file_name or "No file")
        self._facts.setText(f"{size_in_words(record.size)} · fingerprint {fingerprint(record)}")
        clear(self._uses)
        using = self._desk.session.linking(record.id)
        for each in using:
            self._uses.addWidget(
                button(
                    self._desk,
                    name_of(each),
                    calling(self._desk.go_to, each),
                    look="link",
                    name="use",
                ),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        if not using:
            self._uses.addWidget(PlainLabel("Nowhere yet.", role="third"))
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew at where it is used, which may have changed on another page."""
        super().showEvent(event)
        self._soon.start()

    def _follow(self, change: Change) -> None:
        if self.isVisible() and change.kinds != {"evidence"}:
            self._soon.start()

    def _refresh(self) -> None:
        if self._evidence:
            now = self._desk.session.get(Evidence, self._evidence.id)
            if now:
                self.show_record(now)

    def _open(self) -> None:
        if self._evidence:
            evidence_files.open_outside(self._desk, self._evidence)

    def _save(self) -> None:
        if self._evidence:
            path, _ = QFileDialog.getSaveFileName(
                self, "Save a copy of the file", self._evidence.file_name
            )
            if path:
                evidence_files.save_copy(self._desk, self._evidence, Path(path))


def row(evidence: Evidence) -> Row:
    """Return what the list says of a piece of evidence."""
    return Row(
        when=day_and_month(evidence.on),
        title=evidence.title or evidence.file_name or "Untitled evidence",
        detail=f"{evidence.kind.label} · {size_in_words(evidence.size)}",
        state=State(icon="private", word="Private") if evidence.private else None,
    )
