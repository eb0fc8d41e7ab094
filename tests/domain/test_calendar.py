"""Months as people count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.calendar import (
    days_in_month,
    first_of_month,
    months_after,
    months_between,
)
from tests.sizes import drawn

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 3, 12), 12, date(2027, 3, 12)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 18, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 12), 0, date(2026, 3, 12)),
        (date(2026, 3, 12), 10**9, date.max),
        (date(2026, 3, 12), -(10**9), date.min),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(
    start: date, months: int, end: date
) -> None:
    assert months_after(start, months) == end


@drawn(60)
@given(start=DAYS, months=st.integers(min_value=0, max_value=600))
def test_months_later_is_never_in_another_month(start: date, months: int) -> None:
    end = months_after(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == min(start.day, days_in_month(end))


@drawn(60)
@given(start=DAYS, days=st.integers(min_value=0, max_value=2000))
def test_every_month_that_a_span_touches_is_given_once(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    touched = {first_of_month(start + timedelta(days=each)) for each in range(days + 1)}
    assert list(months_between(start, end)) == sorted(touched)


def test_a_span_that_ends_before_it_begins_touches_no_month() -> None:
    assert list(months_between(date(2026, 4, 1), date(2026, 3, 31))) == []
