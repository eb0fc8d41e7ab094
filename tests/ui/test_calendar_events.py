"""Choosing from a calendar: what is suggested is ticked, and the owner has the last word."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem

from ahp_companion.exchange.calendars.kinds import Becomes
from ahp_companion.exchange.calendars.reading import CalendarFile, read_calendar
from ahp_companion.ui.dialogs.calendar_events import CalendarDialog, choose_events
from tests.ui.desks import TODAY, Answers, Opened, press, write

OUTLOOK = Path(__file__).parents[1] / "data" / "others" / "outlook.ics"


@pytest.fixture
def calendar() -> CalendarFile:
    return read_calendar(OUTLOOK, on=TODAY)


@pytest.fixture
def dialog(open_desk: Opened, calendar: CalendarFile) -> CalendarDialog:
    shown = CalendarDialog(None, open_desk(), calendar)
    shown.show()
    return shown


def row(dialog: CalendarDialog, words: str) -> QListWidgetItem:
    found = dialog.list.findItems(words, Qt.MatchFlag.MatchContains)
    assert len(found) == 1, words
    return found[0]


def test_what_is_suggested_is_ticked_and_the_rest_is_offered(dialog: CalendarDialog) -> None:
    headings = [
        dialog.list.item(at).text()
        for at in range(dialog.list.count())
        if not dialog.list.item(at).flags()
    ]
    assert headings == ["Suggested", "Offered", "Left out"]
    assert row(dialog, "Study day").checkState() is Qt.CheckState.Checked
    assert row(dialog, "Clinical supervision with").checkState() is Qt.CheckState.Unchecked
    assert row(dialog, "Annual leave").checkState() is Qt.CheckState.Unchecked
    assert dialog.counted.text() == "3 entries ticked, 6 times in all."
    assert "Every month, 3 times up to 11 March 2026" in row(dialog, "Clinical").text()


def test_a_tick_brings_in_what_reads_as_nothing_as_learning(dialog: CalendarDialog) -> None:
    leave = row(dialog, "Annual leave")
    dialog.list.setCurrentItem(leave)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen()["outlook-leave"] is Becomes.CPD
    assert dialog.kind.value() is Becomes.CPD
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "outlook-leave" not in dialog.chosen()


def test_the_kind_can_be_said_and_leaving_out_takes_the_tick_away(dialog: CalendarDialog) -> None:
    dialog.list.setCurrentItem(row(dialog, "Clinical supervision with"))
    combo = dialog.kind.combo
    for wanted in (Becomes.PEERS, Becomes.NOTHING):
        combo.setCurrentIndex(list(Becomes).index(wanted))
        combo.activated.emit(combo.currentIndex())
        assert dialog.chosen().get("outlook-supervision", Becomes.NOTHING) is wanted


def test_searching_narrows_and_all_that_is_shown_can_be_ticked(dialog: CalendarDialog) -> None:
    write(dialog.search, "supervision")
    shown = [each for each in dialog._rows() if not each.isHidden()]
    assert [each.text().split("\n")[0] for each in shown] == ["Clinical supervision with Łukasz"]
    press(dialog, "all")
    assert dialog.chosen()["outlook-supervision"] is Becomes.SUPERVISION
    press(dialog, "all")
    assert "outlook-supervision" not in dialog.chosen()
    write(dialog.search, "zebra")
    assert dialog.nothing.isVisible()
    assert "outlook-interim" in dialog.chosen()


def test_with_nothing_ticked_there_is_nothing_to_go_on_with(dialog: CalendarDialog) -> None:
    for each in dialog._rows():
        each.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.act.isEnabled()
    assert dialog.counted.text() == "Nothing is ticked yet."


def test_what_was_chosen_is_what_comes_in(
    open_desk: Opened, calendar: CalendarFile, meet: Answers
) -> None:
    desk = open_desk()

    def choose(dialog: CalendarDialog) -> None:
        for each in dialog._rows():
            each.setCheckState(Qt.CheckState.Unchecked)
        row(dialog, "Clinical supervision with").setCheckState(Qt.CheckState.Checked)
        dialog.act.click()

    meet(choose, CalendarDialog.reject)
    reading = choose_events(None, desk, calendar)
    assert reading is not None
    assert reading.into(desk.session.gather()).added == {"meeting": 3}
    assert choose_events(None, desk, calendar) is None
