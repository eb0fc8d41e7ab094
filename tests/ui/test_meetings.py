"""The meetings page, used as a person uses it: what is typed and pressed is in the file."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.records import Record
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.recurring import Recurring
from ahp_companion.ui.pages.meetings.action_rows import ActionRows
from ahp_companion.ui.pages.meetings.page import MeetingsPage, meetings_page
from tests.ui.desks import (
    TODAY,
    Answers,
    Heard,
    Opened,
    inside,
    kept,
    leave,
    press,
    turn,
    write,
)

Show = Callable[..., Any]
R = TypeVar("R", bound=Record)
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MARTA = Person(name="Marta Zielińska", roles=(PersonRole.PRECEPTOR,))
YEAR = Preceptorship(title="First year", started_on=date(2025, 9, 1), preceptor=MARTA.id)
FIRST = Meeting(
    preceptorship=YEAR.id,
    stage=MeetingStage.INITIAL,
    planned_on=date(2025, 9, 8),
    held_on=date(2025, 9, 10),
    minutes=60,
    people=(MARTA.id,),
    record="We looked at the rota.\nThen at the diary.",
)
NEXT = Meeting(preceptorship=YEAR.id, stage=MeetingStage.INTERIM, planned_on=date(2026, 3, 19))
ROTA = Action(meeting=FIRST.id, words="Ask about the rota", owner="Marta")


@pytest.fixture
def begun(open_desk: Opened) -> Desk:
    """Return a desk over one meeting held, with an action open, and one to come."""
    return open_desk(OWNER, MARTA, YEAR, FIRST, NEXT, ROTA)


@pytest.fixture
def page(begun: Desk, show: Show) -> MeetingsPage:
    """Return the page over those meetings, in a window."""
    made = meetings_page(begun)
    show(made)
    return made


def in_file(desk: Desk, record: type[R]) -> list[R]:
    """Return the records of a type in the file, once all that waits to be shown is shown."""
    turn()
    return kept(desk.session, record)


def rows(page: MeetingsPage) -> list[str]:
    """Return what the list says, a line for each record or heading."""
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [page.model.index(at).data(spoken) for at in range(page.model.rowCount())]


def actions(page: MeetingsPage) -> ActionRows:
    """Return the actions below the meeting."""
    return inside(page, ActionRows)


def choose(control: QWidget, words: str) -> None:
    """Choose an entry of a list by its words."""
    combo = control.findChildren(QComboBox)[0]
    at = combo.findText(words)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def test_meetings_stand_by_the_day_they_were_held_or_are_planned_for(page: MeetingsPage) -> None:
    assert rows(page) == [
        "March 2026",
        "Interim meeting, 19 Mar, Preceptorship, To come",
        "September 2025",
        "Initial meeting, 10 Sep, Preceptorship · 1 h · Marta Zielińska, 1 action open",
    ]


def test_a_meeting_held_but_never_planned_stands_in_its_month(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(OWNER, Meeting(title="In the corridor", held_on=date(2026, 1, 8)))
    page = show(meetings_page(desk))
    assert rows(page) == ["January 2026", "In the corridor, 8 Jan, Preceptorship, Held"]


def test_a_new_meeting_is_planned_today_with_the_preceptor(page: MeetingsPage, begun: Desk) -> None:
    press(page, "add")
    write(page.form.controls["title"].focus_widget(), "Half way")
    page.flush()
    added = next(each for each in in_file(begun, Meeting) if each.title == "Half way")
    assert added.planned_on == date(2026, 3, 12)
    assert added.preceptorship == YEAR.id
    assert added.people == (MARTA.id,)


def test_of_two_preceptorships_the_owner_says_which(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, MARTA, YEAR, Preceptorship(title="Second"))
    page = show(meetings_page(desk))
    press(page, "begin")
    assert [each.preceptorship for each in in_file(desk, Meeting)] == [None]


def test_supervision_and_preceptorship_are_separate_logs(page: MeetingsPage, begun: Desk) -> None:
    begun.session.add(Meeting(kind=MeetingKind.CLINICAL_SUPERVISION, planned_on=date(2026, 3, 20)))
    turn()
    kinds = inside(page, QComboBox, "filter-kinds")
    kinds.setCurrentText("Clinical supervision")
    assert rows(page)[1:] == ["Clinical supervision meeting, 20 Mar, Clinical supervision, To come"]


def test_the_switches_leave_what_is_to_come_and_what_has_actions_open(page: MeetingsPage) -> None:
    press(page, "filter-to-come")
    assert [each.split(",")[0] for each in rows(page)] == ["March 2026", "Interim meeting"]
    press(page, "filter-to-come")
    press(page, "filter-actions")
    assert [each.split(",")[0] for each in rows(page)] == ["September 2025", "Initial meeting"]


def test_a_preceptorship_begun_later_can_be_filtered_by(page: MeetingsPage, begun: Desk) -> None:
    second = Preceptorship(title="Second")
    begun.session.add(second, Meeting(preceptorship=second.id, planned_on=date(2026, 4, 1)))
    turn()
    chooser = inside(page, QComboBox, "filter-preceptorships")
    chooser.setCurrentText("Second")
    assert rows(page)[1:] == ["Ad hoc meeting, 1 Apr, Preceptorship, To come"]


def test_return_adds_an_action_and_waits_for_the_next(page: MeetingsPage, begun: Desk) -> None:
    page.show_record(NEXT)
    line = actions(page).adding
    line.setFocus()
    QTest.keyClicks(line, "Order the key")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.hasFocus()
    QTest.keyClicks(line, "Ring the ward")
    QTest.keyClick(line, Qt.Key.Key_Return)
    turn()
    assert rows(page)[1] == "Interim meeting, 19 Mar, Preceptorship, 2 actions open"
    added = [each for each in in_file(begun, Action) if each.meeting == NEXT.id]
    assert [each.words for each in added] == ["Order the key", "Ring the ward"]


def test_what_stands_in_the_last_line_is_not_lost_on_leaving_the_page(
    page: MeetingsPage, begun: Desk
) -> None:
    page.show_record(NEXT)
    write(actions(page).adding, "Order the key")
    page.flush()
    assert [each.words for each in in_file(begun, Action)][-1] == "Order the key"


def test_an_action_gets_an_owner_a_day_and_a_tick(page: MeetingsPage, begun: Desk) -> None:
    page.show_record(ROTA)
    row = actions(page).rows[0]
    assert row.words.focus_widget().hasFocus()
    write(row.owner.focus_widget(), "Me")
    leave(row.owner.focus_widget())
    write(row.due.focus_widget(), "1 March 2026")
    leave(row.due.focus_widget())
    turn()
    assert row.late.isVisible()
    row.done.setFocus()
    QTest.keyClick(row.done, Qt.Key.Key_Space)
    turn()
    assert not row.late.isVisible()
    assert rows(page)[-1].endswith("Held")
    action = in_file(begun, Action)[0]
    assert (action.owner, action.due_on, action.done_on) == (
        "Me",
        date(2026, 3, 1),
        date(2026, 3, 12),
    )


def test_a_deleted_action_comes_back_with_undo(
    page: MeetingsPage, begun: Desk, heard: Heard
) -> None:
    page.show_record(FIRST)
    turn()
    press(page, "action-delete")
    turn()
    assert actions(page).rows == []
    assert heard.said == ["Deleted agreed action · Undo with Ctrl+Z"]
    begun.session.undo()
    turn()
    assert [each.action for each in actions(page).rows] == [ROTA]


def test_the_agenda_begins_with_what_is_open_and_what_was_said(
    page: MeetingsPage, begun: Desk
) -> None:
    page.show_record(NEXT)
    press(page, "use-agenda")
    lines = page.form.controls["agenda"].value().splitlines()
    assert lines[:5] == [
        "Still open:",
        "– Ask about the rota (Marta)",
        "",
        "Last time, on 10 September 2025:",
        "– We looked at the rota.",
    ]
    points = begun.session.catalogue.agendas["preceptorship-interim"].points
    assert lines[-1] == f"– {points[-1]}"
    saved = next(each for each in in_file(begun, Meeting) if each.id == NEXT.id)
    assert saved.agenda.splitlines() == lines


def test_the_agenda_holds_what_of_the_plan_is_due(page: MeetingsPage, begun: Desk) -> None:
    due = Objective(preceptorship=NEXT.preceptorship, title="Run a clinic", due_on=TODAY)
    begun.session.add(due, Objective(title="Somebody else’s", due_on=TODAY))
    page.show_record(NEXT)
    press(page, "use-agenda")
    agenda = page.form.controls["agenda"].value()
    assert "From the plan:\n– Run a clinic (by 12 March 2026)\n\n" in agenda
    assert "Somebody" not in agenda


def test_nothing_said_in_private_is_carried_into_an_agenda_that_may_leave(
    page: MeetingsPage, begun: Desk
) -> None:
    secret = Meeting(
        preceptorship=NEXT.preceptorship,
        kind=NEXT.kind,
        held_on=TODAY,
        record="Something secret",
        private=True,
    )
    begun.session.add(secret, Action(meeting=secret.id, words="A secret step"))
    page.show_record(NEXT)
    press(page, "use-agenda")
    agenda = page.form.controls["agenda"].value()
    assert "– We looked at the rota." in agenda
    assert "ecret" not in agenda


def test_a_planned_meeting_is_repeated_as_one_step(
    page: MeetingsPage, begun: Desk, meet: Answers
) -> None:
    before = len(begun.session.all(Meeting))
    page.show_record(NEXT)

    def choose_fortnightly(dialog: Recurring) -> None:
        choose(dialog.every, "Every fortnight")
        dialog.until.set_value(NEXT.planned_on + timedelta(weeks=4) if NEXT.planned_on else None)
        dialog.until.changed.emit()
        assert "2 meetings after this one" in dialog.said.text()
        press(dialog, "act")

    meet(choose_fortnightly)
    press(page, "repeat")
    assert len(begun.session.all(Meeting)) == before + 2
    begun.session.undo()
    assert len(begun.session.all(Meeting)) == before


def test_an_agenda_that_is_begun_is_not_written_over(page: MeetingsPage, begun: Desk) -> None:
    page.show_record(NEXT)
    write(page.form.controls["agenda"].focus_widget(), "Our own")
    assert not [each for each in page.findChildren(QPushButton, "use-agenda") if each.isVisible()]
    page.use_agenda()
    saved = next(each for each in in_file(begun, Meeting) if each.id == NEXT.id)
    assert saved.agenda == "Our own"


def test_a_meeting_says_which_part_it_is_where_one_person_plays_both(
    page: MeetingsPage, begun: Desk
) -> None:
    page.show_record(FIRST)
    remark = page.form.controls["part_remark"]
    assert not remark.isVisible()
    both = (PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR)
    begun.session.set(MARTA, roles=both, role_clarity="Mondays are supervision")
    page.show_record(NEXT)
    page.show_record(FIRST)
    assert remark.isVisible()
    assert "This is a preceptorship meeting" in remark.value()
    choose(page.form.controls["kind"], "Clinical supervision")
    assert "This is clinical supervision" in remark.value()


def test_a_preceptor_logs_a_meeting_as_cpd_without_naming_anyone(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    theirs = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="R.T.")
    meeting = Meeting(
        preceptorship=theirs.id,
        title="R.T., first review",
        held_on=date(2026, 2, 12),
        minutes=90,
        record="R.T. is settling in.",
    )
    desk = open_desk(OWNER, theirs, meeting)
    page = show(meetings_page(desk))
    press(page, "log-as-cpd")
    activity = in_file(desk, CpdActivity)[0]
    assert heard.gone_to == [activity]
    assert "R.T." not in repr(activity)
    assert activity.preceptorship is None
    assert activity.pillars == (Pillar.EDUCATION,)
    assert activity.learning_type is LearningType.PROFESSIONAL
    assert (activity.started_on, activity.minutes) == (date(2026, 2, 12), 90)


def test_a_preceptee_is_not_offered_that(page: MeetingsPage) -> None:
    page.show_record(FIRST)
    assert not [each for each in page.findChildren(QPushButton, "log-as-cpd") if each.isVisible()]


def test_whom_a_preceptor_met_stands_in_initials(open_desk: Opened, show: Show) -> None:
    theirs = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="R.T.")
    meeting = Meeting(preceptorship=theirs.id, held_on=date(2026, 2, 12), minutes=90)
    page = show(meetings_page(open_desk(OWNER, theirs, meeting)))
    assert rows(page)[1] == "Ad hoc meeting, 12 Feb, Preceptorship · 1 h 30 min · R.T., Held"


def test_someone_new_is_linked_and_can_be_named(
    page: MeetingsPage, begun: Desk, heard: Heard
) -> None:
    page.show_record(NEXT)
    press(page, "people-new")
    added = in_file(begun, Person)[-1]
    assert added.name == ""
    assert heard.gone_to == [added]


def test_the_row_follows_a_change_of_name(page: MeetingsPage, begun: Desk) -> None:
    begun.session.set(MARTA, name="Marta Z")
    turn()
    assert "Marta Z," in rows(page)[-1]


def test_every_stop_of_the_keyboard_has_a_name(page: MeetingsPage) -> None:
    page.show_record(ROTA)
    stops = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert any(isinstance(each, QLineEdit) for each in stops)
    assert [each for each in stops if not each.accessibleName()] == []
    assert [each for each in stops if not each.objectName()] == []


def test_a_meeting_moves_to_the_day_it_was_held(page: MeetingsPage, begun: Desk) -> None:
    page.show_record(NEXT)
    held_on = page.form.controls["held_on"].focus_widget()
    write(held_on, "2 April 2026")
    leave(held_on)
    turn()
    assert rows(page)[:2] == ["April 2026", "Interim meeting, 2 Apr, Preceptorship, Held"]
    assert page.form.record.id == NEXT.id


def test_a_meeting_whose_day_went_by_says_so_until_it_is_held(
    open_desk: Opened, show: Show
) -> None:
    missed = Meeting(title="Third month", planned_on=date(2026, 3, 11))
    desk = open_desk(OWNER, missed, Meeting(title="Today", planned_on=date(2026, 3, 12)))
    page = show(meetings_page(desk))
    assert rows(page)[1:] == [
        "Today, 12 Mar, Preceptorship, To come",
        "Third month, 11 Mar, Preceptorship, Day has passed",
    ]
    desk.session.set(missed, held_on=date(2026, 3, 11))
    turn()
    assert rows(page)[2] == "Third month, 11 Mar, Preceptorship, Held"
