"""The people around the owner: who plays which part, and what has to be told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.contacts import Contact, contacts_in_words
from ....domain.people import (
    Person,
    PersonRole,
    has_own_profession_elsewhere,
    lacks_role_clarity,
)
from ....domain.preceptor_changes import PreceptorChange
from ....domain.preceptorship import Preceptorship, Side
from ...board import Board, Section
from ...buttons import button
from ...desk import Desk
from ...dialogs.change_preceptor import ChangePreceptor
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Chips, Choice
from ...fields.links import Links
from ...fields.texts import Line, Text
from ...flow import FlowLayout
from ...following import Following
from ...forms import Field, Form
from ...labels import PlainLabel, Size
from ...remark import Remark
from .contact_log import ContactLog
from .details_form import profession_choice
from .preceptor_change_form import change_entry, change_fields
from .role_clarity import HELP, LABEL, RolesHere, RolesOfPerson
from .tab_bar import column_in

UNCLEAR = "Preceptor and clinical supervisor at once: say which part is meant when."


class PeopleList(QWidget):
    """Who supports this preceptorship, over everyone there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship: Preceptorship | None = None
        self.alone = Remark(desk)
        self.contact_button = button(
            desk,
            "Add a contact of my profession",
            self.add_contact,
            icon="add",
            look="link",
            name="add-contact",
        )
        self.clarity = RolesHere(desk)
        self.clarity.saved.connect(self._show_people)
        self._roles = RolesOfPerson(desk.session)
        self.form = Form(desk, part_fields(self.clarity), save=self.clarity.save)
        self.change_button = button(
            desk, "Change preceptor", self.change_preceptor, icon="people", name="change-preceptor"
        )
        self.parts = self._parts()
        self.board = Board(
            desk,
            self._sections,
            {
                Person: self._person_editor,
                PreceptorChange: partial(Editor, desk, change_fields()),
            },
            follows=frozenset({"person", "contact", "preceptor_change"}),
        )
        column = column_in(desk, self)
        column.addWidget(self.parts)
        column.addWidget(self.board)
        follows = frozenset({"person", "preceptorship"})
        self._following = Following(self, desk.session, follows, self._show_people)

    def show_preceptorship(self, preceptorship: Preceptorship | None) -> None:
        """Show who plays which part in a preceptorship; without one, everyone there is."""
        is_same = preceptorship == self._preceptorship
        self._preceptorship = preceptorship
        self.parts.setVisible(preceptorship is not None)
        if preceptorship is not None and not is_same:
            self.form.show_record(preceptorship)
            self.clarity.show_preceptorship(preceptorship)
        self._point_out()
        self.board.refresh()

    def open(self, record: Any) -> None:
        """Open a person, a contact with one, or a change of preceptor."""
        person = record
        if isinstance(record, Contact):
            person = self._desk.session.get(Person, record.person)
        if person is not None:
            self.board.open(person)
        if isinstance(record, Contact) and person is not None:
            log = self.board.editor(Person).form.controls["contacts"]
            if isinstance(log, ContactLog):
                log.open(record)

    def add_contact(self) -> None:
        """Add a contact of the owner's own profession, who works elsewhere."""
        self.board.add(self._new_contact)

    def change_preceptor(self) -> None:
        """Ask who comes next; the change, its words and the new preceptor are one step to undo."""
        self.flush()
        if self._preceptorship is None:
            return
        dialog = ChangePreceptor(self, self._desk, self._preceptorship)
        change = dialog.change() if dialog.exec() else None
        if change is not None and self._desk.session.apply(change):
            self._desk.say("Changed preceptor; who came before stays below · Undo with Ctrl+Z")
            self._show_people()
            self.board.refresh()

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        self.clarity.flush()
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
        column.addWidget(self.clarity)
        changing = FlowLayout()
        changing.addWidget(self.change_button)
        column.addLayout(changing)
        return parts

    def _person_editor(self) -> Editor:
        fields = person_fields(self._roles)
        folded = "How you met and keep in touch"
        return Editor(self._desk, fields, folded=folded, save=self._roles.save)

    def _sections(self) -> Sequence[Section]:
        return (self._everyone(), *self._changes())

    def _everyone(self) -> Section:
        session = self._desk.session
        professions = session.catalogue.professions
        contacts = session.all(Contact)
        return Section(
            key="person",
            heading="Everyone",
            entries=tuple(
                person_entry(
                    each,
                    professions[each.profession].name if each.profession in professions else "",
                    contacts_in_words(one for one in contacts if one.person == each.id),
                )
                for each in sorted(session.all(Person), key=_by_name)
            ),
            nothing="Nobody yet. A preceptor, someone of your profession, a friend in the "
            "next team: support comes from more than one side.",
            add="Add a person",
            make=Person,
        )

    def _changes(self) -> tuple[Section, ...]:
        wanted = self._preceptorship.id if self._preceptorship else ""
        session = self._desk.session
        held = session.all(PreceptorChange, preceptorship=wanted)
        if not held:
            return ()
        return (
            Section(
                key="preceptor-change",
                heading="Changes of preceptor",
                entries=tuple(change_entry(session, each) for each in held),
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
        held = self._preceptorship
        self.change_button.setVisible(held is not None and held.side is Side.PRECEPTEE)

    def _show_people(self) -> None:
        if self._preceptorship is not None and self.form.record is not None:
            now = self._desk.session.get(Preceptorship, self._preceptorship.id)
            self._preceptorship = now or self._preceptorship
            # Names that can be chosen have changed; nothing here is typed into.
            self.form.show_record(self._preceptorship)
            self.clarity.show_preceptorship(self._preceptorship)
        self._point_out()

    def _new_contact(self) -> Person:
        code = self._desk.session.practitioner.profession
        return Person(roles=(PersonRole.SAME_PROFESSION,), profession=code)


def part_fields(clarity: RolesHere) -> tuple[Field, ...]:
    """Return the form that says who plays which part; `clarity` holds a part that needs words."""
    return (
        Field(
            name="preceptor",
            label="Preceptor",
            make=_person,
            read=partial(_drafted, clarity, "preceptor"),
            write=partial(_chosen, "preceptor"),
            shown=_is_mine,
        ),
        Field(
            name="supervisor",
            label="Clinical supervisor",
            make=_person,
            beside=True,
            read=partial(_drafted, clarity, "supervisor"),
            write=partial(_chosen, "supervisor"),
            shown=_is_mine,
        ),
        Field(
            name="back_up",
            label="Back-up preceptor",
            make=_person,
            beside=True,
        ),
        Field(
            name="supporters",
            label="Also there for it",
            make=partial(Links, record=Person, add="Choose someone"),
        ),
    )


def person_fields(roles: RolesOfPerson) -> tuple[Field, ...]:
    """Return the form of a person; `roles` holds a part that needs words."""
    return (
        Field(name="name", label="Name", make=Line),
        Field(
            name="roles",
            label="Parts",
            make=partial(Chips, values=PersonRole),
            read=roles.roles,
            write=partial(_chosen, "roles"),
        ),
        Field(
            name="clarity_remark",
            label="",
            make=Remark,
            read=partial(_clarity_words, roles),
            shown=partial(_has_clarity_words, roles),
        ),
        Field(
            name="role_clarity",
            label=LABEL,
            help=HELP,
            make=partial(Text, lines=2),
            shown=roles.asks,
        ),
        Field(name="profession", label="Profession", make=profession_choice),
        Field(name="organisation", label="Where they work", make=Line, beside=True),
        Field(name="words", label="In a few words", make=partial(Text, lines=2)),
        Field(name="contacts", label="", make=ContactLog, read=_id),
        Field(name="how_often", label="How often you meet", make=Line, is_folded=True),
        Field(name="contact", label="How to reach them", make=Line, is_folded=True),
        Field(name="how_met", label="How you met", make=Line, is_folded=True),
        Field(name="sector", label="Sector", make=Line, is_folded=True),
    )


def person_entry(person: Person, profession: str, contacts: str = "") -> Entry:
    """Return what the list says of a person, and of the contacts with them."""
    parts = (*(role.label for role in person.roles), person.organisation, contacts)
    return Entry(
        record=person,
        title=person.name.strip() or "Someone not named yet",
        detail=" · ".join(part for part in parts if part),
        aside=(profession,) if profession else (),
        warning=UNCLEAR if lacks_role_clarity(person) else "",
    )


def _clarity_words(roles: RolesOfPerson, person: Person) -> str:
    return roles.words(person) or (UNCLEAR if lacks_role_clarity(person) else "")


def _has_clarity_words(roles: RolesOfPerson, person: Any) -> bool:
    return bool(_clarity_words(roles, person))


def _drafted(clarity: RolesHere, part: str, preceptorship: Preceptorship) -> Any:
    return getattr(clarity.drafted(preceptorship), part)


def _chosen(part: str, record: Any, value: Any) -> Any:
    return replace(record, **{part: value})


def _id(person: Person) -> str:
    return person.id


def _by_name(person: Person) -> tuple[bool, str]:
    return not person.name.strip(), person.name.casefold()


def _is_mine(preceptorship: Any) -> bool:
    return bool(preceptorship.side is Side.PRECEPTEE)


def _person(desk: Desk) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, each.name or "Not named yet") for each in desk.session.all(Person)]

    return Choice(desk, options, nothing="Nobody yet")
