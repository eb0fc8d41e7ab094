"""Backups: copied, opened, checked and counted before they count; thinned by age; restored."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ..domain.problems import ProblemError
from ..domain.words import day
from .connection import connect, damaged, in_words, journal_of, refuse_if_open
from .portfolio_file import (
    PortfolioFile,
    check,
    look_at,
    remove,
    set_journal_aside,
    sync,
    unwritable,
)
from .records import Records

Progress = Callable[[int, int], None]
STAMP = "%Y-%m-%d %H%M%S"
PAGES_AT_A_TIME = 1024
ALL_FOR = timedelta(hours=48)
# How many days, weeks and months keep their newest backup.
DAYS, WEEKS, MONTHS = 14, 8, 24
ALWAYS_KEPT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A verified copy of a portfolio: when it was made, and what for."""

    path: Path
    made_at: datetime
    reason: str

    @property
    def in_words(self) -> str:
        """Return the moment as people say it."""
        return f"{day(self.made_at.date())}, {self.made_at:%H:%M}"


def copy_to(portfolio: PortfolioFile, target: Path, progress: Progress | None = None) -> Path:
    """Write a verified copy of an open portfolio and return its path.

    The copy appears under its name only once it was opened, checked page by page and counted
    against the original. Raises ProblemError, or CancelledError when `progress` raises it.
    """
    _refuse_same(portfolio.path, target)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove(unfinished)
        with portfolio.turn, in_words(target):
            _copy_pages(portfolio, unfinished, progress)
            counted = portfolio.records.counts()
            revisions = portfolio.records.revision_count()
        sync(unfinished)
        if verified_counts(unfinished, portfolio.passphrase) != (counted, revisions):
            raise damaged(unfinished)
        unfinished.replace(target)
        sync(target.parent)
    except OSError as reason:
        raise unwritable(target) from reason
    finally:
        remove(unfinished)
    return target


def verified_counts(path: Path, passphrase: str = "") -> tuple[dict[str, int], int]:
    """Return how many records and revisions a closed portfolio holds, having checked all of it.

    Raises ProblemError if any page is not as it was written, or a newer version wrote it.
    """
    passphrase = look_at(path, passphrase)
    with in_words(path), closing(connect(path, passphrase)) as db:
        check(path, db)
        if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
        records = Records(db, datetime.now)
        return records.counts(), records.revision_count()


class Backups:
    """The backups of one portfolio, in a folder of their own."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._now = now

    def all(self) -> list[Backup]:
        """Return every backup there is, newest first."""
        found = [_read(path) for path in self.folder.glob("*.ahp")] if self.folder.exists() else []
        return sorted((each for each in found if each), key=lambda b: b.made_at, reverse=True)

    def newest(self) -> Backup | None:
        """Return the backup made last."""
        return next(iter(self.all()), None)

    def make(
        self, portfolio: PortfolioFile, reason: str, progress: Progress | None = None
    ) -> Backup:
        """Make a verified backup, thin the older ones, and return it."""
        made_at = self._now().astimezone().replace(tzinfo=None, microsecond=0)
        while (path := self.folder / f"{made_at:{STAMP}} {reason}.ahp").exists():
            made_at += timedelta(seconds=1)
        copy_to(portfolio, path, progress)
        self.thin(made_at)
        return Backup(path=path, made_at=made_at, reason=reason)

    def thin(self, now: datetime) -> list[Backup]:
        """Delete the backups that age has made superfluous, and return them."""
        backups = self.all()
        kept = set(to_keep([each.made_at for each in backups], now))
        gone = [each for each in backups if each.made_at not in kept]
        for each in gone:
            each.path.unlink(missing_ok=True)
        # What a copy that was cut short left; only one program at a time makes them.
        for left in self.folder.glob(".*.part*"):
            left.unlink(missing_ok=True)
        return gone

    def newest_good(self, passphrase: str = "") -> Backup | None:
        """Return the newest backup that is sound from its first page to its last."""
        for backup in self.all():
            try:
                verified_counts(backup.path, passphrase)
            except ProblemError:
                continue
            return backup
        return None


def to_keep(moments: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return which backups stay: all of 48 hours, then the newest of each day, week and month."""
    ordered = sorted(moments, reverse=True)
    kept = set(ordered[:ALWAYS_KEPT]) | {each for each in ordered if now - each <= ALL_FOR}
    for most, period in (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    ):
        newest: dict[object, datetime] = {}
        for each in ordered:
            newest.setdefault(period(each), each)
        kept.update(list(newest.values())[:most])
    return sorted(kept, reverse=True)


def restore(
    backup: Path, target: Path, *, kept_in: Path, now: datetime, passphrase: str = ""
) -> Path | None:
    """Put a verified copy of a backup in a portfolio's place; return where the old file went.

    The file that was there is kept beside the backups, damaged or not. Raises ProblemError, and
    changes nothing, if the backup is not sound or the portfolio is open.
    """
    _refuse_same(target, backup)
    counted = verified_counts(backup, passphrase)
    unfinished = target.with_name(f".{target.name}.restoring")
    aside = kept_in / f"{target.stem} as it was {now:{STAMP}}.ahp-kept"
    try:
        shutil.copyfile(backup, unfinished)
        sync(unfinished)
        if verified_counts(unfinished, passphrase) != counted:
            raise damaged(unfinished)
        kept_in.mkdir(parents=True, exist_ok=True)
        kept = _keep(target, aside) if target.exists() else None
        set_journal_aside(target, journal_of(aside))
        unfinished.replace(target)
        sync(target.parent)
    except OSError as reason:
        raise unwritable(target) from reason
    finally:
        remove(unfinished)
    return kept


def _copy_pages(portfolio: PortfolioFile, target: Path, progress: Progress | None) -> None:
    def report(_status: int, left: int, total: int) -> None:
        if progress:
            progress(total - left, total)

    with closing(connect(target, portfolio.passphrase)) as copy:
        portfolio.db.conn.backup(copy.conn, pages=PAGES_AT_A_TIME, progress=report)


def _keep(target: Path, aside: Path) -> Path:
    refuse_if_open(target)
    shutil.copyfile(target, aside)
    sync(aside)
    return aside


def _refuse_same(portfolio: Path, other: Path) -> None:
    if other.exists() and portfolio.exists() and other.samefile(portfolio):
        raise ProblemError(
            f"“{other.name}” is the portfolio itself.",
            means="It cannot be its own backup. Nothing was changed.",
            advice="Choose another file.",
        )


def _read(path: Path) -> Backup | None:
    stamp, reason = path.stem[:17], path.stem[18:]
    try:
        return Backup(path=path, made_at=datetime.strptime(stamp, STAMP), reason=reason)
    except ValueError:
        return None
