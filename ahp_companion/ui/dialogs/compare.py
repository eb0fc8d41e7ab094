"""Two days of the same workbook side by side, in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.words import day
from ...domain.workbooks import Snapshot, Worksheet, side_by_side
from ..asking import asked
from ..columns import clear
from ..desk import Desk
from ..fields.choices import QuietCombo
from ..flow import FlowLayout
from ..labels import PlainLabel, Size
from ..worksheets import answers_of, workbook_of
from .frame import Frame

NOTHING = "Nothing is written on either day that could be put side by side."


class Compare(Frame):
    """A table of what was said on two days; neither is better than the other."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, sheet: Worksheet, sheets: Sequence[Worksheet]
    ) -> None:
        super().__init__(parent, desk.theme, sheet.title or "Compare", act="Close", width=860)
        self.cancel.hide()
        self._desk, self._sheets = desk, tuple(sheets)
        ids = [each.id for each in sheets]
        at = max(ids.index(sheet.id), 1)
        line = QWidget()
        chosen = FlowLayout(line, gap=desk.theme.px(16))
        self.days = [
            self._choice("The earlier day", "earlier", at - 1),
            self._choice("The later day", "later", at),
        ]
        for each in self.days:
            chosen.addWidget(each)
        self.column.addWidget(line)
        self.nothing = PlainLabel(NOTHING, role="second", wraps=True)
        self.column.addWidget(self.nothing)
        holder = QWidget()
        holder.setAccessibleName("What was said on the two days")
        self.grid = QGridLayout(holder)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(desk.theme.px(16))
        self.grid.setVerticalSpacing(desk.theme.px(12))
        self.column.addWidget(holder)
        self.column.addStretch(1)
        self._show()

    @property
    def chosen(self) -> tuple[Worksheet, ...]:
        """Return the two sheets chosen."""
        return tuple(self._sheets[each.currentIndex()] for each in self.days)

    def _choice(self, words: str, name: str, at: int) -> QuietCombo:
        made = QuietCombo()
        made.setAccessibleName(words)
        made.setObjectName(name)
        for sheet in self._sheets:
            made.addItem(day(sheet.on) or "No date")
        made.setCurrentIndex(at)
        made.currentIndexChanged.connect(self._show)
        return made

    def _show(self) -> None:
        sheets = self.chosen
        workbook = workbook_of(self._desk, sheets[0])
        answers = {each.id: answers_of(self._desk, each) for each in sheets}
        found = side_by_side(workbook, sheets, answers)
        clear(self.grid)
        self.nothing.setVisible(not found)
        if found:
            heads = ("", *(day(each.on) or "No date" for each in sheets))
            for column, words in enumerate(heads):
                self.grid.addWidget(PlainLabel(words, Size.STRONG, wraps=True), 0, column)
                self.grid.setColumnStretch(column, 1)
        for row, snapshot in enumerate(found, start=1):
            for column, words in enumerate(_cells(snapshot, sheets)):
                role = "second" if column == 0 else ""
                label = PlainLabel(words, role=role, wraps=True)
                self.grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)


def compare(parent: QWidget, desk: Desk, sheet: Worksheet, sheets: Sequence[Worksheet]) -> None:
    """Show a sheet beside another of the same workbook."""
    asked(Compare(parent, desk, sheet, sheets))


def _cells(snapshot: Snapshot, sheets: Sequence[Worksheet]) -> tuple[str, ...]:
    said = ("\n".join(part for part in each if part) or "–" for each in snapshot.said)
    return (snapshot.question.said_to(sheets[0].side), *said)
