"""What a table is to a reader: heads of columns and rows, and cells that stay one over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from .tagging import Element, cell, header

# A row and its cells; None for a cell that is not there to a reader.
RowTree = tuple[Element, tuple[Element | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTree:
    """The elements of one table, which all its parts share, whatever pages they are on.

    `named_by` is the column whose cell is the head of its row; `silent` are those that say nothing
    and are only air between others.
    """

    titles: Sequence[str]
    named_by: int = 0
    silent: frozenset[int] = frozenset()
    table: Element = field(default_factory=partial(Element, "Table"))
    head: Element = field(default_factory=partial(Element, "THead"))
    body: Element = field(default_factory=partial(Element, "TBody"))

    def heads(self) -> list[Element | None]:
        """Return the head of each column, None for one that is silent."""
        return [
            None if at in self.silent else header("Column") if title else cell()
            for at, title in enumerate(self.titles)
        ]

    def row(self, cells: Sequence[Sequence[str]], over: int) -> RowTree:
        """Return a row and its cells.

        The last cell takes the columns that are left. `over` is how many rows the first one stands
        for; nought where it is under one that does.
        """
        last = len(cells) - 1
        found: list[Element | None] = []
        for at, words in enumerate(cells):
            columns = self._columns(last) if at == last else 1
            if at in self.silent or (at == 0 and over == 0):
                found.append(None)
            elif words and columns == 1 and at in (self.named_by, 0 if over > 1 else -1):
                found.append(header("Row", rows=over if at == 0 else 1))
            else:
                found.append(cell(columns))
        return Element("TR"), tuple(found)

    def _columns(self, first: int) -> int:
        return sum(1 for at in range(first, len(self.titles)) if at not in self.silent)


def silent_columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns without a title in which no row says anything."""
    if not any(titles):
        return frozenset()
    return frozenset(
        at
        for at, title in enumerate(titles)
        if not title and not any(cells[at].strip() for cells in rows if at < len(cells))
    )


def rows_over(rows: Sequence[tuple[str, str]]) -> list[int]:
    """Return over how many rows each first cell stands, by their words and groups.

    One is usual; nought is a row without words of its own under one of the same group.
    """
    found: list[int] = []
    first = 0
    for at, (words, group) in enumerate(rows):
        if at and group and not words and group == rows[first][1] and found[first]:
            found[first] += 1
            found.append(0)
        else:
            first = at
            found.append(1)
    return found
