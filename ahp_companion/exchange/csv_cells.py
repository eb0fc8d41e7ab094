"""Cells of a CSV that no spreadsheet takes for a formula, and that read back as they were."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.problems import ProblemError
from .foreign_text import bytes_of

MOST_IN_A_CELL = 2_000_000

# What starts a formula in one spreadsheet or another, the full-width signs included; and an
# apostrophe before such a sign, so that taking one off always gives back what was written.
FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")


def guarded(text: str) -> str:
    """Return text as it goes into a cell: an apostrophe in front of what could be a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def bare(cell: str) -> str:
    """Return the text of a cell without the apostrophe that guarded it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def text_of(path: Path) -> str:
    """Return the text of a table in a file; raises ProblemError where it cannot be read."""
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise ProblemError(
            f"“{path.name}” is not a CSV in UTF-8.",
            means="Its letters cannot be told apart, so nothing was brought in.",
            advice="Save it from the spreadsheet as “CSV UTF-8”, and bring that file in.",
        ) from reason


@contextmanager
def long_cells() -> Iterator[None]:
    """Let cells be as long as anybody writes; the limit is the whole program's and goes back."""
    before = csv.field_size_limit(MOST_IN_A_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
