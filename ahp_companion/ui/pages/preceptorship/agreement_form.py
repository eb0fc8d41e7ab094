"""The form of an agreement: with whom, since when, and what its clauses say."""

from functools import partial
from typing import Any

from ....domain.agreements import (
    Agreement,
    AgreementForm,
    Clause,
    clauses_of,
    with_clause,
)
from ....domain.people import Person
from ....domain.preceptorship import Preceptorship
from ...desk import Desk
from ...fields.choices import Check
from ...fields.clauses import ClauseText
from ...fields.moments import Day
from ...fields.texts import Line
from ...forms import Field


def agreement_fields(form: AgreementForm) -> tuple[Field, ...]:
    """Return the form of one kind of agreement."""
    return (
        Field(
            name="is_self_agreed",
            label="",
            make=partial(Check, words="There is no employer: self-agreed"),
        ),
        Field(name="agreed_with", label="Agreed with", make=Line),
        Field(name="agreed_on", label="Agreed on", make=Day),
        Field(name="review_on", label="Look at it again on", make=Day, beside=True),
        *(_clause(form, each) for each in form.clauses),
    )


def both_parts(desk: Desk, preceptorship: Preceptorship) -> str:
    """Return how the two parts of one person are kept apart, or where to write that down."""
    if not preceptorship.preceptor or preceptorship.preceptor != preceptorship.supervisor:
        return ""
    person = desk.session.get(Person, preceptorship.preceptor)
    if person is None:
        return ""
    words = f"{person.name} is your preceptor and your clinical supervisor. "
    clarity = person.role_clarity.strip()
    return words + (
        f"How you keep the two apart: {clarity}"
        if clarity
        else "Write under People how you both know which of the two is meant."
    )


def _clause(form: AgreementForm, clause: Clause) -> Field:
    return Field(
        name=f"clause-{clause.code}",
        label=clause.heading,
        help=clause.help,
        make=partial(ClauseText, starter=clause.starter),
        read=partial(_said, clause.code),
        write=partial(_saying, clause.code),
        shown=partial(_is_asked, form, clause),
    )


def _said(code: str, agreement: Agreement) -> str:
    return agreement.clauses.get(code, "")


def _saying(code: str, agreement: Agreement, words: str) -> Agreement:
    return with_clause(agreement, code, words)


def _is_asked(form: AgreementForm, clause: Clause, agreement: Any) -> bool:
    return clause in clauses_of(form, agreement)
