"""Sizes, colours and places on the page; every other module of the report takes them from here."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from .fonts import REGULAR, SEMIBOLD

INK: Color = HexColor("#1A1F24")
GREY: Color = HexColor("#4A545D")
ACCENT: Color = HexColor("#0D5566")
RULE: Color = HexColor("#8D979F")
HAIR: Color = HexColor("#C6CDD2")

PAGE_WIDTH, PAGE_HEIGHT = A4
EDGE = round(20 * mm, 5)
TOP, FOOT = 28 * mm, 23 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * EDGE
TEXT_HEIGHT = PAGE_HEIGHT - TOP - FOOT
COVER_TOP = 24 * mm
COVER_HEIGHT = PAGE_HEIGHT - COVER_TOP - EDGE
SIDE_WIDTH = 40 * mm
MAIN_LEFT = round(45 * mm, 4)
MAIN_WIDTH = TEXT_WIDTH - MAIN_LEFT
HEADER_FROM_TOP, FOOTER_FROM_FOOT = 16 * mm, 13 * mm

# Lines under 0.25 pt are lost on a laser printer.
STRONG_LINE, TABLE_LINE, HEAD_LINE, ROW_LINE = 0.75, 0.6, 0.35, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How words look, and the air around them, in points."""

    size: float
    leading: float
    face: str = REGULAR
    colour: Color = INK
    before: float = 0
    after: float = 0
    rule_above: float = 0


# A long double name takes a smaller size rather than a fourth line.
COVER_NAME_SIZES = tuple(
    TextStyle(size=size, leading=size + 5, face=SEMIBOLD) for size in (38, 32, 26, 20)
)
COVER_KIND = TextStyle(size=11, leading=15, colour=GREY)
COVER_PROFESSION = TextStyle(size=16, leading=21)
COVER_PLACE = TextStyle(size=16, leading=21, colour=GREY)
SECTION = TextStyle(size=22, leading=26, face=SEMIBOLD, before=32, after=14, rule_above=STRONG_LINE)
SECTION_OF = TextStyle(size=10.5, leading=14, colour=GREY, after=10)
SECTION_NUMBER = TextStyle(size=22, leading=26, colour=ACCENT)
CONTENTS_TITLE = TextStyle(size=22, leading=26, face=SEMIBOLD, after=14)
LEAD = TextStyle(size=12.5, leading=17, after=14)
GROUP = TextStyle(
    size=12.5, leading=17, face=SEMIBOLD, colour=ACCENT, before=24, after=2, rule_above=TABLE_LINE
)
RECORD = TextStyle(size=14, leading=18, face=SEMIBOLD, before=18, after=4)
BODY = TextStyle(size=10.5, leading=14, after=7)
ANSWER = TextStyle(size=11, leading=15.5, after=10)
LABEL = TextStyle(size=8.5, leading=11, colour=GREY)
META = TextStyle(size=9, leading=12, colour=GREY, after=8)
CELL = TextStyle(size=9, leading=12)
CELL_LABEL = TextStyle(size=9, leading=12, colour=GREY)
CELL_HEAD = TextStyle(size=8, leading=10, face=SEMIBOLD, colour=GREY)
STATEMENT = TextStyle(size=9, leading=12, face=SEMIBOLD)
TABLE_TITLE = TextStyle(size=9.5, leading=12, face=SEMIBOLD, before=18, after=4)
CAPTION = TextStyle(size=9, leading=12, colour=GREY, before=4, after=10)
ENTRY = TextStyle(size=11, leading=14, face=SEMIBOLD)
ENTRY_NUMBER = TextStyle(size=11, leading=14, face=SEMIBOLD, colour=ACCENT)
ENTRY_PAGE = TextStyle(size=11, leading=14)
RUNNING = TextStyle(size=8.5, leading=11, colour=GREY)
SOURCE = TextStyle(size=7.5, leading=9, colour=GREY)
