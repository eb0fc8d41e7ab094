"""What left is written into the portfolio's own list, after it left."""

from argparse import Namespace
from dataclasses import replace

from ..domain.changes import added
from ..domain.problems import ProblemError
from ..exchange.ledger import Left, line
from ..store.portfolio_file import PortfolioFile
from .saying import remark


def write_down(portfolio: PortfolioFile, asked: Namespace, left: Left) -> None:
    """Write down an export that holds anything of the owner's, with the profile that left.

    An export that cannot be written down is whole all the same; that is said, and no more.
    """
    if not left.held:
        return
    try:
        export = line(asked.out, asked.format, left, on=asked.on)
        stamped = replace(export, at=portfolio.now().isoformat(timespec="seconds"))
        records = [stamped, *([left.version] if left.version else [])]
        portfolio.apply(added(*records, words=f"Exported {asked.out.name}"))
    except (ProblemError, OSError) as reason:
        remark(
            "The export is whole, but could not be written into your list of what left.",
            *([str(reason)] if isinstance(reason, ProblemError) else []),
        )
