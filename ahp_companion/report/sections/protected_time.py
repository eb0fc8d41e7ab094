"""Protected time: agreed, taken and lost, month by month, for each side apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.portfolio import works_alone
from ...domain.preceptorship import Preceptorship, Side, ends_on
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
from ..flowables import Mark, Picture, caption, lead, record_heading
from ..fonts import SEMIBOLD
from ..parts import Part
from ..selection import Selection
from ..styles import TEXT_WIDTH
from ..tables import Column, Layout, Row, table

CHART_HEIGHT = 63 * mm
ROOM_FOR_CHART = CHART_HEIGHT + 130
# More columns than this are too thin to hold their figure.
MOST_MONTHS_DRAWN = 24
AMOUNTS = ("Agreed", "Taken", "Lost", "Still owed", "Own time")
AMOUNT_WIDTH, MONTH_WIDTH, AIR = 20, 29, 5
HOW_TO_READ = (
    "The stroke across each column is what was agreed; the filled part was taken, "
    "the hatched part was lost."
)
AHEAD = " A minus before what is owed means that more was taken than agreed by then."


def protected_time(selection: Selection, held: Preceptorship | None, of: str) -> Part | None:
    """Return the part with the protected time of one preceptorship, or of none."""
    owner = held.id if held else None
    sides = {whose: _months(selection, owner, held, whose) for whose in Whose}
    sides = {whose: months for whose, months in sides.items() if months}
    if not sides:
        return None
    flowables: list[Flowable] = []
    is_alone = works_alone(selection.whole, held)
    for whose, months in sides.items():
        if len(sides) > 1:
            title = whose_time(whose, held)
            mark = Mark(key=f"time.{owner}.{whose}", title=title, level=1)
            flowables += record_heading(title, "", mark, room=ROOM_FOR_CHART)
        flowables += _side(months, is_alone=is_alone)
    return Part(
        title="Protected time", says="Agreed, taken and lost, by month", flowables=flowables, of=of
    )


def whose_time(whose: Whose, held: Preceptorship | None) -> str:
    """Return whose time it is as its owner says it: "My time", or the other side's."""
    own = Whose.PRECEPTOR if held and held.side is Side.PRECEPTOR else Whose.PRECEPTEE
    return "My time" if whose is own else f"{whose.label} time".replace("'", "’")


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
    ended = ends_on(held) if held else None
    if ended:
        # Nothing is promised for the days after a preceptorship, even where no last day was set.
        agreements = [replace(each, to_on=min(each.to_on or ended, ended)) for each in agreements]
    last = _last(selection.on, held, sessions)
    from_on, to_on = selection.choice.from_on or date.min, selection.choice.to_on or date.max
    return tuple(
        each
        for each in _without_end(by_month(agreements, sessions, on=last))
        if from_on.replace(day=1) <= each.from_on <= to_on
    )


def _last(on: date, held: Preceptorship | None, sessions: Sequence[ProtectedTime]) -> date:
    """Return the day to reckon to: nothing more is owed once a preceptorship has ended."""
    ended = ends_on(held) if held else None
    latest = max((each.on for each in sessions if each.on and each.on <= on), default=on)
    return min(on, max(ended, latest)) if ended else on


def _side(months: Sequence[Balance], *, is_alone: bool) -> list[Flowable]:
    shown = months[-MOST_MONTHS_DRAWN:]
    ahead = any(each.owed < 0 for each in months)
    said = protected_time_in_words(months, is_alone=is_alone)
    chart = protected_time_chart(
        shown, PAPER, width=TEXT_WIDTH, height=CHART_HEIGHT, is_alone=is_alone
    )
    return [
        *lead(said),
        Picture(chart, said, before=10),
        *caption(f"Hours by month. {HOW_TO_READ}{AHEAD if ahead else ''}"),
        *_table(months),
    ]


def _table(months: Sequence[Balance]) -> list[Flowable]:
    """Return the months as rows; time of one's own has a column only where there was any."""
    heads = AMOUNTS if any(each.own for each in months) else AMOUNTS[:-1]
    columns = (
        Column("Month", MONTH_WIDTH),
        *(Column(head, AMOUNT_WIDTH, right=True) for head in heads),
        Column("", AIR),
        Column("Why it was lost", 170 - MONTH_WIDTH - AIR - AMOUNT_WIDTH * len(heads)),
    )
    rows, year = [], 0
    for each in months:
        name = month(each.from_on)
        shown = name if each.from_on.year != year else name.rpartition(" ")[0]
        rows.append(Row((shown, *_amounts(each)[: len(heads)], "", "; ".join(each.reasons))))
        year = each.from_on.year
    whole = so_far(months)
    if whole and len(months) > 1:
        cells = ("Together", *_amounts(whole)[: len(heads)], "", "")
        rows.append(Row(cells, face=SEMIBOLD, total=True))
    return table(Layout(columns=columns, above=2.5, below=4), rows)


def _amounts(balance: Balance) -> list[str]:
    held = (balance.agreed, balance.taken, balance.lost, balance.owed, balance.own)
    return [duration(each) if each else "–" for each in held]


def _without_end(months: Sequence[Balance]) -> tuple[Balance, ...]:
    """Return the months up to the last in which anything was agreed, taken or lost."""
    spent = [each.agreed or each.taken or each.lost or each.own for each in months]
    last = max((at for at, minutes in enumerate(spent) if minutes), default=-1)
    return tuple(months[: last + 1])
