"""Files that came along with somebody's records, in a ZIP or a folder of another program.

They are looked up by the names that the records give them. A name is only ever a key: nothing is
opened at a place that a file names, and what lies outside the ZIP or the folder is not there.
"""

import hashlib
import os
import zipfile
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from ..domain.problems import ProblemError
from .zip_safety import MOST_BYTES, MOST_ENTRIES, key_of, name_of, open_others_zip, pieces

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosedFile:
    """One file: its name with folders, and what says that its bytes are what they were."""

    name: str
    size: int
    sha256: str


class Enclosed:
    """All files beside somebody's records; `names` leads from a key to where the bytes lie.

    `found` has the key of each file that was looked at, by its SHA-256.
    """

    def __init__(self, path: Path, names: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.names: Mapping[str, str] = names or {}
        self.found: dict[str, str] = {}
        self._opened: zipfile.ZipFile | None = None

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Keep a ZIP open as long as its files are read one after another."""
        if self.path.is_dir() or not self.names:
            yield
            return
        with open_others_zip(self.path) as self._opened:
            try:
                yield
            finally:
                self._opened = None

    def within(self, folder: str) -> "Enclosed":
        """Return the files in one of the folders, as if there were no others."""
        start = f"{folder}/"
        inside = {
            key.removeprefix(start): name
            for key, name in self.names.items()
            if key.startswith(start)
        }
        return Enclosed(self.path, inside if folder else self.names)

    def find(self, named: str, *folders: str) -> str:
        """Return the key of the file that a record means; nothing where it is not there.

        Names are written plainly by one program and with signs for spaces by another.
        """
        for written in dict.fromkeys((named, unquote(named), unquote_plus(named))):
            key = key_of(written)
            last = key.rpartition("/")[2]
            for each in (key, *(f"{folder}{last}" for folder in folders)):
                if each in self.names:
                    return each
        return ""

    def pieces(self, key: str, most: int = MOST_BYTES) -> Generator[bytes, None, None]:
        """Yield a file piece by piece; raises ProblemError where it cannot be read safely."""
        if self.path.is_dir():
            yield from _pieces(self.path, self.names[key], most)
        elif self._opened:
            yield from pieces(self.path, self._opened, self.names[key], most)
        else:
            with open_others_zip(self.path) as opened:
                yield from pieces(self.path, opened, self.names[key], most)

    def looked_at(self, key: str) -> EnclosedFile:
        """Return a file with its fingerprint; raises ProblemError where it cannot be read."""
        figure, size = hashlib.sha256(), 0
        for piece in self.pieces(key):
            figure.update(piece)
            size += len(piece)
        self.found[figure.hexdigest()] = key
        return EnclosedFile(name=key, size=size, sha256=figure.hexdigest())

    def read(self, sha256: str) -> bytes:
        """Return the bytes with a SHA-256; raises ProblemError if they are not what they were."""
        contents = b"".join(self.pieces(self.found[sha256]))
        if hashlib.sha256(contents).hexdigest() != sha256:
            raise ProblemError(
                f"A file in “{self.path.name}” changed while it was being brought in.",
                means="Nothing was brought in.",
                advice="Wait until whatever is writing to it has ended, and bring it in again.",
            )
        return contents


def in_zip(path: Path) -> Enclosed:
    """Return the files in a ZIP; raises ProblemError for one that cannot be read safely."""
    with open_others_zip(path) as opened:
        files = [each for each in opened.infolist() if not each.is_dir()]
        return Enclosed(path, {key_of(name_of(each)): each.filename for each in files})


def in_folder(path: Path) -> Enclosed:
    """Return the files in a folder and those within it, leaving out links and hidden ones."""
    names: dict[str, str] = {}
    for folder, inside, files in os.walk(path):
        inside[:] = sorted(each for each in inside if not each.startswith("."))
        for each in sorted(files):
            found = Path(folder, each)
            if not each.startswith(".") and found.is_file() and not found.is_symlink():
                name = found.relative_to(path).as_posix()
                names[key_of(name)] = name
        if len(names) > MOST_ENTRIES:
            raise ProblemError(
                f"“{path.name}” holds more than {MOST_ENTRIES:,} files.",
                means="Nothing was brought in.",
                advice="Choose the folder that holds your records alone.",
            )
    return Enclosed(path, names)


def _pieces(folder: Path, name: str, most: int) -> Iterator[bytes]:
    path = folder / name
    try:
        if path.stat().st_size > most:
            raise ProblemError(f"“{path.name}” is larger than {most // 1_000_000} MB.")
        with path.open("rb") as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as reason:
        raise ProblemError(
            f"“{path.name}” cannot be read.",
            means="It may be open elsewhere, or you may not have the right to.",
        ) from reason
