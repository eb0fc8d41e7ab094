"""Tests of registration numbers that look unusual, and of renewals by their rule alone."""

from datetime import date

import pytest

from ahp_companion.domain.professions import (
    Profession,
    Regulator,
    Renewal,
    RenewalWindow,
    next_renewal,
    number_oddity,
)

PHYSIOTHERAPIST = Profession(
    code="PH",
    name="Physiotherapist",
    field="physiotherapy",
    regulator=Regulator.HCPC,
    number_pattern=r"PH0*\d{1,6}",
    number_example="PH123456",
    renewal=RenewalWindow(opens="02-01", closes="04-30", opens_in="even"),
)
RADIOGRAPHER = Profession(
    code="RA",
    name="Radiographer",
    field="radiography",
    regulator=Regulator.HCPC,
    renewal=RenewalWindow(opens="12-01", closes="02-28", opens_in="odd"),
)
OSTEOPATH = Profession(
    code="OSTEOPATH", name="Osteopath", field="osteopathy", regulator=Regulator.GOSC
)


@pytest.mark.parametrize("number", ["PH123456", "PH1234", "ph 123 456", " PH00012345 ", "PH\t7"])
def test_a_usual_number_is_not_remarked_on_however_it_is_typed(number: str) -> None:
    assert number_oddity(PHYSIOTHERAPIST, number) == ""


@pytest.mark.parametrize(
    "number", ["OT123456", "PH", "123456", "PH1234567", "PH-123456", "PH123456X", "XPH123456"]
)
def test_an_unusual_number_is_pointed_out_and_kept(number: str) -> None:
    oddity = number_oddity(PHYSIOTHERAPIST, number)
    assert "PH123456" in oddity
    assert "kept as you wrote it" in oddity


@pytest.mark.parametrize("number", ["", "   "])
def test_no_number_is_not_remarked_on(number: str) -> None:
    assert number_oddity(PHYSIOTHERAPIST, number) == ""


def test_a_number_without_a_known_form_is_not_remarked_on() -> None:
    assert number_oddity(OSTEOPATH, "anything 1/2") == ""


def test_a_renewal_is_the_next_one_up_to_its_last_day() -> None:
    open_now = Renewal(opens_on=date(2026, 2, 1), closes_on=date(2026, 4, 30))
    in_two_years = Renewal(opens_on=date(2028, 2, 1), closes_on=date(2028, 4, 30))
    assert next_renewal(PHYSIOTHERAPIST, on=date(2024, 5, 1)) == open_now
    assert next_renewal(PHYSIOTHERAPIST, on=date(2026, 2, 1)) == open_now
    assert next_renewal(PHYSIOTHERAPIST, on=date(2026, 4, 30)) == open_now
    assert next_renewal(PHYSIOTHERAPIST, on=date(2026, 5, 1)) == in_two_years


def test_a_renewal_that_spans_new_year_is_open_on_both_sides_of_it() -> None:
    winter = Renewal(opens_on=date(2025, 12, 1), closes_on=date(2026, 2, 28))
    assert next_renewal(RADIOGRAPHER, on=date(2025, 12, 31)) == winter
    assert next_renewal(RADIOGRAPHER, on=date(2026, 1, 1)) == winter


def test_a_february_deadline_stays_the_28th_in_a_leap_year() -> None:
    leap = next_renewal(RADIOGRAPHER, on=date(2028, 2, 28))
    after = next_renewal(RADIOGRAPHER, on=date(2028, 2, 29))
    assert leap is not None
    assert leap.closes_on == date(2028, 2, 28)
    assert after is not None
    assert after.opens_on == date(2029, 12, 1)


def test_a_profession_without_a_cycle_has_no_next_renewal() -> None:
    assert next_renewal(OSTEOPATH, on=date(2026, 3, 12)) is None
