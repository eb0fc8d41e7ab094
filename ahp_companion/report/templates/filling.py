"""What one form is filled from: whose it is, which preceptorship, and which record of several."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ...domain.agreements import Agreement, AgreementKind, current
from ...domain.people import Person
from ...domain.portfolio import Choice, Portfolio, works_alone
from ...domain.practitioner import Workplace
from ...domain.preceptorship import Preceptorship, Side, Status
from ...domain.professions import Regulator
from ...domain.templates import Block, Reach, Suits, Template
from ...domain.words import day
from ..selection import Selection

R = TypeVar("R")
Rows = Sequence[tuple[str, ...]]
Fill = Callable[["Filling"], Any]
FIELD = re.compile(r"\{([a-z.-]+)\}")
# What is missing in a sentence is written in by hand.
GAP = "_" * 24
ROOM_WHEN_TIGHT, ALL_LINES = 1, 6
MOST_ROWS, MOST_LETTERS = 6, 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One form for one person: `held` is its preceptorship, `record` the one record it is about.

    A form of one page takes so many `rows` of a kind, each of so many `letters`.
    """

    selection: Selection
    template: Template
    is_filled: bool
    held: Preceptorship | None = None
    record: Any = None
    blank_because: str = ""
    is_tight: bool = False
    sixths: int = ALL_LINES
    rows: int = MOST_ROWS
    letters: int = MOST_LETTERS

    @property
    def portfolio(self) -> Portfolio:
        """Return what may leave."""
        return self.selection.portfolio

    @property
    def on(self) -> date:
        """Return the day it is printed on."""
        return self.selection.on

    def of(self, record: type[Any]) -> tuple[Any, ...]:
        """Return the records of a type that belong to the preceptorship and may leave."""
        return self.portfolio.of(record, self.held.id) if self.held else ()

    def person(self, wanted: str | None) -> Person | None:
        """Return someone by their id."""
        return self.portfolio.find(Person, wanted) if wanted else None

    @property
    def workplace(self) -> Workplace | None:
        """Return where the preceptorship is, or else where its owner works now."""
        found = self.portfolio.find(Workplace, self.held.workplace) if self.held else None
        return found or next(
            (each for each in self.portfolio.all(Workplace) if each.ended_on is None), None
        )

    @property
    def is_sole(self) -> bool:
        """Return whether there is no employer to speak of, or none in what was agreed."""
        agreed = current(self.of(Agreement), AgreementKind.PRECEPTORSHIP)
        is_self_agreed = agreed is not None and agreed.is_self_agreed
        return is_self_agreed or works_alone(self.selection.whole, self.held)

    @property
    def side(self) -> Side:
        """Return which of the two the owner is."""
        return self.held.side if self.held else Side.PRECEPTEE

    @property
    def has_both_parts(self) -> bool:
        """Return whether preceptor and clinical supervisor are one person."""
        held = self.held
        return held is not None and held.preceptor is not None and held.preceptor == held.supervisor

    def room(self, rows: int) -> int:
        """Return how many lines to rule: all of them, or fewer on less paper.

        Where one page is all there is, a filled form has one line.
        """
        if self.is_filled and self.is_tight and self.template.is_one_page:
            return min(rows, ROOM_WHEN_TIGHT)
        return max(min(rows, 1), rows * self.sixths // ALL_LINES)

    def suits(self, block: Block) -> bool:
        """Return whether a block is meant for the owner of the portfolio."""
        return {
            Suits.ALL: True,
            Suits.EMPLOYED: not self.is_sole,
            Suits.SOLE: self.is_sole,
            Suits.HCPC: self.selection.regulator is Regulator.HCPC,
            Suits.NOT_HCPC: self.selection.regulator is not Regulator.HCPC,
            Suits.BY_HAND: not self.is_filled,
            Suits.BOTH_PARTS: not self.is_filled or self.has_both_parts,
        }[block.suits]


def field_of(find: Callable[[Filling], Any], name: str) -> Fill:
    """Return the fill for one field of the record that a form is about; a day stands in words."""

    def fill(filling: Filling) -> str:
        held = getattr(find(filling), name, None)
        return day(held) if isinstance(held, date) else held or ""

    return fill


def which(portfolio: Portfolio, choice: Choice) -> Preceptorship | None:
    """Return the preceptorship that was asked for, else the one under way, else the last."""
    if choice.preceptorship:
        return portfolio.find(Preceptorship, choice.preceptorship)
    held = portfolio.all(Preceptorship)
    running = [each for each in held if each.status is Status.UNDER_WAY]
    return max(running or held, key=_began, default=None)


def narrowed(template: Template, choice: Choice, held: Preceptorship | None) -> Choice:
    """Return a choice that lets nothing of another preceptorship into a form about one."""
    if template.reach is Reach.OWNER or held is None:
        return choice
    return replace(choice, preceptorship=held.id)


def _began(preceptorship: Preceptorship) -> date:
    return preceptorship.started_on or date.min
