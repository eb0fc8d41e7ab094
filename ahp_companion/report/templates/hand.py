"""What is written by hand: ruled lines, short fields, boxes to tick; and words in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from .. import text
from ..flowables import draw_lines, prose
from ..fonts import SEMIBOLD
from ..styles import BODY, INK, LABEL, TEXT_WIDTH, TextStyle
from ..tagging import SQUARE, Element, listing, placed

# A line that a pen meets is grey enough to write over and dark enough for any printer.
PEN: Color = HexColor("#777777")
PEN_LINE, BOX_LINE, TICK_LINE = 0.5, 0.75, 1.4
PITCH = 8 * mm
FIELD_HEIGHT, SIGNATURE_HEIGHT, SIGNATURE_WHEN_TIGHT = 12 * mm, 16 * mm, 13 * mm
FIELD_WHEN_TIGHT = 10.5 * mm
BETWEEN_FIELDS = 5 * mm
TWELFTH = (TEXT_WIDTH + BETWEEN_FIELDS) / 12
BOX = 4 * mm
BESIDE_BOX = BOX + 6
MOST_ABREAST = 10
OPTION_AIR, OPTION_HEIGHT = 14, 19
QUESTION = TextStyle(size=10, leading=13.5, face=SEMIBOLD)
FIELD_WORDS = TextStyle(size=10.5, leading=13)
OPTION = TextStyle(size=10, leading=13.5, before=6)
FEWEST_LINES = 2
LESS_BEFORE, LESS_AFTER = 5, 3


@dataclass(frozen=True, slots=True)
class Field:
    """A short field: its label, the words on its line, its left edge and its width in points."""

    label: str
    words: str
    left: float
    width: float


class Ruled(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Lines to write on, 8 mm apart."""

    def __init__(self, rows: int, *, left: float = 0, width: float = TEXT_WIDTH) -> None:
        super().__init__()
        self.rows, self.left = rows, left
        self.width, self.height = width, rows * PITCH
        self.spaceAfter = 10

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and the rest, neither of them one line alone."""
        fitting = min(int(height // PITCH), self.rows - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return []
        kept = {"left": self.left, "width": self.width}
        first = Ruled(fitting, **kept)
        first.spaceAfter = 0
        return [first, Ruled(self.rows - fitting, **kept)]

    def draw(self) -> None:
        """Draw the lines, which nobody has to hear of."""
        ends = self.left, self.left + self.width
        lines = [(ends[0], at * PITCH, ends[1], at * PITCH) for at in range(self.rows)]
        _draw_pen_lines(self.canv, lines)


class Fields(Flowable):  # type: ignore[misc]
    """Short fields abreast: words on a line, and under the line what they are."""

    def __init__(self, fields: Sequence[Field], *, least: float = FIELD_HEIGHT) -> None:
        super().__init__()
        self.fields = [
            (
                each,
                text.lines(each.words, FIELD_WORDS, each.width),
                text.lines(each.label, LABEL, each.width),
            )
            for each in fields
        ]
        self.under = max(len(label) for _, _, label in self.fields) * LABEL.leading + 3
        above = max(len(words) for _, words, _ in self.fields) * FIELD_WORDS.leading + 7
        self.width = TEXT_WIDTH
        self.height = max(least, above + self.under)
        self.spaceAfter = 3

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw label and words of each field in turn, as they are read."""
        line = self.under
        for field, words, label in self.fields:
            with self.canv.tree.marked(self.canv, Element("P")):
                draw_lines(self.canv, label, field.left, line - 3 - LABEL.size, LABEL)
            if words:
                up = (len(words) - 1) * FIELD_WORDS.leading + 4
                with self.canv.tree.marked(self.canv, Element("P")):
                    draw_lines(self.canv, words, field.left, line + up, FIELD_WORDS)
        ends = [(each.left, line, each.left + each.width, line) for each, _, _ in self.fields]
        _draw_pen_lines(self.canv, ends)


class Label(Flowable):  # type: ignore[misc]
    """What is to be written below it, and in grey what to think of; keeps room for some of it."""

    def __init__(self, words: str, help_words: str = "", *, room: float = 0) -> None:
        super().__init__()
        self.words = text.lines(words, QUESTION, TEXT_WIDTH)
        used = text.width_of(self.words[-1], QUESTION) + 8 if self.words else 0.0
        whole = text.one_line(help_words, LABEL, TEXT_WIDTH)
        self.is_beside = text.width_of(whole, LABEL) + used <= TEXT_WIDTH and whole == (
            text.cleaned(help_words).replace("\n", " ")
        )
        self.left = used if self.is_beside else 0.0
        self.help = text.lines(help_words, LABEL, TEXT_WIDTH - self.left)
        self.width = TEXT_WIDTH
        below = 0 if self.is_beside else len(self.help) * LABEL.leading
        self.height = len(self.words) * QUESTION.leading + below + 2
        self.room = self.height + room
        self.spaceBefore = 11

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """Return the size; where there is no room for what follows, it moves on with it."""
        return self.width, self.height if height >= self.room else self.room

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Return nothing: it stays whole."""
        return []

    def draw(self) -> None:
        """Draw both as one paragraph."""
        baseline = self.height - QUESTION.size
        lowest = baseline - max(len(self.words) - 1, 0) * QUESTION.leading
        under = lowest if self.is_beside else lowest - QUESTION.leading + 1
        if not (self.words or self.help):
            return
        with self.canv.tree.marked(self.canv, Element("P")):
            draw_lines(self.canv, text.going_on(self.words), 0, baseline, QUESTION)
            draw_lines(self.canv, self.help, self.left, under, LABEL)


class Boxes(Flowable):  # type: ignore[misc]
    """Boxes to tick, abreast in columns, each with its word; some may be ticked already."""

    def __init__(
        self, options: Sequence[tuple[str, bool]], *, left: float = 0, abreast: int = 0
    ) -> None:
        super().__init__()
        self.options, self.left = options, left
        self.abreast = abreast or abreast_at_most([words for words, _ in options], left)
        self.across = (TEXT_WIDTH - left) / self.abreast
        self.width = TEXT_WIDTH
        self.height = -(-len(options) // self.abreast) * OPTION_HEIGHT
        self.spaceAfter = 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box with its word."""
        whole = listing(SQUARE)
        for at, (words, is_ticked) in enumerate(self.options):
            x = self.left + at % self.abreast * self.across
            y = self.height - (at // self.abreast + 1) * OPTION_HEIGHT
            cut = text.lines(words, OPTION, self.across - BESIDE_BOX - 4)[:1]
            with self.canv.tree.inside(whole, Element("LI")):
                draw_box(self.canv, x, y + 3, is_ticked=is_ticked)
                with self.canv.tree.marked(self.canv, Element("LBody")):
                    draw_lines(self.canv, cut, x + BESIDE_BOX, y + 5, OPTION)


class TickLine(Flowable):  # type: ignore[misc]
    """One line of a checklist: a box, what it says, and when or how where that is known."""

    def __init__(self, words: str, *, is_ticked: bool = False, said: str = "") -> None:
        super().__init__()
        room = TEXT_WIDTH - BESIDE_BOX - 4
        self.words = text.lines(words, OPTION, room)
        self.said = text.lines(said, LABEL, room)
        self.is_ticked = is_ticked
        self.width = TEXT_WIDTH
        self.height = len(self.words) * OPTION.leading + len(self.said) * LABEL.leading + 7

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Return nothing: it stays whole."""
        return []

    def draw(self) -> None:
        """Draw the box beside the first line."""
        top = self.height - OPTION.size
        under = top - len(self.words) * OPTION.leading + 1
        tree = self.canv.tree
        with tree.inside(tree.checklist(), Element("LI")):
            draw_box(self.canv, 0, top - 2, is_ticked=self.is_ticked)
            with tree.marked(self.canv, Element("LBody")):
                draw_lines(self.canv, text.going_on(self.words), BESIDE_BOX + 4, top, OPTION)
                draw_lines(self.canv, self.said, BESIDE_BOX + 4, under, LABEL)


class Centred(Flowable):  # type: ignore[misc]
    """Words in the middle of the sheet; a line to write on where there are none."""

    def __init__(
        self,
        words: str,
        style: TextStyle,
        *,
        hint: str = "",
        width: float = TEXT_WIDTH,
        tag: str = "P",
    ) -> None:
        super().__init__()
        self.style, self.tag = style, tag
        self.lines = text.lines(words, style, width)
        self.hint = text.one_line(hint, LABEL, width)
        self.width = TEXT_WIDTH
        self.height = max(len(self.lines), 1) * style.leading
        if not self.lines:
            self.height = FIELD_HEIGHT + LABEL.leading
        self.spaceBefore, self.spaceAfter = style.before, style.after

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines, each in the middle."""
        if not self.lines:
            foot = LABEL.leading + 3
            _draw_pen_lines(self.canv, [(0.15 * TEXT_WIDTH, foot, 0.85 * TEXT_WIDTH, foot)])
            self._draw(self.hint, foot - 3 - LABEL.size, LABEL)
            return
        baseline = self.height - self.style.size
        with self.canv.tree.marked(self.canv, Element(self.tag)):
            for line in self.lines:
                self._draw(line, baseline, self.style)
                baseline -= self.style.leading

    def _draw(self, line: str, baseline: float, style: TextStyle) -> None:
        left = (TEXT_WIDTH - text.width_of(line, style)) / 2
        with self.canv.tree.marked(self.canv, Element("P")):
            draw_lines(self.canv, (line,), left, baseline, style)


def tightened(story: Sequence[Flowable]) -> Sequence[Flowable]:
    """Return what stands on the pages, with less air between its parts."""
    for each in story:
        if isinstance(each, Label):
            each.spaceBefore = LESS_BEFORE
        else:
            each.spaceAfter = min(each.getSpaceAfter(), LESS_AFTER)
    return story


def fields_abreast(
    fields: Sequence[tuple[str, str, int]], *, least: float = FIELD_HEIGHT
) -> list[Flowable]:
    """Return fields, each (label, words, twelfths of the sheet), in as many rows as they need."""
    rows: list[Flowable] = []
    row: list[Field] = []
    used = 0
    for label, words, wide in fields:
        if used + wide > 12:
            rows.append(Fields(row, least=least))
            row, used = [], 0
        row.append(Field(label, words, used * TWELFTH, wide * TWELFTH - BETWEEN_FIELDS))
        used += wide
    return [*rows, Fields(row, least=least)] if row else rows


def abreast_at_most(options: Sequence[str], left: float = 0) -> int:
    """Return how many boxes fit abreast with the widest of their words."""
    widest = max((text.width_of(each, OPTION) for each in options), default=0.0)
    room = (TEXT_WIDTH - left) // (widest + BESIDE_BOX + OPTION_AIR)
    return int(max(1, min(room, MOST_ABREAST, len(options))))


def draw_box(canvas: Any, x: float, y: float, *, is_ticked: bool) -> None:
    """Draw the box that a point of a list begins with; a reader hears whether it is ticked."""
    corner = canvas.absolutePosition(x, y)
    box = (corner[0], corner[1], corner[0] + BOX, corner[1] + BOX)
    said = "Ticked" if is_ticked else "Not ticked"
    figure = Element("Figure", alt=said, attributes=placed(box))
    with canvas.tree.inside(Element("Lbl")), canvas.tree.marked(canvas, figure):
        canvas.setLineWidth(BOX_LINE)
        canvas.setStrokeColor(black)
        canvas.rect(x, y, BOX, BOX)
        if is_ticked:
            canvas.setLineWidth(TICK_LINE)
            canvas.setStrokeColor(INK)
            third = BOX / 4
            canvas.line(x + third * 0.8, y + third * 2, x + third * 1.7, y + third)
            canvas.line(x + third * 1.7, y + third, x + third * 3.3, y + third * 3.2)


def said(words: str, style: TextStyle = BODY, *, width: float = 150 * mm) -> list[Flowable]:
    """Return someone's words as paragraphs on the left edge; nothing for no words."""
    return prose(words, style, left=0, width=width)


def _draw_pen_lines(canvas: Any, lines: Sequence[tuple[float, float, float, float]]) -> None:
    with canvas.tree.artifact(canvas):
        canvas.setLineWidth(PEN_LINE)
        canvas.setStrokeColor(PEN)
        canvas.lines(lines)
