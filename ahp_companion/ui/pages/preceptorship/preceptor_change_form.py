"""The form of a change of preceptor, and what a line says of it."""

from functools import partial

from ....domain.people import Person
from ....domain.preceptor_changes import PreceptorChange
from ....domain.words import day
from ...entry_row import Entry
from ...fields.moments import Day
from ...fields.texts import Text
from ...forms import Field
from ...session import Session
from .plan_entries import first_line


def change_fields() -> tuple[Field, ...]:
    """Return the form of a change of preceptor; who it was between stays as it was."""
    return (
        Field(name="why", label="Why", make=partial(Text, lines=2)),
        Field(name="on", label="On", make=Day),
        Field(name="handed_on", label="What was handed on", make=partial(Text, lines=3)),
        Field(name="still_open", label="What is still open", make=partial(Text, lines=2)),
    )


def change_entry(session: Session, change: PreceptorChange) -> Entry:
    """Return what a line says of a change: from whom to whom, and when."""
    before = session.get(Person, change.from_person)
    after = session.get(Person, change.to_person)
    left = f"still open: {first_line(change.still_open)}" if change.still_open else ""
    return Entry(
        record=change,
        title=f"From {_name(before)} to {_name(after)}",
        detail=" · ".join(part for part in (first_line(change.handed_on), left) if part),
        aside=tuple(part for part in (day(change.on),) if part),
    )


def _name(person: Person | None) -> str:
    return (person.name.strip() if person else "") or "someone not named"
