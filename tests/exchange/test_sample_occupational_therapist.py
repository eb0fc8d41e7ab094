"""The sample of a change of setting: twelve competences brought along, three of them not kept."""

from datetime import date

import pytest

from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.calendar import months_after
from ahp_companion.domain.competences import Competence, CompetenceFramework, is_met, long_unused
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Qualification, Workplace, WorkplaceKind
from ahp_companion.domain.preceptor_changes import PreceptorChange
from ahp_companion.domain.preceptorship import Preceptorship, Transition
from ahp_companion.domain.returning import Equivalent, Standing
from ahp_companion.domain.scope import (
    CarriesOver,
    ScopeKind,
    ScopeLine,
    ScopeSheet,
    current,
    in_force,
    is_past,
    still_to_ask,
)
from ahp_companion.domain.training import Training

from .sampled import portfolio_of, read

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return portfolio_of(read("occupational-therapist-move"))


def elsewhere(portfolio: Portfolio) -> list[Competence]:
    """Return the competences that were met in another place of work."""
    return [each for each in portfolio.all(Competence) if each.met_elsewhere]


def test_she_moves_from_a_hospital_to_a_council(portfolio: Portfolio) -> None:
    (move,) = portfolio.all(Preceptorship)
    before, now = portfolio.all(Workplace)
    assert (portfolio.practitioner.profession, move.transition) == ("OT", Transition.SETTING)
    assert (before.kind, now.kind) == (WorkplaceKind.NHS, WorkplaceKind.SOCIAL_CARE)
    assert before.ended_on
    assert before.ended_on < (move.started_on or TODAY)
    assert move.workplace == now.id
    assert move.practised_years == 6


def test_twelve_competences_were_met_elsewhere_with_a_day_a_place_and_a_name(
    portfolio: Portfolio,
) -> None:
    held = elsewhere(portfolio)
    assert len(held) == 12
    for each in held:
        assert each.met_on, each.words
        assert each.met_on < date(2025, 9, 1), each.words
        assert "Staithes Cross" in each.met_where
        assert each.signed_off_by, each.words


def test_three_of_them_do_not_carry_over_and_no_longer_count_as_met(portfolio: Portfolio) -> None:
    held = elsewhere(portfolio)
    lost = [each for each in held if each.carries_over is CarriesOver.NO]
    asked = [each for each in held if each.carries_over is CarriesOver.ASKED]
    assert (len(lost), len(asked)) == (3, 1)
    assert not any(is_met(each) for each in lost)
    assert sum(is_met(each) for each in held) == 9


def test_one_that_was_not_used_for_half_a_year_is_to_be_looked_at_again(
    portfolio: Portfolio,
) -> None:
    (unused,) = long_unused(portfolio.all(Competence), on=TODAY)
    assert unused.number == "4.2"
    assert unused.recheck_on
    assert unused.recheck_on > TODAY


def test_the_old_framework_is_kept_and_the_new_one_has_lines_still_open(
    portfolio: Portfolio,
) -> None:
    old, new = sorted(portfolio.all(CompetenceFramework), key=lambda each: not each.is_superseded)
    assert (old.is_superseded, new.is_superseded) == (True, False)
    here = portfolio.of(Competence, new.id, by="framework")
    assert {each.met_on is None for each in here} == {True, False}
    assert not any(each.met_elsewhere for each in here)


def test_the_hospitals_scope_sheet_is_closed_and_the_councils_took_over_from_it(
    portfolio: Portfolio,
) -> None:
    sheets = portfolio.all(ScopeSheet)
    (old,) = [each for each in sheets if is_past(each)]
    new = current(sheets)
    assert new
    assert new.before == old.id
    assert old.to_on == new.from_on
    old_lines, lines = portfolio.of(ScopeLine, old.id, by="sheet"), portfolio.of(
        ScopeLine, new.id, by="sheet"
    )  # fmt: skip
    assert not any(each.carries_over for each in old_lines)
    assert {each.carries_over for each in lines} == {*CarriesOver, None}
    assert still_to_ask(lines) == 1
    held = [each for group in in_force(lines).values() for each in group]
    assert not [each for each in held if "splint" in each.words]
    assert in_force(lines)[ScopeKind.SAY_NO]


def test_what_a_passport_needs_is_there(portfolio: Portfolio) -> None:
    assert len(portfolio.all(Training)) >= 6
    assert {each.standing for each in portfolio.all(Equivalent)} == set(Standing)
    assert [each for each in portfolio.all(Qualification) if each.expires_on]


def test_the_change_of_preceptor_did_not_restart_the_year(portfolio: Portfolio) -> None:
    (change,) = portfolio.all(PreceptorChange)
    (move,) = portfolio.all(Preceptorship)
    assert change.to_person == move.preceptor != change.from_person
    assert change.handed_on
    assert change.still_open
    assert (move.started_on, move.length_months) == (date(2025, 9, 1), 12)
    first, second = sorted(portfolio.all(Agreement), key=lambda each: each.agreed_on or TODAY)
    assert first.replaced_on == change.on == second.agreed_on
    assert second.replaced_on is None


def test_fourteen_months_of_cpd_reach_back_into_the_hospital(portfolio: Portfolio) -> None:
    days = [each.started_on for each in portfolio.all(CpdActivity) if each.started_on]
    first, last = min(days), max(days)
    assert months_after(first, 13) < last < months_after(first, 14)
    assert sum(day < date(2025, 9, 1) for day in days) == 5
