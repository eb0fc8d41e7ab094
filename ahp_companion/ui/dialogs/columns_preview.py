"""The first rows of a table, and above each column a choice of what it holds."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.words import shortened
from ...exchange.tables.columns import Columns, called
from ...exchange.tables.presets import Field
from ...exchange.tables.table import Table
from ..columns import clear
from ..desk import Desk
from ..fields.choices import QuietCombo
from ..labels import PlainLabel, Size

ROWS, LONGEST = 5, 120
NUMBERS, COLUMN, ROW, HEAD = 62, 196, 34, 34
KEPT = "Keep as words"


class ColumnsPreview(QScrollArea):
    """Shows a few rows under a choice for each column; wide tables scroll across."""

    chosen = Signal(int, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._px = desk.theme.px
        self.choices: list[QuietCombo] = []
        self.table = _rows(desk)
        self.table.currentCellChanged.connect(self._follow)
        self._above = QHBoxLayout()
        self._above.setSpacing(0)
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._px(2))
        column.addLayout(self._above)
        column.addWidget(self.table)
        self.setWidget(self._held)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show other rows, or the same under other names."""
        below = [each for each in table.rows if each[0] > columns.header_row][:ROWS]
        names = [called(name, at) for at, name in enumerate(columns.names)]
        self._offer(names)
        for choice, feeds in zip(self.choices, columns.feeds, strict=True):
            choice.setCurrentIndex(choice.findText(feeds.label if feeds else KEPT))
        self.table.clear()
        self.table.setRowCount(len(below))
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels([shortened(name, 40) for name in names])
        self.table.setVerticalHeaderLabels([str(number) for number, _ in below])
        for row, (_, cells) in enumerate(below):
            for at, text in enumerate(cells):
                cell = QTableWidgetItem(shortened(text, LONGEST))
                cell.setToolTip(text[: LONGEST * 4])
                self.table.setItem(row, at, cell)
        self._fit(len(below), len(names))

    def _offer(self, names: list[str]) -> None:
        clear(self._above)
        holds = PlainLabel("Holds", Size.SECOND, role="third")
        holds.setFixedWidth(self._px(NUMBERS))
        holds.setContentsMargins(self._px(12), 0, 0, 0)
        self._above.addWidget(holds)
        self.choices = []
        for at, name in enumerate(names):
            choice = QuietCombo()
            choice.setObjectName(f"holds-{at}")
            # Said twice: on some systems a list is announced by its value alone.
            choice.setAccessibleName(f"What “{name}” holds")
            choice.setAccessibleDescription(choice.accessibleName())
            choice.setFixedWidth(self._px(COLUMN - 8))
            choice.addItem(KEPT, None)
            for field in Field:
                choice.addItem(field.label, field)
            choice.setMaxVisibleItems(len(Field) + 1)
            choice.activated.connect(partial(self._say, at))
            self.choices.append(choice)
            self._above.addWidget(choice)
            self._above.addSpacing(self._px(8))
        self._above.addStretch(1)

    def _say(self, at: int, chosen: int) -> None:
        # By its place: the list would give a code's text back, and not the field.
        self.chosen.emit(at, list(Field)[chosen - 1] if chosen else None)

    def _follow(self, row: int, column: int, *_before: int) -> None:
        left = self._px(NUMBERS) + column * self._px(COLUMN)
        if row >= 0 and self.table.hasFocus():
            self.ensureVisible(left, 0, 0, 0)
            self.ensureVisible(left + self._px(COLUMN), 0, 0, 0)

    def _fit(self, rows: int, columns: int) -> None:
        for at in range(columns):
            self.table.setColumnWidth(at, self._px(COLUMN))
        wide = self._px(NUMBERS) + columns * self._px(COLUMN)
        self.table.setFixedSize(wide, self._px(HEAD) + max(1, rows) * self._px(ROW))
        self._held.resize(self._held.sizeHint())
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._held.height() + bar)


def _rows(desk: Desk) -> QTableWidget:
    px, colours = desk.theme.px, desk.theme.colours
    table = QTableWidget()
    table.setObjectName("preview")
    table.setAccessibleName("First rows of the table")
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    across, down = table.horizontalHeader(), table.verticalHeader()
    for each in (across, down):
        each.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        each.setHighlightSections(False)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setFixedHeight(px(HEAD))
    down.setDefaultSectionSize(px(ROW))
    down.setFixedWidth(px(NUMBERS))
    table.setStyleSheet(
        f"QTableView {{ selection-background-color: {colours['soft']};"
        f" selection-color: {colours['on_soft']}; }}"
        f"QTableView::item {{ padding: 0 {px(10)}px; }}"
    )
    return table
