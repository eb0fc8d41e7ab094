"""Lists of any length: places in a table, filtered and sorted by SQLite; records come later."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, islice
from typing import Any

from ..domain.kinds import BY_RECORD
from ..domain.listings import Listing
from ..domain.records import shapes
from .connection import Database
from .schemas.first import UNFINISHED
from .search import DAY_AT, FOUND, PLACES, as_query

MET = '"met_on" IS NOT NULL AND "carries_over" IS NOT \'no\''
# Conditions that the domain names; a test holds each against the domain's own function.
CONDITIONS: Mapping[str, str] = {
    "unfinished activity": f"({UNFINISHED})",
    "lost time": '"lost_minutes" > 0',
    "own time": '"is_own_time" = 1',
    "held": '"held_on" IS NOT NULL',
    "to come": '"held_on" IS NULL',
    "shared": '"private" = 0',
    "private": '"private" = 1',
    "met competence": MET,
    "competence to meet": f"NOT ({MET})",
    "actions open": '"id" IN (SELECT "meeting" FROM "action" WHERE "done_on" IS NULL)',
}
# Orders by more than one column, under the name of the domain's own function.
COMPUTED: Mapping[tuple[str, str], str] = {
    ("meeting", "happens_on"): 'coalesce("held_on", "planned_on")',
}


def places(db: Database, listing: Listing, *, most: int = -1) -> "array[int]":
    """Return the places of the records in a listing, in its order, eight bytes each.

    `most` is how many of them are wanted from the beginning; -1 is all.
    """
    if _is_as_indexed(listing):
        found = _entries(db, listing, f"rowid & {PLACES}")
        return array("q", found if most < 0 else islice(found, most))
    where, values = _where(listing)
    direction = _direction(listing)
    terms = [f"{_column(listing, name)} {direction}" for name in listing.order]
    order = ", ".join([*terms, f"rowid {direction}"])
    sql = f'SELECT rowid FROM "{_table(listing)}" WHERE {where} ORDER BY {order} LIMIT ?'  # noqa: S608
    return array("q", chain.from_iterable(db.execute(sql, [*values, most])))


def count(db: Database, listing: Listing) -> int:
    """Return how many records a listing has."""
    where, values = _where(listing)
    sql = f'SELECT count(*) FROM "{_table(listing)}" WHERE {where}'  # noqa: S608
    return int(db.execute(sql, values).fetchone()[0])


def months(db: Database, listing: Listing) -> list[tuple[str, int]]:
    """Return the months of a listing by the first field it is ordered by, and how many in each.

    A month is "2026-03"; records without a date are under "".
    """
    if _is_as_indexed(listing):
        return _months_found(db, listing)
    where, values = _where(listing)
    column = _column(listing, listing.order[0])
    # The days come out of an index in order; to group by months at once, all would be sorted.
    days = (
        f"SELECT coalesce(substr({column}, 1, 7), '') AS month, count(*) AS held "  # noqa: S608
        f'FROM "{_table(listing)}" WHERE {where} GROUP BY {column}'
    )
    sql = (
        f"SELECT month, sum(held) FROM ({days}) "  # noqa: S608
        f"GROUP BY month ORDER BY month {_direction(listing)}"
    )
    return [(row[0], row[1]) for row in db.execute(sql, values)]


def _months_found(db: Database, listing: Listing) -> list[tuple[str, int]]:
    days = Counter(_entries(db, listing, f"rowid >> {DAY_AT}"))
    counted: Counter[str] = Counter()
    for day, held in days.items():
        counted[date.fromordinal(day).isoformat()[:7] if day else ""] += held
    return list(counted.items())


def _is_as_indexed(listing: Listing) -> bool:
    # What is only searched, and shown by day, comes out of the index just so.
    return (
        bool(as_query(listing.matching))
        and listing.order == (BY_RECORD[listing.record].day,)
        and not (listing.equal or listing.among or listing.holding)
        and not (listing.between or listing.conditions)
    )


def _entries(db: Database, listing: Listing, part: str) -> Iterator[int]:
    sql = f"SELECT {part} FROM {FOUND} ORDER BY rowid {_direction(listing)}"  # noqa: S608
    rows = db.execute(sql, [as_query(listing.matching), _table(listing)])
    return chain.from_iterable(rows)


def _direction(listing: Listing) -> str:
    return "DESC" if listing.descending else "ASC"


def _table(listing: Listing) -> str:
    return BY_RECORD[listing.record].name


def _where(listing: Listing) -> tuple[str, list[Any]]:
    parts, values = [], []
    for name, value in listing.equal.items():
        parts.append(f"{_column(listing, name)} IS ?")
        values.append(value)
    for name, codes in listing.among.items():
        parts.append(f"{_column(listing, name)} IN ({', '.join('?' * len(codes))})")
        values += codes
    for name, code in listing.holding.items():
        parts.append(f"instr({_column(listing, name)}, json_quote(?))")
        values.append(code)
    for name, ends in listing.between.items():
        parts.append(f"{_column(listing, name)} BETWEEN ? AND ?")
        values += ends
    parts += [CONDITIONS[name] for name in listing.conditions]
    query = as_query(listing.matching)
    if query:
        # By day, SQLite would look each record up and then sort them; "+" has it follow the days.
        by_day = listing.order[:1] == (BY_RECORD[listing.record].day,)
        parts.append(f"{'+' * by_day}rowid IN (SELECT rowid & {PLACES} FROM {FOUND})")  # noqa: S608
        values += [query, _table(listing)]
    return " AND ".join(parts) or "1", values


def _column(listing: Listing, name: str) -> str:
    if (_table(listing), name) in COMPUTED:
        return COMPUTED[_table(listing), name]
    # Only names that the record has can reach the statement.
    if name not in {shape.name for shape in shapes(listing.record)}:
        raise ValueError(f"{listing.record.__name__} has no {name}")
    return f'"{name}"'
