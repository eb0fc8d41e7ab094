"""CPD from anybody's table: read as it stands where its columns are sure, and asked about else."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from ...domain import words
from ...domain.changes import Edit
from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.words import count, fold, listed
from ..importing import Incoming, incoming
from ..reading import Format, Reading, RowProblem
from ..strict import shown
from ..written_days import Days, Order, days
from .columns import Columns, columns_of
from .presets import Field, meaning, names_known, preset_of, refusal
from .rows import Row, rows_of
from .sheets import is_workbook, read_sheet
from .table import Table, Wishes
from .text import beginning, read_text_table

NO_WISHES = Wishes()
# Beyond these a remark counts, and names no more.
MOST_NAMED = 3
Key = tuple[str, date | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CpdRows:
    """The activities in a table, the rows that cannot be read, and what is to be said of it."""

    name: str
    rows: tuple[Row, ...]
    problems: tuple[RowProblem, ...] = ()
    remarks: tuple[str, ...] = ()


class ColumnsUnknownError(ProblemError):
    """A table that cannot be read before its owner has said what its columns hold."""

    def __init__(self, path: Path, table: Table, columns: Columns) -> None:
        super().__init__(
            f"It is not clear {listed(_unclear(columns))} in “{table.name}”.",
            means="Nothing was brought in.",
            advice="Bring it in from the window, and say there what each column holds.",
        )
        self.path = path
        self.table = table
        self.columns = columns


def read_table(path: Path, wishes: Wishes = NO_WISHES) -> Table:
    """Return the table in a text file or a workbook; raises ProblemError where there is none."""
    if is_workbook(path):
        return read_sheet(path, wishes.sheet)
    return read_text_table(path, wishes, names_known)


def looked_at(path: Path, wishes: Wishes = NO_WISHES) -> tuple[Table, Columns]:
    """Return a table and what its columns are taken for, to be looked at before it is read."""
    table = read_table(path, wishes)
    return table, columns_of(table, wishes)


def read_columns(path: Path, wishes: Wishes = NO_WISHES) -> Reading:
    """Return what a table brings in, its columns guessed where nobody said what they hold.

    Raises ColumnsUnknownError where they have to be asked about, ProblemError for no table.
    """
    table, columns = looked_at(path, wishes)
    is_told = bool(wishes.holds) and columns.has_what and columns.order is not None
    if not columns.are_sure and not is_told:
        raise ColumnsUnknownError(path, table, columns)
    return reading_of(table, columns)


def reading_of(table: Table, columns: Columns) -> Reading:
    """Return what a table brings in with its columns as they are said to be."""
    found = cpd_rows(table, columns)
    code = WORKBOOK.code if table.sheet else FORMAT.code
    return Reading(format=code, into=partial(importing_rows, found), problems=found.problems)


def cpd_rows(table: Table, columns: Columns) -> CpdRows:
    """Return the activities in a table with its columns as they are said to be."""
    rows, problems = rows_of(table, columns)
    remarks = [*table.remarks, *_about(table, columns)]
    remarks += [f"Row {row.number}: {each}" for row in rows for each in row.remarks]
    return CpdRows(
        name=table.name, rows=tuple(rows), problems=tuple(problems), remarks=tuple(remarks)
    )


def importing_rows(found: CpdRows, portfolio: Portfolio) -> Incoming:
    """Return what a table brings into a portfolio: only activities that are not there yet.

    An activity that was written here with the same title, on the same day and for as long, is the
    same one; it stays as its owner has it.
    """
    there = {each.id: each for each in portfolio.all(CpdActivity)}
    claimed = {row.activity.id for row in found.rows} & there.keys()
    alike = Counter(_key(each) for key, each in there.items() if key not in claimed)
    named = _by_name(portfolio.all(Evidence))
    edits: list[Edit] = []
    same: list[Row] = []
    missing: list[str] = []
    for row in found.rows:
        if row.activity.id in there:
            continue
        if (held := _held_already(row.activity, alike)) is not None:
            alike[held] -= 1
            same.append(row)
            continue
        linked = tuple(dict.fromkeys(named[_alike(e)] for e in row.evidence if _alike(e) in named))
        missing += [each for each in row.evidence if _alike(each) not in named]
        edits.append(Edit(after=replace(row.activity, evidence=linked)))
    return incoming(
        edits,
        words=f"Brought in CPD from “{found.name}”",
        present=len(found.rows) - len(edits),
        remarks=[*found.remarks, *_about_same(same), *_about_missing(missing)],
    )


def _unclear(columns: Columns) -> list[str]:
    unclear = [] if columns.has_what else ["which column holds the titles"]
    unclear += [] if columns.has_when else ["which column holds the dates"]
    if columns.order is None:
        first, other = (days(columns.open, order) for order in (Order.DMY, Order.MDY))
        if first and other:
            unclear.append(f"whether {columns.open} is {_day(first)} or {_day(other)}")
    return unclear


def _day(found: Days) -> str:
    return words.day(found.first)


def _alike(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _key(activity: CpdActivity) -> Key:
    return _alike(activity.title), activity.started_on, activity.minutes


def _held_already(activity: CpdActivity, alike: Counter[Key]) -> Key | None:
    """Return the key of an activity that is here and is the same one; None if there is none."""
    title, on, minutes = _key(activity)
    possible = [(title, on, minutes), (title, on, None)]
    if minutes is None:
        possible += [key for key in alike if key[:2] == (title, on)]
    return next((key for key in possible if alike[key] > 0), None)


def _by_name(evidence: Iterable[Evidence]) -> dict[str, str]:
    """Return the ids of evidence by title and by file name; a name that two share is no name."""
    named = [
        (name, each.id)
        for each in evidence
        for name in {_alike(each.title), _alike(each.file_name)}
        if name
    ]
    held = Counter(name for name, _ in named)
    return {name: key for name, key in named if held[name] == 1}


def _about(table: Table, columns: Columns) -> list[str]:
    """Return what is to be said of a whole table, once."""
    said = []
    if columns.preset:
        said.append(" ".join((f"Read as a table of {columns.preset.name}.", columns.preset.says)))
    above = [number for number, _ in table.rows if number < columns.header_row]
    if above:
        rows = f"Rows 1 to {above[-1]} stand" if above[-1] > 1 else "Row 1 stands"
        said.append(f"{rows} above the names of the columns; left out.")
    if columns.says_minutes:
        named = shown(columns.says_minutes)
        said.append(f"The numbers under “{named}” were read as minutes: no hours are like that.")
    left = _names(columns, Field.LEAVE_OUT)
    if left:
        said.append(f"Left out, as you said: {left}.")
    kept = _names(columns, None)
    if kept:
        said.append(f"Kept as words with each activity: {kept}.")
    others = [f"“{shown(each)}”" for each in table.sheets if each != table.sheet]
    if others:
        stay = "stays" if len(others) == 1 else "stay"
        said.append(f"Read from the sheet “{shown(table.sheet)}”; {listed(others)} {stay} out.")
    return [each.strip() for each in said]


def _names(columns: Columns, feeds: Field | None) -> str:
    held = zip(columns.names, columns.feeds, strict=True)
    return listed([f"“{shown(name)}”" for name, each in held if each is feeds and name])


def _about_same(same: Sequence[Row]) -> list[str]:
    """Return what is said of activities that were written here and in the table alike."""
    named = [
        f"Row {row.number}: “{shown(row.activity.title)}” of "
        f"{words.day(row.activity.started_on) or 'no date'} is here already, and stays as it is."
        for row in same[: MOST_NAMED * 4]
    ]
    more = len(same) - len(named)
    return [*named, *([f"So it is with {count(more, 'more row')}."] if more else [])]


def _about_missing(missing: Sequence[str]) -> list[str]:
    if not missing:
        return []
    names = list(dict.fromkeys(f"“{shown(each)}”" for each in missing))
    more = [count(len(names) - MOST_NAMED, "other")] if len(names) > MOST_NAMED else []
    named = listed(names[:MOST_NAMED] + more)
    return [
        f"The table names files that are not in your evidence: {named}. "
        "Their names are kept with the activities; add the files on the Evidence page."
    ]


def _names_cpd(path: Path) -> bool:
    """Return whether a row near the top of a text file names the columns of a log of CPD."""
    return any(_is_of_cpd(row) for rows in beginning(path) for row in rows)


def _is_of_cpd(row: Sequence[str]) -> bool:
    if preset_of(row) or refusal(row):
        return True
    codes = {found[0] for each in row if each.strip() and (found := meaning(each))}
    return Field.DATE in codes and bool(codes & {Field.TITLE, Field.WHAT_I_DID})


def _always(_path: Path) -> bool:
    return True


WORKBOOK = Format(
    code="workbook",
    words="CPD in a workbook",
    endings=(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
    is_it=is_workbook,
    read=read_columns,
)
FORMAT = Format(
    code="table",
    words="CPD as a table of any kind",
    endings=(".csv", ".tsv", ".tab", ".txt"),
    is_it=_names_cpd,
    read=read_columns,
)
# What no other format knew may still be a table whose columns have to be asked about.
ANY = replace(FORMAT, is_it=_always)
