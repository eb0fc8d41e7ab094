"""Lines under headings, each of which opens as a form in its own place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ..domain import kinds
from .buttons import button
from .desk import Desk
from .editor import Editor
from .entry_row import Entry, EntryRow
from .flow import FlowLayout
from .following import Following
from .labels import LineLabel, PlainLabel, Size
from .reading_order import set_reading_order

Make = Callable[[], Any]
MakeEditor = Callable[[], Editor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what it means, its entries, and what stands there when there are none."""

    key: str
    heading: str
    entries: tuple[Entry, ...] = ()
    means: str = ""
    is_part: bool = False
    nothing: str = ""
    add: str = ""
    make: Make | None = None
    adds_always: bool = True

    @property
    def shows_add(self) -> bool:
        """Return whether there is a button that adds an entry."""
        return self.make is not None and (self.adds_always or not self.entries)

    @property
    def outline(self) -> tuple[Any, ...]:
        """Return what decides which widgets there are."""
        nothing = "" if self.entries else self.nothing
        return self.key, tuple(each.record.id for each in self.entries), self.shows_add, nothing


class Board(QWidget):
    """Sections of entries that follow the portfolio; one entry at a time is open."""

    opening = Signal()

    def __init__(
        self,
        desk: Desk,
        sections: Callable[[], Sequence[Section]],
        editors: Mapping[type, MakeEditor],
        *,
        follows: frozenset[str],
    ) -> None:
        super().__init__()
        self._desk, self._sections, self._make_editor = desk, sections, editors
        self._outline: list[tuple[Any, ...]] = []
        self._heads: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        self._editors: dict[type, Editor] = {}
        self.rows: dict[str, EntryRow] = {}
        self.opened: Any = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(2))
        self._following = Following(self, desk.session, follows, self.refresh)

    def refresh(self) -> None:
        """Show everything as it now is; what is open stays open, with the keyboard where it was."""
        sections = self._sections()
        outline = [each.outline for each in sections]
        if outline != self._outline:
            self._outline = outline
            self._rebuild(sections)
        for section in sections:
            heading, means = self._heads[section.key]
            heading.setText(section.heading)
            means.setText(section.means)
            means.setVisible(bool(section.means))
            for entry in section.entries:
                self.rows[entry.record.id].show_entry(entry)

    def editor(self, record: type) -> Editor:
        """Return the form for records of a type; it is made once."""
        if record not in self._editors:
            editor = self._make_editor[record]()
            editor.hide()
            editor.setParent(self)
            editor.closed.connect(self.close_open)
            self._editors[record] = editor
        return self._editors[record]

    def open(self, record: Any) -> None:
        """Open a record in the place of its line and put the keyboard into it."""
        self.refresh()
        if record.id not in self.rows:
            return
        record = self.rows[record.id].entry.record
        self.put_away()
        self.opening.emit()
        self.opened = record
        editor = self.editor(type(record))
        editor.form.show_record(record)
        self._place_editor()
        editor.begin()

    def close_open(self) -> None:
        """Close what is open and give the keyboard back to its line."""
        if self.opened is None:
            return
        row = self.rows.get(self.opened.id)
        self.put_away()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def put_away(self) -> None:
        """Close what is open and leave the keyboard where it is."""
        if self.opened is None:
            return
        record, self.opened = self.opened, None
        editor = self.editor(type(record))
        editor.form.flush()
        editor.form.record = None
        editor.hide()
        if record.id in self.rows:
            self.rows[record.id].show()

    def add(self, make: Make) -> None:
        """Add a record and open it."""
        record = make()
        if self._desk.session.add(record):
            self.open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        if self.opened is not None:
            self.editor(type(self.opened)).form.flush()

    def _rebuild(self, sections: Sequence[Section]) -> None:
        typing = QApplication.focusWidget()
        while self.column.count():
            taken = self.column.takeAt(0)
            part = taken.widget() if taken else None
            if part is not None and not isinstance(part, Editor):
                part.hide()
                part.deleteLater()
        self.rows.clear()
        self._heads.clear()
        for section in sections:
            self._lay_out(section)
        self.column.addStretch(1)
        if self.opened is not None and self.opened.id not in self.rows:
            self.put_away()
        if self.opened is not None:
            self._place_editor()
        set_reading_order(self)
        if typing is not None and self.isAncestorOf(typing) and not typing.hasFocus():
            typing.setFocus()

    def _lay_out(self, section: Section) -> None:
        self.column.addWidget(self._head(section))
        for entry in section.entries:
            row = EntryRow(self._desk, entry)
            row.setObjectName(f"{kinds.of(entry.record).name}-row")
            row.clicked.connect(partial(self._open_row, entry.record.id))
            self.rows[entry.record.id] = row
            self.column.addWidget(row)
        nothing = self._nothing(section)
        adding = self._adding(section)
        if nothing is not None and (adding is None or not section.is_part):
            self.column.addWidget(nothing)
            nothing = None
        if adding is not None:
            parts = [adding] if nothing is None else [nothing, adding]
            self.column.addWidget(_in_line(*parts, left=self._desk.theme.px(5)))

    def _nothing(self, section: Section) -> QWidget | None:
        if not section.nothing or section.entries:
            return None
        px = self._desk.theme.px
        nothing = PlainLabel(section.nothing, role="third", wraps=not section.is_part)
        nothing.setContentsMargins(px(5 if section.is_part else 10), px(2), px(5), 0)
        nothing.setMinimumHeight(px(34) if section.is_part else 0)
        return nothing

    def _adding(self, section: Section) -> QWidget | None:
        if section.make is None or not section.shows_add:
            return None
        pressed = partial(self._add_pressed, section.make)
        made = button(self._desk, section.add, pressed, icon="add", look="link")
        made.setObjectName(f"add-{section.key}")
        made.setAccessibleName(f"{section.heading}: {section.add}")
        return made

    def _head(self, section: Section) -> QWidget:
        px = self._desk.theme.px
        size, role = (Size.STRONG, "accent") if section.is_part else (Size.HEADING, "")
        heading = PlainLabel(section.heading, size, role=role)
        means = LineLabel(section.means, Size.SECOND, role="third")
        self._heads[section.key] = heading, means
        above = px(8 if section.is_part else 18) if self.column.count() else 0
        return _in_line(heading, means, left=px(10), above=above, below=px(2), gap=px(8))

    def _open_row(self, wanted: str, _pressed: bool = False) -> None:
        self.open(self.rows[wanted].entry.record)

    def _add_pressed(self, make: Make, _pressed: bool = False) -> None:
        self.add(make)

    def _place_editor(self) -> None:
        row, editor = self.rows[self.opened.id], self.editor(type(self.opened))
        self.column.removeWidget(editor)
        self.column.insertWidget(self.column.indexOf(row), editor)
        row.hide()
        editor.show()
        set_reading_order(self)


def _in_line(*parts: QWidget, left: int, above: int = 0, below: int = 0, gap: int = 8) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(left, above, 0, below)
    line = FlowLayout(gap=gap, line_gap=0)
    for part in parts:
        line.addWidget(part)
    column.addLayout(line)
    return holder
