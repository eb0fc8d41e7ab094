"""Reflections, written as a person writes them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTextEdit

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.records import Record
from ahp_companion.domain.reflections import Addition, Reflection
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.fields.additions import Additions
from ahp_companion.ui.fields.answers import Answers
from ahp_companion.ui.fields.linked import Linked
from ahp_companion.ui.fields.links import EvidenceLinks
from ahp_companion.ui.fields.prompts import PromptLine
from ahp_companion.ui.pages.reflections import reflections_page
from ahp_companion.ui.record_page import RecordPage
from tests.ui.desks import TODAY, Heard, Opened, inside, kept, leave, press, turn, write

ME = Practitioner(name="Rhiannon Ŵyn", profession="PH")
VISIT = Reflection(
    title="A home visit that ran away with me",
    on=date(2026, 3, 9),
    model="gibbs",
    pillars=(Pillar.CLINICAL,),
    answers={"description": "It took nearly two hours.", "feelings": "Cross with myself."},
)
SHARED = Reflection(
    title="Saying no", on=date(2026, 2, 17), model="what", private=False,
    answers={"what": "One more than I could see.", "so_what": "It matters.", "now_what": "Sooner."},
)  # fmt: skip
Show = Callable[..., Any]
R = TypeVar("R", bound=Record)


@pytest.fixture
def page(open_desk: Opened, show: Show) -> RecordPage:
    """Return the page over two reflections."""
    return shown(open_desk(ME, VISIT, SHARED), show)


def test_a_first_reflection_is_private_and_dated_today(desk: Desk, show: Show) -> None:
    page = shown(desk, show)
    press(page, "begin")
    turn()
    write(page.form.controls["title"].focus_widget(), "A long first day")
    write(inside(page, QTextEdit, "description"), "I got lost twice.")
    leave(inside(page, QTextEdit, "description"))
    (made,) = in_the_file(page, Reflection)
    assert (made.title, made.on, made.private) == ("A long first day", TODAY, True)
    assert made.answers == {"description": "I got lost twice."}


def test_a_prompt_without_an_answer_is_a_line_until_it_is_opened(page: RecordPage) -> None:
    line = inside(page, PromptLine, "open-analysis")
    assert line.accessibleName() == "4. Analysis: write an answer"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    box = inside(page, QTextEdit, "analysis")
    assert box.hasFocus()
    QTest.keyClicks(box, "Nobody else ends it for me.")
    leave(box)
    held = [each for each in in_the_file(page, Reflection) if each.id == VISIT.id]
    assert held[0].answers["analysis"] == "Nobody else ends it for me."
    assert held[0].answers["description"] == VISIT.answers["description"]


def test_answers_stay_when_the_model_changes_and_come_back_with_it(page: RecordPage) -> None:
    choose_model(page, "kolb")
    assert "2 answers to another model’s prompts kept" in answers(page).kept.text()
    write(inside(page, QTextEdit, "experience"), "A visit.")
    leave(inside(page, QTextEdit, "experience"))
    choose_model(page, "gibbs")
    assert inside(page, QTextEdit, "feelings").toPlainText() == "Cross with myself."
    (held,) = [each for each in in_the_file(page, Reflection) if each.id == VISIT.id]
    assert held.answers == {**VISIT.answers, "experience": "A visit."}


def test_what_is_written_reads_as_prose_and_an_empty_box_is_a_box(page: RecordPage) -> None:
    press(page, "open-analysis")
    turn()
    box = inside(page, QTextEdit, "analysis")
    empty = box.height()
    assert not box.property("look")
    QTest.keyClicks(box, "Short.")
    answers(page).flush()
    assert box.height() == empty
    leave(box)
    assert box.property("look") == "bare"
    assert box.height() < empty


def test_words_are_counted_as_they_are_written(page: RecordPage) -> None:
    assert answers(page).words.text() == "8 words"
    write(inside(page, QTextEdit, "feelings"), "Cross")
    leave(inside(page, QTextEdit, "feelings"))
    assert answers(page).words.text() == "6 words"


def test_undo_brings_an_answer_back_at_once(page: RecordPage) -> None:
    write(inside(page, QTextEdit, "feelings"), "Fine")
    leave(inside(page, QTextEdit, "feelings"))
    page.view.setFocus()
    page.desk.session.undo()
    assert inside(page, QTextEdit, "feelings").toPlainText() == "Cross with myself."


def test_what_is_typed_in_one_reflection_never_reaches_another(page: RecordPage) -> None:
    box = inside(page, QTextEdit, "feelings")
    write(box, "Unsaved so far")
    page.show_record(SHARED)
    page.show_record(VISIT)
    turn()
    assert inside(page, QTextEdit, "feelings").toPlainText() == "Unsaved so far"
    held = {each.id: each for each in in_the_file(page, Reflection)}
    assert held[SHARED.id] == SHARED
    assert held[VISIT.id].answers["feelings"] == "Unsaved so far"


def test_a_reflection_is_shared_and_made_private_again_in_words(page: RecordPage) -> None:
    box = page.form.controls["private"].focus_widget()
    assert isinstance(box, QAbstractButton)
    assert "Only you see this" in box.accessibleDescription()
    assert state(page) == "Private"
    box.click()
    assert "It is part of what you export" in box.accessibleDescription()
    assert state(page) == "Shared"
    page.desk.session.undo()
    assert box.isChecked()


def test_an_addition_is_dated_and_leaves_what_was_written_first(page: RecordPage) -> None:
    press(page, "add-to-it")
    turn()
    QTest.keyClicks(inside(page, QTextEdit, "addition"), "I say it at the door now.")
    page.flush()
    (held,) = page.desk.session.all(Addition)
    assert (held.reflection, held.on) == (VISIT.id, TODAY)
    assert held.words == "I say it at the door now."
    assert VISIT in in_the_file(page, Reflection)


def test_additions_belong_to_their_reflection_and_can_be_taken_back(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    first = Addition(reflection=VISIT.id, on=date(2026, 3, 10), words="A day later")
    page = shown(open_desk(ME, VISIT, SHARED, first), show)
    page.show_record(SHARED)
    assert additions(page).shown == {}
    page.show_record(first)
    assert page.form.record == VISIT
    turn()
    press(page, "delete-addition")
    turn()
    assert heard.said == ["Deleted addition · Undo with Ctrl+Z"]
    assert additions(page).shown == {}
    page.desk.session.undo()
    turn()
    assert [box.text.value() for box in additions(page).shown.values()] == ["A day later"]


def test_a_cpd_activity_is_made_of_it_with_none_of_its_words(
    page: RecordPage, heard: Heard
) -> None:
    press(page, "make-activity")
    (made,) = page.desk.session.all(CpdActivity)
    assert heard.gone_to == [made]
    assert (made.title, made.started_on, made.private) == (VISIT.title, VISIT.on, True)
    assert (made.what_i_did, made.what_i_learnt) == ("", "")
    turn()
    assert linked(page).value()["activities"] == (made.id,)
    page.desk.session.undo()
    assert page.desk.session.all(CpdActivity) == []
    assert VISIT in in_the_file(page, Reflection)


def test_things_of_several_kinds_are_linked_and_taken_off(
    open_desk: Opened, show: Show, tmp_path: Path
) -> None:
    meeting = Meeting(title="Review at 3 months", planned_on=TODAY)
    page = shown(open_desk(ME, VISIT, meeting), show)
    words = [act.text() for act in linked(page).menu().actions()]
    assert words[:4] == ["Objectives", "Meetings", "CPD activities", "Pieces of evidence"]
    assert words[4] == "A file from this computer"
    file = tmp_path / "certificate.txt"
    file.write_text("Completed", encoding="utf-8")
    evidence = linked(page).links["evidence"]
    assert isinstance(evidence, EvidenceLinks)
    linked(page).links["meetings"].link(meeting.id)
    evidence.take_in([str(file)])
    turn()
    (kept_file,) = page.desk.session.all(Evidence)
    held = page.desk.session.get(Reflection, VISIT.id)
    assert held is not None
    assert (held.meetings, held.evidence) == ((meeting.id,), (kept_file.id,))
    taking_off = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == "Take off Review at 3 months" and each.isVisible()
    ]
    taking_off[0].click()
    assert [each.meetings for each in in_the_file(page, Reflection)] == [()]


def test_the_list_says_what_is_left_to_write(page: RecordPage) -> None:
    said = [
        page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]
    assert said == [
        "March 2026",
        "A home visit that ran away with me, 9 Mar, 4 prompts left, Clinical practice, Private",
        "February 2026",
        "Saying no, 17 Feb, Shared",
    ]


def test_reflections_are_narrowed_by_model_and_by_sharing(page: RecordPage) -> None:
    sharing = inside(page, QComboBox, "filter-sharing")
    sharing.setCurrentIndex(2)
    assert page.model.record(1) == SHARED
    assert page.model.record_count == 1
    sharing.setCurrentIndex(0)
    inside(page, QComboBox, "filter-models").setCurrentIndex(1)
    assert page.model.record(1) == VISIT
    assert page.model.record_count == 1


def test_a_new_reflection_uses_the_model_used_last(page: RecordPage) -> None:
    choose_model(page, "rolfe")
    page.add()
    shown_now = page.form.record
    assert shown_now.model == "rolfe"
    assert shown_now.answers == {}


def test_answers_to_a_model_that_is_not_here_can_still_be_read(
    open_desk: Opened, show: Show
) -> None:
    foreign = Reflection(title="Brought along", on=TODAY, model="other", answers={"my_view": "So."})
    page = shown(open_desk(ME, foreign), show)
    assert inside(page, QTextEdit, "my_view").accessibleName() == "My view"
    assert inside(page, QTextEdit, "my_view").toPlainText() == "So."


def test_tab_goes_through_a_reflection_as_it_reads(page: RecordPage) -> None:
    box = inside(page, QTextEdit, "feelings")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    line = inside(page, PromptLine, "open-evaluation")
    assert line.hasFocus()
    choose_model(page, "what")
    box = inside(page, QTextEdit, "what")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert inside(page, PromptLine, "open-so_what").hasFocus()


def shown(desk: Desk, show: Show) -> RecordPage:
    page = reflections_page(desk)
    show(page)
    turn()
    return page


def in_the_file(page: RecordPage, record: type[R]) -> list[R]:
    """Return what is kept, with the page put away as when the window closes."""
    page.flush()
    page.hide()
    turn()
    return kept(page.desk.session, record)


def choose_model(page: RecordPage, code: str) -> None:
    combo = inside(page, QComboBox, "model")
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())
    turn()


def answers(page: RecordPage) -> Answers:
    control = page.form.controls["answers"]
    assert isinstance(control, Answers)
    return control


def additions(page: RecordPage) -> Additions:
    control = page.form.controls["additions"]
    assert isinstance(control, Additions)
    return control


def linked(page: RecordPage) -> Linked:
    control = page.form.controls["links"]
    assert isinstance(control, Linked)
    return control


def state(page: RecordPage) -> str:
    said: str = page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    return said.rpartition(", ")[2]
