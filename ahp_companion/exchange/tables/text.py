"""A table in a text file: its encoding and its separators found out, its rows read.

Spreadsheets write the same table with commas, semicolons or tabs, in UTF-8, UTF-16 or an older
encoding, and none says which. What a formula says is text here like everything else.
"""

import csv
import html
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from ...domain.problems import ProblemError
from ..csv_cells import MOST_IN_A_CELL, bare, long_cells
from ..foreign_text import bytes_of
from .table import HEADER_WITHIN, LAST_ROW, Cells, Table, Wishes, filled, too_large

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows (Western European)",
    "utf-16": "UTF-16",
    "cp1250": "Windows (Central European)",
    "mac-roman": "Mac",
}
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What no text begins with, and what it then is.
OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Office program"),
    (b"{\\rtf", "a word processor’s document"),
)
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
LOOKED_AT = 65_536
# Stands after the last row, and comes back as a row only where no quoted text is left open.
END = "\ue000end of the table\ue000"

Known = Callable[[Sequence[str]], int]


def read_text_table(path: Path, wishes: Wishes, known: Known) -> Table:
    """Return the table in a text file; `known` counts the names of columns in a row.

    Raises ProblemError for a file that cannot be read, is no text, or breaks off.
    """
    held = _bytes(path)
    text, encoding, remarks = _decoded(path.name, held, wishes.encoding)
    first_line = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    said = first_line[1] if first_line else ""
    delimiter = wishes.delimiter or said or _delimiter(text, known)
    with long_cells():
        rows = filled(path.name, enumerate(_rows(path.name, text, delimiter), start=1))
    if first_line:
        rows = rows[1:]
    if not rows:
        raise ProblemError(
            f"“{path.name}” is empty.",
            means="There is no row in it that says anything, so nothing was brought in.",
        )
    is_named = any(known(row) for _, row in rows[:HEADER_WITHIN])
    if not (is_named or wishes.delimiter) and (len(rows) < 2 or max(map(_width, rows)) < 2):
        raise no_text(path.name, "it has no rows of two cells or more")
    if _ends_early(text, delimiter):
        remarks.append(
            "The last row has fewer cells than those above it, and the file ends there: "
            "it may have been cut off."
        )
    if _is_escaped(text):
        rows = tuple((number, tuple(map(html.unescape, row))) for number, row in rows)
        remarks.append("Signs written as for a web page, such as “&amp;”, were read as meant.")
    return Table(
        name=path.name, rows=rows, encoding=encoding, delimiter=delimiter, remarks=tuple(remarks)
    )


def beginning(path: Path, rows: int = HEADER_WITHIN) -> list[list[list[str]]]:
    """Return the first rows of a text file, once for each separator it could have; never raises."""
    try:
        with path.open("rb") as file:
            held = file.read(LOOKED_AT)
        text = held.decode(_guessed(held), errors="replace")
    except (OSError, LookupError):
        return []
    if held.startswith(tuple(mark for mark, _ in OTHERS)) or CONTROL.search(text):
        return []
    return [_first_rows(text, delimiter, rows) for delimiter in DELIMITERS]


def _bytes(path: Path) -> bytes:
    held = bytes_of(path)
    what = next((words for mark, words in OTHERS if held.startswith(mark)), "")
    if what:
        raise no_text(path.name, f"it is {what}")
    return held


def no_text(name: str, why: str) -> ProblemError:
    """Return the failure that a file which holds no table is."""
    return ProblemError(
        f"“{name}” is not a table: {why}.",
        means="Nothing was brought in.",
        advice="Save the table as CSV or as an Excel workbook, and bring that in. "
        "Other files can be added as evidence.",
    )


def _decoded(name: str, held: bytes, wanted: str) -> tuple[str, str, list[str]]:
    encoding = wanted or _guessed(held)
    text = held.decode(encoding, errors="replace").removeprefix("\ufeff")
    if CONTROL.search(text[:LOOKED_AT]) or CONTROL.search(text):
        raise no_text(name, "it holds signs that no text has")
    unread = text.count("\ufffd") - held.count("\ufffd".encode())
    remarks = []
    if unread > 0:
        remarks.append(f"Signs that could not be read, shown as “\ufffd”: {unread:,}.")
    if encoding == "cp1252" and not wanted and not held.isascii():
        remarks.append(f"Its letters were read as {ENCODINGS[encoding]}.")
    return text, encoding, remarks


def _guessed(held: bytes) -> str:
    for mark, encoding in MARKS:
        if held.startswith(mark):
            return encoding
    zeros = [held[at:LOOKED_AT:2].count(0) for at in (0, 1)]
    if max(zeros) * 4 > min(len(held), LOOKED_AT) / 2:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        held.decode("utf-8")
    except UnicodeDecodeError:
        text = held.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        # One letter cut in two does not make the others another encoding's.
        whole = sum(1 for sign in text if sign > "\x7f") - broken
        return "utf-8" if whole > broken else "cp1252"
    return "utf-8"


def _delimiter(text: str, known: Known) -> str:
    """Return the separator under which most columns are known, or the rows are most alike."""
    scores = {}
    for delimiter in DELIMITERS:
        rows = _first_rows(text, delimiter, 40)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        names = max((known(row) for row in rows[:HEADER_WITHIN]), default=0)
        scores[delimiter] = (names, max(widths.values(), default=0), max(widths, default=0))
    return max(scores, key=scores.__getitem__)


def _first_rows(text: str, delimiter: str, most: int) -> list[list[str]]:
    with long_cells():
        reader = csv.reader(
            io.StringIO(text[:LOOKED_AT], ""), delimiter=delimiter, skipinitialspace=True
        )
        try:
            return list(islice(reader, most))
        except csv.Error:
            return []


def _rows(name: str, text: str, delimiter: str) -> Iterator[list[str]]:
    at, row = 0, [""]
    try:
        rows = csv.reader(
            io.StringIO(f"{text}\n{END}", ""), delimiter=delimiter, skipinitialspace=True
        )
        for row in rows:
            if row == [END]:
                break
            at += 1
            if at > LAST_ROW:
                raise too_large(name, f"more than {LAST_ROW:,} lines")
            yield [bare(cell) for cell in row]
    except csv.Error as reason:
        long = "field larger" in str(reason)
        why = f"a cell in row {at + 1} holds more than {MOST_IN_A_CELL:,} letters"
        raise no_text(name, why if long else str(reason)) from reason
    if row != [END]:
        raise ProblemError(
            f"“{name}” breaks off inside row {at}.",
            means="A text that begins with a quotation mark there does not end, as when a file "
            "was copied in part. Nothing was brought in.",
            advice="Copy or export it again, and bring that file in.",
        )


def _ends_early(text: str, delimiter: str) -> bool:
    # Programs end their last row as they end the others.
    lines = text[-LOOKED_AT:].splitlines()[-3:]
    if len(lines) < 3 or text.endswith(("\n", "\r")) or any('"' in each for each in lines):
        return False
    first, second, last = (each.count(delimiter) for each in lines)
    return last < second == first


def _width(numbered: tuple[int, Cells]) -> int:
    return len(numbered[1])


def _is_escaped(text: str) -> bool:
    # Only where every ampersand is part of a sign's name: “R&D” says that the file is as it looks.
    ampersands = text.count("&")
    return bool(ampersands) and ampersands == sum(1 for _ in ENTITY.finditer(text))
