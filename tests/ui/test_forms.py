"""A record edited in place: what is typed is kept, by itself and at the right moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.fields.choices import Check, Choice, of_words
from ahp_companion.ui.fields.moments import Day, Minutes
from ahp_companion.ui.fields.texts import Line, Text
from ahp_companion.ui.forms import Field, Form
from tests.ui.desks import Heard, kept, leave, no_writing, write

ACTIVITY = CpdActivity(title="Journal club", started_on=date(2026, 3, 2), minutes=60)
OTHER = CpdActivity(title="Study day")
FIELDS = (
    Field(name="title", label="Title", make=Line),
    Field(name="started_on", label="Date", help="The first day.", make=Day),
    Field(name="minutes", label="Time", make=Minutes, beside=True),
    Field(
        name="learning_type",
        label="Type",
        make=partial(Choice, options=of_words(LearningType), nothing="Not chosen yet"),
    ),
    Field(name="what_i_learnt", label="What I learnt", make=Text),
    Field(
        name="provider",
        label="Who provided it",
        make=Line,
        is_folded=True,
        shown=lambda activity: activity.learning_type is LearningType.FORMAL,
    ),
    Field(name="private", label="", make=partial(Check, words="Private"), is_folded=True),
)
Shown = Callable[..., Any]


@pytest.fixture
def form(desk: Desk, show: Shown) -> Form:
    """Return a form that shows an activity."""
    desk.session.add(ACTIVITY, words="Began")
    desk.session.add(OTHER, words="Began")
    form = Form(desk, FIELDS)
    form.show_record(ACTIVITY)
    show(form, 600, 700)
    return form


def box(form: Form, name: str) -> Any:
    return form.controls[name].focus_widget()


def now(desk: Desk) -> CpdActivity:
    found = desk.session.get(CpdActivity, ACTIVITY.id)
    assert found
    return found


def test_a_form_shows_its_record(form: Form) -> None:
    shown = {name: control.value() for name, control in form.controls.items()}
    assert shown == {
        "title": "Journal club",
        "started_on": date(2026, 3, 2),
        "minutes": 60,
        "learning_type": None,
        "what_i_learnt": "",
        "provider": "",
        "private": False,
    }
    assert box(form, "started_on").text() == "2 March 2026"
    assert box(form, "minutes").text() == "1 h"


@pytest.mark.parametrize("name", ["title", "what_i_learnt"])
def test_typing_is_saved_after_a_pause(form: Form, desk: Desk, qtbot: QtBot, name: str) -> None:
    write(box(form, name), "Gait after stroke")
    assert getattr(now(desk), name) != "Gait after stroke"
    qtbot.waitUntil(lambda: getattr(now(desk), name) == "Gait after stroke", timeout=2000)
    assert box(form, name).hasFocus()


@pytest.mark.parametrize("name", ["title", "what_i_learnt"])
def test_typing_is_saved_on_leaving(form: Form, desk: Desk, name: str) -> None:
    write(box(form, name), "Gait after stroke")
    leave(box(form, name))
    found = [each for each in kept(desk.session, CpdActivity) if each.id == ACTIVITY.id]
    assert getattr(found[0], name) == "Gait after stroke"


def test_typing_is_saved_when_another_record_is_shown(form: Form, desk: Desk) -> None:
    write(box(form, "what_i_learnt"), "Gait after stroke")
    form.show_record(OTHER)
    assert now(desk).what_i_learnt == "Gait after stroke"
    assert form.controls["what_i_learnt"].value() == ""


def test_a_sentence_typed_with_pauses_is_one_step_to_undo(form: Form, desk: Desk) -> None:
    write(box(form, "what_i_learnt"), "Gait")
    form.flush()
    QTest.keyClicks(box(form, "what_i_learnt"), " after stroke")
    form.flush()
    desk.session.undo()
    assert now(desk).what_i_learnt == ""
    assert desk.session.undo_words == "Began"


def test_a_day_is_read_as_people_write_it(form: Form, desk: Desk) -> None:
    write(box(form, "started_on"), "yesterday")
    leave(box(form, "started_on"))
    assert now(desk).started_on == date(2026, 3, 11)
    assert box(form, "started_on").text() == "11 March 2026"


def test_a_day_that_cannot_be_read_leaves_the_record_as_it_is_and_says_so(
    form: Form, desk: Desk
) -> None:
    write(box(form, "started_on"), "31 Febtober")
    leave(box(form, "started_on"))
    said = [each.text() for each in form.findChildren(QLabel) if "Febtober" in each.text()]
    assert now(desk).started_on == date(2026, 3, 2)
    assert box(form, "started_on").text() == "31 Febtober"
    assert len(said) == 1
    assert "12 March 2026" in said[0]
    assert box(form, "started_on").accessibleDescription() == said[0]


def test_the_hint_goes_once_the_day_can_be_read(form: Form, desk: Desk) -> None:
    write(box(form, "started_on"), "31 Febtober")
    leave(box(form, "started_on"))
    write(box(form, "started_on"), "3 March 2026")
    leave(box(form, "started_on"))
    assert not [each for each in form.findChildren(QLabel) if "Febtober" in each.text()]
    assert box(form, "started_on").accessibleDescription() == "The first day."
    assert now(desk).started_on == date(2026, 3, 3)


def test_an_emptied_day_is_no_day(form: Form, desk: Desk) -> None:
    write(box(form, "started_on"), "")
    leave(box(form, "started_on"))
    assert now(desk).started_on is None


def test_a_length_of_time_is_kept_in_minutes(form: Form, desk: Desk) -> None:
    write(box(form, "minutes"), "1:30")
    leave(box(form, "minutes"))
    assert now(desk).minutes == 90
    assert box(form, "minutes").text() == "1 h 30 min"


def test_a_choice_is_saved_at_once(form: Form, desk: Desk) -> None:
    box(form, "learning_type").setFocus()
    QTest.keyClick(box(form, "learning_type"), Qt.Key.Key_Down)
    assert now(desk).learning_type is LearningType.WORK_BASED


def test_undo_shows_at_once_where_the_keyboard_is(form: Form, desk: Desk) -> None:
    write(box(form, "what_i_learnt"), "Gait after stroke")
    form.flush()
    desk.session.undo()
    assert box(form, "what_i_learnt").hasFocus()
    assert box(form, "what_i_learnt").toPlainText() == ""
    desk.session.redo()
    assert box(form, "what_i_learnt").toPlainText() == "Gait after stroke"


@pytest.mark.parametrize("name", ["title", "started_on", "minutes", "learning_type", "private"])
def test_undo_shows_in_every_kind_of_field(form: Form, desk: Desk, name: str) -> None:
    form.turn_fold()
    before = form.controls[name].value()
    box(form, name).setFocus()
    desk.session.set(
        ACTIVITY,
        title="Another",
        started_on=date(2026, 1, 1),
        minutes=15,
        learning_type=LearningType.FORMAL,
        private=True,
    )
    assert form.controls[name].value() != before
    desk.session.undo()
    assert form.controls[name].value() == before


def test_what_is_being_typed_is_not_written_over(form: Form, desk: Desk) -> None:
    write(box(form, "what_i_learnt"), "Gait")
    desk.session.set(ACTIVITY, what_i_learnt="From elsewhere", title="From elsewhere")
    assert box(form, "what_i_learnt").toPlainText() == "Gait"
    assert box(form, "title").text() == "From elsewhere"
    form.flush()
    assert now(desk).what_i_learnt == "Gait"


def test_a_space_at_the_end_of_what_was_recorded_is_no_change(form: Form, desk: Desk) -> None:
    ending = replace(OTHER, title="Study day ", what_i_learnt="Much.\n\n")
    desk.session.edit(OTHER, ending)
    form.show_record(ending)
    box(form, "title").setFocus()
    leave(box(form, "title"))
    form.flush()
    assert desk.session.get(CpdActivity, OTHER.id) == ending


def test_what_could_not_be_saved_is_tried_again(form: Form, desk: Desk, heard: Heard) -> None:
    with no_writing(desk.session):
        write(box(form, "what_i_learnt"), "Gait after stroke")
        form.flush()
    assert len(heard.problems) == 1
    assert now(desk).what_i_learnt == ""
    assert box(form, "what_i_learnt").toPlainText() == "Gait after stroke"
    form.flush()
    assert now(desk).what_i_learnt == "Gait after stroke"
    assert len(heard.problems) == 1


def test_a_field_of_no_use_is_not_shown(form: Form) -> None:
    form.turn_fold()
    assert not box(form, "provider").isVisible()
    box(form, "learning_type").setCurrentIndex(3)
    box(form, "learning_type").activated.emit(3)
    assert box(form, "provider").isVisible()


def test_what_most_leave_empty_is_folded(form: Form) -> None:
    assert not box(form, "private").isVisible()
    QTest.mouseClick(form.fold_button, Qt.MouseButton.LeftButton)
    assert box(form, "private").isVisible()
    QTest.mouseClick(form.fold_button, Qt.MouseButton.LeftButton)
    assert not box(form, "private").isVisible()


def test_every_label_names_its_field(form: Form) -> None:
    named = {each.text(): each.buddy() for each in form.findChildren(QLabel) if each.buddy()}
    assert {each.label: box(form, each.name) for each in FIELDS if each.label} == named


def test_a_form_of_a_deleted_record_writes_nothing(form: Form, desk: Desk) -> None:
    desk.session.delete(ACTIVITY)
    write(box(form, "title"), "Still here")
    leave(box(form, "title"))
    assert desk.session.get(CpdActivity, ACTIVITY.id) is None
    assert [each.title for each in kept(desk.session, CpdActivity)] == ["Study day"]


def test_undo_by_the_keyboard_takes_back_typing_first_and_then_what_was_done(
    form: Form, desk: Desk
) -> None:
    title, control = box(form, "title"), Qt.KeyboardModifier.ControlModifier
    title.setFocus()
    title.setCursorPosition(len(title.text()))
    QTest.keyClicks(title, " on gait")
    QTest.keyClick(title, Qt.Key.Key_Z, control)
    assert title.text() == "Journal club"
    form.flush()
    assert now(desk) == ACTIVITY
    assert desk.session.undo_words == "Began"
