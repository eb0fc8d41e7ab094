"""What was seen in each file of evidence, kept so that a file is looked at only once."""

import json
from collections.abc import Iterable
from pathlib import Path

from ..domain.evidence_looks import BY, EvidenceLook
from .connection import Database, in_words, whole


class EvidenceLooks:
    """The looks in one portfolio."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path

    def all(self, *, pictures: bool = False) -> dict[str, EvidenceLook]:
        """Return every look under its file's SHA-256; with their pictures only where asked for."""
        picture = '"picture"' if pictures else "NULL"
        rows = self._db.execute(
            f'SELECT "sha256", "pages", "words", "properties", {picture} '  # noqa: S608
            'FROM "evidence_look" WHERE "by" = ?',
            [BY],
        )
        return {row[0]: _look(*row) for row in rows}

    def known(self) -> frozenset[str]:
        """Return the SHA-256 of every file that was looked at."""
        rows = self._db.execute('SELECT "sha256" FROM "evidence_look" WHERE "by" = ?', [BY])
        return frozenset(row[0] for row in rows)

    def get(self, sha256: str) -> EvidenceLook | None:
        """Return the look at one file with its picture; None if it was not looked at."""
        row = self._db.execute(
            'SELECT "sha256", "pages", "words", "properties", "picture" FROM "evidence_look" '
            'WHERE "sha256" = ? AND "by" = ?',
            [sha256, BY],
        ).fetchone()
        return _look(*row) if row else None

    def keep(self, looks: Iterable[EvidenceLook]) -> None:
        """Keep looks; one at the same file takes the place of the one before."""
        with in_words(self._path), whole(self._db):
            for each in looks:
                self._db.execute(
                    'INSERT OR REPLACE INTO "evidence_look" '
                    '("sha256", "by", "pages", "words", "properties", "picture") '
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    [
                        each.sha256,
                        BY,
                        each.pages,
                        each.words,
                        json.dumps(dict(each.properties), ensure_ascii=False),
                        each.picture or None,
                    ],
                )


def _look(
    sha256: str, pages: int | None, words: str, properties: str, picture: bytes | None
) -> EvidenceLook:
    return EvidenceLook(
        sha256=sha256,
        pages=pages,
        words=words,
        properties=json.loads(properties),
        picture=bytes(picture or b""),
    )
