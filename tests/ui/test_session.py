"""What the window keeps, takes back and does again."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from ahp_companion.domain.changes import Change, added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.ui.session import Session, name_of
from tests.ui.desks import Heard, kept, no_writing

ACTIVITY = CpdActivity(title="Journal club", started_on=date(2026, 3, 2))


def test_what_is_added_is_in_the_file(session: Session) -> None:
    assert session.add(ACTIVITY)
    assert kept(session, CpdActivity) == [ACTIVITY]


def test_undo_and_redo_say_what_they_would_do(session: Session) -> None:
    assert (session.undo_words, session.redo_words) == ("", "")
    session.add(ACTIVITY)
    session.set(ACTIVITY, title="Journal club, gait")
    assert session.undo_words == "Changed CPD activity"
    session.undo()
    assert (session.undo_words, session.redo_words) == (
        "Added CPD activity",
        "Changed CPD activity",
    )
    assert session.all(CpdActivity) == [ACTIVITY]
    session.redo()
    assert session.redo_words == ""
    assert [each.title for each in kept(session, CpdActivity)] == ["Journal club, gait"]


def test_with_nothing_to_take_back_undo_and_redo_change_nothing(session: Session) -> None:
    assert session.undo() is None
    assert session.redo() is None
    assert not session.needs_backup


def test_typing_that_goes_on_is_one_step(session: Session) -> None:
    session.add(ACTIVITY)
    for words in ("W", "We read", "We read two papers"):
        before = session.all(CpdActivity)[0]
        session.edit(before, _learnt(before, words), goes_on=True)
    session.undo()
    assert session.all(CpdActivity) == [ACTIVITY]
    session.redo()
    assert kept(session, CpdActivity) == [_learnt(ACTIVITY, "We read two papers")]


def test_every_save_of_one_step_is_a_revision_of_its_own(session: Session) -> None:
    session.add(ACTIVITY)
    for words in ("We", "We read"):
        before = session.all(CpdActivity)[0]
        session.edit(before, _learnt(before, words), goes_on=True)
    written = [each.record.what_i_learnt for each in session.revisions(ACTIVITY.id)]
    assert written == ["", "We", "We read"]


def test_typing_in_another_field_begins_another_step(session: Session) -> None:
    session.add(ACTIVITY)
    learnt = _learnt(ACTIVITY, "Gait")
    session.edit(ACTIVITY, learnt, goes_on=True)
    session.edit(learnt, _titled(learnt, "Journal club on gait"), goes_on=True)
    session.undo()
    assert session.all(CpdActivity) == [learnt]


def test_typing_does_not_run_into_the_adding_of_the_record(session: Session) -> None:
    session.add(ACTIVITY)
    session.edit(ACTIVITY, _learnt(ACTIVITY, "Gait"), goes_on=True)
    session.undo()
    assert session.all(CpdActivity) == [ACTIVITY]


def test_a_new_change_leaves_nothing_to_do_again(session: Session) -> None:
    session.add(ACTIVITY)
    session.undo()
    session.add(Person(name="Cerys"))
    assert session.redo_words == ""
    assert session.redo() is None


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.add(ACTIVITY)
    assert session.edit(ACTIVITY, ACTIVITY)
    assert len(session.revisions(ACTIVITY.id)) == 1


def test_a_deleted_meeting_comes_back_with_its_actions(session: Session) -> None:
    own = Preceptorship(title="First post")
    milestone = Milestone(title="3 months", preceptorship=own.id)
    meeting = Meeting(title="Third month", preceptorship=own.id, milestone=milestone.id)
    action = Action(words="Book the study day", meeting=meeting.id)
    session.apply(added(own, milestone, meeting, action))
    session.delete(meeting)
    assert session.undo_words == "Deleted meeting"
    assert (session.all(Meeting), session.all(Action)) == ([], [])
    session.undo()
    assert (session.all(Meeting), session.all(Action)) == ([meeting], [action])
    session.redo()
    assert kept(session, Action) == []


def test_a_deleted_preceptorship_takes_its_own_with_it_and_brings_all_back(
    session: Session,
) -> None:
    own = Preceptorship(title="First post")
    meeting = Meeting(title="Third month", preceptorship=own.id)
    action = Action(words="Book the study day", meeting=meeting.id)
    activity = CpdActivity(title="Study day", preceptorship=own.id)
    session.apply(added(own, meeting, action, activity))
    session.delete(own)
    assert (session.all(Meeting), session.all(Action)) == ([], [])
    assert session.all(CpdActivity)[0].preceptorship is None
    session.undo()
    assert session.all(CpdActivity) == [activity]
    assert kept(session, Action) == [action]


def test_every_change_is_told_once(session: Session, qtbot: QtBot) -> None:
    told: list[Change] = []
    session.changed.connect(told.append)
    session.add(ACTIVITY)
    session.undo()
    assert [each.edits[0].after for each in told] == [ACTIVITY, None]


def test_a_change_makes_a_backup_worth_while(session: Session) -> None:
    wanted = [session.needs_backup]
    session.add(ACTIVITY)
    wanted.append(session.needs_backup)
    backup = session.back_up("by hand")
    wanted.append(session.needs_backup)
    assert wanted == [False, True, False]
    assert session.last_backup() == backup


@pytest.mark.parametrize("act", ["add", "edit", "delete"])
def test_what_cannot_be_saved_is_told_and_not_remembered(
    session: Session, heard: Heard, act: str
) -> None:
    session.add(ACTIVITY)
    words = session.undo_words
    with no_writing(session):
        saved = {
            "add": partial(session.add, Person(name="Cerys")),
            "edit": partial(session.edit, ACTIVITY, _learnt(ACTIVITY, "Gait"), goes_on=True),
            "delete": partial(session.delete, ACTIVITY),
        }[act]()
    assert not saved
    assert [bool(each.advice) for each in heard.problems] == [True]
    assert session.undo_words == words
    assert kept(session, CpdActivity) == [ACTIVITY]


def test_an_undo_that_cannot_be_saved_can_be_tried_again(session: Session, heard: Heard) -> None:
    session.add(ACTIVITY)
    with no_writing(session):
        assert session.undo() is None
    assert len(heard.problems) == 1
    assert session.undo() is not None
    assert kept(session, CpdActivity) == []


def test_set_changes_the_record_as_it_now_is(session: Session) -> None:
    session.add(ACTIVITY)
    session.set(ACTIVITY, minutes=60)
    session.set(ACTIVITY, title="Journal club on gait")
    assert [(each.minutes, each.title) for each in kept(session, CpdActivity)] == [
        (60, "Journal club on gait")
    ]


def test_a_record_without_a_name_is_called_by_its_kind() -> None:
    assert name_of(CpdActivity()) == "Untitled CPD activity"
    assert name_of(CpdActivity(title=" Journal club ")) == "Journal club"


def test_revisions_are_signed_by_the_owner(session: Session) -> None:
    session.add(ACTIVITY)
    owner = session.all(Practitioner)[0]
    assert [each.author for each in session.revisions(ACTIVITY.id)] == [owner.id]


def _learnt(activity: CpdActivity, words: str) -> CpdActivity:
    return replace(activity, what_i_learnt=words)


def _titled(activity: CpdActivity, words: str) -> CpdActivity:
    return replace(activity, title=words)
