"""The library: found without a network, said in plain text with its source and its year."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem

from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.library import LibraryPage, library_page
from tests.ui.desks import Opened, Shell, inside, press, turn, write

Show = Callable[..., Any]


@pytest.fixture
def page(desk: Desk, show: Show) -> LibraryPage:
    """Return the library of a physiotherapist."""
    page: LibraryPage = show(library_page(desk))
    return page


def branches(page: LibraryPage) -> list[QTreeWidgetItem]:
    found = (page.tree.topLevelItem(at) for at in range(page.tree.topLevelItemCount()))
    return [each for each in found if each is not None]


def leaves(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (branch.child(at) for at in range(branch.childCount()))
    return [each for each in found if each is not None]


def entries(page: LibraryPage) -> list[str]:
    """Return the titles of the entries that are not narrowed away."""
    held = [leaf for branch in branches(page) for leaf in leaves(branch)]
    return [each.text(0) for each in held if not each.isHidden()]


def own(page: LibraryPage) -> list[str]:
    """Return the titles on the shelf of professions."""
    (shelf,) = (each for each in branches(page) if each.text(0) == "For my profession")
    return [each.text(0) for each in leaves(shelf)]


def search(page: LibraryPage, words: str) -> None:
    write(inside(page, QLineEdit, "search"), words)
    QTest.qWait(80)
    turn()


def test_every_entry_has_a_source_and_a_year(page: LibraryPage, desk: Desk) -> None:
    shelves = desk.session.catalogue.library.values()
    assert [each.text(0) for each in branches(page)] == [each.name for each in shelves]
    for branch in branches(page):
        for leaf in leaves(branch):
            page.tree.setCurrentItem(leaf)
            assert page.text.words.text()
            source, as_at = page.text.source.text().split("\n")
            assert source.startswith("Source: ")
            assert as_at.startswith("As at ")


def test_a_search_goes_through_all_that_is_said_and_knows_no_accents(page: LibraryPage) -> None:
    everything = entries(page)
    search(page, "PRECEPTÉE plan")
    found = entries(page)
    assert found
    assert len(found) < len(everything)
    assert all(branch.isExpanded() for branch in branches(page) if not branch.isHidden())
    search(page, "zebra")
    assert entries(page) == []
    assert "Search for less" in page.counted.text()
    search(page, "")
    assert entries(page) == everything


def test_what_is_said_is_plain_text_that_opens_nothing(page: LibraryPage) -> None:
    assert page.text.words.textFormat() is Qt.TextFormat.PlainText
    flags = page.text.words.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not page.text.words.openExternalLinks()


@pytest.mark.parametrize(("code", "title"), [("OT", "Occupational therapist"), ("PA", "Paramedic")])
def test_the_shelf_of_professions_shows_the_owners_own(
    open_desk: Opened, show: Show, code: str, title: str
) -> None:
    page = show(library_page(open_desk(Practitioner(profession=code))))
    assert own(page) == [title]


def test_a_change_of_profession_changes_the_shelf(page: LibraryPage, desk: Desk) -> None:
    desk.session.set(desk.session.practitioner, profession="OT")
    assert own(page) == ["Physiotherapist"]
    page.shown()
    assert own(page) == ["Occupational therapist"]


def test_in_a_narrow_window_an_entry_takes_the_page_and_gives_it_back(
    desk: Desk, show: Show
) -> None:
    page: LibraryPage = show(library_page(desk), 620)
    assert page.tree.isVisible()
    assert not page.text.isVisible()
    branches(page)[0].setExpanded(True)
    leaf = leaves(branches(page)[0])[0]
    page.tree.setCurrentItem(leaf)
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    turn()
    assert page.text.isVisible()
    assert page.text.title.text() == leaf.text(0)
    press(page, "back")
    assert page.tree.isVisible()


def test_the_menu_opens_the_library(shell: Shell) -> None:
    shell.trigger("Library")
    assert isinstance(shell.window.page, LibraryPage)
