"""Everything the menu names, by mouse and by keyboard."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Workplace
from ahp_companion.ui.actions import Actions
from ahp_companion.ui.dialogs.capture import Capture
from ahp_companion.ui.dialogs.find import Find
from ahp_companion.ui.record_page import RecordPage
from ahp_companion.ui.sidebar import ENTRIES
from tests.ui.desks import TODAY, Answers, Shell, inside, press, turn, write

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(shell: Shell, pressed: Qt.Key, with_: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key where the keyboard is."""
    at = QApplication.focusWidget() or shell.window
    QTest.keyClick(at, pressed, with_)
    turn()


def actions(shell: Shell) -> list[QAction]:
    return shell.window.actions()


def menu_words(shell: Shell) -> list[str]:
    menu = inside(shell.window, QPushButton, "menu").menu()
    return [each.text() for each in menu.actions() if each.text()]


def test_no_two_actions_have_the_same_shortcut(shell: Shell) -> None:
    keys = [each.shortcut().toString() for each in actions(shell) if each.shortcut().toString()]
    assert len(keys) > 15
    assert len(keys) == len(set(keys))


def test_every_action_is_in_the_menu_by_name(shell: Shell) -> None:
    menu = inside(shell.window, QPushButton, "menu").menu()
    named = set(menu.actions())
    for under in menu.findChildren(QMenu):
        named |= set(under.actions())
    assert set(actions(shell)) <= named
    assert all(each.text() for each in actions(shell) if each.isVisible())


def test_every_page_has_its_number(shell: Shell) -> None:
    for number, entry in enumerate(ENTRIES):
        key(shell, Qt.Key(Qt.Key.Key_1.value + number))
        assert shell.window.page is shell.window.open_page(entry.code), entry.code
    key(shell, Qt.Key.Key_0)
    assert shell.window.page is shell.window.open_page("about")


def test_the_menu_says_what_undo_and_redo_would_do(shell: Shell) -> None:
    assert {"Undo", "Redo"} <= set(menu_words(shell))
    shell.session.add(CpdActivity(title="Journal club"))
    assert "Undo: added CPD activity" in menu_words(shell)
    shell.trigger("Undo")
    assert {"Undo", "Redo: added CPD activity"} <= set(menu_words(shell))
    status: Any = shell.window.status
    assert status.said.text() == "Undone: added CPD activity"
    assert not status.undo_button.isVisible()
    shell.trigger("Redo")
    assert status.said.text() == "Done again: added CPD activity"
    assert len(shell.session.all(CpdActivity)) == 1


def test_with_nothing_to_undo_the_menu_offers_it_greyed(shell: Shell) -> None:
    found = {each.text(): each.isEnabled() for each in actions(shell)}
    assert (found["Undo"], found["Redo"]) == (False, False)


def test_a_deletion_is_undone_by_the_keyboard_from_wherever_it_is(shell: Shell) -> None:
    shell.session.add(CpdActivity(title="Journal club"), CpdActivity(title="Study day"))
    page = shell.part("cpd", "activities")
    turn()
    press(page, "delete")
    assert len(shell.session.all(CpdActivity)) == 1
    page.form.controls["what_i_did"].focus_widget().setFocus()
    key(shell, Qt.Key.Key_Z)
    assert len(shell.session.all(CpdActivity)) == 2


def test_undo_by_the_keyboard_where_something_is_being_typed_takes_back_the_typing(
    shell: Shell,
) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    title = page.form.controls["title"].focus_widget()
    QTest.keyClicks(title, "Journal club")
    key(shell, Qt.Key.Key_Z)
    assert title.text() == ""
    assert len(shell.session.all(CpdActivity)) == 1
    key(shell, Qt.Key.Key_Z)
    assert shell.session.all(CpdActivity) == []


def test_undo_from_the_menu_shows_where_the_keyboard_was(shell: Shell) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    learnt = page.form.controls["what_i_learnt"].focus_widget()
    write(learnt, "Gait after stroke")
    shell.trigger("Undo")
    assert learnt.toPlainText() == ""
    assert len(shell.session.all(CpdActivity)) == 1


def test_quick_capture_keeps_a_title_time_and_pillar(shell: Shell, meet: Answers) -> None:
    def capture(dialog: Capture) -> None:
        assert dialog.words.hasFocus()
        QTest.keyClicks(dialog.words, "Talked a discharge through")
        write(dialog.time.edit, "20 min")
        press(dialog, "pillars-education")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    meet(capture)
    key(shell, Qt.Key.Key_N, CONTROL | SHIFT)
    (made,) = shell.session.all(CpdActivity)
    assert (made.title, made.minutes) == ("Talked a discharge through", 20)
    assert (made.pillars, made.started_on) == ((Pillar.EDUCATION,), TODAY)
    status: Any = shell.window.status
    assert status.said.text() == "Kept “Talked a discharge through”"
    assert shell.session.undo_words == "Captured an activity"


def test_quick_capture_with_no_words_keeps_nothing(shell: Shell, meet: Answers) -> None:
    meet(lambda dialog: press(dialog, "act"))
    shell.trigger("Quick capture")
    assert shell.session.all(CpdActivity) == []


def test_quick_capture_does_not_drop_a_time_it_cannot_read(shell: Shell, meet: Answers) -> None:
    def capture(dialog: Capture) -> None:
        write(dialog.words, "Journal club")
        write(dialog.time.edit, "ages")
        press(dialog, "act")
        assert dialog.isVisible()
        assert "1 h 30 min" in dialog.time.hint.text()
        write(dialog.time.edit, "2 h")
        press(dialog, "act")

    meet(capture)
    shell.trigger("Quick capture")
    assert shell.session.all(CpdActivity)[0].minutes == 120


def test_what_is_found_is_opened(shell: Shell, meet: Answers) -> None:
    wanted = CpdActivity(title="Wykład w Łodzi", started_on=date(2025, 3, 1))
    shell.session.add(CpdActivity(title="Journal club"), wanted)

    def find(dialog: Find) -> None:
        QTest.keyClicks(dialog.typed, "lodz")
        QTest.keyClick(dialog.typed, Qt.Key.Key_Return)

    meet(find)
    key(shell, Qt.Key.Key_K)
    page: Any = shell.window.page
    assert isinstance(page.part, RecordPage)
    assert page.record == wanted


def test_add_adds_what_the_page_holds(shell: Shell) -> None:
    shell.window.open_page("cpd")
    key(shell, Qt.Key.Key_N)
    assert len(shell.session.all(CpdActivity)) == 1
    about: Any = shell.window.open_page("about")
    about.open_part("workplace")
    turn()
    key(shell, Qt.Key.Key_N)
    assert len(shell.session.all(Workplace)) == 1


def test_add_where_nothing_is_listed_captures_an_activity(shell: Shell, meet: Answers) -> None:
    meet(lambda dialog: dialog.reject())
    shell.window.open_page("overview")
    key(shell, Qt.Key.Key_N)
    assert shell.session.all(CpdActivity) == []


def test_search_goes_to_the_pages_own_line_or_finds_anything(shell: Shell, meet: Answers) -> None:
    page = shell.window.open_page("cpd")
    key(shell, Qt.Key.Key_F)
    assert inside(page, QLineEdit, "search").hasFocus()
    meet(lambda dialog: dialog.reject())
    shell.window.open_page("overview")
    key(shell, Qt.Key.Key_F)


def test_what_is_brought_in_shows_on_the_page_that_is_open(
    shell: Shell, meet: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shell.part("cpd", "activities")
    table = tmp_path / "cpd.csv"
    table.write_text("date,title\n2026-01-05,Journal club\n2026-02-05,Study day\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    meet(lambda dialog: press(dialog, "act"))
    shell.trigger("Bring in a file")
    turn()
    assert page.model.record_count == 2
    status: Any = shell.window.status
    assert status.said.text() == "Brought in. New: 2 CPD activities."


def test_a_backup_is_made_by_hand(shell: Shell) -> None:
    page = shell.part("cpd", "activities")
    page.add()
    QTest.keyClicks(page.form.controls["title"].focus_widget(), "Journal club")
    key(shell, Qt.Key.Key_B)
    backup = shell.session.last_backup()
    assert backup
    assert shell.session.count_backup(backup)[0]["cpd_activity"] == 1
    assert not shell.session.needs_backup
    status: Any = shell.window.status
    assert status.said.text() == f"Backed up to {backup.path.parent}"


def test_a_long_thing_said_does_not_make_the_window_wider(shell: Shell) -> None:
    before = shell.window.minimumSizeHint().width()
    status: Any = shell.window.status
    status.say(f"Kept “{'a very long title ' * 30}”")
    turn()
    assert shell.window.minimumSizeHint().width() == before
    assert status.said.width() < shell.window.width()


def test_backups_are_made_by_themselves_only_where_something_changed(shell: Shell) -> None:
    doing = shell.window.findChild(Actions)
    assert isinstance(doing, Actions)
    doing.back_up_quietly()
    assert shell.session.backups.all() == []
    shell.session.add(CpdActivity(title="Journal club"))
    doing.back_up_quietly()
    doing.back_up_quietly()
    assert [each.reason for each in shell.session.backups.all()] == ["every half hour"]


def test_a_backup_that_cannot_be_made_is_told(shell: Shell, meet: Answers, tmp_path: Path) -> None:
    shell.session.add(CpdActivity(title="Journal club"))
    folder = shell.session.backups.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    said = []

    def read(dialog: QWidget) -> None:
        said.append(dialog.accessibleDescription())
        dialog.close()

    meet(read)
    shell.trigger("Back up now")
    folder.unlink()
    assert "could not be written" in said[0]


@pytest.mark.parametrize("words", ["Quick capture", "Find anything", "Preferences", "Export"])
def test_a_dialog_left_with_escape_changes_nothing(shell: Shell, meet: Answers, words: str) -> None:
    meet(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    shell.trigger(words)
    assert shell.session.undo_words == ""


def test_close_closes_the_window(shell: Shell) -> None:
    key(shell, Qt.Key.Key_Q)
    assert not shell.window.isVisible()
    assert shell.opening.session is None
