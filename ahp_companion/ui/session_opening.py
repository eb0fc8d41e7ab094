"""Opening, beginning and putting back the portfolio that a session is over."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..domain.frameworks import Catalogue
from ..domain.problems import ProblemError
from ..places import Places
from ..store.backups import Backup, Backups, restore
from ..store.catalogue import read_catalogue
from ..store.connection import LockedError, NewerError, PassphraseError
from ..store.holders import Holders
from ..store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio
from .session import Session


def open_session(
    path: Path,
    places: Places,
    catalogue: Catalogue,
    *,
    passphrase: str = "",
    today: Callable[[], date] = date.today,
) -> Session:
    """Return a session over the portfolio in a file, backed up first if it has to be migrated.

    Raises ProblemError in words when it cannot be opened; the file is then as it was.
    """
    backups = Backups(places.backups(path), datetime.now)

    def before_migrating(older: PortfolioFile) -> None:
        backups.make(older, "before an update")

    portfolio = open_portfolio(
        path,
        passphrase=passphrase,
        holders=Holders(places.holders),
        before_migrating=before_migrating,
    )
    return _session(portfolio, catalogue, backups, places, today)


def create_session(
    path: Path, places: Places, catalogue: Catalogue, records: Sequence[Any]
) -> Session:
    """Return a session over a new portfolio that holds some first records."""
    portfolio = create_portfolio(path, list(records), holders=Holders(places.holders))
    backups = Backups(places.backups(path), datetime.now)
    return _session(portfolio, catalogue, backups, places, date.today)


def _session(
    portfolio: PortfolioFile,
    catalogue: Catalogue,
    backups: Backups,
    places: Places,
    today: Callable[[], date],
) -> Session:
    return Session(
        portfolio,
        catalogue,
        backups,
        today=today,
        own_workbooks=places.workbooks,
        own_forms=places.forms,
    )


def asks_passphrase(problem: ProblemError) -> bool:
    """Return whether a portfolio was not opened for want of its passphrase."""
    return isinstance(problem, PassphraseError)


def can_be_put_back(problem: ProblemError, path: Path) -> bool:
    """Return whether a backup helps: the file is gone, or is not what was saved there.

    What is open elsewhere, or was written by a newer version, is as its owner wants it.
    """
    return not path.is_file() or not isinstance(problem, LockedError | NewerError)


def newest_good_backup(path: Path, places: Places, *, passphrase: str = "") -> Backup | None:
    """Return the newest backup of a file that is sound, the file itself being so or not."""
    return Backups(places.backups(path), datetime.now).newest_good(passphrase)


def put_back(backup: Backup, path: Path, places: Places, *, passphrase: str = "") -> Path | None:
    """Restore a backup in a portfolio's place; return where the file that was there is kept."""
    return restore(
        backup.path,
        path,
        kept_in=places.backups(path),
        now=datetime.now().astimezone(),
        passphrase=passphrase,
    )


def knowledge(resources: Path, own: Path | None = None) -> Catalogue:
    """Return the catalogue that ships with the app, with the owner's own workbooks in a folder."""
    return read_catalogue(resources, own)
