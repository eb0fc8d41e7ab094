"""Coming back, or from elsewhere: updating, what to look at again, what counts from before."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.preceptorship import Preceptorship
from ...domain.returning import (
    Equivalent,
    Recheck,
    Updating,
    days,
    minutes_by_kind,
)
from ...domain.words import day, duration, inside, listed
from ..flowables import caption, lead
from ..parts import Part
from ..selection import Selection
from ..styles import STATEMENT
from ..tables import Column, Layout, Row, table
from ..text import stacked

UPDATING = Layout(
    columns=(
        Column("When", 32),
        Column("What", 60),
        Column("Kind", 34),
        Column("With", 27),
        Column("Time", 17, right=True),
    )
)
RECHECKS = Layout(
    columns=(
        Column("What", 52),
        Column("How", 48),
        Column("By", 32),
        Column("Looked at again", 38),
    )
)
EQUIVALENTS = Layout(
    columns=(
        Column("What", 52),
        Column("Where", 40),
        Column("Where it stands", 40),
        Column("What comes next", 38),
    )
)
A_DAY = "A day is counted as seven hours, to the nearest half."


def returning(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part about coming back or from elsewhere; None where nothing of it is written."""
    updating = selection.portfolio.of(Updating, held.id)
    flowables = [
        *_updating(updating),
        *_rechecks(selection.portfolio.of(Recheck, held.id)),
        *_equivalents(selection.portfolio.of(Equivalent, held.id)),
    ]
    if not flowables:
        return None
    return Part(
        title="Coming back, or from elsewhere",
        says="Updating, what to look at again, what counts from before",
        flowables=[*lead(_totals(updating)), *flowables],
        of=of,
        is_short=True,
    )


def _totals(updating: Sequence[Updating]) -> str:
    said = [
        f"{days(minutes)} of {kind.label.lower()}"
        for kind, minutes in minutes_by_kind(updating).items()
        if minutes
    ]
    return f"Updating so far: {listed(said)}." if said else ""


def _updating(held: Sequence[Updating]) -> list[Flowable]:
    rows = [
        Row((day(each.on) or "No date yet", each.words, each.kind.label, each.with_whom,
             duration(each.minutes) or "–"))
        for each in held
    ]  # fmt: skip
    made = table(UPDATING, rows, title="Updating")
    return [*made, *caption(A_DAY)] if made else []


def _rechecks(held: Sequence[Recheck]) -> list[Flowable]:
    rows = [
        Row((each.words, each.how, day(each.due_on) or "–", _looked_at(each)), first=STATEMENT)
        for each in held
    ]
    return table(RECHECKS, rows, title="What to look at again before it is relied upon")


def _looked_at(held: Recheck) -> str:
    whom = f"with {inside(held.with_whom)}" if held.with_whom else ""
    return stacked(day(held.rechecked_on) or "Not yet", whom)


def _equivalents(held: Sequence[Equivalent]) -> list[Flowable]:
    rows = [
        Row((each.words, each.where, _standing(each), each.what_next), first=STATEMENT)
        for each in held
    ]
    return table(EQUIVALENTS, rows, title="Training and experience from elsewhere")


def _standing(held: Equivalent) -> str:
    by = f"by {inside(held.settled_by)}" if held.settled_by else ""
    return stacked(held.standing.label, day(held.settled_on), by)
