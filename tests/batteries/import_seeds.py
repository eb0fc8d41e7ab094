"""A sound file of every format that comes in: what others' programs wrote, and what ours does."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ahp_companion.exchange.archive import write_archive
from ahp_companion.exchange.calendars.writing import write_calendar
from ahp_companion.exchange.cpd_csv import write_cpd_csv
from ahp_companion.exchange.formats_in import FORMATS, format_of
from tests.exchange.everything import everything, read_evidence
from tests.exchange.test_competence_files import MATRIX, TABLE

NOTE = """---
type: cpd
title: "Gait: Łódź"
date: 2026-03-12
hours: 2.5
activity_type: course
standards: ["2.1", "3"]
evidence: ["[[evidence/slides]]"]
---
## What I did
Walked on *sand*.

## Reflection
### 2026-03-13
- slower
"""
REFLECTION = """---
type: reflection
title: Falls
date: 2026-03-12
framework: gibbs
---
## Feelings
Uneasy.
"""
OTHERS = Path(__file__).parents[1] / "data" / "others"
# What is read in a process of its own takes a moment each time it is tried.
READ_APART = frozenset({"workbook"})
LARGEST = 400_000
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A sound file: its name, its bytes, the format it is known as."""

    name: str
    contents: bytes
    format: str

    @property
    def is_slow(self) -> bool:
        """Return whether reading it starts a process."""
        return self.format in READ_APART


@cache
def seeds() -> tuple[Seed, ...]:
    """Return a seed for each file of others' programs, each folder of theirs, and our own."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        _write_our_own(folder)
        for each in sorted(OTHERS.iterdir()):
            if each.is_dir():
                (folder / f"{each.name}.zip").write_bytes(_zipped(each))
        paths = [
            *sorted(folder.iterdir()),
            *(each for each in sorted(OTHERS.iterdir()) if each.is_file()),
        ]
        return tuple(
            Seed(name=each.name, contents=each.read_bytes(), format=format_of(each).code)
            for each in paths
            if each.stat().st_size <= LARGEST
        )


def formats_without_a_seed() -> set[str]:
    """Return the formats that come in and have no sound file here."""
    return {each.code for each in FORMATS} - {each.format for each in seeds()}


def _write_our_own(folder: Path) -> None:
    held = everything()
    write_archive(folder / "archive.zip", held, read_evidence)
    write_cpd_csv(folder / "cpd.csv", held)
    write_calendar(folder / "own.ics", held, profession=None, on=date(2026, 3, 12))
    (folder / "reablement.csv").write_text(TABLE, encoding="utf-8")
    (folder / "home.matrix").write_text(json.dumps(MATRIX), encoding="utf-8")
    (folder / "anything.csv").write_text("When,What,For how long\n13/03/2026,Gait,2 h\n", "utf-8")
    (folder / "note.md").write_text(NOTE, "utf-8")
    with zipfile.ZipFile(folder / "notes.zip", "w", zipfile.ZIP_DEFLATED) as notes:
        notes.writestr("cpd/gait.md", NOTE)
        notes.writestr("reflections/falls.md", REFLECTION)
        notes.writestr("evidence/slides.md", "---\ntype: evidence\ntitle: Slides\n---\n")
        notes.writestr("evidence/slides.pdf", b"%PDF-1.7")
    (folder / "log.xlsx").write_bytes(_workbook())


def _zipped(folder: Path) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                written.write(each, each.relative_to(folder).as_posix())
    return made.getvalue()


def _workbook() -> bytes:
    """Return the smallest workbook that a spreadsheet opens: one sheet, two rows."""
    rows = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in (("Date", "Title", "Hours"), ("2026-03-12", "Gwers ŷ", "1.5"))
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEETS}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": _leading_to("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="CPD" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _leading_to("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in files.items():
            written.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return made.getvalue()


def _leading_to(what: str, place: str) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/{what}" Target="{place}"/></Relationships>'
    )
