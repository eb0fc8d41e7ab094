"""Agreements: what two people, or one alone, settle at the beginning; every version is kept."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from .preceptorship import Preceptorship
from .records import Answers, link, new_id
from .words import Word, day, inside

# What a preceptorship held before agreements were records, and the clause that each has become.
FORMER_CLAUSES = {
    "expectations": "expectations",
    "contact_between": "contact-between",
    "confidentiality": "confidentiality",
    "disagreement": "disagreement",
}
FORMER_FIELDS = (*FORMER_CLAUSES, "agreed_on", "agreed_with")
FORMER = uuid.UUID("0b9d3f5e-52a4-5d0e-9d7a-3f1c6a2e8b41")


class AgreementKind(Word):
    """Which agreement it is; its clauses are in resources/agreements/."""

    PRECEPTORSHIP = "preceptorship", "Preceptorship agreement"
    LEARNING = "learning", "Learning agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One heading of an agreement, with words one can begin from."""

    code: str
    heading: str
    help: str = ""
    starter: str = ""
    needs_employer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementForm:
    """The clauses of one kind of agreement."""

    code: str
    name: str
    about: str
    source: str
    as_at: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One version of an agreement; self-agreed where there is no employer to agree with."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    kind: AgreementKind = AgreementKind.PRECEPTORSHIP
    agreed_on: date | None = None
    agreed_with: str = ""
    is_self_agreed: bool = False
    clauses: Answers = field(default_factory=dict)
    review_on: date | None = None
    replaced_on: date | None = None


def formerly(preceptorship: str, held: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the agreement that a preceptorship held itself before agreements were records.

    `held` has the preceptorship's plain values, and what is returned is the agreement's; None
    where nothing was agreed. The same preceptorship gives the same agreement, with the same id.
    """
    clauses = {code: held.get(name) or "" for name, code in FORMER_CLAUSES.items()}
    said = {code: words for code, words in clauses.items() if str(words).strip()}
    agreed_on, agreed_with = held.get("agreed_on"), held.get("agreed_with") or ""
    if not (said or agreed_on or agreed_with):
        return None
    return {
        "id": str(uuid.uuid5(FORMER, preceptorship)),
        "preceptorship": preceptorship,
        "kind": AgreementKind.PRECEPTORSHIP.value,
        "agreed_on": agreed_on,
        "agreed_with": agreed_with,
        "clauses": said,
    }


def clauses_of(form: AgreementForm, agreement: Agreement) -> tuple[Clause, ...]:
    """Return the clauses that an agreement asks for; without an employer some fall out."""
    return tuple(
        each for each in form.clauses if not (each.needs_employer and agreement.is_self_agreed)
    )


def says_something(agreement: Agreement) -> bool:
    """Return whether anything was agreed in it yet: a day, a name or a clause."""
    words = (agreement.agreed_with, *agreement.clauses.values())
    return agreement.agreed_on is not None or any(each.strip() for each in words)


def in_order(clauses: Iterable[Clause], agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Return what an agreement says by clause code, in the form's order and then what is left."""
    codes = [each.code for each in clauses]
    codes += [code for code in agreement.clauses if code not in codes]
    return tuple(
        (code, agreement.clauses[code]) for code in codes if agreement.clauses.get(code, "").strip()
    )


def current(agreements: Iterable[Agreement], kind: AgreementKind) -> Agreement | None:
    """Return the version that holds: the newest that none has replaced."""
    held = [each for each in agreements if each.kind is kind and each.replaced_on is None]
    return max(held, key=lambda each: each.agreed_on or date.max, default=None)


def versions(agreements: Iterable[Agreement], kind: AgreementKind) -> tuple[Agreement, ...]:
    """Return every version of one kind, the newest first."""
    held = [each for each in agreements if each.kind is kind]
    order = sorted(held, key=lambda each: each.agreed_on or date.max, reverse=True)
    return tuple(sorted(order, key=lambda each: each.replaced_on is not None))


def next_version(agreement: Agreement, *, on: date) -> tuple[Agreement, Agreement]:
    """Return an agreement as it was, replaced on a day, and the new one that begins from it."""
    new = replace(agreement, id=new_id(), agreed_on=None, replaced_on=None)
    return replace(agreement, replaced_on=on), new


def with_clause(agreement: Agreement, code: str, words: str) -> Agreement:
    """Return an agreement that says words under one clause; no words take the clause out."""
    kept = {each: said for each, said in agreement.clauses.items() if each != code}
    return replace(agreement, clauses={**kept, code: words} if words.strip() else kept)


def name(agreement: Agreement) -> str:
    """Return what an agreement is called: its kind, and the day it was agreed."""
    when = f" of {day(agreement.agreed_on)}" if agreement.agreed_on else ""
    return f"{agreement.kind.label}{when}"


def agreed_words(preceptorship: Preceptorship, agreements: Iterable[Agreement]) -> str:
    """Return with whom a plan was agreed and when, its length and its agreement; else nothing."""
    held = current(agreements, AgreementKind.PRECEPTORSHIP)
    length = (preceptorship.length_agreed_with, preceptorship.length_agreed_on)
    parts = [_agreed("Length agreed", *length)]
    if held is not None:
        with_them = held.agreed_with
        word = "Self-agreed" if held.is_self_agreed else "Agreement"
        parts.append(_agreed(word, with_them, held.agreed_on))
    return " · ".join(part for part in parts if part)


def _agreed(what: str, who: str, on: date | None) -> str:
    said = (f"with {who}" if who else "", f"on {day(on)}" if on else "")
    return " ".join((what, *(each for each in said if each))) if any(said) else ""


def with_whom(agreement: Agreement) -> str:
    """Return with whom it was agreed, or that it is self-agreed."""
    if agreement.is_self_agreed:
        whom = inside(agreement.agreed_with)
        return f"Self-agreed, with {whom}" if whom else "Self-agreed"
    return agreement.agreed_with
