"""How a table's file is written: its sheet or its separators, and which row names the columns."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.words import shortened
from ...exchange.tables.columns import Columns, header_rows
from ...exchange.tables.table import Table, Wishes
from ...exchange.tables.text import DELIMITERS, ENCODINGS
from ..desk import Desk
from ..fields.choices import QuietCombo
from ..labels import PlainLabel, Size

Options = Iterable[tuple[Any, str]]


def labelled(desk: Desk, label: str, name: str, options: Options) -> tuple[QWidget, QuietCombo]:
    """Return a choice under its label, and the choice by itself."""
    group, choice = QWidget(), QuietCombo()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.theme.px(4))
    named = PlainLabel(label, Size.MEDIUM, wraps=True)
    named.setBuddy(choice)
    choice.setAccessibleName(label)
    choice.setObjectName(name)
    choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(16)
    for value, words in options:
        choice.addItem(words, value)
    column.addWidget(named)
    column.addWidget(choice)
    return group, choice


class FileChoices(QWidget):
    """What is seldom asked about; `changed` gives other wishes than those it was shown with."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wishes = Wishes()
        self.choices: dict[str, QuietCombo] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(10))

    def show_table(self, table: Table, columns: Columns, wishes: Wishes) -> None:
        """Show how a table was read, in place of what was shown."""
        self._wishes = wishes
        held = [name for name, choice in self.choices.items() if choice.hasFocus()]
        self.choices = {}
        while entry := self._column.takeAt(0):
            if gone := entry.widget():
                gone.hide()
                gone.deleteLater()
        rows = [(number, _row_words(number, row)) for number, row in header_rows(table)]
        self._offer("Row that names the columns", "header_row", rows, columns.header_row)
        if table.sheet:
            sheets = [(each, each) for each in table.sheets]
            self._offer("Sheet", "sheet", sheets, table.sheet)
        else:
            self._offer_text(table)
        for name in held:
            self.choices[name].setFocus()

    def _offer_text(self, table: Table) -> None:
        marks = [(mark, words.capitalize()) for mark, words in DELIMITERS.items()]
        self._offer("What stands between two columns", "delimiter", marks, table.delimiter)
        encoding = table.encoding.replace("utf-8-sig", "utf-8")
        encodings = {encoding: encoding.upper()} | ENCODINGS
        self._offer("How its letters are written", "encoding", encodings.items(), encoding)

    def _offer(self, label: str, name: str, options: Options, held: Any) -> None:
        group, choice = labelled(self._desk, label, name.replace("_", "-"), options)
        choice.setCurrentIndex(max(0, choice.findData(held)))
        choice.activated.connect(partial(self._say, name))
        self.choices[name] = choice
        self._column.addWidget(group)

    def _say(self, name: str, _at: int) -> None:
        said = {name: self.choices[name].currentData()}
        # Another sheet or separator makes other rows; which of them names the columns is open.
        again = {} if name == "header_row" else {"header_row": 0}
        self.changed.emit(replace(self._wishes, **{**again, **said}))


def _row_words(number: int, row: Iterable[str]) -> str:
    cells = ", ".join(each.strip() for each in row if each.strip())
    return f"{number}: {shortened(cells, 60)}"
