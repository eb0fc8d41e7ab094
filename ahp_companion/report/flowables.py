"""What a page is built of: prose with its label beside it, headings, pictures, things abreast."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from . import text
from .fonts import REGULAR
from .points import Stretch, draw_stretches, each_a_point, parted, stretches
from .styles import (
    BODY,
    CAPTION,
    GROUP,
    HAIR,
    INK,
    LABEL,
    LEAD,
    MAIN_LEFT,
    MAIN_WIDTH,
    META,
    RECORD,
    ROW_LINE,
    SECTION,
    SECTION_NUMBER,
    SECTION_OF,
    SIDE_WIDTH,
    TABLE_LINE,
    TABLE_TITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from .tagging import Element, placed

# Prose is never parted so that one line stands alone at a page's foot or head.
FEWEST_LINES = 2
MOST_INTRODUCING = 5
MOST_LABEL_LINES = 6
ROOM_FOR_GROUP, ROOM_FOR_RECORD, ROOM_FOR_HEADING = 165, 95, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in the document that bookmarks, links and the contents point to."""

    key: str
    title: str
    level: int = 0


class Prose(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Lines of text on the main edge, with a small label beside the first of them.

    Made of lines that are already cut, so a page's end only has to count them.
    """

    def __init__(
        self,
        lines: Sequence[str],
        style: TextStyle = BODY,
        *,
        label: Sequence[str] = (),
        label_style: TextStyle = LABEL,
        left: float = MAIN_LEFT,
        mark: Mark | None = None,
        room: float = 0,
        tag: str = "",
        stretches: Sequence[Stretch] = (),
        within: Element | None = None,
    ) -> None:
        super().__init__()
        self.lines = lines
        self.style = style
        self.stretches = stretches
        self.within = () if within is None else (within,)
        self.label = label
        self.label_style = label_style
        self.left = left
        self.mark = mark
        self.room = room
        self.element = Element(tag or (f"H{mark.level + 1}" if mark else "P"))
        self.spaceBefore = style.before
        self.spaceAfter = style.after
        self.width = TEXT_WIDTH
        beside = len(label) * label_style.leading + style.size - label_style.size
        self.height = max(len(lines) * style.leading, beside if label else 0) + self.head

    def lower(self, mark: Mark) -> None:
        """Make a heading one of the next level, for where it stands under another."""
        self.mark = replace(mark, level=mark.level + 1)
        self.element = Element(f"H{mark.level + 2}")

    @property
    def head(self) -> float:
        """Return the room that a rule above takes."""
        return 2.0 if self.style.rule_above else 0.0

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """Return the size; a heading asks for room for what follows it, or moves on."""
        return self.width, self.height if height >= self.room else max(self.height, self.room)

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return two parts of which the first fits, or nothing where it has to stay whole."""
        fitting = int((height - self.head) // self.style.leading)
        fitting = min(fitting, len(self.lines) - FEWEST_LINES)
        # A heading stays whole, unless it is so long that no page would hold it.
        is_whole = self.room and self.height < TEXT_HEIGHT / 2
        if is_whole or fitting < max(FEWEST_LINES, len(self.label)):
            return []
        first = Prose(
            self.lines[:fitting],
            self.style,
            label=self.label,
            label_style=self.label_style,
            left=self.left,
            mark=self.mark,
        )
        rest = Prose(self.lines[fitting:], self.style, left=self.left)
        # To a reader, both halves are one paragraph.
        first.element = rest.element = self.element
        first.within = rest.within = self.within
        first.stretches, rest.stretches = parted(self.stretches, fitting)
        return [first, rest]

    def drawOn(  # noqa: N802  # ReportLab's own name
        self,
        canvas: Any,
        x: float,
        y: float,
        _sW: float = 0,  # noqa: N803
    ) -> None:
        """Draw rule, label and lines, label first: so it is read.

        All of it sets its own colours and weights, so no state is saved around it.
        """
        top = y + self.height
        if self.style.rule_above:
            draw_line(canvas, x, top, x + TEXT_WIDTH, self.style.rule_above)
        if self.mark:
            canvas.put_mark(self.mark, x, top + 6)
        baseline = top - self.head - self.style.size
        # Beside a heading stands a section's number, which is part of it, or a record's date.
        is_number = bool(self.mark) and self.label_style is not LABEL
        if self.label and not self.mark:
            self._draw_label(canvas, x, baseline)
        with canvas.tree.inside(*self.within):
            if self.stretches:
                draw_stretches(
                    canvas, self.stretches, self.lines, x + self.left, baseline, self.style
                )
            else:
                with canvas.tree.marked(canvas, self.element):
                    if is_number:
                        self._draw_label(canvas, x, baseline)
                    draw_lines(canvas, self.lines, x + self.left, baseline, self.style)
        if self.label and self.mark and not is_number:
            self._draw_label(canvas, x, baseline)

    def _draw_label(self, canvas: Any, x: float, baseline: float) -> None:
        with canvas.tree.marked(canvas, Element("P")):
            draw_lines(canvas, self.label, x, baseline, self.label_style)


class Picture(Flowable):  # type: ignore[misc]
    """A chart at an edge, and the sentence that says what it shows."""

    def __init__(self, drawing: Drawing, says: str, *, left: float = 0, before: float = 0) -> None:
        super().__init__()
        self.drawing, self.says = drawing, says
        # ReportLab begins every drawing in its own default font, which is not embedded.
        drawing.initialFontName = REGULAR
        self.left = left
        self.width, self.height = TEXT_WIDTH, drawing.height
        self.spaceBefore = before

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the chart."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the chart as vectors."""
        left, foot = self.canv.absolutePosition(self.left, 0)
        box = (left, foot, left + self.drawing.width, foot + self.height)
        figure = Element("Figure", alt=text.cleaned(self.says), attributes=placed(box))
        with self.canv.tree.marked(self.canv, figure):
            renderPDF.draw(self.drawing, self.canv, self.left, 0)


@dataclass(frozen=True, slots=True)
class Placed:
    """Something with a known height, at a distance from its parent's left and top."""

    left: float
    top: float
    flowable: Any

    @property
    def foot(self) -> float:
        """Return how far below the parent's top it ends."""
        return self.top + float(self.flowable.wrap(TEXT_WIDTH, 0)[1])


class Abreast(Flowable):  # type: ignore[misc]
    """Things that stand beside each other and never part, under a line or none."""

    def __init__(
        self,
        parts: Sequence[Placed],
        *,
        line_from: float | None = None,
        thin: bool = False,
        foot: float = 0,
        height: float | None = None,
        before: float = 0,
        link: tuple[str, str] | None = None,
        within: Element | None = None,
    ) -> None:
        super().__init__()
        self.parts = parts
        self.line_from, self.thin = line_from, thin
        self.width = TEXT_WIDTH
        self.height = max(part.foot for part in parts) + foot if height is None else height
        self.spaceBefore = before
        self.link, self.within = link, within

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, then every part in its order."""
        if self.line_from is not None:
            weight, colour = (ROW_LINE, HAIR) if self.thin else (TABLE_LINE, INK)
            draw_line(self.canv, self.line_from, self.height, TEXT_WIDTH, weight, colour)
        if self.link is None:
            self._draw_parts()
            return
        tree, link = self.canv.tree, Element("Link")
        key, words = self.link
        with tree.inside(self.within, Element("TOCI"), Element("Reference"), link):
            self._draw_parts()
        tree.link(self.canv, link, text.cleaned(words), key, (0, 0, TEXT_WIDTH, self.height))

    def _draw_parts(self) -> None:
        for part in self.parts:
            part.flowable.drawOn(self.canv, part.left, self.height - part.foot)


def prose(
    words: str,
    style: TextStyle = BODY,
    *,
    label: str = "",
    left: float = MAIN_LEFT,
    width: float = MAIN_WIDTH,
) -> list[Flowable]:
    """Return someone's words as paragraphs, labelled beside the first; nothing for no words."""
    beside = text.lines(label, LABEL, SIDE_WIDTH)[:MOST_LABEL_LINES]
    found = []
    typed = text.paragraphs(words)
    for paragraph, held in zip(typed, stretches(typed, style, width), strict=True):
        cut = text.lines(paragraph, style, width)
        if cut:
            found.append(Prose(cut, style, label=beside, left=left, stretches=held))
            beside = ()
    return found


def points(
    each: Sequence[str], style: TextStyle, width: float, *, left: float = MAIN_LEFT
) -> Prose:
    """Return lines of which each is one of several things, one below the other."""
    cut = [held for words in each if (held := text.lines(words, style, width))]
    lines = [line for held in cut for line in held]
    return Prose(lines, style, left=left, stretches=each_a_point(cut))


def caption(words: str) -> list[Flowable]:
    """Return the words under a chart or table, across the whole page."""
    return prose(words, CAPTION, left=0, width=TEXT_WIDTH)


def table_title(words: str, room: float, *, of: Element | None = None) -> list[Flowable]:
    """Return the title of a table or chart, kept with as much of it as there has to be room for.

    What it is the title of is, to a reader, the table that it is a part `of`.
    """
    cut = text.lines(words, TABLE_TITLE, TEXT_WIDTH)
    tag, asked = "Caption" if of else "P", room + TABLE_TITLE.after
    return [Prose(cut, TABLE_TITLE, left=0, room=asked, tag=tag, within=of)] if cut else []


def lead(words: str) -> list[Flowable]:
    """Return the sentence or two that say what a section holds."""
    return prose(words, LEAD)


def meta(parts: Sequence[str]) -> list[Flowable]:
    """Return the small line under a record's heading, its parts set apart; empty parts fall out."""
    return prose(f"{text.BOUND}· ".join(part for part in parts if part), META)


def section_heading(number: int, title: str, of: str, mark: Mark, *, room: float) -> list[Flowable]:
    """Return a section's heading with its number beside it, and below it whose section it is."""
    heading = Prose(
        text.lines(title, SECTION, MAIN_WIDTH),
        SECTION,
        label=(f"{number} ",),
        label_style=SECTION_NUMBER,
        mark=mark,
        room=room,
    )
    return [heading, *prose(of, SECTION_OF)]


def group_heading(title: str, beside: str, mark: Mark) -> list[Flowable]:
    """Return the heading of several records that belong together."""
    return _heading(title, beside, GROUP, mark, ROOM_FOR_GROUP)


def record_heading(
    title: str, beside: str, mark: Mark, *, room: float = ROOM_FOR_RECORD
) -> list[Flowable]:
    """Return the heading of one record, with its date beside it and room for what follows."""
    return _heading(title, beside, RECORD, mark, room)


def room_for(first: Sequence[Flowable]) -> float:
    """Return the room that a record's heading asks for so that what follows begins beneath it."""
    asked = max((getattr(each, "room", 0) for each in first[:2]), default=0)
    return max(ROOM_FOR_RECORD, ROOM_FOR_HEADING + asked)


def room_to_begin(flowables: Sequence[Flowable]) -> float:
    """Return the room that the first thing to look at takes, with the words that introduce it."""
    used = 0.0
    for each in flowables:
        used += float(each.getSpaceBefore())
        asked = float(getattr(each, "room", 0))
        if asked or not isinstance(each, Prose):
            return used + (asked or float(each.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]))
        if len(each.lines) > MOST_INTRODUCING:
            return used + FEWEST_LINES * each.style.leading
        used += each.height + each.style.after
    return used


def draw_lines(
    canvas: Any, lines: Sequence[str], left: float, baseline: float, style: TextStyle
) -> None:
    """Draw lines downwards from a baseline."""
    if lines:
        canvas.addLiteral(canvas.lettering.lines(lines, left, baseline, style))


def draw_line(
    canvas: Any, from_x: float, y: float, to_x: float, weight: float, colour: Color = INK
) -> None:
    """Draw a horizontal line, which nobody has to hear of."""
    with canvas.tree.artifact(canvas):
        canvas.setLineWidth(weight)
        canvas.setStrokeColor(colour)
        canvas.line(from_x, y, to_x, y)


def _heading(title: str, beside: str, style: TextStyle, mark: Mark, room: float) -> list[Flowable]:
    cut = text.lines(title, style, MAIN_WIDTH) or ("Without a title",)
    return [Prose(cut, style, label=text.lines(beside, LABEL, SIDE_WIDTH), mark=mark, room=room)]
