"""The shape most pages share: a list at the left, the record at the right, edited in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..domain import kinds
from ..domain.changes import Change
from ..domain.listings import Listing
from ..domain.words import count
from . import preferences
from .buttons import button
from .desk import Desk
from .dialogs.history import bring_back
from .empty import EmptyPage
from .filters import Filter, FilterBar
from .forms import Field, Form
from .labels import PlainLabel, Size, rule
from .lists import RecordList
from .rows import Row
from .rows_view import RowsView
from .soon import soon
from .tall import Measured, Tall

NARROW = 1000 - 208


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a page is about: its words, its list and the form of its records."""

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
    below: Callable[[Desk], "Below"] | None = None
    beside_filters: Sequence[QWidget] = ()


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
        self.below = shape.below(desk) if shape.below else None
        self.counted = PlainLabel("", Size.SECOND, role="third")
        self.nothing = PlainLabel("", Size.BODY, role="second", wraps=True)
        self.add_button = button(desk, shape.add, self.add, icon="add", look="primary", name="add")
        self.filters = FilterBar(desk, shape.filters, after=(self.add_button,))
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
        self._show_counts(total)
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
        if self.below:
            self.below.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window to either the list or the record."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW or self.width() < self.desk.theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_in_narrow(record_shown=self._shows_record)

    def _build(self) -> None:
        px = self.desk.theme.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.stack = QStackedWidget()
        shape = self.shape
        self.stack.addWidget(
            EmptyPage(
                self.desk,
                icon=shape.icon,
                title=shape.empty_title,
                words=shape.empty_words,
                act=shape.add,
                acting=self.add,
            )
        )
        self.stack.addWidget(self._split())
        self.head = self._head()
        layout.addWidget(self.head)
        layout.addWidget(rule())
        layout.addWidget(self.stack, 1)
        self.head.setContentsMargins(px(24), px(16), px(24), px(14))

    def _head(self) -> QWidget:
        px = self.desk.theme.px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        line = QHBoxLayout()
        self.title = PlainLabel(self.shape.title, Size.PAGE)
        self.search = QLineEdit()
        noun = self.shape.searched or kinds.BY_RECORD[self.shape.record].nouns
        self.search.setPlaceholderText(f"Search {noun}")
        self.search.setAccessibleName(f"Search {noun}")
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            self.desk.icons.icon("search", size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setMinimumWidth(px(120))
        self.search.setMaximumWidth(px(250))
        self.search.textChanged.connect(self._typed.start)
        line.addWidget(self.title)
        line.addStretch()
        line.addWidget(self.search)
        column.addLayout(line)
        for each in self.shape.beside_filters:
            self.filters.line.addWidget(each)
        self.filters.changed.connect(self.reload)
        column.addWidget(self.filters)
        return head

    def _split(self) -> QWidget:
        px = self.desk.theme.px
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        # Without this the words for nothing found would take a line each from the filters above.
        self.left = Tall()
        left = QVBoxLayout(self.left)
        left.setContentsMargins(px(12), px(8), px(8), px(8))
        left.addWidget(self.nothing)
        left.addWidget(self.view, 1)
        self.counted.setContentsMargins(px(12), px(4), 0, px(4))
        left.addWidget(self.counted)
        self.right = self._right()
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        wanted = self.desk.preferences.get(preferences.SPLIT)
        self.splitter.setSizes([px(wanted), px(1200)])
        self.left.setMinimumWidth(px(240))
        self.splitter.splitterMoved.connect(self._remember_split)
        return self.splitter

    def _right(self) -> QScrollArea:
        px = self.desk.theme.px
        inside = Tall()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(28), px(18), px(28), px(28))
        column.setSpacing(px(20))
        self.back = button(
            self.desk, self.shape.title, self.show_list, icon="back", look="link", name="back"
        )
        self.back.hide()
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        if self.below:
            column.addWidget(self.below)
        column.addLayout(self._foot())
        column.addStretch(1)
        self.holder = Measured(inside, px(720))
        area = QScrollArea()
        area.setObjectName("record")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(px(320))
        return area

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        for words, act, icon in (
            ("History", self.show_history, "undo"),
            ("Delete", self.delete, "delete"),
        ):
            made = button(self.desk, words, act, icon=icon, look="link", name=words.lower())
            foot.addWidget(made)
        foot.addStretch(1)
        return foot

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
            if self.below:
                self.below.show_record(record)

    def _opened(self, _index: QModelIndex) -> None:
        self._show_in_narrow(record_shown=True)

    def _choose_row(self, row: int) -> None:
        self.holder.setVisible(row >= 0)
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

    def _show_counts(self, total: int) -> None:
        kind = kinds.BY_RECORD[self.shape.record]
        shown = self.model.record_count
        words = count(total, kind.noun, kind.nouns)
        self.counted.setText(words if shown == total else f"{shown:,} of {words}")
        self.nothing.setText(f"No {kind.nouns} match. Search for less, or clear a filter.")
        self.nothing.setVisible(shown == 0)

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
        self.left.setVisible(not self._narrow or not record_shown)
        self.right.setVisible(not self._narrow or record_shown)
        self.back.setVisible(self._narrow)
        self.head.setVisible(not self._narrow or not record_shown)

    def _remember_split(self, at: int, _which: int) -> None:
        self.desk.preferences.put(preferences.SPLIT, round(at / self.desk.theme.scale))
