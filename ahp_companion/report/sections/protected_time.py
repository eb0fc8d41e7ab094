"""Protected time: agreed, taken and lost, month by month, for each side apart."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.preceptorship import Preceptorship, ends_on
from ...domain.protected_time import (
    Balance,
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    so_far,
)
from ...domain.protected_time import (
    of as of_side,
)
from ...domain.words import duration, month
from ..charts.protected_time import protected_time_chart, protected_time_in_words
from ..charts.style import PAPER
from ..flowables import Mark, Picture, group_heading, lead, wide
from ..fonts import SEMIBOLD
from ..parts import Part
from ..selection import Selection
from ..styles import CAPTION, TEXT_WIDTH
from ..tables import Column, Layout, Row, table

CHART_HEIGHT = 63 * mm
# More columns than this are too thin to hold their figure.
MOST_MONTHS_DRAWN = 24
MONTHS = Layout(
    columns=(
        Column("Month", 32),
        Column("Agreed", 18, right=True),
        Column("Taken", 22, right=True),
        Column("Lost", 22, right=True),
        Column("Own time", 20, right=True),
        Column("Still owed", 22, right=True),
        Column("Why it was lost", 34),
    ),
    above=2.5,
    below=4,
)
HOW_TO_READ = (
    "The stroke across each column is what was agreed; the filled part was taken, "
    "the hatched part was lost."
)


def protected_time(selection: Selection, held: Preceptorship | None, of: str) -> Part | None:
    """Return the part with the protected time of one preceptorship, or of none."""
    owner = held.id if held else None
    sides = {whose: _months(selection, owner, held, whose) for whose in Whose}
    sides = {whose: months for whose, months in sides.items() if months}
    if not sides:
        return None
    flowables: list[Flowable] = []
    for whose, months in sides.items():
        if len(sides) > 1:
            mark = Mark(key=f"time.{owner}.{whose}", title=f"{whose.label} time", level=1)
            flowables += group_heading(f"{whose.label} time", "", mark)
        flowables += _side(months)
    return Part(
        title="Protected time", says="Agreed, taken and lost, by month", flowables=flowables, of=of
    )


def _months(
    selection: Selection, owner: str | None, held: Preceptorship | None, whose: Whose
) -> tuple[Balance, ...]:
    """Return the months that the dates chosen touch, with sums that ran on from the beginning."""
    # All sessions count, whatever dates were chosen: what is owed does not begin with a page.
    sessions = of_side(
        [each for each in selection.whole.all(ProtectedTime) if each.preceptorship == owner], whose
    )
    agreements = [
        each
        for each in selection.whole.all(TimeAgreement)
        if each.preceptorship == owner and each.whose is whose
    ]
    last = _last(selection.on, held, sessions)
    from_on, to_on = selection.choice.from_on or date.min, selection.choice.to_on or date.max
    return tuple(
        each
        for each in by_month(agreements, sessions, on=last)
        if from_on.replace(day=1) <= each.from_on <= to_on
    )


def _last(on: date, held: Preceptorship | None, sessions: Sequence[ProtectedTime]) -> date:
    """Return the day to reckon to: nothing more is owed once a preceptorship has ended."""
    ended = ends_on(held) if held else None
    latest = max((each.on for each in sessions if each.on and each.on <= on), default=on)
    return min(on, max(ended, latest)) if ended else on


def _side(months: Sequence[Balance]) -> list[Flowable]:
    shown = months[-MOST_MONTHS_DRAWN:]
    chart = protected_time_chart(shown, PAPER, width=TEXT_WIDTH, height=CHART_HEIGHT)
    return [
        *lead(protected_time_in_words(months)),
        Picture(chart, before=10),
        *wide(f"Hours by month. {HOW_TO_READ}", CAPTION),
        *table(MONTHS, _rows(months)),
    ]


def _rows(months: Sequence[Balance]) -> list[Row]:
    rows, year = [], 0
    for each in months:
        name = month(each.from_on)
        rows.append(_row(name if each.from_on.year != year else name.rpartition(" ")[0], each))
        year = each.from_on.year
    whole = so_far(months)
    if whole and len(months) > 1:
        rows.append(_row("Together", whole, total=True))
    return rows


def _row(name: str, balance: Balance, *, total: bool = False) -> Row:
    amounts = (balance.agreed, balance.taken, balance.lost, balance.own, balance.owed)
    why = "" if total else "; ".join(balance.reasons)
    cells = (name, *(duration(each) if each else "–" for each in amounts), why)
    return Row(cells, face=SEMIBOLD, total=True) if total else Row(cells)
