"""Agreements: which version holds, what each asks, and that no version is lost."""

from datetime import date

from ahp_companion.domain.agreements import (
    Agreement,
    AgreementForm,
    AgreementKind,
    Clause,
    agreed_words,
    clauses_of,
    current,
    in_order,
    name,
    next_version,
    versions,
    with_clause,
    with_whom,
)
from ahp_companion.domain.preceptorship import Preceptorship

MEETINGS = Clause(code="meetings", heading="Meetings")
EMPLOYER = Clause(code="employer", heading="What the employer gives", needs_employer=True)
FORM = AgreementForm(
    code="preceptorship",
    name="Preceptorship agreement",
    about="",
    source="",
    as_at="",
    clauses=(MEETINGS, EMPLOYER),
)


def test_nothing_of_an_employer_is_asked_where_there_is_none() -> None:
    assert clauses_of(FORM, Agreement()) == (MEETINGS, EMPLOYER)
    assert clauses_of(FORM, Agreement(is_self_agreed=True)) == (MEETINGS,)


def test_a_new_version_begins_from_the_words_before_and_is_not_agreed_yet() -> None:
    first = Agreement(agreed_on=date(2026, 1, 6), clauses={"meetings": "Tuesdays"})
    replaced, new = next_version(first, on=date(2026, 3, 12))
    assert (replaced.id, replaced.replaced_on) == (first.id, date(2026, 3, 12))
    assert new.id != first.id
    assert (new.agreed_on, new.replaced_on, dict(new.clauses)) == (
        None,
        None,
        {"meetings": "Tuesdays"},
    )
    held = [replaced, new]
    assert current(held, AgreementKind.PRECEPTORSHIP) == new
    assert versions(held, AgreementKind.PRECEPTORSHIP) == (new, replaced)


def test_each_kind_has_its_own_version_that_holds() -> None:
    learning = Agreement(kind=AgreementKind.LEARNING)
    assert current([learning], AgreementKind.PRECEPTORSHIP) is None
    assert current([learning], AgreementKind.LEARNING) == learning


def test_a_clause_is_written_changed_and_taken_out() -> None:
    agreement = with_clause(Agreement(), "meetings", "Tuesdays")
    assert dict(agreement.clauses) == {"meetings": "Tuesdays"}
    assert dict(with_clause(agreement, "meetings", "Fridays").clauses) == {"meetings": "Fridays"}
    assert dict(with_clause(agreement, "meetings", "  ").clauses) == {}


def test_clauses_that_the_form_no_longer_has_come_last_and_are_not_lost() -> None:
    agreement = Agreement(clauses={"older": "By letter", "meetings": "Tuesdays", "empty": " "})
    assert in_order(FORM.clauses, agreement) == (("meetings", "Tuesdays"), ("older", "By letter"))


def test_self_agreed_is_said_with_and_without_a_name() -> None:
    assert with_whom(Agreement(is_self_agreed=True)) == "Self-agreed"
    alone = Agreement(is_self_agreed=True, agreed_with="Bronwen")
    assert with_whom(alone) == "Self-agreed, with Bronwen"
    assert with_whom(Agreement(agreed_with="Marta")) == "Marta"


def test_it_is_called_by_its_kind_and_its_day() -> None:
    assert name(Agreement()) == "Preceptorship agreement"
    dated = Agreement(kind=AgreementKind.LEARNING, agreed_on=date(2026, 1, 6))
    assert name(dated) == "Learning agreement of 6 January 2026"


def test_a_plan_says_who_agreed_its_length_and_its_agreement() -> None:
    year = Preceptorship(length_agreed_with="Margaret", length_agreed_on=date(2026, 1, 5))
    held = [Agreement(is_self_agreed=True, agreed_on=date(2026, 1, 6))]
    assert agreed_words(year, held) == (
        "Length agreed with Margaret on 5 January 2026 · Self-agreed on 6 January 2026"
    )
    assert agreed_words(Preceptorship(), [Agreement()]) == ""
