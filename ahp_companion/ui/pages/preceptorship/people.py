"""The people around the owner: who plays which part, and what has to be told apart."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import Change, Edit
from ....domain.contacts import Contact, contacts_in_words
from ....domain.people import (
    Person,
    PersonRole,
    has_own_profession_elsewhere,
)
from ....domain.preceptor_changes import PreceptorChange
from ....domain.preceptorship import Preceptorship, Side
from ...asking import asked
from ...board import Board, Section
from ...buttons import button
from ...desk import Desk
from ...dialogs.change_preceptor import ChangePreceptor
from ...editor import Editor
from ...fields.links import Links
from ...flow import FlowLayout
from ...following import Following
from ...forms import Field, Form
from ...labels import PlainLabel, Size
from ...remark import Remark
from .contact_log import ContactLog
from .details_form import edits_of
from .person_choice import PreceptorChoice, person_choice
from .person_form import person_entry, person_fields
from .preceptor_change_form import change_entry, change_fields
from .role_clarity import RolesHere, RolesOfPerson
from .tab_bar import column_in

CHOOSE_ABOVE = "To make someone the preceptor of this preceptorship, choose them above."


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
        self.form = Form(
            desk, part_fields(self.clarity, self.add_preceptor), save=self.clarity.save
        )
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

    def add_preceptor(self) -> None:
        """Add someone as preceptor of this preceptorship, and open them to be named."""
        self.flush()
        shown = self._preceptorship
        before = self._desk.session.get(Preceptorship, shown.id) if shown else None
        if before is None:
            return
        person = Person(roles=(PersonRole.PRECEPTOR,))
        edits = edits_of(self._desk.session, before, replace(before, preceptor=person.id))
        change = Change(words="Added preceptor", edits=(Edit(after=person), *edits))
        if self._desk.session.apply(change):
            self.board.open(person)

    def change_preceptor(self) -> None:
        """Ask who comes next; the change, its words and the new preceptor are one step to undo."""
        self.flush()
        if self._preceptorship is None:
            return
        dialog = ChangePreceptor(self, self._desk, self._preceptorship)
        change = dialog.change() if asked(dialog) else None
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
        fields = person_fields(self._roles, self._part_words)
        folded = "How you met and keep in touch"
        return Editor(self._desk, fields, folded=folded, save=self._roles.save)

    def _part_words(self, person: Person) -> str:
        held = self._preceptorship
        is_open = held is not None and _is_mine(held) and held.preceptor is None
        return CHOOSE_ABOVE if is_open and PersonRole.PRECEPTOR in person.roles else ""

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
        if isinstance(self.board.opened, Person):
            self.board.editor(Person).form.look_again()
        self._point_out()

    def _new_contact(self) -> Person:
        code = self._desk.session.practitioner.profession
        return Person(roles=(PersonRole.SAME_PROFESSION,), profession=code)


def part_fields(clarity: RolesHere, adding: Callable[[], None]) -> tuple[Field, ...]:
    """Return the form that says who plays which part; `clarity` holds a part that needs words.

    `adding` adds someone who is on no list yet as preceptor.
    """
    return (
        Field(
            name="preceptor",
            label="Preceptor",
            make=partial(PreceptorChoice, adding=adding),
            read=partial(_drafted, clarity, "preceptor"),
            write=partial(_chosen, "preceptor"),
            shown=_is_mine,
        ),
        Field(
            name="supervisor",
            label="Clinical supervisor",
            make=person_choice,
            beside=True,
            read=partial(_drafted, clarity, "supervisor"),
            write=partial(_chosen, "supervisor"),
            shown=_is_mine,
        ),
        Field(
            name="back_up",
            label="Back-up preceptor",
            make=person_choice,
            beside=True,
        ),
        Field(
            name="supporters",
            label="Also there for it",
            make=partial(Links, record=Person, add="Choose someone"),
        ),
    )


def _by_name(person: Person) -> tuple[bool, str]:
    return not person.name.strip(), person.name.casefold()


def _drafted(clarity: RolesHere, part: str, preceptorship: Preceptorship) -> Any:
    return getattr(clarity.drafted(preceptorship), part)


def _chosen(part: str, record: Any, value: Any) -> Any:
    return replace(record, **{part: value})


def _is_mine(preceptorship: Any) -> bool:
    return bool(preceptorship.side is Side.PRECEPTEE)
