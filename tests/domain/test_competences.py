"""Competences: what is met here, what was met elsewhere, and what has rested too long."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.competences import (
    Competence,
    asked_again,
    by_heading,
    is_asked,
    is_met,
    long_unused,
    unused_up_to,
)
from ahp_companion.domain.scope import CarriesOver

TODAY = date(2026, 3, 12)
MET = Competence(words="Assesses a kitchen", met_on=date(2024, 5, 1))


@pytest.mark.parametrize(
    ("carries_over", "holds"),
    [(None, True), (CarriesOver.ASKED, True), (CarriesOver.YES, True), (CarriesOver.NO, False)],
)
def test_what_does_not_carry_over_is_not_met_here(
    carries_over: CarriesOver | None, holds: bool
) -> None:
    assert is_met(replace(MET, carries_over=carries_over)) is holds
    assert not is_met(Competence(carries_over=carries_over))


def test_a_change_of_setting_asks_of_what_was_met_and_of_nothing_else() -> None:
    elsewhere = replace(MET, id="b", met_where="School", carries_over=CarriesOver.YES)
    left = replace(MET, id="c", carries_over=CarriesOver.NO)
    asked = asked_again([MET, elsewhere, left, Competence()], where="Hospital")
    assert [each.id for each in asked] == [MET.id, "b"]
    assert [each.met_where for each in asked] == ["Hospital", "School"]
    assert all(is_asked(each) and each.met_elsewhere for each in asked)


def test_what_was_last_used_longer_ago_than_some_months_is_long_unused() -> None:
    rested, fresh, unmet = (
        replace(MET, last_used_on=date(2025, 9, 11)),
        replace(MET, last_used_on=date(2025, 9, 12)),
        Competence(last_used_on=date(2020, 1, 1)),
    )
    assert long_unused([rested, fresh, unmet, MET], on=TODAY) == (rested,)
    assert long_unused([rested, fresh], on=TODAY, months=12) == ()


@given(on=st.dates(date(1990, 1, 1), date(2100, 1, 1)), months=st.integers(1, 60))
def test_the_last_day_of_long_unused_is_the_last(on: date, months: int) -> None:
    last = unused_up_to(on, months)
    used = replace(MET, last_used_on=last)
    after = replace(MET, last_used_on=last + timedelta(days=1))
    assert long_unused([used, after], on=on, months=months) == (used,)


def test_headings_keep_the_order_of_their_competences() -> None:
    found = by_heading([Competence(heading=each) for each in ("B", "A", "B")])
    assert [(name, len(held)) for name, held in found.items()] == [("B", 2), ("A", 1)]
