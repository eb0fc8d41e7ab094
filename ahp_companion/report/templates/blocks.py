"""The blocks of a form as they stand on the page, blank or filled."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.templates import Block, Shape
from ...domain.words import shortened
from .. import text
from ..flowables import Mark, Prose
from ..fonts import SEMIBOLD
from ..styles import BODY, COVER_PLACE, GREY, TABLE_LINE, TEXT_WIDTH, TextStyle
from ..tables import Column, Layout, Row, table
from . import questions, sections
from .filling import FIELD, GAP, Filling, Rows
from .fills import FILLS
from .hand import (
    FIELD_HEIGHT,
    FIELD_WHEN_TIGHT,
    PITCH,
    SIGNATURE_HEIGHT,
    SIGNATURE_WHEN_TIGHT,
    Boxes,
    Centred,
    Label,
    Ruled,
    fields_abreast,
    said,
)

Build = Callable[[Block, Filling, int], list[Flowable]]
# A form has no colour: most are printed in black and white, and signed in ink.
HEADING = TextStyle(size=12.5, leading=17, face=SEMIBOLD, before=14, after=4, rule_above=TABLE_LINE)
LETTER = TextStyle(size=11, leading=16, before=6, after=9)
LETTER_WIDTH, WORDS_WIDTH, CENTRED_WIDTH = 160 * mm, 150 * mm, 130 * mm
ROW_BY_HAND = 11 * mm
ROOM_UNDER_HEADING, ROOM_FOR_WORDS = 70, 30
FEWEST_SHOWN = 3
# A narrow column, as for a day, asks for no high rows.
WIDE = 50
# A field of a form of one page takes no more lines than it has room for.
FIELD_LETTERS = 110
CENTRED = {
    "": TextStyle(size=12, leading=18, before=10, after=8),
    "name": TextStyle(size=26, leading=34, face=SEMIBOLD, before=8, after=8),
    "title": TextStyle(size=28, leading=38, face=SEMIBOLD, after=34),
    "small": TextStyle(size=9, leading=13, colour=GREY, before=16),
    "large": TextStyle(size=COVER_PLACE.size, leading=22, before=4, after=6),
}


def flowables(block: Block, filling: Filling, at: int) -> list[Flowable]:
    """Return what a block looks like; nothing where it is not meant for this person."""
    if not filling.suits(block) or (block.unless and _words(block.unless, filling)):
        return []
    return BUILD[block.shape](block, filling, at)


def worded(words: str, filling: Filling) -> str:
    """Return words with each {field} filled, or with room to write it in."""
    return FIELD.sub(lambda found: _words(found[1], filling) or GAP, words)


def _heading(block: Block, filling: Filling, at: int) -> list[Flowable]:
    mark = Mark(key=f"block.{at}", title=block.words, level=1)
    cut = text.lines(block.words, HEADING, TEXT_WIDTH)
    help_words = said(worded(block.help, filling), BODY)
    return [Prose(cut, HEADING, left=0, mark=mark, room=ROOM_UNDER_HEADING), *help_words]


def _paragraph(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    own = _words(block.fill, filling)
    style, width = (LETTER, LETTER_WIDTH) if filling.template.is_letter else (BODY, WORDS_WIDTH)
    if own:
        return said(own, style, width=width)
    ruled: list[Flowable] = [Ruled(filling.room(block.rows))] if block.rows else []
    return [*said(worded(block.words, filling), style, width=width), *ruled]


def _facts(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    fields = [(each.label, _field(each.fill, filling), each.wide) for each in block.facts]
    high = FIELD_WHEN_TIGHT if filling.is_tight else FIELD_HEIGHT
    made = fields_abreast(fields, least=high)
    if block.words:
        made.insert(0, Label(block.words, block.help, room=30))
    return made


def _lines(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    own = _words(block.fill, filling)
    if own:
        width = TEXT_WIDTH if filling.template.is_one_page else WORDS_WIDTH
        return [Label(block.words, room=ROOM_FOR_WORDS), *said(own, width=width)]
    rows = filling.room(block.rows)
    room = min(rows, FEWEST_SHOWN) * PITCH
    return [Label(block.words, block.help, room=room), Ruled(rows)]


def _table(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    held = _filled(block.fill, filling) or ()
    columns = tuple(Column(each.words, each.mm) for each in block.columns)
    blank = Row(("",) * len(columns))
    rows = [Row(each) for each in held] or [blank] * filling.room(block.rows)
    least = ROW_BY_HAND if not held or _is_written_in(block, held) else 0
    layout = Layout(columns=columns, by_hand=True, least=least)
    made = table(layout, rows)
    room = min(made[-1].room, 200)
    return [Label(block.words, block.help, room=room), *made] if block.words else made


def _is_written_in(block: Block, rows: Rows) -> bool:
    """Return whether a whole wide column is left for a pen."""
    columns = zip(block.columns, zip(*rows, strict=False), strict=False)
    return any(each.mm >= WIDE and not any(cells) for each, cells in columns)


def _ticks(block: Block, filling: Filling, at: int) -> list[Flowable]:
    if block.workbook:
        return questions.workbook(block, filling, at)
    ticked = _filled(block.fill, filling) or ()
    options = [(each, each in ticked) for each in block.options]
    made = Boxes(options)
    label = [Label(block.words, block.help, room=made.height)] if block.words else []
    return [*label, made]


def _signatures(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    rows: list[Flowable] = []
    for each in block.facts:
        fields = [
            (each.label, _words(each.fill, filling), 5),
            ("Signature", "", 4),
            ("Date", "", 3),
        ]
        high = SIGNATURE_WHEN_TIGHT if filling.is_tight else SIGNATURE_HEIGHT
        rows += fields_abreast(fields, least=high)
    room = sum(each.height + 3 for each in rows)
    return [Label(block.words or "Signed", block.help, room=room), *rows]


def _centred(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    own = _words(block.fill, filling) if block.fill else worded(block.words, filling)
    if not own and not block.help:
        return []
    style, tag = CENTRED[block.size], "H1" if block.size == "title" else "P"
    return [Centred(own, style, hint=block.help, width=CENTRED_WIDTH, tag=tag)]


def _section(block: Block, filling: Filling, at: int) -> list[Flowable]:
    found = sections.SECTIONS[block.fill](filling) if filling.is_filled else []
    return found or _table(replace(block, fill=""), filling, at)


def _field(fill: str, filling: Filling) -> str:
    words = _words(fill, filling)
    return shortened(words, FIELD_LETTERS) if filling.template.is_one_page else words


def _words(fill: str, filling: Filling) -> str:
    found = _filled(fill, filling)
    return found.strip() if isinstance(found, str) else ""


def _filled(fill: str, filling: Filling) -> Any:
    return FILLS[fill](filling) if fill and filling.is_filled else None


BUILD: dict[Shape, Build] = {
    Shape.HEADING: _heading,
    Shape.PARAGRAPH: _paragraph,
    Shape.FACTS: _facts,
    Shape.LINES: _lines,
    Shape.TABLE: _table,
    Shape.TICKS: _ticks,
    Shape.WORKBOOK: questions.workbook,
    Shape.CLAUSES: questions.clauses,
    Shape.SIGNATURES: _signatures,
    Shape.CENTRED: _centred,
    Shape.SECTION: _section,
}
