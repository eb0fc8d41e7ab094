"""The statement: chosen, answered in own words, put together, and never written for anyone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from ahp_companion.domain.audit import Arrangement, AuditProfile, ProfileVersion
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence, InProfile
from ahp_companion.domain.evidence_looks import EvidenceLook
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.statement import assembled
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.pick import Picker
from ahp_companion.ui.dialogs.put_in import PutIn
from ahp_companion.ui.evidence_looks import looking_of
from ahp_companion.ui.pages.audit import audit_page
from tests.ui.desks import Answers, Heard, Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Łucja Dvořáková", profession="PH")
COURSE = CpdActivity(
    title="Stroke course",
    started_on=date(2025, 6, 1),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    what_i_did="Two days of practice",
    what_i_learnt="Amount matters",
    benefit_to_practice="I count steps",
    benefit_to_service_users="They practise more",
)
CLUB = CpdActivity(title="Journal club", started_on=date(2026, 2, 2), private=True)
OLD = CpdActivity(title="Long ago", started_on=date(2019, 5, 5), is_chosen=True)


def shown(desk: Desk, show: Show, tab: str = "statement", **size: int) -> Any:
    page = show(audit_page(desk), **size)
    page.open_tab(tab)
    turn()
    return page


@pytest.fixture
def page(open_desk: Opened, show: Show) -> Any:
    """Return the page at the statement, one activity chosen, one not, one outside the time."""
    return shown(open_desk(OWNER, COURSE, CLUB, OLD), show)


def part(page: Any) -> Any:
    return page.inside("statement")


def words(page: QWidget) -> list[str]:
    turn()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def counted(page: Any) -> str:
    turn()
    return inside(page, QLabel, "chosen-counted").text()


def together(page: Any) -> str:
    turn()
    box: Any = inside(page, QWidget, "put-together")
    return str(box.toPlainText())


def now(page: Any, record: Any) -> Any:
    return page._desk.session.get(type(record), record.id)


def click_row(page: Any, record: CpdActivity) -> None:
    view = part(page).choosing.view
    row = part(page).choosing.model.row_of(record)
    where = view.visualRect(part(page).choosing.model.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    turn()


def test_how_many_are_chosen_and_what_most_choose_is_said(page: Any) -> None:
    assert counted(page).startswith("1 activity chosen. Advice: 4 to 6")
    assert "1 more is chosen outside the time that counts" in counted(page)


def test_a_press_chooses_and_another_takes_it_out_again(page: Any) -> None:
    click_row(page, CLUB)
    assert now(page, CLUB).is_chosen
    assert counted(page).startswith("2 activities chosen.")
    click_row(page, CLUB)
    assert not now(page, CLUB).is_chosen


def test_space_chooses_what_the_arrows_came_to(page: Any) -> None:
    view = part(page).choosing.view
    view.setFocus()
    assert part(page).choosing.model.record(view.currentIndex().row()).title == "Journal club"
    QTest.keyClick(view, Qt.Key.Key_Space)
    turn()
    assert now(page, CLUB).is_chosen
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    turn()
    assert not now(page, COURSE).is_chosen


def test_only_activities_of_the_time_that_counts_are_offered(page: Any) -> None:
    model = part(page).choosing.model
    assert model.record_count == 2
    assert model.row_of(OLD) == -1


def test_the_list_says_what_is_chosen_and_what_is_private(page: Any) -> None:
    model = part(page).choosing.model
    spoken = {
        record: model.data(model.index(model.row_of(record)), Qt.ItemDataRole.AccessibleTextRole)
        for record in (COURSE, CLUB)
    }
    assert spoken[COURSE].endswith("Chosen")
    assert "Private" in spoken[CLUB]


def test_a_search_narrows_the_list_as_one_types(page: Any, qtbot: Any) -> None:
    choosing = part(page).choosing
    choosing.search.setFocus()
    QTest.keyClicks(choosing.search, "jour")
    qtbot.waitUntil(lambda: choosing.model.record_count == 1)
    assert choosing.model.record(choosing.model.row_of(CLUB)).title == "Journal club"
    write(choosing.search, "zebra")
    qtbot.waitUntil(lambda: not choosing.view.isVisible())
    assert "Nothing matches. Search for less." in words(page)


def test_an_activity_added_elsewhere_can_be_chosen(page: Any, qtbot: Any) -> None:
    page._desk.session.add(CpdActivity(title="Course", started_on=date(2025, 9, 9)))
    qtbot.waitUntil(lambda: part(page).choosing.model.record_count == 3)


def test_a_private_one_that_is_chosen_says_that_it_stays(page: Any) -> None:
    page._desk.session.set(CLUB, is_chosen=True)
    assert "Private: it stays here when your profile leaves." in words(page)


def test_each_chosen_activity_says_how_much_is_answered(page: Any) -> None:
    assert any(each.startswith("Answered · 1 June 2025") for each in words(page))
    page._desk.session.set(COURSE, benefit_to_practice="")
    assert any(each.startswith("3 of 4 answered") for each in words(page))


def answer(page: Any, name: str, typed: str) -> None:
    part(page).board.open(now(page, COURSE))
    turn()
    box = inside(page, QWidget, name)
    write(box, typed)
    page.flush()
    turn()


def test_an_answer_is_written_in_the_activity_itself(page: Any) -> None:
    answer(page, "what_i_learnt", "That amount matters more than elegance")
    assert now(page, COURSE).what_i_learnt == "That amount matters more than elegance"
    assert "That amount matters more than elegance" in together(page)


def test_the_four_questions_say_which_standards_they_speak_to(page: Any) -> None:
    part(page).board.open(now(page, COURSE))
    turn()
    said = words(page)
    for question, standards in (
        ("What was it?", "Speaks to standards 1 and 2."),
        ("What did I learn?", "Speaks to standard 2."),
        ("How is my work better for it?", "Speaks to standard 3."),
        ("How do the people I see benefit?", "Speaks to standard 4."),
    ):
        assert said[said.index(question) + 1] == standards


def test_what_is_put_together_is_what_was_typed_and_no_more(page: Any) -> None:
    assert together(page) == (
        "Stroke course\nTwo days of practice\n\nAmount matters\n\nI count steps\n\n"
        "They practise more"
    )
    assert any(each == "14 words; a statement takes 1,500" for each in words(page))
    assert "It speaks to standards 1, 2, 3 and 4." in words(page)


def test_a_standard_that_nothing_speaks_to_is_named(page: Any) -> None:
    page._desk.session.set(COURSE, benefit_to_service_users="", benefit_to_practice=" ")
    assert (
        "It speaks to standards 1 and 2. Nothing in it speaks to standards 3 and 4 yet."
        in words(page)
    )


def test_where_nothing_is_answered_nothing_is_made_up(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(OWNER, CLUB), show)
    assert any("word for word as you typed it" in each for each in words(page))
    assert not page.findChild(QPushButton, "put-in").isVisible()


def test_the_arrangement_is_kept_and_followed(page: Any) -> None:
    combo = inside(page, QComboBox, "arranged-by")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    turn()
    (profile,) = page._desk.session.all(AuditProfile)
    assert profile.arranged_by is Arrangement.STANDARD
    assert together(page) == assembled([COURSE], Arrangement.STANDARD)
    assert together(page) != assembled([COURSE], Arrangement.ACTIVITY)


def test_an_objective_stands_above_what_served_it(open_desk: Opened, show: Show) -> None:
    year = Preceptorship(started_on=date(2025, 1, 1))
    objective = Objective(title="Walk further", preceptorship=year.id)
    profile = AuditProfile(arranged_by=Arrangement.PLAN)
    page = shown(open_desk(OWNER, COURSE, year, objective, profile), show)
    part(page).board.open(COURSE)
    turn()
    combo = inside(page, QComboBox, "objective")
    assert [combo.itemText(at) for at in range(combo.count())][1:] == ["Walk further"]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    turn()
    assert now(page, COURSE).objective == objective.id
    assert together(page).startswith("Walk further\nStroke course\n")


def test_an_empty_statement_takes_the_answers_at_once(page: Any, heard: Heard) -> None:
    made = together(page)
    press(page, "put-in")
    turn()
    box: Any = inside(page, QWidget, "personal_statement")
    assert box.toPlainText() == made
    assert heard.said == ["Put into your statement · Undo with Ctrl+Z"]
    assert not inside(page, QPushButton, "put-in").isEnabled()
    page._desk.session.undo()
    turn()
    assert box.toPlainText() == ""


def test_other_words_are_kept_as_a_version_and_undo_takes_both_back(
    page: Any, meet: Answers
) -> None:
    write(inside(page, QWidget, "personal_statement"), "My own beginning")
    page.flush()
    turn()
    asked: list[str] = []

    def agree(dialog: Any) -> None:
        assert isinstance(dialog, PutIn)
        asked.extend(words(dialog))
        dialog.accept()

    meet(agree)
    press(page, "put-in")
    turn()
    assert any("3 words" in each and "kept as a version" in each for each in asked)
    session = page._desk.session
    (version,) = session.all(ProfileVersion)
    assert version.personal_statement == "My own beginning"
    assert version.activities == (COURSE.id,)
    assert session.all(AuditProfile)[0].personal_statement == together(page)
    session.undo()
    turn()
    assert session.all(ProfileVersion) == []
    assert session.all(AuditProfile)[0].personal_statement == "My own beginning"


def test_who_changes_their_mind_keeps_their_words(page: Any, meet: Answers) -> None:
    write(inside(page, QWidget, "personal_statement"), "My own beginning")
    page.flush()

    def refuse(dialog: Any) -> None:
        dialog.reject()

    meet(refuse)
    press(page, "put-in")
    (profile,) = kept(page._desk.session, AuditProfile)
    assert profile.personal_statement == "My own beginning"


def test_answers_that_changed_since_are_pointed_out(page: Any) -> None:
    remark = "Your answers have changed since your statement last did."
    press(page, "put-in")
    assert remark not in words(page)
    answer(page, "what_i_learnt", "Something else")
    assert remark in words(page)
    write(inside(page, QWidget, "personal_statement"), "Written by hand after that")
    page.flush()
    assert remark not in words(page)


def test_taken_out_of_the_statement_an_activity_stays_in_the_record(page: Any) -> None:
    part(page).board.open(now(page, COURSE))
    turn()
    press(page, "not-chosen")
    turn()
    held = {each.title: each.is_chosen for each in kept(page._desk.session, CpdActivity)}
    assert held == {"Stroke course": False, "Journal club": False, "Long ago": True}


def test_the_record_itself_is_one_press_away(page: Any, heard: Heard) -> None:
    part(page).board.open(now(page, COURSE))
    turn()
    press(page, "go-to-activity")
    assert heard.gone_to == [COURSE]


def test_both_texts_are_one_profile(page: Any) -> None:
    write(inside(page, QWidget, "personal_statement"), "My statement")
    page.flush()
    page.open_tab("summary")
    write(inside(page, QWidget, "practice_summary"), "My summary")
    page.flush()
    (held,) = kept(page._desk.session, AuditProfile)
    assert (held.practice_summary, held.personal_statement) == ("My summary", "My statement")


CERTIFICATE = Evidence(title="Certificate", file_name="course.pdf", standards=("2",))
LETTER = Evidence(title="Lettre de Zoë", file_name="zoe.docx")
NEVER = Evidence(title="Rota", file_name="rota.png", in_profile=InProfile.NEVER)


@pytest.fixture
def table(open_desk: Opened, show: Show) -> Any:
    """Return the page at its evidence: one piece that goes along, one kept back, one spare."""
    chosen = CpdActivity(
        title="Stroke course",
        started_on=date(2025, 6, 1),
        is_chosen=True,
        evidence=(CERTIFICATE.id, NEVER.id),
    )
    desk = open_desk(OWNER, CERTIFICATE, LETTER, NEVER, chosen)
    return shown(desk, show, "evidence")


def test_the_list_stands_first_without_a_number(table: Any) -> None:
    said = words(table)
    assert said.index("–") < said.index("Dated list of activities") < said.index("1.")
    assert "1 entry, 1 May 2024 to 12 March 2026" in said


def test_a_row_says_what_the_form_asks_for(table: Any) -> None:
    said = words(table)
    assert {"1.", "Certificate", "For “Stroke course” · course.pdf", "PDF file"} <= set(said)
    row = table.inside("evidence").rows[CERTIFICATE.id]
    assert [code for code, box in row.standards.items() if box.isChecked()] == ["2"]


def test_standards_are_ticked_where_they_stand(table: Any) -> None:
    box = table.inside("evidence").rows[CERTIFICATE.id].standards["4"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    turn()
    assert box.hasFocus()
    held = {each.title: each.standards for each in kept(table._desk.session, Evidence)}
    assert held["Certificate"] == ("2", "4")


def test_a_piece_that_never_goes_stands_apart_and_can_come_back(table: Any) -> None:
    said = words(table)
    assert said.index("Named by an activity you chose, and never goes") < said.index("Rota")
    table.inside("evidence").rows[NEVER.id].goes.combo.setFocus()
    for _ in range(2):
        QTest.keyClick(table.inside("evidence").rows[NEVER.id].goes.combo, Qt.Key.Key_Up)
        turn()
    assert now(table, NEVER).in_profile is InProfile.AS_LINKED
    assert "Named by an activity you chose, and never goes" not in words(table)
    assert "2." in words(table)


def test_a_piece_that_no_activity_names_can_always_go(table: Any, meet: Answers) -> None:
    def choose(dialog: Any) -> None:
        assert isinstance(dialog, Picker)
        write(dialog.search, "Zo")
        dialog.accept()

    meet(choose)
    press(table, "add")
    turn()
    assert now(table, LETTER).in_profile is InProfile.ALWAYS
    assert "DOCX file" in words(table)


def test_a_file_that_was_looked_into_says_how_many_pages_it_has(
    open_desk: Opened, show: Show, qtbot: Any
) -> None:
    piece = Evidence(title="Certificate", file_name="c.pdf", sha256="ab" * 32)
    chosen = CpdActivity(started_on=date(2025, 6, 1), is_chosen=True, evidence=(piece.id,))
    page = shown(open_desk(OWNER, piece, chosen), show, "evidence")
    assert "PDF file" in words(page)
    page._desk.session.keep_looks([EvidenceLook(sha256=piece.sha256, pages=3)])
    looking_of(page._desk.session).looked.emit(piece.sha256)
    qtbot.waitUntil(lambda: "3 pages" in words(page))


def test_a_piece_is_opened_from_its_row(table: Any, heard: Heard) -> None:
    table.inside("evidence").rows[CERTIFICATE.id].way.click()
    assert heard.gone_to == [CERTIFICATE]


def test_boxes_say_which_standard_and_which_piece(table: Any) -> None:
    names = {each.accessibleName() for each in table.findChildren(QCheckBox) if each.isVisible()}
    assert "Standard 4, Benefit to those you work for: Certificate" in names


def test_a_narrow_table_puts_its_cells_below(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, COURSE, CERTIFICATE)
    desk.session.set(COURSE, evidence=(CERTIFICATE.id,))
    page = shown(desk, show, "evidence", width=690)
    assert "Pages or format" not in words(page)
    row = page.inside("evidence").rows[CERTIFICATE.id]
    assert row.standards["1"].mapTo(row, QPoint()).y() > 20
    page.resize(1000, 724)
    turn()
    assert "Pages or format" in words(page)


def test_fields_leave_the_board_when_tab_goes_on(page: Any) -> None:
    part(page).board.open(now(page, COURSE))
    turn()
    box = inside(page, QWidget, "what_i_did")
    box.setFocus()
    leave(box)
    assert inside(page, QWidget, "what_i_learnt").hasFocus()
