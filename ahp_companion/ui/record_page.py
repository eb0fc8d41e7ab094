"""The shape most pages share: a list at the left, the record at the right, edited in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ..domain import kinds
from ..domain.changes import Change
from ..domain.listings import Listing
from .buttons import button
from .desk import Desk
from .dialogs.history import bring_back
from .empty import EmptyPage
from .filters import Filter, FilterBar
from .forms import Field, Form
from .labels import rule
from .list_head import ListHead
from .list_split import ListColumn, ListSplit, RecordColumn
from .lists import RecordList
from .rows import Row
from .rows_view import RowsView
from .soon import soon

NARROW = 1000 - 208
B = TypeVar("B", bound="Below")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a page is about: its words, its list and the form of its records.

    A part of a page has its title on its tab.
    """

    title: str
    record: type
    order: tuple[str, ...]
    row: Callable[[Any], Row]
    fields: Sequence[Field]
    make: Callable[[], Any]
    add: str
    icon: str
    empty_title: str
    empty_words: str
    filters: Sequence[Filter] = ()
    folded: str = "More about this"
    fixed: Listing | None = None
    is_by_month: bool = True
    searched: str = ""
    below: Sequence[Callable[[Desk], "Below"]] = ()
    beside_filters: Sequence[QWidget] = ()
    is_part: bool = False


class Below(QWidget):
    """What stands under a record's form and follows it."""

    def show_record(self, record: Any) -> None:
        """Show what belongs to a record."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is being typed; nothing where nothing is."""


class RecordPage(QWidget):
    """A page of records of one kind."""

    def __init__(self, desk: Desk, shape: Shape) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.shape = desk, shape
        self.model = RecordList(desk.session, shape.row)
        self._reload_soon = soon(self, desk.session, self._reload_after_change)
        self._happened_on = kinds.BY_RECORD[shape.record].happened_on
        self._typed = soon(self, desk.session, self.reload, after=60)
        self.view = self._list_view()
        self.form = Form(desk, shape.fields, folded=shape.folded)
        self.below = tuple(make(desk) for make in shape.below)
        self._build()
        desk.session.changed.connect(self._follow)
        self._narrow = self._keeps_record = False
        self._shows_record = False
        self.reload()

    @property
    def listing(self) -> Listing:
        """Return what the page lists with nothing narrowed."""
        return self.shape.fixed or Listing(record=self.shape.record, order=self.shape.order)

    @property
    def record(self) -> Any:
        """Return the record that is open, or None."""
        return self.form.record

    def under(self, kind: type[B]) -> B:
        """Return what stands under the form, by its class."""
        return next(each for each in self.below if isinstance(each, kind))

    def reload(self) -> None:
        """Read the list anew, and choose the same record in it, or else the first."""
        self._reload_soon.stop()
        chosen = self.form.record
        listing = self.filters.narrowed(self.listing)
        listing = replace(listing, matching=self.search.text())
        self.model.show_listing(listing, by_month=self.shape.is_by_month)
        total = self.desk.session.count(self.listing)
        self.stack.setCurrentIndex(0 if total == 0 else 1)
        self.filters.refresh(self.desk.session.count, self.listing)
        kind, shown = kinds.BY_RECORD[self.shape.record], self.model.record_count
        self.left.show_counts(kind, shown=shown, total=total)
        if total == 0:
            self._show_in_narrow(record_shown=False)
        row = self.model.row_of(chosen) if chosen is not None else -1
        if row < 0 and self._keeps_record and self._is_kept(chosen):
            return
        self._choose_row(row if row >= 0 else self._first_row())

    def add(self) -> None:
        """Add a record and put the keyboard into its first field."""
        record = self.shape.make()
        if self.desk.session.add(record):
            self.show_record(record)
            self.form.controls[self.shape.fields[0].name].focus_widget().setFocus()

    def delete(self) -> None:
        """Delete the record shown; undo brings it back."""
        if self.form.record is not None:
            noun = kinds.of(self.form.record).noun
            self.form.flush()
            if self.desk.session.delete(self.form.record):
                self.reload()
                self.show_list()
                self.desk.say(f"Deleted {noun} · Undo with Ctrl+Z")

    def show_history(self) -> None:
        """Show the versions of the record, any of which can be brought back."""
        self.flush()
        record = self.form.record
        if record is not None and bring_back(self, self.desk, record):
            self.desk.say("Brought an earlier version back · Undo with Ctrl+Z")

    def show_record(self, record: Any) -> None:
        """Choose a record, widening the filters if they hide it."""
        if self._reload_soon.isActive():
            self.reload()
        if self.model.row_of(record) < 0:
            self.search.clear()
            self.filters.widen()
            self.reload()
        self._choose_row(self.model.row_of(record))
        self._show_in_narrow(record_shown=True)

    def show_list(self) -> None:
        """Go back from the record to the list, where there is room for one only."""
        self._show_in_narrow(record_shown=False)
        (self.view if self.stack.currentIndex() else self.add_button).setFocus()

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        for each in self.below:
            each.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window to either the list or the record."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW or self.width() < self.desk.theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_in_narrow(record_shown=self._shows_record)

    def _build(self) -> None:
        self.left, self.right = ListColumn(self.desk, self.view), self._record_column()
        self.split = ListSplit(self.desk, self.left, self.right)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.split)
        self.head = self._head()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(rule())
        layout.addWidget(self.stack, 1)

    def _head(self) -> ListHead:
        shape = self.shape
        self.add_button = button(
            self.desk, shape.add, self.add, icon="add", look="primary", name="add"
        )
        self.filters = FilterBar(self.desk, shape.filters, after=(self.add_button,))
        for each in shape.beside_filters:
            self.filters.line.addWidget(each)
        self.filters.changed.connect(self.reload)
        searched = shape.searched or kinds.BY_RECORD[shape.record].nouns
        head = ListHead(self.desk, "" if shape.is_part else shape.title, searched, self.filters)
        self.search = head.search
        self.search.textChanged.connect(self._typed.start)
        return head

    def _empty(self) -> EmptyPage:
        return EmptyPage(
            self.desk,
            icon=self.shape.icon,
            title=self.shape.empty_title,
            words=self.shape.empty_words,
            act=self.shape.add,
            acting=self.add,
        )

    def _record_column(self) -> RecordColumn:
        return RecordColumn(
            self.desk,
            back=self._link(self.shape.title, self.show_list, icon="back", name="back"),
            held=(self.form, *self.below),
            foot=(
                self._link("History", self.show_history, icon="undo", name="history"),
                self._link("Delete", self.delete, icon="delete", name="delete"),
            ),
        )

    def _link(self, words: str, act: Callable[[], Any], *, icon: str, name: str) -> QPushButton:
        return button(self.desk, words, act, icon=icon, look="link", name=name)

    def _list_view(self) -> RowsView:
        view = RowsView(self.desk.icons, self.model, self.shape.title)
        view.selectionModel().currentChanged.connect(self._chosen)
        view.clicked.connect(self._opened)
        view.activated.connect(self._opened)
        return view

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        record = self.model.record(current.row()) if current.isValid() else None
        if record is not None and record != self.form.record:
            if self.form.record is None or self.form.record.id != record.id:
                self.right.verticalScrollBar().setValue(0)
            self.form.show_record(record)
            for each in self.below:
                each.show_record(record)

    def _opened(self, _index: QModelIndex) -> None:
        self._show_in_narrow(record_shown=True)

    def _choose_row(self, row: int) -> None:
        self.right.holder.setVisible(row >= 0)
        if row < 0:
            self.flush()
            self.form.record = None
            return
        index = self.model.index(row)
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.view.scrollTo(index)

    def _reload_after_change(self) -> None:
        # A record that has left the list by what was just written in it stays open.
        self._keeps_record = True
        self.reload()
        self._keeps_record = False

    def _is_kept(self, record: Any) -> bool:
        session = self.desk.session
        return record is not None and session.get(type(record), record.id) is not None

    def _first_row(self) -> int:
        if self.model.record_count == 0:
            return -1
        return 1 if self.model.heading(0) else 0

    def _follow(self, change: Change) -> None:
        touched = [each for each in change.edits if isinstance(each.record, self.shape.record)]
        if not touched:
            return
        if len(touched) == 1 and self._keeps_place(touched[0].before, touched[0].after):
            self.model.refresh(touched[0].after)
            self.filters.refresh(self.desk.session.count, self.listing)
        else:
            self._reload_soon.start()

    def _keeps_place(self, before: Any, after: Any) -> bool:
        if before is None or after is None or self.search.text() or self.filters.is_narrow:
            return False
        if self._happened_on(before) != self._happened_on(after):
            return False
        # An order can be computed from several fields; then the day says whether it moves.
        order = [name for name in self.shape.order if hasattr(after, name)]
        return all(getattr(before, name) == getattr(after, name) for name in order)

    def _show_in_narrow(self, *, record_shown: bool) -> None:
        self._shows_record = record_shown
        self.split.show_either(narrow=self._narrow, record_shown=record_shown)
        self.head.setVisible(not self._narrow or not record_shown)
