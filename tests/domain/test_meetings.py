"""Meetings: what they are called, what their agenda carries over, what they are to a preceptor."""

from datetime import date

from ahp_companion.domain.cpd import LearningType
from ahp_companion.domain.meetings import (
    Action,
    Meeting,
    MeetingKind,
    MeetingStage,
    agenda_words,
    as_cpd,
    has_passed,
    held_on,
    is_overdue,
    name,
    schedule,
)
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.preceptorship import Milestone


def test_a_meeting_without_a_title_is_called_by_its_stage_and_kind() -> None:
    assert name(Meeting(stage=MeetingStage.INITIAL)) == "Initial meeting"
    assert name(Meeting(kind=MeetingKind.PEER_GROUP)) == "Peer group meeting"
    assert name(Meeting(title="Half way")) == "Half way"


def test_the_last_of_the_meetings_planned_is_the_final_one() -> None:
    last = Milestone(title="12 months", due_on=date(2026, 8, 31))
    first = Milestone(title="3 months", due_on=date(2025, 12, 1))
    planned = schedule([last, first], ("marta",))
    assert [each.milestone for each in planned] == [first.id, last.id]
    assert [each.stage for each in planned] == [MeetingStage.INTERIM, MeetingStage.FINAL]
    assert all(each.people == ("marta",) for each in planned)


def test_an_agenda_begins_with_what_is_open_and_what_was_said_last_time() -> None:
    last = Meeting(held_on=date(2026, 2, 5), record="\nThe rota is settled.\nMore follows.")
    actions = [
        Action(words="Ask about the rota", owner="Marta", due_on=date(2026, 3, 1)),
        Action(words="Order the key", done_on=date(2026, 2, 9)),
    ]
    assert agenda_words(["How you are"], last, actions) == (
        "Still open:\n– Ask about the rota (Marta), by 1 March 2026\n\n"
        "Last time, on 5 February 2026:\n– The rota is settled.\n\n"
        "– How you are"
    )


def test_a_first_agenda_is_its_points_alone() -> None:
    assert (
        agenda_words(["How you are", "What is next"], None, []) == "– How you are\n– What is next"
    )


def test_a_meeting_as_cpd_names_nobody() -> None:
    meeting = Meeting(
        title="Review with Bethan",
        preceptorship="with-bethan",
        held_on=date(2026, 2, 5),
        minutes=60,
        people=("bethan",),
        record="Bethan said",
    )
    activity = as_cpd(meeting)
    assert "Bethan" not in repr(activity)
    assert "bethan" not in repr(activity)
    assert activity.started_on == date(2026, 2, 5)
    assert activity.minutes == 60
    assert activity.pillars == (Pillar.EDUCATION,)
    assert activity.learning_type is LearningType.PROFESSIONAL


def test_an_action_is_overdue_the_day_after_it_was_due() -> None:
    action = Action(due_on=date(2026, 3, 1))
    assert not is_overdue(action, on=date(2026, 3, 1))
    assert is_overdue(action, on=date(2026, 3, 2))


def test_a_milestone_is_held_on_its_own_day_or_else_on_that_of_its_first_meeting() -> None:
    milestone = Milestone(due_on=date(2025, 12, 1))
    later = Meeting(milestone=milestone.id, held_on=date(2025, 12, 9))
    first = Meeting(milestone=milestone.id, held_on=date(2025, 12, 4))
    ahead = Meeting(milestone=milestone.id, planned_on=date(2025, 11, 1))
    other = Meeting(milestone="another", held_on=date(2025, 11, 2))
    assert held_on(milestone, [ahead, other]) is None
    assert held_on(milestone, [later, ahead, first, other]) == date(2025, 12, 4)
    own = Milestone(id=milestone.id, held_on=date(2025, 12, 10))
    assert held_on(own, [first]) == date(2025, 12, 10)


def test_a_meeting_has_passed_the_day_after_it_was_planned_unless_it_was_held() -> None:
    meeting = Meeting(planned_on=date(2026, 3, 1))
    assert not has_passed(meeting, on=date(2026, 3, 1))
    assert has_passed(meeting, on=date(2026, 3, 2))
    held = Meeting(planned_on=date(2026, 3, 1), held_on=date(2026, 3, 4))
    assert not has_passed(held, on=date(2026, 3, 5))
    assert not has_passed(Meeting(), on=date(2026, 3, 5))
