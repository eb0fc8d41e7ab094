"""The speech and language therapist's sample: newly qualified, with no employer at all."""

from datetime import date

import pytest

from ahp_companion.domain.agreements import Agreement, AgreementKind, current, with_whom
from ahp_companion.domain.cpd import CpdActivity, is_unfinished
from ahp_companion.domain.delegation import Delegation, Direction
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Workplace, WorkplaceKind, current_workplace
from ahp_companion.domain.preceptorship import Preceptorship, Status, Transition
from ahp_companion.domain.protected_time import (
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    of,
    so_far,
)
from ahp_companion.domain.scope import ScopeKind, ScopeLine, in_force
from ahp_companion.domain.workbooks import Worksheet

from .sampled import portfolio_of, read

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return portfolio_of(read("solo-slt"))


@pytest.fixture(scope="module")
def year(portfolio: Portfolio) -> Preceptorship:
    (preceptorship,) = portfolio.all(Preceptorship)
    return preceptorship


def test_she_works_for_herself_without_a_lead_or_a_policy(portfolio: Portfolio) -> None:
    workplace = current_workplace(portfolio.all(Workplace))
    assert workplace
    assert workplace.kind is WorkplaceKind.SOLE
    assert (workplace.preceptorship_lead, workplace.policy_place) == ("", "")
    assert {"é", "’", "-"} <= set(portfolio.practitioner.name)


def test_nobody_around_her_is_a_manager_or_a_lead(portfolio: Portfolio) -> None:
    played = {role for each in portfolio.all(Person) for role in each.roles}
    assert not played & {
        PersonRole.LINE_MANAGER,
        PersonRole.PRECEPTORSHIP_LEAD,
        PersonRole.CHIEF_AHP,
    }


def test_her_first_twelve_months_are_self_agreed_and_under_way(
    portfolio: Portfolio, year: Preceptorship
) -> None:
    assert (year.transition, year.status) == (Transition.NEWLY_QUALIFIED, Status.UNDER_WAY)
    assert year.length_months == 12
    agreement = current(portfolio.of(Agreement, year.id), AgreementKind.PRECEPTORSHIP)
    assert agreement is not None
    assert with_whom(agreement).startswith("Self-agreed, with Harriet")


def test_her_preceptor_works_in_another_firm(portfolio: Portfolio, year: Preceptorship) -> None:
    preceptor = portfolio.find(Person, year.preceptor)
    assert preceptor
    assert preceptor.profession == "SL"
    assert "another firm" in preceptor.organisation


def test_her_cover_runs_out_in_spring_and_does_not_yet_match_her_scope(
    portfolio: Portfolio,
) -> None:
    owner = portfolio.practitioner
    assert owner.indemnity_expires_on == date(2026, 4, 30)
    assert not owner.indemnity_matches_scope


def test_time_inside_her_week_and_time_of_her_own_are_counted_apart(
    portfolio: Portfolio,
) -> None:
    mine = of(portfolio.all(ProtectedTime), Whose.PRECEPTEE)
    agreed = [each for each in portfolio.all(TimeAgreement) if each.whose is Whose.PRECEPTEE]
    balance = so_far(by_month(agreed, mine, on=TODAY))
    assert balance
    assert (balance.agreed, balance.taken, balance.lost) == (39 * 60, 1590, 450)
    assert (balance.own, balance.owed) == (11 * 60, 39 * 60 - 1590)


def test_eight_meetings_were_held_and_two_are_planned(portfolio: Portfolio) -> None:
    held = portfolio.all(Meeting)
    assert len([each for each in held if each.held_on and each.held_on <= TODAY]) == 8
    assert [each.planned_on for each in held if not each.held_on] == [
        date(2026, 6, 4),
        date(2026, 9, 3),
    ]


def test_four_activities_are_chosen_and_one_is_only_captured(portfolio: Portfolio) -> None:
    held = portfolio.all(CpdActivity)
    chosen = [each for each in held if each.is_chosen]
    assert len(chosen) == 4
    assert all(each.benefit_to_practice and each.benefit_to_service_users for each in chosen)
    assert [each.started_on for each in held if is_unfinished(each)] == [date(2026, 3, 6)]


def test_her_scope_has_a_line_for_every_heading_and_no_is_among_them(portfolio: Portfolio) -> None:
    held = in_force(portfolio.all(ScopeLine))
    assert all(held[kind] for kind in ScopeKind)
    assert any("nearly sure" in each.words for each in held[ScopeKind.SAY_NO])


def test_she_delegates_and_is_delegated_to(portfolio: Portfolio) -> None:
    assert {each.direction for each in portfolio.all(Delegation)} == set(Direction)


def test_she_fills_in_the_checklist_of_her_own_employer(portfolio: Portfolio) -> None:
    assert "role-own-employer" in {each.workbook for each in portfolio.all(Worksheet)}
