"""What is brought in from a file: looked at whole, backed up before, and written in one step."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.portfolio import Portfolio
from ..domain.problems import ProblemError
from ..exchange.archive_reading import is_archive, read_archive
from ..exchange.competence_files import (
    importing_competences,
    is_competence_file,
    read_competences,
)
from ..exchange.cpd_csv_reading import RowProblem, importing_cpd, read_cpd_csv
from ..exchange.importing import Incoming, by_id, importing
from ..store.portfolio_file import PortfolioFile
from .opening import backups_of, opened
from .saying import remark, say, say_json

ARCHIVE, CPD_CSV, COMPETENCES = "archive", "cpd-csv", "competences"
FORMATS = (ARCHIVE, CPD_CSV, COMPETENCES)
READY_TO_OPEN = (b"AHP Companion", b"SQLite format 3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file that was read: what it brings into a portfolio, and the bytes of its evidence."""

    format: str
    into: Callable[[Portfolio], Incoming]
    evidence: Callable[[str], bytes]
    problems: tuple[RowProblem, ...] = ()


def bring_in(chosen: Namespace) -> int:
    """Bring a file into a portfolio; a file that is refused leaves it byte for byte."""
    reading = read(chosen.file, chosen.format)
    with opened(chosen.portfolio) as portfolio:
        incoming = reading.into(portfolio.records.gather())
        known = portfolio.evidence.known()
        missing = [each for each in incoming.evidence if each not in known]
        if not chosen.dry_run and (incoming.change or missing):
            backups_of(chosen.portfolio).make(portfolio, "before import")
            _write(portfolio, incoming, missing, reading.evidence)
    if chosen.json:
        say_json(_as_json(reading, incoming, is_dry=chosen.dry_run))
    else:
        _report(reading, incoming, is_dry=chosen.dry_run)
    return 1 if reading.problems and not (incoming.change or incoming.present) else 0


def read(path: Path, chosen: str | None = None) -> Reading:
    """Return a file as it was read, in the format chosen or the one its contents are in.

    Raises ProblemError for a file that is in none of them.
    """
    if not path.is_file():
        raise ProblemError(
            f"There is no file “{path}”.", advice="Look for it where it was saved, and name that."
        )
    with path.open("rb") as file:
        if file.read(16).startswith(READY_TO_OPEN):
            raise ProblemError(
                f"“{path.name}” is not a file to bring in.",
                means="It is a portfolio or another database by itself.",
                advice="Open it, export an archive from it, and bring that in.",
            )
    return READERS[chosen or _guessed(path)](path)


def _guessed(path: Path) -> str:
    if is_archive(path):
        return ARCHIVE
    return COMPETENCES if is_competence_file(path) else CPD_CSV


def _archive(path: Path) -> Reading:
    contents = read_archive(path)

    def into(portfolio: Portfolio) -> Incoming:
        return importing(contents, by_id(portfolio))

    return Reading(format=ARCHIVE, into=into, evidence=contents.evidence.read)


def _cpd_csv(path: Path) -> Reading:
    table = read_cpd_csv(path)

    def into(portfolio: Portfolio) -> Incoming:
        return importing_cpd(table, portfolio)

    return Reading(format=CPD_CSV, into=into, evidence=_nothing, problems=table.problems)


def _competences(path: Path) -> Reading:
    table = read_competences(path)

    def into(portfolio: Portfolio) -> Incoming:
        return importing_competences(table, portfolio)

    return Reading(format=COMPETENCES, into=into, evidence=_nothing, problems=table.problems)


def _nothing(_sha256: str) -> bytes:
    return b""


def _write(
    portfolio: PortfolioFile,
    incoming: Incoming,
    missing: list[str],
    evidence: Callable[[str], bytes],
) -> None:
    # Files and records stand or fall together.
    with portfolio.whole():
        for sha256 in missing:
            portfolio.evidence.add(evidence(sha256))
        if incoming.change:
            portfolio.apply(incoming.change)


def _as_json(reading: Reading, incoming: Incoming, *, is_dry: bool) -> dict[str, Any]:
    return {
        "format": reading.format,
        "dry_run": is_dry,
        "added": dict(incoming.added),
        "changed": dict(incoming.changed),
        "present": incoming.present,
        "remarks": list(incoming.remarks),
        "problems": [{"row": each.number, "why": each.why} for each in reading.problems],
    }


def _report(reading: Reading, incoming: Incoming, *, is_dry: bool) -> None:
    say(incoming.in_words)
    if is_dry:
        say("Nothing was written.")
    remark(*incoming.remarks)
    remark(*(each.in_words for each in reading.problems))


READERS: dict[str, Callable[[Path], Reading]] = {
    ARCHIVE: _archive,
    CPD_CSV: _cpd_csv,
    COMPETENCES: _competences,
}
