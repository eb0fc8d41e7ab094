"""One form to print: blank for a pen, or filled from the portfolio."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ..domain.portfolio import Choice
from ..domain.problems import ProblemError
from ..domain.words import count
from ..exchange.ledger import Left, form_holds
from ..store.portfolio_file import PortfolioFile
from .making import catalogue

TEMPLATE = "template:"
FILLED = "filled"


def template_formats() -> Iterator[str]:
    """Yield the format of every form, blank and filled."""
    for code in catalogue().templates:
        yield f"{TEMPLATE}{code}"
        yield f"{TEMPLATE}{code}:{FILLED}"


def write_template(out: Path, portfolio: PortfolioFile, asked: Namespace, let_go: Choice) -> Left:
    """Write the form that was asked for as PDF, and return what left; a blank one holds nothing."""
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

    everything = portfolio.records.gather()
    pages = write_template_pdf(
        out,
        template,
        everything,
        catalogue(),
        let_go,
        on=asked.on,
        filled=form == FILLED,
    )
    held = form_holds(template, everything) if form == FILLED else {}
    return Left(words=count(pages, "page"), held=held, choice=let_go)
