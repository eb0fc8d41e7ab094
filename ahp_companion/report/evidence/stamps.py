"""The stamp at the foot of each page of evidence: which piece and page it is, and whose."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from .. import fonts, text
from ..lettering import Lettering
from ..styles import EDGE, FOOTER_FROM_FOOT, PAGE_WIDTH, RUNNING
from .leaves import Leaf

# Printers leave about 12 points white at a sheet's edge.
STRIP, FOOT_IN_STRIP = 30.0, 15.0
SMALLEST, LARGEST = 0.45, 8.0
GAP, LEAST_MARK = 12.0, 40.0
MOST_MARK = 60
SIGNS = "Evidence of , page 0123456789…"


class Stamps:
    """Stamps in our typeface, which is embedded once for all pages of a part."""

    def __init__(self, mark: str, total: int) -> None:
        fonts.register()
        self._total = total
        self._mark = text.cleaned(mark).replace(text.BREAK, " ")[:MOST_MARK]
        written = BytesIO()
        canvas = Canvas(written, invariant=1, initialFontName=fonts.REGULAR)
        self._lettering = Lettering(canvas._doc)
        # Every sign that comes later has its place in the typeface before it is written.
        canvas.addLiteral(self._lettering.lines((SIGNS + self._mark,), 0, 0, RUNNING))
        canvas.showPage()
        canvas.save()
        resources: Any = PdfReader(written).pages[0]["/Resources"]
        self.fonts = resources["/Font"]

    def on(self, leaf: Leaf, number: int, page: int) -> bytes:
        """Return what draws a page with its stamp below it.

        A page without room is drawn a little smaller, so that the stamp covers nothing.
        """
        size = min(max(min(leaf.width, leaf.height) / PAGE_WIDTH, SMALLEST), LARGEST)
        edge = EDGE * leaf.width / PAGE_WIDTH
        strip = 0.0 if leaf.has_room else STRIP * size
        words = f"Evidence {number} of {self._total}, page {page}"
        size, mark = self._fitting(words, size, leaf.width - 2 * edge)
        foot = FOOTER_FROM_FOOT if leaf.has_room else strip * FOOT_IN_STRIP / STRIP
        drawn = [self._line(words, edge, foot, size)]
        if mark:
            wide = text.width_of(mark, RUNNING) * size
            drawn.append(self._line(mark, leaf.width - edge - wide, foot, size))
        scale = (leaf.height - strip) / leaf.height
        left = leaf.width * (1 - scale) / 2
        placed = f"{scale:.6f} 0 0 {scale:.6f} {left:.4f} {strip:.4f} cm"
        return b"q %s %s Q\n%s" % (
            placed.encode("ascii"),
            leaf.content,
            "\n".join(drawn).encode("latin-1"),
        )

    def _fitting(self, words: str, size: float, room: float) -> tuple[float, str]:
        """Return a size in which the words fit, and as much of the mark as there is room for."""
        wide = text.width_of(words, RUNNING) * size
        if wide > room:
            return size * room / wide, ""
        left = room - wide - GAP * size
        return size, text.one_line(self._mark, RUNNING, left / size) if left > LEAST_MARK else ""

    def _line(self, words: str, left: float, foot: float, size: float) -> str:
        # Drawn larger by its place: in another size it would be looked up in a file that is done.
        placed = f"{size:.5f} 0 0 {size:.5f} {left:.4f} {foot:.4f} cm"
        return f"q {placed} {self._lettering.lines((words,), 0, 0, RUNNING)} Q"
