"""Anybody's table as rows of text, numbered as a spreadsheet numbers them.

Nothing here knows what the columns mean. What is read is bounded: bytes, rows, columns, cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...domain.problems import ProblemError

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 500, 3_000_000
HEADER_WITHIN = 15
# The last row that a spreadsheet has; blank lines beyond it are a file made to take long.
LAST_ROW = 1_048_576

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How its owner says that a table is to be read; what is empty is worked out.

    `header_row` counts from 1; `holds` says which field each column feeds, by the column's name.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int = 0
    holds: dict[str, str] = field(default_factory=dict)
    date_order: str = ""
    hours_a_day: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it was read: its rows with their numbers, and how they were found.

    `sheet` and `sheets` are empty for a text file, `encoding` and `delimiter` for a workbook.
    """

    name: str
    rows: tuple[tuple[int, Cells], ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def filled(name: str, rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[tuple[int, Cells], ...]:
    """Return the rows that say something, with their numbers.

    Raises ProblemError for more than any log of CPD holds.
    """
    kept: list[tuple[int, Cells]] = []
    cells = 0
    for number, row in rows:
        said = _until_last(row)
        if not said:
            continue
        cells += len(said)
        if len(kept) >= MOST_ROWS + HEADER_WITHIN or number > LAST_ROW:
            raise too_large(name, f"more than {MOST_ROWS:,} rows")
        if len(said) > MOST_COLUMNS:
            raise too_large(name, f"more than {MOST_COLUMNS} columns")
        if cells > MOST_CELLS:
            raise too_large(name, f"more than {MOST_CELLS:,} cells")
        kept.append((number, said))
    return tuple(kept)


def too_large(name: str, why: str) -> ProblemError:
    """Return the failure that a table beyond all bounds is."""
    return ProblemError(
        f"“{name}” has {why}.",
        means="No log of CPD is that long, so nothing was brought in.",
        advice="Copy the rows that are yours into a file of their own, and bring that in.",
    )


def _until_last(row: Sequence[str]) -> Cells:
    last = len(row)
    while last and not row[last - 1].strip():
        last -= 1
    return tuple(row[:last])
