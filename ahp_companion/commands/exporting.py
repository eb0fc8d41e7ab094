"""What goes out of a portfolio, and the dates and private records someone chose to let go."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ..domain.portfolio import Choice, Portfolio, chosen
from ..domain.preceptorship import Preceptorship, name
from ..domain.problems import ProblemError
from ..domain.words import count
from ..exchange.archive import write_archive
from ..exchange.cpd_csv import write_cpd_csv
from ..exchange.html import write_html
from ..exchange.passport import write_passport
from ..exchange.whole_file import written_whole
from ..places import SUFFIX
from ..store.portfolio_file import PortfolioFile
from .exporting_template import TEMPLATE, template_formats, write_template
from .exporting_workbook import WORKBOOK, workbook_formats, write_workbook
from .making import catalogue
from .opening import opened
from .saying import remark, say

Writer = Callable[[Path, PortfolioFile, Namespace], str]
# Named in the contract; written by a later version.
LATER = ("hcpc-profile", "leap2a", "calendar")


def export(asked: Namespace) -> int:
    """Write a portfolio out in a format, or name the formats."""
    if asked.list:
        say(*WRITERS, *template_formats(), *workbook_formats())
        return 0
    writer = _writer(asked.format)
    if writer is None:
        raise ProblemError(
            f"This version does not write “{asked.format}” yet.",
            means="Nothing was written.",
            advice=f"It writes {', '.join(WRITERS)}.",
        )
    _refuse_a_portfolio(asked.out, asked.portfolio)
    with opened(asked.portfolio) as portfolio:
        words = writer(asked.out, portfolio, asked)
    say(f"{asked.out}: {words}.")
    return 0


def is_known(format_name: str) -> bool:
    """Return whether a format is one that the contract names, written yet or not."""
    named = format_name in WRITERS or format_name in LATER
    return named or format_name.startswith((TEMPLATE, WORKBOOK))


def _writer(format_name: str) -> Writer | None:
    if format_name.startswith(WORKBOOK):
        return write_workbook
    if format_name.startswith(TEMPLATE):
        return _template
    return WRITERS.get(format_name)


def choice(portfolio: Portfolio, asked: Namespace) -> Choice:
    """Return what someone chose to let leave; raises ProblemError for a preceptorship not here."""
    if asked.preceptorship and not portfolio.find(Preceptorship, asked.preceptorship):
        there = "; ".join(f"{each.id} ({name(each)})" for each in portfolio.all(Preceptorship))
        raise ProblemError(
            f"There is no preceptorship “{asked.preceptorship}” in this portfolio.",
            means="Nothing was written.",
            advice=f"There are: {there}." if there else "There is none yet.",
        )
    return Choice(
        from_on=asked.from_on,
        to_on=asked.to_on,
        include_private=asked.include_private,
        preceptorship=asked.preceptorship,
    )


def _portfolio_pdf(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    # ReportLab takes longer to load than everything else here together.
    from ..report.portfolio_pdf import write_portfolio_pdf

    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    with written_whole(out) as unfinished:
        pages = write_portfolio_pdf(unfinished, everything, catalogue(), let_go, on=asked.on)
    return count(pages, "page")


def _cpd_csv(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    everything = portfolio.records.gather()
    leaving = chosen(everything, choice(everything, asked))
    return count(write_cpd_csv(out, leaving.portfolio), "CPD activity", "CPD activities")


def _archive(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    if asked.from_on or asked.to_on or asked.preceptorship:
        raise ProblemError(
            "An archive always holds everything.",
            means="Dates or a preceptorship cannot narrow it. Nothing was written.",
            advice="Leave out --from, --to and --preceptorship, or export html.",
        )
    written = write_archive(out, portfolio.records.gather(), portfolio.evidence.read)
    remark(
        *(
            f"The file of “{title}” is not in the portfolio as it was added; "
            "the archive holds its record only."
            for title in written.without_file
        )
    )
    return f"{count(written.records, 'record')} and {count(written.files, 'file')} of evidence"


def _passport(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    written = write_passport(
        out,
        portfolio.records.gather(),
        portfolio.evidence.read,
        with_scope=asked.with_scope,
        include_private=asked.include_private,
    )
    return f"{count(written.records, 'record')} and {count(written.files, 'file')} of evidence"


def _template(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    let_go = choice(portfolio.records.gather(), asked)
    with written_whole(out) as unfinished:
        return write_template(unfinished, portfolio, asked, let_go)


def _html(out: Path, portfolio: PortfolioFile, asked: Namespace) -> str:
    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    return count(write_html(out, everything, catalogue(), let_go, on=asked.on), "record")


def _refuse_a_portfolio(out: Path, portfolio: Path) -> None:
    if out.suffix == SUFFIX or out.resolve() == portfolio.resolve():
        raise ProblemError(
            f"“{out.name}” would be written over a portfolio.",
            means="An export never takes a portfolio's place. Nothing was written.",
            advice=f"Choose a name that does not end in {SUFFIX}.",
        )


WRITERS: dict[str, Writer] = {
    "portfolio-pdf": _portfolio_pdf,
    "cpd-csv": _cpd_csv,
    "archive": _archive,
    "passport": _passport,
    "html": _html,
}
