"""The returner's sample: nine years away, sixty days of updating, and the first months after."""

from datetime import date

import pytest

from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status, Transition
from ahp_companion.domain.returning import (
    DAY_MINUTES,
    Recheck,
    Updating,
    UpdatingKind,
    days,
    is_overdue,
    minutes_by_kind,
    was_long_away,
)

from .sampled import portfolio_of, read

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return portfolio_of(read("return-to-practice"))


def test_she_is_forty_four_and_was_away_for_nine_years_after_eight(portfolio: Portfolio) -> None:
    assert "forty-four" in portfolio.practitioner.about
    for each in portfolio.all(Preceptorship):
        assert each.transition is Transition.RETURN_TO_PRACTICE
        assert (each.away_months, each.practised_years) == (9 * 12, 8)
        assert was_long_away(each)


def test_sixty_days_of_updating_are_logged_by_kind(portfolio: Portfolio) -> None:
    minutes = minutes_by_kind(portfolio.all(Updating))
    assert {kind: days(each) for kind, each in minutes.items()} == {
        UpdatingKind.SUPERVISED: "32 days",
        UpdatingKind.FORMAL: "10 days",
        UpdatingKind.PRIVATE: "18 days",
    }
    assert sum(minutes.values()) == 60 * DAY_MINUTES
    # HCPC, Returning to practice: private study is at most half of it.
    assert minutes[UpdatingKind.PRIVATE] * 2 <= sum(minutes.values())


def test_all_of_it_lies_before_she_was_on_the_register_again(portfolio: Portfolio) -> None:
    registered_on = portfolio.practitioner.registered_on
    assert registered_on
    logged = [each.on for each in portfolio.all(Updating) if each.on]
    assert len(logged) == 30
    assert max(logged) < registered_on
    assert (registered_on - min(logged)).days < 365


def test_the_first_year_back_follows_from_the_sixty_days(portfolio: Portfolio) -> None:
    updating, year = sorted(portfolio.all(Preceptorship), key=lambda each: each.started_on or TODAY)
    assert (updating.status, year.status) == (Status.FINISHED, Status.UNDER_WAY)
    assert year.follows == updating.id
    assert {updating.side, year.side} == {Side.PRECEPTEE}


def test_five_things_are_looked_at_again_and_two_are_still_ahead(portfolio: Portfolio) -> None:
    held = portfolio.all(Recheck)
    assert [each.rechecked_on is None for each in held].count(True) == 2
    assert len(held) == 5
    assert not any(is_overdue(each, on=TODAY) for each in held)
