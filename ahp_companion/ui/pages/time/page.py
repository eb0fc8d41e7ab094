"""Protected time: what is owed at the head, every entry in a table, the chosen one beside it."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ....domain.changes import Change
from ....domain.listings import Listing
from ....domain.protected_time import ProtectedTime, TimeAgreement
from ....domain.words import count
from ...desk import Desk
from ...empty import EmptyPage
from ...labels import PlainLabel, Size, rule
from ...reading_order import in_reading_order
from ...record_page import NARROW
from ...soon import soon
from ...tall import Tall
from .agreements import AgreementsPanel, agreements, in_short
from .entry import EntryPanel
from .head import Head
from .scope import Scope, balances, own
from .side_panel import SidePanel
from .summary import Summary
from .table import COLUMNS
from .table_view import TableView
from .tables import RecordTable

FOLLOWED = frozenset({"protected_time", "time_agreement", "preceptorship", "meeting"})


def time_page(desk: Desk) -> QWidget:
    """Return the page of protected time."""
    return TimePage(desk)


class TimePage(QWidget):
    """The page; an entry or the agreements open beside the table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self._narrow = False
        self._soon = soon(self, desk.session, self.reload)
        self.head = Head(desk, self.add, self.open_agreements)
        self.summary = Summary(desk)
        self.model = RecordTable(desk.session, COLUMNS)
        self.table = TableView(desk, self.model, "protected time")
        self.counted = PlainLabel("", Size.SECOND, role="third")
        self.nothing = PlainLabel("", role="second", wraps=True)
        self.entry, self.agreements = EntryPanel(desk), AgreementsPanel(desk)
        self.panel = SidePanel(
            desk, "Protected time", (self.entry, self.agreements), self.close_panel
        )
        self._build()
        self._set_tab_order()
        self._connect()
        self.reload()

    @property
    def scope(self) -> Scope:
        """Return whose time is looked at, and of which preceptorship."""
        return self.head.scope.scope()

    @property
    def listing(self) -> Listing:
        """Return every entry of the scope, in the order that the table has."""
        listing, held = self.scope.listing, self.model.listing
        if held is None:
            return listing
        return replace(listing, order=held.order, descending=held.descending)

    def add(self) -> None:
        """Add time for today, planned as the last was, and open it."""
        fresh = next_entry(self.desk, self.scope)
        if self.desk.session.add(fresh):
            self.show_record(fresh)
            self.entry.form.controls["planned_minutes"].focus_widget().setFocus()

    def show_record(self, record: ProtectedTime | TimeAgreement) -> None:
        """Open an entry or an agreement, whatever the filters hide."""
        self.head.scope.read()
        if not self.scope.of([record]):
            self.head.scope.choose(record)
        self.reload()
        if isinstance(record, TimeAgreement):
            self.open_agreements()
            return
        if self.model.row_of(record) < 0:
            self.head.widen()
            self.reload()
        self.table.choose(record)
        self.open_entry(record)

    def open_entry(self, record: ProtectedTime) -> None:
        """Show an entry beside the table."""
        self.entry.show_record(record)
        self.panel.show_part(self.entry)
        self._arrange()

    def open_agreements(self) -> None:
        """Show what was agreed."""
        self.agreements.show_scope(self.scope)
        self.panel.show_part(self.agreements)
        self._arrange()

    def close_panel(self) -> None:
        """Give the page to the table again."""
        self.flush()
        self.panel.hide()
        self._arrange()
        self.table.setFocus()

    def flush(self) -> None:
        """Save what is being typed."""
        self.entry.form.flush()
        self.agreements.flush()

    def reload(self) -> None:
        """Read everything shown anew, keeping what is chosen."""
        self._soon.stop()
        chosen = self.model.record(self.table.currentIndex().row())
        self.model.show_listing(self.head.narrowed(self.listing))
        if chosen is None or not self.table.choose(chosen):
            self.table.choose_row(0)
        self._show_figures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window to either the table or what is open."""
        super().resizeEvent(event)
        self._narrow = self.width() < NARROW or self.width() < self.desk.theme.px(NARROW)
        self._arrange()

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        self.stack = QStackedWidget()
        self.empty = EmptyPage(
            self.desk,
            icon="time",
            title="Your protected time will live here",
            words=(
                "What was planned, what you could take, and what the service needed instead, "
                "with the reason. It adds up by itself, so that you can ask for what is owed."
            ),
            act="Add time",
            acting=self.add,
        )
        self.stack.addWidget(self.empty)
        self.body = self._body()
        self.stack.addWidget(self.body)
        across.addWidget(self.stack, 1)
        across.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head_rule = rule()
        column.addWidget(self.head)
        column.addWidget(self.head_rule)
        column.addLayout(across, 1)

    def _body(self) -> QScrollArea:
        px = self.desk.theme.px
        inside = Tall()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(12), px(18), px(12), px(8))
        column.setSpacing(px(8))
        self.summary.setContentsMargins(px(12), 0, px(12), 0)
        column.addWidget(self.summary)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self.counted.setContentsMargins(px(12), 0, 0, 0)
        column.addWidget(self.counted)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        # Kept here: asked for the widget in it, Qt's binding may hand out one that it lets go.
        self._inside = inside
        return area

    def _set_tab_order(self) -> None:
        parts = (self.head, self.empty, self._inside, self.panel)
        stops = [stop for part in parts if part for stop in in_reading_order(part)]
        stops.insert(stops.index(self.table), self.table.head)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.head.changed.connect(self.reload)
        self.table.opened.connect(self.open_entry)
        self.table.chosen.connect(self._chosen)
        self.agreements.added.connect(self.panel.bring_into_view)
        self.desk.session.changed.connect(self._follow)

    def _chosen(self, record: ProtectedTime | None) -> None:
        if record is not None and self.panel.open_part is self.entry:
            self.entry.show_record(record)
        if self.table.hasFocus():
            QTimer.singleShot(0, self, self._show_row)

    def _show_row(self) -> None:
        # With large text the table is higher than the page, which then scrolls as well.
        middle = self.table.visualRect(self.table.currentIndex()).center()
        at = self.table.viewport().mapTo(self._inside, middle)
        self.body.ensureVisible(0, at.y(), 0, self.desk.theme.px(30))

    def _show_figures(self) -> None:
        session, scope = self.desk.session, self.scope
        total, shown = session.count(self.listing), self.model.rowCount()
        words = count(total, "entry", "entries")
        self.counted.setText(words if shown == total else f"{shown:,} of {words}")
        self.nothing.setText("No entries match. Search for less, or clear a filter.")
        self.nothing.setVisible(shown == 0 and total > 0)
        self.head.filters.refresh(session.count, self.listing)
        self.summary.show_months(scope, balances(self.desk, scope))
        self.agreements.show_scope(scope)
        held = agreements(self.desk, scope)
        self.head.show_agreement(in_short(held, self.desk))
        self.stack.setCurrentIndex(1 if total or held else 0)

    def _follow(self, change: Change) -> None:
        if not change.kinds & FOLLOWED:
            return
        shown = self.entry.record
        if shown is not None and any(edit.after is None and edit.record.id == shown.id
                                     for edit in change.edits):  # fmt: skip
            self.entry.form.record = None
            self.panel.hide()
            self._arrange()
        if change.kinds & {"preceptorship"}:
            self.head.scope.read()
        edit = change.edits[0]
        if len(change.edits) == 1 and self._keeps_place(edit.before, edit.after):
            self.model.refresh(edit.after)
            self._show_figures()
        else:
            self._soon.start()

    def _keeps_place(self, before: object, after: object) -> bool:
        if not (isinstance(before, ProtectedTime) and isinstance(after, ProtectedTime)):
            return False
        if self.head.is_narrow:
            return False
        named = (*self.listing.order, "preceptorship", "whose")
        return all(getattr(before, name) == getattr(after, name) for name in named)

    def _arrange(self) -> None:
        is_open = not self.panel.isHidden()
        alone = self._narrow and is_open
        for each in (self.head, self.head_rule, self.stack):
            each.setVisible(not alone)
        self.panel.set_narrow(narrow=self._narrow)
        self.summary.set_brief(brief=is_open)


def next_entry(desk: Desk, scope: Scope) -> ProtectedTime:
    """Return time for today, planned as the last entry was, or as was agreed."""
    last = desk.session.listed(scope.listing, 1)
    standing = agreements(desk, scope)
    planned = last[0].planned_minutes if last else standing[-1].minutes if standing else 0
    held = scope.preceptorship
    return ProtectedTime(
        preceptorship=held.id if held else last[0].preceptorship if last else None,
        whose=scope.whose or (last[0].whose if last else own(held)),
        on=desk.session.today(),
        planned_minutes=planned,
    )
