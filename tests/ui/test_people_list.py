"""The people of a preceptorship: parts that have to be told apart, and who is missing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from ahp_companion.domain.meetings import Meeting, MeetingKind
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.preceptorship.agreement import AgreementPart
from ahp_companion.ui.pages.preceptorship.people import PeopleList
from tests.ui.desks import Opened, kept, press, turn, write

OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MARTA = Person(name="Marta Zielińska", roles=(PersonRole.PRECEPTOR,), profession="OT")
YEAR = Preceptorship(started_on=date(2025, 9, 1), preceptor=MARTA.id)
BOTH = (PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR)


@pytest.fixture
def begun(open_desk: Opened) -> Desk:
    """Return a desk over a preceptorship with its preceptor."""
    return open_desk(OWNER, MARTA, YEAR)


@pytest.fixture
def people(begun: Desk, show: Callable[..., Any]) -> PeopleList:
    """Return the list of that preceptorship, in a window."""
    made = PeopleList(begun)
    made.show_preceptorship(YEAR)
    show(made)
    turn()
    return made


def choose(people: PeopleList, part: str, wanted: str) -> None:
    """Choose someone for a part."""
    combo = people.form.controls[part].focus_widget()
    assert isinstance(combo, QComboBox)
    at = combo.findData(wanted)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    turn()


def test_a_second_part_is_saved_only_together_with_words(people: PeopleList, begun: Desk) -> None:
    choose(people, "supervisor", MARTA.id)
    assert "not saved yet" in people.clarity.remark.value()
    assert begun.session.all(Preceptorship)[0].supervisor is None
    assert begun.session.all(Person)[0].roles == (PersonRole.PRECEPTOR,)
    assert people.form.controls["supervisor"].value() == MARTA.id
    write(people.clarity.words.edit, "Mondays are supervision")
    people.flush()
    turn()
    assert begun.session.all(Preceptorship)[0].supervisor == MARTA.id
    assert begun.session.all(Person)[0].roles == BOTH
    begun.session.undo()
    turn()
    assert begun.session.all(Person)[0].roles == (PersonRole.PRECEPTOR,)
    assert begun.session.all(Preceptorship)[0].supervisor is None
    assert people.form.controls["supervisor"].value() is None


def test_a_chip_for_a_second_part_waits_for_words_too(people: PeopleList, begun: Desk) -> None:
    people.open(MARTA)
    controls = people.board.editor(Person).form.controls
    assert not controls["role_clarity"].isVisible()
    press(people.board, "roles-clinical-supervisor")
    turn()
    assert begun.session.all(Person)[0].roles == (PersonRole.PRECEPTOR,)
    assert "not saved yet" in controls["clarity_remark"].value()
    write(controls["role_clarity"].focus_widget(), "Mondays are supervision")
    people.flush()
    assert not controls["clarity_remark"].isVisible()
    saved = kept(begun.session, Person)[0]
    assert (saved.roles, saved.role_clarity) == (BOTH, "Mondays are supervision")


def test_someone_else_chosen_instead_needs_no_words(people: PeopleList, begun: Desk) -> None:
    other = Person(name="Huda")
    begun.session.add(other)
    turn()
    choose(people, "supervisor", MARTA.id)
    choose(people, "supervisor", other.id)
    assert not people.clarity.isVisible()
    saved = begun.session.all(Preceptorship)[0]
    assert (saved.preceptor, saved.supervisor) == (MARTA.id, other.id)


def test_taking_one_part_away_keeps_the_meetings_of_the_other(open_desk: Opened) -> None:
    both = Person(name="Sam", roles=BOTH, role_clarity="Mondays are supervision")
    met = Meeting(kind=MeetingKind.PRECEPTORSHIP, people=(both.id,))
    supervised = Meeting(kind=MeetingKind.CLINICAL_SUPERVISION, people=(both.id,))
    desk = open_desk(OWNER, both, met, supervised)
    people = PeopleList(desk)
    people.open(both)
    form = people.board.editor(Person).form
    roles = form.controls["roles"]
    roles.set_value((PersonRole.PRECEPTOR,))
    roles.changed.emit()
    people.flush()
    assert desk.session.all(Person)[0].roles == (PersonRole.PRECEPTOR,)
    assert {each.id for each in kept(desk.session, Meeting)} == {met.id, supervised.id}


def test_whoever_plays_both_parts_without_words_is_pointed_out(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    both = Person(name="Sam", roles=BOTH)
    people = PeopleList(open_desk(OWNER, both))
    people.show_preceptorship(None)
    show(people)
    turn()
    assert "say which part is meant when" in people.board.rows[both.id].entry.warning


def test_the_agreement_says_how_both_parts_are_kept_apart(open_desk: Opened) -> None:
    both = Person(name="Sam", roles=BOTH, role_clarity="Mondays are supervision")
    year = Preceptorship(preceptor=both.id, supervisor=both.id)
    part = AgreementPart(open_desk(OWNER, both, year))
    part.show_preceptorship(year)
    assert part.clarity.value() == (
        "Sam is your preceptor and your clinical supervisor. "
        "How you keep the two apart: Mondays are supervision"
    )


def test_the_only_one_of_a_profession_is_pointed_to_a_contact_elsewhere(
    people: PeopleList, begun: Desk
) -> None:
    assert not people.alone.isVisible()
    begun.session.set(YEAR, only_one_here=True)
    people.show_preceptorship(begun.session.all(Preceptorship)[0])
    turn()
    assert people.alone.isVisible()
    press(people, "add-contact")
    turn()
    assert not people.alone.isVisible()
    added = kept(begun.session, Person)[-1]
    assert (added.roles, added.profession) == ((PersonRole.SAME_PROFESSION,), "PH")


def test_someone_added_can_be_chosen_at_once(people: PeopleList, begun: Desk) -> None:
    begun.session.add(Person(name="Chris"))
    turn()
    combo = people.form.controls["preceptor"].focus_widget()
    assert isinstance(combo, QComboBox)
    assert combo.findText("Chris") > 0


def test_a_supervisor_who_is_taken_out_is_none_any_more(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    both = Person(name="Sam", roles=BOTH, role_clarity="Mondays are supervision")
    year = Preceptorship(preceptor=both.id, supervisor=both.id)
    supervised = Meeting(kind=MeetingKind.CLINICAL_SUPERVISION, people=(both.id,))
    desk = open_desk(OWNER, both, year, supervised)
    people = PeopleList(desk)
    people.show_preceptorship(year)
    show(people)
    combo = people.form.controls["supervisor"].focus_widget()
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText("Nobody yet"))
    combo.activated.emit(combo.currentIndex())
    turn()
    (now,) = desk.session.all(Person)
    assert now.roles == (PersonRole.PRECEPTOR,)
    assert not people.clarity.isVisible()
    desk.session.undo()
    turn()
    assert desk.session.all(Person)[0].roles == BOTH
    assert desk.session.all(Preceptorship)[0].supervisor == both.id
    assert kept(desk.session, Meeting) == [supervised]


def test_words_that_save_a_second_part_take_the_first_from_whoever_had_it(
    people: PeopleList, begun: Desk
) -> None:
    huda = Person(name="Huda", roles=(PersonRole.CLINICAL_SUPERVISOR,))
    begun.session.add(huda)
    begun.session.set(YEAR, supervisor=huda.id)
    turn()
    choose(people, "supervisor", MARTA.id)
    write(people.clarity.words.edit, "Mondays are supervision")
    people.flush()
    turn()
    roles = {each.name: each.roles for each in kept(begun.session, Person)}
    assert roles == {MARTA.name: BOTH, "Huda": ()}


def test_a_chip_says_that_the_preceptor_is_chosen_above(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    sam = Person(name="Sam")
    year = Preceptorship()
    people = PeopleList(open_desk(OWNER, sam, year))
    people.show_preceptorship(year)
    show(people)
    people.open(sam)
    remark = people.board.editor(Person).form.controls["part_remark"]
    assert not remark.isVisible()
    press(people.board, "roles-preceptor")
    turn()
    assert remark.isVisible()
    assert "choose them above" in remark.value()
    choose(people, "preceptor", sam.id)
    assert not remark.isVisible()


def test_planned_meetings_with_nobody_are_with_the_preceptor_once_there_is_one(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    sam = Person(name="Sam")
    year = Preceptorship()
    first = Meeting(preceptorship=year.id, planned_on=date(2026, 4, 1))
    desk = open_desk(OWNER, sam, year, first)
    people = PeopleList(desk)
    people.show_preceptorship(year)
    show(people)
    choose(people, "preceptor", sam.id)
    assert desk.session.all(Meeting)[0].people == (sam.id,)
    desk.session.undo()
    assert kept(desk.session, Meeting) == [first]


def test_where_nobody_is_preceptor_yet_someone_new_is_added_in_one_step(
    open_desk: Opened, show: Callable[..., Any]
) -> None:
    year = Preceptorship()
    first = Meeting(preceptorship=year.id)
    desk = open_desk(OWNER, year, first)
    people = PeopleList(desk)
    people.show_preceptorship(year)
    show(people)
    press(people, "preceptor-new")
    turn()
    form = people.board.editor(Person).form
    assert form.isVisible()
    write(form.controls["name"].focus_widget(), "Sam")
    people.flush()
    turn()
    (adding,) = people.findChildren(QPushButton, "preceptor-new")
    assert not adding.isVisible()
    (sam,) = desk.session.all(Person)
    assert (sam.name, sam.roles) == ("Sam", (PersonRole.PRECEPTOR,))
    assert desk.session.all(Preceptorship)[0].preceptor == sam.id
    assert kept(desk.session, Meeting)[0].people == (sam.id,)
