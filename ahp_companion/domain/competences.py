"""The competence record: what a framework asks and when, where and with whom it was met.

It is kept apart from preceptorship, which builds confidence and signs nothing off.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from .calendar import months_after
from .records import link, links, new_id
from .scope import CarriesOver
from .words import Word

UNUSED_MONTHS = 6


class Breadth(Word):
    """Whether a competence is everyone's here, or one field's."""

    GENERAL = "general", "General"
    SPECIALIST = "specialist", "Specialist"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceFramework:
    """A framework brought in from a file or typed, as it stood on a day."""

    id: str = field(default_factory=new_id)
    name: str = ""
    edition: str = ""
    source: str = ""
    as_at: date | None = None
    is_superseded: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """One line of a framework, and how it stands for the owner."""

    id: str = field(default_factory=new_id)
    framework: str | None = link("competence_framework", owned=True)
    number: str = ""
    heading: str = ""
    words: str = ""
    level: str = ""
    breadth: Breadth = Breadth.GENERAL
    met_on: date | None = None
    met_elsewhere: bool = False
    met_where: str = ""
    signed_off_by: str = ""
    carries_over: CarriesOver | None = None
    last_used_on: date | None = None
    recheck_on: date | None = None
    evidence: tuple[str, ...] = links("evidence")
    detail: str = ""


def is_met(competence: Competence) -> bool:
    """Return whether a competence was met, here or elsewhere, and holds where its owner is now."""
    return competence.met_on is not None and competence.carries_over is not CarriesOver.NO


def long_unused(
    competences: Iterable[Competence], *, on: date, months: int = UNUSED_MONTHS
) -> tuple[Competence, ...]:
    """Return the competences that were met and last used longer ago than some months."""
    return tuple(
        each
        for each in competences
        if is_met(each) and each.last_used_on and months_after(each.last_used_on, months) < on
    )


def by_heading(competences: Iterable[Competence]) -> dict[str, tuple[Competence, ...]]:
    """Return competences under their headings, both in the order they are given."""
    found: dict[str, tuple[Competence, ...]] = {}
    for each in competences:
        found[each.heading] = (*found.get(each.heading, ()), each)
    return found


def unused_up_to(on: date, months: int = UNUSED_MONTHS) -> date:
    """Return the last day such that what was last used by then is long unused on a day."""
    found = months_after(on, -months)
    while found > date.min and months_after(found, months) >= on:
        found -= timedelta(days=1)
    return found


def is_asked(competence: Competence) -> bool:
    """Return whether nobody has said yet if a competence carries over."""
    return competence.carries_over is CarriesOver.ASKED


def asked_again(competences: Iterable[Competence], *, where: str) -> tuple[Competence, ...]:
    """Return what was met before a change of setting, asking whether it carries over.

    From the new setting it was met elsewhere: in `where`, unless another place is named.
    """
    return tuple(
        replace(
            each,
            met_elsewhere=True,
            met_where=each.met_where or where,
            carries_over=CarriesOver.ASKED,
        )
        for each in competences
        if is_met(each)
    )
