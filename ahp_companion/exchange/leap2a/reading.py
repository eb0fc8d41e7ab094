"""Leap2A that comes in: a ZIP of Mahara or its kin with everything attached, or its feed alone."""

from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ..enclosed_files import Enclosed, in_zip
from ..importing import Incoming
from ..reading import Format, Reading
from ..zip_safety import names_in
from .feed import MOST_BYTES, not_taken, read_feed
from .into import bringing_in
from .plans import planned
from .records import Brought, records_of

# In the order in which Mahara looks for them.
FEEDS = ("leap2a.xml", "leap2.xml", "leap.xml")
BEGINNING, CHUNK = 4096, 1 << 20
ZIP = b"PK\x03\x04"


def read_leap2a(path: Path) -> tuple[Brought, Enclosed]:
    """Return what a Leap2A file holds, and the files that came with it.

    Raises ProblemError for a file that is none, is damaged, or cannot be read safely.
    """
    if not _is_zip(path):
        return _without_files(path)
    enclosed = in_zip(path)
    key = _feed_in(enclosed.names)
    if not key:
        raise not_taken(path, f"there is no {FEEDS[0]} in it")
    # Somebody may have unpacked it and packed the folder again.
    folder, _, name = key.rpartition("/")
    enclosed = enclosed.within(folder)
    with enclosed.kept_open():
        with closing(enclosed.pieces(name, MOST_BYTES)) as pieces:
            feed = read_feed(path, pieces)
        return records_of(feed, enclosed), enclosed


def importing_leap2a(brought: Brought, enclosed: Enclosed, portfolio: Portfolio) -> Incoming:
    """Return what a Leap2A file brings into a portfolio: only what is not there yet."""
    plans, remarks = planned(brought.plans, portfolio)
    return bringing_in(
        [*brought.records, *plans],
        portfolio,
        words=f"Brought in “{enclosed.path.name}”",
        enclosed=enclosed.found,
        remarks=[*brought.remarks, *remarks],
    )


def is_leap2a(path: Path) -> bool:
    """Return whether a file is a ZIP with a Leap2A feed in it, or begins as such a feed."""
    try:
        if path.is_dir():
            return False
        if _is_zip(path):
            return bool(_feed_in(names_in(path)))
        with path.open("rb") as file:
            start = file.read(BEGINNING).lower()
    except (OSError, ProblemError):
        return False
    return b"<feed" in start and b"leap" in start


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


def _feed_in(names: Iterable[str]) -> str:
    found = [each for each in names if each.rpartition("/")[2].lower() in FEEDS]
    return min(found, key=_depth, default="")


def _depth(key: str) -> tuple[int, int]:
    return key.count("/"), FEEDS.index(key.rpartition("/")[2].lower())


def _without_files(path: Path) -> tuple[Brought, Enclosed]:
    enclosed = Enclosed(path)
    try:
        with path.open("rb") as file:
            pieces = iter(partial(file.read, CHUNK), b"")
            return records_of(read_feed(path, pieces), enclosed), enclosed
    except OSError as reason:
        raise not_taken(path, "it cannot be read") from reason


def _read(path: Path) -> Reading:
    brought, enclosed = read_leap2a(path)
    return Reading(
        format=FORMAT.code,
        into=partial(importing_leap2a, brought, enclosed),
        evidence=enclosed.read,
    )


FORMAT = Format(
    code="leap2a",
    words="Leap2A, as from Mahara",
    endings=(".zip", ".xml"),
    is_it=is_leap2a,
    read=_read,
)
