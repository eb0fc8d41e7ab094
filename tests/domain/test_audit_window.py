"""The window that counts: for every profession, at its edges, and set by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.audit import AuditProfile
from ahp_companion.domain.audit_window import (
    AuditWindow,
    audit_window,
    audited_at,
    days_left,
    earliest_in_words,
    preceptorship_in_window,
)
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.professions import Profession
from ahp_companion.store.catalogue import read_catalogue

PROFESSIONS = read_catalogue(Path(__file__).parents[2] / "resources").professions


def of(
    code: str, *, joined: date | None = None, renewed: date | None = None, **profile: Any
) -> Portfolio:
    return gathered(
        {
            "practitioner": [
                Practitioner(profession=code, registered_on=joined, last_renewed_on=renewed)
            ],
            "audit_profile": [AuditProfile(**profile)] if profile else [],
        }
    )


def window(code: str, on: date, **said: Any) -> AuditWindow:
    found = audit_window(of(code, **said), PROFESSIONS[code], on=on)
    assert found
    return found


# As HCPC's table of renewals for 2024 to 2026 has them, and two years on.
@pytest.mark.parametrize(
    ("code", "opens", "closes"),
    [
        ("PYL", date(2027, 3, 1), date(2027, 5, 31)),
        ("OR", date(2027, 6, 1), date(2027, 8, 31)),
        ("PA", date(2027, 6, 1), date(2027, 8, 31)),
        ("CS", date(2027, 7, 1), date(2027, 9, 30)),
        ("PO", date(2027, 7, 1), date(2027, 9, 30)),
        ("SL", date(2027, 7, 1), date(2027, 9, 30)),
        ("OT", date(2027, 8, 1), date(2027, 10, 31)),
        ("BS", date(2027, 9, 1), date(2027, 11, 30)),
        ("RA", date(2027, 12, 1), date(2028, 2, 28)),
        ("PH", date(2028, 2, 1), date(2028, 4, 30)),
        ("AS", date(2028, 3, 1), date(2028, 5, 31)),
        ("DT", date(2028, 4, 1), date(2028, 6, 30)),
        ("CH", date(2028, 5, 1), date(2028, 7, 31)),
        ("HAD", date(2028, 5, 1), date(2028, 7, 31)),
        ("ODP", date(2028, 9, 1), date(2028, 11, 30)),
    ],
)
def test_each_of_the_fifteen_has_its_window(code: str, opens: date, closes: date) -> None:
    found = window(code, date(2026, 12, 1))
    assert found.renewal
    assert (found.renewal.opens_on, found.renewal.closes_on, found.to_on) == (opens, closes, closes)
    assert found.from_on == date(closes.year - 2, closes.month, closes.day).replace(
        day=1, month=closes.month % 12 + 1, year=closes.year - 2 + closes.month // 12
    )


def test_a_radiographers_window_spans_the_new_year() -> None:
    for on in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28)):
        found = window("RA", on)
        assert found.renewal
        assert found.renewal.opens_on == date(2025, 12, 1)
        assert (found.from_on, found.to_on) == (date(2024, 3, 1), date(2026, 2, 28))
    assert window("RA", date(2026, 3, 1)).to_on == date(2028, 2, 28)


def test_the_last_renewal_counts_where_it_lies_in_the_cycle() -> None:
    assert window("PH", date(2026, 3, 1), renewed=date(2024, 4, 12)).from_on == date(2024, 5, 1)
    assert window("PH", date(2026, 3, 1), renewed=date(2024, 5, 20)).from_on == date(2024, 5, 20)
    assert window("PH", date(2026, 3, 1), renewed=date(2026, 2, 3)).from_on == date(2024, 5, 1)


def test_who_was_called_stays_with_that_audit_until_the_next_renewal_opens() -> None:
    called = {"called_on": date(2026, 2, 11)}
    for on in (date(2026, 3, 12), date(2026, 11, 22), date(2028, 1, 31)):
        assert window("PH", on, **called).to_on == date(2026, 4, 30)
    assert window("PH", date(2028, 2, 1), **called).to_on == date(2028, 4, 30)
    assert window("PH", date(2026, 11, 22)).to_on == date(2028, 4, 30)


def test_every_date_can_be_set() -> None:
    found = window(
        "PH",
        date(2026, 3, 1),
        audited_from_on=date(2024, 2, 9),
        renewal_opens_on=date(2026, 2, 15),
        renewal_closes_on=date(2026, 6, 30),
    )
    assert found.renewal
    assert found.is_set
    assert (found.from_on, found.to_on) == (date(2024, 2, 9), date(2026, 6, 30))
    assert found.renewal.opens_on == date(2026, 2, 15)


@pytest.mark.parametrize(
    ("code", "joined", "opens"),
    [
        ("PH", date(2025, 7, 14), date(2028, 2, 1)),
        ("OT", date(2025, 7, 14), date(2027, 8, 1)),
        ("PA", date(2025, 10, 1), date(2029, 6, 1)),
        # Two years to the day; a day less; during a window.
        ("PH", date(2022, 2, 1), date(2024, 2, 1)),
        ("PH", date(2024, 1, 31), date(2026, 2, 1)),
        ("PH", date(2024, 2, 2), date(2028, 2, 1)),
        ("RA", date(2026, 1, 5), date(2029, 12, 1)),
    ],
)
def test_nobody_is_called_at_a_first_renewal_nor_before_two_years(
    code: str, joined: date, opens: date
) -> None:
    found = window(code, date(2026, 3, 1), joined=joined)
    assert found.earliest
    assert found.earliest.opens_on == opens


def test_who_joined_long_ago_can_be_called_at_the_next() -> None:
    found = window("PH", date(2026, 3, 1), joined=date(2009, 9, 1))
    assert "long enough to be called at this renewal" in earliest_in_words(found, "HCPC")
    assert audited_at(found, PROFESSIONS["PH"]) == found
    later = window("PH", date(2026, 3, 1), joined=date(2025, 7, 14))
    assert "opens on 1 February 2028" in earliest_in_words(later, "HCPC")
    assert "estimate" in earliest_in_words(later, "HCPC")
    assert earliest_in_words(window("PH", date(2026, 3, 1)), "HCPC") == ""


def said(code: str, joined: date, begun: date, months: int = 12) -> str:
    own = Preceptorship(side=Side.PRECEPTEE, started_on=begun, length_months=months)
    found = window(code, date(2026, 3, 1), joined=joined)
    return preceptorship_in_window([own], found, PROFESSIONS[code])


def test_whether_a_preceptorship_lies_in_it_is_said_in_a_sentence() -> None:
    joined = date(2025, 7, 14)
    partly = said("PH", joined, joined)
    assert "lies partly in the time that counts, 1 May 2026 to 30 April 2028" in partly
    assert "from 1 May 2026 to 13 July 2026" in partly
    assert "lies wholly in the time that counts" in said("OT", joined, date(2025, 11, 3))
    assert "ended before" in said("PA", date(2025, 10, 1), date(2025, 10, 6), 12)
    assert "begins after" in said("PH", date(2010, 1, 4), date(2026, 9, 7))


def test_without_a_preceptorship_of_ones_own_nothing_is_said() -> None:
    found = window("PH", date(2026, 3, 1))
    theirs = Preceptorship(side=Side.PRECEPTOR, started_on=date(2025, 9, 1))
    for held in ([], [theirs], [Preceptorship(side=Side.PRECEPTEE)]):
        assert preceptorship_in_window(held, found, PROFESSIONS["PH"]) == ""


def test_osteopaths_have_three_years_counted_back_or_from_a_day_of_their_own() -> None:
    on = date(2026, 3, 12)
    found = window("OSTEOPATH", on)
    assert (found.from_on, found.to_on, found.renewal) == (date(2023, 3, 13), on, None)
    set_ = window("OSTEOPATH", on, audited_from_on=date(2022, 8, 17))
    assert (set_.from_on, set_.to_on) == (date(2025, 8, 17), date(2028, 8, 16))
    assert set_.is_set


def test_support_workers_have_none() -> None:
    profession: Profession = PROFESSIONS["SUPPORT"]
    assert audit_window(of("SUPPORT"), profession, on=date(2026, 3, 1)) is None


def test_days_are_counted_to_the_last() -> None:
    due = date(2026, 4, 30)
    assert days_left(due, date(2026, 4, 29)) == "1 day left"
    assert days_left(due, due) == "due today"
    assert days_left(due, date(2026, 5, 2)) == "2 days past"
