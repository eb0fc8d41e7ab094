"""The page of workbooks: begun, answered, carried on, made something of, and taken out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QRadioButton, QTextEdit, QWidget

from ahp_companion.domain.feedback import Improvement
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.practitioner import Practitioner, Role
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.workbooks import (
    AnswerKind,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
)
from ahp_companion.exchange.worksheet_csv import read_worksheet_csv
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.compare import Compare
from ahp_companion.ui.dialogs.save_sheet import Going, SaveSheet, write_sheet
from ahp_companion.ui.dialogs.workbook import ChooseWorkbook
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.workbooks import workbooks_page
from ahp_companion.ui.pages.workbooks.ahead import Ahead
from ahp_companion.ui.pages.workbooks.closing import Closing
from ahp_companion.ui.pages.workbooks.page import WorkbooksPage
from ahp_companion.ui.pages.workbooks.question import QuestionBox
from ahp_companion.ui.pages.workbooks.sheet import Sheet
from ahp_companion.ui.worksheets import answers_of, begin_worksheet, new_sheet
from tests.report.reading import Printed, joined
from tests.ui.desks import TODAY, Answers, Heard, Opened, inside, kept, press, turn, write

FORMAT = Path(__file__).parents[2] / "docs" / "workbook-format.md"
PRECEPTORSHIP = Preceptorship(started_on=date(2026, 1, 5))
Show = Callable[..., Any]


@pytest.fixture
def desk(open_desk: Opened) -> Desk:
    """Return a desk with one preceptorship."""
    return open_desk(Practitioner(name="Rhiannon Ŵyn", profession="PH"), PRECEPTORSHIP)


@pytest.fixture
def page(desk: Desk, show: Show) -> WorkbooksPage:
    """Return the page, shown."""
    made: WorkbooksPage = show(workbooks_page(desk))
    return made


def begun(desk: Desk, page: WorkbooksPage, code: str) -> Worksheet:
    """Return a sheet of a workbook, begun and shown, with all its questions made."""
    sheet = new_sheet(desk, code, preceptorship=PRECEPTORSHIP.id)
    assert sheet
    page.show_record(sheet)
    page.under(Sheet).finish()
    turn()
    return sheet


def box(page: WorkbooksPage, code: str, line: int = 0) -> QuestionBox:
    """Return what a question is answered in."""
    wanted = f"question-{code}{f'-{line}' if line else ''}"
    found = [each for each in page.under(Sheet).boxes if each.objectName() == wanted]
    assert len(found) == 1, wanted
    return found[0]


def said(page: WorkbooksPage, code: str) -> QTextEdit:
    """Return the box of words of a question."""
    return inside(page, QTextEdit, f"question-{code}-words")


def test_a_workbook_is_chosen_begun_and_answered(
    desk: Desk, page: WorkbooksPage, meet: Answers
) -> None:
    def choose(dialog: ChooseWorkbook) -> None:
        write(dialog.workbooks.search, "twenty")
        assert dialog.workbooks.list.item(0).text() == "Where preceptorship stands"
        assert "Nobody marks it" in dialog.workbooks.about.text()
        dialog.accept()

    meet(choose)
    press(page, "add")
    page.under(Sheet).finish()
    turn()
    inside(page, QRadioButton, "question-1.1-step-started").click()
    write(said(page, "1.1"), "Our lead does")
    page.flush()
    (sheet,) = desk.session.all(Worksheet)
    assert (sheet.workbook, sheet.on, sheet.preceptorship) == (
        "twenty-prompts", TODAY, PRECEPTORSHIP.id,
    )  # fmt: skip
    (only,) = kept(desk.session, WorkbookAnswer)
    assert (only.worksheet, only.question, only.step) == (sheet.id, "1.1", "started")
    assert only.words == "Our lead does"


def test_nothing_is_written_for_what_was_not_answered_and_undo_takes_an_answer_back(
    desk: Desk, page: WorkbooksPage
) -> None:
    sheet = begun(desk, page, "twenty-prompts")
    assert answers_of(desk, sheet) == []
    step = inside(page, QRadioButton, "question-1.1-step-started")
    step.click()
    assert len(answers_of(desk, sheet)) == 1
    desk.session.undo()
    assert answers_of(desk, sheet) == []
    assert not step.isChecked()
    desk.session.redo()
    assert step.isChecked()
    inside(page, QWidget, "question-1.1-step-clear").setFocus()
    press(page, "question-1.1-step-clear")
    assert answers_of(desk, sheet)[0].step == ""


def test_the_list_says_how_far_a_sheet_is_and_that_it_is_private(
    desk: Desk, page: WorkbooksPage
) -> None:
    sheet = begun(desk, page, "pulse")
    row = page.shape.row(desk.session.get(Worksheet, sheet.id))
    assert row.state
    assert (row.state.icon, row.state.word) == ("private", "Private · Nothing written yet")
    inside(page, QRadioButton, "question-1.1-step-mostly").click()
    row = page.shape.row(desk.session.get(Worksheet, sheet.id))
    assert row.state
    assert row.state.word == "Private · 1 of 7 answered"


def test_a_tick_is_done_today_and_more_says_who_sees_to_it(desk: Desk, page: WorkbooksPage) -> None:
    begun(desk, page, "role-preceptee")
    code = box(page, desk.session.catalogue.workbooks["role-preceptee"].questions[0].code)
    name = code.objectName()
    assert not code.findChildren(QWidget, f"{name}-owner")
    inside(page, QWidget, f"{name}-done_on").click()  # type: ignore[attr-defined]
    press(page, f"{name}-more")
    owner = inside(page, QWidget, f"{name}-owner")
    owner.setFocus()
    QTest.keyClicks(owner, "Anna")
    page.flush()
    assert code.state.words.text() == "Done on 12 March 2026 · Anna sees to it"
    inside(page, QWidget, f"{name}-private").click()  # type: ignore[attr-defined]
    (only,) = kept(desk.session, WorkbookAnswer)
    assert (only.done_on, only.owner, only.private) == (TODAY, "Anna", True)


def test_lines_are_added_to_an_open_list_and_deleted_with_undo(
    desk: Desk, page: WorkbooksPage, heard: Heard
) -> None:
    sheet = begun(desk, page, "task-map")
    for words in ("Frames", "Stairs"):
        press(page, "add-line-1")
        turn()
        at = len(answers_of(desk, sheet))
        write(inside(page, QTextEdit, f"question-1-{at}-task"), words)
        page.flush()
    press(page, "question-1-1-delete")
    assert [each.parts for each in answers_of(desk, sheet)] == [{"task": "Stairs"}]
    assert "Undo" in heard.said[-1]
    desk.session.undo()
    assert {each.parts["task"] for each in answers_of(desk, sheet)} == {"Frames", "Stairs"}
    turn()
    assert len([each for each in page.under(Sheet).boxes if each.is_line]) == 2


def test_three_gaps_are_chosen_at_most_and_become_an_objective_or_a_card(
    desk: Desk, page: WorkbooksPage, heard: Heard
) -> None:
    sheet = begun(desk, page, "twenty-prompts")
    for code in ("1.1", "1.2", "1.3", "1.4"):
        inside(page, QRadioButton, f"question-{code}-step-not-yet").click()
    turn()
    ahead = page.under(Ahead)
    assert list(ahead.rows) == ["1.1", "1.2", "1.3", "1.4"]
    for row in ahead.rows.values():
        row.box.click()
    now = desk.session.get(Worksheet, sheet.id)
    assert now
    assert len(now.next_three) == 3
    assert not ahead.rows["1.4"].box.isChecked()
    assert "Three are chosen" in heard.said[-1]
    press(page, "next-1.1-objective")
    press(page, "next-1.2-improvement")
    (objective,) = desk.session.all(Objective)
    (card,) = desk.session.all(Improvement)
    assert objective.preceptorship == card.preceptorship == PRECEPTORSHIP.id
    linked = [each for each in answers_of(desk, sheet) if each.objective == objective.id]
    assert [each.question for each in linked] == ["1.1"]
    assert box(page, "1.1").objective_button.text() == "Objective made · Show"
    press(page, "question-1.1-objective")
    assert heard.gone_to[-1] == objective
    for _ in range(2):
        desk.session.undo()
    assert desk.session.all(Objective) == []
    assert {each.objective for each in answers_of(desk, sheet)} == {None}


def test_an_objective_asks_for_a_preceptorship_where_there_is_none(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    desk = open_desk(Practitioner(name="Alone", profession="PH"))
    page = show(workbooks_page(desk))
    sheet = new_sheet(desk, "pulse")
    page.show_record(sheet)
    page.under(Sheet).finish()
    turn()
    press(page, "question-1.1-objective")
    assert desk.session.all(Objective) == []
    assert "there is none yet" in heard.said[-1]


def test_a_workbook_is_begun_again_and_two_days_stand_side_by_side(
    desk: Desk, page: WorkbooksPage, heard: Heard, show: Show
) -> None:
    sheet = begun(desk, page, "maturity-matrix")
    inside(page, QRadioButton, "question-1-step-emerging").click()
    desk.session.set(sheet, on=date(2025, 9, 1))
    closing = page.under(Closing)
    press(page, "again-filled")
    again = heard.gone_to[-1]
    assert (again.on, again.workbook) == (TODAY, "maturity-matrix")
    assert [each.step for each in answers_of(desk, again)] == ["emerging"]
    (carried,) = answers_of(desk, again)
    desk.session.set(carried, step="embedded", words="We meet")
    first = desk.session.get(Worksheet, sheet.id)
    assert first
    dialog: Compare = show(Compare(page, desk, first, closing.others()))
    shown = [each.text() for each in dialog.findChildren(PlainLabel)]
    assert "1 September 2025" in shown
    assert "Emerging" in shown
    assert "Embedded\nWe meet" in shown
    press(page, "again-empty")
    assert answers_of(desk, heard.gone_to[-1]) == []


def test_what_is_taken_from_it_is_kept_and_a_deleted_sheet_comes_back_whole(
    desk: Desk, page: WorkbooksPage
) -> None:
    sheet = begun(desk, page, "pulse")
    write(inside(page.under(Closing), QTextEdit, "words"), "Ask for help")
    write(said(page, "2.2"), "A walk")
    press(page, "delete")
    assert desk.session.all(Worksheet) == []
    assert desk.session.all(WorkbookAnswer) == []
    desk.session.undo()
    (back,) = kept(desk.session, Worksheet)
    assert (back.id, back.words) == (sheet.id, "Ask for help")


def test_an_answer_is_gone_to_and_a_preceptor_reads_a_preceptors_words(
    desk: Desk, page: WorkbooksPage
) -> None:
    sheet = begun(desk, page, "twenty-prompts")
    inside(page, QRadioButton, "question-5.4-step-started").click()
    (only,) = answers_of(desk, sheet)
    begun(desk, page, "pulse")
    page.show_record(only)
    turn()
    assert page.record.id == sheet.id
    steps = box(page, "5.4").boxes["step"].control
    assert steps.focus_widget().hasFocus()
    desk.session.set(sheet, side=Side.PRECEPTOR)
    page.under(Sheet).finish()
    turn()
    turned = desk.session.catalogue.workbooks["twenty-prompts"].questions[0]
    assert turned.preceptor_words
    assert inside(box(page, "1.1"), PlainLabel, "asked").text() == turned.preceptor_words


def test_tab_goes_from_the_last_question_on_to_what_stands_under_it(
    desk: Desk, page: WorkbooksPage
) -> None:
    begun(desk, page, "pulse")
    press(page, "question-2.2-more")
    stops = []
    each: QWidget | None = inside(page, QWidget, "question-1.1-step-hardly")
    for _ in range(300):
        assert each
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(each.objectName())
        each = each.nextInFocusChain()
    wanted = [
        "question-1.1-words", "question-1.1-more", "question-1.2-step-hardly",
        "question-2.2-words", "question-2.2-more", "question-2.2-owner",
        "question-2.2-private", "words", "again-empty", "save-table", "history", "delete",
    ]  # fmt: skip
    assert [name for name in stops if name in wanted][: len(wanted)] == wanted


def test_the_arrow_keys_go_along_the_steps(desk: Desk, page: WorkbooksPage) -> None:
    sheet = begun(desk, page, "pulse")
    first = inside(page, QRadioButton, "question-1.1-step-hardly")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = inside(page, QRadioButton, "question-1.1-step-now-and-then")
    assert second.hasFocus()
    (only,) = answers_of(desk, sheet)
    assert only.step == "now-and-then"


def test_the_list_is_narrowed_by_what_workbooks_are_for(desk: Desk, page: WorkbooksPage) -> None:
    begun(desk, page, "pulse")
    begun(desk, page, "task-map")
    assert page.model.record_count == 2
    groups = page.filters.findChild(QWidget, "filter-groups")
    groups.setCurrentText("Pulse")  # type: ignore[union-attr]
    assert page.model.record_count == 1
    apart = page.filters.findChild(QWidget, "filter-preceptorships")
    apart.setCurrentText("Without a preceptorship")  # type: ignore[union-attr]
    assert page.model.record_count == 0


def test_an_own_workbook_is_added_in_the_chooser_or_said_to_be_wrong(
    desk: Desk, show: Show, tmp_path: Path
) -> None:
    example = FORMAT.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    path = tmp_path / "mine.toml"
    path.write_text(example.replace('group = "conversation"', ""), encoding="utf-8")
    dialog: ChooseWorkbook = show(ChooseWorkbook(None, desk))
    dialog.add_own(path)
    assert "'group' is missing" in dialog.workbooks.about.text()
    path.write_text(example, encoding="utf-8")
    dialog.add_own(path)
    chosen = dialog.chosen()
    assert chosen
    assert (chosen.code, chosen.is_own) == ("my-ward-round", True)
    assert "your own" in dialog.workbooks.list.currentItem().text()
    sheet = new_sheet(desk, "my-ward-round")
    assert sheet
    assert sheet.title == "After a ward round"


def test_answers_stay_readable_where_the_workbook_is_not_on_this_computer(
    desk: Desk, page: WorkbooksPage
) -> None:
    sheet = Worksheet(workbook="somebody-elses", title="From afar", on=TODAY)
    desk.session.add(sheet, WorkbookAnswer(worksheet=sheet.id, question="7", words="Kept"))
    turn()
    page.show_record(sheet)
    page.under(Sheet).finish()
    turn()
    assert "not on this computer" in inside(page, PlainLabel, "about-workbook").text()
    assert said(page, "7").toPlainText() == "Kept"


def test_others_begin_a_sheet_and_go_to_it(desk: Desk, heard: Heard) -> None:
    sheet = begin_worksheet(desk, "check-in", preceptorship=PRECEPTORSHIP.id)
    assert sheet
    assert heard.gone_to == [sheet]
    assert (sheet.private, sheet.preceptorship) == (True, PRECEPTORSHIP.id)
    assert begin_worksheet(desk, "no-such-workbook") is None
    assert "not on this computer" in heard.said[-1]


def test_a_preceptor_begins_in_a_preceptors_words(open_desk: Opened) -> None:
    own = Preceptorship(side=Side.PRECEPTOR)
    desk = open_desk(Practitioner(name="P", profession="PH", role=Role.PRECEPTOR), own)
    sheet = begin_worksheet(desk, "twenty-prompts", preceptorship=own.id)
    assert sheet
    assert sheet.side is Side.PRECEPTOR


def test_what_is_private_leaves_only_when_it_is_ticked(
    desk: Desk, page: WorkbooksPage, show: Show
) -> None:
    sheet = begun(desk, page, "pulse")
    write(said(page, "2.2"), "A walk")
    page.flush()
    dialog: SaveSheet = show(SaveSheet(page, desk, sheet, ".pdf"))
    assert inside(dialog, PlainLabel, "leaves").text() == (
        "0 answers will stand in it. 1 answer will stay here."
    )
    assert dialog.going().answers == ()
    dialog.private.click()
    assert [each.words for each in dialog.going().answers] == ["A walk"]
    dialog.blank.click()
    assert dialog.going().answers == ()
    assert dialog.going().is_blank


def test_a_sheet_is_saved_where_it_is_wanted(
    desk: Desk,
    page: WorkbooksPage,
    meet: Answers,
    heard: Heard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun(desk, page, "task-map")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(_named(str(tmp_path / "my map")))
    )
    meet(SaveSheet.accept)
    press(page, "save-table")
    assert heard.said[-1] == "Saved 5 lines to my map.csv"
    assert (tmp_path / "my map.csv").is_file()


def test_every_workbook_is_answered_made_an_objective_of_saved_and_the_same_when_reopened(
    desk: Desk, page: WorkbooksPage, tmp_path: Path
) -> None:
    """Need 17: for every workbook that ships, from the first answer to paper and table."""
    session = desk.session
    held = session.catalogue.workbooks
    for workbook in held.values():
        sheet = new_sheet(desk, workbook.code, preceptorship=PRECEPTORSHIP.id)
        assert sheet
        page.show_record(sheet)
        asked = _first_line(page, workbook)
        asked.objective_button.click()
        answers = answers_of(desk, sheet)
        made = [each for each in answers if each.objective]
        assert len(made) == 1, workbook.code
        _leaves_whole(desk, workbook, session.get(Worksheet, sheet.id), answers, tmp_path)
    before = {each.id: each for each in session.all(WorkbookAnswer)}
    objectives = session.all(Objective)
    assert len(before) == len(objectives) == len(held)
    after = kept(session, WorkbookAnswer)
    assert {each.id: each for each in after} == before
    assert {each.objective for each in after} == {each.id for each in objectives}


def _first_line(page: WorkbooksPage, workbook: Workbook) -> QuestionBox:
    """Return the first question of a workbook, answered by what it is answered with."""
    question = workbook.questions[0]
    sheet = page.under(Sheet)
    section = sheet.sections[0]
    if section.section.is_open and question.answer is AnswerKind.PARTS:
        section.add_line(question)
    while not section.boxes:
        turn()
    asked = section.boxes[0]
    asked.flush()
    for name, each in asked.boxes.items():
        control: Any = each.control
        if name == "step":
            next(iter(control.steps.values())).click()
        elif name == "done_on":
            control.box.click()
        else:
            control.edit.setPlainText(f"What I say to {name}")
    asked.flush()
    return asked


def _leaves_whole(
    desk: Desk,
    workbook: Workbook,
    sheet: Worksheet | None,
    answers: list[WorkbookAnswer],
    folder: Path,
) -> None:
    assert sheet
    going = Going(sheet=sheet, answers=tuple(answers))
    out = folder / f"{workbook.code}.csv"
    write_sheet(desk, going, out)
    (row,) = read_worksheet_csv(out, workbook, sheet)
    (answer,) = answers
    titles = {each.id: each.title for each in desk.session.all(Objective)}
    assert row.objective == titles[answer.objective or ""]
    back = replace(row.answer, id=answer.id, objective=answer.objective)
    assert back == answer
    paper = out.with_suffix(".pdf")
    write_sheet(desk, going, paper)
    question: Question = workbook.questions[0]
    first = Printed(paper.read_bytes(), 0).reader.pages[0]
    text = joined(first.extract_text())
    assert question.words in text, workbook.code
    assert titles[answer.objective or ""] in text
    assert "Not marked by anybody" in text


def _named(path: str) -> Callable[..., tuple[str, str]]:
    def chosen(*_asked: object) -> tuple[str, str]:
        return path, ""

    return chosen
