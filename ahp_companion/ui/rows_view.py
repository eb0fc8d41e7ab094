"""A list of records under their months, of any length.

It is a table of one column: Qt asks a list for the height of each of its rows, a hundred thousand
times for a hundred thousand records, and a table only for those that differ from the rest.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from .icons import Icons
from .lists import RecordList
from .row_delegate import HEADING, ROW, RowDelegate


class RowsView(QTableView):
    """Shows a RecordList; arrows go from record to record and Tab leaves."""

    def __init__(self, icons: Icons, model: RecordList, name: str) -> None:
        super().__init__()
        px = icons.theme.px
        self._heading = px(HEADING)
        self._rows = model
        self._headed: list[int] = []
        self._delegate = RowDelegate(icons)
        self.setObjectName("list")
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._heading)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalScrollBar().setSingleStep(px(ROW))
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step over headings; let everything else go as Qt has it."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.currentIndex().row() + step
        while self._rows.heading(row):
            row += step
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row))

    def _fit(self) -> None:
        header = self.verticalHeader()
        # Each height would have every row's place reckoned anew; once for all of them will do.
        header.blockSignals(True)
        header.setUpdatesEnabled(False)
        # A row keeps its height when the model is read anew, also one that is no heading now.
        for row in self._headed:
            if row < header.count():
                header.resizeSection(row, header.defaultSectionSize())
        for row in self._rows.heading_rows:
            header.resizeSection(row, self._heading)
        self._headed = list(self._rows.heading_rows)
        header.setUpdatesEnabled(True)
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()
