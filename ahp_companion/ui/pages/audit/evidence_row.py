"""One row of the table of evidence: as the form has it, and whether it goes with the profile."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.audit_rules import STANDARDS
from ....domain.evidence import Evidence, InProfile
from ....domain.statement import EvidenceRow
from ....domain.words import listed
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...flow import FlowLayout
from ...labels import PlainLabel, Size

# How wide each column is at 100 % text; the description takes the rest. ANY is Qt's own greatest.
NUMBER, PAGES, TICKS, GOES, WAY = 24, 84, 236, 242, 58
# A line of text beside a box to tick stands as high as the box's own words.
TEXT_TOP = 6
LONGEST = max(len(each.label) for each in InProfile)
GAP, ANY = 12, 16_777_215
HEADS = (
    ("Pages or format", PAGES),
    ("Standards", TICKS),
    ("Goes with the profile", GOES),
)


class Cells(QWidget):
    """A number, a description and a line of cells: beside it, or below it where it is narrow."""

    def __init__(self, desk: Desk, number: QWidget, description: QWidget) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self._fixed: list[tuple[QWidget, int]] = []
        self._tail = QWidget()
        self._cells = FlowLayout(self._tail, gap=px(GAP), line_gap=px(2))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(GAP))
        self._line.addWidget(description, 1)
        self._line.addWidget(self._tail)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, px(5), 0, px(5))
        across.setSpacing(px(GAP))
        number.setFixedWidth(px(NUMBER))
        across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._line, 1)

    def put(self, cell: QWidget, width: int) -> None:
        """Add a cell of a width."""
        self._cells.addWidget(cell)
        self._fixed.append((cell, self._desk.theme.px(width)))

    def show_stacked(self, is_stacked: bool) -> None:
        """Put the cells below the description, or beside it under the table's heads."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._line.setSpacing(0 if is_stacked else self._desk.theme.px(GAP))
        for cell, width in self._fixed:
            cell.setMinimumWidth(0 if is_stacked else width)
            cell.setMaximumWidth(ANY if is_stacked else width)
        gaps = (len(self._fixed) - 1) * self._desk.theme.px(GAP)
        whole = sum(width for _, width in self._fixed) + gaps
        self._tail.setMinimumWidth(0 if is_stacked else whole)
        self._tail.setMaximumWidth(ANY if is_stacked else whole)


class EvidenceCells(Cells):
    """A piece of evidence in the table."""

    def __init__(self, desk: Desk, row: EvidenceRow, used: str) -> None:
        self._number = PlainLabel("", role="second")
        self._description = PlainLabel("", Size.MEDIUM, wraps=True)
        self._used = PlainLabel("", Size.SECOND, role="third", wraps=True)
        super().__init__(
            desk, _column(desk, self._number), _column(desk, self._description, self._used)
        )
        self.piece = row.evidence
        self._pages = PlainLabel("", role="second")
        self.standards: dict[str, QCheckBox] = {}
        self.goes = Choice(desk, of_words(InProfile))
        self.goes.combo.setMinimumContentsLength(LONGEST)
        self.goes.changed.connect(self._save_goes)
        self.way = button(desk, "Open", self._go, look="link", name="open-evidence")
        for cell, width in (
            (_column(desk, self._pages), PAGES),
            (self._ticks(), TICKS),
            (self.goes, GOES),
            (self.way, WAY),
        ):
            self.put(cell, width)
        self.show_row(row, used)

    def show_row(self, row: EvidenceRow, used: str) -> None:
        """Show a piece as it now is; `used` says which activities it goes with."""
        self.piece = piece = row.evidence
        name = row.description or "Untitled evidence"
        self._number.setText(f"{row.number}." if row.number else "")
        self._number.setVisible(bool(row.number))
        self._description.setText(name)
        file_name = piece.file_name if piece.file_name != name else ""
        private = "Private: stays here" if piece.private else ""
        said = " · ".join(part for part in (used, file_name, private) if part)
        self._used.setText(said)
        self._used.setVisible(bool(said))
        self._pages.setText(row.pages)
        for standard, box in self.standards.items():
            box.blockSignals(True)
            box.setChecked(standard in piece.standards)
            box.blockSignals(False)
            box.setAccessibleName(f"Standard {standard}, {STANDARDS[standard]}: {name}")
        if self.goes.value() != piece.in_profile:
            self.goes.set_value(piece.in_profile)
        self.goes.set_names(f"Goes with the profile: {name}", "", "in-profile")
        self.way.setAccessibleName(f"Open {name}")

    def _ticks(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, gap=0, line_gap=0)
        for standard, words in STANDARDS.items():
            box = QCheckBox(standard)
            box.setToolTip(words)
            box.setObjectName(f"standard-{standard}")
            # Not `clicked`: assistive clients toggle a box without a click.
            box.toggled.connect(partial(self._save_standard, standard))
            self.standards[standard] = box
            line.addWidget(box)
        return holder

    def _save_standard(self, standard: str, is_on: bool) -> None:
        now = self._desk.session.get(Evidence, self.piece.id) or self.piece
        kept = [each for each in now.standards if each != standard]
        wanted = sorted([*kept, standard] if is_on else kept)
        self._desk.session.set(now, standards=tuple(wanted))

    def _save_goes(self) -> None:
        self._desk.session.set(self.piece, in_profile=self.goes.value())

    def _go(self) -> None:
        self._desk.go_to(self.piece)


class ListLine(Cells):
    """The first line, which has no number: the dated list of activities."""

    def __init__(self, desk: Desk, standards: Sequence[str]) -> None:
        self._about = PlainLabel("", Size.SECOND, role="third", wraps=True)
        title = PlainLabel("Dated list of activities", Size.MEDIUM, wraps=True)
        number = _column(desk, PlainLabel("–", role="second"))
        super().__init__(desk, number, _column(desk, title, self._about))
        for words, width in (
            ("Goes first", PAGES),
            (f"Standards {listed(list(standards))}", TICKS),
            ("Always", GOES),
        ):
            self.put(_column(desk, PlainLabel(words, role="second")), width)
        self.put(QWidget(), WAY)
        self.show_stacked(False)

    def show_about(self, words: str) -> None:
        """Say what the list holds."""
        self._about.setText(words)


def heads(desk: Desk) -> Cells:
    """Return the line of the table's heads."""
    cells = Cells(desk, _head("No."), _head("Description"))
    for words, width in HEADS:
        cells.put(_head(words), width)
    cells.put(QWidget(), WAY)
    cells.show_stacked(False)
    return cells


def _head(words: str) -> PlainLabel:
    return PlainLabel(words, Size.SECOND, role="third")


def _column(desk: Desk, *labels: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, desk.theme.px(TEXT_TOP), 0, 0)
    column.setSpacing(desk.theme.px(2))
    for label in labels:
        column.addWidget(label)
    return holder
