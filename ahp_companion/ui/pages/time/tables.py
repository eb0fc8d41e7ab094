"""Tables of any length: columns over a listing, sorted by SQLite, read a page at a time."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ....domain.listings import Listing
from ...session import Session

PAGE = 256
MOST_PAGES = 8
Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the field it sorts by, its head, and what it says of a record.

    `least` is the width it needs at 100 % text. Columns that grow share what is left; where there
    is too little room the one with the highest `leaves` goes first, and one with 0 never goes.
    """

    name: str
    label: str
    words: Callable[[Any], str]
    least: int
    grows: bool = False
    leaves: int = 0
    at_right: bool = False
    role: str = "text"
    is_strong: bool = False


class RecordTable(QAbstractTableModel):
    """The records of a listing in rows; a press on a column's head sorts by it."""

    COLUMN = Qt.ItemDataRole.UserRole + 1

    def __init__(self, session: Session, columns: Sequence[Column]) -> None:
        super().__init__()
        self._session = session
        self.columns = tuple(columns)
        self._listing: Listing | None = None
        self._places: array[int] = array("q")
        self._pages: dict[int, dict[int, Any]] = {}

    @property
    def listing(self) -> Listing | None:
        """Return what is shown."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Show the records of a listing in its order."""
        self.beginResetModel()
        self._listing = listing
        self._pages.clear()
        self._places = self._session.places(listing)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the same records by another column; what is chosen stays chosen."""
        if self._listing is None or not 0 <= column < len(self.columns):
            return
        descending = order is Qt.SortOrder.DescendingOrder
        ordered = (self.columns[column].name,)
        if (self._listing.order, self._listing.descending) == (ordered, descending):
            return
        self.layoutAboutToBeChanged.emit()
        standing = [(index, self.record(index.row())) for index in self.persistentIndexList()]
        self._listing = replace(self._listing, order=ordered, descending=descending)
        self._pages.clear()
        self._places = self._session.places(self._listing)
        for index, record in standing:
            moved = self.index(self.row_of(record), index.column()) if record else QModelIndex()
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of records."""
        return 0 if parent and parent.isValid() else len(self._places)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, or says to a screen reader."""
        column = self.columns[index.column()]
        if role == self.COLUMN:
            return column
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.at_right else LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        record = self.record(index.row())
        words = "" if record is None else column.words(record).replace("\n", " ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.label}: {words or 'nothing'}"
        return words

    def headerData(
        self, at: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.columns[at].label}{self._arrow(at)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[at].at_right else LEFT
        return None

    def record(self, row: int) -> Any:
        """Return the record in a row, or None."""
        if self._listing is None or not 0 <= row < len(self._places):
            return None
        page = row // PAGE
        if page not in self._pages:
            if len(self._pages) >= MOST_PAGES:
                self._pages.pop(next(iter(self._pages)))
            places = self._places[page * PAGE : (page + 1) * PAGE]
            self._pages[page] = self._session.at(self._listing.record, places)
        return self._pages[page].get(self._places[row])

    def row_of(self, record: Any) -> int:
        """Return the row a record is in, or -1."""
        place = self._session.place_of(record)
        try:
            return self._places.index(place) if place is not None else -1
        except ValueError:
            return -1

    def refresh(self, record: Any) -> None:
        """Show a record's row as it now is."""
        self._pages.clear()
        row = self.row_of(record)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _arrow(self, at: int) -> str:
        if self._listing is None or self._listing.order != (self.columns[at].name,):
            return ""
        return " ↓" if self._listing.descending else " ↑"
