"""The contacts with one person: each a line that opens, under the person's own form."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.contacts import Contact, Manner, contacts_in_words
from ....domain.words import day, duration
from ...board import Board, Section
from ...desk import Desk
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Choice, of_words
from ...fields.control import Control
from ...fields.moments import Day, Minutes
from ...fields.texts import Text
from ...forms import Field
from .plan_entries import first_line


class ContactLog(Control):
    """The contacts with one person; its value is that person's id, which never changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person = ""
        self.board = Board(
            desk,
            self._sections,
            {Contact: partial(Editor, desk, contact_fields())},
            follows=frozenset({"contact"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def value(self) -> str:
        """Return the person's id."""
        return self._person

    def set_value(self, value: Any) -> None:
        """Show the contacts with a person."""
        if value != self._person:
            self.board.put_away()
            self._person = value
        self.board.refresh()

    def open(self, contact: Contact) -> None:
        """Open a contact."""
        self.board.open(contact)

    def focus_widget(self) -> QWidget:
        """Return the lines."""
        return self.board

    def is_being_typed_in(self) -> bool:
        """Return that it can show another person at any time."""
        return False

    def flush(self) -> None:
        """Save what is being typed."""
        self.board.flush()

    def set_names(self, label: str, _help_words: str, name: str) -> None:
        """Name the group; its parts have names of their own."""
        self.setAccessibleName(label)
        self.setObjectName(name)

    def _sections(self) -> Sequence[Section]:
        held = sorted(self._desk.session.all(Contact, person=self._person), key=_when, reverse=True)
        return (
            Section(
                key="contact",
                heading="Contacts",
                means=contacts_in_words(held),
                entries=tuple(contact_entry(each) for each in held),
                nothing="Nothing logged yet. A line each time you were in touch is enough.",
                add="Log a contact",
                make=self._new_contact,
            ),
        )

    def _new_contact(self) -> Contact:
        return Contact(person=self._person, on=self._desk.session.today())


def contact_fields() -> tuple[Field, ...]:
    """Return the form of a contact."""
    return (
        Field(
            name="words",
            label="In a line or two",
            help="Nothing here that could name or describe a patient.",
            make=partial(Text, lines=2),
        ),
        Field(name="on", label="On", make=Day),
        Field(name="manner", label="How", make=_manner, beside=True),
        Field(name="minutes", label="How long", make=Minutes, beside=True),
    )


def contact_entry(contact: Contact) -> Entry:
    """Return what a line says of a contact."""
    how = contact.manner.label if contact.manner else ""
    return Entry(
        record=contact,
        title=first_line(contact.words) or "In touch",
        detail=" · ".join(part for part in (how, duration(contact.minutes)) if part),
        aside=tuple(part for part in (day(contact.on),) if part),
    )


def _manner(desk: Desk) -> Choice:
    return Choice(desk, of_words(Manner), nothing="Not chosen yet")


def _when(contact: Contact) -> str:
    return contact.on.isoformat() if contact.on else ""
