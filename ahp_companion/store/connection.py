"""Connections to a portfolio: SQLCipher under sqlite-utils, with the settings that keep saves.

A portfolio without a passphrase is written with a key that is published here. Anyone can read
it; but its pages carry SQLCipher's authentication codes all the same, so that a single changed
bit is found. The first sixteen bytes of such a file, SQLCipher's salt, spell its name.
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite_utils takes its exceptions from pysqlite3 where it finds one; this is that one.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database  # noqa: E402

from ..domain.problems import ProblemError  # noqa: E402

APPLICATION_ID = 0x41485043  # "AHPC"
PAGE_SIZE = 4096
MAGIC = b"AHP Companion 1\0"
PUBLISHED_KEY = "4148502d436f6d70616e696f6e2d6e6f2d706173737068726173652d7365742e"
SETTINGS = (
    # WAL with NORMAL loses acknowledged saves in a power cut; a rollback journal with EXTRA
    # does not, and costs about a millisecond.
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    # Decrypting a page again costs more than keeping it; only a large portfolio fills this.
    "cache_size = -65536",
)

__all__ = ["Database"]

DatabaseError = sqlcipher3.dbapi2.DatabaseError
OperationalError = sqlcipher3.dbapi2.OperationalError
IntegrityError = sqlcipher3.dbapi2.IntegrityError
ProgrammingError = sqlcipher3.dbapi2.ProgrammingError


class LockedError(ProblemError):
    """Another program, or another window of this one, holds the portfolio."""


class DamagedError(ProblemError):
    """The portfolio's bytes are not those that were written."""


class NewerError(ProblemError):
    """The portfolio was written by a version that knows more than this one."""


class PassphraseError(ProblemError):
    """The portfolio asks for a passphrase, or for another one."""


def connect(path: Path, passphrase: str = "", *, timeout: float = 2.0) -> Any:
    """Return a database over a file that is there or is to be made; nothing is read yet."""
    connection = sqlcipher3.connect(str(path), timeout=timeout, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {key_literal(passphrase)}")
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def hold(db: Any) -> None:
    """Lock a database until it is closed, before anything of it is read.

    A lock for writing alone would let a second start read, and for as long as it reads, saving
    would have to wait.
    """
    db.execute("BEGIN EXCLUSIVE")
    db.execute("ROLLBACK")


@contextmanager
def whole(db: Any) -> Iterator[None]:
    """Write what is written inside, all of it or nothing."""
    try:
        with db.atomic():
            yield
    except BaseException:
        forget_pages(db)
        raise


def forget_pages(db: Any) -> None:
    """Let every page be read anew after writing was taken back.

    As SQLite takes a page back it looks at it before SQLCipher has deciphered it. About once in
    ten thousand times the cipher looks like a page in order, is kept as one, and the next reading
    would call a sound file malformed.
    """
    db.execute("PRAGMA shrink_memory")


def refuse_if_open(path: Path) -> None:
    """Raise LockedError if any program, this one too, has a portfolio open.

    SQLite is asked, because on POSIX merely closing a file lets go of every lock that this
    process has on it: no file may be opened by other means while its portfolio is open.
    """
    with in_words(path):
        try:
            # Without the key of a protected file, even its settings cannot be read.
            with closing(connect(path, timeout=0)) as db:
                hold(db)
        except DatabaseError as error:
            # Locks come before the key: whatever else is wrong, the file is nobody's.
            if _is_locked(error):
                raise


def journal_of(path: Path) -> Path:
    """Return the file in which SQLite keeps what a save that was cut short has to take back."""
    return path.with_name(f"{path.name}-journal")


def key_literal(passphrase: str) -> str:
    """Return the key as SQLCipher's PRAGMA takes it, quoted."""
    if not passphrase:
        return f"\"x'{PUBLISHED_KEY}{MAGIC.hex()}'\""
    escaped = passphrase.replace("'", "''")
    return f"'{escaped}'"


def is_unprotected(path: Path) -> bool:
    """Return whether a file was written with the published key."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what a person can act on.

    Raises LockedError, PassphraseError, DamagedError or ProblemError; anything else passes
    through.
    """
    try:
        yield
    except OperationalError as error:
        raise _operational(path, str(error)) from error
    except (IntegrityError, ProgrammingError):
        raise
    except DatabaseError as error:
        # With another key every page is noise, and SQLite sees no database at all.
        if "not a database" in str(error) and path.is_file() and not is_unprotected(path):
            raise PassphraseError(
                f"That is not the passphrase of “{path.name}”.",
                means="The file was not opened and not changed; it may also be damaged.",
                advice="Type the passphrase again.",
            ) from error
        raise damaged(path, str(error)) from error


def damaged(path: Path, said: str = "") -> DamagedError:
    """Return the failure that a changed or shortened file is, with what SQLite said of it."""
    found = DamagedError(
        f"“{path.name}” is damaged.",
        means="Its contents are not as they were saved, so it was not opened and not changed.",
        advice="Restore the newest good backup. The damaged file is kept.",
    )
    if said:
        found.add_note(f"SQLite said: {said}.")
    return found


def _operational(path: Path, said: str) -> Exception:
    if _is_locked(said):
        return LockedError(
            f"“{path.name}” is open somewhere else.",
            means="Only one window can have a portfolio open, so that neither undoes the other.",
            advice="Close it there and open it again.",
        )
    if "full" in said:
        return ProblemError(
            "The disk is full.",
            means="The last change could not be saved; everything before it is safe.",
            advice="Make some room, then make the change again.",
        )
    if "readonly" in said or "unable to open" in said:
        return ProblemError(
            f"“{path.name}” cannot be written to where it is.",
            means="The folder or the file is read-only for you. Nothing was changed.",
            advice="Move it to a folder of your own, or ask for the right to write there.",
        )
    if "malformed" in said:
        return damaged(path, said)
    if "disk I/O" in said:
        return ProblemError(
            f"The disk that “{path.name}” is on gave an error.",
            means="What was asked for last could not be done; everything saved before it stays.",
            advice="See that the disk is connected and sound, then do it again.",
        )
    return ProblemError(f"“{path.name}” could not be read: {said}.")


def _is_locked(said: object) -> bool:
    return "locked" in str(said) or "busy" in str(said)
