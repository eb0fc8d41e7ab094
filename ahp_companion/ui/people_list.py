"""The people around the owner: who plays which part, and what has to be told apart."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..domain.people import (
    Person,
    PersonRole,
    has_own_profession_elsewhere,
    lacks_role_clarity,
    plays_both_parts,
)
from ..domain.preceptorship import Preceptorship, Side
from .board import Board, Section
from .buttons import button
from .desk import Desk
from .editor import Editor
from .entry_row import Entry
from .fields.choices import Chips, Choice
from .fields.links import Links
from .fields.texts import Line, Text
from .flow import FlowLayout
from .following import Following
from .forms import Field, Form
from .labels import PlainLabel, Size
from .preceptorship_form import profession_choice, save_preceptorship
from .remark import Remark

UNCLEAR = "Preceptor and clinical supervisor at once: say which part is meant when."


class PeopleList(QWidget):
    """Who supports this preceptorship, over everyone there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship: Preceptorship | None = None
        px = desk.theme.px
        self.alone = Remark(desk)
        self.contact_button = button(
            desk,
            "Add a contact of my profession",
            self.add_contact,
            icon="add",
            look="link",
            name="add-contact",
        )
        save = partial(save_preceptorship, desk.session)
        self.form = Form(desk, part_fields(), save=save)
        self.parts = self._parts()
        self.board = Board(
            desk,
            self._sections,
            {
                Person: partial(
                    Editor, desk, person_fields(), folded="How you met and keep in touch"
                )
            },
            follows=frozenset({"person"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(18), px(14), px(24))
        column.addWidget(self.parts)
        column.addWidget(self.board)
        column.addStretch(1)
        self.setMaximumWidth(px(720))
        follows = frozenset({"person"})
        self._following = Following(self, desk.session, follows, self._show_people)

    def show_preceptorship(self, preceptorship: Preceptorship | None) -> None:
        """Show who plays which part in a preceptorship; without one, everyone there is."""
        is_same = preceptorship == self._preceptorship
        self._preceptorship = preceptorship
        self.parts.setVisible(preceptorship is not None)
        if preceptorship is not None and not is_same:
            self.form.show_record(preceptorship)
        self._point_out()
        self.board.refresh()

    def open(self, person: Person) -> None:
        """Open a person."""
        self.board.open(person)

    def add_contact(self) -> None:
        """Add a contact of the owner's own profession, who works elsewhere."""
        self.board.add(self._new_contact)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        self.board.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _parts(self) -> QWidget:
        px = self._desk.theme.px
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(px(10), 0, px(10), px(14))
        column.setSpacing(px(10))
        column.addWidget(PlainLabel("In this preceptorship", Size.HEADING))
        column.addWidget(self.alone)
        contact = FlowLayout()
        contact.addWidget(self.contact_button)
        column.addLayout(contact)
        column.addWidget(self.form)
        return parts

    def _sections(self) -> Sequence[Section]:
        professions = self._desk.session.catalogue.professions
        people = sorted(self._desk.session.all(Person), key=_by_name)
        return (
            Section(
                key="person",
                heading="Everyone",
                entries=tuple(
                    person_entry(
                        each,
                        professions[each.profession].name if each.profession in professions else "",
                    )
                    for each in people
                ),
                nothing="Nobody yet. A preceptor, someone of your profession, a friend in the "
                "next team: support comes from more than one side.",
                add="Add a person",
                make=Person,
            ),
        )

    def _point_out(self) -> None:
        is_alone = self._preceptorship is not None and self._preceptorship.only_one_here
        people = self._desk.session.all(Person)
        wanted = is_alone and not has_own_profession_elsewhere(people)
        self.alone.set_value(
            "You are the only one of your profession here, and nobody of your profession "
            "elsewhere is on the list yet. Someone who does the same work can be far away."
            if wanted
            else ""
        )
        self.contact_button.setVisible(wanted)

    def _show_people(self) -> None:
        self._point_out()
        if self._preceptorship is not None and self.form.record is not None:
            # Names that can be chosen have changed; nothing here is typed into.
            self.form.show_record(self.form.record)

    def _new_contact(self) -> Person:
        code = self._desk.session.practitioner.profession
        return Person(roles=(PersonRole.SAME_PROFESSION,), profession=code)


def part_fields() -> tuple[Field, ...]:
    """Return the form that says who plays which part in a preceptorship."""
    return (
        Field(name="preceptor", label="Preceptor", make=_person, shown=_is_mine),
        Field(
            name="supervisor",
            label="Clinical supervisor",
            make=_person,
            beside=True,
            shown=_is_mine,
        ),
        Field(
            name="supporters",
            label="Also there for it",
            make=partial(Links, record=Person, add="Choose someone"),
        ),
    )


def person_fields() -> tuple[Field, ...]:
    """Return the form of a person."""
    return (
        Field(name="name", label="Name", make=Line),
        Field(name="roles", label="Parts", make=partial(Chips, values=PersonRole)),
        Field(
            name="clarity_remark",
            label="",
            make=Remark,
            read=_clarity_words,
            shown=lacks_role_clarity,
        ),
        Field(
            name="role_clarity",
            label="Which part is meant when",
            help="For example by day, by place, or by saying so at the start of each meeting.",
            make=partial(Text, lines=2),
            shown=plays_both_parts,
        ),
        Field(name="profession", label="Profession", make=profession_choice),
        Field(name="organisation", label="Where they work", make=Line, beside=True),
        Field(name="words", label="In a few words", make=partial(Text, lines=2)),
        Field(name="how_often", label="How often you meet", make=Line, is_folded=True),
        Field(name="contact", label="How to reach them", make=Line, is_folded=True),
        Field(name="how_met", label="How you met", make=Line, is_folded=True),
        Field(name="sector", label="Sector", make=Line, is_folded=True),
    )


def person_entry(person: Person, profession: str) -> Entry:
    """Return what the list says of a person."""
    parts = (*(role.label for role in person.roles), person.organisation)
    return Entry(
        record=person,
        title=person.name.strip() or "Someone not named yet",
        detail=" · ".join(part for part in parts if part),
        aside=(profession,) if profession else (),
        warning=UNCLEAR if lacks_role_clarity(person) else "",
    )


def _clarity_words(person: Person) -> str:
    return UNCLEAR if lacks_role_clarity(person) else ""


def _by_name(person: Person) -> tuple[bool, str]:
    return not person.name.strip(), person.name.casefold()


def _is_mine(preceptorship: Any) -> bool:
    return bool(preceptorship.side is Side.PRECEPTEE)


def _person(desk: Desk) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, each.name or "Not named yet") for each in desk.session.all(Person)]

    return Choice(desk, options, nothing="Nobody yet")
