"""Evidence: the files that show what the record says, opened again from here."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog

from ....domain.evidence import Evidence, EvidenceKind, InProfile, size_in_words
from ....domain.professions import Regulator
from ....domain.words import day_and_month
from ... import evidence_files
from ...desk import Desk
from ...evidence_looks import looking_of
from ...fields.choices import Check, Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, condition, equal, everything
from ...forms import Field
from ...record_page import RecordPage, Shape
from ...rows import Row, State
from ...soon import soon
from .evidence_file import FileBelow
from .evidence_standards import Standards

PASTED = "Pasted picture.png"
STANDARDS = "hcpc-cpd-standards"
FIELDS = (
    Field(name="title", label="", make=partial(Line, is_title=True, placeholder="What is it?")),
    Field(name="kind", label="Kind", make=partial(Choice, options=of_words(EvidenceKind))),
    Field(name="on", label="Date", make=Day, beside=True),
    Field(name="made_by", label="Who made it", make=Line),
    Field(name="words", label="What it shows", make=Text),
)
IN_PROFILE = Field(
    name="in_profile",
    label="Goes with my profile",
    make=partial(Choice, options=of_words(InProfile)),
    is_folded=True,
)
PRIVATE = Field(
    name="private", label="", make=partial(Check, words="Private: stays out of every export")
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
                fields=fields(desk),
                folded="My profile and its standards",
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
        self._look_soon = soon(self, desk.session, self._look_through)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def add(self) -> None:
        """Choose files and keep them."""
        paths, _ = QFileDialog.getOpenFileNames(self, "Choose files to keep as evidence")
        self.take_in([Path(path) for path in paths])

    def take_in(self, paths: list[Path]) -> None:
        """Keep files as evidence and show the last of them."""
        kept = evidence_files.take_in_all(self, self.desk, paths)
        if kept:
            self.show_record(kept[-1])

    def paste(self) -> None:
        """Keep what was copied elsewhere: files, or a picture."""
        held = QGuiApplication.clipboard().mimeData()
        if held.hasUrls():
            self._take_in_urls(held.urls())
        elif held.hasImage():
            kept = evidence_files.take_in_bytes(self.desk, _as_png(held.imageData()), PASTED)
            if kept:
                self.show_record(kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Have every file looked at that was not looked at yet."""
        super().showEvent(event)
        self._look_soon.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files can be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        self._take_in_urls(event.mimeData().urls())

    def _take_in_urls(self, urls: Iterable[Any]) -> None:
        held = [QUrl(each) for each in urls]
        self.take_in([Path(each.toLocalFile()) for each in held if each.isLocalFile()])

    def _look_through(self) -> None:
        session = self.desk.session
        looking_of(session).look_at(session.all(Evidence))


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a piece of evidence; of a profile only where one can be called for."""
    framework = desk.session.catalogue.frameworks.get(STANDARDS)
    if framework is None or desk.session.profession.regulator is not Regulator.HCPC:
        return (*FIELDS, PRIVATE)
    bears_on = Field(
        name="standards",
        label="Standards it bears on",
        make=partial(Standards, framework=framework),
        is_folded=True,
    )
    return (*FIELDS, PRIVATE, IN_PROFILE, bears_on)


def row(evidence: Evidence) -> Row:
    """Return what the list says of a piece of evidence."""
    return Row(
        when=day_and_month(evidence.on),
        title=evidence.title or evidence.file_name or "Untitled evidence",
        detail=f"{evidence.kind.label} · {size_in_words(evidence.size)}",
        state=State(icon="private", word="Private") if evidence.private else None,
    )


def _as_png(picture: QImage) -> bytes:
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(written, QByteArray(b"png")).write(picture)
    return bytes(written.data().data())
