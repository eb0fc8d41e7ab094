"""The file of a piece of evidence: what it looks like, what it says of itself, ways to see it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.evidence import Evidence, fingerprint, size_in_words
from ....domain.evidence_looks import CAMERA, PLACE, EvidenceLook, tells_of_the_camera
from ....domain.file_kinds import CLEANED
from ....domain.words import count
from ....exchange.looks.looking import without_place_and_camera
from ... import evidence_files
from ...buttons import button
from ...calling import calling
from ...columns import clear
from ...desk import Desk
from ...evidence_looks import looking_of
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...long_work import Progress, in_background
from ...reading_order import set_reading_order
from ...record_page import Below
from ...session import name_of
from ...soon import soon

PICTURE_WIDTH, PICTURE_HEIGHT, NAMES_WIDTH = 120, 160, 150
CLEANED_TYPES = frozenset(str(each.value) for each in CLEANED)
FIRST = (PLACE, CAMERA)
REMOVING = (
    "The picture stays as it is, point for point. The file as it was stays in this portfolio and "
    "its backups, so that you can undo this; what you export from now on is the file without."
)


class FileBelow(Below):
    """The file itself: what is seen in it, and what it belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._evidence: Evidence | None = None
        px = desk.theme.px
        self._says = Says(desk)
        self._remove = self._removing()
        self._uses = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._file())
        column.addWidget(self._says)
        column.addWidget(self._remove)
        column.addWidget(PlainLabel("Where it is used", Size.MEDIUM))
        column.addLayout(self._uses)
        self._soon = soon(self, desk.session, self._refresh)
        desk.session.changed.connect(self._follow)
        self._looking = looking_of(desk.session)
        self._looking.looked.connect(self._looked)

    def show_record(self, record: Any) -> None:
        """Show the file of a piece of evidence."""
        self._evidence = record
        self._name.setText(record.file_name or "No file")
        look = self._desk.session.look(record.sha256) if record.sha256 else None
        if look is None:
            self._looking.look_at([record])
        self._show_look(look)
        clear(self._uses)
        using = self._desk.session.linking(record.id)
        for each in using:
            go = calling(self._desk.go_to, each)
            use = button(self._desk, name_of(each), go, look="link", name="use")
            self._uses.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        if not using:
            self._uses.addWidget(PlainLabel("Nowhere yet.", role="third"))
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew at where it is used, which may have changed on another page."""
        super().showEvent(event)
        self._soon.start()

    def _file(self) -> QWidget:
        px = self._desk.theme.px
        row = QWidget()
        row.setObjectName("row")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = PlainLabel()
        self._picture.setObjectName("picture")
        self._name = PlainLabel("", Size.MEDIUM, wraps=True)
        self._facts = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self._state = PlainLabel("", Size.SECOND, role="second", wraps=True)
        ways = QWidget()
        across = FlowLayout(ways, gap=px(8), line_gap=px(4))
        for words, act, name in (
            ("Open", self._open, "open-file"),
            ("Save a copy", self._save, "save-file"),
        ):
            across.addWidget(button(self._desk, words, act, look="link", name=name))
        words_column = QVBoxLayout()
        words_column.setSpacing(px(2))
        for each in (self._name, self._facts, self._state, ways):
            words_column.addWidget(each)
        words_column.addStretch(1)
        line = QHBoxLayout(row)
        line.setContentsMargins(px(12), px(10), px(12), px(10))
        line.setSpacing(px(16))
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words_column, 1)
        return row

    def _removing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(4))
        remove = button(self._desk, "Remove place and camera", self._bare, name="bare-file")
        remove.setAccessibleDescription(REMOVING)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(PlainLabel(REMOVING, Size.SECOND, role="third", wraps=True))
        return holder

    def _show_look(self, look: EvidenceLook | None) -> None:
        evidence = self._evidence
        if evidence is None:
            return
        pages = count(look.pages, "page") if look and look.pages else ""
        parts = (pages, size_in_words(evidence.size), f"fingerprint {fingerprint(evidence)}")
        self._facts.setText(" · ".join(part for part in parts if part))
        self._state.setText("Looking at the file…" if look is None and evidence.sha256 else "")
        self._state.setVisible(bool(self._state.text()))
        self._show_picture(look.picture if look else b"")
        self._says.show_properties(look.properties if look else {})
        can_be_bared = evidence.media_type in CLEANED_TYPES
        self._remove.setVisible(look is not None and can_be_bared and tells_of_the_camera(look))

    def _show_picture(self, png: bytes) -> None:
        found = QPixmap()
        if png:
            found.loadFromData(png)
        self._picture.setVisible(not found.isNull())
        if found.isNull():
            return
        ratio, px = self.devicePixelRatioF(), self._desk.theme.px
        small = found.scaled(
            round(px(PICTURE_WIDTH) * ratio),
            round(px(PICTURE_HEIGHT) * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._picture.setPixmap(small)
        self._picture.setAccessibleName(f"What {self._name.text()} looks like")

    def _looked(self, sha256: str) -> None:
        if self._evidence and self._evidence.sha256 == sha256:
            self._show_look(self._desk.session.look(sha256))
            set_reading_order(self)

    def _follow(self, change: Change) -> None:
        if not self.isVisible():
            return
        shown = self._evidence.id if self._evidence else ""
        if change.kinds != {"evidence"} or any(_swaps(each, shown) for each in change.edits):
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

    def _bare(self) -> None:
        evidence = self._evidence
        if evidence is None:
            return
        work = partial(_bared, self._desk, evidence)
        contents = in_background(self, "Removing place and camera", work)
        if contents is not None and evidence_files.bare(self._desk, evidence, contents):
            self._desk.say("Removed place and camera · Undo with Ctrl+Z")


class Says(QWidget):
    """What a file says of itself: a name and a remark on each line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = desk.theme.px
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(4))
        self._lines.setColumnMinimumWidth(0, px(NAMES_WIDTH))
        self._lines.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel("What the file says of itself", Size.MEDIUM))
        column.addLayout(self._lines)

    def show_properties(self, properties: Any) -> None:
        """Show what there is, place and camera first; nothing at all where there is nothing."""
        clear(self._lines)
        first = [name for name in FIRST if name in properties]
        names = [*first, *(name for name in properties if name not in FIRST)]
        top = Qt.AlignmentFlag.AlignTop
        for row, name in enumerate(names):
            self._lines.addWidget(PlainLabel(name, role="third", wraps=True), row, 0, top)
            self._lines.addWidget(PlainLabel(properties[name], wraps=True), row, 1, top)
        self.setVisible(bool(names))


def _bared(desk: Desk, evidence: Evidence, _progress: Progress) -> bytes:
    return without_place_and_camera(desk.session.file(evidence.sha256))


def _swaps(edit: Any, shown: str) -> bool:
    """Return whether an edit gives the evidence shown another file, as undo can."""
    return (
        edit.before is not None
        and edit.after is not None
        and edit.after.id == shown
        and edit.before.sha256 != edit.after.sha256
    )
