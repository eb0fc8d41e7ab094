"""Days of an audit that cannot be so are pointed out, each beside the one that was set."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ahp_companion.domain.audit import AuditProfile
from ahp_companion.domain.audit_days import odd_days
from ahp_companion.domain.professions import Renewal

RENEWAL = Renewal(opens_on=date(2026, 2, 1), closes_on=date(2026, 4, 30))


def test_days_that_can_be_are_left_alone() -> None:
    profile = AuditProfile(
        called_on=date(2026, 2, 11),
        due_on=date(2026, 4, 30),
        audited_from_on=date(2024, 4, 12),
        renewal_opens_on=date(2026, 2, 1),
        renewal_closes_on=date(2026, 5, 31),
    )
    assert odd_days(profile, RENEWAL) == {}
    assert odd_days(AuditProfile(), RENEWAL) == {}
    assert odd_days(AuditProfile(), None) == {}


@pytest.mark.parametrize(
    ("name", "on", "said"),
    [
        ("renewal_closes_on", date(2026, 1, 1), "before the renewal opens, on 1 February 2026"),
        ("renewal_opens_on", date(2026, 5, 1), "after the renewal closes, on 30 April 2026"),
        ("audited_from_on", date(2026, 5, 1), "nothing could be looked at"),
    ],
)
def test_a_day_set_against_one_worked_out_is_said_beside_it(name: str, on: date, said: str) -> None:
    found = odd_days(replace(AuditProfile(), **dict[str, Any]({name: on})), RENEWAL)
    assert list(found) == [name]
    assert said in found[name]


def test_of_two_days_set_against_each_other_the_later_named_one_is_said() -> None:
    swapped = AuditProfile(renewal_opens_on=date(2026, 6, 1), renewal_closes_on=date(2026, 3, 1))
    assert list(odd_days(swapped, None)) == ["renewal_closes_on"]


def test_a_profile_is_not_due_before_it_was_called_for() -> None:
    profile = AuditProfile(called_on=date(2026, 2, 11), due_on=date(2026, 2, 10))
    assert odd_days(profile, RENEWAL) == {
        "due_on": "This is before you were called, on 11 February 2026."
    }
