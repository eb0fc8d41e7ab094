"""Starting: what is picked from a starter plan, and what goes along from the one before."""

from datetime import date

from ahp_companion.domain.meetings import Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Layer, Need, Objective, ObjectiveState, Strength
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.starting import (
    StarterNeed,
    StarterObjective,
    SuggestedActivity,
    due_on,
    first_meeting,
    picked,
    taken_along,
    with_points,
    worth_taking_along,
)

YEAR = Preceptorship(started_on=date(2026, 1, 5))
FIVE = Preceptorship(started_on=date(2026, 1, 5), length_months=5)


def test_each_thing_that_is_picked_becomes_its_own_record() -> None:
    strength, need, objective, activity = picked(
        YEAR,
        (
            "I know people",
            StarterNeed(words="A pace", layer=Layer.ME),
            StarterObjective(
                title="An ordinary week",
                how="A list",
                layer=Layer.TEAM,
                pillars=(Pillar.CLINICAL,),
                month=3,
            ),
            SuggestedActivity(
                code="map", title="Draw it", how="One page", stage="redesign", layer=Layer.AHPS
            ),
        ),
    )
    assert isinstance(strength, Strength)
    assert strength.words == "I know people"
    assert isinstance(need, Need)
    assert (need.words, need.layer) == ("A pace", Layer.ME)
    assert isinstance(objective, Objective)
    assert (objective.layer, objective.due_on) == (Layer.TEAM, date(2026, 4, 5))
    assert isinstance(activity, Objective)
    assert (activity.title, activity.due_on) == ("Draw it", None)
    held = (strength, need, objective, activity)
    assert {each.preceptorship for each in held} == {YEAR.id}


def test_a_shorter_length_draws_the_days_together_and_none_falls_after_its_end() -> None:
    assert due_on(YEAR, 6) == date(2026, 7, 5)
    assert due_on(FIVE, 6) == date(2026, 3, 20)
    assert due_on(FIVE, 12) == date(2026, 6, 4)
    assert due_on(Preceptorship(), 6) is None


def test_the_first_meeting_is_the_earliest_initial_one_that_has_not_happened() -> None:
    initial = Meeting(stage=MeetingStage.INITIAL, planned_on=date(2026, 1, 9))
    later = Meeting(stage=MeetingStage.INITIAL, planned_on=date(2026, 1, 16))
    held = Meeting(stage=MeetingStage.INITIAL, held_on=date(2026, 1, 6))
    other = Meeting(stage=MeetingStage.INITIAL, kind=MeetingKind.CLINICAL_SUPERVISION)
    assert first_meeting([later, held, other, initial, Meeting()]) == initial
    assert first_meeting([held, other]) is None


def test_points_go_to_the_end_of_an_agenda_and_none_twice() -> None:
    meeting = with_points(Meeting(agenda="– Parking"), ("Strengths", "Parking"))
    assert meeting.agenda == "– Parking\n– Strengths"
    assert with_points(Meeting(), ("Strengths",)).agenda == "– Strengths"


def test_what_is_left_goes_along_and_what_is_settled_does_not() -> None:
    strength = Strength(words="Casting")
    unmet, met = Need(words="Records"), Need(words="Parking", met_on=date(2026, 1, 5))
    goes_on = Objective(title="Supervise", state=ObjectiveState.GOES_ON)
    reached = Objective(title="Induct", state=ObjectiveState.REACHED)
    held = (strength, unmet, met, goes_on, reached)
    assert worth_taking_along(held) == (strength, unmet, goes_on)


def test_what_goes_along_is_written_anew_to_do_and_without_a_day() -> None:
    before = Objective(
        preceptorship="earlier",
        need="a need of then",
        title="Supervise",
        layer=Layer.AHPS,
        due_on=date(2025, 12, 1),
        state=ObjectiveState.GOES_ON,
        review="Half way",
    )
    strength = Strength(preceptorship="earlier", words="Patience", from_away=True)
    new, kept = taken_along(YEAR, (before, strength))
    assert isinstance(new, Objective)
    assert new.id != before.id
    assert (new.preceptorship, new.title, new.layer) == (YEAR.id, "Supervise", Layer.AHPS)
    assert (new.need, new.due_on, new.state, new.review) == (None, None, ObjectiveState.TO_DO, "")
    assert isinstance(kept, Strength)
    assert (kept.words, kept.from_away) == ("Patience", False)
