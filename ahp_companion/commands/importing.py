"""What is brought in from a file: looked at whole, backed up before, and written in one step."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from ..exchange.formats_in import BY_CODE, read_file
from ..exchange.importing import Incoming
from ..exchange.reading import Reading
from ..store.portfolio_file import PortfolioFile
from .opening import backups_of, opened
from .saying import remark, say, say_json

FORMATS = tuple(BY_CODE)


def bring_in(chosen: Namespace) -> int:
    """Bring a file into a portfolio; a file that is refused leaves it byte for byte."""
    reading = read_file(chosen.file, chosen.format or "")
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
