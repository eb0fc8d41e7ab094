"""The personal statement: chosen, answered, put together, and written by its owner."""

from typing import Any

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ....domain.audit import STATEMENT_WORDS
from ....domain.cpd import CpdActivity
from ...desk import Desk
from ...following import Following
from ...labels import rule
from .answering import FOLLOWED, answering
from .audited import Audited
from .choosing import Choosing
from .putting import PutTogether
from .written import Written

STACKED_BELOW = 760


class StatementPart(QWidget):
    """Choosing and answering beside what they make; the statement itself below both."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.choosing = Choosing(desk, audited)
        self.board = answering(desk, audited)
        self.together = PutTogether(desk, audited)
        self.written = Written(
            desk,
            name="personal_statement",
            label="Personal statement",
            most=STATEMENT_WORDS,
            advice=(
                "How you meet the standards, mostly the third and the fourth: what it was, what "
                "you learnt, how your work is better, and how the people you see benefit."
            ),
        )
        left = QWidget()
        held = QVBoxLayout(left)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(px(20))
        held.addWidget(self.choosing)
        held.addWidget(self.board)
        held.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(32))
        self._columns.addWidget(left, 6)
        self._columns.addWidget(self.together, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        column.addLayout(self._columns)
        column.addWidget(rule())
        column.addWidget(self.written)
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    def open(self, record: Any) -> None:
        """Open an activity to be answered; without one, what there is to choose is at the top."""
        if isinstance(record, CpdActivity):
            self.board.open(record)

    def refresh(self) -> None:
        """Show what the answers make now; the rest follows by itself."""
        self.board.refresh()
        self.choosing.count()
        self.together.refresh()

    def flush(self) -> None:
        """Save what is being typed."""
        self.board.flush()
        self.written.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column under the other where there is no room for both."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._desk.theme.px(STACKED_BELOW)
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if is_narrow else direction.LeftToRight
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()
