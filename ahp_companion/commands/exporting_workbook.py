"""One workbook by itself, as paper or as a table: its newest sheet, or the empty form."""

from argparse import Namespace
from pathlib import Path

from ..domain.plan import Objective
from ..domain.portfolio import Choice, Portfolio
from ..domain.preceptorship import Preceptorship, name
from ..domain.problems import ProblemError
from ..domain.words import count
from ..domain.workbooks import Workbook, WorkbookAnswer, Worksheet, is_answered
from ..domain.worksheets import leaving, sheet_leaving
from ..exchange.ledger import Left
from ..exchange.worksheet_csv import write_worksheet_csv
from ..store.portfolio_file import PortfolioFile
from .making import catalogue

WORKBOOK = "workbook:"
BLANK = "blank"


def workbook_formats() -> list[str]:
    """Return the formats there are for workbooks: the newest sheet of each, and its empty form."""
    return [
        f"{WORKBOOK}{code}{form}" for code in catalogue().workbooks for form in ("", f":{BLANK}")
    ]


def write_workbook(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    """Write the workbook that was asked for, by the ending of the file, and return what left."""
    code, _, form = asked.format.removeprefix(WORKBOOK).partition(":")
    workbook = catalogue().workbooks.get(code)
    if workbook is None or form not in ("", BLANK):
        raise ProblemError(
            f"There is no workbook “{asked.format.removeprefix(WORKBOOK)}”.",
            means="Nothing was written.",
            advice=f"There are {', '.join(catalogue().workbooks)}.",
        )
    everything = portfolio.records.gather()
    sheet = None if form else _newest(everything, workbook, asked)
    write = {".csv": _csv, ".pdf": _pdf}.get(out.suffix.casefold())
    if write is not None:
        words = write(out, everything, workbook, sheet, asked)
        answers, _ = _going(everything, sheet, asked)
        held = {"worksheet": 1, "workbook_answer": len(answers)} if sheet else {}
        let_go = Choice(include_private=asked.include_private)
        return Left(words=words, held=held, choice=let_go)
    raise ProblemError(
        f"“{out.name}” ends neither in .pdf nor in .csv.",
        means="Nothing was written.",
        advice="Let the name end in what is to be written.",
    )


def _newest(everything: Portfolio, workbook: Workbook, asked: Namespace) -> Worksheet:
    held = [
        each
        for each in everything.all(Worksheet)
        if each.workbook == workbook.code
        and asked.preceptorship in (None, each.preceptorship)
        and (each.on is None or (asked.from_on or each.on) <= each.on <= (asked.to_on or each.on))
    ]
    if not held:
        raise ProblemError(
            f"There is no sheet of “{workbook.name}” in this portfolio.",
            means="Nothing was written.",
            advice=f"For the empty form, write {WORKBOOK}{workbook.code}:{BLANK}.",
        )
    dated = [each for each in held if each.on]
    return (dated or held)[-1]


def _csv(
    out: Path, everything: Portfolio, workbook: Workbook, sheet: Worksheet | None, asked: Namespace
) -> str:
    answers, _ = _going(everything, sheet, asked)
    blank = sheet or Worksheet(workbook=workbook.code)
    rows = write_worksheet_csv(out, workbook, blank, answers, _objectives(everything))
    return count(rows, "line")


def _pdf(
    out: Path, everything: Portfolio, workbook: Workbook, sheet: Worksheet | None, asked: Namespace
) -> str:
    # ReportLab takes longer to load than everything else here together.
    from ..report.worksheet_pdf import write_worksheet_pdf

    answers, staying = _going(everything, sheet, asked)
    held = everything.find(Preceptorship, sheet.preceptorship) if sheet else None
    pages = write_worksheet_pdf(
        out,
        workbook,
        sheet and sheet_leaving(sheet, include_private=asked.include_private),
        answers,
        on=asked.on,
        owner=everything.practitioner.name,
        preceptorship=name(held) if held else "",
        objectives=_objectives(everything),
        staying=staying,
    )
    return count(pages, "page")


def _going(
    everything: Portfolio, sheet: Worksheet | None, asked: Namespace
) -> tuple[tuple[WorkbookAnswer, ...], int]:
    """Return the answers that leave, and how many stay as private."""
    if sheet is None:
        return (), 0
    held = everything.of(WorkbookAnswer, sheet.id, by="worksheet")
    going = leaving(sheet, held, include_private=asked.include_private)
    return going, sum(is_answered(each) for each in held) - len(going)


def _objectives(everything: Portfolio) -> dict[str, str]:
    return {each.id: each.title for each in everything.all(Objective)}
