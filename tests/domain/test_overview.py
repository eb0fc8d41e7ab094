"""The overview: what comes next and what is unfinished, each line leading to a record."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.overview import Line, coming, in_days, unfinished
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Objective, ObjectiveState
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Side
from ahp_companion.domain.professions import Renewal
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.reflections import Prompt, Reflection, ReflectionModel

TODAY = date(2026, 3, 12)
OWNER = Practitioner(name="Rhiannon")
MODEL = ReflectionModel(
    code="own",
    name="Own",
    source="Ours",
    prompts=tuple(Prompt(key=key, heading=key, question=key) for key in ("what", "why")),
)


def next_lines(**given: Any) -> tuple[Line, ...]:
    nothing: dict[str, Any] = {"meetings_planned": (), "time_planned": (), "milestones": ()}
    rest = {
        "preceptorships": (),
        "renewal": None,
        "practitioner": OWNER,
        "regulator": "HCPC",
        "on": TODAY,
    }
    return coming(**(nothing | rest | given))


def waiting(**given: Any) -> tuple[Line, ...]:
    nothing: dict[str, Any] = {
        "activities": (),
        "activity_count": 0,
        "reflections": (),
        "models": {"own": MODEL},
        "actions": (),
        "people": (),
        "on": TODAY,
    }
    return unfinished(**(nothing | given))


def test_what_lies_ahead_comes_soonest_first_and_leads_to_its_record() -> None:
    meeting = Meeting(title="Half way", planned_on=date(2026, 4, 1), planned_at="09:30")
    time = ProtectedTime(on=TODAY, planned_minutes=90, used_for="Journal club")
    milestone = Milestone(title="6 months", due_on=date(2026, 3, 20))
    lines = next_lines(meetings_planned=[meeting], time_planned=[time], milestones=[milestone])
    assert [line.record for line in lines] == [time, milestone, meeting]
    assert lines[0].detail == "12 March 2026 · Journal club"
    assert lines[2].detail == "1 April 2026, 09:30 · Preceptorship"


def test_what_is_over_or_begun_or_held_does_not_come_next() -> None:
    yesterday = date(2026, 3, 11)
    assert not next_lines(
        meetings_planned=[Meeting(planned_on=yesterday), Meeting()],
        time_planned=[ProtectedTime(on=TODAY, taken_minutes=5), ProtectedTime(on=yesterday)],
        milestones=[Milestone(due_on=TODAY, held_on=yesterday), Milestone(due_on=yesterday)],
    )


def test_a_meeting_held_before_its_day_does_not_come_next() -> None:
    early = Meeting(title="Half way", planned_on=date(2026, 4, 1), held_on=date(2026, 3, 10))
    assert not next_lines(meetings_planned=[early])


def test_a_milestone_with_a_meeting_planned_is_named_once() -> None:
    milestone = Milestone(title="6 months", due_on=date(2026, 3, 20))
    meeting = Meeting(milestone=milestone.id, planned_on=date(2026, 3, 19))
    lines = next_lines(meetings_planned=iter([meeting]), milestones=[milestone])
    assert [line.record for line in lines] == [meeting]


@pytest.mark.parametrize(
    ("opens_on", "words"),
    [
        (date(2026, 7, 11), None),
        (date(2026, 7, 10), "Opens 10 July 2026, closes 31 December 2026"),
        (date(2026, 3, 12), "Open since 12 March 2026, closes 31 December 2026"),
    ],
)
def test_a_renewal_is_named_four_months_ahead(opens_on: date, words: str | None) -> None:
    lines = next_lines(renewal=Renewal(opens_on=opens_on, closes_on=date(2026, 12, 31)))
    assert [line.detail for line in lines] == ([words] if words else [])


def test_cover_that_runs_out_is_named_two_months_ahead_and_after() -> None:
    def words(expires_on: date) -> list[str]:
        owner = replace(OWNER, indemnity_expires_on=expires_on)
        return [line.words for line in next_lines(practitioner=owner)]

    assert words(date(2026, 5, 12)) == []
    assert words(date(2026, 5, 11)) == ["Your indemnity cover runs out"]
    assert words(TODAY) == ["Your indemnity cover runs out"]
    assert words(date(2026, 3, 11)) == ["Your indemnity cover has run out"]


def test_only_a_reflection_that_was_begun_waits() -> None:
    begun = Reflection(title="A fall", model="own", on=TODAY, answers={"what": "She fell"})
    undated = replace(begun, id="u", on=None)
    done = replace(begun, id="d", answers={"what": "a", "why": "b"})
    other = replace(begun, id="o", model="gone")
    lines = waiting(reflections=[begun, undated, done, other, Reflection(model="own")])
    assert [line.record for line in lines] == [begun, undated]
    assert [line.detail for line in lines] == [
        "Reflection begun on 12 Mar, 1 prompt left",
        "Reflection begun, 1 prompt left",
    ]


def test_activities_that_wait_are_one_line_however_many() -> None:
    captured = [CpdActivity(title=title) for title in ("Gait", "", "Voice")]
    (line,) = waiting(activities=iter(captured), activity_count=3)
    assert line.words == "3 activities to reflect on"
    assert line.detail == "Gait, an untitled activity and Voice"
    (line,) = waiting(activities=captured, activity_count=40)
    assert line.words == "40 activities to reflect on"
    assert line.detail == "Gait, an untitled activity, Voice"


def test_an_action_waits_from_two_weeks_before_it_is_due() -> None:
    near = Action(words="Book", owner="Marta", due_on=date(2026, 3, 26))
    late = Action(words="Order", due_on=date(2026, 3, 1))
    far = Action(words="Visit", due_on=date(2026, 3, 27))
    done = Action(words="Read", due_on=TODAY, done_on=TODAY)
    lines = waiting(actions=[near, far, done, late, Action(words="One day")])
    assert [(line.words, line.detail) for line in lines] == [
        ("Order", "was due 1 March 2026"),
        ("Book", "Marta, due 26 March 2026"),
    ]


def test_two_roles_in_one_person_wait_for_words() -> None:
    both = (PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR)
    (line,) = waiting(people=[Person(name="Marta", roles=both), Person(name="Anna")])
    assert line.words == "Say how Marta’s two roles are kept apart"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        (TODAY, "today"),
        (date(2026, 3, 13), "tomorrow"),
        (date(2026, 3, 11), "yesterday"),
        (date(2026, 3, 19), "in 7 days"),
        (date(2026, 3, 9), "3 days ago"),
    ],
)
def test_how_far_off_a_day_is_in_words(when: date | None, words: str) -> None:
    assert in_days(when, on=TODAY) == words


def test_a_preceptors_milestones_say_whose_they_are() -> None:
    preceptorship = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="M.K.")
    milestone = Milestone(preceptorship=preceptorship.id, title="3 months", due_on=date(2026, 4, 1))
    (line,) = next_lines(milestones=[milestone], preceptorships=[preceptorship])
    assert "Preceptor of M.K." in line.detail


def test_a_milestone_whose_meeting_was_held_does_not_come_again() -> None:
    milestone = Milestone(title="6 months", due_on=date(2026, 3, 20))
    held = Meeting(milestone=milestone.id, held_on=date(2026, 3, 10))
    assert not next_lines(milestones=[milestone], meetings_linked=[held])
    other = replace(held, milestone="another")
    (line,) = next_lines(milestones=[milestone], meetings_linked=[other])
    assert line.record == milestone


def test_a_meeting_whose_day_went_by_waits_to_be_recorded() -> None:
    missed = Meeting(title="Third month", planned_on=date(2025, 11, 16))
    held = replace(missed, id="h", held_on=date(2025, 11, 20))
    today = replace(missed, id="t", planned_on=TODAY)
    (line,) = waiting(meetings=[held, missed, today])
    assert line.record == missed
    assert line.words == "Third month"
    assert line.detail == "was planned for 16 November 2025 and is not recorded as held"
    assert line.is_due


def test_an_objective_waits_from_the_day_after_it_was_due_until_it_is_settled() -> None:
    late = Objective(title="Lead a round", due_on=date(2026, 3, 11))
    due_today = replace(late, id="t", due_on=TODAY)
    settled = [
        replace(late, id=state.value, state=state)
        for state in (ObjectiveState.REACHED, ObjectiveState.SET_ASIDE, ObjectiveState.GOES_ON)
    ]
    (line,) = waiting(objectives=[due_today, late, Objective(), *settled])
    assert (line.words, line.detail) == ("Lead a round", "Objective, was due 11 March 2026")
    assert line.record == late
