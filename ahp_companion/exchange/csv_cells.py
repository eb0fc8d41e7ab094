"""Cells of a CSV that no spreadsheet takes for a formula, and that read back as they were."""

import re

# What starts a formula in one spreadsheet or another, the full-width signs included; and an
# apostrophe before such a sign, so that taking one off always gives back what was written.
FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")


def guarded(text: str) -> str:
    """Return text as it goes into a cell: an apostrophe in front of what could be a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def bare(cell: str) -> str:
    """Return the text of a cell without the apostrophe that guarded it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
