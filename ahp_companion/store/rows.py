"""A record as a row of its table, and a row as a record again; once for every kind."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from ..domain.kinds import Kind
from ..domain.problems import ProblemError
from ..domain.records import Plain, Shape, shapes

Reader = Callable[[Any], Any]
# One spelling for each value, so that the same record is the same text wherever it is kept.
canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def row_of(plain: Plain) -> list[Any]:
    """Return a record's plain values as the cells of its row."""
    return [_cell(each) for each in plain.values()]


def record_of(kind: Kind, row: Sequence[Any]) -> Any:
    """Return the record in a row; raises ProblemError for a value that its field cannot have.

    The first cell is the record's place. A later migration may have added columns at the end;
    those before keep their order.
    """
    try:
        return kind.record(
            **{
                name: read(cell) if read else cell
                for (name, read), cell in zip(_readers(kind), row[1:], strict=False)
            }
        )
    except (ValueError, TypeError, KeyError) as reason:
        raise ProblemError(
            f"A record under {kind.nouns} cannot be read: {reason}.",
            means="It holds something that this version does not know.",
            advice="Restore the newest good backup.",
        ) from reason


@cache
def insert(kind: Kind) -> str:
    """Return the statement that adds a row."""
    names = _names(kind)
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    return f'INSERT INTO "{kind.name}" ({columns}) VALUES ({marks})'  # noqa: S608


def update(kind: Kind, standing: Sequence[Any], cells: Sequence[Any]) -> tuple[str, list[Any]]:
    """Return the statement that makes a standing row hold other cells, and its values.

    Only columns that differ are named: SQLite writes every index anew that holds a named one.
    """
    place, *before = standing
    differing = [
        (name, after)
        for name, now, after in zip(_names(kind), before, cells, strict=False)
        if now != after
    ]
    columns = ", ".join(f"{name} = ?" for name, _ in differing) or '"id" = "id"'
    sql = f'UPDATE "{kind.name}" SET {columns} WHERE rowid = ?'  # noqa: S608
    return sql, [*(after for _, after in differing), place]


def _cell(plain: Any) -> Any:
    if type(plain) not in (list, dict):
        return plain
    # Most are empty, and Python's own spelling of that is JSON's.
    return canonical(plain) if plain else str(plain)


def _names(kind: Kind) -> list[str]:
    return [f'"{shape.name}"' for shape in shapes(kind.record)]


@cache
def _readers(kind: Kind) -> tuple[tuple[str, Reader | None], ...]:
    return tuple((shape.name, _reader(shape)) for shape in shapes(kind.record))


def _reader(shape: Shape) -> Reader | None:
    read = _reader_of_one(shape.type)
    if shape.many:
        return _many(read)
    return _unless_none(read) if read and shape.optional else read


def _reader_of_one(kept: type) -> Reader | None:
    if issubclass(kept, Enum):
        return {str(member.value): member for member in kept}.__getitem__
    readers: dict[type, Reader] = {bool: bool, date: date.fromisoformat, dict: json.loads}
    return readers.get(kept)


def _many(read: Reader | None) -> Reader:
    # Pillars and codes come in few combinations, again and again.
    @lru_cache(maxsize=1024)
    def read_many(cell: str) -> tuple[Any, ...]:
        held = json.loads(cell)
        return tuple(map(read, held) if read else held)

    return read_many


def _unless_none(read: Reader) -> Reader:
    def read_unless_none(cell: Any) -> Any:
        return None if cell is None else read(cell)

    return read_unless_none
