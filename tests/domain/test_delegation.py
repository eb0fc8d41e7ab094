"""Delegation: when it is to be looked at again."""

from dataclasses import replace
from datetime import date

from ahp_companion.domain.delegation import Delegation, SupervisionLevel, is_for_review

TODAY = date(2026, 3, 12)
KITCHEN = Delegation(what="Kitchen practice", review_on=TODAY)


def test_a_delegation_is_for_review_from_the_day_that_was_set() -> None:
    assert is_for_review(KITCHEN, on=TODAY)
    assert not is_for_review(KITCHEN, on=date(2026, 3, 11))
    assert not is_for_review(replace(KITCHEN, review_on=None), on=TODAY)


def test_what_has_ended_is_not_for_review() -> None:
    assert not is_for_review(replace(KITCHEN, ended_on=TODAY), on=TODAY)
    assert is_for_review(replace(KITCHEN, ended_on=date(2026, 3, 13)), on=TODAY)


def test_there_are_five_levels_of_supervision() -> None:
    assert [each.value for each in SupervisionLevel] == [
        "direct", "proximal", "indirect", "remote", "sign-off",
    ]  # fmt: skip
