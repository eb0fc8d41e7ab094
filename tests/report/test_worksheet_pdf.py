"""A sheet on paper: what was answered, room to write where nothing was, and where it is from."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from ahp_companion import assets
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.preceptorship import Side
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.report.choices import LINE, Choices
from ahp_companion.report.templates.hand import Label, Ruled
from ahp_companion.report.worksheet_pdf import (
    AIRS,
    Page,
    _story,
    pdf_of_worksheet,
    write_worksheet_pdf,
)
from ahp_companion.store.catalogue import read_catalogue

from .reading import Printed

ON = date(2026, 3, 12)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return what ships as data."""
    return read_catalogue(assets.resource())


def test_a_filled_sheet_says_what_was_answered_and_by_whom_it_is_seen_to(
    catalogue: Catalogue,
) -> None:
    workbook = catalogue.workbooks["readiness-role"]
    first, second = workbook.questions[:2]
    answers = [
        WorkbookAnswer(question=first.code, step="partly", words="We began in May"),
        WorkbookAnswer(
            question=second.code, step="no", owner="Anna", review_on=date(2026, 6, 1), objective="o"
        ),
    ]
    sheet = Worksheet(
        title="In May",
        workbook=workbook.code,
        on=ON,
        words="Ask earlier",
        next_three=(answers[1].id,),
    )
    printed = Printed(
        *pdf_of_worksheet(
            workbook,
            sheet,
            answers,
            on=ON,
            owner="Rhiannon Ŵyn",
            preceptorship="Newly qualified",
            objectives={"o": "Ask who keeps the time"},
            staying=2,
        )
    )
    assert printed.titles[0] == "In May"
    for words in (
        first.words,
        "We began in May",
        "Anna sees to it · again on 1 June 2026 · objective: Ask who keeps the time",
        "Rhiannon Ŵyn",
        "12 March 2026",
        "Newly qualified",
        "Ask earlier",
        "2 private answers stay with the owner",
        workbook.source[:40],
        "Not official wording",
        "Not marked by anybody",
    ):
        assert words in printed.text, words


def test_an_empty_form_names_nobody_and_has_every_question(catalogue: Catalogue) -> None:
    workbook = catalogue.workbooks["task-map"]
    printed = Printed(*pdf_of_worksheet(workbook, on=ON, owner="Rhiannon Ŵyn"))
    assert "Rhiannon" not in printed.text
    for question in workbook.questions:
        assert question.words in printed.text
    assert "Who does it now" in printed.text
    assert "Printed 12 March 2026" in printed.text


def test_a_preceptors_form_is_in_a_preceptors_words(catalogue: Catalogue) -> None:
    workbook = catalogue.workbooks["twenty-prompts"]
    turned = next(each for each in workbook.questions if each.preceptor_words)
    printed = Printed(*pdf_of_worksheet(workbook, on=ON, side=Side.PRECEPTOR))
    assert turned.preceptor_words in printed.text


def test_added_lines_stand_in_a_table_and_long_words_go_over_pages(catalogue: Catalogue) -> None:
    workbook = catalogue.workbooks["task-map"]
    answers = [
        WorkbookAnswer(question="1", parts={"task": f"Part {number}", "now": "Me"})
        for number in range(40)
    ]
    answers.append(WorkbookAnswer(question="2.1", words="Nearly all of it. " * 600))
    sheet = Worksheet(workbook=workbook.code, on=ON)
    printed = Printed(*pdf_of_worksheet(workbook, sheet, answers, on=ON))
    assert printed.page_count >= 4
    assert "Part 0" in printed.text
    assert "Part 39" in printed.text
    assert printed.titles[0] == workbook.name


def test_what_someone_wrote_is_text_and_never_markup(catalogue: Catalogue) -> None:
    workbook = catalogue.workbooks["pulse"]
    answers = [WorkbookAnswer(question="2.1", words="<b>me</b> & \x07 you")]
    sheet = Worksheet(workbook=workbook.code, title="<i>July</i>")
    printed = Printed(*pdf_of_worksheet(workbook, sheet, answers, on=ON))
    assert "<b>me</b> &" in printed.text
    assert "<i>July</i>" in printed.text


def test_the_same_sheet_gives_the_same_bytes(catalogue: Catalogue) -> None:
    workbook = replace(catalogue.workbooks["pulse"], source="")
    assert pdf_of_worksheet(workbook, on=ON) == pdf_of_worksheet(workbook, on=ON)


def test_a_place_that_cannot_be_written_to_is_said_and_nothing_is_left(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    with pytest.raises(ProblemError, match="could not be written"):
        write_worksheet_pdf(tmp_path / "no" / "x.pdf", catalogue.workbooks["pulse"], on=ON)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_sheet_takes_few_sides_and_no_page_hardly_begun(catalogue: Catalogue) -> None:
    for code, workbook in catalogue.workbooks.items():
        printed = Printed(*pdf_of_worksheet(workbook, on=ON))
        most = 2 if code.startswith("feedback-") else 4
        assert printed.page_count <= most, code
        # What it took and where it is from stand at the end; more than they has to be there.
        assert "What I take from it" in printed.text


def test_what_is_asked_and_the_room_to_answer_are_never_parted(catalogue: Catalogue) -> None:
    pairs = 0
    for workbook in catalogue.workbooks.values():
        for air in AIRS:
            page = Page(workbook=workbook, worksheet=None, answers=(), side=Side.PRECEPTEE, air=air)
            for asked, room in pairwise(_story(page, "", "")):
                if isinstance(asked, Label) and isinstance(room, Ruled | Choices):
                    assert asked.room >= asked.height + room.height, workbook.code
                    pairs += 1
    assert pairs > 500


def test_the_steps_of_every_workbook_stand_on_one_line(catalogue: Catalogue) -> None:
    for workbook in catalogue.workbooks.values():
        if workbook.steps:
            made = Choices([(each.words, False) for each in workbook.steps])
            assert made.height == LINE, workbook.code


def test_a_sheet_whose_answers_are_all_private_says_so_under_its_title(
    catalogue: Catalogue,
) -> None:
    workbook = catalogue.workbooks["pulse"]
    sheet = Worksheet(workbook=workbook.code, title="In May", on=ON)
    printed = Printed(*pdf_of_worksheet(workbook, sheet, (), on=ON, staying=1))
    said = "1 private answer stays with the owner."
    assert printed.text.index(said) < printed.text.index(workbook.questions[0].words)
    assert "private answer" not in Printed(*pdf_of_worksheet(workbook, sheet, (), on=ON)).text
