"""The people of a preceptorship: parts that have to be told apart, and who is missing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox

from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.ui.agreement_form import agreement_fields
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.forms import Form
from ahp_companion.ui.people_list import PeopleList
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


def test_choosing_someone_for_a_second_part_gives_them_that_part(
    people: PeopleList, begun: Desk
) -> None:
    choose(people, "supervisor", MARTA.id)
    assert begun.session.all(Person)[0].roles == BOTH
    assert begun.session.undo_words == "Changed preceptorship"
    begun.session.undo()
    turn()
    assert begun.session.all(Person)[0].roles == (PersonRole.PRECEPTOR,)
    assert begun.session.all(Preceptorship)[0].supervisor is None
    assert people.form.controls["supervisor"].value() is None


def test_whoever_plays_both_parts_is_pointed_out_until_they_are_kept_apart(
    people: PeopleList, begun: Desk
) -> None:
    choose(people, "supervisor", MARTA.id)
    assert "say which part is meant when" in people.board.rows[MARTA.id].entry.warning
    people.open(begun.session.all(Person)[0])
    turn()
    controls = people.board.editor(Person).form.controls
    assert controls["clarity_remark"].isVisible()
    write(controls["role_clarity"].focus_widget(), "Mondays are supervision")
    people.flush()
    assert not controls["clarity_remark"].isVisible()
    people.board.close_open()
    turn()
    assert people.board.rows[MARTA.id].entry.warning == ""
    assert kept(begun.session, Person)[0].role_clarity == "Mondays are supervision"


def test_the_agreement_says_how_both_parts_are_kept_apart(open_desk: Opened) -> None:
    both = Person(name="Sam", roles=BOTH, role_clarity="Mondays are supervision")
    year = Preceptorship(preceptor=both.id, supervisor=both.id)
    desk = open_desk(OWNER, both, year)
    form = Form(desk, agreement_fields(desk))
    form.show_record(year)
    assert form.controls["role_clarity"].value() == (
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
