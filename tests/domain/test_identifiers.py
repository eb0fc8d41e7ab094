"""Numbers and addresses by which somebody could be known, and what only looks like one."""

import pytest

from ahp_companion.domain.identifiers import IdentifierKind as Kind
from ahp_companion.domain.identifiers import has_check_digit, identifiers

# The number in the NHS's own documentation, and ones from the range kept for tests.
DOCUMENTED = "9434765919"


def made(first_nine: str) -> str:
    """Return nine figures with the check figure that makes them a number."""
    return next(first_nine + each for each in "0123456789" if has_check_digit(first_nine + each))


TESTING = made("999000001")


def kinds_in(text: str) -> list[Kind]:
    return [each.kind for each in identifiers(text)]


@pytest.mark.parametrize("gap", ["", " ", "-", "\u00a0", "\u2011", "\u202f", " - ", "."])
@pytest.mark.parametrize("number", [DOCUMENTED, TESTING])
def test_a_health_number_is_found_however_it_is_spaced(number: str, gap: str) -> None:
    if len(gap) > 2:
        gap = gap.strip()
    written = gap.join((number[:3], number[3:6], number[6:]))
    (found,) = identifiers(f"Seen on the ward ({written}), then at home.")
    assert (found.kind, found.text, found.at) == (Kind.HEALTH_NUMBER, written, 18)


def test_a_health_number_is_found_when_it_touches_letters() -> None:
    assert kinds_in(f"NHS{DOCUMENTED}seen") == [Kind.HEALTH_NUMBER]
    assert kinds_in(f"{DOCUMENTED[:6]} {DOCUMENTED[6:]}") == [Kind.HEALTH_NUMBER]


def test_another_check_figure_makes_it_another_number() -> None:
    wrong = str((int(DOCUMENTED[-1]) + 1) % 10)
    assert identifiers(DOCUMENTED[:-1] + wrong) == ()
    assert identifiers(f"1{DOCUMENTED}") == ()
    assert identifiers(f"{DOCUMENTED}1") == ()


def test_ten_equal_figures_are_pointed_out_more_softly() -> None:
    assert kinds_in("Number 999 999 9999") == [Kind.PLACEHOLDER]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("His NI number is QQ123456C.", Kind.INSURANCE_NUMBER),
        ("qq 12 34 56 c", Kind.INSURANCE_NUMBER),
        ("She lives in SW1A 1AA.", Kind.POSTCODE),
        ("Home visit, SA14 8QN", Kind.POSTCODE),
        ("Write to ann.other@example.org.uk about it", Kind.EMAIL),
        ("Ring 07700 900123 first", Kind.PHONE),
        ("(020) 7946 0018", Kind.PHONE),
        ("02079460018", Kind.PHONE),
        ("+44 (0)1632 960 001", Kind.PHONE),
        ("DOB 03/04/1951", Kind.BIRTH),
        ("d.o.b.: 3.4.51", Kind.BIRTH),
        ("date of birth 3rd April 1951", Kind.BIRTH),
    ],
)
def test_other_things_that_say_who_somebody_is(text: str, kind: Kind) -> None:
    assert kinds_in(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 March 2026, 09:30 to 11:00",
        "2026-03-12 09:30:15",
        "01-02-2026 11:15",
        "01.02.2026 to 03.04.2026",
        "PH999417 A physiotherapist, OR999123, CS99901",
        "Evidence number 07700900123",
        "Certificate no. 0161 496 0018",
        "Fingerprint 9434 7659 1912, 3f2a 0161 4960",
        "a9434765919b0161496001807700900123c0ffee9434765919c0ffee00",
        "3f85803d-4c4a-5034-a9d2-009434765919",
        f"ISBN {DOCUMENTED}",
        "L5 S1, C6/7, 500MG, B12 1000 micrograms, 10 mg",
        "Asked for DOB and address, as one does",
        "@ the clinic, 3 of 5",
        "30 of 45 patients, 1,234,567,890 in all",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert identifiers(text) == ()


def test_finds_are_in_the_order_of_the_text() -> None:
    text = f"SA14 8QN, {TESTING}, a@example.org"
    assert kinds_in(text) == [Kind.POSTCODE, Kind.HEALTH_NUMBER, Kind.EMAIL]
    assert all(text[each.at :].startswith(each.text) for each in identifiers(text))
