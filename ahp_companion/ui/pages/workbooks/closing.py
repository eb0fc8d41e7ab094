"""The end of a sheet: what its owner takes from it, another day's sheet, paper and table."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import Change, Edit
from ....domain.workbooks import Worksheet
from ....domain.worksheets import begun_again
from ...buttons import button
from ...calling import calling
from ...desk import Desk
from ...dialogs.compare import compare
from ...dialogs.save_sheet import save_sheet
from ...fields.texts import Text
from ...flow import FlowLayout
from ...forms import Field, Form
from ...record_page import Below
from ...worksheets import answers_of

TAKEN = Field(name="words", label="What I take from it", make=partial(Text, lines=3))
AGAIN = (
    ("Begin again, empty", "add", "again-empty", False),
    ("Begin again with my answers", "recurring", "again-filled", True),
)
SAVED = (
    ("Save as PDF", "print", "save-pdf", ".pdf"),
    ("Save as table", "export", "save-table", ".csv"),
)


class Closing(Below):
    """What stands under the last question."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.form = Form(desk, (TAKEN,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.form)
        buttons = QWidget()
        line = FlowLayout(buttons, gap=px(8), line_gap=px(8))
        for words, icon, name, with_answers in AGAIN:
            again = calling(partial(self.begin_again, with_answers=with_answers))
            line.addWidget(button(desk, words, again, icon=icon, name=name))
        line.addWidget(button(desk, "Compare", self._compare, icon="calendar", name="compare"))
        for words, icon, name, ending in SAVED:
            save = calling(self._save, ending)
            line.addWidget(button(desk, words, save, icon=icon, name=name))
        column.addWidget(buttons)

    def show_record(self, record: Any) -> None:
        """Show what was taken from a sheet."""
        self.form.show_record(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    @property
    def sheet(self) -> Worksheet | None:
        """Return the sheet as it now is."""
        shown: Worksheet | None = self.form.record
        return self._desk.session.get(Worksheet, shown.id) if shown else None

    def begin_again(self, *, with_answers: bool) -> None:
        """Begin the same workbook again today, and go to its sheet."""
        sheet = self.sheet
        if sheet is None:
            return
        session = self._desk.session
        answers = answers_of(self._desk, sheet)
        new, carried = begun_again(sheet, answers, on=session.today(), with_answers=with_answers)
        edits = tuple(Edit(after=each) for each in (new, *carried))
        if session.apply(Change(words="Began a workbook again", edits=edits)):
            self._desk.go_to(new)

    def others(self) -> Sequence[Worksheet]:
        """Return the sheets of the same workbook, this one too, oldest first."""
        sheet = self.sheet
        if sheet is None:
            return ()
        held = self._desk.session.all(Worksheet, workbook=sheet.workbook)
        return sorted(held, key=_by_day)

    def _compare(self) -> None:
        sheet, others = self.sheet, self.others()
        if sheet is None:
            return
        if len(others) < 2:
            self._desk.say("There is one sheet of this workbook so far. Begin it again some day")
            return
        compare(self, self._desk, sheet, others)

    def _save(self, ending: str) -> None:
        sheet = self.sheet
        if sheet is not None:
            said = save_sheet(self, self._desk, sheet, ending)
            if said:
                self._desk.say(said)


def _by_day(sheet: Worksheet) -> tuple[str, str]:
    return (sheet.on.isoformat() if sheet.on else "", sheet.id)
