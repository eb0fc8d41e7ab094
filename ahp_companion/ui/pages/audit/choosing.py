"""Choosing activities for the statement, out of those of the time that counts."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ....domain.cpd import CpdActivity
from ....domain.listings import Listing
from ....domain.statement import FEWEST_CHOSEN, MOST_CHOSEN
from ....domain.words import count, day_and_month, duration
from ...desk import Desk
from ...following import Following
from ...labels import PlainLabel, Size
from ...lists import RecordList
from ...rows import Row, State
from ...rows_view import RowsView
from ...soon import soon
from .audited import Audited

HIGH = 290
TYPED_AFTER = 60
FOLLOWED = frozenset({"cpd_activity", "audit_profile", "practitioner"})
PRESSED = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoosingView(RowsView):
    """A list whose record is chosen, or chosen no more, with Space, Return or the pointer."""

    pressed_on = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first record; until then none looks as if it had been chosen."""
        super().focusInEvent(event)
        model: Any = self.model()
        if not self.currentIndex().isValid() and model.record_count:
            self.setCurrentIndex(model.index(1 if model.heading(0) else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the keys that tick a box."""
        if event.key() in PRESSED and self.currentIndex().isValid():
            self.pressed_on.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class Choosing(QWidget):
    """A search, the activities under their months, and how many are chosen."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        px = desk.theme.px
        self.counted = PlainLabel("", role="second", wraps=True)
        self.counted.setObjectName("chosen-counted")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search your activities")
        self.search.setAccessibleName("Search your activities")
        self.search.setObjectName("search")
        self.model = RecordList(desk.session, row)
        self.view = ChoosingView(desk.icons, self.model, "Activities to choose from")
        self.view.setFixedHeight(px(HIGH))
        self.view.setAccessibleDescription("Space chooses an activity, or takes it out again")
        self.view.pressed_on.connect(self._turn_row)
        self.view.clicked.connect(self._clicked)
        self.nothing = PlainLabel("Nothing matches. Search for less.", role="third", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Choose what you tell of", Size.HEADING))
        column.addWidget(self.counted)
        for each in (self.search, self.view, self.nothing):
            column.addWidget(each)
        self._typed = soon(self, desk.session, self.refresh, after=TYPED_AFTER)
        self.search.textChanged.connect(self._typed.start)
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what matches now; the record that was current stays it."""
        window, until = self._audited.window, self._audited.until
        listing = Listing(
            record=CpdActivity,
            order=("started_on",),
            between={"started_on": (window.from_on.isoformat(), until.isoformat())},
            matching=self.search.text(),
        )
        current = self.model.record(self.view.currentIndex().row())
        bar = self.view.verticalScrollBar()
        scrolled_to = bar.value()
        self.model.show_listing(listing)
        self.view.setVisible(self.model.record_count > 0)
        self.nothing.setVisible(self.model.record_count == 0)
        self.nothing.setText(
            "Nothing matches. Search for less."
            if self.search.text().strip()
            else "What you record in the time that counts can be chosen here."
        )
        at = self.model.row_of(current) if current is not None else -1
        self.view.setCurrentIndex(self.model.index(at))
        bar.setValue(scrolled_to)
        self.count()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def count(self) -> None:
        """Say how many are chosen, and what most people choose."""
        number = len(self._audited.chosen)
        chosen = count(number, "activity", "activities") if number else "No activity"
        advice = f"Advice: {FEWEST_CHOSEN} to {MOST_CHOSEN}, each told in some depth."
        elsewhere = self._elsewhere()
        outside = (
            f" {elsewhere:,} more {'is' if elsewhere == 1 else 'are'} chosen outside the time "
            "that counts, and not told of."
            if elsewhere
            else ""
        )
        self.counted.setText(f"{chosen} chosen. {advice}{outside}")

    def turn(self, activity: CpdActivity) -> None:
        """Choose an activity, or take it out again."""
        now = self._desk.session.get(CpdActivity, activity.id)
        if now is not None:
            self._desk.session.set(now, is_chosen=not now.is_chosen)

    def _elsewhere(self) -> int:
        listing = Listing(record=CpdActivity, equal={"is_chosen": 1})
        return self._desk.session.count(listing) - len(self._audited.chosen)

    def _turn_row(self, at: int) -> None:
        record = self.model.record(at)
        if record is not None:
            self.turn(record)

    def _clicked(self, index: QModelIndex) -> None:
        self._turn_row(index.row())


def row(activity: CpdActivity) -> Row:
    """Return what the list says of an activity, chosen or private in so many words."""
    kind = activity.learning_type.label if activity.learning_type else ""
    private = "Private" if activity.private else ""
    detail = " · ".join(part for part in (kind, duration(activity.minutes), private) if part)
    chosen = State(icon="done", word="Chosen", role="accent")
    return Row(
        when=day_and_month(activity.started_on),
        title=activity.title or "Untitled activity",
        detail=detail,
        state=chosen if activity.is_chosen else None,
    )
