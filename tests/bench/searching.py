"""Finding while someone types, over everything and within a list."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.listings import Listing
from ahp_companion.store.portfolio_file import PortfolioFile
from ahp_companion.store.search import SearchIndex, as_query

from .timing import Comparison, compared, ninety_fifth

TYPED = ("shoulder", "journal club", "łódź", "falls balance", "zygote")
BEGINNINGS = [words[:end] for words in TYPED for end in range(1, len(words) + 1)]
FIRST = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 200"
ALL = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
LISTING = Listing(record=CpdActivity, order=("started_on",))


def searching(portfolio: PortfolioFile) -> Iterator[Comparison]:
    """Yield a search as it is typed, and a list as it is searched, against the bare query."""
    index = SearchIndex(portfolio.db)
    ours, bare = cycle(BEGINNINGS), cycle([as_query(each) for each in BEGINNINGS])
    yield compared(
        "a search as typed, nineteen of twenty",
        lambda: index.find(next(ours)),
        lambda: portfolio.db.execute(FIRST, [next(bare)]).fetchall(),
        most=2,
        times=3 * len(BEGINNINGS) - 1,
        between=ninety_fifth,
    )
    found, sought = cycle(BEGINNINGS), cycle([as_query(each) for each in BEGINNINGS])
    yield compared(
        "a list searched as typed, nineteen of twenty",
        lambda: portfolio.places(replace(LISTING, matching=next(found))),
        lambda: portfolio.db.execute(ALL, [next(sought)]).fetchall(),
        most=2,
        times=2 * len(BEGINNINGS) - 1,
        between=ninety_fifth,
    )
    yield compared(
        "everything gathered",
        portfolio.records.gather,
        lambda: portfolio.db.execute("SELECT * FROM cpd_activity").fetchall(),
        most=None,
        times=1,
    )
