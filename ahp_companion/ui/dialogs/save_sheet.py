"""One sheet on paper or as a table: what would leave is said first where any of it is private."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from ...domain.plan import Objective
from ...domain.portfolio import Choice
from ...domain.preceptorship import Preceptorship, name
from ...domain.problems import ProblemError
from ...domain.words import count
from ...domain.workbooks import WorkbookAnswer, Worksheet, is_answered
from ...domain.worksheets import leaving, sheet_leaving
from ...exchange.ledger import Left
from ...exchange.worksheet_csv import write_worksheet_csv
from ..asking import asked
from ..desk import Desk
from ..exporting import line_of, write_down
from ..labels import PlainLabel
from ..saving import ask_where
from ..worksheets import answers_of, workbook_of
from .frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A sheet as it leaves: the answers that go with it, and whether they are written in."""

    sheet: Worksheet
    answers: tuple[WorkbookAnswer, ...]
    staying: int = 0
    is_blank: bool = False
    includes_private: bool = False


class SaveSheet(Frame):
    """Asks whether private answers leave too, or only the empty form."""

    def __init__(self, parent: QWidget | None, desk: Desk, sheet: Worksheet, ending: str) -> None:
        super().__init__(parent, desk.theme, "What leaves", act="Choose where…", width=520)
        self._sheet = sheet
        self._answers = [each for each in answers_of(desk, sheet) if is_answered(each)]
        self.says = PlainLabel("", wraps=True)
        self.says.setObjectName("leaves")
        self.private = QCheckBox("What is private too")
        self.private.setObjectName("private")
        self.private.setAccessibleName("What is private too")
        self.private.setEnabled(self.has_private)
        self.blank = QCheckBox("The empty form, to write on by hand")
        self.blank.setObjectName("blank")
        self.blank.setAccessibleName(self.blank.text())
        self.blank.setVisible(ending == ".pdf")
        for each in (self.says, self.private, self.blank):
            self.column.addWidget(each)
        self.column.addStretch(1)
        for box in (self.private, self.blank):
            box.toggled.connect(self._show)
        self._show()

    @property
    def has_private(self) -> bool:
        """Return whether anything would stay unless it is ticked."""
        if self._sheet.private:
            return True
        open_ones = leaving(self._sheet, self._answers, include_private=False)
        return len(open_ones) < len(self._answers)

    def going(self) -> Going:
        """Return what leaves, as chosen."""
        answers, is_blank = self._leaving(), self.blank.isChecked()
        staying = 0 if is_blank else len(self._answers) - len(answers)
        sheet = sheet_leaving(self._sheet, include_private=self.private.isChecked())
        return Going(
            sheet=sheet,
            answers=answers,
            staying=staying,
            is_blank=is_blank,
            includes_private=self.private.isChecked(),
        )

    def _leaving(self) -> tuple[WorkbookAnswer, ...]:
        if self.blank.isChecked():
            return ()
        return leaving(self._sheet, self._answers, include_private=self.private.isChecked())

    def _show(self) -> None:
        going = len(self._leaving())
        staying = len(self._answers) - going
        says = f"{count(going, 'answer')} will stand in it."
        if staying:
            says += f" {count(staying, 'answer')} will stay here."
        self.says.setText(says)


def save_sheet(parent: QWidget, desk: Desk, sheet: Worksheet, ending: str) -> str:
    """Ask what leaves and where to, write it, and return a sentence; "" if nothing was."""
    dialog = SaveSheet(parent, desk, sheet, ending)
    if not asked(dialog):
        return ""
    going = dialog.going()
    out = ask_where(parent, "Save to", _file_name(sheet), ending)
    if out is None:
        return ""
    try:
        said = write_sheet(desk, going, out)
        return f"{said}{_written_down(desk, going, out)}"
    except ProblemError as problem:
        desk.session.failed.emit(problem)
        return ""


def write_sheet(desk: Desk, going: Going, out: Path) -> str:
    """Write a sheet as a PDF or a table, by the file's ending, and return a sentence."""
    workbook = workbook_of(desk, going.sheet)
    objectives = objective_titles(desk, going.answers)
    if out.suffix.casefold() == ".csv":
        lines = write_worksheet_csv(out, workbook, going.sheet, going.answers, objectives)
        return f"Saved {count(lines, 'line')} to {out.name}"
    # ReportLab takes longer to load than a page to open.
    from ...report.worksheet_pdf import write_worksheet_pdf

    held = desk.session.get(Preceptorship, going.sheet.preceptorship)
    pages = write_worksheet_pdf(
        out,
        workbook,
        None if going.is_blank else going.sheet,
        going.answers,
        side=going.sheet.side,
        owner=desk.session.practitioner.name,
        preceptorship=name(held) if held else "",
        objectives=objectives,
        staying=going.staying,
        on=desk.session.today(),
    )
    return f"Saved {count(pages, 'page')} to {out.name}"


def _written_down(desk: Desk, going: Going, out: Path) -> str:
    held = {} if going.is_blank else {"worksheet": 1, "workbook_answer": len(going.answers)}
    choice = Choice(include_private=going.includes_private)
    left = Left(words="", held=held, choice=choice)
    export = line_of(desk.session, out, f"workbook:{going.sheet.workbook}", left)
    return write_down(desk.session, export, left)


def objective_titles(desk: Desk, answers: Sequence[WorkbookAnswer]) -> dict[str, str]:
    """Return the titles of the objectives that answers became, by their ids."""
    found = (desk.session.get(Objective, each.objective) for each in answers if each.objective)
    return {each.id: each.title for each in found if each}


def _file_name(sheet: Worksheet) -> str:
    said = f"{sheet.title} {sheet.on.isoformat() if sheet.on else ''}"
    return said.strip() or "Workbook"
