"""Copies of a portfolio: made where someone says, and put back in its place."""

from argparse import Namespace
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from ..domain.problems import ProblemError
from ..domain.words import count
from ..places import SUFFIX, own_places
from ..store.backups import STAMP, copy_to, restore
from .opening import backups_of, opened, passphrase_for
from .saying import say


def backup(asked: Namespace) -> int:
    """Write a copy into a folder, opened, checked and counted before it is called one."""
    if asked.folder.exists() and not asked.folder.is_dir():
        raise ProblemError(f"“{asked.folder}” is a file.", advice="Name a folder for the copy.")
    with opened(asked.portfolio) as portfolio:
        copy = copy_to(portfolio, _free_name(asked.folder, asked.portfolio))
        records = sum(portfolio.records.counts().values())
    say(f"{copy}: a checked copy, {count(records, 'record')}.")
    return 0


def put_back(asked: Namespace) -> int:
    """Put a verified backup in a portfolio's place; what was there is kept beside the backups."""
    passphrase = passphrase_for(asked.backup)
    if asked.backup.resolve() == asked.portfolio.resolve():
        raise ProblemError("The backup and the portfolio are the same file.")
    if asked.portfolio.exists():
        # What is there may be damaged; then it is kept as it is, and that is all that can be done.
        with suppress(ProblemError):
            _back_up_first(asked.portfolio)
    kept = restore(
        asked.backup,
        asked.portfolio,
        kept_in=own_places().backups(asked.portfolio),
        now=datetime.now(),
        passphrase=passphrase,
    )
    say(f"{asked.portfolio}: restored from {asked.backup.name}.")
    if kept:
        say(f"What was there before is kept as {kept}.")
    return 0


def _back_up_first(path: Path) -> None:
    with opened(path) as portfolio:
        backups_of(path).make(portfolio, "before restore")


def _free_name(folder: Path, portfolio: Path) -> Path:
    at = datetime.now()
    while (path := folder / f"{portfolio.stem} {at:{STAMP}}{SUFFIX}").exists():
        at += timedelta(seconds=1)
    return path
