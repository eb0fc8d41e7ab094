"""Writing an export, for work behind the window; and the line that it leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..domain.exports import Export
from ..domain.portfolio import Choice, Portfolio, chosen
from ..domain.words import count
from ..exchange.archive import write_archive
from ..exchange.cpd_csv import write_cpd_csv
from ..exchange.html import write_html
from ..exchange.ledger import Left, calendar_holds, line
from .long_work import Progress
from .session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """One export as it was chosen: out of which portfolio, as what, and where to."""

    session: Session
    portfolio: Portfolio
    code: str
    out: Path
    choice: Choice

    @property
    def leaving(self) -> Portfolio:
        """Return what the choice lets leave."""
        return chosen(self.portfolio, self.choice).portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An export that was written: what left, and its line, where its files can still be read."""

    left: Left
    export: Export | None


def write(going: Going, progress: Progress) -> Gone:
    """Write an export and return what left, with its line for the list of what left."""
    left = WRITERS[going.code](going, progress)
    return Gone(left=left, export=line_of(going.session, going.out, going.code, left))


def line_of(session: Session, out: Path, code: str, left: Left) -> Export | None:
    """Return the line for what left as a file or a folder; None where it has gone already."""
    try:
        return line(out, code, left, on=session.today())
    except OSError:
        return None


def write_down(session: Session, export: Export | None, left: Left) -> str:
    """Write down what left; return what to say where that could not be done, or nothing.

    What holds nothing of the owner's, such as an empty form, is not written down.
    """
    if not left.held:
        return ""
    version = [left.version] if left.version else []
    if export is not None and session.write_down(export, *version):
        return ""
    return " · It could not be written into your list of what left"


def _portfolio_pdf(going: Going, progress: Progress) -> Left:
    from ..report.portfolio_pdf import write_portfolio_pdf

    session = going.session
    pages = write_portfolio_pdf(
        going.out,
        going.portfolio,
        session.catalogue,
        going.choice,
        on=session.today(),
        progress=progress,
    )
    return _left(going, count(pages, "page"))


def _profile(going: Going, progress: Progress) -> Left:
    from ..profile_folder import make_folder

    session = going.session
    return make_folder(
        going.out,
        going.portfolio,
        session.profession,
        going.choice,
        on=session.today(),
        read_evidence=session.file,
        looks=session.looks(),
        progress=progress,
    )


def _html(going: Going, _progress: Progress) -> Left:
    session = going.session
    write_html(going.out, going.portfolio, session.catalogue, going.choice, on=session.today())
    return _left(going)


def _cpd_csv(going: Going, _progress: Progress) -> Left:
    rows = write_cpd_csv(going.out, going.leaving)
    return Left(words="", held={"cpd_activity": rows}, choice=going.choice)


def _leap2a(going: Going, progress: Progress) -> Left:
    from ..exchange.leap2a.writing import write_leap2a

    session, leaving = going.session, going.leaving
    write_leap2a(
        going.out,
        leaving,
        session.catalogue,
        session.file,
        on=session.today(),
        progress=progress,
    )
    return Left(words="", held=leaving.counts, choice=going.choice)


def _calendar(going: Going, _progress: Progress) -> Left:
    from ..exchange.calendars.writing import write_calendar

    session, leaving = going.session, going.leaving
    write_calendar(going.out, leaving, profession=session.profession, on=session.today())
    return Left(words="", held=calendar_holds(leaving), choice=going.choice)


def _archive(going: Going, progress: Progress) -> Left:
    write_archive(going.out, going.portfolio, going.session.file, progress)
    return Left(words="", held=going.portfolio.counts, choice=Choice(include_private=True))


def _left(going: Going, words: str = "") -> Left:
    return Left(words=words, held=going.leaving.counts, choice=going.choice)


WRITERS: dict[str, Callable[[Going, Progress], Left]] = {
    "portfolio-pdf": _portfolio_pdf,
    "hcpc-profile": _profile,
    "gosc-profile": _profile,
    "html": _html,
    "cpd-csv": _cpd_csv,
    "leap2a": _leap2a,
    "calendar": _calendar,
    "archive": _archive,
}
