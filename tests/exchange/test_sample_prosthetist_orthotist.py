"""The orthotist's sample: the only one of her profession in the trust, and three months in."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain.agreements import Agreement, AgreementKind
from ahp_companion.domain.changes import deleted
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement, curves
from ahp_companion.domain.contacts import Contact, contacts_in_words
from ahp_companion.domain.cpd import CpdActivity, is_unfinished
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, MeetingStage, is_overdue
from ahp_companion.domain.mix import Mix, missing
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Layer, Objective, ObjectiveState, by_layer
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Status,
    Transition,
    ends_on,
)
from ahp_companion.domain.professions import number_oddity
from ahp_companion.domain.protected_time import (
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    of,
    so_far,
)
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet, side_by_side
from ahp_companion.exchange.samples import Sample
from ahp_companion.store.catalogue import read_catalogue

from .sampled import portfolio_of, read, written

STARTED_ON, ENDS_ON = date(2025, 12, 1), date(2026, 11, 30)
TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read("prosthetist-orthotist")


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    return portfolio_of(sample)


@pytest.fixture(scope="module")
def year(portfolio: Portfolio) -> Preceptorship:
    (preceptorship,) = portfolio.all(Preceptorship)
    return preceptorship


def outside_contact(portfolio: Portfolio) -> Person:
    """Return the one person of her own profession that she knows."""
    own = portfolio.practitioner.profession
    (only,) = [each for each in portfolio.all(Person) if each.profession == own]
    return only


def test_she_is_a_prosthetist_and_orthotist_whose_name_needs_every_letter(
    portfolio: Portfolio,
) -> None:
    owner = portfolio.practitioner
    profession = read_catalogue(resource()).professions[owner.profession]
    assert profession.is_small
    assert owner.modality in profession.modalities
    assert not number_oddity(profession, owner.registration_number)
    assert {"Đ", "ặ", "ị", "ỳ"} <= set(owner.name)


def test_she_is_three_months_into_her_first_twelve(year: Preceptorship) -> None:
    assert (year.transition, year.status) == (Transition.NEWLY_QUALIFIED, Status.UNDER_WAY)
    assert (year.started_on, year.length_months) == (STARTED_ON, 12)
    assert ends_on(year) == ENDS_ON


def test_she_is_the_only_one_of_her_profession_and_her_preceptor_is_a_podiatrist(
    portfolio: Portfolio, year: Preceptorship
) -> None:
    preceptor = portfolio.find(Person, year.preceptor)
    assert year.only_one_here
    assert preceptor
    assert preceptor.profession == "CH"
    assert "’" in preceptor.name


def test_one_person_of_her_profession_supports_her_from_another_region(
    portfolio: Portfolio, year: Preceptorship
) -> None:
    contact = outside_contact(portfolio)
    assert PersonRole.SAME_PROFESSION in contact.roles
    assert contact.id in year.supporters
    assert "Scotland" in contact.organisation
    assert portfolio.practitioner.nation == "england"


def test_three_contacts_with_her_are_logged(portfolio: Portfolio) -> None:
    contact = outside_contact(portfolio)
    held = [each for each in portfolio.all(Meeting) if contact.id in each.people]
    assert [each.held_on for each in held] == [
        date(2025, 12, 17),
        date(2026, 1, 21),
        date(2026, 2, 19),
    ]
    assert {each.kind for each in held} == {MeetingKind.PEER_GROUP}
    activities = {each.started_on for each in portfolio.all(CpdActivity)}
    assert {each.held_on for each in held} <= activities


def test_the_layer_of_her_profession_rests_on_that_one_person(portfolio: Portfolio) -> None:
    first_name = outside_contact(portfolio).name.split()[0]
    objectives = by_layer(portfolio.all(Objective))[Layer.PROFESSION]
    assert len(objectives) == 2
    assert first_name in objectives[0].how
    assert "Forthside" in objectives[1].how
    assert "Forthside" in outside_contact(portfolio).organisation


def test_without_that_person_nobody_of_her_profession_is_left(
    sample: Sample, portfolio: Portfolio, year: Preceptorship, tmp_path: Path
) -> None:
    contact = outside_contact(portfolio)
    with written(sample, tmp_path) as file:
        file.apply(deleted(contact, file.records.linking))
        after = file.records.gather()
        assert file.problems() == []
    assert not any(each.profession == "PO" for each in after.all(Person))
    assert after.find(Preceptorship, year.id) == replace(
        year, supporters=tuple(each for each in year.supporters if each != contact.id)
    )
    assert len(after.all(Meeting)) == len(portfolio.all(Meeting))


def test_what_is_behind_her_was_held_and_what_is_ahead_is_planned(portfolio: Portfolio) -> None:
    assert [bool(each.held_on) for each in portfolio.all(Milestone)] == [True, False, False, False]
    ahead = [each for each in portfolio.all(Meeting) if not each.held_on]
    assert [each.stage for each in ahead] == [
        MeetingStage.INTERIM,
        MeetingStage.INTERIM,
        MeetingStage.FINAL,
    ]
    for each in ahead:
        assert each.planned_on
        assert TODAY < each.planned_on <= ENDS_ON
        assert not each.record


def test_the_second_placement_has_something_left_to_settle(portfolio: Portfolio) -> None:
    now, then = portfolio.all(Placement)
    assert (now.has_preceptor, now.has_supervisor, now.needs_checked) == (True, True, True)
    assert (then.has_preceptor, then.has_supervisor) == (True, False)
    assert then.started_on
    assert then.started_on > TODAY


def test_objectives_are_where_they_are_after_three_months(portfolio: Portfolio) -> None:
    assert Counter(each.state for each in portfolio.all(Objective)) == {
        ObjectiveState.REACHED: 1,
        ObjectiveState.UNDER_WAY: 5,
        ObjectiveState.TO_DO: 1,
    }


def test_friday_mornings_were_lost_to_a_post_that_is_empty(portfolio: Portfolio) -> None:
    mine = of(portfolio.all(ProtectedTime), Whose.PRECEPTEE)
    fridays = [each for each in mine if each.on and each.on.weekday() == 4]
    assert sum(each.planned_minutes for each in fridays) == 28 * 60
    assert sum(each.taken_minutes for each in fridays) == 16 * 60 + 15
    agreed = [each for each in portfolio.all(TimeAgreement) if each.whose is Whose.PRECEPTEE]
    balance = so_far(by_month(agreed, mine, on=TODAY))
    assert balance
    assert (balance.taken, balance.lost, balance.own) == (1545, 705, 270)
    assert balance.owed > 0


def test_no_action_is_overdue_on_the_day_she_stops_writing(portfolio: Portfolio) -> None:
    held = portfolio.all(Action)
    assert len([each for each in held if each.done_on is None]) == 4
    assert not any(is_overdue(each, on=TODAY) for each in held)


def test_five_statements_were_rated_three_or_four_times(portfolio: Portfolio) -> None:
    drawn = curves(portfolio.all(RatedStatement), portfolio.all(ConfidenceRating))
    assert sorted(len(each.ratings) for each in drawn) == [3, 3, 3, 3, 4]


def test_her_cpd_begins_before_the_post_and_one_activity_is_only_captured(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    assert len(held) == 13
    assert sum(each.preceptorship is None for each in held) == 3
    assert all(each.started_on and each.started_on <= TODAY for each in held)
    assert [each.title for each in held if is_unfinished(each)] == ["What comes back: a count"]


def test_each_of_the_three_contacts_says_what_it_was_about(portfolio: Portfolio) -> None:
    held = portfolio.of(Contact, outside_contact(portfolio).id, by="person")
    assert contacts_in_words(held) == "3 contacts, the last on 19 February 2026"
    assert all(each.words and each.manner and each.minutes for each in held)


def test_learning_is_with_her_own_profession_and_with_several(portfolio: Portfolio) -> None:
    held = portfolio.all(Meeting)
    ishbel = outside_contact(portfolio).id
    own = [each for each in held if each.mix is Mix.OWN]
    assert own
    assert all(ishbel in each.people for each in own)
    days = [(each.held_on, each.mix) for each in held]
    assert missing(days, began_on=date(2025, 12, 1), on=TODAY) == ()
    without = [(day, mix) for day, mix in days if mix is not Mix.OWN]
    assert missing(without, began_on=date(2025, 12, 1), on=TODAY) == (Mix.OWN,)


def test_the_lead_is_the_champion_of_preceptorship_too(portfolio: Portfolio) -> None:
    (champion,) = [each for each in portfolio.all(Person) if PersonRole.CHAMPION in each.roles]
    assert PersonRole.PRECEPTORSHIP_LEAD in champion.roles


def test_the_clinic_she_learns_in_has_a_learning_agreement(portfolio: Portfolio) -> None:
    (learning,) = [
        each for each in portfolio.all(Agreement) if each.kind is AgreementKind.LEARNING
    ]  # fmt: skip
    assert {"role-at-the-end", "supernumerary-time", "cost"} <= set(learning.clauses)


def test_the_twenty_prompts_can_be_laid_side_by_side_and_time_went_backwards(
    portfolio: Portfolio,
) -> None:
    workbook = read_catalogue(resource()).workbooks["twenty-prompts"]
    sheets = [each for each in portfolio.all(Worksheet) if each.workbook == workbook.code]
    answers = {
        each.id: portfolio.of(WorkbookAnswer, each.id, by="worksheet") for each in sheets
    }  # fmt: skip
    held = side_by_side(workbook, sheets, answers)
    assert [each.on for each in sheets] == [date(2026, 1, 15), date(2026, 3, 3)]
    assert len(held) == 20
    (time,) = [each for each in held if each.question.code == "5.1"]
    assert [step for step, _ in time.said] == ["Started", "Not yet"]
