"""Sheets of workbooks as lines that lead to them, wherever some of them belong together."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.words import day
from ....domain.workbooks import Worksheet
from ...calling import calling
from ...columns import clear
from ...desk import Desk
from ...entry_row import Entry, EntryRow
from ...labels import PlainLabel
from ...reading_order import set_reading_order
from ...rows import State


class SheetRows(QWidget):
    """A line for each sheet, the newest first; pressed, it opens the sheet."""

    def __init__(self, desk: Desk, *, nothing: str) -> None:
        super().__init__()
        self._desk, self._nothing = desk, nothing
        self._shown: Sequence[Worksheet] | None = None
        self.rows: list[EntryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(2))

    def show_sheets(self, sheets: Iterable[Worksheet]) -> None:
        """Show some sheets."""
        wanted = sorted(sheets, key=_day, reverse=True)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        self.rows = [EntryRow(self._desk, sheet_entry(self._desk, each)) for each in wanted]
        for row, sheet in zip(self.rows, wanted, strict=True):
            row.setObjectName("worksheet-row")
            row.clicked.connect(calling(self._desk.go_to, sheet))
            self._column.addWidget(row)
        if not wanted:
            px = self._desk.theme.px
            nothing = PlainLabel(self._nothing, role="third", wraps=True)
            nothing.setContentsMargins(px(10), px(2), px(5), 0)
            self._column.addWidget(nothing)
        set_reading_order(self)


def sheet_entry(desk: Desk, sheet: Worksheet) -> Entry:
    """Return what a line says of a sheet: which, when, from whom, and whether it is private."""
    workbook = desk.session.catalogue.workbooks.get(sheet.workbook)
    name = sheet.title.strip() or (workbook.name if workbook else "A sheet")
    by = f"from {sheet.given_by.strip()}" if sheet.given_by.strip() else ""
    return Entry(
        record=sheet,
        title=name,
        detail=" · ".join(part for part in (day(sheet.on), by) if part),
        state=State(icon="private", word="Private") if sheet.private else None,
    )


def _day(sheet: Worksheet) -> date:
    return sheet.on or date.min
