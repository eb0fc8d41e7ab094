"""The osteopath's sample: nine years of independent practice, then a year in the NHS."""

from collections import Counter
from datetime import date

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.calendar import months_after
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement, curves, movement
from ahp_companion.domain.cpd import CpdActivity, is_unfinished
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.meetings import Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Objective, ObjectiveState, Strength, by_layer
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen
from ahp_companion.domain.practitioner import Workplace, WorkplaceKind, current_workplace
from ahp_companion.domain.preceptorship import Placement, Preceptorship, Status, Transition, ends_on
from ahp_companion.domain.professions import Regulator
from ahp_companion.domain.protected_time import (
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    of,
    so_far,
)
from ahp_companion.domain.returning import Equivalent, Standing
from ahp_companion.domain.scope import ScopeLine, ScopeSheet, current, is_past, still_to_ask
from ahp_companion.exchange.samples import Sample
from ahp_companion.store.catalogue import read_catalogue

from .sampled import portfolio_of, read
from .test_sample_portfolios import all_words

STARTED_ON = date(2025, 2, 3)
TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read("osteopath")


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    return portfolio_of(sample)


def test_he_is_registered_with_the_general_osteopathic_council(portfolio: Portfolio) -> None:
    professions = read_catalogue(resource()).professions
    owner = portfolio.practitioner
    assert professions[owner.profession].regulator is Regulator.GOSC
    assert {"ô", "ŷ"} <= set(owner.name)


def test_nothing_in_it_speaks_of_another_regulator(sample: Sample, portfolio: Portfolio) -> None:
    assert not [words for words in all_words(sample, portfolio) if "hcpc" in words.casefold()]
    tags = [tag for each in portfolio.all(CpdActivity) for tag in each.statements]
    assert {tag.partition(":")[0] for tag in tags} == {"gosc-cpd"}
    assert "audit_profile" not in portfolio.counts


def test_he_worked_alone_for_nine_years_before(portfolio: Portfolio) -> None:
    practice, trust = portfolio.all(Workplace)
    assert (practice.kind, trust.kind) == (WorkplaceKind.SOLE, WorkplaceKind.NHS)
    assert practice.started_on
    assert practice.ended_on
    assert months_after(practice.started_on, 9 * 12) < practice.ended_on < STARTED_ON
    assert current_workplace(portfolio.all(Workplace)) == trust


def test_twelve_months_into_a_new_sector_are_finished(portfolio: Portfolio) -> None:
    (year,) = portfolio.all(Preceptorship)
    assert (year.transition, year.status) == (Transition.ORGANISATION, Status.FINISHED)
    assert (year.started_on, year.length_months) == (STARTED_ON, 12)
    assert ends_on(year) == date(2026, 2, 2)


def test_the_preceptor_is_a_physiotherapist_and_an_osteopath_elsewhere_supports_him(
    portfolio: Portfolio,
) -> None:
    (year,) = portfolio.all(Preceptorship)
    preceptor = portfolio.find(Person, year.preceptor)
    assert preceptor
    assert preceptor.profession == "PH"
    assert "’" in preceptor.name
    (elsewhere,) = [
        each
        for each in portfolio.all(Person)
        if PersonRole.SAME_PROFESSION in each.roles and each.profession == "OSTEOPATH"
    ]
    assert elsewhere.id in year.supporters
    assert elsewhere.organisation != preceptor.organisation
    assert year.only_one_here


def test_each_layer_of_the_plan_has_two_objectives(portfolio: Portfolio) -> None:
    assert [len(held) for held in by_layer(portfolio.all(Objective)).values()] == [2, 2, 2, 2]
    assert Counter(each.state for each in portfolio.all(Objective)) == {
        ObjectiveState.REACHED: 7,
        ObjectiveState.GOES_ON: 1,
    }


def test_manual_assessment_and_running_a_business_are_among_his_strengths(
    portfolio: Portfolio,
) -> None:
    words = {each.words for each in portfolio.all(Strength)}
    assert {"Manual assessment", "Running a small business"} <= words


def test_the_rotation_did_not_restart_the_year(portfolio: Portfolio) -> None:
    (rotation,) = portfolio.all(Placement)
    assert (rotation.has_preceptor, rotation.had_induction) == (True, False)
    assert rotation.started_on
    assert rotation.started_on > STARTED_ON
    assert len(portfolio.all(Preceptorship)) == 1


def test_meetings_fall_inside_the_year(portfolio: Portfolio) -> None:
    held = portfolio.all(Meeting)
    assert all(each.held_on and STARTED_ON <= each.held_on <= TODAY for each in held)
    assert Counter(each.stage for each in held if each.kind is MeetingKind.PRECEPTORSHIP) == {
        MeetingStage.INITIAL: 1,
        MeetingStage.AD_HOC: 1,
        MeetingStage.INTERIM: 3,
        MeetingStage.FINAL: 1,
    }


def test_four_hours_a_month_were_agreed_and_some_are_still_owed(portfolio: Portfolio) -> None:
    mine = of(portfolio.all(ProtectedTime), Whose.PRECEPTEE)
    agreed = [each for each in portfolio.all(TimeAgreement) if each.whose is Whose.PRECEPTEE]
    balance = so_far(by_month(agreed, mine, on=TODAY))
    assert balance
    assert (balance.agreed, balance.taken, balance.lost) == (2880, 2610, 570)
    assert (balance.own, balance.owed) == (255, 270)


def test_cpd_from_the_independent_years_can_be_included(portfolio: Portfolio) -> None:
    before = [
        each
        for each in portfolio.all(CpdActivity)
        if each.started_on and each.started_on < STARTED_ON
    ]
    assert len(before) == 9
    assert not any(each.preceptorship for each in before)
    leaving = chosen(portfolio, Choice(preceptorship=portfolio.all(Preceptorship)[0].id))
    assert set(before) <= set(leaving.portfolio.all(CpdActivity))


def test_the_three_years_have_the_hours_and_the_activities_that_his_regulator_asks_for(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    assert sum(each.minutes or 0 for each in held) >= 90 * 60
    assert sum(each.minutes_with_others or 0 for each in held) >= 45 * 60
    tags = {tag for each in held for tag in each.statements}
    assert tags == {
        *(f"gosc-cpd:{theme}" for theme in "ABCD"),
        "gosc-cpd:objective-activity",
        "gosc-cpd:communication-and-consent",
        "gosc-cpd:peer-discussion-review",
    }


def test_one_activity_is_captured_and_not_yet_thought_about(portfolio: Portfolio) -> None:
    (left,) = [each for each in portfolio.all(CpdActivity) if is_unfinished(each)]
    assert left.title == "Half day on supervising students"


def test_confidence_went_down_before_it_went_up(portfolio: Portfolio) -> None:
    drawn = curves(portfolio.all(RatedStatement), portfolio.all(ConfidenceRating))
    assert len(drawn) == 5
    assert all(3 <= len(each.ratings) <= 5 for each in drawn)
    (explaining,) = [each for each in drawn if "without apologising" in each.statement.words]
    assert [each.rating for each in explaining.ratings] == [6, 3, 8, 9]
    assert movement(explaining) == "from 6 in February 2025 to 9 in January 2026"


def test_what_he_recorded_lies_between_2024_and_today(portfolio: Portfolio) -> None:
    for kind in (CpdActivity, Evidence, ConfidenceRating, ProtectedTime):
        for each in portfolio.all(kind):
            on = kinds.of(each).happened_on(each)
            assert on
            assert date(2024, 1, 1) <= on <= TODAY


def test_his_scope_alone_is_closed_and_the_trusts_sheet_says_what_carried_over(
    portfolio: Portfolio,
) -> None:
    sheets = portfolio.all(ScopeSheet)
    (alone,) = [each for each in sheets if is_past(each)]
    now = current(sheets)
    assert now
    assert now.before == alone.id
    assert alone.to_on == date(2025, 1, 24)
    assert still_to_ask(portfolio.of(ScopeLine, now.id, by="sheet")) == 1


def test_what_he_had_learnt_before_was_accepted_or_done_again(portfolio: Portfolio) -> None:
    held = portfolio.all(Equivalent)
    assert {each.standing for each in held} == {Standing.ACCEPTED, Standing.REPEAT}
    assert all(each.settled_by and each.settled_on for each in held)
