"""The forms of what comes before: coming back after time away, and from elsewhere."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ....domain.returning import (
    Equivalent,
    Recheck,
    Standing,
    Updating,
    UpdatingKind,
    is_overdue,
    recheck_words,
)
from ....domain.words import day, duration
from ...desk import Desk
from ...entry_row import Entry
from ...fields.choices import Choice, of_words
from ...fields.moments import Day, Minutes, Number
from ...fields.texts import Line, Text
from ...forms import Field
from ...rows import State
from .plan_entries import first_line

MOST_MONTHS, MOST_YEARS = 600, 60
STANDINGS = {
    Standing.ASKED: State(icon="under-way", word="Asked"),
    Standing.ACCEPTED: State(icon="done", word="Accepted", role="accent"),
    Standing.REPEAT: State(icon="to-do", word="To be done again here"),
}


def away_fields() -> tuple[Field, ...]:
    """Return the form of the time away, over the preceptorship itself."""
    return (
        Field(
            name="away_months",
            label="Months away",
            make=partial(Number, example="9", width=110),
            write=partial(_bounded, "away_months", MOST_MONTHS),
        ),
        Field(
            name="practised_years",
            label="Years of practice before",
            make=partial(Number, example="8", width=110),
            beside=True,
            write=partial(_bounded, "practised_years", MOST_YEARS),
        ),
        Field(
            name="away_words",
            label="What the time away means for it",
            make=partial(Text, lines=2),
        ),
    )


def updating_fields() -> tuple[Field, ...]:
    """Return the form of an entry of updating."""
    return (
        Field(name="words", label="What it was", make=partial(Text, lines=2)),
        Field(name="kind", label="Kind", make=_kind),
        Field(name="on", label="On", make=Day, beside=True),
        Field(name="minutes", label="How long", make=Minutes, beside=True),
        Field(name="with_whom", label="With whom", make=Line),
    )


def recheck_fields() -> tuple[Field, ...]:
    """Return the form of something to look at again."""
    return (
        Field(name="words", label="What to look at again", make=Line),
        Field(
            name="how",
            label="How",
            help="Beside somebody, in a quiet hour, with a guideline open.",
            make=partial(Text, lines=2),
        ),
        Field(name="due_on", label="By", make=Day),
        Field(name="rechecked_on", label="Looked at on", make=Day, beside=True),
        Field(name="with_whom", label="With whom", make=Line, beside=True),
    )


def equivalent_fields() -> tuple[Field, ...]:
    """Return the form of training or experience from elsewhere."""
    return (
        Field(name="words", label="Training or experience", make=Line),
        Field(name="where", label="Where", make=Line),
        Field(name="standing", label="Where it stands", make=_standing, beside=True),
        Field(name="settled_on", label="Settled on", make=Day, shown=_is_settled),
        Field(name="settled_by", label="Settled by", make=Line, beside=True, shown=_is_settled),
        Field(name="what_next", label="What follows from it", make=partial(Text, lines=2)),
    )


def updating_entry(updating: Updating) -> Entry:
    """Return what a line says of an entry of updating."""
    with_whom = f"with {updating.with_whom}" if updating.with_whom else ""
    return Entry(
        record=updating,
        title=first_line(updating.words) or updating.kind.label,
        detail=" · ".join(part for part in (updating.kind.label, with_whom) if part),
        aside=tuple(part for part in (day(updating.on), duration(updating.minutes)) if part),
    )


def recheck_entry(recheck: Recheck, *, on: date) -> Entry:
    """Return what a line says of something to look at again; what is overdue says so in words."""
    late = is_overdue(recheck, on=on)
    return Entry(
        record=recheck,
        title=first_line(recheck.words) or "Not named yet",
        detail=recheck_words(recheck),
        state=State(icon="done", word="Done", role="accent")
        if recheck.rechecked_on
        else State(icon="to-do", word="To do"),
        warning="Overdue: the day has passed. Look at it first, or move the day." if late else "",
    )


def equivalent_entry(equivalent: Equivalent) -> Entry:
    """Return what a line says of something from elsewhere."""
    by = f"by {equivalent.settled_by}" if equivalent.settled_by else ""
    return Entry(
        record=equivalent,
        title=first_line(equivalent.words) or "Not named yet",
        detail=" · ".join(
            part for part in (equivalent.where, by, first_line(equivalent.what_next)) if part
        ),
        aside=tuple(part for part in (day(equivalent.settled_on),) if part),
        state=STANDINGS[equivalent.standing],
    )


def _kind(desk: Desk) -> Choice:
    return Choice(desk, of_words(UpdatingKind))


def _standing(desk: Desk) -> Choice:
    return Choice(desk, of_words(Standing))


def _is_settled(equivalent: Any) -> bool:
    return equivalent.standing is not Standing.ASKED or equivalent.settled_on is not None


def _bounded(name: str, most: int, preceptorship: Any, number: int | None) -> Any:
    kept = None if number is None else min(max(number, 0), most)
    return replace(preceptorship, **{name: kept})
