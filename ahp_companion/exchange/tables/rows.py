"""A row of anybody's table as a CPD activity; what has no field, or cannot be read, is kept.

Nothing of a row is lost: a length of time that nobody can read, a date with a time of day, words
for a type that mean nothing here stand below the activity as the file had them.
"""

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...domain.cpd import CpdActivity, LearningType
from ...domain.words import fold, shortened
from ..reading import RowProblem
from ..strict import shown
from ..written_days import Days, Order, days
from .columns import Columns, called
from .held import ANSWERS, Held, held_of
from .lengths import lengths
from .presets import Field, plain
from .table import Cells, Table
from .words import is_private, learning_type, pillars

NAMESPACE = uuid.UUID("6f0a5d43-2f0e-5c52-9a55-0d6f0f6b7f31")
TOTAL = re.compile(
    r"(?:sub[- ]?|(?:grand|overall|running|monthly|yearly|annual)[- ])?totals?"
    r"(?: (?:cpd|of|no|number|all))*"
    r"(?: (?:hours|hrs|time|minutes|mins|duration|points|credits|activities|entries))?"
    r"\s*[:=]?\s*[\d.,:]*\s*(?:h|hrs?|hours?|m|mins?|minutes?)?"
)
# What stands under “Certificate?” where there is no name of a file; ticks are empty when plain.
NO_NAMES = frozenset({"", "y", "yes", "n", "no", "x", "true", "false"})
TIME_ALONE = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?\s*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that was read: its number, the activity, its evidence by name, what to say of it."""

    number: int
    activity: CpdActivity
    evidence: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def rows_of(table: Table, columns: Columns) -> tuple[list[Row], list[RowProblem]]:
    """Return the activities in a table, and the rows that cannot be read."""
    rows: list[Row] = []
    problems: list[RowProblem] = []
    seen: Counter[str] = Counter()
    header = [plain(each) for each in columns.names]
    for number, cells in table.rows:
        if number <= columns.header_row or [plain(each) for each in cells] == header[: len(cells)]:
            continue
        held = held_of(number, _mended(cells, columns), columns)
        if not held.cells and not held.kept:
            continue
        if _is_total(cells, held):
            continue
        try:
            row = _row(held, columns, table.name)
        except ValueError as reason:
            problems.append(RowProblem(number=number, why=str(reason)))
            continue
        rows.append(_known_by_contents(row, cells, columns, seen))
    return rows, problems


def _mended(cells: Cells, columns: Columns) -> Cells:
    """Return a row without the cell too many that a comma between date and time makes."""
    named = sum(1 for each in columns.names if each)
    for at, feeds in enumerate(columns.feeds[: len(cells) - 1]):
        is_too_many = columns.feeds[at + 1] in ANSWERS or len(cells) > named
        if feeds is Field.DATE and is_too_many and TIME_ALONE.fullmatch(cells[at + 1]):
            return (*cells[:at], f"{cells[at]} {cells[at + 1].strip()}", *cells[at + 2 :])
    return cells


def _is_total(cells: Cells, held: Held) -> bool:
    if Field.DATE in held.cells and days(held.text(Field.DATE)):
        return False
    return any(TOTAL.fullmatch(" ".join(fold(cell).split())) for cell in cells)


def _row(held: Held, columns: Columns, name: str) -> Row:
    _check_preset(held, columns)
    activity = CpdActivity(
        id="",
        title=_title(held, columns),
        learning_type=_learning_type(held, columns),
        pillars=pillars(held),
        provider=_joined(held, Field.PROVIDER, "; "),
        private=is_private(held),
        what_i_did=_joined(held, Field.WHAT_I_DID),
        what_i_learnt=_joined(held, Field.WHAT_I_LEARNT),
        benefit_to_practice=_joined(held, Field.BENEFIT_TO_PRACTICE),
        benefit_to_service_users=_joined(held, Field.BENEFIT_TO_SERVICE_USERS),
    )
    activity = _with_days(activity, held, columns.order or Order.DMY)
    minutes, with_others = lengths(held, columns)
    held.keep(Field.EVIDENCE)
    names = (text for _, text in held.cells.get(Field.EVIDENCE, ()))
    evidence = [each.strip() for text in names for each in re.split(r"[;\n|]", text)]
    return Row(
        number=held.number,
        activity=replace(
            activity,
            minutes=minutes,
            minutes_with_others=with_others,
            brought_along=_brought_along(held, name),
        ),
        evidence=tuple(each for each in evidence if each and plain(each) not in NO_NAMES),
        remarks=tuple(held.remarks),
    )


def _check_preset(held: Held, columns: Columns) -> None:
    preset = columns.preset
    if preset is None:
        return
    by_name = {plain(heading): text for heading, text in _all(held)}
    said = by_name.get(preset.only_in, "")
    word = re.split(r"[/#]", said.rstrip("/"))[-1]
    if preset.only and plain(word) not in preset.only:
        raise ValueError(f"it says “{shown(said)}”, and not that something was completed.")
    if preset.excepted and by_name.get(preset.except_in, "").casefold() in preset.excepted:
        raise ValueError("it was taken back by the program that wrote it.")


def _all(held: Held) -> Iterator[tuple[str, str]]:
    yield from held.kept
    for each in held.cells.values():
        yield from each


def _title(held: Held, columns: Columns) -> str:
    title = " ".join(held.text(Field.TITLE).split())
    for each in (Field.WHAT_I_DID, Field.LEARNING_TYPE, Field.WHAT_I_LEARNT, Field.PROVIDER):
        if title:
            return title
        title = shortened(held.text(each))
        if title and (Field.TITLE in columns.feeds or each is not Field.WHAT_I_DID):
            held.remarks.append(f"it has no title; it is called “{shown(title)}”.")
    if not title:
        raise ValueError("there is no title in it.")
    return title


def _learning_type(held: Held, columns: Columns) -> LearningType | None:
    fixed = columns.preset.learning_type if columns.preset else None
    return learning_type(held) or fixed


def _joined(held: Held, of: Field, between: str = "\n\n") -> str:
    found = held.cells.get(of, [])
    if len(found) < 2 or between != "\n\n":
        return between.join(text for _, text in found)
    # More than one question was answered; each answer stays with its question.
    return between.join(f"{heading}\n{text}" for heading, text in found)


def _with_days(activity: CpdActivity, held: Held, order: Order) -> CpdActivity:
    said, began, ended = Field.DATE, held.text(Field.DATE), held.text(Field.END_DATE)
    first, last = days(began, order), days(ended, order)
    if first is None and last is not None:
        held.keep(Field.DATE, "it says only when it ended; that is its date here.")
        said, began, ended, first, last = Field.END_DATE, ended, "", last, None
    if first is None:
        return _without_a_day(activity, held, began)
    held.remarks += _oddities(first, began)
    if not first.is_all:
        held.keep(said)
    until = (last.last or last.first) if last else None
    if ended and (until is None or until < first.first):
        held.keep(Field.END_DATE, _no_end(ended))
        until = None
    elif last and not last.is_all:
        held.keep(Field.END_DATE)
    until = until or first.last
    ended_on = until if until and until > first.first else None
    return replace(activity, started_on=first.first, ended_on=ended_on)


def _no_end(ended: str) -> str:
    # Beside a day, the hour at which it ended is nothing that somebody has to put right.
    if TIME_ALONE.fullmatch(ended):
        return ""
    return f"“{shown(ended)}” is no day on which it can have ended; kept as words."


def _without_a_day(activity: CpdActivity, held: Held, began: str) -> CpdActivity:
    why = f"“{shown(began)}” is no date" if began else "there is no date in it"
    # One filled cell under a table is a signature or a remark more often than an activity.
    if len(held.cells) + len(held.kept) < 2 + bool(began):
        raise ValueError(f"{why}.")
    held.keep(Field.DATE, f"{why}; the activity has none until you give it one.")
    held.keep(Field.END_DATE)
    return activity


def _oddities(first: Days, began: str) -> Iterator[str]:
    if first.is_month:
        yield f"“{shown(began)}” names no day; it stands on the first of the month."
    if first.is_turned:
        yield f"“{shown(began)}” can only be read the other way round, and was."


def _brought_along(held: Held, name: str) -> str:
    lines = [f"{heading}: {text}" for heading, text in dict.fromkeys(held.kept)]
    return "\n".join([*lines, f"From “{shown(name)}”, row {held.number}"])


def _known_by_contents(row: Row, cells: Cells, columns: Columns, seen: Counter[str]) -> Row:
    """Return a row with an id made from what it says, whatever its columns are taken for."""
    said = {
        plain(called(columns.names[at], at)): " ".join(cell.split())
        for at, cell in enumerate(cells)
        if cell.strip()
    }
    contents = json.dumps(said, sort_keys=True)
    seen[contents] += 1
    made = str(uuid.uuid5(NAMESPACE, f"{contents} {seen[contents]}"))
    return replace(row, activity=replace(row.activity, id=made))
