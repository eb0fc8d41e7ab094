"""A change of preceptor, back-up, contacts and rotations, used as a person uses them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ahp_companion.domain.contacts import Contact
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Layer
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptor_changes import PreceptorChange
from ahp_companion.domain.preceptorship import Placement, Preceptorship
from ahp_companion.ui.board import Board
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.preceptorship.contact_log import ContactLog
from ahp_companion.ui.pages.preceptorship.details import DetailsPart
from ahp_companion.ui.pages.preceptorship.page import preceptorship_page
from ahp_companion.ui.pages.preceptorship.parts import PEOPLE, PLAN
from ahp_companion.ui.pages.preceptorship.people import PeopleList
from tests.ui.desks import Answers, Opened, kept, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PO")
MARTA = Person(name="Marta", roles=(PersonRole.PRECEPTOR,))
HUDA = Person(name="Huda")
SAM = Person(name="Sam", roles=(PersonRole.CLINICAL_SUPERVISOR,))
ISHBEL = Person(
    name="Ishbel", organisation="Forthside", roles=(PersonRole.SAME_PROFESSION,), profession="PO"
)
YEAR = Preceptorship(started_on=date(2025, 9, 1), preceptor=MARTA.id, supervisor=SAM.id)


def people(desk: Desk, show: Show) -> PeopleList:
    """Return the people of a year's preceptorship, in a window high enough for all of them."""
    made = PeopleList(desk)
    made.show_preceptorship(desk.session.all(Preceptorship)[0])
    show(made, 972, 1600)
    turn()
    return made


def pick(dialog: Any, person: Person) -> None:
    """Choose a person in the dialog."""
    dialog.person.set_value(person.id)
    dialog.person.changed.emit()


def test_a_change_of_preceptor_hands_on_in_one_step(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    desk = open_desk(OWNER, MARTA, SAM, HUDA, YEAR)
    part = people(desk, show)

    def answer(dialog: Any) -> None:
        assert not dialog.act.isEnabled()
        pick(dialog, HUDA)
        write(dialog.why.edit, "Marta moves to Leeds")
        write(dialog.handed_on.edit, "Strong on casting; ask about the night shifts")
        dialog.act.click()

    meet(answer)
    press(part, "change-preceptor")
    turn()
    assert part.form.controls["preceptor"].value() == HUDA.id
    (change,) = desk.session.all(PreceptorChange)
    assert (change.from_person, change.to_person) == (MARTA.id, HUDA.id)
    assert part.board.rows[change.id].entry.title == "From Marta to Huda"
    desk.session.undo()
    turn()
    assert desk.session.all(PreceptorChange) == []
    assert part.form.controls["preceptor"].value() == MARTA.id
    desk.session.redo()
    roles = {each.name: each.roles for each in kept(desk.session, Person)}
    assert roles == {
        "Marta": (),
        "Huda": (PersonRole.PRECEPTOR,),
        "Sam": (PersonRole.CLINICAL_SUPERVISOR,),
    }


def test_a_supervisor_who_becomes_preceptor_needs_words_first(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    desk = open_desk(OWNER, MARTA, SAM, YEAR)
    part = people(desk, show)

    def answer(dialog: Any) -> None:
        pick(dialog, SAM)
        assert dialog.both.isVisible()
        assert not dialog.act.isEnabled()
        write(dialog.clarity.edit, "Fridays are supervision")
        dialog.act.click()

    meet(answer)
    press(part, "change-preceptor")
    turn()
    assert desk.session.all(Preceptorship)[0].preceptor == SAM.id
    saved = {each.name: each.role_clarity for each in kept(desk.session, Person)}
    assert saved["Sam"] == "Fridays are supervision"


def test_someone_new_can_be_the_next_preceptor(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    desk = open_desk(OWNER, MARTA, SAM, YEAR)
    part = people(desk, show)

    def answer(dialog: Any) -> None:
        write(dialog.new_name.edit, "Oluwaseun")
        dialog.act.click()

    meet(answer)
    press(part, "change-preceptor")
    turn()
    now = desk.session.get(Person, desk.session.all(Preceptorship)[0].preceptor)
    assert now is not None
    assert (now.name, now.roles) == ("Oluwaseun", (PersonRole.PRECEPTOR,))


def test_a_back_up_preceptor_gets_that_part(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, MARTA, SAM, HUDA, YEAR)
    part = people(desk, show)
    control = part.form.controls["back_up"]
    control.set_value(HUDA.id)
    control.changed.emit()
    turn()
    assert desk.session.all(Preceptorship)[0].back_up == HUDA.id
    assert part.board.rows[HUDA.id].entry.detail == "Back-up preceptor"


def test_three_contacts_are_counted_and_the_last_is_dated(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, MARTA, SAM, ISHBEL, YEAR)
    page = show(preceptorship_page(desk), 972, 1600)
    page.show_record(ISHBEL)
    turn()
    part = page.part(PEOPLE)
    log = part.board.editor(Person).form.controls["contacts"]
    assert isinstance(log, ContactLog)
    for words in ("Sockets", "Liners", "A day in Forthside"):
        press(log, "add-contact")
        turn()
        write(log.board.editor(Contact).form.controls["words"].focus_widget(), words)
        log.board.close_open()
        turn()
    part.board.close_open()
    turn()
    said = part.board.rows[ISHBEL.id].entry.detail
    assert said.endswith("Forthside · 3 contacts, the last on 12 March 2026")
    page.show_record(desk.session.all(Contact)[0])
    turn()
    assert isinstance(log.board.opened, Contact)
    logged = {each.words for each in kept(desk.session, Contact)}
    assert logged == {"Sockets", "Liners", "A day in Forthside"}


def test_the_layer_of_the_profession_is_filled_by_a_contact_elsewhere_or_said_to_be_empty(
    open_desk: Opened, show: Show
) -> None:
    alone = Preceptorship(only_one_here=True)
    desk = open_desk(OWNER, ISHBEL, alone)
    page = show(preceptorship_page(desk))
    board: Board = page.part(PLAN).right
    assert profession_layer(page) == "Through Ishbel, Forthside"
    desk.session.delete(ISHBEL)
    turn()
    assert profession_layer(page) == "No contact of your own profession yet"
    assert board.isVisible()


def profession_layer(page: Any) -> str:
    """Return what stands beside the heading of the layer of the profession."""
    (section,) = [each for each in page.part(PLAN)._layers() if each.key == Layer.PROFESSION.value]
    return str(section.means)


def test_a_small_profession_is_asked_whether_it_is_alone_here(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(OWNER, MARTA, SAM, YEAR)
    details = DetailsPart(desk, desk.session.undo)
    details.show_preceptorship(YEAR)
    show(details, 972, 1800)
    turn()
    remark = details.form.controls["small_remark"]
    assert remark.value().startswith("Prosthetics and orthotics is a small profession")
    press(details, "only_one_here")
    turn()
    assert remark.value() == ""
    assert kept(desk.session, Preceptorship)[0].only_one_here


def test_what_a_rotation_still_asks_is_said_on_the_plan(open_desk: Opened, show: Show) -> None:
    ward = Placement(preceptorship=YEAR.id, title="Ward 4", has_preceptor=True, had_induction=True)
    over = Placement(preceptorship=YEAR.id, title="Clinic", ended_on=date(2026, 1, 1))
    desk = open_desk(OWNER, MARTA, SAM, YEAR, ward, over)
    page = show(preceptorship_page(desk))
    said = page.part(PLAN).placements
    assert said.text() == "Still open in a placement. Ward 4: a supervisor and support needs."
    desk.session.set(ward, has_supervisor=True, needs_checked=True)
    turn()
    assert not said.isVisible()
