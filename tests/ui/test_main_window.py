"""The frame: its pages, its rail, and what it remembers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.store.portfolio_file import open_portfolio
from ahp_companion.ui import preferences
from ahp_companion.ui.main_window import MainWindow
from ahp_companion.ui.pages.overview.page import OverviewPage
from ahp_companion.ui.preferences import Preferences
from ahp_companion.ui.record_page import RecordPage
from ahp_companion.ui.session_opening import create_session
from ahp_companion.ui.sidebar import ENTRIES
from tests.ui.desks import Answers, Shell, inside, turn, write

Start = Callable[..., Shell]


def entries(window: MainWindow) -> list[str]:
    held = window.sidebar.list
    shown = [held.item(row) for row in range(held.count()) if not held.item(row).isHidden()]
    return [each.text() for each in shown]


def profession(shell: Shell, code: str) -> None:
    owner = shell.session.practitioner
    shell.session.edit(owner, replace(owner, profession=code))
    turn()


def test_every_entry_of_the_sidebar_opens_its_page(shell: Shell, qtbot: QtBot) -> None:
    shell.window.sidebar.list.setFocus()
    opened = [shell.window.page]
    for _ in ENTRIES[1:]:
        QTest.keyClick(shell.window.sidebar.list, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: shell.window.page is not opened[-1])
        opened.append(shell.window.page)
    assert isinstance(opened[0], OverviewPage)
    assert len({id(each) for each in opened}) == len(ENTRIES)
    assert [shell.window.open_page(each.code) for each in ENTRIES] == opened


def test_the_owners_name_leads_to_the_page_about_them(shell: Shell) -> None:
    owner = inside(shell.window, QPushButton, "owner")
    assert owner.accessibleName() == "About you: Rhiannon Ŵyn, Physiotherapist"
    QTest.mouseClick(owner, Qt.MouseButton.LeftButton)
    assert shell.window.page is shell.window.open_page("about")
    assert shell.window.sidebar.list.selectedItems() == []


def test_the_name_at_the_foot_follows_the_page_about_you(shell: Shell) -> None:
    shell.window.open_page("about")
    turn()
    write(inside(shell.window.page, QLineEdit, "name"), "Cerys Llwyd")
    shell.window.flush()
    owner = inside(shell.window, QPushButton, "owner")
    assert owner.accessibleName() == "About you: Cerys Llwyd, Physiotherapist"


def test_a_page_left_with_words_in_it_has_kept_them(shell: Shell) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    QTest.keyClicks(page.form.controls["title"].focus_widget(), "Journal club")
    shell.window.open_page("confidence")
    assert [each.title for each in shell.session.all(CpdActivity)] == ["Journal club"]


@pytest.mark.parametrize(
    ("width", "text", "is_rail"),
    [(1180, 100, False), (690, 100, True), (1180, 200, True), (1600, 200, False)],
)
def test_below_seven_hundred_scaled_pixels_the_sidebar_is_a_rail(
    start: Start, places: Any, width: int, text: int, is_rail: bool
) -> None:
    wishes = Preferences(places.preferences)
    wishes.put(preferences.TEXT_SIZE, text)
    wishes.save()
    shell = start(width)
    assert shell.window.sidebar._delegate.is_rail is is_rail
    assert inside(shell.window, QPushButton, "menu").isVisible()


def test_a_window_made_narrow_shows_the_rail_at_once(shell: Shell) -> None:
    shell.window.resize(660, 700)
    turn()
    assert not shell.window.sidebar.owner.isVisible()
    shell.window.resize(1180, 760)
    turn()
    assert shell.window.sidebar.owner.isVisible()


def test_the_window_comes_back_as_it_was_left(shell: Shell, start: Start) -> None:
    shell.window.resize(760, 690)
    shell.window.open_page("confidence")
    shell.window.close()
    again = start(width=0)
    assert again.opening.open(None)
    assert (again.window.width(), again.window.height()) == (760, 690)
    assert again.window.page is again.window.open_page("confidence")


def test_closing_keeps_what_is_typed_and_makes_a_backup(shell: Shell) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    QTest.keyClicks(page.form.controls["title"].focus_widget(), "Journal club")
    path, backups = shell.session.path, shell.session.backups
    shell.window.close()
    turn()
    with open_portfolio(path) as portfolio:
        assert [each.title for each in portfolio.records.all(CpdActivity)] == ["Journal club"]
    newest = backups.newest()
    assert newest
    assert newest.reason == "on closing"


def test_closing_with_nothing_changed_makes_no_backup(shell: Shell) -> None:
    backups = shell.session.backups
    shell.window.close()
    assert backups.all() == []


def test_a_page_about_to_follow_a_change_is_left_in_peace_on_closing(shell: Shell) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    write(page.search, "journal")
    QTest.keyClicks(page.form.controls["title"].focus_widget(), "Journal club")
    shell.window.close()
    QTest.qWait(100)
    assert shell.opening.session is None


@pytest.mark.parametrize(
    ("code", "word"), [("PH", ["Audit"]), ("OSTEOPATH", ["CPD cycle"]), ("SUPPORT", [])]
)
def test_the_last_entry_is_what_ones_regulator_looks_at(
    start: Start, places: Any, catalogue: Any, code: str, word: list[str]
) -> None:
    owner = Practitioner(name="Cerys", profession=code)
    create_session(places.portfolio, places, catalogue, [owner]).close()
    shell = start()
    before = entries(shell.window)
    assert shell.opening.open(None)
    assert entries(shell.window) == [*before, *word]
    assert "Audit" not in before


def test_another_profession_changes_entry_page_and_menu_at_once(shell: Shell) -> None:
    audit = shell.window.open_page("audit")
    assert type(audit).__name__ == "AuditPage"
    profession(shell, "OSTEOPATH")
    assert entries(shell.window)[-1] == "CPD cycle"
    assert shell.window.page is not audit
    assert type(shell.window.page).__name__ == "CyclePage"
    assert [each for each in shell.window.actions() if each.text() == "CPD cycle"]
    profession(shell, "SUPPORT")
    assert entries(shell.window)[-1] == "CPD"
    assert isinstance(shell.window.page, OverviewPage)
    hidden = [each for each in shell.window.actions() if not each.isVisible()]
    assert len(hidden) == 1
    shell.session.undo()
    turn()
    assert entries(shell.window)[-1] == "CPD cycle"


def test_where_there_is_no_audit_the_last_page_opened_is_not_one(
    start: Start, places: Any, catalogue: Any
) -> None:
    create_session(
        places.portfolio, places, catalogue, [Practitioner(profession="SUPPORT")]
    ).close()
    shell = start()
    shell.wishes.put(preferences.LAST_PAGE, "audit")
    assert shell.opening.open(None)
    assert isinstance(shell.window.page, OverviewPage)


def test_a_page_that_is_no_more_is_not_opened(shell: Shell, start: Start) -> None:
    shell.window.close()
    again = start()
    again.wishes.put(preferences.LAST_PAGE, "dashboard")
    assert again.opening.open(None)
    assert isinstance(again.window.page, OverviewPage)


def test_the_status_line_says_what_is_saved_and_offers_undo(shell: Shell) -> None:
    status: Any = shell.window.status
    assert status.saved.text() == "Everything is saved  ·  first backup when you close"
    page = shell.part("cpd", "activities")
    page.add()
    assert status.saved.text().startswith("Saved ")
    page.delete()
    assert status.said.text() == "Deleted CPD activity"
    QTest.mouseClick(inside(shell.window, QPushButton, "undo"), Qt.MouseButton.LeftButton)
    turn()
    assert len(shell.session.all(CpdActivity)) == 1
    assert status.said.text() == ""
    assert not status.undo_button.isVisible()


def test_a_backup_made_shows_when_it_was(shell: Shell, meet: Answers) -> None:
    status: Any = shell.window.status
    shell.session.today = date.today
    shell.session.back_up("by hand")
    turn()
    made = shell.session.last_backup()
    assert made
    assert status.saved.text().endswith(f"last good backup {made.made_at:%H:%M}")


def test_a_found_record_is_shown_on_its_page(shell: Shell) -> None:
    activity = CpdActivity(title="Journal club")
    shell.session.add(activity)
    shell.opening._go_to(activity)
    page: Any = shell.window.page
    assert isinstance(page.part, RecordPage)
    assert page.record == activity
