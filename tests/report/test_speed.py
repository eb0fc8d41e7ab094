"""How long printing takes beside drawing the same words straight on a canvas."""

from collections.abc import Callable
from io import BytesIO
from time import process_time

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.words import day, duration
from ahp_companion.report.fonts import REGULAR, SEMIBOLD
from ahp_companion.report.portfolio_pdf import pdf_bytes

from . import people
from .reading import ON

MOST = 2.0


def test_printing_takes_at_most_twice_as_long_as_drawing_by_hand() -> None:
    portfolio = people.long_career(600, 100)
    printed = least(lambda: pdf_bytes(portfolio, people.CATALOGUE, Choice(), on=ON))
    straight = least(lambda: by_hand(portfolio))
    assert printed < MOST * straight


def least(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken)


def by_hand(portfolio: Portfolio) -> bytes:
    """Return the list and the reflections, written line after line with nothing kept together."""
    written = BytesIO()
    pen = _Pen(Canvas(written, initialFontName=REGULAR, invariant=1))
    for each in portfolio.all(CpdActivity):
        kind, pillar = each.learning_type, each.pillars[0]
        cells = (day(each.started_on), kind.label if kind else "", pillar.label,
                 duration(each.minutes), "–")  # fmt: skip
        for x, words in zip((57, 318, 380, 460, 520), cells, strict=True):
            pen.put(x, words, REGULAR, 9)
        pen.write(142, each.title, 9, 168, 12)
        pen.down(8)
        pen.canvas.line(57, pen.y + 8, 538, pen.y + 8)
    for reflection in portfolio.all(Reflection):
        pen.put(57, day(reflection.on), REGULAR, 8.5)
        pen.put(184, reflection.title, SEMIBOLD, 14)
        pen.down(24)
        for key, words in reflection.answers.items():
            pen.put(57, key, REGULAR, 8.5)
            pen.write(184, words, 11, 354, 15.5)
            pen.down(10)
    pen.canvas.save()
    return written.getvalue()


class _Pen:
    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.y = canvas, 760.0

    def put(self, x: float, words: str, face: str, size: float) -> None:
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, self.y, words)

    def write(self, x: float, words: str, size: float, width: float, leading: float) -> None:
        for line in simpleSplit(words, REGULAR, size, width):
            self.put(x, line, REGULAR, size)
            self.down(leading)

    def down(self, by: float) -> None:
        self.y -= by
        if self.y < 65:
            self.canvas.showPage()
            self.y = 760.0
