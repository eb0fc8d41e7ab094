"""The evidence of a cycle: every piece that its activities name, and for which of them."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.evidence import Evidence
from ....domain.statement import pages_or_format
from ....domain.words import count, day, shortened
from ...calling import calling
from ...desk import Desk
from ...entry_row import Entry, EntryRow
from ...following import Following
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...rows import State
from .audited import READ, Audited

MOST_SHOWN = 100
ABOUT = (
    "GOsC can ask for a piece of evidence at any time, and gives a month. These are the pieces "
    "that the activities of your three years name."
)


class CycleEvidence(QWidget):
    """A line for each piece, in the order of the activities; pressed, it opens the piece."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        self.rows: dict[str, EntryRow] = {}
        px = desk.theme.px
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(2))
        self._counted = PlainLabel("", role="second", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Evidence of your three years", Size.HEADING, wraps=True))
        column.addWidget(PlainLabel(ABOUT, Size.SECOND, role="third", wraps=True))
        column.addLayout(self._rows)
        column.addWidget(self._counted)
        self._following = Following(self, desk.session, READ, self.refresh)
        self.refresh()

    def flush(self) -> None:
        """Save nothing: nothing is written here."""

    def refresh(self) -> None:
        """Show the pieces there now are."""
        held = {each.id: each for each in self._audited.portfolio.all(Evidence)}
        used: dict[str, list[str]] = {}
        for activity in self._audited.activities:
            for each in activity.evidence:
                if each in held:
                    used.setdefault(each, []).append(activity.title.strip())
        shown = dict(list(used.items())[:MOST_SHOWN])
        for gone in [each for each in self.rows if each not in shown]:
            row = self.rows.pop(gone)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        for at, (wanted, titles) in enumerate(shown.items()):
            self._put(at, held[wanted], titles)
        more = len(used) - len(shown)
        words = f"and {count(more, 'more piece', 'more pieces')}" if more > 0 else ""
        self._counted.setText(words or ("" if used else "No activity names any evidence yet."))
        self._counted.setVisible(bool(self._counted.text()))
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _put(self, at: int, piece: Evidence, titles: list[str]) -> None:
        entry = self._entry(piece, titles)
        row = self.rows.get(piece.id)
        if row is None:
            row = EntryRow(self._desk, entry)
            row.setObjectName("evidence-row")
            row.clicked.connect(calling(self._desk.go_to, piece))
            self.rows[piece.id] = row
        else:
            row.show_entry(entry)
        if self._rows.indexOf(row) != at:
            self._rows.insertWidget(at, row)

    def _entry(self, piece: Evidence, titles: list[str]) -> Entry:
        look = self._desk.session.look(piece.sha256) if piece.sha256 else None
        for_what = f"for “{shortened(titles[0], 50)}”" if titles[0] else ""
        more = f"and {len(titles) - 1:,} more" if len(titles) > 1 else ""
        used = " ".join(part for part in (for_what, more) if part)
        parts = (day(piece.on), pages_or_format(piece, look), used)
        return Entry(
            record=piece,
            title=piece.title.strip() or piece.file_name or "Untitled evidence",
            detail=" · ".join(part for part in parts if part),
            state=State(icon="private", word="Private") if piece.private else None,
        )
