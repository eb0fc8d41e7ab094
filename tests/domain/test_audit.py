"""Silences in a record: three whole months, at both ends too, and what explains them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.audit import Gap, silences
from ahp_companion.domain.calendar import months_after
from ahp_companion.domain.cpd import CpdActivity
from tests.sizes import drawn

FROM, TO = date(2024, 5, 1), date(2026, 4, 30)


def found(*activities: CpdActivity, gaps: tuple[Gap, ...] = ()) -> list[tuple[date, date]]:
    spans = silences(activities, gaps, from_on=FROM, to_on=TO)
    return [(each.from_on, each.to_on) for each in spans]


def on(started_on: date, ended_on: date | None = None) -> CpdActivity:
    return CpdActivity(started_on=started_on, ended_on=ended_on)


def monthly(from_on: date = FROM, to_on: date = TO) -> list[CpdActivity]:
    months = [months_after(from_on, month) for month in range(30)]
    return [on(day) for day in months if day <= to_on]


def test_something_each_month_leaves_no_silence() -> None:
    assert found(*monthly()) == []


def test_nothing_at_all_is_one_silence() -> None:
    assert found() == [(FROM, TO)]
    assert found(CpdActivity(title="Undated")) == [(FROM, TO)]


def test_silence_is_found_at_both_ends_and_between() -> None:
    assert found(on(date(2024, 9, 10)), on(date(2025, 8, 1))) == [
        (FROM, date(2024, 9, 9)),
        (date(2024, 9, 11), date(2025, 7, 31)),
        (date(2025, 8, 2), TO),
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_silence"),
    [
        (date(2025, 2, 28), date(2025, 6, 1), True),
        (date(2025, 2, 28), date(2025, 5, 31), False),
        (date(2025, 3, 1), date(2025, 6, 2), True),
        (date(2025, 3, 1), date(2025, 6, 1), False),
        (date(2024, 11, 29), date(2025, 2, 28), True),
        (date(2024, 11, 30), date(2025, 2, 28), False),
    ],
)
def test_three_whole_months_by_the_calendar_are_a_silence(
    before: date, after: date, is_silence: bool
) -> None:
    around = [*monthly(to_on=before), on(before), *monthly(from_on=after)]
    span = (before + timedelta(days=1), after - timedelta(days=1))
    assert found(*around) == ([span] if is_silence else [])


def test_an_activity_that_lasts_fills_all_its_days() -> None:
    course = on(date(2024, 6, 1), date(2026, 3, 1))
    assert found(course) == []
    assert found(course, on(date(2024, 7, 1), date(2024, 7, 2))) == []


def test_an_activity_from_before_the_window_reaches_into_it() -> None:
    assert found(on(date(2023, 1, 1), date(2024, 12, 31))) == [(date(2025, 1, 1), TO)]
    assert found(on(date(2023, 1, 1))) == [(FROM, TO)]


def test_an_activity_after_the_window_fills_nothing_in_it() -> None:
    assert found(on(date(2026, 5, 1)), on(date(2027, 5, 1))) == [(FROM, TO)]


def test_an_end_before_the_start_is_no_end() -> None:
    assert found(on(date(2025, 5, 1), date(2020, 1, 1))) == [
        (FROM, date(2025, 4, 30)),
        (date(2025, 5, 2), TO),
    ]


def test_days_at_the_ends_of_time_are_taken_as_they_are() -> None:
    assert found(on(date.min), on(date.max)) == [(FROM, TO)]
    assert found(on(date.min, date.max)) == []


def explained(gap: Gap) -> bool:
    around = [*monthly(to_on=date(2025, 1, 1)), *monthly(from_on=date(2025, 8, 1))]
    (silence,) = silences(around, [Gap(), gap], from_on=FROM, to_on=TO)
    return silence.explained_by == gap


def test_a_gap_with_words_explains_what_it_overlaps() -> None:
    leave = "Maternity leave"
    assert explained(Gap(from_on=date(2025, 1, 1), to_on=date(2025, 7, 31), explanation=leave))
    assert explained(Gap(from_on=date(2025, 7, 31), explanation=leave))
    assert explained(Gap(to_on=date(2025, 1, 2), explanation=leave))


def test_a_gap_elsewhere_or_without_words_explains_nothing() -> None:
    assert not explained(Gap(from_on=date(2025, 2, 1), to_on=date(2025, 3, 1), explanation=" \n"))
    assert not explained(Gap(from_on=date(2025, 8, 1), explanation="Leave"))
    assert not explained(Gap(to_on=date(2025, 1, 1), explanation="Leave"))


@drawn(80)
@given(
    st.lists(
        st.tuples(st.integers(min_value=-100, max_value=900), st.integers(-10, 200)), max_size=8
    )
)
def test_silences_are_whole_free_of_activity_and_never_meet(
    spans: list[tuple[int, int]],
) -> None:
    activities = [
        on(FROM + timedelta(days=start), FROM + timedelta(days=start + length))
        for start, length in spans
    ]
    busy = {
        FROM + timedelta(days=start + day)
        for start, length in spans
        for day in range(max(length, 0) + 1)
    }
    free = [
        FROM + timedelta(days=day)
        for day in range((TO - FROM).days + 1)
        if FROM + timedelta(days=day) not in busy
    ]
    quiet = found(*activities)
    for from_on, to_on in quiet:
        assert to_on >= months_after(from_on, 3) - timedelta(days=1)
        assert FROM <= from_on <= to_on <= TO
    covered = {
        from_on + timedelta(days=day)
        for from_on, to_on in quiet
        for day in range((to_on - from_on).days + 1)
    }
    assert covered <= set(free)
    assert not [day for day in free if day not in covered and three_months_free(day, set(free))]


def three_months_free(start: date, free: set[date]) -> bool:
    days = (months_after(start, 3) - start).days
    return all(start + timedelta(days=day) in free for day in range(days))
