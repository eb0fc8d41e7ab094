"""Training: how long it holds, what of it runs out, and the CPD activity it makes."""

from datetime import date

import pytest

from ahp_companion.domain.cpd import CpdActivity, LearningType, is_unfinished
from ahp_companion.domain.training import (
    Training,
    TrainingKind,
    as_cpd,
    cpd_id,
    expiring,
    expiry,
    has_run_out,
)

TODAY = date(2026, 3, 12)


def until(on: date | None) -> Training:
    return Training(title="Moving and handling", expires_on=on)


@pytest.mark.parametrize(
    ("on", "words", "is_out"),
    [
        (date(2026, 3, 11), "Ran out on 11 March 2026", True),
        (date(2026, 3, 12), "Runs out on 12 March 2026", False),
        (date(2027, 1, 1), "Runs out on 1 January 2027", False),
        (None, "", False),
    ],
)
def test_training_holds_through_its_last_day(on: date | None, words: str, is_out: bool) -> None:
    assert expiry(until(on), on=TODAY) == words
    assert has_run_out(until(on), on=TODAY) is is_out


def test_what_runs_out_within_ninety_days_is_listed_the_first_first() -> None:
    soon, out, later, never = (
        until(date(2026, 6, 10)),
        until(date(2026, 1, 1)),
        until(date(2026, 6, 11)),
        until(None),
    )
    assert expiring([soon, out, later, never], on=TODAY) == (out, soon)


def test_training_makes_one_and_the_same_cpd_activity() -> None:
    training = Training(
        title="Splinting module",
        kind=TrainingKind.COURSE,
        provider="The university",
        done_on=date(2025, 10, 4),
        minutes=3000,
        words="Static and dynamic splints",
        evidence=("a certificate",),
    )
    made = as_cpd(training)
    assert made == CpdActivity(
        id=cpd_id(training),
        title="Splinting module",
        started_on=date(2025, 10, 4),
        learning_type=LearningType.FORMAL,
        minutes=3000,
        what_i_did="Static and dynamic splints",
        provider="The university",
        evidence=("a certificate",),
    )
    assert as_cpd(training).id == made.id != as_cpd(Training()).id
    assert is_unfinished(made)
