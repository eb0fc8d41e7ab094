"""Protected time: what was agreed pro rata, what was taken, and what stays owed."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.protected_time import (
    Per,
    ProtectedTime,
    TimeAgreement,
    Whose,
    agreed_minutes,
    by_month,
    of,
    scaled,
    so_far,
)
from tests.sizes import drawn

MONTHLY = TimeAgreement(minutes=120, per=Per.MONTH, from_on=date(2026, 1, 1))


def agreed(agreement: TimeAgreement, from_on: date, to_on: date) -> int:
    return agreed_minutes([agreement], from_on=from_on, to_on=to_on)


@pytest.mark.parametrize(
    ("per", "minutes", "from_on", "to_on", "whole"),
    [
        (Per.WEEK, 60, date(2026, 1, 5), date(2026, 1, 11), 60),
        (Per.WEEK, 70, date(2026, 1, 5), date(2026, 1, 7), 30),
        (Per.FORTNIGHT, 140, date(2026, 1, 5), date(2026, 1, 18), 140),
        (Per.FORTNIGHT, 140, date(2026, 1, 5), date(2026, 1, 5), 10),
        (Per.MONTH, 120, date(2026, 1, 1), date(2026, 1, 31), 120),
        (Per.MONTH, 120, date(2026, 2, 1), date(2026, 2, 28), 120),
        (Per.MONTH, 112, date(2026, 2, 1), date(2026, 2, 7), 28),
        (Per.MONTH, 120, date(2026, 1, 17), date(2026, 2, 14), 118),
        (Per.QUARTER, 360, date(2026, 1, 1), date(2026, 3, 31), 360),
        (Per.QUARTER, 360, date(2026, 1, 1), date(2026, 1, 31), 120),
        (Per.QUARTER, 360, date(2026, 2, 1), date(2026, 2, 14), 60),
        (Per.MONTH, 120, date(2026, 3, 2), date(2026, 3, 1), 0),
    ],
)
def test_a_period_begun_counts_by_its_days(
    per: Per, minutes: int, from_on: date, to_on: date, whole: int
) -> None:
    assert agreed(TimeAgreement(minutes=minutes, per=per), from_on, to_on) == whole


def test_an_agreement_counts_from_its_first_day_to_its_last() -> None:
    january = TimeAgreement(
        minutes=310, per=Per.MONTH, from_on=date(2026, 1, 30), to_on=date(2026, 2, 14)
    )
    assert agreed(january, date(2025, 1, 1), date(2027, 1, 1)) == 20 + 155
    assert agreed(january, date(2026, 2, 15), date(2027, 1, 1)) == 0


def test_agreements_that_overlap_add_up() -> None:
    study = TimeAgreement(minutes=60, per=Per.MONTH, from_on=date(2026, 1, 1))
    both = agreed_minutes([MONTHLY, study], from_on=date(2026, 1, 1), to_on=date(2026, 1, 31))
    assert both == 180


@drawn(80)
@given(
    per=st.sampled_from(list(Per)),
    minutes=st.integers(min_value=0, max_value=3000),
    start=st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
    days=st.lists(st.integers(min_value=0, max_value=200), min_size=2, max_size=2),
)
def test_what_is_agreed_for_two_spans_is_what_is_agreed_for_both(
    per: Per, minutes: int, start: date, days: list[int]
) -> None:
    agreement = TimeAgreement(minutes=minutes, per=per)
    middle = start + timedelta(days=days[0])
    end = middle + timedelta(days=days[1] + 1)
    apart = agreed(agreement, start, middle) + agreed(agreement, middle + timedelta(days=1), end)
    assert abs(apart - agreed(agreement, start, end)) <= 1


def session(on: date | None, **minutes: int) -> ProtectedTime:
    return ProtectedTime(on=on, **minutes)  # type: ignore[arg-type]


JANUARY = session(date(2026, 1, 14), planned_minutes=120, taken_minutes=90, lost_minutes=30)
FEBRUARY = session(date(2026, 2, 11), planned_minutes=60, taken_minutes=80)


def test_owed_runs_on_from_month_to_month() -> None:
    months = by_month([MONTHLY], [JANUARY, FEBRUARY], on=date(2026, 3, 31))
    assert [each.from_on for each in months] == [date(2026, month, 1) for month in (1, 2, 3)]
    assert [each.agreed for each in months] == [120, 120, 120]
    assert [each.taken for each in months] == [90, 80, 0]
    assert [each.owed for each in months] == [30, 70, 190]


def test_time_lost_stays_owed() -> None:
    lost = session(date(2026, 1, 14), planned_minutes=120, lost_minutes=120)
    (month,) = by_month([MONTHLY], [lost], on=date(2026, 1, 31))
    assert (month.lost, month.taken, month.owed) == (120, 0, 120)


def test_an_overrun_session_counts_in_full() -> None:
    overrun = session(date(2026, 1, 14), planned_minutes=60, taken_minutes=150)
    (month,) = by_month([MONTHLY], [overrun], on=date(2026, 1, 31))
    assert month.owed == -30


def test_time_of_ones_own_is_counted_apart_and_pays_nothing_back() -> None:
    own = ProtectedTime(
        on=date(2026, 1, 20),
        planned_minutes=45,
        taken_minutes=45,
        lost_minutes=15,
        lost_reason="Late ward round",
        is_own_time=True,
    )
    (month,) = by_month([MONTHLY], [JANUARY, own], on=date(2026, 1, 31))
    assert month.own == 45
    assert (month.planned, month.taken, month.lost, month.owed) == (120, 90, 30, 30)
    assert month.reasons == ()


def test_the_reasons_time_was_lost_for_are_kept_in_their_own_words() -> None:
    first = ProtectedTime(on=date(2026, 1, 2), lost_minutes=30, lost_reason="Two colleagues away")
    second = ProtectedTime(on=date(2026, 1, 9), lost_minutes=30, lost_reason="Ward closed")
    (month,) = by_month([], [first, second], on=date(2026, 1, 31))
    assert month.reasons == ("Two colleagues away", "Ward closed")


def test_a_month_not_over_yet_is_agreed_up_to_today() -> None:
    (month,) = by_month([MONTHLY], [], on=date(2026, 1, 15))
    assert month.agreed == 58


def test_sessions_to_come_and_sessions_without_a_day_do_not_count() -> None:
    later = session(date(2026, 1, 16), taken_minutes=60)
    undated = session(None, taken_minutes=60)
    (month,) = by_month([MONTHLY], [later, undated], on=date(2026, 1, 15))
    assert month.taken == 0


def test_a_session_before_any_agreement_opens_the_balance() -> None:
    months = by_month(
        [MONTHLY], [session(date(2025, 11, 3), taken_minutes=30)], on=date(2026, 1, 31)
    )
    assert [each.owed for each in months] == [-30, -30, 90]


def test_nothing_agreed_and_nothing_held_is_no_balance() -> None:
    assert by_month([], [], on=date(2026, 1, 1)) == ()
    assert by_month([MONTHLY], [], on=date(2025, 12, 31)) == ()
    assert so_far([]) is None


@drawn(60)
@given(
    per=st.sampled_from(list(Per)),
    minutes=st.integers(min_value=0, max_value=3000),
    start=st.dates(min_value=date(2024, 1, 1), max_value=date(2025, 1, 1)),
    length=st.integers(min_value=0, max_value=800),
    taken=st.lists(
        st.tuples(st.integers(min_value=0, max_value=800), st.integers(0, 300)), max_size=6
    ),
)
def test_months_add_up_to_the_whole_however_they_round(
    per: Per, minutes: int, start: date, length: int, taken: list[tuple[int, int]]
) -> None:
    agreement = TimeAgreement(minutes=minutes, per=per, from_on=start)
    on = start + timedelta(days=length)
    sessions = [session(start + timedelta(days=day), taken_minutes=many) for day, many in taken]
    months = by_month([agreement], sessions, on=on)
    whole = so_far(months)
    assert whole is not None
    assert whole.agreed == agreed(agreement, start, on)
    assert whole.taken == sum(many for day, many in taken if day <= length)
    assert whole.owed == whole.agreed - whole.taken
    assert all(each.agreed >= 0 for each in months)


def test_the_balance_so_far_adds_the_months_and_keeps_what_is_owed_last() -> None:
    months = by_month([MONTHLY], [JANUARY, FEBRUARY], on=date(2026, 3, 31))
    whole = so_far(iter(months))
    assert whole is not None
    assert (whole.from_on, whole.agreed, whole.planned) == (date(2026, 1, 1), 360, 180)
    assert (whole.taken, whole.lost, whole.owed) == (170, 30, 190)


def test_the_preceptors_time_is_kept_apart_from_the_preceptees() -> None:
    theirs = ProtectedTime(whose=Whose.PRECEPTOR, on=date(2026, 1, 2))
    assert of([JANUARY, theirs], Whose.PRECEPTOR) == (theirs,)
    assert of([JANUARY, theirs], Whose.PRECEPTEE) == (JANUARY,)


@pytest.mark.parametrize(
    ("minutes", "wte", "part"),
    [(120, 60, 70), (120, 100, 120), (120, None, 120), (120, 0, 120), (90, 60, 55), (240, 80, 190)],
)
def test_part_time_is_in_proportion_to_the_nearest_five_minutes(
    minutes: int, wte: int | None, part: int
) -> None:
    assert scaled(minutes, wte) == part
    if wte:
        assert abs(Fraction(minutes * wte, 100) - part) <= Fraction(5, 2)
