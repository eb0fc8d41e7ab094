"""What every record has in common: an id, plain values, and links to other records.

A record is a frozen dataclass. Its fields say by their type how they are kept, and by the three
functions below what a bare type cannot say: a link to one record, to several, or a code that is
not the owner's own words and so is not searched.
"""

import types
import typing
import uuid
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Protocol, TypeVar

from .problems import ProblemError

Plain = Mapping[str, Any]
# Whole numbers take at most eight bytes wherever they are kept.
GREATEST = 2**63 - 1
Answers = Mapping[str, str]


class Record(Protocol):
    """Anything the owner records; known by an id that is never used again."""

    @property
    def id(self) -> str:
        """Return the record's UUID."""
        ...


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How one field is kept: its name, its bare type, and what it points at."""

    name: str
    type: type
    many: bool
    optional: bool
    link: str = ""
    owned: bool = False
    is_code: bool = False

    @property
    def is_words(self) -> bool:
        """Return whether the owner writes this field in their own words."""
        return self.type in (str, dict) and not (self.link or self.is_code or self.name == "id")


def new_id() -> str:
    """Return a fresh UUID."""
    return str(uuid.uuid4())


def link(kind: str, *, owned: bool = False) -> Any:
    """Return a field that names one other record; an owned record goes when its owner goes."""
    return field(default=None, metadata={"link": kind, "owned": owned})


def links(kind: str) -> Any:
    """Return a field that names any number of other records of one kind; "" means any kind."""
    return field(default=(), metadata={"link": kind or "*"})


def code() -> Any:
    """Return a text field that holds a code from a list, not the owner's words."""
    return field(default="", metadata={"is_code": True})


def codes() -> Any:
    """Return a field that holds any number of codes."""
    return field(default=(), metadata={"is_code": True})


def shapes(record: type) -> tuple[Shape, ...]:
    """Return the shape of each of a record type's fields, in the order they are declared."""
    return _shapes(typing.cast(Hashable, record))


def to_plain(record: Any) -> dict[str, Any]:
    """Return a record as JSON's own values: dates as ISO text, closed lists by code."""
    return {shape.name: _plain(getattr(record, shape.name)) for shape in shapes(type(record))}


def from_plain(record: type[R], plain: Plain) -> R:
    """Return a record made from plain values; a field that is missing takes its default.

    Raises ProblemError when a value cannot be what the field holds. Fields that this version does
    not know are passed over, as a later version may have written them.
    """
    return record(**values_of(record, plain))


def values_of(record: type, plain: Plain) -> dict[str, Any]:
    """Return the values of those fields that plain values name, as `from_plain` reads them."""
    known = {}
    for shape in shapes(record):
        if shape.name not in plain:
            continue
        try:
            known[shape.name] = _value(shape, plain[shape.name])
        except (ValueError, TypeError, AttributeError) as reason:
            raise ProblemError(
                f"“{shape.name}” cannot be {plain[shape.name]!r}.",
                means=f"A {record.__name__.lower()} could not be read.",
            ) from reason
    return known


def linked_ids(record: Any) -> Iterator[tuple[Shape, str]]:
    """Yield every link that a record holds: the field's shape, and the id it names."""
    for shape in shapes(type(record)):
        if shape.link:
            held = getattr(record, shape.name)
            for each in held if shape.many else (held,):
                if each:
                    yield shape, each


@cache
def _shapes(record: Any) -> tuple[Shape, ...]:
    hints = typing.get_type_hints(record)
    return tuple(_shape(each, hints[each.name]) for each in fields(record))


def _shape(each: "Field[Any]", hint: Any) -> Shape:
    arguments = typing.get_args(hint)
    optional = isinstance(hint, types.UnionType) and type(None) in arguments
    many = typing.get_origin(hint) is tuple
    bare = arguments[0] if optional or many else hint
    if typing.get_origin(bare) is not None:
        bare = dict
    return Shape(name=each.name, type=bare, many=many, optional=optional, **each.metadata)


def _plain(value: Any) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def _value(shape: Shape, plain: Any) -> Any:
    if shape.many:
        if type(plain) not in (list, tuple):
            raise TypeError
        return tuple(_one(shape.type, each) for each in plain)
    if plain is None:
        if not shape.optional:
            raise ValueError
        return None
    return _one(shape.type, plain)


def _one(kept: type, plain: Any) -> Any:
    if kept is date:
        return date.fromisoformat(plain)
    if kept is dict:
        return {_one(str, key): _one(str, words) for key, words in plain.items()}
    if kept in (str, int, bool) and type(plain) is not kept:
        raise TypeError
    if kept is int and abs(plain) > GREATEST:
        raise ValueError
    if kept is str:
        # Half of a sign that takes two is no text: it could be neither kept nor exported.
        plain.encode()
    make: Callable[[Any], Any] = kept
    return make(plain)
