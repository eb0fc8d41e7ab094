"""Where in a portfolio something says who somebody is, and what its owner lets stand."""

from typing import Any

from . import kinds
from .finding import Finding, Severity
from .identifiers import Identifier, IdentifierKind, identifiers
from .people import Person
from .practitioner import Practitioner, Workplace
from .words import shortened

# How to reach people and places is what these are kept for.
REACHED = (Practitioner, Person, Workplace)
WAYS_TO_REACH = (IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.POSTCODE)


def identifiers_in(record: Any) -> tuple[Finding, ...]:
    """Return a finding for each thing in a record that could say who somebody is."""
    found = {}
    for each in identifiers(kinds.text_of(record)):
        if not (isinstance(record, REACHED) and each.kind in WAYS_TO_REACH):
            found[each.kind, each.text] = _identified(record, each)
    return tuple(found.values())


def known_as(record: Any) -> str:
    """Return how a finding speaks of a record: its title, or its kind where that tells too much."""
    kind = kinds.of(record)
    title = shortened(kind.title(record), 60)
    # A title can itself be what should not be passed on.
    if not title or identifiers(title):
        return f"One {kind.noun}" if not isinstance(record, Practitioner) else "What is about you"
    return f"“{title}”"


def _identified(record: Any, found: Identifier) -> Finding:
    placeholder = found.kind is IdentifierKind.PLACEHOLDER
    stays = (
        " It is private: it stays here unless you choose to send private records."
        if getattr(record, "private", False)
        else ""
    )
    # The beginning is enough to find it again, and does not pass it on.
    return Finding(
        "identifier-found",
        Severity.SHOULD if placeholder else Severity.MUST,
        f"{known_as(record)} holds what looks like {found.kind.label} ({found.text[:3]}…). "
        f"Somebody could be known by it; the learning stands without it.{stays}",
        record=record.id,
    )
