"""The returner's sample: ten months of maternity leave, and five months to come back in."""

from datetime import date, timedelta

import pytest

from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.audit import SUMMARY_WORDS, AuditProfile, Gap, silences
from ahp_companion.domain.calendar import months_after
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement, curves
from ahp_companion.domain.cpd import CpdActivity, is_unfinished
from ahp_companion.domain.ending import Ending, Opportunity, before_the_end
from ahp_companion.domain.meetings import Meeting, happens_on
from ahp_companion.domain.people import Person
from ahp_companion.domain.plan import Need, Objective, ObjectiveState, Strength
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Nation
from ahp_companion.domain.preceptorship import (
    Milestone,
    Preceptorship,
    Status,
    Transition,
    ends_on,
    needs_reason,
)
from ahp_companion.domain.protected_time import (
    ProtectedTime,
    TimeAgreement,
    Whose,
    agreed_minutes,
    by_month,
    of,
    scaled,
    so_far,
)
from ahp_companion.domain.returning import Recheck, was_long_away
from ahp_companion.domain.words import word_count
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet

from .sampled import portfolio_of, read

STARTED_ON, ENDED_ON = date(2025, 9, 22), date(2026, 2, 21)
TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return portfolio_of(read("maternity-return"))


@pytest.fixture(scope="module")
def months(portfolio: Portfolio) -> Preceptorship:
    (preceptorship,) = portfolio.all(Preceptorship)
    return preceptorship


def test_she_is_a_dietitian_in_scotland_whose_name_needs_every_letter(
    portfolio: Portfolio,
) -> None:
    owner = portfolio.practitioner
    assert (owner.profession, owner.nation, owner.wte_hundredths) == ("DT", Nation.SCOTLAND, 60)
    assert {"Ś", "ę", "-"} <= set(owner.name)


def test_five_months_are_agreed_with_a_reason_names_and_a_date(months: Preceptorship) -> None:
    assert (months.transition, months.length_months) == (Transition.RETURN_TO_ROLE, 5)
    assert word_count(months.length_reason) > 30
    assert "Catriona Begg" in months.length_agreed_with
    assert "Margaret Ogilvie" in months.length_agreed_with
    assert months.length_agreed_on == date(2025, 9, 25)
    assert not needs_reason(months)


def test_the_five_months_are_over(months: Preceptorship) -> None:
    assert (months.status, months.started_on) == (Status.FINISHED, STARTED_ON)
    assert ends_on(months) == ENDED_ON == months_after(STARTED_ON, 5) - timedelta(days=1)


def test_she_was_away_for_ten_months(portfolio: Portfolio, months: Preceptorship) -> None:
    (leave,) = portfolio.all(Gap)
    assert months.away_months == 10
    assert leave.from_on
    assert leave.to_on == STARTED_ON - timedelta(days=1)
    assert months_after(leave.from_on, 10) <= STARTED_ON < months_after(leave.from_on, 11)


def test_milestones_and_meetings_fall_inside_the_five_months(portfolio: Portfolio) -> None:
    milestones, meetings = portfolio.all(Milestone), portfolio.all(Meeting)
    assert len(milestones) == 4
    assert len(meetings) == 8
    for milestone in milestones:
        assert milestone.due_on
        assert milestone.held_on
        assert STARTED_ON < milestone.due_on <= ENDED_ON
        assert STARTED_ON < milestone.held_on <= ENDED_ON
    for meeting in meetings:
        assert STARTED_ON <= (happens_on(meeting) or ENDED_ON) < ENDED_ON


def test_four_things_are_refreshed_with_a_date_and_an_objective_each(
    portfolio: Portfolio,
) -> None:
    refreshed = [each for each in portfolio.all(Need) if each.words.startswith("Refresh: ")]
    assert len(refreshed) == 4
    for need in refreshed:
        assert need.due_on
        assert need.met_on
        assert STARTED_ON < need.met_on <= need.due_on < ENDED_ON
        (objective,) = portfolio.of(Objective, need.id, by="need")
        assert objective.title.startswith("Re-check: ")
        assert (objective.state, objective.reached_on) == (ObjectiveState.REACHED, need.met_on)


def test_she_chose_to_have_her_time_in_proportion_to_her_hours(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    agreed = {each.whose: each for each in portfolio.all(TimeAgreement)}
    assert months.scales_time
    assert agreed[Whose.PRECEPTEE].minutes == scaled(4 * 60, months.wte_hundredths) == 145
    assert "in proportion" in agreed[Whose.PRECEPTEE].words
    assert agreed[Whose.PRECEPTOR].minutes == 60


def test_the_time_lost_in_winter_is_counted_as_owed(portfolio: Portfolio) -> None:
    agreed = [each for each in portfolio.all(TimeAgreement) if each.whose is Whose.PRECEPTEE]
    mine = of(portfolio.all(ProtectedTime), Whose.PRECEPTEE)
    balance = so_far(by_month(agreed, mine, on=TODAY))
    assert balance
    assert (balance.taken, balance.lost, balance.own) == (675, 175, 150)
    assert balance.agreed == agreed_minutes(agreed, from_on=STARTED_ON, to_on=ENDED_ON)
    assert balance.owed == balance.agreed - 675


def test_her_leave_is_the_only_long_silence_and_is_explained(portfolio: Portfolio) -> None:
    (leave,) = portfolio.all(Gap)
    owner = portfolio.practitioner
    assert owner.last_renewed_on
    (silence,) = silences(
        portfolio.all(CpdActivity), [leave], from_on=owner.last_renewed_on, to_on=TODAY
    )
    assert (silence.from_on, silence.to_on) == (date(2024, 11, 15), date(2025, 7, 9))
    assert silence.explained_by == leave


def test_both_keeping_in_touch_days_are_among_her_cpd(portfolio: Portfolio) -> None:
    (leave,) = portfolio.all(Gap)
    assert leave.from_on
    assert leave.to_on
    days = [
        each.started_on
        for each in portfolio.all(CpdActivity)
        if each.started_on and leave.from_on <= each.started_on <= leave.to_on
    ]
    assert days == [date(2025, 7, 10), date(2025, 9, 4)]


def test_four_activities_are_chosen_for_a_statement_that_is_not_finished(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    (profile,) = portfolio.all(AuditProfile)
    assert len([each for each in held if each.is_chosen]) == 4
    assert all(
        each.benefit_to_practice and each.benefit_to_service_users
        for each in held
        if each.is_chosen
    )
    assert 150 < word_count(profile.practice_summary) <= SUMMARY_WORDS
    assert "To come" in profile.personal_statement
    assert sum(is_unfinished(each) for each in held) == 1


def test_five_statements_were_rated_three_or_four_times(portfolio: Portfolio) -> None:
    drawn = curves(portfolio.all(RatedStatement), portfolio.all(ConfidenceRating))
    assert sorted(len(each.ratings) for each in drawn) == [3, 3, 4, 4, 4]
    for each in portfolio.all(ConfidenceRating):
        assert STARTED_ON <= (each.on or TODAY) <= ENDED_ON


def test_preceptor_and_supervisor_are_two_dietitians_of_whom_it_is_said_who_does_what(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    preceptor = portfolio.find(Person, months.preceptor)
    supervisor = portfolio.find(Person, months.supervisor)
    assert preceptor
    assert supervisor
    assert preceptor != supervisor
    assert preceptor.profession == supervisor.profession == "DT"
    assert "Clinical decisions go to Ewan" in supervisor.words


def test_four_things_are_looked_at_again_on_the_days_the_needs_were_met(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    assert was_long_away(months)
    held = portfolio.of(Recheck, months.id)
    assert len(held) == 4
    refreshed = {each.met_on for each in portfolio.all(Need) if each.words.startswith("Refresh: ")}
    assert {each.rechecked_on for each in held} == refreshed
    assert all(each.with_whom and each.how and each.due_on for each in held)


def test_what_the_time_away_gave_her_stands_among_her_strengths(portfolio: Portfolio) -> None:
    held = [each for each in portfolio.all(Strength) if each.from_away]
    assert len(held) == 3
    assert any("Deciding when tired" in each.words for each in held)


def test_her_sheet_on_coming_back_names_the_same_four_things(portfolio: Portfolio) -> None:
    (sheet,) = [each for each in portfolio.all(Worksheet) if each.workbook == "returning"]
    answers = portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")
    assert sheet.private
    assert len([each for each in answers if each.question == "2.1"]) == 4


def test_what_is_arranged_for_her_is_private_and_has_a_day_to_look_again(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(Adjustment)
    assert len(held) == 3
    assert all(each.private and each.review_on and each.review_on > TODAY for each in held)


def test_the_five_months_end_with_thanks_and_something_after(portfolio: Portfolio) -> None:
    (ending,) = portfolio.all(Ending)
    assert ending.reviewed_on == date(2026, 2, 17)
    assert 60 <= word_count(ending.story) <= 130
    assert before_the_end(ending, portfolio.all(Opportunity)) == ""
