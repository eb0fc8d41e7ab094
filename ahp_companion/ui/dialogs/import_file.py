"""Import: shows beforehand what a file would bring in; one change, which undo takes back."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from ...exchange.calendars import reading as calendar_reading
from ...exchange.formats_in import FORMATS, read_file
from ...exchange.importing import Incoming
from ...exchange.reading import Reading
from ...exchange.tables.columns import Columns
from ...exchange.tables.reading import FORMAT, WORKBOOK, ColumnsUnknownError, looked_at, reading_of
from ...exchange.tables.table import Table
from ..asking import asked
from ..buttons import button
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..long_work import Progress, Work, in_background
from ..session import Session
from .calendar_events import choose_events
from .columns import ColumnsDialog
from .frame import Frame

OF_TABLES = frozenset({FORMAT.code, WORKBOOK.code})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file as it was read, or what has to be asked of it before: columns, or entries."""

    reading: Reading | None = None
    incoming: Incoming | None = None
    table: Table | None = None
    columns: Columns | None = None
    calendar: calendar_reading.CalendarFile | None = None


class ImportDialog(Frame):
    """What would come in, and what in the file could not be read."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        incoming: Incoming,
        remarks: list[str],
        name: str,
        *,
        has_columns: bool = False,
    ) -> None:
        super().__init__(parent, desk.theme, "Bring in a file", act="Bring it in")
        self.asks_for_columns = False
        self.column.addWidget(PlainLabel(name, Size.MEDIUM, wraps=True))
        self.summary = PlainLabel(incoming.in_words, wraps=True)
        self.column.addWidget(self.summary)
        if remarks:
            self._list(remarks)
        if has_columns:
            choosing = button(
                desk, "Say what the columns hold…", self.choose_columns, look="link", name="columns"
            )
            self.column.addWidget(choosing, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(
            PlainLabel(
                "A backup is made first, and you can undo it. Nothing of yours is deleted.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.act.setEnabled(incoming.change is not None)

    def _list(self, remarks: list[str]) -> None:
        words = "These stay out, or come in differently; the rest can come in."
        self.column.addWidget(PlainLabel(words, role="second", wraps=True))
        listed = QPlainTextEdit("\n".join(remarks))
        listed.setReadOnly(True)
        listed.setTabChangesFocus(True)
        listed.setAccessibleName("Remarks")
        listed.setObjectName("remarks")
        self.column.addWidget(listed, 1)

    def choose_columns(self) -> None:
        """Leave it, to say what the columns hold."""
        self.asks_for_columns = True
        self.reject()


def import_file(parent: QWidget | None, desk: Desk) -> str:
    """Ask for a file, show what it holds, bring it in; return a sentence, "" if nothing came."""
    path, _ = QFileDialog.getOpenFileName(
        parent, "Choose a file to bring in", str(Path.home()), _known()
    )
    return bring_in(parent, desk, Path(path)) if path else ""


def bring_in(parent: QWidget | None, desk: Desk, path: Path) -> str:
    """Show what a file holds and bring it in; return a sentence, "" if nothing came."""
    work = partial(_read, path, desk.session)
    found = in_background(parent, "Reading the file", work)
    while found is not None:
        if found.reading is None or found.incoming is None:
            found = _asked_more(parent, desk, path, found)
            continue
        reading, incoming = found.reading, found.incoming
        remarks = [*(each.in_words for each in reading.problems), *incoming.remarks]
        has_columns = reading.format in OF_TABLES
        dialog = ImportDialog(parent, desk, incoming, remarks, path.name, has_columns=has_columns)
        is_wanted = asked(dialog)
        if not dialog.asks_for_columns:
            return _brought_in(parent, desk, reading, incoming) if is_wanted else ""
        # What was said of the columns once is where saying it again begins.
        said = replace(found, reading=None) if found.table else None
        found = said or in_background(parent, "Reading the file", partial(_look, path))
    return ""


def _asked_more(parent: QWidget | None, desk: Desk, path: Path, found: Found) -> Found | None:
    """Return a file as it is read with what its owner said of it, None for no answer."""
    work: Work[Found] | None = None
    if found.calendar:
        reading = choose_events(parent, desk, found.calendar)
        work = partial(_read_chosen, reading, desk.session) if reading else None
    elif found.table and found.columns:
        dialog = ColumnsDialog(parent, desk, path, found.table, found.columns)
        if asked(dialog):
            work = partial(_read_rows, dialog.table, dialog.columns, desk.session)
    return in_background(parent, "Reading the file", work) if work else None


def _brought_in(parent: QWidget | None, desk: Desk, reading: Reading, incoming: Incoming) -> str:
    done = in_background(
        parent, "Backing up, then bringing it in", partial(_take_in, desk, reading, incoming)
    )
    return f"Brought in. {incoming.in_words}" if done else ""


def _read(path: Path, session: Session, _progress: Progress) -> Found:
    try:
        reading = read_file(path)
    except ColumnsUnknownError as unknown:
        return Found(table=unknown.table, columns=unknown.columns)
    if reading.format == calendar_reading.FORMAT.code:
        return Found(calendar=calendar_reading.read_calendar(path, on=session.today()))
    return Found(reading=reading, incoming=reading.into(session.gather()))


def _look(path: Path, _progress: Progress) -> Found:
    table, columns = looked_at(path)
    return Found(table=table, columns=columns)


def _read_chosen(reading: Reading, session: Session, _progress: Progress) -> Found:
    return Found(reading=reading, incoming=reading.into(session.gather()))


def _read_rows(table: Table, columns: Columns, session: Session, _progress: Progress) -> Found:
    reading = reading_of(table, columns)
    incoming = reading.into(session.gather())
    return Found(reading=reading, incoming=incoming, table=table, columns=columns)


def _take_in(desk: Desk, reading: Reading, incoming: Incoming, progress: Progress) -> bool:
    desk.session.back_up("before an import", progress)
    if incoming.change is None:
        return False
    desk.session.bring_in(incoming.change, incoming.evidence, reading.evidence)
    return True


def _known() -> str:
    endings = dict.fromkeys(ending for each in FORMATS for ending in each.endings)
    return " ".join(f"*{ending}" for ending in endings)
