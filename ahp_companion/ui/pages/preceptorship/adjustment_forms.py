"""Access and adjustments: their form, private at first, and what a line says of each."""

from functools import partial

from ....domain.access import Adjustment
from ....domain.words import day
from ...entry_row import Entry
from ...fields.moments import Day
from ...fields.privacy import Privacy
from ...fields.texts import Line, Text
from ...forms import Field
from ...rows import State
from .plan_entries import first_line


def adjustment_fields() -> tuple[Field, ...]:
    """Return the form of an adjustment."""
    return (
        Field(
            name="words",
            label="What is arranged differently",
            help="Hours, a chair, a screen reader, a quiet room, prayer times, a lift to the "
            "meeting: whatever makes it possible to do the work well.",
            make=partial(Text, lines=2),
        ),
        Field(name="private", label="", make=Privacy),
        Field(name="why", label="Why it helps", make=partial(Text, lines=2)),
        Field(name="asked_of", label="Whom I asked", make=Line),
        Field(name="in_place_on", label="In place since", make=Day, beside=True),
        Field(name="review_on", label="Look at it again on", make=Day, beside=True),
    )


def adjustment_entry(adjustment: Adjustment) -> Entry:
    """Return what a line says of an adjustment: first of all whether it is private."""
    since = f"in place since {day(adjustment.in_place_on)}" if adjustment.in_place_on else ""
    asked = f"asked of {adjustment.asked_of}" if adjustment.asked_of else ""
    again = f"looked at again on {day(adjustment.review_on)}" if adjustment.review_on else ""
    return Entry(
        record=adjustment,
        title=first_line(adjustment.words) or "Not written yet",
        detail=" · ".join(part for part in (since, asked, again) if part),
        state=State(icon="private", word="Private")
        if adjustment.private
        else State(icon="shared", word="In what you export"),
    )
