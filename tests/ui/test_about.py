"""Who the owner is, where they work and what they are qualified in."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from ahp_companion.domain.practitioner import (
    Nation,
    Practitioner,
    Qualification,
    Route,
    Workplace,
    WorkplaceKind,
)
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.about import AboutPage, about_page
from ahp_companion.ui.record_page import RecordPage
from tests.ui.desks import Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]


@pytest.fixture
def page(desk: Desk, show: Show) -> AboutPage:
    """Return the page about a physiotherapist."""
    page: AboutPage = show(about_page(desk))
    return page


def line(page: AboutPage, name: str) -> QLineEdit:
    return inside(page, QLineEdit, name)


def choose(page: AboutPage, name: str, words: str) -> None:
    combo = inside(page, QComboBox, name)
    at = combo.findText(words)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    turn()


def part(page: AboutPage, code: str) -> RecordPage:
    found = page.open_part(code)
    assert isinstance(found, RecordPage)
    turn()
    return found


def test_what_is_written_about_the_owner_is_kept(page: AboutPage) -> None:
    typed = {
        "name": "Rhiannon Ŵyn-Łęcka",
        "registration_number": "PH123456",
        "registered_on": "1 September 2019",
        "job_title": "Rotational physiotherapist",
        "weekly_minutes": "22.5",
        "wte_hundredths": "0.6",
        "indemnity_provider": "The union",
        "indemnity_expires_on": "1 April 2027",
    }
    for name, words in typed.items():
        write(line(page, name), words)
        leave(line(page, name))
    choose(page, "nation", "Wales")
    page.form.turn_fold()
    choose(page, "route", "Second or later career")
    (held,) = kept(page._desk.session, Practitioner)
    assert held.name == "Rhiannon Ŵyn-Łęcka"
    assert (held.registration_number, held.registered_on) == ("PH123456", date(2019, 9, 1))
    assert (held.weekly_minutes, held.wte_hundredths) == (1350, 60)
    assert (held.indemnity_provider, held.indemnity_expires_on) == ("The union", date(2027, 4, 1))
    assert (held.nation, held.route) == (Nation.WALES, Route.SECOND_CAREER)


def test_an_odd_number_is_kept_and_pointed_out(page: AboutPage) -> None:
    write(line(page, "registration_number"), "12345")
    leave(line(page, "registration_number"))
    assert "It is kept as you wrote it." in page.oddity.text()
    assert page.oddity.isVisible()
    write(line(page, "registration_number"), "PH123456")
    leave(line(page, "registration_number"))
    assert not page.oddity.isVisible()


def test_the_unregistered_are_asked_for_no_registration(open_desk: Opened, show: Show) -> None:
    page = show(about_page(open_desk(Practitioner(profession="SUPPORT"))))
    names = ("registration_number", "registered_on", "last_renewed_on")
    assert not any(page.form.controls[name].isVisible() for name in names)


def test_a_profession_chosen_here_asks_at_once_for_what_it_needs(
    open_desk: Opened, show: Show
) -> None:
    page = show(about_page(open_desk(Practitioner(profession="SUPPORT"))))
    choose(page, "profession", "Radiographer" if _has(page, "Radiographer") else "Physiotherapist")
    assert page.form.controls["registration_number"].isVisible()
    assert kept(page._desk.session, Practitioner)[0].profession != "SUPPORT"


def test_a_modality_is_asked_of_those_who_have_one(open_desk: Opened, show: Show) -> None:
    page = show(about_page(open_desk(Practitioner(profession="RA"))))
    modality = page.form.controls["modality"]
    assert modality.isVisible()
    assert modality.focus_widget().count() > 1
    choose(page, "profession", "Physiotherapist")
    assert not modality.isVisible()


def test_undo_shows_on_the_page(page: AboutPage) -> None:
    write(line(page, "name"), "Someone else")
    leave(line(page, "name"))
    page._desk.session.undo()
    assert line(page, "name").text() == "Rhiannon Ŵyn"


def test_a_workplace_is_added_and_those_without_employer_are_asked_for_none(
    page: AboutPage,
) -> None:
    places = part(page, "workplace")
    press(places, "begin")
    QTest.keyClicks(places.form.controls["name"].focus_widget(), "My own front room")
    leave(places.form.controls["name"].focus_widget())
    kind = places.form.controls["kind"]
    assert kind.value() is None
    combo = kind.focus_widget()
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Not chosen yet"
    choose(page, "kind", "Sole practitioner, no employer")
    places.form.turn_fold()
    turn()
    assert not places.form.controls["preceptorship_lead"].isVisible()
    assert not places.form.controls["policy_place"].isVisible()
    (held,) = kept(page._desk.session, Workplace)
    assert (held.name, held.kind) == ("My own front room", WorkplaceKind.SOLE)


def test_a_qualification_is_added_with_its_level(page: AboutPage) -> None:
    quals = part(page, "qualification")
    press(quals, "begin")
    QTest.keyClicks(quals.form.controls["title"].focus_widget(), "BSc Physiotherapy")
    write(quals.form.controls["level"].focus_widget(), "6")
    leave(quals.form.controls["level"].focus_widget())
    page.flush()
    (held,) = kept(page._desk.session, Qualification)
    assert (held.title, held.level) == ("BSc Physiotherapy", 6)


@pytest.mark.parametrize(
    ("record", "at"),
    [(Practitioner(), 0), (Workplace(name="Ward 4"), 1), (Qualification(title="BSc"), 2)],
)
def test_a_record_is_shown_in_its_part(page: AboutPage, record: Any, at: int) -> None:
    if at:
        page._desk.session.add(record)
    page.show_record(record)
    turn()
    assert page.tabs.currentIndex() == at
    if at:
        assert page.findChildren(RecordPage)[-1].form.record == record


def test_what_is_typed_in_any_part_is_kept_on_leaving_the_page(page: AboutPage) -> None:
    write(line(page, "name"), "Rhiannon Łęcka")
    places = part(page, "workplace")
    press(places, "begin")
    QTest.keyClicks(places.form.controls["name"].focus_widget(), "Ward 4")
    page.flush()
    names = {each.name for each in page._desk.session.all(Workplace)}
    assert names == {"Ward 4"}
    assert kept(page._desk.session, Practitioner)[0].name == "Rhiannon Łęcka"


def test_the_parts_are_reached_by_arrow_keys(page: AboutPage) -> None:
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    turn()
    assert page.tabs.currentIndex() == 1
    assert inside(page, RecordPage).shape.record is Workplace


def _has(page: AboutPage, words: str) -> bool:
    return inside(page, QComboBox, "profession").findText(words) >= 0
