"""Everything in a portfolio, gathered once: what the overview, the PDF and the archive read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from . import kinds
from .evidence import Evidence
from .people import Person
from .practitioner import Practitioner, Workplace, WorkplaceKind, are_own, current_workplace
from .preceptorship import Preceptorship, Side, Status, ends_on
from .records import Record, linked_ids

R = TypeVar("R", bound=Record)
DISTANT = date.max
TIMELESS = frozenset(
    {"practitioner", "workplace", "qualification", "person", "evidence", "audit_profile",
     "training", "scope_sheet", "delegation", "competence_framework"}
)  # fmt: skip
WITH_THEIR_OWNER = frozenset(
    {"placement", "milestone", "strength", "need", "objective", "time_agreement", "action",
     "addition", "rated_statement", "gap", "adjustment", "agreement", "preceptor_change",
     "updating", "recheck", "equivalent", "workbook_answer", "theme", "improvement", "ending",
     "opportunity", "scope_line", "competence"}
)  # fmt: skip


# What is its owner's alone neither leaves nor says that something else may.
_FOR_OTHERS = tuple(each for each in kinds.KINDS if each.name not in kinds.OWNERS_ALONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All records by kind, each kind in order of date and then of id."""

    records: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def all(self, record: type[R]) -> tuple[R, ...]:
        """Return every record of a type, oldest first."""
        return cast(tuple[R, ...], self.records.get(kinds.BY_RECORD[record].name, ()))

    def find(self, record: type[R], wanted: str | None) -> R | None:
        """Return the record of a type with an id, if it is here."""
        return next((each for each in self.all(record) if each.id == wanted), None)

    def of(self, record: type[R], owner: str, *, by: str = "preceptorship") -> tuple[R, ...]:
        """Return the records of a type that belong to an owner through a link."""
        return tuple(each for each in self.all(record) if getattr(each, by) == owner)

    @property
    def practitioner(self) -> Practitioner:
        """Return the owner; a nameless one where nothing is recorded yet."""
        held = self.all(Practitioner)
        return held[0] if held else Practitioner(id="")

    @property
    def counts(self) -> dict[str, int]:
        """Return how many records there are of each kind that occurs."""
        return {name: len(held) for name, held in self.records.items() if held}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What someone chose to let leave: dates, private records, one preceptorship, sections."""

    from_on: date | None = None
    to_on: date | None = None
    include_private: bool = False
    preceptorship: str | None = None
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What leaves by a choice, and how many records of each kind stay and why."""

    portfolio: Portfolio
    private: Mapping[str, int]
    other_dates: Mapping[str, int]


def gathered(records: Mapping[str, list[Any]]) -> Portfolio:
    """Return a portfolio of records given by kind in any order."""
    return Portfolio(
        records={
            kind.name: tuple(sorted(records[kind.name], key=_order))
            for kind in kinds.KINDS
            if records.get(kind.name)
        }
    )


def chosen(portfolio: Portfolio, choice: Choice) -> Leaving:
    """Return what leaves: what is private, undated or of other dates stays, with all it owns.

    Evidence that only private records name stays with them, and what is its owner's alone neither
    leaves nor says of anything else that it may.

    Who someone is, where they work and what they are qualified in is never cut by date; nor is a
    preceptorship that the dates touch.
    """
    shared = Portfolio(
        records={
            name: held for name, held in portfolio.records.items() if name not in kinds.OWNERS_ALONE
        }
    )
    kept: dict[str, list[Any]] = {}
    private: dict[str, int] = {}
    other_dates: dict[str, int] = {}
    staying: dict[str, dict[str, int]] = {}
    of_others = _known_to_others_alone(shared, choice)
    for kind in kinds.KINDS:
        for record in shared.records.get(kind.name, ()):
            why = _owners(record, staying)
            if why is None and getattr(record, "private", False) and not choice.include_private:
                why = private
            if why is None and (_is_elsewhere(record, kind, choice) or record.id in of_others):
                why = other_dates
            if why is None:
                kept.setdefault(kind.name, []).append(record)
            else:
                why[kind.name] = why.get(kind.name, 0) + 1
                staying[record.id] = why
    told = {each for each, why in staying.items() if why is private}
    hidden = _named_in_private_alone(shared, told)
    found = kept.pop("evidence", [])
    kept["evidence"] = [each for each in found if each.id not in hidden]
    if len(found) > len(kept["evidence"]):
        private["evidence"] = private.get("evidence", 0) + len(found) - len(kept["evidence"])
    return Leaving(portfolio=gathered(kept), private=private, other_dates=other_dates)


def main_workplace(portfolio: Portfolio) -> Workplace | None:
    """Return where the owner mainly works now; None where several places could be it.

    It is where their own preceptorship goes on, or else the one place that has their job title,
    or is the only one: the newest may be a day a month beside the post.
    """
    for held in reversed(portfolio.all(Preceptorship)):
        if held.side is Side.PRECEPTEE and held.status is Status.UNDER_WAY:
            found = portfolio.find(Workplace, held.workplace)
            if found and found.ended_on is None:
                return found
    present = tuple(each for each in portfolio.all(Workplace) if each.ended_on is None)
    title = portfolio.practitioner.job_title.strip().casefold()
    of_post = tuple(each for each in present if title and each.job_title.casefold() == title)
    if of_post:
        return current_workplace(of_post)
    return present[0] if len(present) == 1 else None


def works_alone(portfolio: Portfolio, held: Preceptorship | None) -> bool:
    """Return whether time there can only be lost to the owner's own practice, to no service."""
    place = portfolio.find(Workplace, held.workplace) if held else None
    if place:
        return place.kind is WorkplaceKind.SOLE
    return are_own(portfolio.all(Workplace))


def _order(record: Any) -> tuple[date, str]:
    return (kinds.of(record).happened_on(record) or DISTANT, record.id)


def _owners(record: Any, staying: dict[str, dict[str, int]]) -> dict[str, int] | None:
    for shape, each in linked_ids(record):
        if shape.owned and each in staying:
            return staying[each]
    return None


def _known_to_others_alone(portfolio: Portfolio, choice: Choice) -> frozenset[str]:
    """Return the people and evidence that only other preceptorships than the one chosen name.

    What one preceptee's papers and people are is nothing to another.
    """
    if not choice.preceptorship:
        return frozenset()
    theirs: set[str] = set()
    here: set[str] = set()
    elsewhere: set[str] = set()
    for kind in _FOR_OTHERS:
        for record in portfolio.records.get(kind.name, ()):
            links = tuple(linked_ids(record))
            owner = record.id if isinstance(record, Preceptorship) else _preceptorship_of(record)
            is_theirs = owner not in (None, choice.preceptorship) or any(
                shape.owned and each in theirs for shape, each in links
            )
            if is_theirs:
                theirs.add(record.id)
            named = elsewhere if is_theirs else here
            named.update(each for shape, each in links if not shape.owned)
    known = {each.id for record in (Person, Evidence) for each in portfolio.all(record)}
    return frozenset(known & (elsewhere - here))


def _named_in_private_alone(portfolio: Portfolio, private: set[str]) -> set[str]:
    """Return the evidence that records kept back as private name, and no others.

    The title of a paper can tell what a private reflection is about.
    """
    told: set[str] = set()
    open_ones: set[str] = set()
    for kind in _FOR_OTHERS:
        for record in portfolio.records.get(kind.name, ()):
            named = told if record.id in private else open_ones
            named.update(each for shape, each in linked_ids(record) if not shape.owned)
    return {each.id for each in portfolio.all(Evidence)} & (told - open_ones)


def _preceptorship_of(record: Any) -> str | None:
    return getattr(record, "preceptorship", None)


def _is_elsewhere(record: Any, kind: kinds.Kind, choice: Choice) -> bool:
    if isinstance(record, Preceptorship):
        return choice.preceptorship not in (None, record.id) or not _touches(record, choice)
    owner = _preceptorship_of(record)
    if choice.preceptorship and owner and owner != choice.preceptorship:
        return True
    if kind.name in TIMELESS or kind.name in WITH_THEIR_OWNER:
        return False
    on = kind.happened_on(record)
    if on is None:
        return bool(choice.from_on or choice.to_on)
    return on < (choice.from_on or on) or on > (choice.to_on or on)


def _touches(preceptorship: Preceptorship, choice: Choice) -> bool:
    # One that is under way may run on beyond the day it was to end.
    is_over = preceptorship.status in (Status.FINISHED, Status.ENDED_EARLY)
    ended_on = ends_on(preceptorship) if is_over else preceptorship.ended_on
    began_too_late = choice.to_on and (preceptorship.started_on or choice.to_on) > choice.to_on
    ended_too_soon = choice.from_on and (ended_on or choice.from_on) < choice.from_on
    return not (began_too_late or ended_too_soon)
