"""Records of every kind with anything in them, drawn from the shapes of their fields."""

from datetime import date
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from ahp_companion.domain.kinds import KINDS, Kind
from ahp_companion.domain.records import Shape, shapes

KIND_NAMES = [kind.name for kind in KINDS]
WORDS = st.text(max_size=40)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
NUMBERS = st.integers(min_value=-(2**31), max_value=2**31)


def any_record(kind: Kind, *, linked: bool = True) -> st.SearchStrategy[Any]:
    """Return records of a kind; their links lead to ids that nobody has, or nowhere."""
    fields = {
        shape.name: _held(shape)
        for shape in shapes(kind.record)
        if shape.name != "id" and (linked or not shape.link)
    }
    return st.builds(kind.record, **fields)


def _held(shape: Shape) -> st.SearchStrategy[Any]:
    one = _one(shape)
    if shape.many:
        return st.lists(one, max_size=3).map(tuple)
    return st.none() | one if shape.optional else one


def _one(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.link:
        return st.uuids().map(str)
    if issubclass(shape.type, Enum):
        return st.sampled_from(list(shape.type))
    if shape.type is dict:
        return st.dictionaries(WORDS, WORDS, max_size=3)
    return {str: WORDS, int: NUMBERS, bool: st.booleans(), date: DAYS}[shape.type]
