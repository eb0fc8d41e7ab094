"""What goes out of a portfolio, and the dates and private records someone chose to let go."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ..domain.portfolio import Choice, Portfolio, chosen
from ..domain.preceptorship import Preceptorship, name
from ..domain.problems import ProblemError
from ..domain.words import count
from ..exchange.archive import Written, write_archive
from ..exchange.cpd_csv import write_cpd_csv
from ..exchange.html import write_html
from ..exchange.ledger import Left, calendar_holds
from ..exchange.passport import passport, write_passport
from ..exchange.whole_file import written_whole
from ..places import SUFFIX
from ..store.portfolio_file import PortfolioFile
from .exporting_ledger import write_down
from .exporting_profile import write_profile
from .exporting_template import TEMPLATE, template_formats, write_template
from .exporting_workbook import WORKBOOK, workbook_formats, write_workbook
from .making import catalogue
from .opening import opened
from .saying import remark, say

Writer = Callable[[Path, PortfolioFile, Namespace], Left]


def export(asked: Namespace) -> int:
    """Write a portfolio out in a format, or name the formats."""
    if asked.list:
        say(*WRITERS, *template_formats(), *workbook_formats())
        return 0
    writer = _writer(asked.format)
    _refuse_a_portfolio(asked.out, asked.portfolio)
    with opened(asked.portfolio) as portfolio:
        left = writer(asked.out, portfolio, asked)
        say(f"{asked.out}: {left.words}.")
        remark(*left.remarks)
        write_down(portfolio, asked, left)
    return 0


def is_known(format_name: str) -> bool:
    """Return whether a format is one that is written."""
    return format_name in WRITERS or format_name.startswith((TEMPLATE, WORKBOOK))


def _writer(format_name: str) -> Writer:
    if format_name.startswith(WORKBOOK):
        return write_workbook
    return _template if format_name.startswith(TEMPLATE) else WRITERS[format_name]


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


def _portfolio_pdf(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    # ReportLab takes longer to load than everything else here together.
    from ..report.portfolio_pdf import write_portfolio_pdf

    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    with written_whole(out) as unfinished:
        pages = write_portfolio_pdf(unfinished, everything, catalogue(), let_go, on=asked.on)
    return _left(count(pages, "page"), everything, let_go)


def _cpd_csv(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    rows = write_cpd_csv(out, chosen(everything, let_go).portfolio)
    words = count(rows, "CPD activity", "CPD activities")
    return Left(words=words, held={"cpd_activity": rows}, choice=let_go)


def _archive(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    if asked.from_on or asked.to_on or asked.preceptorship:
        raise ProblemError(
            "An archive always holds everything.",
            means="Dates or a preceptorship cannot narrow it. Nothing was written.",
            advice="Leave out --from, --to and --preceptorship, or export html.",
        )
    everything = portfolio.records.gather()
    written = write_archive(out, everything, portfolio.evidence.read)
    return Left(
        words=_counted(written),
        held=everything.counts,
        choice=Choice(include_private=True),
        remarks=tuple(
            f"The file of “{title}” is not in the portfolio as it was added; "
            "the archive holds its record only."
            for title in written.without_file
        ),
    )


def _passport(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    everything = portfolio.records.gather()
    with_scope, include_private = asked.with_scope, asked.include_private
    written = write_passport(
        out,
        everything,
        portfolio.evidence.read,
        with_scope=with_scope,
        include_private=include_private,
    )
    held = passport(everything, with_scope=with_scope, include_private=include_private).counts
    let_go = Choice(include_private=include_private)
    return Left(words=_counted(written), held=held, choice=let_go)


def _template(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    let_go = choice(portfolio.records.gather(), asked)
    with written_whole(out) as unfinished:
        return write_template(unfinished, portfolio, asked, let_go)


def _html(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    written = write_html(out, everything, catalogue(), let_go, on=asked.on)
    return _left(count(written, "record"), everything, let_go)


def _leap2a(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    from ..exchange.leap2a.writing import write_leap2a

    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    leaving = chosen(everything, let_go).portfolio
    entries = write_leap2a(out, leaving, catalogue(), portfolio.evidence.read, on=asked.on)
    return Left(words=count(entries, "entry", "entries"), held=leaving.counts, choice=let_go)


def _calendar(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    from ..exchange.calendars.writing import write_calendar

    everything = portfolio.records.gather()
    let_go = choice(everything, asked)
    leaving = chosen(everything, let_go).portfolio
    profession = catalogue().professions.get(everything.practitioner.profession)
    entries = write_calendar(out, leaving, profession=profession, on=asked.on)
    words = count(entries, "entry", "entries")
    return Left(words=words, held=calendar_holds(leaving), choice=let_go)


def _left(words: str, everything: Portfolio, let_go: Choice) -> Left:
    return Left(words=words, held=chosen(everything, let_go).portfolio.counts, choice=let_go)


def _counted(written: Written) -> str:
    return f"{count(written.records, 'record')} and {count(written.files, 'file')} of evidence"


def _refuse_a_portfolio(out: Path, portfolio: Path) -> None:
    if out.suffix == SUFFIX or out.resolve() == portfolio.resolve():
        raise ProblemError(
            f"“{out.name}” would be written over a portfolio.",
            means="An export never takes a portfolio's place. Nothing was written.",
            advice=f"Choose a name that does not end in {SUFFIX}.",
        )


WRITERS: dict[str, Writer] = {
    "portfolio-pdf": _portfolio_pdf,
    "hcpc-profile": write_profile,
    "gosc-profile": write_profile,
    "cpd-csv": _cpd_csv,
    "archive": _archive,
    "passport": _passport,
    "html": _html,
    "leap2a": _leap2a,
    "calendar": _calendar,
}
