"""A table as the look has it: no grid, thin rules, a head that the keyboard can sort by."""

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ...desk import Desk
from ...labels import Size, font
from ...theme import Theme
from .tables import Column, RecordTable

ROW, HEAD, PADDING = 40, 34, 12


class TableView(QTableView):
    """Shows a table of records; arrows go from row to row and Tab leaves."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: Desk, model: RecordTable, name: str) -> None:
        super().__init__()
        self._desk, self._records = desk, model
        px = desk.theme.px
        self.setModel(model)
        self.setObjectName("table")
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(desk.theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.head = SortHead(desk.theme, f"Sort {name}")
        self.setHorizontalHeader(self.head)
        self.head.setFixedHeight(px(HEAD))
        self.setMinimumHeight(px(HEAD) + 4 * px(ROW))
        self.head.asked.connect(self.sort_by)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def choose(self, record: Any) -> bool:
        """Choose a record's row; return whether it has one here."""
        row = self._records.row_of(record)
        if row >= 0:
            self.choose_row(row)
        return row >= 0

    def choose_row(self, row: int) -> None:
        """Choose a row and bring it into view."""
        index = self._records.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def sort_by(self, at: int) -> None:
        """Sort by a column: words from A, all else from the most; once more turns it round."""
        held = self._records.listing
        column = self._records.columns[at]
        is_held = held is not None and held.order == (column.name,)
        descending = not held.descending if held and is_held else not column.grows
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self._records.sort(at, down if descending else up)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths; those there is no room for go."""
        super().resizeEvent(event)
        self.fit(self.viewport().width())

    def fit(self, room: int) -> None:
        """Share out the room among the columns."""
        kept = columns_that_fit(self._records.columns, room / self._desk.theme.scale)
        growing = [each for each in kept if each.grows]
        px = self._desk.theme.px
        spare = room - sum(px(each.least) for each in kept)
        share = max(0, spare) // len(growing or kept)
        for at, column in enumerate(self._records.columns):
            self.setColumnHidden(at, column not in kept)
            grows = column.grows or not growing
            self.setColumnWidth(at, px(column.least) + (share if grows else 0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._records.record(index.row()))

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._records.record(current.row()))


class CellDelegate(QStyledItemDelegate):
    """Paints a cell; a chosen row is one rounded ground, and every other has a rule under it."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._body, self._strong = font(Size.BODY), font(Size.STRONG)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        painter.save()
        where: QRect = option.rect
        chosen = self._view.currentIndex().row()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._ground(painter, where)
        elif index.row() + 1 != chosen:
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(where.bottomLeft(), where.bottomRight())
        self._words(painter, where, index, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _ground(self, painter: QPainter, where: QRect) -> None:
        # Each cell draws the whole row's shape and shows its own part of it.
        row = QRect(0, where.top(), self._view.viewport().width(), where.height())
        radius = self._theme.px(6)
        painter.setClipRect(where)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("soft"))
        painter.drawRoundedRect(row, radius, radius)
        if self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), radius, radius)

    def _words(
        self,
        painter: QPainter,
        where: QRect,
        index: QModelIndex | QPersistentModelIndex,
        selected: bool,
    ) -> None:
        column: Column = index.data(RecordTable.COLUMN)
        padding = self._theme.px(PADDING)
        inside = where.adjusted(padding, 0, -padding, 0)
        painter.setFont(self._strong if column.is_strong else self._body)
        role = "on_soft" if selected and column.role in ("text", "second") else column.role
        painter.setPen(self._theme.colour(role))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), words)


class SortHead(QHeaderView):
    """The heads of the columns; Left and Right go along them, Space sorts."""

    asked = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._marked = 0
        self.setObjectName("table-head")
        self.setAccessibleName(name)
        self.setAccessibleDescription("Left and Right choose a column, Space sorts by it")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.sectionClicked.connect(self.asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the heads, or sort by the one marked."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._mark(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self._marked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which head is marked."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that none is."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, where: QRect, at: int) -> None:
        """Draw a head, with a ring around the one marked."""
        painter.save()
        super().paintSection(painter, where, at)
        painter.restore()
        if self.hasFocus() and at == self._marked:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            radius = self._theme.px(6)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius, radius)
            painter.restore()

    def _mark(self, step: int) -> None:
        shown = [at for at in range(self.count()) if not self.isSectionHidden(at)]
        at = shown.index(self._marked) if self._marked in shown else 0
        self._marked = shown[min(max(at + step, 0), len(shown) - 1)]
        self.viewport().update()


def columns_that_fit(columns: tuple[Column, ...], room: float) -> tuple[Column, ...]:
    """Return the columns there is room for, given in pixels at 100 % text."""
    kept = list(columns)
    leaving = sorted((each for each in columns if each.leaves), key=_leaves)
    while leaving and sum(each.least for each in kept) > room:
        kept.remove(leaving.pop())
    return tuple(kept)


def _leaves(column: Column) -> int:
    return column.leaves
