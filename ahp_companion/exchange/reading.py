"""A file from elsewhere as it was read: what it would bring in, and which rows of it could not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..domain.portfolio import Portfolio
from .importing import Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """A row that could not be read, and why."""

    number: int
    why: str

    @property
    def in_words(self) -> str:
        """Return number and reason as a line."""
        return f"Row {self.number}: {self.why}"


def no_evidence(_sha256: str) -> bytes:
    """Return the bytes of evidence of a file that has none."""
    return b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file that was read: what it brings into a portfolio, and the bytes of its evidence."""

    format: str
    into: Callable[[Portfolio], Incoming]
    evidence: Callable[[str], bytes] = no_evidence
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that comes in: how a file of it is known, and how it is read.

    `is_it` looks at a file's beginning and never raises; `read` raises ProblemError in words.
    Where a whole folder can be chosen, both take one as well.
    """

    code: str
    words: str
    endings: tuple[str, ...]
    is_it: Callable[[Path], bool]
    read: Callable[[Path], Reading]
    takes_folder: bool = False
