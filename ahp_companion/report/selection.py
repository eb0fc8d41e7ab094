"""What one printed copy is made from: whose it is, what was chosen, and on which day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ..domain import kinds
from ..domain.evidence import Evidence
from ..domain.frameworks import Catalogue, Framework, Statement, statement
from ..domain.people import Person, PersonRole
from ..domain.portfolio import Choice, Leaving, Portfolio, chosen
from ..domain.practitioner import Practitioner
from ..domain.preceptorship import Preceptorship, Side
from ..domain.professions import Profession, Regulator
from ..domain.words import listed

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One copy: `portfolio` is what leaves, `whole` is everything there is."""

    whole: Portfolio
    leaving: Leaving
    catalogue: Catalogue
    choice: Choice
    on: date
    evidence_numbers: Mapping[str, int]

    @property
    def portfolio(self) -> Portfolio:
        """Return what leaves."""
        return self.leaving.portfolio

    @property
    def practitioner(self) -> Practitioner:
        """Return whose portfolio it is."""
        return self.whole.practitioner

    @property
    def profession(self) -> Profession | None:
        """Return the owner's profession, if it is known."""
        return self.catalogue.professions.get(self.practitioner.profession)

    @property
    def regulator(self) -> Regulator:
        """Return who keeps the owner's register."""
        return self.profession.regulator if self.profession else Regulator.NONE

    @property
    def preceptorships(self) -> tuple[Preceptorship, ...]:
        """Return the preceptorships that leave, oldest first."""
        return self.portfolio.all(Preceptorship)


def selected(portfolio: Portfolio, catalogue: Catalogue, choice: Choice, on: date) -> Selection:
    """Return the copy that a choice makes of a portfolio."""
    leaving = chosen(portfolio, choice)
    evidence = leaving.portfolio.all(Evidence)
    return Selection(
        whole=portfolio,
        leaving=leaving,
        catalogue=catalogue,
        choice=choice,
        on=on,
        evidence_numbers={each.id: at for at, each in enumerate(evidence, start=1)},
    )


def grouped(records: Iterable[R], by: str) -> dict[str | None, list[R]]:
    """Return records by the id that one of their links names."""
    found: dict[str | None, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, by)].append(record)
    return found


def profession_words(selection: Selection, code: str) -> str:
    """Return a profession by its code as people say it; nothing for a code nobody knows."""
    known = selection.catalogue.professions.get(code)
    return known.name if known else ""


def evidence_words(selection: Selection, ids: Iterable[str]) -> str:
    """Return the numbers of the pieces of evidence that leave, "1, 4"."""
    numbers = (selection.evidence_numbers.get(each) for each in ids)
    return ", ".join(str(number) for number in sorted(each for each in numbers if each))


def known_statement(selection: Selection, tag: str) -> tuple[Framework, Statement] | None:
    """Return the statement that a tag names, unless it belongs to somebody else's regulator.

    An osteopath's portfolio speaks of no regulator but their own.
    """
    found = statement(selection.catalogue, tag)
    if found and found[0].regulator in ("", selection.regulator.value):
        return found
    return None


def names(selection: Selection, ids: Iterable[str], preceptorship: Preceptorship | None) -> str:
    """Return people as a phrase; on a preceptor's side the preceptee's initials come first."""
    people = [selection.whole.find(Person, each) for each in ids]
    if preceptorship is None or preceptorship.side is Side.PRECEPTEE:
        return listed([each.name for each in people if each])
    met = [preceptorship.preceptee_initials] if preceptorship.preceptee_initials else []
    met += [each.name if has_a_part(each) else initials(each.name) for each in people if each]
    return listed(list(dict.fromkeys(met)))


def has_a_part(person: Person) -> bool:
    """Return whether someone's part shows that they are nobody's preceptee."""
    return not set(person.roles) <= {PersonRole.PEER, PersonRole.OTHER}


def initials(name: str) -> str:
    """Return a name's initials, "Siân Tŷ-Mawr" as "S.T.-M."."""
    words = (part for part in name.split())
    return "".join(
        "-".join(f"{each[0].upper()}." for each in word.split("-") if each) for word in words
    )


def title_of(record: Any) -> str:
    """Return what a record is called."""
    return kinds.of(record).title(record)
