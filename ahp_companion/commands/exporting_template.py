"""One form to print: blank for a pen, or filled from the portfolio."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ..domain.portfolio import Choice
from ..domain.problems import ProblemError
from ..domain.words import count
from ..store.portfolio_file import PortfolioFile
from .making import catalogue

TEMPLATE = "template:"
FILLED = "filled"


def template_formats() -> Iterator[str]:
    """Yield the format of every form, blank and filled."""
    for code in catalogue().templates:
        yield f"{TEMPLATE}{code}"
        yield f"{TEMPLATE}{code}:{FILLED}"


def write_template(out: Path, portfolio: PortfolioFile, asked: Namespace, let_go: Choice) -> str:
    """Write the form that was asked for as PDF, and return a few words."""
    named = asked.format.removeprefix(TEMPLATE)
    code, _, form = named.partition(":")
    template = catalogue().templates.get(code)
    if template is None or form not in ("", FILLED):
        raise ProblemError(
            f"There is no form “{named}”.",
            means="Nothing was written.",
            advice=f"There are {', '.join(catalogue().templates)}; add :{FILLED} to fill one in.",
        )
    # ReportLab takes longer to load than everything else here together.
    from ..report.templates import write_template_pdf

    pages = write_template_pdf(
        out,
        template,
        portfolio.records.gather(),
        catalogue(),
        let_go,
        on=asked.on,
        filled=form == FILLED,
    )
    return count(pages, "page")
