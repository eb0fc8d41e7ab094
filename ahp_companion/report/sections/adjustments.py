"""Access and adjustments: what is arranged differently, so that the work can be done well."""

from ...domain.access import Adjustment
from ...domain.preceptorship import Preceptorship
from ...domain.words import day
from ..flowables import lead
from ..parts import Part
from ..selection import Selection
from ..tables import Column, Layout, Row, table
from ..text import stacked

ADJUSTMENTS = Layout(
    columns=(
        Column("What", 62),
        Column("Why", 48),
        Column("Asked of", 28),
        Column("In place", 32),
    )
)
LEAD = "What is arranged differently, so that the work can be done well."


def adjustments(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part with the adjustments that leave; None where none does."""
    rows = [_row(each) for each in selection.portfolio.of(Adjustment, held.id)]
    if not rows:
        return None
    return Part(
        title="Access and adjustments",
        says="What is arranged differently",
        flowables=[*lead(LEAD), *table(ADJUSTMENTS, rows)],
        of=of,
        is_short=True,
    )


def _row(held: Adjustment) -> Row:
    words = f"{held.words} (private)" if held.private else held.words
    again = f"to be looked at again {day(held.review_on)}" if held.review_on else ""
    place = day(held.in_place_on) or "Not yet"
    return Row((words, held.why, held.asked_of, stacked(place, again)))
