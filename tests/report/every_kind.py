"""A portfolio with one record of every kind, its words given by kind and field."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import KINDS, Kind
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.records import Shape, shapes
from ahp_companion.domain.scope import ScopeLine, ScopeSheet
from ahp_companion.domain.words import Word

ON = date(2026, 3, 12)
# Codes that the tests' catalogue knows, so that what is printed is what its words say.
CODES = {
    "model": "what", "profession": "PH", "workbook": "prompts", "question": "1.1",
    "step": "started",
}  # fmt: skip
KEYS = {"answers": "what", "clauses": "expectations", "parts": "who"}

Words = Callable[[str, str], str]


def every_kind(words: Words, *, of: str = "", private: bool = False) -> Portfolio:
    """Return the portfolio; `of` tells apart the ids of one from those of another."""
    return gathered({kind.name: [_record(kind, words, of, private)] for kind in KINDS})


def written(kind: Kind) -> list[str]:
    """Return the fields of a kind that its owner writes in their own words."""
    return [shape.name for shape in shapes(kind.record) if shape.is_words]


def _record(kind: Kind, words: Words, of: str, private: bool) -> Any:
    record = kind.record(
        **{each.name: _value(kind, each, words, of, private) for each in shapes(kind.record)}
    )
    # What holds is printed in full; what was replaced is a line.
    if isinstance(record, Agreement):
        return replace(record, replaced_on=None)
    if isinstance(record, ScopeSheet):
        return replace(record, to_on=None)
    if isinstance(record, ScopeLine):
        return replace(record, carries_over=None)
    if isinstance(record, Preceptorship):
        return replace(record, follows=None, length_months=12)
    return replace(record, sha256="0" * 64) if isinstance(record, Evidence) else record


def _value(kind: Kind, shape: Shape, words: Words, of: str, private: bool) -> Any:
    if shape.name == "id":
        return f"{kind.name}{of}"
    if shape.name == "private":
        return private
    one = f"{shape.link}{of}" if shape.link else _one(kind, shape, words)
    return (one,) if shape.many else one


def _one(kind: Kind, shape: Shape, words: Words) -> Any:
    if issubclass(shape.type, Word):
        return next(iter(shape.type))
    if shape.is_code:
        return CODES.get(shape.name, "")
    if shape.type is dict:
        return {KEYS[shape.name]: words(kind.name, shape.name)}
    if shape.type is str:
        return words(kind.name, shape.name)
    ready: dict[type, Any] = {date: ON, bool: True, int: 7}
    return ready[shape.type]
