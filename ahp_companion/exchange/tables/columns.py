"""Which column of a table feeds which field: guessed where it can be, said by its owner else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...domain.problems import ProblemError
from ...domain.words import fold, listed
from ..strict import shown
from ..written_days import Order, settled
from ..written_hours import whole_numbers
from .presets import (
    KEEP,
    LENGTH,
    OF_MANY,
    Field,
    Preset,
    meaning,
    names_known,
    plain,
    preset_of,
    refusal,
)
from .table import HEADER_WITHIN, Cells, Table, Wishes

# In a column without a unit: no activity takes as many hours as these are, one after the other.
STEP_OF_MINUTES, MINUTES_FROM, CERTAINLY_MINUTES = 5, 15, 25
# What a column called “Time” holds when it says at what time.
CLOCK = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
# Ranks behind every column whose name says what it counts.
VAGUE = 100
ORDERS_IN_A_NAME = (
    (r"\bdd?\W*mm?\W*y", Order.DMY), (r"\bmm?\W*dd?\W*y", Order.MDY), (r"\by+\W*m+\W*d", Order.YMD),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: their names, and the field that each feeds; None is kept as words.

    `header_row` is the number of the row that names them. `order` is None where a date could be
    read two ways, and `open` is such a date. `says_minutes` names a column whose numbers were
    taken for minutes because no hours are like that.
    """

    header_row: int
    names: Cells
    feeds: tuple[Field | None, ...]
    order: Order | None = Order.DMY
    open: str = ""
    preset: Preset | None = None
    says_minutes: str = ""
    day_minutes: int | None = None

    @property
    def has_what(self) -> bool:
        """Return whether some column says what was done."""
        return Field.TITLE in self.feeds or Field.WHAT_I_DID in self.feeds

    @property
    def has_when(self) -> bool:
        """Return whether some column says when."""
        return Field.DATE in self.feeds

    @property
    def are_sure(self) -> bool:
        """Return whether the table can be read without asking."""
        return self.has_what and self.has_when and self.order is not None

    @property
    def kept(self) -> tuple[str, ...]:
        """Return the names of the columns that are kept as words."""
        return tuple(
            name
            for name, feeds in zip(self.names, self.feeds, strict=True)
            if feeds is None and name.strip()
        )


def columns_of(table: Table, wishes: Wishes) -> Columns:
    """Return what the columns of a table hold: as was wished, and guessed for the others.

    Raises ProblemError for a table that is known not to be CPD, and for a wish that names no
    column there is.
    """
    number, names = _header(table, wishes)
    refused = refusal(names)
    if refused and not wishes.holds:
        raise ProblemError(
            refused.happened.format(name=table.name), means=refused.means, advice=refused.advice
        )
    preset = preset_of(names)
    below = [row for at, row in table.rows if at > number]
    feeds, says_minutes = _guessed(names, preset, below)
    feeds = _as_wished(table.name, names, feeds, wishes.holds)
    order, open_date = _order(names, feeds, below, wishes, preset)
    return Columns(
        header_row=number,
        names=names,
        feeds=tuple(feeds),
        order=order,
        open=open_date,
        preset=preset,
        says_minutes=says_minutes if Field.MINUTES in feeds else "",
        day_minutes=round(wishes.hours_a_day * 60) or None,
    )


def header_rows(table: Table) -> list[tuple[int, Cells]]:
    """Return the rows that could name the columns: the first of the table."""
    return [each for each in table.rows[:HEADER_WITHIN] if each[0] <= HEADER_WITHIN]


def _header(table: Table, wishes: Wishes) -> tuple[int, Cells]:
    rows = dict(table.rows)
    if wishes.header_row:
        if wishes.header_row not in rows:
            raise ProblemError(
                f"Row {wishes.header_row} of “{table.name}” is empty.",
                means="It cannot name the columns, so nothing was brought in.",
                advice="Give the number of the row in which they are named.",
            )
        return wishes.header_row, _as_wide(rows[wishes.header_row], table)
    wished = {plain(name) for name in wishes.holds if name}
    best, most = (0, Cells()), 0
    for number, row in header_rows(table):
        there = {plain(cell) for cell in row}
        known = names_known(row) + 100 * bool(wished and wished <= there)
        if known > most:
            best, most = (number, row), known
    if not most:
        filled = [(number, row) for number, row in header_rows(table) if sum(map(bool, row)) > 1]
        best = filled[0] if filled else table.rows[0]
    return best[0], _as_wide(best[1], table)


def _as_wide(names: Cells, table: Table) -> Cells:
    # A row with more cells than there are names keeps them, under numbers.
    widest = max(len(row) for _, row in table.rows)
    stripped = tuple(" ".join(each.split()) for each in names)
    more = tuple("" for _ in range(widest - len(names)))
    return stripped + more


def _guessed(
    names: Cells, preset: Preset | None, below: Sequence[Cells]
) -> tuple[list[Field | None], str]:
    feeds: list[Field | None] = [None] * len(names)
    taken: dict[str, tuple[int, int]] = {}
    says_minutes = ""
    for at, name in enumerate(names):
        code, rank = _code(name, preset)
        if code == LENGTH:
            cells = [row[at] for row in below if len(row) > at]
            if plain(name) == "time" and any(map(CLOCK.search, cells)):
                continue
            is_minutes = _are_minutes(cells)
            code = Field.MINUTES if is_minutes else Field.HOURS
            rank += VAGUE
            says_minutes = name if is_minutes else says_minutes
        if code in ("", KEEP):
            continue
        field = Field(code)
        if field in OF_MANY:
            feeds[at] = field
        elif field not in taken or rank < taken[field][0]:
            if field in taken:
                feeds[taken[field][1]] = None
            feeds[at], taken[field] = field, (rank, at)
    _let_one_length_count(feeds, taken)
    return feeds, says_minutes


def _code(name: str, preset: Preset | None) -> tuple[str, int]:
    if preset and plain(name) in preset.holds:
        return preset.holds[plain(name)], -1
    return meaning(name) or ("", 0)


def _let_one_length_count(feeds: list[Field | None], taken: Mapping[str, tuple[int, int]]) -> None:
    # “Hours” and “Minutes” are two parts of one length; “Duration” beside “Hours” is the same.
    lengths = [each for each in (Field.HOURS, Field.MINUTES) if each in taken]
    if len(lengths) > 1:
        vague = [each for each in lengths if taken[each][0] >= VAGUE]
        for each in vague[: len(lengths) - 1]:
            feeds[taken[each][1]] = None
    if lengths and Field.DAYS in taken:
        feeds[taken[Field.DAYS][1]] = None


def _are_minutes(cells: list[str]) -> bool:
    numbers = [each for each in whole_numbers(cells) if each]
    if not numbers or min(numbers) < STEP_OF_MINUTES:
        return False
    are_steps = all(each % STEP_OF_MINUTES == 0 for each in numbers)
    return max(numbers) >= (MINUTES_FROM if are_steps else CERTAINLY_MINUTES)


def _as_wished(
    table: str, names: Cells, feeds: Sequence[Field | None], holds: Mapping[str, str]
) -> list[Field | None]:
    """Return the fields that columns feed once their owner has said of some what they hold."""
    there = {plain(name): at for at, name in reversed(list(enumerate(names))) if name}
    wished: dict[int, Field | None] = {}
    for name, code in holds.items():
        at = there.get(plain(name), _by_number(name, len(names)))
        if at is None:
            raise ProblemError(
                f"There is no column “{shown(name)}” in “{table}”.",
                means="Nothing was brought in.",
                advice=f"Its columns are {listed([f'“{shown(each)}”' for each in names if each])}.",
            )
        wished[at] = None if code in ("", KEEP) else Field(code)
    claimed = {field for field in wished.values() if field} - OF_MANY
    others = [None if field in claimed else field for field in feeds]
    return [wished.get(at, field) for at, field in enumerate(others)]


def _by_number(name: str, columns: int) -> int | None:
    # A column without a name is called by its place.
    found = re.fullmatch(r"column (\d{1,3})", name.strip().casefold())
    return int(found[1]) - 1 if found and 0 < int(found[1]) <= columns else None


def called(name: str, at: int) -> str:
    """Return what a column is called: its name, or its place for one that has none."""
    return name or f"Column {at + 1}"


def _order(
    names: Cells,
    feeds: Sequence[Field | None],
    below: Sequence[Cells],
    wishes: Wishes,
    preset: Preset | None,
) -> tuple[Order | None, str]:
    if wishes.date_order:
        return Order(wishes.date_order), ""
    held = [at for at, field in enumerate(feeds) if field in (Field.DATE, Field.END_DATE)]
    said = settled(row[at] for row in below for at in held if len(row) > at)
    if said.order is not None:
        return said.order, ""
    if preset and preset.date_order:
        return Order(preset.date_order), ""
    for at in held:
        for pattern, order in ORDERS_IN_A_NAME:
            if re.search(pattern, fold(names[at])):
                return order, ""
    return None, said.open
