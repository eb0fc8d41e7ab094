"""The tab of the end, used as a person uses it: nothing has to be filled, and nothing is lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ahp_companion.domain.ending import Ending, Opportunity, Way
from ahp_companion.domain.people import Person
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Need, Objective, ObjectiveState
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Side, Status
from ahp_companion.ui.forms import Form
from ahp_companion.ui.pages.preceptorship.details_form import detail_fields
from ahp_companion.ui.pages.preceptorship.ending import EndingPart, ending_part
from ahp_companion.ui.pages.preceptorship.ending_forms import Counted
from tests.ui.desks import Answers, Heard, Opened, inside, kept, press, turn, write

OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MARTA = Person(name="Marta Zielińska")
YEAR = Preceptorship(
    started_on=date(2025, 3, 1), preceptor=MARTA.id, to_setting="Community", length_months=12
)
UNMET = Need(preceptorship=YEAR.id, words="Leading a team")
GOES_ON = Objective(preceptorship=YEAR.id, title="An audit", state=ObjectiveState.GOES_ON)
Shown = Callable[..., EndingPart]


@pytest.fixture
def shown(open_desk: Opened, show: Callable[..., Any]) -> Shown:
    """Return what shows the tab over some records."""

    def opened(*records: Any, of: Preceptorship = YEAR) -> EndingPart:
        part = ending_part(open_desk(OWNER, MARTA, of, *records))
        show(part, 800, 1700)
        part.show_preceptorship(of)
        turn()
        return part

    return opened


def test_looking_at_the_end_writes_nothing(shown: Shown) -> None:
    part = shown()
    part.flush()
    assert kept(part._desk.session, Ending) == []


def test_the_final_review_is_one_record_from_its_first_word_on(shown: Shown) -> None:
    part = shown()
    write(inside(part.mine, QTextEdit, "strengths_gained"), "I ask for help sooner")
    part.flush()
    write(inside(part.celebrating, QTextEdit, "story"), "It was a good year")
    part.flush()
    (ending,) = kept(part._desk.session, Ending)
    assert ending.preceptorship == YEAR.id
    assert (ending.strengths_gained, ending.story) == (
        "I ask for help sooner",
        "It was a good year",
    )


def test_the_first_word_can_be_undone_and_written_again(shown: Shown) -> None:
    part = shown()
    box = inside(part.mine, QTextEdit, "doing_next")
    write(box, "Staying")
    part.flush()
    part._desk.session.undo()
    turn()
    assert box.toPlainText() == ""
    write(box, "Going on")
    part.flush()
    (ending,) = kept(part._desk.session, Ending)
    assert ending.doing_next == "Going on"


def test_what_comes_next_stands_under_a_pillar_and_the_words_about_the_cliff_go(
    shown: Shown,
) -> None:
    part = shown()
    assert part.remark.isVisible()
    press(part, "add-education")
    form = part.next.editor(Opportunity).form
    write(inside(form, QLineEdit, "words"), "Have a student")
    part.flush()
    turn()
    assert not part.remark.isVisible()
    (opportunity,) = kept(part._desk.session, Opportunity)
    assert (opportunity.pillars, opportunity.way) == ((Pillar.EDUCATION,), Way.STAY)


def test_none_for_now_is_an_answer_too(shown: Shown) -> None:
    part = shown()
    write(inside(part.nothing_next, QTextEdit, "none_for_now"), "A baby in May")
    part.flush()
    turn()
    assert not part.remark.isVisible()


def test_the_details_say_it_once_it_is_finished_and_stop_nobody(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    desk = open_desk(OWNER, MARTA, YEAR)
    form = Form(desk, detail_fields(desk))
    show(form, 800, 1200)
    form.show_record(YEAR)
    assert form.controls["end_remark"].value() == ""
    desk.session.set(YEAR, status=Status.FINISHED)
    assert "What comes next" in form.controls["end_remark"].value()
    found = desk.session.get(Preceptorship, YEAR.id)
    assert found is not None
    assert found.status is Status.FINISHED


def test_a_letter_is_begun_only_when_asked_and_only_where_it_is_empty(shown: Shown) -> None:
    part = shown()
    box = inside(part.celebrating, QTextEdit, "thanks")
    assert box.toPlainText() == ""
    press(part, "begin_thanks")
    assert box.toPlainText().startswith("Dear Marta Zielińska,")
    turn()
    assert not part.celebrating.controls["begin_thanks"].isVisible()
    write(box, "Dear Marta, thank you")
    part.begin_thanks()
    part.flush()
    (ending,) = kept(part._desk.session, Ending)
    assert ending.thanks == "Dear Marta, thank you"


def test_words_to_share_are_counted_as_they_are_typed(shown: Shown) -> None:
    part = shown()
    story = part.celebrating.controls["story"]
    assert isinstance(story, Counted)
    write(inside(part.celebrating, QTextEdit, "story"), "It was a good year")
    assert story.counted.text().startswith("5 words.")
    assert "suggestion" in story.counted.text()


def test_the_next_preceptorship_takes_along_what_is_ticked(
    shown: Shown, meet: Answers, heard: Heard
) -> None:
    met = Need(preceptorship=YEAR.id, words="Met", met_on=date(2025, 9, 1))
    part = shown(UNMET, GOES_ON, met)

    def answer(dialog: Any) -> None:
        assert set(dialog.boxes) == {UNMET.id, GOES_ON.id}
        dialog.boxes[UNMET.id].setChecked(False)
        dialog.accept()

    meet(answer)
    press(part, "begin-next")
    session = part._desk.session
    assert session.undo_words == "Began the next preceptorship"
    (following,) = heard.gone_to
    assert (following.follows, following.from_setting) == (YEAR.id, "Community")
    assert (following.preceptor, following.status) == (MARTA.id, Status.PLANNED)
    assert len(session.all(Milestone, preceptorship=following.id)) == 4
    assert session.all(Need, preceptorship=following.id) == []
    (objective,) = session.all(Objective, preceptorship=following.id)
    assert objective.title == "An audit"
    session.undo()
    assert session.all(Preceptorship) == [YEAR]
    assert session.get(Objective, GOES_ON.id) == GOES_ON


def test_thinking_better_of_it_begins_nothing(shown: Shown, meet: Answers) -> None:
    part = shown()

    def cancel(dialog: Any) -> None:
        dialog.reject()

    meet(cancel)
    press(part, "begin-next")
    assert part._desk.session.all(Preceptorship) == [YEAR]


def test_a_preceptor_looks_back_in_their_own_words(shown: Shown) -> None:
    part = shown(of=Preceptorship(side=Side.PRECEPTOR, preceptee_initials="T.A."))
    assert part.theirs.isVisible()
    assert not part.mine.isVisible()
    press(part, "begin_thanks")
    assert inside(part.celebrating, QTextEdit, "thanks").toPlainText().startswith("Dear T.A.,")


def test_a_case_study_begins_from_here(shown: Shown, heard: Heard) -> None:
    part = shown()
    press(part, "case-study")
    (sheet,) = heard.gone_to
    assert (sheet.workbook, sheet.preceptorship) == ("case-study", YEAR.id)
