"""What people type, read as days and lengths of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.reading import read_day, read_duration
from ahp_companion.domain.words import day, duration
from tests.sizes import drawn

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("12 March 2026", date(2026, 3, 12)),
        ("12/3/26", date(2026, 3, 12)),
        ("12/03/2026", date(2026, 3, 12)),
        ("12.3.2026", date(2026, 3, 12)),
        ("12-3-2026", date(2026, 3, 12)),
        ("  12 mar ", date(2026, 3, 12)),
        ("2nd of May", None),
        ("2nd May", date(2026, 5, 2)),
        ("30 Dec", date(2025, 12, 30)),
        ("29 February", None),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("2026-03-12", date(2026, 3, 12)),
        ("Yesterday", date(2026, 3, 11)),
        ("today", TODAY),
        ("tomorrow", date(2026, 3, 13)),
        ("31/4/2026", None),
        ("3/13/2026", None),
        ("ma 2026", None),
        ("12 ma 2026", None),
        ("", None),
        ("soon", None),
        ("12", None),
        ("12 march 2026 at noon", None),
        ("0 March 2026", None),
        ("1 1 0", date(2000, 1, 1)),
        ("١٢/٣/٢٦", date(2026, 3, 12)),
        ("12/3/99999999999999999999", None),
        ("99999999999999999999/3/2026", None),
    ],
)
def test_a_day_is_read_as_it_is_written_in_britain(typed: str, on: date | None) -> None:
    assert read_day(typed, today=TODAY) == on


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1.5", 90),
        ("1,5 h", 90),
        ("2 hours", 120),
        ("45 min", 45),
        ("45m", 45),
        ("3", 180),
        ("0", 0),
        ("7:60", None),
        ("", None),
        ("an hour", None),
        ("-1", None),
        ("1 h 30 h", None),
        ("99999 h", 5_999_940),
        ("99999999999999999999", None),
        ("9" * 400, None),
    ],
)
def test_a_length_of_time_is_read(typed: str, minutes: int | None) -> None:
    assert read_duration(typed) == minutes


@drawn(80)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_as_the_app_writes_it_is_read_back(on: date) -> None:
    assert read_day(day(on), today=TODAY) == on
    assert read_day(on.isoformat(), today=TODAY) == on


@drawn(80)
@given(st.integers(min_value=0, max_value=10_000))
def test_a_length_as_the_app_writes_it_is_read_back(minutes: int) -> None:
    assert read_duration(duration(minutes)) == minutes


@drawn(150)
@given(st.text(max_size=20) | st.text("0123456789.,:-/ hm", max_size=30))
def test_whatever_is_typed_is_read_or_not(typed: str) -> None:
    assert read_day(typed, today=TODAY) is None or read_day(typed, today=TODAY)
    assert (read_duration(typed) or 0) >= 0
