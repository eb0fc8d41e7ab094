"""One sheet of a workbook as a spreadsheet's table, a row for each line, and read back again."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..domain.problems import ProblemError
from ..domain.workbooks import (
    Column,
    Line,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    is_answered,
    lines,
    new_answer,
)
from ..domain.worksheets import DONE, answer_in_words
from .csv_cells import bare, guarded, long_cells, text_of
from .whole_file import written_whole

BEFORE = ("number", "question", "original", "answer", "words")
AFTER = ("owner", "review_date", "done_on", "objective", "private")
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row that was read: an answer, and the title of the objective that it became."""

    answer: WorkbookAnswer
    objective: str = ""


def write_worksheet_csv(
    out: Path,
    workbook: Workbook,
    worksheet: Worksheet,
    answers: Sequence[WorkbookAnswer],
    objectives: Mapping[str, str],
) -> int:
    """Write a sheet with the answers given, and return how many rows there are.

    `objectives` gives an objective's title by its id. A question without an answer has a row too.
    """
    columns = _columns(workbook)
    rows = list(_lines(workbook, answers))
    with (
        written_whole(out) as unfinished,
        unfinished.open("w", encoding="utf-8", newline="") as file,
    ):
        written = csv.writer(file, quoting=csv.QUOTE_ALL)
        written.writerow([guarded(each) for each in header(workbook)])
        for line in rows:
            cells = _cells(workbook, worksheet, line, columns, objectives)
            written.writerow([guarded(cell) for cell in cells])
    return len(rows)


def header(workbook: Workbook) -> tuple[str, ...]:
    """Return the heads of the columns; a box of a line answered in parts has a column too."""
    return (*BEFORE, *(_head(each) for each in _columns(workbook)), *AFTER)


def read_worksheet_csv(
    path: Path, workbook: Workbook, worksheet: Worksheet
) -> tuple[SheetRow, ...]:
    """Return the answers in a table of a workbook, as new answers of a sheet.

    Rows without an answer are left out. Raises ProblemError that names the row that cannot be read.
    """
    found = []
    with long_cells():
        table = csv.reader(io.StringIO(text_of(path), newline=""))
        heads = [bare(each) for each in next(table, [])]
        if not {"number", "answer", "words"} <= set(heads):
            raise ProblemError(
                f"“{path.name}” is not the table of a workbook.",
                means="It has no columns called number, answer and words. Nothing was read.",
            )
        for number, cells in enumerate(table, start=2):
            row = dict(zip(heads, (bare(each) for each in cells), strict=False))
            try:
                read = _read(workbook, worksheet, row)
            except ValueError as reason:
                raise ProblemError(
                    f"Row {number}: {reason}.", means="Nothing was read."
                ) from reason
            if read and is_answered(read.answer):
                found.append(read)
    return tuple(found)


def _lines(workbook: Workbook, answers: Sequence[WorkbookAnswer]) -> Iterator[Line]:
    for section in workbook.sections:
        written = lines(section, answers)
        yield from written
        shown = {each.question.code for each in written}
        yield from (Line(question=each) for each in section.questions if each.code not in shown)


def _cells(
    workbook: Workbook,
    worksheet: Worksheet,
    line: Line,
    columns: Iterable[Column],
    objectives: Mapping[str, str],
) -> list[str]:
    question, answer = line.question, line.answer or new_answer(worksheet, line.question)
    own = question.columns
    return [
        question.code,
        question.said_to(worksheet.side),
        question.original,
        answer_in_words(workbook, answer),
        answer.words,
        *(answer.parts.get(each.key, "") if each in own else "" for each in columns),
        answer.owner,
        _iso(answer.review_on),
        _iso(answer.done_on),
        objectives.get(answer.objective or "", ""),
        YES if answer.private else NO,
    ]


def _read(workbook: Workbook, worksheet: Worksheet, row: Mapping[str, str]) -> SheetRow | None:
    question = workbook.question(row.get("number", ""))
    if question is None:
        if any(row.values()):
            raise ValueError(f"there is no line “{row.get('number', '')}” in “{workbook.name}”")
        return None
    parts = {each.key: row.get(_head(each), "") for each in question.columns}
    answer = WorkbookAnswer(
        worksheet=worksheet.id,
        question=question.code,
        step=_step(workbook, question, row.get("answer", "")),
        words=row.get("words", ""),
        parts={key: words for key, words in parts.items() if words},
        done_on=_date(row.get("done_on", "")),
        owner=row.get("owner", ""),
        review_on=_date(row.get("review_date", "")),
        private=row.get("private", NO) == YES,
    )
    return SheetRow(answer=answer, objective=row.get("objective", ""))


def _step(workbook: Workbook, question: Question, words: str) -> str:
    if not words or words == DONE:
        return ""
    for step in workbook.steps:
        if words in (step.words, step.code):
            return step.code
    raise ValueError(f"“{words}” is no step that line {question.code} can be answered by")


def _columns(workbook: Workbook) -> tuple[Column, ...]:
    held = (column for question in workbook.questions for column in question.columns)
    return tuple(dict.fromkeys(held))


def _head(column: Column) -> str:
    # The key makes it one of a kind, and tells it from the columns that every table has.
    return f"{column.words} [{column.key}]"


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as reason:
        raise ValueError(f"“{text}” is no date; write 2026-03-12") from reason
