"""Lists of any length: places in a table, filtered and sorted by SQLite; records come later."""

from array import array
from collections.abc import Mapping
from typing import Any

from ..domain.kinds import BY_RECORD
from ..domain.listings import Listing
from ..domain.records import shapes
from .connection import Database
from .schemas import UNFINISHED
from .search import KINDS, PLACE_BITS, PLACES, as_query

# Conditions that the domain names; a test holds each against the domain's own function.
CONDITIONS: Mapping[str, str] = {
    "unfinished activity": f"({UNFINISHED})",
    "lost time": '"lost_minutes" > 0',
    "own time": '"is_own_time" = 1',
    "held": '"held_on" IS NOT NULL',
    "to come": '"held_on" IS NULL',
    "shared": '"private" = 0',
    "private": '"private" = 1',
    "actions open": '"id" IN (SELECT "meeting" FROM "action" WHERE "done_on" IS NULL)',
}
# The number of an entry in the index holds the place of its record, and which kind it is of.
FOUND = (
    f"SELECT rowid & {PLACES} FROM search WHERE search MATCH ? "
    f"AND rowid >> {PLACE_BITS} & {KINDS} = (SELECT number FROM search_kind WHERE name = ?)"
)


def places(db: Database, listing: Listing) -> "array[int]":
    """Return the places of all records in a listing, in its order, eight bytes each."""
    where, values = _where(listing)
    direction = "DESC" if listing.descending else "ASC"
    order = [f"{_column(listing, name)} {direction}" for name in listing.order]
    order = ", ".join([*order, f'rowid {direction}'])
    table = BY_RECORD[listing.record].name
    sql = f'SELECT rowid FROM "{table}" WHERE {where} ORDER BY {order}'  # noqa: S608
    return array("q", (row[0] for row in db.execute(sql, values)))


def count(db: Database, listing: Listing) -> int:
    """Return how many records a listing has."""
    where, values = _where(listing)
    table = BY_RECORD[listing.record].name
    sql = f'SELECT count(*) FROM "{table}" WHERE {where}'  # noqa: S608
    return int(db.execute(sql, values).fetchone()[0])


def months(db: Database, listing: Listing) -> list[tuple[str, int]]:
    """Return the months of a listing by the first field it is ordered by, and how many in each.

    A month is "2026-03"; records without a date are under "".
    """
    where, values = _where(listing)
    direction = "DESC" if listing.descending else "ASC"
    column = _column(listing, listing.order[0])
    table = BY_RECORD[listing.record].name
    sql = (
        f"SELECT coalesce(substr({column}, 1, 7), '') AS month, count(*) "  # noqa: S608
        f'FROM "{table}" WHERE {where} GROUP BY month ORDER BY month {direction}'
    )
    return [(row[0], row[1]) for row in db.execute(sql, values)]


def _where(listing: Listing) -> tuple[str, list[Any]]:
    parts, values = [], []
    for name, value in listing.equal.items():
        parts.append(f"{_column(listing, name)} IS ?")
        values.append(value)
    for name, code in listing.holding.items():
        parts.append(f"instr({_column(listing, name)}, json_quote(?))")
        values.append(code)
    for name, ends in listing.between.items():
        parts.append(f"{_column(listing, name)} BETWEEN ? AND ?")
        values += ends
    parts += [CONDITIONS[name] for name in listing.conditions]
    query = as_query(listing.matching)
    if query:
        parts.append(f'rowid IN ({FOUND})')
        values += [query, BY_RECORD[listing.record].name]
    return " AND ".join(parts) or "1", values


def _column(listing: Listing, name: str) -> str:
    # Only names that the record has can reach the statement.
    if name not in {shape.name for shape in shapes(listing.record)}:
        raise ValueError(f"{listing.record.__name__} has no {name}")
    return f'"{name}"'
