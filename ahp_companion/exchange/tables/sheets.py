"""A table in a workbook of Excel or LibreOffice, read in a process of its own.

Formulas are not worked out: what a cell last showed is what is read. A workbook is a ZIP of XML
made by a stranger, so its directory is looked at before anything is unpacked, and what unpacks it
has limits on memory and time.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from ...domain.problems import ProblemError
from ...domain.words import count, listed
from ..apart import apart
from ..csv_cells import MOST_IN_A_CELL, bare
from ..foreign_text import bytes_of
from ..strict import shown
from ..zip_safety import open_others_zip
from .presets import names_known
from .table import HEADER_WITHIN, MOST_CELLS, Table, filled

SECONDS = 40.0
MOST_UNPACKED, MOST_PARTS = 400_000_000, 2_000
# A part of a workbook packs well, and still not ten thousand to one.
MOST_PACKED, SMALL = 1_000, 10_000_000
OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = re.compile(r"xl/(workbook\.(xml|bin)|worksheets/.*)")
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
# Before this day a spreadsheet's moment is a length of time: it counts from there.
LENGTHS_UNTIL, LENGTHS_FROM = datetime(1901, 1, 1), datetime(1899, 12, 31)
Numbered = tuple[int, list[str]]
FORMULA_ALONE = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook by what is in it, whatever its name is; never raises."""
    try:
        with path.open("rb") as file:
            start = file.read(256)
            if start.startswith(OLDER):
                return True
            return start.startswith(b"PK\x03\x04") and _has_sheets(path, start)
    except OSError:
        return False


def read_sheet(path: Path, wanted: str = "") -> Table:
    """Return a sheet of a workbook: the one wanted, or the first whose columns are known.

    Raises ProblemError for a workbook that cannot be read, and for a sheet that is not there.
    """
    held = bytes_of(path)
    try:
        found = apart("sheets", held, seconds=SECONDS, wanted=wanted)
    except ProblemError as problem:
        raise ProblemError(
            problem.happened.replace("The file", f"“{path.name}”", 1),
            means=problem.means,
            advice=problem.advice,
        ) from problem
    rows = filled(path.name, found["rows"])
    if not rows:
        raise ProblemError(
            f"The sheet “{shown(found['sheet'])}” of “{path.name}” is empty.",
            means="Nothing was brought in.",
        )
    return Table(
        name=path.name,
        rows=rows,
        sheet=found["sheet"],
        sheets=tuple(found["sheets"]),
        remarks=tuple(found["remarks"]),
    )


def rows_of(held: bytes, *, wanted: str = "") -> dict[str, Any]:
    """Return the rows of a sheet as text, its name, and the names of all; runs apart.

    Raises ProblemError, whose words follow “was not read:”, for what is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    remarks = _looked_over(held)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(held))
        names = _names(book)
        if wanted and wanted not in names:
            raise ProblemError(f"there is no sheet “{shown(wanted)}”; it has {listed(names)}")
        chosen, rows = _chosen(book, [wanted] if wanted else names)
    except PasswordError as reason:
        raise ProblemError("it is locked with a password; save it without one") from reason
    except (CalamineError, OSError, ValueError) as reason:
        raise ProblemError("it is damaged, was cut off, or is no workbook") from reason
    return {"sheet": chosen, "sheets": names, "rows": rows, "remarks": remarks}


def _has_sheets(path: Path, start: bytes) -> bool:
    try:
        with open_others_zip(path) as opened:
            names = opened.namelist()
    except ProblemError:
        # Cut off, or made to burst: its beginning tells, for there the first part has its name.
        return start[30:].startswith((b"[Content_Types].xml", b"xl/", b"_rels/.rels"))
    is_open_document = start[30:].startswith(b"mimetype" + SPREADSHEET)
    return is_open_document or any(PARTS.match(each) for each in names)


def _looked_over(held: bytes) -> list[str]:
    """Return remarks about a workbook's parts; raises ProblemError for one made to burst."""
    if not held.startswith(b"PK"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(held)) as opened:
            parts = opened.infolist()
            _check_sizes(parts)
            return _about_formulas(opened, parts)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as reason:
        raise ProblemError("it is damaged or was cut off") from reason


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
        raise ProblemError("it is far larger inside than any log of CPD")
    for each in parts:
        if each.file_size > SMALL and each.file_size > MOST_PACKED * max(1, each.compress_size):
            raise ProblemError("it unpacks to far more than it looks like")


def _about_formulas(opened: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> list[str]:
    # Some programs write formulas and never what they come to; such cells are read as empty.
    empty = 0
    for each in parts:
        if PARTS.match(each.filename) and each.filename.endswith(".xml"):
            with opened.open(each) as part:
                empty += len(FORMULA_ALONE.findall(part.read(SMALL)))
    if not empty:
        return []
    cells = count(empty, "cell holds a formula", "cells hold formulas")
    return [
        f"{cells} whose result was never saved, read as empty. Open the workbook, save it, and "
        "bring it in again."
    ]


def _names(book: Any) -> list[str]:
    from python_calamine import SheetTypeEnum

    return [each.name for each in book.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]


def _chosen(book: Any, names: list[str]) -> tuple[str, list[Numbered]]:
    """Return the first sheet whose columns are known, else the first that says anything."""
    fallback: tuple[str, list[Numbered]] | None = None
    for name in names:
        rows = list(_texts(book.get_sheet_by_name(name)))
        if any(names_known(row) for number, row in rows if number <= HEADER_WITHIN):
            return name, rows
        if fallback is None and rows:
            fallback = name, rows
    if fallback is None:
        raise ProblemError("there is nothing in any of its sheets")
    return fallback


def _texts(sheet: Any) -> Iterator[Numbered]:
    """Yield the rows that say something, each with the number it has in the spreadsheet."""
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        texts = [_text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        cells += len(texts)
        if cells > MOST_CELLS:
            raise ProblemError(f"it has more than {MOST_CELLS:,} cells")
        if texts:
            yield number, texts


def _text(cell: Any) -> str:
    """Return what a cell shows: dates as 2026-03-12, lengths as 2:30, numbers without .0."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return _clock(timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second))
    if isinstance(cell, timedelta):
        return _clock(cell)
    if isinstance(cell, float):
        # What a spreadsheet shows has fifteen figures; a half and a bit is a half.
        return f"{int(cell)}" if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    text = str(cell)
    if len(text) > MOST_IN_A_CELL:
        raise ProblemError(f"a cell holds more than {MOST_IN_A_CELL:,} letters")
    return bare(text)


def _moment(cell: datetime) -> str:
    if cell < LENGTHS_UNTIL:
        return _clock(cell - LENGTHS_FROM)
    is_midnight = cell.time() == time.min
    return cell.date().isoformat() if is_midnight else cell.strftime("%Y-%m-%d %H:%M:%S")


def _clock(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    shown_seconds = f":{rest % 60:02}" if rest % 60 else ""
    return f"{'-' if seconds < 0 else ''}{hours}:{rest // 60:02}{shown_seconds}"
