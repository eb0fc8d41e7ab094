"""The bytes of evidence, kept inside the portfolio under their SHA-256, each once."""

import hashlib
from pathlib import Path

from ..domain.problems import ProblemError
from .connection import Database, in_words, whole

# SQLite holds a blob of up to 1 GB; one file of a portfolio should stay easy to back up.
MOST_BYTES = 200_000_000


class EvidenceFiles:
    """The files in one portfolio."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path

    def add(self, contents: bytes) -> str:
        """Keep some bytes and return their SHA-256; bytes already kept are not kept twice.

        Raises ProblemError for more than 200 MB.
        """
        if len(contents) > MOST_BYTES:
            raise ProblemError(
                "That file is larger than 200 MB.",
                means="It would make every backup slow.",
                advice="Keep a smaller copy as evidence, or write where the file can be seen.",
            )
        sha256 = hashlib.sha256(contents).hexdigest()
        with in_words(self._path), whole(self._db):
            self._db.execute(
                "INSERT OR IGNORE INTO evidence_file (sha256, size, bytes) VALUES (?, ?, ?)",
                [sha256, len(contents), contents],
            )
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes with a SHA-256; raises ProblemError if they are not here or differ."""
        row = self._db.execute(
            "SELECT bytes FROM evidence_file WHERE sha256 = ?", [sha256]
        ).fetchone()
        if row is None:
            raise ProblemError(
                "The file for this evidence is not in the portfolio.",
                means="Its record is here, its contents are not.",
                advice="Add the file again.",
            )
        contents = bytes(row[0])
        if hashlib.sha256(contents).hexdigest() != sha256:
            raise ProblemError(
                "The file for this evidence has changed since it was added.",
                means="Its contents no longer have their fingerprint.",
                advice="Restore a backup from before, or add the file again.",
            )
        return contents

    def known(self) -> frozenset[str]:
        """Return the SHA-256 of every file that is kept."""
        return frozenset(row[0] for row in self._db.execute("SELECT sha256 FROM evidence_file"))
