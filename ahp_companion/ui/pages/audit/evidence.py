"""The table of evidence as the form has it, with what goes, always goes and never goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.evidence import Evidence, InProfile
from ....domain.evidence_looks import EvidenceLook
from ....domain.statement import EvidenceRow, evidence_rows
from ....domain.words import count, listed, span
from ...buttons import button
from ...desk import Desk
from ...dialogs.pick import pick
from ...evidence_looks import looking_of
from ...following import Following
from ...labels import PlainLabel, Size, rule
from ...reading_order import set_reading_order
from ...soon import soon
from .audited import READ, Audited
from .evidence_row import EvidenceCells, ListLine, heads

STACKED_BELOW = 820
MOST_SHOWN = 40
LOOKED_AFTER = 200
MOST_NAMED = 2
LIST_STANDARDS = ("1", "2")
ABOUT = (
    "What the activities you choose name goes with the profile, and what you say always goes. "
    "The numbers follow the order of those activities."
)
KEPT_BACK = "Named by an activity you chose, and never goes"


class EvidencePart(QWidget):
    """The rows there are, each edited where it stands; they stay while they say of the same."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        self._is_stacked = False
        self._looks: dict[str, EvidenceLook] = {}
        self.rows: dict[str, EvidenceCells] = {}
        self._heads = heads(desk)
        self._going, self._staying = QVBoxLayout(), QVBoxLayout()
        self._more = PlainLabel("", role="second", wraps=True)
        self._nothing = PlainLabel(
            "Nothing goes along yet. Link evidence to the activities you choose, or add a piece "
            "that always goes.",
            role="third",
            wraps=True,
        )
        self._kept_back = PlainLabel(KEPT_BACK, Size.HEADING, wraps=True)
        self._first = ListLine(desk, LIST_STANDARDS)
        self._lay_out()
        self._following = Following(self, desk.session, READ, self.refresh)
        # A file that was only now looked into has its pages from here on.
        self._soon = soon(self, desk.session, self.refresh, after=LOOKED_AFTER)
        looking_of(desk.session).looked.connect(self._soon.start)
        self.refresh()

    def open(self, record: Any) -> None:
        """Put the keyboard into a piece's first standard."""
        row = self.rows.get(record.id) if record is not None else None
        if row is not None:
            row.standards["1"].setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Pick a piece of evidence that is to go along always."""
        going = [each.id for each in self._audited.evidence]
        picked = pick(self, self._desk, Evidence, without=going)
        if picked is not None:
            self._desk.session.set(picked, in_profile=InProfile.ALWAYS)

    def flush(self) -> None:
        """Save nothing: a tick is saved as it is made."""

    def refresh(self) -> None:
        """Show the table as it now is."""
        going = self._audited.evidence
        back = self._back()
        self._look_at([*going, *back][:MOST_SHOWN])
        rows = evidence_rows(going, self._looks)
        self._show(rows[:MOST_SHOWN], self._unnumbered(back)[:MOST_SHOWN])
        more = len(rows) - MOST_SHOWN
        self._more.setText(f"and {count(more, 'more piece', 'more pieces')}" if more > 0 else "")
        self._more.setVisible(more > 0)
        self._nothing.setVisible(not rows)
        self._kept_back.setVisible(bool(back))
        self._say_of_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells under each other where a line of them has no room."""
        super().resizeEvent(event)
        self._is_stacked = event.size().width() < self._desk.theme.px(STACKED_BELOW)
        self._heads.setVisible(not self._is_stacked)
        for each in (self._first, *self.rows.values()):
            each.show_stacked(self._is_stacked)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        adding = button(
            self._desk, "Add a piece that always goes", self.add, icon="add", name="add"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(
            PlainLabel("Evidence that goes with the profile", Size.HEADING, wraps=True)
        )
        column.addWidget(PlainLabel(ABOUT, Size.SECOND, role="third", wraps=True))
        column.addSpacing(px(8))
        for each in (self._heads, rule(), self._first):
            column.addWidget(each)
        column.addLayout(self._going)
        for label in (self._nothing, self._more):
            column.addWidget(label)
        column.addSpacing(px(6))
        column.addWidget(adding, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(14))
        column.addWidget(self._kept_back)
        column.addLayout(self._staying)
        for rows in (self._going, self._staying):
            rows.setSpacing(0)

    def _show(self, going: Sequence[EvidenceRow], back: Sequence[EvidenceRow]) -> None:
        wanted = {row.evidence.id for row in (*going, *back)}
        for gone in [each for each in self.rows if each not in wanted]:
            cells = self.rows.pop(gone)
            cells.hide()
            cells.setParent(None)
            cells.deleteLater()
        is_new = False
        for place, rows in ((self._going, going), (self._staying, back)):
            for at, row in enumerate(rows):
                is_new |= self._put(place, at, row)
        if is_new:
            set_reading_order(self)

    def _put(self, place: QVBoxLayout, at: int, row: EvidenceRow) -> bool:
        """Show a row at its place; return whether it was not there."""
        wanted = row.evidence.id
        used = self._used_by(row.evidence)
        if wanted in self.rows:
            self.rows[wanted].show_row(row, used)
        else:
            self.rows[wanted] = EvidenceCells(self._desk, row, used)
            self.rows[wanted].show_stacked(self._is_stacked)
        if place.indexOf(self.rows[wanted]) == at:
            return False
        place.insertWidget(at, self.rows[wanted])
        return True

    def _back(self) -> list[Evidence]:
        held = {each.id: each for each in self._audited.portfolio.all(Evidence)}
        named = dict.fromkeys(each for one in self._audited.chosen for each in one.evidence)
        linked = [held[each] for each in named if each in held]
        return [each for each in linked if each.in_profile is InProfile.NEVER]

    def _unnumbered(self, pieces: Sequence[Evidence]) -> list[EvidenceRow]:
        return [replace(each, number=0) for each in evidence_rows(pieces, self._looks)]

    def _used_by(self, piece: Evidence) -> str:
        titles = [
            each.title.strip() or "an untitled activity"
            for each in self._audited.chosen
            if piece.id in each.evidence
        ]
        if not titles:
            return ""
        more = len(titles) - MOST_NAMED
        named = [f"“{each}”" for each in titles[:MOST_NAMED]]
        return f"For {listed([*named, *([f'{more} more'] if more > 0 else [])])}"

    def _look_at(self, pieces: Sequence[Evidence]) -> None:
        # Each once: what is in a file does not change.
        for each in pieces:
            if each.sha256 and each.sha256 not in self._looks:
                look = self._desk.session.look(each.sha256)
                if look:
                    self._looks[each.sha256] = look

    def _say_of_list(self) -> None:
        number = count(len(self._audited.shared), "entry", "entries")
        window = self._audited.window
        self._first.show_about(f"{number}, {span(window.from_on, self._audited.until)}")
