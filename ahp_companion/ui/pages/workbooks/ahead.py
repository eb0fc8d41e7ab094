"""What could come next: the answers that leave something to do, three of them chosen at most."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.plan import Objective
from ....domain.workbooks import (
    MOST_NEXT,
    Line,
    Workbook,
    Worksheet,
    chosen_next,
    gaps,
)
from ....domain.worksheets import LEADS_TO_CARDS, answer_in_words
from ...buttons import button
from ...columns import clear
from ...desk import Desk
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...record_page import Below
from ...worksheets import answers_of, make_improvement, make_objective, workbook_of

MEANS = "Choose three at most. Nothing here is a must, and nothing is counted."
FULL = "Three are chosen. Take one back first if another matters more."


class NextRow(QWidget):
    """One answer that something could come of."""

    turned = Signal(bool)

    def __init__(self, desk: Desk, sheet: Worksheet, workbook: Workbook, line: Line) -> None:
        super().__init__()
        self._desk, self.sheet, self.line = desk, sheet, line
        words = line.question.said_to(sheet.side)
        name = f"next-{line.question.code}"
        px = desk.theme.px
        self.box = QCheckBox("Next")
        self.box.setAccessibleName(f"Next: {words}")
        self.box.setObjectName(name)
        self.box.toggled.connect(self.turned)
        self.said = PlainLabel(words, wraps=True)
        self.stands = PlainLabel(
            answer_in_words(workbook, line.answer), Size.SECOND, role="second", wraps=True
        )
        self.acts = QWidget()
        acts = FlowLayout(self.acts, gap=px(10), line_gap=0)
        self.objective = button(
            desk, "", self._objective, icon="flag", look="link", name=f"{name}-objective"
        )
        acts.addWidget(self.objective)
        if workbook.group in LEADS_TO_CARDS:
            card = button(
                desk, "Try something out", self._card, icon="recurring", look="link",
                name=f"{name}-improvement",
            )  # fmt: skip
            card.setAccessibleName(f"Try something out: {words}")
            acts.addWidget(card)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        for each in (self.said, self.stands, self.acts):
            column.addWidget(each)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(12))
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(column, 1)

    def show_line(self, line: Line, sheet: Worksheet, workbook: Workbook) -> None:
        """Show the answer as it now is, and whether it is chosen."""
        self.line, self.sheet = line, sheet
        is_chosen = line.answer is not None and line.answer.id in sheet.next_three
        self.box.blockSignals(True)
        self.box.setChecked(is_chosen)
        self.box.blockSignals(False)
        said = answer_in_words(workbook, line.answer)
        own = line.answer.words if line.answer else ""
        self.stands.setText(" · ".join(part for part in (said, own) if part))
        made = line.answer is not None and line.answer.objective is not None
        self.objective.setText("Objective made · Show" if made else "Make an objective")
        self.objective.setAccessibleName(f"{self.objective.text()}: {self.said.text()}")
        self.acts.setVisible(is_chosen)

    def _objective(self) -> None:
        answer = self.line.answer
        if answer is None:
            return
        made = self._desk.session.get(Objective, answer.objective)
        if made is not None:
            self._desk.go_to(made)
        else:
            make_objective(self, self._desk, self.sheet, self.line.question, answer)

    def _card(self) -> None:
        if self.line.answer is not None:
            make_improvement(self, self._desk, self.sheet, self.line.question, self.line.answer)


class Ahead(Below):
    """The list of a sheet's gaps; nothing where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Worksheet | None = None
        self.rows: dict[str, NextRow] = {}
        # What is inside comes and goes; this stays, to see that there is something again.
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        around.addWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, desk.theme.px(8), 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(PlainLabel("What could come next", Size.HEADING))
        self.means = PlainLabel(MEANS, Size.SECOND, role="second", wraps=True)
        self.means.setObjectName("next-means")
        column.addWidget(self.means)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.px(12))
        column.addLayout(self._rows)
        kinds = frozenset({"worksheet", "workbook_answer"})
        self._following = Following(self, desk.session, kinds, self._show)

    def show_record(self, record: Any) -> None:
        """Show what could come of a sheet."""
        self._shown = record
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _show(self) -> None:
        sheet = self._shown and self._desk.session.get(Worksheet, self._shown.id)
        if not sheet:
            self._inside.hide()
            return
        self._shown = sheet
        workbook = workbook_of(self._desk, sheet)
        found = gaps(workbook, answers_of(self._desk, sheet))
        if [line.question.code for line in found] != list(self.rows) or any(
            row.sheet.id != sheet.id or row.sheet.side != sheet.side for row in self.rows.values()
        ):
            self._lay_out(sheet, workbook, found)
        for line in found:
            self.rows[line.question.code].show_line(line, sheet, workbook)
        full = len(sheet.next_three) >= MOST_NEXT
        self.means.setText(FULL if full else MEANS)
        self._inside.setVisible(bool(found))

    def _lay_out(self, sheet: Worksheet, workbook: Workbook, found: tuple[Line, ...]) -> None:
        clear(self._rows)
        self.rows = {}
        for line in found:
            row = NextRow(self._desk, sheet, workbook, line)
            row.turned.connect(partial(self._turn, line.question.code))
            self.rows[line.question.code] = row
            self._rows.addWidget(row)
        set_reading_order(self)

    def _turn(self, code: str, _is_on: bool) -> None:
        row = self.rows[code]
        sheet = self._shown and self._desk.session.get(Worksheet, self._shown.id)
        if not sheet or row.line.answer is None:
            return
        after = chosen_next(sheet, row.line.answer.id)
        if after == sheet:
            self._desk.say(FULL)
        else:
            self._desk.session.edit(sheet, after)
        self._show()
