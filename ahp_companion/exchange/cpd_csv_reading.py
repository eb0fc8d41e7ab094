"""CPD activities from a table that someone kept in a spreadsheet, row by row.

A row that cannot be read is named by its number, as the spreadsheet numbers it, and the rest
still comes in. Ids are made from what a row says, so that the same file twice brings nothing in
twice; a row that this portfolio itself once wrote out is known again by its contents.
"""

import csv
import io
import json
import re
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from ..domain.changes import Edit
from ..domain.cpd import CpdActivity, LearningType
from ..domain.evidence import Evidence
from ..domain.pillars import Pillar
from ..domain.portfolio import Portfolio
from ..domain.problems import ProblemError
from ..domain.words import fold, listed
from .cpd_csv import BETWEEN, COLUMNS, cells
from .csv_cells import bare, long_cells, text_of
from .importing import Incoming, incoming
from .reading import Format, Reading, RowProblem
from .strict import LAST_YEAR, shown
from .tables.text import beginning
from .written_days import Order, days, has_order, settled
from .written_hours import length

NAMESPACE = uuid.UUID("0d3c6f5e-7c0b-5a43-8f43-5a1d4b8e2c19")
NEEDED = ("date", "title")
DELIMITERS = ",;\t"
MOST_ROWS = 100_000
# Evidence can be renamed and privacy decided anew; neither makes it another activity.
TELLING = tuple(name for name in COLUMNS if name not in ("evidence", "private"))
# Nobody else calls columns by these.
OURS_ALONE = frozenset(name for name in COLUMNS if "_" in name)
YES, NO = ("yes", "y", "true"), ("", "no", "n", "false")

W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that was read: its number, the activity, and the titles of its evidence."""

    number: int
    activity: CpdActivity
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CpdTable:
    """A table of CPD activities as it was read."""

    name: str
    rows: tuple[Row, ...]
    problems: tuple[RowProblem, ...]
    remarks: tuple[str, ...] = ()


def read_cpd_csv(path: Path) -> CpdTable:
    """Return the activities in a CSV, and the rows that cannot be read.

    Raises ProblemError for a file that is no such table at all.
    """
    text = text_of(path)
    header, lines = _table(path, text)
    rows, problems = [], []
    # A day that leaves its order open is read as in Britain.
    order = settled(cell for _, line in lines for cell in _dates(header, line)).order or Order.DMY
    seen: Counter[str] = Counter()
    for number, line in lines:
        if any(cell.strip() for cell in line):
            try:
                row = _row(number, header, line, order)
            except ValueError as reason:
                problems.append(RowProblem(number=number, why=str(reason)))
                continue
            rows.append(_known_by_contents(row, seen))
    unknown = [name for name in header if name not in COLUMNS and name]
    remarks = [f"Kept as words with each activity: {listed(unknown)}."] if unknown else []
    return CpdTable(
        name=path.name, rows=tuple(rows), problems=tuple(problems), remarks=tuple(remarks)
    )


def importing_cpd(table: CpdTable, portfolio: Portfolio) -> Incoming:
    """Return what a table brings into a portfolio: only activities that are not there yet."""
    activities = {each.id: each for each in portfolio.all(CpdActivity)}
    by_title: dict[str, list[str]] = {}
    for each in portfolio.all(Evidence):
        by_title.setdefault(_alike(each.title or each.file_name), []).append(each.id)
    fresh = [row for row in table.rows if row.activity.id not in activities]
    claimed = {row.activity.id for row in table.rows} & activities.keys()
    # Activities that no row claims by its id may be what a row says all the same.
    there = Counter(_contents(each) for key, each in activities.items() if key not in claimed)
    edits, remarks = [], list(table.remarks)
    for row in fresh:
        contents = _contents(row.activity)
        if there[contents]:
            there[contents] -= 1
            continue
        found = [by_title.get(_alike(title), []) for title in row.evidence]
        remarks += [
            f"Row {row.number}: there is no evidence called “{shown(title)}” here; "
            "the activity came without it."
            for title, held in zip(row.evidence, found, strict=True)
            if len(held) != 1
        ]
        linked = tuple(dict.fromkeys(held[0] for held in found if len(held) == 1))
        edits.append(Edit(after=replace(row.activity, evidence=linked)))
    return incoming(
        edits,
        words=f"Brought in CPD from “{table.name}”",
        present=len(table.rows) - len(edits),
        remarks=remarks,
    )


def _table(path: Path, text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        with long_cells():
            delimiter = next((each for each in DELIMITERS if _names_columns(text, each)), "")
            if not delimiter:
                raise _nameless(path)
            rows = csv.reader(io.StringIO(text, ""), delimiter=delimiter)
            lines = list(enumerate(islice(rows, MOST_ROWS + 2), start=1))
    except csv.Error as reason:
        raise ProblemError(
            f"“{path.name}” is not a CSV: {reason}.", means="Nothing was brought in."
        ) from reason
    if len(lines) > MOST_ROWS + 1:
        raise ProblemError(f"“{path.name}” has more than {MOST_ROWS:,} rows.")
    header = _names(lines[0][1])
    twice = [name for name, times in Counter(header).items() if times > 1 and name in COLUMNS]
    if twice:
        raise ProblemError(f"“{path.name}” has two columns called {listed(twice)}.")
    return header, lines[1:]


def _names_columns(text: str, delimiter: str) -> bool:
    first = next(csv.reader(io.StringIO(text, ""), delimiter=delimiter), [])
    return set(NEEDED) <= set(_names(first))


def _dates(header: list[str], line: list[str]) -> Iterator[str]:
    for name, cell in zip(header, line, strict=False):
        if name in ("date", "end_date"):
            yield cell


def _names(header: list[str]) -> list[str]:
    return [bare(cell).strip().casefold() for cell in header]


def _nameless(path: Path) -> ProblemError:
    return ProblemError(
        f"“{path.name}” does not begin with the names of its columns.",
        means="Without “date” and “title” in the first row, the rest cannot be understood.",
        advice=f"The columns are {', '.join(COLUMNS)}.",
    )


def _row(number: int, header: list[str], line: list[str], order: Order) -> Row:
    if any(cell.strip() for cell in line[len(header) :]):
        raise ValueError(
            "it has more cells than there are columns; text with a comma in it needs quotes."
        )
    held = {name: bare(cell) for name, cell in zip(header, line, strict=False)}
    text = {name: held.get(name, "").strip() for name in COLUMNS}
    activity = CpdActivity(
        id="",
        title=_needed(text, "title"),
        started_on=_day(_needed(text, "date"), "date", order),
        ended_on=_day(text["end_date"], "end_date", order),
        learning_type=_word(LearningType, text["learning_type"], "learning_type"),
        pillars=_pillars(text["pillars"]),
        minutes=_minutes(text["hours"], "hours"),
        minutes_with_others=_minutes(text["hours_with_others"], "hours_with_others"),
        what_i_did=held.get("what_i_did", ""),
        what_i_learnt=held.get("what_i_learnt", ""),
        benefit_to_practice=held.get("benefit_to_practice", ""),
        benefit_to_service_users=held.get("benefit_to_service_users", ""),
        private=_yes(text["private"]),
        brought_along="\n".join(
            f"{name}: {cell.strip()}"
            for name, cell in held.items()
            if name not in COLUMNS and name and cell.strip()
        ),
    )
    if activity.started_on and activity.ended_on and activity.ended_on < activity.started_on:
        raise ValueError(f"it ends ({text['end_date']}) before it starts ({text['date']}).")
    titles = (each.strip() for each in text["evidence"].split(BETWEEN))
    return Row(number=number, activity=activity, evidence=tuple(each for each in titles if each))


def _needed(text: Mapping[str, str], name: str) -> str:
    if not text[name]:
        raise ValueError(f"“{name}” is empty.")
    return text[name]


def _day(text: str, name: str, order: Order) -> date | None:
    if not text:
        return None
    found = days(text, order)
    if found is None or found.last or not found.is_all or found.first.year > LAST_YEAR:
        raise ValueError(
            f"“{name}” is “{shown(text)}”, which is no date; write 2026-03-12 or 12/03/2026."
        )
    return found.first


def _minutes(text: str, name: str) -> int | None:
    if text.startswith(("-", "−")):
        raise ValueError(f"“{name}” is “{shown(text)}”; hours cannot be less than none.")
    try:
        found = length(text)
    except ValueError:
        raise ValueError(f"“{name}” is “{shown(text)}”; write hours as 1.5 or as 1:30.") from None
    return found.minutes if found else None


def _pillars(text: str) -> tuple[Pillar, ...]:
    found = (_word(Pillar, each.strip(), "pillars") for each in text.split(BETWEEN))
    return tuple(dict.fromkeys(each for each in found if each))


def _word(words: type[W], text: str, name: str) -> W | None:
    if not text:
        return None
    for each in words:
        if _alike(text) in (_alike(each.value), _alike(getattr(each, "label", ""))):
            return each
    raise ValueError(f"“{name}” is “{shown(text)}”; it can be {', '.join(words)}.")


def _yes(text: str) -> bool:
    if text.casefold() not in YES + NO:
        raise ValueError(f"“private” is “{shown(text)}”; it can be yes or no.")
    return text.casefold() in YES


def _alike(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _contents(activity: CpdActivity) -> str:
    by_column = dict(zip(COLUMNS, cells(activity, {}), strict=True))
    return json.dumps([" ".join(by_column[name].split()) for name in TELLING])


def _known_by_contents(row: Row, seen: Counter[str]) -> Row:
    contents = _contents(row.activity)
    seen[contents] += 1
    made = str(uuid.uuid5(NAMESPACE, f"{contents} {seen[contents]}"))
    return replace(row, activity=replace(row.activity, id=made))


def _read(path: Path) -> Reading:
    table = read_cpd_csv(path)
    return Reading(format=FORMAT.code, into=partial(importing_cpd, table), problems=table.problems)


def _is_it(path: Path) -> bool:
    """Return whether a file begins with our own names of columns, as we write them."""
    for rows in beginning(path, MOST_ROWS):
        names = [bare(cell).strip() for cell in rows[0]] if rows else []
        if set(NEEDED) <= set(names) <= set(COLUMNS):
            dates = [cell for row in rows[1:] for cell in _dates(names, row)]
            # Two or three short names are anybody's, and so may the days below them be written.
            return bool(OURS_ALONE & set(names)) or not any(map(_is_doubtful, dates))
    return False


def _is_doubtful(text: str) -> bool:
    found = days(text)
    return has_order(text) or (found is not None and not (found.is_all and found.last is None))


FORMAT = Format(code="cpd-csv", words="CPD as a table", endings=(".csv",), is_it=_is_it, read=_read)
