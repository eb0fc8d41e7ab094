"""A portfolio as a file: made, opened, refused in words, written to and closed."""

from __future__ import annotations

import os
import threading
import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..domain.changes import Change, added
from ..domain.listings import Listing
from ..domain.problems import ProblemError
from ..domain.records import Record
from . import listings, migrations
from .connection import (
    APPLICATION_ID,
    MAGIC,
    PAGE_SIZE,
    DamagedError,
    LockedError,
    NewerError,
    PassphraseError,
    connect,
    damaged,
    forget_pages,
    hold,
    in_words,
    journal_of,
    refuse_if_open,
    whole,
)
from .evidence_files import EvidenceFiles
from .evidence_looks import EvidenceLooks
from .holders import Holders
from .records import Clock, Records

# The first bytes of files that people take for a portfolio by mistake. A protected portfolio
# begins with bytes drawn at random, so that these are long, and text is known by all sixteen.
FOREIGN = (b"SQLite format 3", b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")
TEXT = frozenset(range(32, 127)) | frozenset(b"\t\n\r")


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class PortfolioFile:
    """One open portfolio; it alone may write to its file until it is closed."""

    def __init__(
        self, path: Path, db: Any, *, now: Clock, holders: Holders | None, passphrase: str
    ) -> None:
        self.path = path
        self.passphrase = passphrase
        self.records = Records(db, now)
        self.evidence = EvidenceFiles(db, path)
        self.looks = EvidenceLooks(db, path)
        self.now = now
        # One serial user of the connection at a time: the window's thread, or long work's.
        self.turn = threading.RLock()
        self._db = db
        self._holders = holders
        self._changes = 0

    @property
    def db(self) -> Any:
        """Return the database, for backups and checks."""
        return self._db

    @property
    def changes(self) -> int:
        """Return how many changes were written since it was opened."""
        return self._changes

    def apply(self, change: Change, author: str = "") -> None:
        """Write a change; when this returns, it is on the disk."""
        with self.turn, in_words(self.path):
            self.records.apply(change, author or self.owner)
            self._changes += 1

    def bring_in(
        self, change: Change | None, wanted: Iterable[str], read: Callable[[str], bytes]
    ) -> None:
        """Write a change with the files of evidence it names, all of it or nothing.

        `read` gives the bytes with a SHA-256, and is asked for what is not here yet. Raises
        ProblemError, that of `read` too.
        """
        with self.whole():
            known = self.evidence.known()
            for sha256 in wanted:
                if sha256 not in known:
                    self.evidence.add(read(sha256))
            if change:
                self.apply(change)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Let what is written inside stand or fall together."""
        with self.turn, in_words(self.path), whole(self._db):
            yield

    def places(self, listing: Listing, *, most: int = -1) -> array[int]:
        """Return the places of a listing's records, in its order: all, or so many of them."""
        with self.turn, in_words(self.path):
            return listings.places(self._db, listing, most=most)

    def months(self, listing: Listing) -> list[tuple[str, int]]:
        """Return the months of a listing, each with its count."""
        with self.turn, in_words(self.path):
            return listings.months(self._db, listing)

    def count(self, listing: Listing) -> int:
        """Return how many records a listing has."""
        with self.turn, in_words(self.path):
            return listings.count(self._db, listing)

    @property
    def owner(self) -> str:
        """Return the practitioner's id; it signs every revision made here."""
        row = self._db.execute("SELECT id FROM practitioner LIMIT 1").fetchone()
        return row[0] if row else ""

    @property
    def schema(self) -> str:
        """Return the name of the newest migration the file has had."""
        return migrations.newest(self._db)

    def problems(self) -> list[str]:
        """Return what is wrong with the file, a line each; nothing if it is sound."""
        found = [row[0] for row in self._db.execute("PRAGMA cipher_integrity_check")]
        found += [
            row[0] for row in self._db.execute("PRAGMA integrity_check(10)") if row[0] != "ok"
        ]
        loose = self._db.execute("PRAGMA foreign_key_check").fetchall()
        found += [f"A link in {row[0]} leads nowhere" for row in loose[:10]]
        broken = self.records.broken_revision()
        if broken is not None:
            found.append(f"Revision {broken} does not follow from the one before it")
        return found

    def close(self) -> None:
        """Close the file and let others open it."""
        with self.turn:
            self._db.close()
            if self._holders:
                self._holders.remove(self.path)

    def __enter__(self) -> PortfolioFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_portfolio(
    path: Path,
    records: list[Record],
    *,
    passphrase: str = "",
    now: Clock = utc_now,
    holders: Holders | None = None,
) -> PortfolioFile:
    """Return a new portfolio that holds some first records; raises ProblemError if path exists.

    The file appears whole or not at all.
    """
    if path.exists():
        raise ProblemError(
            f"“{path.name}” is there already.",
            means="A new portfolio is never written over another file.",
            advice="Choose another name, or open the one that is there.",
        )
    mark = uuid.uuid4().hex[:8]
    unfinished = path.with_name(f".{path.name}.{mark}.part")
    try:
        with in_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_new(unfinished, records, passphrase, now)
        sync(unfinished)
        set_journal_aside(path, path.with_name(f"{path.name}-journal-kept-{mark}"))
        unfinished.rename(path)
        sync(path.parent)
    except OSError as reason:
        raise unwritable(path) from reason
    finally:
        remove(unfinished)
    return open_portfolio(path, passphrase=passphrase, now=now, holders=holders)


def open_portfolio(
    path: Path,
    *,
    passphrase: str = "",
    now: Clock = utc_now,
    holders: Holders | None = None,
    before_migrating: Callable[[PortfolioFile], None] | None = None,
) -> PortfolioFile:
    """Return the portfolio in a file, every page of it checked.

    Raises ProblemError, and leaves the file byte for byte as it was, when it is missing, empty,
    no portfolio, damaged, locked, read-only, protected by another passphrase or from a newer
    version. `before_migrating` is called before an older file is brought up to date.
    """
    db = None
    try:
        with in_words(path), _held_by(path, holders):
            if path.is_file():
                refuse_if_open(path)
            passphrase = look_at(path, passphrase)
            db = connect(path, passphrase)
            hold(db)
            check(path, db)
            _try_writing(db)
            portfolio = PortfolioFile(path, db, now=now, holders=holders, passphrase=passphrase)
            if migrations.pending(db):
                if before_migrating:
                    before_migrating(portfolio)
                migrations.migrate(db, now)
    except BaseException:
        if db is not None:
            db.close()
        raise
    if holders:
        holders.put(path, now())
    return portfolio


def look_at(path: Path, passphrase: str) -> str:
    """Return the passphrase that a file is to be opened with: none if it was written without.

    Raises ProblemError for a file that cannot be a portfolio, by its size and first bytes.
    """
    start, size = _start(path)
    if _was_magic(start):
        if start != MAGIC or size % PAGE_SIZE:
            raise damaged(path)
        return ""
    if start.startswith(FOREIGN) or TEXT.issuperset(start) or size % PAGE_SIZE:
        raise ProblemError(
            f"“{path.name}” is not an AHP Companion portfolio.",
            means="It was left as it is.",
            advice="Open a file that ends in .ahp, or bring this one in with Import.",
        )
    if not passphrase:
        raise PassphraseError(
            f"“{path.name}” asks for a passphrase.",
            means="It cannot be read without it.",
            advice="Open it again and type the passphrase.",
        )
    return passphrase


def check(path: Path, db: Any) -> None:
    """Raise ProblemError unless every page is as it was written, and by no newer version."""
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if db.execute("PRAGMA cipher_integrity_check").fetchone():
        raise damaged(path)
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProblemError(
            f"“{path.name}” is not an AHP Companion portfolio.", means="It was left as it is."
        )
    if migrations.unknown(db):
        raise NewerError(
            f"“{path.name}” was written by a newer AHP Companion.",
            means="This version does not know all of it, so it was not opened and not changed.",
            advice="Install the newer version, then open it again.",
        )


def remove(unfinished: Path) -> None:
    """Remove what work that was cut short left, if there is anything and it can be reached."""
    for left in (unfinished, journal_of(unfinished)):
        with suppress(OSError):
            left.unlink()


def set_journal_aside(path: Path, kept: Path) -> None:
    """Move the journal that another file of this name left behind; else it would undo this one."""
    journal = journal_of(path)
    if journal.exists():
        journal.replace(kept)


def sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unwritable(path: Path) -> ProblemError:
    """Return the failure that a place is which cannot be written to."""
    return ProblemError(
        f"“{path}” could not be written.",
        means="The folder may be read-only, full or gone. Nothing was left half-written.",
        advice="Choose a folder of your own with some room in it.",
    )


def _write_new(path: Path, records: list[Record], passphrase: str, now: Clock) -> None:
    db = connect(path, passphrase)
    try:
        migrations.migrate(db, now)
        with whole(db):
            db.execute(
                "INSERT INTO about_file (portfolio, made_at, made_by) VALUES (?, ?, ?)",
                [str(uuid.uuid4()), now().isoformat(timespec="seconds"), "AHP Companion"],
            )
        if records:
            Records(db, now).apply(added(*records, words="New portfolio"), records[0].id)
    finally:
        db.close()


def _start(path: Path) -> tuple[bytes, int]:
    if not path.is_file():
        raise ProblemError(
            f"There is no portfolio at “{path}”.",
            means="It may have been moved, renamed or deleted.",
            advice="Find it, restore a backup, or begin a new portfolio under another name.",
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as reason:
        raise ProblemError(
            f"“{path.name}” cannot be read where it is.",
            means="You may not have the right to, or the disk it is on has gone.",
            advice="Move it to a folder of your own, or ask for the right to read it.",
        ) from reason
    if size == 0:
        raise DamagedError(
            f"“{path.name}” is empty.",
            means="Something emptied the file; nothing of it was changed now.",
            advice="Restore the newest good backup.",
        )
    return start, size


def _was_magic(start: bytes) -> bool:
    # Sixteen random bytes never agree with a name in half of their places, nor are all nothing.
    agreeing = sum(ours == theirs for ours, theirs in zip(MAGIC, start, strict=False))
    return agreeing >= len(MAGIC) // 2 or not any(start)


def _try_writing(db: Any) -> None:
    # A folder where no journal can be made shows now, and not at the first save.
    db.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA user_version = 1")
    db.execute("ROLLBACK")
    forget_pages(db)


@contextmanager
def _held_by(path: Path, holders: Holders | None) -> Iterator[None]:
    try:
        yield
    except LockedError as locked:
        holder = None
        with suppress(OSError):
            holder = holders.get(path) if holders else None
        if holder:
            locked.means = f"{holder.in_words} {locked.means}"
        raise
