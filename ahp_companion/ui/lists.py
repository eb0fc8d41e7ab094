"""Lists of any length: the model holds places and reads records a page at a time."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ..domain.listings import Listing
from ..domain.words import MONTHS
from .rows import Row
from .session import Session

PAGE = 256
MOST_PAGES = 8
Index = QModelIndex | QPersistentModelIndex


class RecordList(QAbstractListModel):
    """The records of a listing as rows, under the months they fall in."""

    ROW = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2

    def __init__(self, session: Session, make_row: Callable[[Any], Row]) -> None:
        super().__init__()
        self._session, self._make_row = session, make_row
        self._listing: Listing | None = None
        self._places: array[int] = array("q")
        self._total = 0
        # The list's row that each heading stands in, and its words.
        self._heads: list[int] = []
        self._head_words: list[str] = []
        self._pages: dict[int, dict[int, Any]] = {}

    @property
    def listing(self) -> Listing | None:
        """Return what is shown."""
        return self._listing

    @property
    def record_count(self) -> int:
        """Return how many records there are, headings not counted."""
        return self._total

    @property
    def heading_rows(self) -> list[int]:
        """Return the rows that headings stand in."""
        return self._heads

    def show_listing(self, listing: Listing, *, by_month: bool = True) -> None:
        """Show the records of a listing."""
        self.beginResetModel()
        self._listing = listing
        self._pages.clear()
        # The first of them are all that is seen; the rest are read once someone scrolls there.
        self._places = self._session.places(listing, most=PAGE)
        self._heads, self._head_words = [], []
        if by_month and listing.order:
            months = self._session.months(listing)
            self._total = sum(held for _, held in months)
            self._set_heads(months)
        else:
            self._total = self._session.count(listing)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows, headings too."""
        return 0 if parent and parent.isValid() else self._total + len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is shown in a row."""
        heading = self.heading(index.row())
        if role == self.HEADING:
            return heading
        if role == Qt.ItemDataRole.DisplayRole:
            return heading or self._row(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heading or self._row(index.row()).in_words
        return None if heading or role != self.ROW else self._row(index.row())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that records can be chosen and headings cannot."""
        if self.heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def heading(self, row: int) -> str:
        """Return a heading's words; nothing for a record's row."""
        at = bisect_right(self._heads, row) - 1
        return self._head_words[at] if at >= 0 and self._heads[at] == row else ""

    def record(self, row: int) -> Any:
        """Return the record in a row; None for a heading."""
        if not 0 <= row < self.rowCount() or self.heading(row):
            return None
        return self._record(row - bisect_right(self._heads, row))

    def row_of(self, record: Any) -> int:
        """Return the row a record is in, or -1."""
        place = self._session.place_of(record)
        if place is None:
            return -1
        if place not in self._places:
            self._read_rest()
        return self._row_at(self._places.index(place)) if place in self._places else -1

    def refresh(self, record: Any) -> None:
        """Show a record's row as it now is."""
        self._pages.clear()
        row = self.row_of(record)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _row(self, row: int) -> Row:
        record = self.record(row)
        return self._make_row(record) if record is not None else Row(when="", title="")

    def _record(self, at: int) -> Any:
        page = at // PAGE
        if at >= len(self._places):
            self._read_rest()
        if page not in self._pages:
            if len(self._pages) >= MOST_PAGES:
                self._pages.pop(next(iter(self._pages)))
            places = self._places[page * PAGE : (page + 1) * PAGE]
            listing = self._listing
            self._pages[page] = self._session.at(listing.record, places) if listing else {}
        return self._pages[page].get(self._places[at])

    def _read_rest(self) -> None:
        if self._listing and len(self._places) < self._total:
            self._places = self._session.places(self._listing)

    def _row_at(self, at: int) -> int:
        row = at
        for head in self._heads:
            if head <= row:
                row += 1
        return row

    def _set_heads(self, months: Iterable[tuple[str, int]]) -> None:
        row = 0
        for month, held in months:
            self._heads.append(row)
            self._head_words.append(_month(month))
            row += held + 1


def _month(month: str) -> str:
    if not month:
        return "No date yet"
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"
