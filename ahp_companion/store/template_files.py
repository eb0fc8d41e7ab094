"""Forms to print as files, checked as they are read."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from ..domain.templates import Block, Fact, FormColumn, Reach, Shape, Suits, Template

SHEET_MM = 170
TWELFTHS = 12
# A file writes `kind`, as people say it; the rest are the fields of a block.
KNOWN = frozenset(each.name for each in fields(Block)) - {"shape"} | {"kind"}


def template(kept: Mapping[str, Any]) -> Template:
    """Return a form from the tables of its file.

    Raises KeyError for what is missing and ValueError, in words, for what contradicts itself.
    """
    if kept.get("is_official", False):
        raise ValueError("no form of ours is official")
    return Template(
        code=kept["code"],
        name=kept["name"],
        number=kept["number"],
        group=kept["group"],
        about=kept["about"],
        source=kept["source"],
        as_at=kept["as_at"],
        reach=Reach(kept.get("reach", Reach.PRECEPTORSHIP)),
        record=kept.get("record", ""),
        is_letter=kept.get("is_letter", False),
        is_one_page=kept.get("is_one_page", False),
        is_for_the_end=kept.get("is_for_the_end", False),
        is_from_preceptee=kept.get("is_from_preceptee", False),
        blocks=tuple(_block(each) for each in kept["block"]),
    )


def _block(kept: Mapping[str, Any]) -> Block:
    unknown = set(kept) - KNOWN
    if unknown:
        raise ValueError(f"a block has “{min(unknown)}”, which no block has")
    block = Block(
        shape=Shape(kept["kind"]),
        words=kept.get("words", ""),
        help=kept.get("help", ""),
        rows=kept.get("rows", 0),
        fill=kept.get("fill", ""),
        facts=tuple(_fact(each) for each in kept.get("facts", ())),
        columns=tuple(_column(each) for each in kept.get("columns", ())),
        options=tuple(kept.get("options", ())),
        workbook=kept.get("workbook", ""),
        agreement=kept.get("agreement", ""),
        size=kept.get("size", ""),
        unless=kept.get("unless", ""),
        apart=tuple(kept.get("apart", ())),
        suits=Suits(kept.get("suits", "")),
    )
    _check(block)
    return block


def _fact(kept: Mapping[str, Any]) -> Fact:
    return Fact(label=kept["label"], fill=kept.get("fill", ""), wide=kept.get("wide", 6))


def _column(kept: Mapping[str, Any]) -> FormColumn:
    return FormColumn(words=kept["words"], mm=kept["mm"])


def _check(block: Block) -> None:
    if block.shape is Shape.TABLE and sum(each.mm for each in block.columns) != SHEET_MM:
        raise ValueError(f"the columns of “{block.words}” are not {SHEET_MM} mm together")
    if any(not 1 <= each.wide <= TWELFTHS for each in block.facts):
        raise ValueError("a field is wider than the sheet")
    if block.shape is Shape.TICKS and not (block.options or block.workbook):
        raise ValueError(f"“{block.words}” has nothing to tick")
