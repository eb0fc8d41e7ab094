"""What a preceptor promised beside the hours there are."""

from dataclasses import replace
from datetime import date

import pytest

from ahp_companion.domain.capacity import capacity_in_words, is_over, promises
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.protected_time import (
    Per,
    TimeAgreement,
    Whose,
    monthly_minutes,
)

ON = date(2026, 3, 12)
A = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="T.A.")
B = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="S.B.")
OVER = Preceptorship(side=Side.PRECEPTOR, status=Status.FINISHED)
MINE = Preceptorship(side=Side.PRECEPTEE)


def agreed(preceptorship: Preceptorship, minutes: int, whose: Whose) -> TimeAgreement:
    """Return so many minutes a month promised."""
    return TimeAgreement(
        preceptorship=preceptorship.id,
        whose=whose,
        minutes=minutes,
        per=Per.MONTH,
        from_on=date(2025, 9, 1),
    )


AGREED = (
    agreed(A, 120, Whose.PRECEPTOR),
    agreed(B, 180, Whose.PRECEPTOR),
    agreed(A, 600, Whose.PRECEPTEE),
    agreed(OVER, 600, Whose.PRECEPTOR),
    agreed(MINE, 600, Whose.PRECEPTOR),
)


def test_only_the_preceptors_own_time_in_what_is_running_is_promised() -> None:
    held = promises((A, B, OVER, MINE), AGREED, on=ON)
    assert [(each.preceptorship, each.minutes) for each in held] == [(A, 120), (B, 180)]


def test_five_hours_promised_are_one_more_than_four() -> None:
    held = promises((A, B), AGREED, on=ON)
    assert is_over(held, 240)
    assert capacity_in_words(held, 240) == (
        "5 h a month promised, 4 h there. That is 1 h more than there is."
    )


def test_a_promise_that_begins_in_the_middle_of_a_month_counts_in_full() -> None:
    begun = (
        replace(agreed(A, 120, Whose.PRECEPTOR), from_on=ON),
        replace(agreed(B, 180, Whose.PRECEPTOR), from_on=ON, to_on=ON),
    )
    assert is_over(promises((A, B), begun, on=ON), 240)
    assert not is_over(promises((A, B), begun, on=date(2026, 3, 13)), 240)
    assert promises((A,), begun, on=date(2026, 3, 11))[0].minutes == 0


@pytest.mark.parametrize(
    ("per", "minutes"),
    [(Per.WEEK, 260), (Per.FORTNIGHT, 130), (Per.MONTH, 60), (Per.QUARTER, 20)],
)
def test_an_hour_by_any_period_is_so_much_a_month(per: Per, minutes: int) -> None:
    assert monthly_minutes(TimeAgreement(minutes=60, per=per)) == minutes


def test_as_much_as_there_is_is_not_too_much() -> None:
    held = promises((A, B), AGREED, on=ON)
    assert not is_over(held, 300)
    assert capacity_in_words(held, 300) == "5 h a month promised, 5 h there."


def test_hours_not_written_down_are_not_taken_for_none() -> None:
    held = promises((A, B), AGREED, on=ON)
    assert not is_over(held, None)
    assert "is not written down yet" in capacity_in_words(held, None)
    assert capacity_in_words((), 240) == ""
