"""A portfolio of hundreds of pages, against the same words drawn straight on a canvas."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from pypdf import PdfReader
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ahp_companion import assets
from ahp_companion.domain.portfolio import Choice, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.report import fonts
from ahp_companion.report.portfolio_pdf import write_portfolio_pdf
from ahp_companion.store.catalogue import read_catalogue

from .large_portfolio import activities
from .timing import Comparison, compared

ACTIVITIES = 1500
SIZE, LEADING = 9, 11


def printing(folder: Path) -> Iterator[Comparison]:
    """Yield the whole portfolio as a PDF against as many pages with the same lines on them."""
    catalogue = read_catalogue(assets.resource())
    portfolio = gathered(
        {
            "practitioner": [Practitioner(name="Rhiannon Ŵyn", profession="PH")],
            "cpd_activity": list(activities(ACTIVITIES)),
        }
    )
    out = folder / "portfolio.pdf"

    def ours() -> int:
        return write_portfolio_pdf(out, portfolio, catalogue, Choice(), on=date(2026, 3, 12))

    pages = ours()
    lines = [page.extract_text().splitlines() for page in PdfReader(out).pages]
    names = count()

    def bare() -> None:
        draw(folder / f"bare {next(names)}.pdf", lines)

    yield compared(f"{pages} pages of PDF", ours, bare, most=2, times=3)


def draw(out: Path, pages: list[list[str]]) -> None:
    """Write pages of lines with nothing but the portfolio's own font."""
    rl_config.useA85 = 0
    fonts.register()
    canvas = Canvas(str(out), pagesize=A4)
    for lines in pages:
        canvas.setFont(fonts.REGULAR, SIZE)
        for at, line in enumerate(lines):
            canvas.drawString(50, A4[1] - 50 - at * LEADING, line)
        canvas.showPage()
    canvas.save()
