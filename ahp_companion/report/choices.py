"""Boxes to tick, each as wide as its own word, so that a row of five fits on one line."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from . import text
from .flowables import draw_lines
from .styles import TEXT_WIDTH, TextStyle
from .tagging import SQUARE, Element, listing
from .templates.hand import BOX, OPTION, draw_box

LINE = 19
BESIDE, BETWEEN, LEAST_BETWEEN = BOX + 5, 16, 7
# A smaller word before a second line: the eye looks for five boxes side by side.
SMALLER = TextStyle(size=8.5, leading=11)


class Choices(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Boxes abreast, as many to a line as their words leave room for."""

    def __init__(self, options: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        self.options = options
        self.style, self.between = _fitting([words for words, _ in options])
        self.rows = _rows(options, self.style, self.between)
        self.width = TEXT_WIDTH
        self.height = len(self.rows) * LINE
        self.spaceAfter = 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box with its word."""
        whole = listing(SQUARE)
        tree, y = self.canv.tree, self.height
        for row in self.rows:
            y -= LINE
            x = 0.0
            for words, is_ticked in row:
                cut = text.lines(words, self.style, TEXT_WIDTH - BESIDE)[:1]
                with tree.inside(whole, Element("LI")):
                    draw_box(self.canv, x, y + 3, is_ticked=is_ticked)
                    with tree.marked(self.canv, Element("LBody")):
                        draw_lines(self.canv, cut, x + BESIDE, y + 5, self.style)
                x += _wide(words, self.style) + self.between


def _wide(words: str, style: TextStyle) -> float:
    return float(BESIDE + text.width_of(words, style))


def _fitting(options: Sequence[str]) -> tuple[TextStyle, float]:
    """Return the letters and the air between with which all fit on one line, else the usual."""
    gaps = max(len(options) - 1, 1)
    for style in (OPTION, SMALLER):
        left = TEXT_WIDTH - sum(_wide(each, style) for each in options)
        if left >= gaps * LEAST_BETWEEN:
            return style, min(left / gaps, BETWEEN)
    return OPTION, BETWEEN


def _rows(
    options: Sequence[tuple[str, bool]], style: TextStyle, between: float
) -> list[list[tuple[str, bool]]]:
    rows: list[list[tuple[str, bool]]] = [[]]
    used = 0.0
    for each in options:
        wide = _wide(each[0], style)
        if rows[-1] and used + wide > TEXT_WIDTH + 0.01:
            rows.append([])
            used = 0.0
        rows[-1].append(each)
        used += wide + between
    return rows
