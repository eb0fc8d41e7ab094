"""Looking at evidence from the command line: what was not looked at yet is, and is kept."""

from collections.abc import Iterable
from contextlib import suppress

from ..domain.evidence import Evidence
from ..domain.evidence_looks import EvidenceLook
from ..domain.problems import ProblemError
from ..exchange.looks.looking import missing
from ..store.portfolio_file import PortfolioFile


def looked_at(portfolio: PortfolioFile, pieces: Iterable[Evidence]) -> dict[str, EvidenceLook]:
    """Return what is in files of evidence, by SHA-256; each file is opened only once ever."""
    known = portfolio.looks.all()
    for each in missing(pieces, known, portfolio.evidence.read):
        # One by one: what was seen is kept even if the rest is not waited for. Where it cannot be
        # kept, it can always be seen again.
        with suppress(ProblemError):
            portfolio.looks.keep([each])
        known[each.sha256] = each
    return known
