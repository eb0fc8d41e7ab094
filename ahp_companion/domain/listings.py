"""What a list shows: records of one type, narrowed, in an order. The store finds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list by its record type; each narrowing leaves fewer.

    `equal`, `among` and `between` name fields, `holding` a field with many values and one that it
    must have, `conditions` the store's named conditions, `matching` words that must occur.
    """

    record: type
    order: tuple[str, ...] = ()
    descending: bool = True
    equal: Mapping[str, Any] = field(default_factory=dict)
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    holding: Mapping[str, str] = field(default_factory=dict)
    between: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    matching: str = ""
