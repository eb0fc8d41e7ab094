"""What each column of a table holds: shown with its first rows, guessed, and said by its owner."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...domain import words
from ...domain.problems import ProblemError
from ...exchange.tables.columns import Columns
from ...exchange.tables.presets import OF_MANY, Field
from ...exchange.tables.reading import cpd_rows, looked_at
from ...exchange.tables.table import Table, Wishes
from ...exchange.written_days import Order, days, settled
from ...exchange.written_hours import says_days
from ..buttons import button
from ..desk import Desk
from ..errors import show_problem
from ..labels import PlainLabel, Size
from ..long_work import Progress, in_background
from .columns_file import FileChoices, labelled
from .columns_preview import ColumnsPreview
from .frame import Frame

WIDTH = 900
# Enough to see at once what comes of a choice; all rows are read when it is made.
MOST_COUNTED, MOST_REMARKS = 1_500, 200
DAY_LENGTHS = (
    (None, "Not said: days are kept as words"),
    *((minutes, words.duration(minutes)) for minutes in (360, 420, 450, 480)),
)
FOLDED, UNFOLDED = "How the file is written…", "Hide how the file is written"


class ColumnsDialog(Frame):
    """Asks what the columns of a table hold; `table` and `columns` are what was said."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, path: Path, table: Table, columns: Columns
    ) -> None:
        super().__init__(parent, desk.theme, "Which column is what?", act="Go on", width=WIDTH)
        self.table, self.columns = table, columns
        self._desk, self._path, self._wishes = desk, path, Wishes()
        self.column.addWidget(PlainLabel(path.name, Size.MEDIUM, wraps=True))
        about = (
            "Say above each column what it holds. What you keep as words comes in below its "
            "activity, so that nothing is lost."
        )
        self.column.addWidget(PlainLabel(about, role="second", wraps=True))
        self.preview = ColumnsPreview(desk)
        self.preview.chosen.connect(self._say_field)
        self.column.addWidget(self.preview)
        self.order_box, self.order = labelled(desk, "How the dates are written", "date-order", ())
        self.order.activated.connect(self._say_order)
        self.column.addWidget(self.order_box)
        label = "How long a day is, where the table counts in days"
        self.day_box, self.day = labelled(desk, label, "day-length", DAY_LENGTHS)
        self.day.activated.connect(self._say_day)
        self.column.addWidget(self.day_box)
        self._add_counted()
        self.fold_button = button(desk, FOLDED, self.turn_fold, look="link", name="fold")
        self.column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.file = FileChoices(desk)
        self.file.hide()
        self.file.changed.connect(self._read_again)
        self.column.addWidget(self.file)
        self.column.addStretch(1)
        self._show_table()

    def turn_fold(self) -> None:
        """Show how the file is written, or hide it."""
        is_open = self.file.isHidden()
        self.file.setVisible(is_open)
        self.fold_button.setText(UNFOLDED if is_open else FOLDED)
        self.fold_button.setAccessibleName(self.fold_button.text())

    def refresh(self) -> None:
        """Show what would come of the table as its columns are now taken."""
        self._offer_order()
        self.day_box.setVisible(self._counts_days())
        found = cpd_rows(self._few(), self.columns)
        self.counted.setText(self._in_words(len(found.rows), len(found.problems)))
        said = [*(each.in_words for each in found.problems), *found.remarks]
        self.remarks.setPlainText("\n".join(said[:MOST_REMARKS]))
        self.remarks.setVisible(bool(said))
        self.act.setEnabled(self.columns.has_what and bool(found.rows) and not self._said_twice())

    def _add_counted(self) -> None:
        self.counted = PlainLabel("", Size.MEDIUM, wraps=True)
        self.counted.setObjectName("counted")
        self.remarks = QPlainTextEdit()
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setAccessibleName("Rows that cannot be read, and remarks")
        self.remarks.setObjectName("remarks")
        self.remarks.setMinimumHeight(self._desk.theme.px(110))
        self.column.addWidget(self.counted)
        self.column.addWidget(self.remarks, 1)

    def _show_table(self) -> None:
        self.preview.show_table(self.table, self.columns)
        self.file.show_table(self.table, self.columns, self._wishes)
        self.refresh()

    def _few(self) -> Table:
        return replace(self.table, rows=self.table.rows[: MOST_COUNTED + self.columns.header_row])

    def _in_words(self, read: int, problems: int) -> str:
        if not self.columns.has_what:
            return "Say which column holds the title, or what was done."
        if twice := self._said_twice():
            return f"Two columns are said to hold “{twice.label}”; only one can."
        more = len(self.table.rows) > MOST_COUNTED + self.columns.header_row
        of = f"Of the first {MOST_COUNTED:,} rows: " if more else ""
        activities = words.count(read, "activity", "activities")
        unread = f" {words.count(problems, 'row')} cannot be read." if problems else ""
        undated = "" if self.columns.has_when else " None of them has a date."
        return words.sentence(f"{of}{activities} can come in.{unread}{undated}")

    def _said_twice(self) -> Field | None:
        """Return a field that two columns are said to hold and that one alone can."""
        held = [each for each in self.columns.feeds if each and each not in OF_MANY]
        return next((each for each in held if held.count(each) > 1), None)

    def _say_field(self, at: int, field: Field | None) -> None:
        feeds = list(self.columns.feeds)
        feeds[at] = field
        self.columns = replace(self.columns, feeds=tuple(feeds))
        self.refresh()

    def _offer_order(self) -> None:
        """Offer the orders in which dates here could be read, the British one first."""
        dates = [*self._cells(Field.DATE), *self._cells(Field.END_DATE)]
        found = settled(dates)
        self.order_box.setVisible(found.order is None)
        if found.order is not None:
            self.columns = replace(self.columns, order=found.order)
            return
        held = self.columns.order or Order.DMY
        self.columns = replace(self.columns, order=held)
        self.order.clear()
        for each, called in ((Order.DMY, "Day first"), (Order.MDY, "Month first")):
            read = days(found.open, each)
            example = f": {found.open} is {words.day(read.first)}" if read else ""
            self.order.addItem(f"{called}{example}")
        self.order.setCurrentIndex(int(held is Order.MDY))

    def _say_order(self, at: int) -> None:
        self.columns = replace(self.columns, order=(Order.DMY, Order.MDY)[at])
        self.refresh()

    def _counts_days(self) -> bool:
        lengths = (Field.HOURS, Field.DAYS, Field.UNIT)
        return Field.DAYS in self.columns.feeds or any(
            map(says_days, (cell for each in lengths for cell in self._cells(each)))
        )

    def _say_day(self, _at: int) -> None:
        self.columns = replace(self.columns, day_minutes=self.day.currentData())
        self.refresh()

    def _cells(self, field: Field) -> list[str]:
        held = [at for at, each in enumerate(self.columns.feeds) if each is field]
        below = (cells for number, cells in self.table.rows if number > self.columns.header_row)
        return [cells[at] for cells in below for at in held if at < len(cells)]

    def _read_again(self, wishes: Wishes) -> None:
        if self.table.sheet and wishes.sheet != self._wishes.sheet:
            read = in_background(self, "Reading the sheet", partial(_look, self._path, wishes))
        else:
            read = self._look_here(wishes)
        if read is not None:
            self.table, self.columns = read
            self._wishes = wishes
        self._show_table()

    def _look_here(self, wishes: Wishes) -> tuple[Table, Columns] | None:
        try:
            return looked_at(self._path, wishes)
        except ProblemError as problem:
            show_problem(self, problem)
            return None


def _look(path: Path, wishes: Wishes, _progress: Progress) -> tuple[Table, Columns]:
    return looked_at(path, wishes)
