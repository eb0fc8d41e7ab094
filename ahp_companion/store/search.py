"""Finding: a full-text index over everything the owner wrote, newest first.

An entry's number is made of the day its record happened on, its kind and its place, in that
order: the index gives out what it finds by date without sorting it, and every entry leads to its
record by its number alone. What a word is, is settled here and not by the index.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..domain.kinds import BY_NAME, Kind, text_of
from ..domain.words import fold
from .connection import Database

# Twenty-two bits for a day up to the year 9999 stand before these, and the sign before them.
KIND_BITS, PLACE_BITS = 6, 35
DAY_AT = KIND_BITS + PLACE_BITS
KINDS, PLACES = (1 << KIND_BITS) - 1, (1 << PLACE_BITS) - 1
# The entries of one kind that a query finds.
FOUND = (
    "search WHERE search MATCH ? "  # noqa: S608
    f"AND rowid >> {PLACE_BITS} & {KINDS} = (SELECT number FROM search_kind WHERE name = ?)"
)
WORD = re.compile(r"[^\W_]+")
OTHER_SIGNS = re.compile(r"[^\w\x00-\x7f]+")
MANY = 1000
# Nobody types more words than this to find something; a pasted page is found by its beginning.
MOST_WORDS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record that a search found: its kind and its place in the kind's table."""

    kind: Kind
    place: int


@dataclass(frozen=True, slots=True)
class Entries:
    """What one change takes out of the index, and what it puts in."""

    gone: set[int] = field(default_factory=set)
    new: dict[int, tuple[Kind, Any]] = field(default_factory=dict)


class SearchIndex:
    """The index of one portfolio."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._numbers: dict[str, int] = {}

    def enter(self, entries: Entries, kind: Kind, place: int, before: Any, after: Any) -> None:
        """Put down what becomes of an entry when the record at a place changes."""
        number = None if after is None else self._number(kind, place, after)
        if before is not None:
            standing = self._number(kind, place, before)
            if standing == number and words_of(kind, before) == words_of(kind, after):
                return
            if entries.new.pop(standing, None) is None:
                entries.gone.add(standing)
        if number is not None:
            entries.new[number] = (kind, after)

    def write(self, entries: Entries) -> None:
        """Bring the index up to date."""
        for number in entries.gone:
            self._db.conn.execute("DELETE FROM search WHERE rowid = ?", [number])
        # In rising order FTS5 gathers entries in memory; out of order it writes each by itself.
        for number in sorted(entries.new):
            self._db.conn.execute(
                "INSERT INTO search (rowid, words) VALUES (?, ?)",
                [number, words_of(*entries.new[number])],
            )
        if len(entries.new) > MANY:
            # Else one of the next edits would have to tidy up after all of them.
            self._db.conn.execute("INSERT INTO search (search) VALUES ('optimize')")

    def entered(self) -> set[tuple[str, int]]:
        """Return the kind and the place of every record that has an entry."""
        names = {number: name for name, number in self._kinds.items()}
        return {
            (names[number >> PLACE_BITS & KINDS], number & PLACES)
            for (number,) in self._db.execute("SELECT rowid FROM search")
        }

    def find(self, typed: str, *, limit: int = 200) -> list[Found]:
        """Return what holds every word typed, newest first; any text is a valid query."""
        query = as_query(typed)
        if not query:
            return []
        names = {number: name for name, number in self._kinds.items()}
        rows = self._db.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
            [query, limit],
        )
        return [
            Found(
                kind=BY_NAME[names[number >> PLACE_BITS & KINDS]],
                place=number & PLACES,
            )
            for (number,) in rows
        ]

    @property
    def _kinds(self) -> dict[str, int]:
        if not self._numbers:
            rows: Iterable[tuple[str, int]] = self._db.execute(
                "SELECT name, number FROM search_kind"
            )
            self._numbers = dict(rows)
        return self._numbers

    def _number(self, kind: Kind, place: int, record: Any) -> int:
        on = kind.happened_on(record)
        day = on.toordinal() if on else 0
        return (day << KIND_BITS | self._kinds[kind.name]) << PLACE_BITS | place


def words_of(kind: Kind, record: Any) -> str:
    """Return the words a record is found by, folded."""
    text = fold(f"{kind.title(record)}\n{text_of(record)}")
    # The index itself parts words at ASCII's signs, and at no others.
    return text if text.isascii() else OTHER_SIGNS.sub(" ", text)


def as_query(typed: str) -> str:
    """Return typed text as an FTS5 query: each word quoted, as the beginning of one."""
    return " AND ".join(f'"{word}"*' for word in WORD.findall(fold(typed))[:MOST_WORDS])
