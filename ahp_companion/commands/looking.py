"""Looking at evidence from the command line: what was not looked at yet is, and is kept."""

from collections.abc import Mapping

from ..domain.evidence import Evidence
from ..domain.evidence_looks import EvidenceLook
from ..domain.portfolio import Portfolio
from ..exchange.looks.looking import missing
from ..store.portfolio_file import PortfolioFile


def looked_at(portfolio: PortfolioFile, everything: Portfolio) -> Mapping[str, EvidenceLook]:
    """Return what is in every file of evidence, by SHA-256; each file is opened only once ever."""
    known = portfolio.looks.all()
    for each in missing(everything.all(Evidence), tuple(known), portfolio.evidence.read):
        # One by one: what was seen is kept even if the rest is not waited for.
        portfolio.looks.keep([each])
        known[each.sha256] = each
    return known
