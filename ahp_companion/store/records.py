"""Records and rows, once for every kind; and the revision that every save leaves behind."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from ..domain import kinds
from ..domain.changes import Change
from ..domain.kinds import KINDS, Kind
from ..domain.portfolio import Portfolio, gathered
from ..domain.records import Plain, Record, from_plain, shapes, to_plain
from .connection import Database, whole
from .rows import canonical, insert, record_of, row_of, update
from .search import Entries, SearchIndex

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A record as it was saved at one moment; no record means that it was deleted."""

    number: int
    record: Any
    author: str
    made_at: datetime


class Records:
    """Reads and writes of every kind of record in one portfolio."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now
        self._search = SearchIndex(db)

    def get(self, record: type[R], wanted: str | None) -> R | None:
        """Return the record of a type with an id; None if there is none."""
        kind = kinds.BY_RECORD[record]
        found = list(self._rows(kind, '"id" = ?', [wanted])) if wanted else []
        return cast(R, found[0]) if found else None

    def all(self, record: type[R], **equal: str) -> list[R]:
        """Return the records of a type, those whose fields equal the values given."""
        where = " AND ".join(f'"{name}" = ?' for name in equal) or "1"
        return list(self._rows(kinds.BY_RECORD[record], where, list(equal.values())))

    def at(self, record: type[R], places: Sequence[int]) -> dict[int, R]:
        """Return the records at places that a listing gave, by place."""
        kind = kinds.BY_RECORD[record]
        marks = ", ".join("?" * len(places))
        sql = f'SELECT * FROM "{kind.name}" WHERE rowid IN ({marks})'  # noqa: S608
        return {row[0]: cast(R, record_of(kind, row)) for row in self._db.execute(sql, places)}

    def place_of(self, record: Any) -> int | None:
        """Return the place of a record in its table; None if it is not there."""
        sql = f'SELECT rowid FROM "{kinds.of(record).name}" WHERE "id" = ?'  # noqa: S608
        row = self._db.execute(sql, [record.id]).fetchone()
        return row[0] if row else None

    def find(self, typed: str, *, limit: int = 200) -> list[Any]:
        """Return the records that hold every word typed, newest first; any text can be typed."""
        found = self._search.find(typed, limit=limit)
        places: dict[Kind, list[int]] = {}
        for each in found:
            places.setdefault(each.kind, []).append(each.place)
        held: dict[Kind, dict[int, Any]] = {
            kind: self.at(kind.record, those) for kind, those in places.items()
        }
        return [held[each.kind][each.place] for each in found if each.place in held[each.kind]]

    def gather(self) -> Portfolio:
        """Return everything."""
        return gathered({kind.name: list(self._rows(kind, "1", [])) for kind in KINDS})

    def linking(self, wanted: str) -> list[Any]:
        """Return every record that holds a link to an id."""
        found: list[Any] = []
        for kind in KINDS:
            links = [shape for shape in shapes(kind.record) if shape.link]
            if links:
                where = " OR ".join(
                    f'"{shape.name}" LIKE ?' if shape.many else f'"{shape.name}" = ?'
                    for shape in links
                )
                values = [f'%"{wanted}"%' if shape.many else wanted for shape in links]
                found += self._rows(kind, where, values)
        return found

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are; an older file has not all kinds."""
        tables = {row[0] for row in self._db.execute("SELECT name FROM sqlite_master")}
        return {
            kind.name: self._db.execute(f'SELECT count(*) FROM "{kind.name}"').fetchone()[0]  # noqa: S608
            for kind in KINDS
            if kind.name in tables
        }

    def apply(self, change: Change, author: str) -> None:
        """Write a change with its revisions and its search entries, all or nothing."""
        made_at = self._now().isoformat(timespec="milliseconds")
        with whole(self._db):
            before = self._last_hash()
            entries = Entries()
            for edit in change.edits:
                kind = kinds.of(edit.record)
                plain = None if edit.after is None else to_plain(edit.after)
                self._write(kind, edit.record.id, edit.after, plain, entries)
                body = None if plain is None else canonical(plain)
                before = self._append(before, kind, edit.record.id, body, author, made_at)
            self._search.write(entries)

    def take_in(self) -> None:
        """Give records that a migration made a first revision, and those without one an entry."""
        made_at = self._now().isoformat(timespec="milliseconds")
        owner = self._db.execute('SELECT "id" FROM "practitioner" LIMIT 1').fetchone()
        seen = {row[0] for row in self._db.execute('SELECT DISTINCT "record" FROM "revision"')}
        entered, before, entries = self._search.entered(), self._last_hash(), Entries()
        for kind in KINDS:
            rows = self._db.execute(f'SELECT * FROM "{kind.name}" ORDER BY rowid').fetchall()  # noqa: S608
            for place, wanted, *rest in rows:
                if wanted in seen and (kind.name, place) in entered:
                    continue
                record = record_of(kind, (place, wanted, *rest))
                self._search.enter(entries, kind, place, None, record)
                if wanted not in seen:
                    body = canonical(to_plain(record))
                    author = owner[0] if owner else ""
                    before = self._append(before, kind, wanted, body, author, made_at)
        self._search.write(entries)

    def revisions(self, wanted: str) -> list[Revision]:
        """Return every revision of a record, oldest first."""
        rows = self._db.execute(
            "SELECT number, kind, body, author, made_at FROM revision WHERE record = ? "
            "ORDER BY number",
            [wanted],
        )
        return [
            Revision(
                number=number,
                record=body and from_plain(kinds.BY_NAME[kind].record, json.loads(body)),
                author=author,
                made_at=datetime.fromisoformat(made_at),
            )
            for number, kind, body, author, made_at in rows
        ]

    def revision_count(self) -> int:
        """Return how many revisions the portfolio holds."""
        return int(self._db.execute("SELECT count(*) FROM revision").fetchone()[0])

    def broken_revision(self) -> int | None:
        """Return the number of the first revision that does not follow from the one before."""
        before = ""
        rows = self._db.execute(
            "SELECT number, kind, record, body, author, made_at, hash FROM revision ORDER BY number"
        )
        for number, kind, record, body, author, made_at, kept in rows:
            before = _hash(before, kind, record, body, author, made_at)
            if before != kept:
                return int(number)
        return None

    def _rows(self, kind: Kind, where: str, values: Sequence[Any]) -> Iterator[Any]:
        sql = f'SELECT * FROM "{kind.name}" WHERE {where} ORDER BY rowid'  # noqa: S608
        for row in self._db.execute(sql, values).fetchall():
            yield record_of(kind, row)

    def _write(
        self, kind: Kind, wanted: str, record: Any, plain: Plain | None, entries: Entries
    ) -> None:
        sql = f'SELECT * FROM "{kind.name}" WHERE "id" = ?'  # noqa: S608
        standing = self._db.conn.execute(sql, [wanted]).fetchone()
        before = record_of(kind, standing) if standing else None
        place = standing[0] if standing else None
        if plain is None:
            self._db.conn.execute(f'DELETE FROM "{kind.name}" WHERE "id" = ?', [wanted])  # noqa: S608
        elif standing:
            self._db.conn.execute(*update(kind, standing, row_of(plain)))
        else:
            place = self._db.conn.execute(insert(kind), row_of(plain)).lastrowid
        if place is not None:
            self._search.enter(entries, kind, place, before, record)

    def _last_hash(self) -> str:
        row = self._db.conn.execute(
            "SELECT hash FROM revision ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return row[0] if row else ""

    def _append(
        self, before: str, kind: Kind, record: str, body: str | None, author: str, made_at: str
    ) -> str:
        following = _hash(before, kind.name, record, body, author, made_at)
        self._db.conn.execute(
            "INSERT INTO revision (kind, record, body, author, made_at, hash) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [kind.name, record, body, author, made_at, following],
        )
        return following


def _hash(before: str, *parts: str | None) -> str:
    return hashlib.sha256(canonical([before, *parts]).encode()).hexdigest()
