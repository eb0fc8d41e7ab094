"""Finding: a full-text index over everything the owner wrote, newest first.

An entry's number begins with the day it happened on, so that the index hands out what it finds
in order of date without sorting it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..domain.kinds import BY_NAME, Kind, text_of
from ..domain.words import fold
from .connection import Database

# Twenty-four bits leave room for sixteen million records on one day.
DAY_BITS = 24
UNDATED = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record that a search found: its kind and id."""

    kind: Kind
    record: str


class SearchIndex:
    """The index of one portfolio."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, kind: Kind, record: Any, place: int) -> None:
        """Index a record under its day, in place of what was there for it."""
        day = (kind.happened_on(record) or UNDATED).toordinal() << DAY_BITS
        number = self._number(record.id)
        if number is not None and number >> DAY_BITS << DAY_BITS == day:
            verb = "INSERT OR REPLACE"
        else:
            self.remove(record.id)
            verb = "INSERT"
            number = self._free_number(day)
            self._db.execute(
                "INSERT INTO search_entry (number, kind, record, place) VALUES (?, ?, ?, ?)",
                [number, kind.name, record.id, place],
            )
        self._db.execute(
            f"{verb} INTO search (rowid, kind, title, body) VALUES (?, ?, ?, ?)",
            [number, marker(kind), fold(kind.title(record)), fold(text_of(record))],
        )

    def remove(self, record: str) -> None:
        """Take a record out of the index."""
        number = self._number(record)
        if number is not None:
            self._db.execute("DELETE FROM search WHERE rowid = ?", [number])
            self._db.execute("DELETE FROM search_entry WHERE number = ?", [number])

    def find(self, typed: str, *, limit: int = 200) -> list[Found]:
        """Return what holds every word typed, newest first; any text is a valid query."""
        query = as_query(typed)
        if not query:
            return []
        rows = self._db.execute(
            "SELECT search_entry.kind, record FROM search JOIN search_entry ON number = search.rowid "
            "WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?",
            [query, limit],
        )
        return [Found(kind=BY_NAME[kind], record=record) for kind, record in rows]

    def _number(self, record: str) -> int | None:
        row = self._db.execute(
            "SELECT number FROM search_entry WHERE record = ?", [record]
        ).fetchone()
        return row[0] if row else None

    def _free_number(self, day: int) -> int:
        row = self._db.execute(
            "SELECT max(number) FROM search_entry WHERE number BETWEEN ? AND ?",
            [day, day + (1 << DAY_BITS) - 1],
        ).fetchone()
        return day if row[0] is None else int(row[0]) + 1


def marker(kind: Kind) -> str:
    """Return the one word that stands for a kind in the index's own column for it."""
    return kind.name.replace("_", "")


def as_query(typed: str, kind: Kind | None = None) -> str:
    """Return typed text as an FTS5 query: each word quoted, as the beginning of one."""
    words = _words(fold(typed))
    if not words:
        return ""
    quoted = " AND ".join(f'"{word}"*' for word in words)
    query = f"{{title body}} : ({quoted})"
    return f'{query} AND kind : "{marker(kind)}"' if kind else query


def _words(folded: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in folded).split()
