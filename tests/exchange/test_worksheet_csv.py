"""A sheet as a table: written, read back the same, and nothing in it that could run."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahp_companion import assets
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.workbooks import (
    AnswerKind,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
)
from ahp_companion.exchange.worksheet_csv import (
    header,
    read_worksheet_csv,
    write_worksheet_csv,
)
from ahp_companion.store.catalogue import read_catalogue

DAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return what ships as data."""
    return read_catalogue(assets.resource())


def answered(workbook: Workbook, question: Question, words: str) -> WorkbookAnswer:
    """Return an answer to a question by its kind, with everything else that can be said."""
    kind = question.answer
    return WorkbookAnswer(
        worksheet="sheet",
        question=question.code,
        step=workbook.steps[-1].code if kind is AnswerKind.STEP else "",
        words="" if kind is AnswerKind.PARTS else words,
        parts={each.key: words for each in question.columns},
        done_on=DAY if kind is AnswerKind.TICK else None,
        owner=words,
        review_on=DAY,
        private=True,
    )


def written_and_read(
    out: Path, workbook: Workbook, answers: Sequence[WorkbookAnswer]
) -> list[WorkbookAnswer]:
    """Return the answers as they come back, with the ids that they had."""
    sheet = Worksheet(id="sheet", workbook=workbook.code)
    write_worksheet_csv(out, workbook, sheet, answers, {})
    back = read_worksheet_csv(out, workbook, sheet)
    assert len(back) == len(answers)
    return [replace(row.answer, id=answer.id) for row, answer in zip(back, answers, strict=True)]


def test_every_workbook_comes_back_as_it_was_written(tmp_path: Path, catalogue: Catalogue) -> None:
    for workbook in catalogue.workbooks.values():
        answers = [
            answered(workbook, each, "=1+1, “said”\nand again") for each in workbook.questions
        ]
        assert written_and_read(tmp_path / "x.csv", workbook, answers) == answers, workbook.code


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_words_come_back_and_none_of_them_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    workbook = read_catalogue_once()["task-map"]
    out = tmp_path_factory.getbasetemp() / "words.csv"
    answers = [
        WorkbookAnswer(worksheet="sheet", question="1", parts={"task": words or "x"}, owner=words),
        WorkbookAnswer(worksheet="sheet", question="2.1", words=f"x{words}"),
    ]
    if not (words or "x").strip():
        answers.pop(0)
    assert written_and_read(out, workbook, answers) == answers
    with out.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_question_without_an_answer_has_a_row_and_is_none_when_read(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    workbook = catalogue.workbooks["task-map"]
    out = tmp_path / "x.csv"
    sheet = Worksheet(id="sheet", workbook=workbook.code)
    assert write_worksheet_csv(out, workbook, sheet, (), {}) == 5
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows] == ["1", "2.1", "2.2", "2.3", "2.4"]
    assert rows[0]["question"] == "A task of my ordinary week"
    assert read_worksheet_csv(out, workbook, sheet) == ()


def test_the_columns_are_what_a_person_looks_for(tmp_path: Path, catalogue: Catalogue) -> None:
    workbook = catalogue.workbooks["readiness-role"]
    assert header(workbook) == (
        "number", "question", "original", "answer", "words",
        "owner", "review_date", "done_on", "objective", "private",
    )  # fmt: skip
    question = workbook.questions[0]
    answer = replace(answered(workbook, question, "We meet"), step="partly", objective="o")
    sheet = Worksheet(id="sheet", workbook=workbook.code)
    write_worksheet_csv(tmp_path / "x.csv", workbook, sheet, [answer], {"o": "Meet each month"})
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["answer"], row["words"]) == ("Partly", "We meet")
    assert (row["review_date"], row["objective"]) == ("2026-03-12", "Meet each month")
    assert row["original"] == question.original
    (back,) = read_worksheet_csv(tmp_path / "x.csv", workbook, sheet)
    assert back.objective == "Meet each month"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("a,b\n1,2\n", "is not the table of a workbook"),
        ("", "is not the table of a workbook"),
        ("number,answer,words\n1.1,Splendid,\n", "Row 2: “Splendid” is no step"),
        ("number,answer,words\n9.9,,x\n", "Row 2: there is no line “9.9”"),
        ("number,answer,words,review_date\n1.1,,x,soon\n", "“soon” is no date"),
    ],
)
def test_a_table_that_cannot_be_read_is_named_by_its_row(
    tmp_path: Path, catalogue: Catalogue, table: str, said: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(table, encoding="utf-8")
    workbook = catalogue.workbooks["twenty-prompts"]
    with pytest.raises(ProblemError, match=said):
        read_worksheet_csv(path, workbook, Worksheet(workbook=workbook.code))


_HELD: dict[str, Workbook] = {}


def read_catalogue_once() -> dict[str, Workbook]:
    """Return the workbooks that ship; examples come by the dozen."""
    if not _HELD:
        _HELD.update(read_catalogue(assets.resource()).workbooks)
    return _HELD
