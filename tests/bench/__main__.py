"""Prints how long things take beside the barest thing that does the same."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ahp_companion.store.portfolio_file import open_portfolio

from .large_portfolio import large_portfolio
from .timing import Comparison

PARTS = ("saving", "searching", "listing", "starting", "printing")


def main(wanted: list[str]) -> int:
    """Print a table of the parts that are wanted, or of all; return 1 where an aim is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    is_within = True
    print(f"{'':52}{'here':>12}{'barest':>12}{'times':>8}{'aim':>7}")
    with tempfile.TemporaryDirectory(prefix="ahp-bench-") as folder:
        for part in wanted or PARTS:
            for each in measured(part, Path(folder)):
                is_within &= each.is_within
                print(line(each), flush=True)
    return 0 if is_within else 1


def measured(part: str, folder: Path) -> Iterator[Comparison]:
    """Yield the comparisons of one part; what it stands on is loaded only for it."""
    if part == "saving":
        from .saving import saving

        yield from saving(folder)
    elif part == "starting":
        from .starting import starting

        yield from starting(folder)
    elif part == "printing":
        from .printing import printing

        yield from printing(folder)
    else:
        with open_portfolio(large_portfolio()) as portfolio:
            if part == "searching":
                from .searching import searching

                yield from searching(portfolio)
            elif part == "listing":
                from .listing import listing

                yield from listing(portfolio, folder)


def line(each: Comparison) -> str:
    """Return one line of the table."""
    aim = "" if each.most is None else f"{each.most:.1f}"
    missed = "" if each.is_within else "  over"
    ours, bare = (f"{value:,.1f} {each.unit}" for value in (each.ours, each.bare))
    return f"{each.name:52}{ours:>12}{bare:>12}{each.ratio:>8.2f}{aim:>7}{missed}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
