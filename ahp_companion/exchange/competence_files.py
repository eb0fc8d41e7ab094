"""Competence frameworks from files: a table of lines, or Mahara's SmartEvidence `.matrix`.

Only the lines come in; what was met is the owner's to say. Ids are made from the contents, so
that the same file twice brings nothing in twice.
"""

import csv
import html
import io
import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from ..domain.changes import Edit
from ..domain.competences import Competence, CompetenceFramework
from ..domain.portfolio import Portfolio
from ..domain.problems import ProblemError
from ..domain.words import fold
from .csv_cells import bare, long_cells, text_of
from .importing import Incoming, incoming
from .reading import Format, Reading, RowProblem

NAMESPACE = uuid.UUID("b3f1d0a2-6a7b-5f0d-8c2e-7d6c1b9e4a55")
DELIMITERS = ",;\t"
MOST_ROWS, HEADER_WITHIN = 20_000, 15
# What people call the columns; compared in lower case with only letters and figures kept.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "words": (
        "statement", "words", "competence", "competency", "description", "outcome", "capability",
        "indicator", "criterion", "competence statement", "competency statement", "skill",
    ),
    "number": (
        "code", "number", "no", "ref", "reference", "id", "nr", "competence code",
        "competency code", "unit", "shortname", "competence number",
    ),
    "heading": (
        "heading", "section", "domain", "area", "theme", "category", "group", "topic", "standard",
        "cluster", "subject",
    ),
    "level": ("level", "stage", "band", "grade", "tier"),
}  # fmt: skip
OF_A_LOG = {"date", "hours", "minutes"}
TAG = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceTable:
    """A framework as it was read: its lines, and those that cannot be read by their number."""

    name: str
    framework: CompetenceFramework
    competences: tuple[Competence, ...]
    problems: tuple[RowProblem, ...] = ()
    remarks: tuple[str, ...] = ()


def is_competence_file(path: Path) -> bool:
    """Return whether a file begins as a competence framework does, in either format."""
    with path.open("rb") as file:
        begins = file.read(65_536).decode("utf-8-sig", errors="ignore")
    if begins.lstrip().startswith("{"):
        return True
    found = _header(begins)
    # A log of CPD describes things too; but it says when they were, and how long.
    return found is not None and not OF_A_LOG & set(_plain(" ".join(found[2])).split())


def read_competences(path: Path) -> CompetenceTable:
    """Return the framework in a CSV or a `.matrix`, and the lines that cannot be read.

    Raises ProblemError for a file that is neither.
    """
    text = text_of(path)
    if text.lstrip().startswith("{"):
        return _from_matrix(path, text)
    return _from_csv(path, text)


def importing_competences(table: CompetenceTable, portfolio: Portfolio) -> Incoming:
    """Return what a framework brings into a portfolio: only lines that are not there yet.

    A line that is there stays as its owner has it, with all that was met.
    """
    there = {each.id: each for each in portfolio.all(CompetenceFramework)}
    lines = portfolio.all(Competence)
    framework = there.get(table.framework.id) or _same_lines(table, there, lines)
    edits = [] if framework else [Edit(after=table.framework)]
    owner = (framework or table.framework).id
    ids = {each.id for each in lines}
    # Counted, for a framework may say the same twice.
    held = Counter(_contents(each) for each in lines if each.framework == owner)
    for each in table.competences:
        held[_contents(each)] -= 1
        if each.id not in ids and held[_contents(each)] < 0:
            edits.append(Edit(after=replace(each, framework=owner)))
    return incoming(
        edits,
        words=f"Brought in competences from “{table.name}”",
        present=1 + len(table.competences) - len(edits),
        remarks=table.remarks,
    )


def _same_lines(
    table: CompetenceTable, there: Mapping[str, CompetenceFramework], lines: Iterable[Competence]
) -> CompetenceFramework | None:
    # A file that was given another name is still the same framework.
    wanted = {_contents(each) for each in table.competences}
    held: dict[str, set[str]] = {}
    for each in lines:
        held.setdefault(each.framework or "", set()).add(_contents(each))
    same = [key for key, contents in held.items() if key in there and wanted <= contents]
    return there[same[0]] if same and wanted else None


def _from_csv(path: Path, text: str) -> CompetenceTable:
    with long_cells():
        found = _header(text)
        if found is None:
            raise ProblemError(
                f"“{path.name}” does not begin with the names of its columns.",
                means="Without a column of statements, the rest cannot be understood.",
                advice="Name the columns code, heading, statement and level in the first row.",
            )
        start, delimiter, header = found
        rows = _rows(path, text, delimiter)
    names = [_name_of(cell) for cell in header]
    lines, problems = [], []
    for number, row in rows[start:]:
        words = _cells(names, row, "words")
        if words:
            line = Competence(
                number=_cells(names, row, "number"),
                heading=_cells(names, row, "heading"),
                words=words,
                level=_cells(names, row, "level"),
            )
            lines.append(line)
        elif any(cell.strip() for cell in row):
            problems.append(RowProblem(number=number, why="there is no statement in it."))
    unknown = [cell.strip() for cell, name in zip(header, names, strict=True) if not name]
    remarks = [f"The column “{cell[:60]}” is left out." for cell in unknown if cell]
    return _table(path, CompetenceFramework(name=_stem(path)), lines, problems, remarks)


def _cells(names: Sequence[str], row: Sequence[str], wanted: str) -> str:
    # A short name and a description of the same line stand in two columns.
    found = (bare(cell).strip() for name, cell in zip(names, row, strict=False) if name == wanted)
    return "\n".join(each for each in found if each)


def _rows(path: Path, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    try:
        reader = csv.reader(io.StringIO(text, ""), delimiter=delimiter)
        rows = list(enumerate(islice(reader, MOST_ROWS + HEADER_WITHIN + 1), start=1))
    except csv.Error as reason:
        raise ProblemError(
            f"“{path.name}” is not a CSV: {reason}.", means="Nothing was brought in."
        ) from reason
    if len(rows) > MOST_ROWS + HEADER_WITHIN:
        raise ProblemError(f"“{path.name}” has more than {MOST_ROWS:,} rows.")
    return rows


def _header(text: str) -> tuple[int, str, list[str]] | None:
    """Return the number of the row that names the columns, what parts them, and their names."""
    found = [each for delimiter in DELIMITERS for each in _possible(text, delimiter)]
    # A lone word above the table is its title; the row that names most is the one.
    return max(found, key=_names_known, default=None)


def _possible(text: str, delimiter: str) -> Iterator[tuple[int, str, list[str]]]:
    reader = csv.reader(io.StringIO(text, ""), delimiter=delimiter)
    try:
        for number, row in enumerate(islice(reader, HEADER_WITHIN), start=1):
            names = {_name_of(cell) for cell in row} - {""}
            if "words" in names and (len(names) > 1 or number == 1):
                yield number, delimiter, row
    except csv.Error:
        return


def _names_known(found: tuple[int, str, list[str]]) -> int:
    return len({_name_of(cell) for cell in found[2]} - {""})


def _from_matrix(path: Path, text: str) -> CompetenceTable:
    kept = _matrix(path, text)
    headings = {
        str(each.get("standardid", "")): _text(each, "name") or _text(each, "shortname")
        for each in _listed(kept, "standards")
    }
    lines, problems = [], []
    for number, each in enumerate(kept.get("standardelements", []), start=1):
        words = _statement(each) if isinstance(each, dict) else ""
        if not words:
            problems.append(RowProblem(number=number, why="there is no statement in it."))
            continue
        line = Competence(
            number=_text(each, "shortname") or _text(each, "elementid"),
            heading=headings.get(str(each.get("standardid", "")), ""),
            words=words,
        )
        lines.append(line)
    framework = CompetenceFramework(
        name=_text(kept, "name") or _stem(path), words=_text(kept, "description")
    )
    left = ["Its steps of evidence stay outside; when and where a line was met is yours to say."]
    return _table(path, framework, lines, problems, left if "evidencestatuses" in kept else [])


def _matrix(path: Path, text: str) -> dict[str, Any]:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError) as reason:
        raise _no_matrix(path) from reason
    found = kept.get("framework") if isinstance(kept, dict) else None
    if not isinstance(found, dict) or not isinstance(found.get("standardelements"), list):
        raise _no_matrix(path)
    if len(found["standardelements"]) > MOST_ROWS:
        raise ProblemError(f"“{path.name}” has more than {MOST_ROWS:,} lines.")
    return found


def _no_matrix(path: Path) -> ProblemError:
    return ProblemError(
        f"“{path.name}” is not a framework of Mahara's.",
        means="It does not hold a “framework” with its “standardelements”. Nothing was brought in.",
        advice="Export the .matrix file again, or bring the lines in as a CSV.",
    )


def _listed(kept: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    found = kept.get(key)
    return (
        (each for each in found if isinstance(each, dict)) if isinstance(found, list) else iter(())
    )


def _statement(each: Mapping[str, Any]) -> str:
    name, description = _text(each, "name"), _text(each, "description")
    parts = (name,) if description in ("", name) else (name, description)
    return "\n".join(part for part in parts if part)


def _text(kept: Mapping[str, Any], key: str) -> str:
    # Mahara keeps descriptions as HTML; only their words come in.
    found = kept.get(key, "")
    words = found if isinstance(found, str) else str(found) if type(found) is int else ""
    words = html.unescape(TAG.sub(" ", words)).encode("utf-8", "ignore").decode()
    return " ".join(words.split())


def _table(
    path: Path,
    framework: CompetenceFramework,
    lines: Sequence[Competence],
    problems: Sequence[RowProblem],
    remarks: Sequence[str],
) -> CompetenceTable:
    if not lines:
        raise ProblemError(
            f"There are no competences in “{path.name}”.",
            means="None of its lines has a statement in it, so nothing was brought in.",
        )
    framework = replace(framework, id=str(uuid.uuid5(NAMESPACE, _plain(framework.name))))
    seen: Counter[str] = Counter()
    made = []
    for line in lines:
        contents = _contents(line)
        seen[contents] += 1
        made_id = str(uuid.uuid5(NAMESPACE, f"{framework.id} {contents} {seen[contents]}"))
        made.append(replace(line, id=made_id, framework=framework.id))
    return CompetenceTable(
        name=path.name,
        framework=framework,
        competences=tuple(made),
        problems=tuple(problems),
        remarks=tuple(remarks),
    )


def _contents(each: Competence) -> str:
    told = (each.number, each.heading, each.words, each.level)
    return json.dumps([" ".join(part.split()) for part in told])


def _name_of(cell: str) -> str:
    plain = _plain(bare(cell))
    return next((name for name, called in HEADERS.items() if plain in called), "")


def _plain(cell: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(cell)).strip()


def _stem(path: Path) -> str:
    return path.stem.replace("_", " ").strip() or "Competences"


def _read(path: Path) -> Reading:
    table = read_competences(path)
    return Reading(
        format=FORMAT.code,
        into=partial(importing_competences, table),
        problems=table.problems,
    )


FORMAT = Format(
    code="competences",
    words="A framework of competences",
    endings=(".csv", ".matrix", ".json"),
    is_it=is_competence_file,
    read=_read,
)
