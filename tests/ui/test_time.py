"""Protected time, kept as a person keeps it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ahp_companion.domain.meetings import Meeting, MeetingStage
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.protected_time import Per, ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.records import Record
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.time import TimePage, time_page
from ahp_companion.ui.theme import read_theme
from tests.ui.desks import TODAY, Heard, Opened, inside, kept, leave, press, turn, write

ME = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MINE = Preceptorship(started_on=date(2026, 1, 1), title="Community team")
AGREED = TimeAgreement(preceptorship=MINE.id, minutes=120, per=Per.MONTH, from_on=date(2026, 1, 1))
TAKEN = ProtectedTime(
    preceptorship=MINE.id, on=date(2026, 1, 9), planned_minutes=120, taken_minutes=120,
    used_for="Shadowed podiatry",
)  # fmt: skip
LOST = ProtectedTime(
    preceptorship=MINE.id, on=date(2026, 2, 6), planned_minutes=120, lost_minutes=120,
    lost_reason="Two colleagues off sick",
)  # fmt: skip
HALF = ProtectedTime(
    preceptorship=MINE.id, on=date(2026, 3, 6), planned_minutes=90, taken_minutes=60,
    lost_minutes=30, lost_reason="Called away",
)  # fmt: skip
RECORDS = (ME, MINE, AGREED, TAKEN, LOST, HALF)
Show = Callable[..., Any]
R = TypeVar("R", bound=Record)


@pytest.fixture
def page(open_desk: Opened, show: Show) -> TimePage:
    """Return the page over three entries and an agreement."""
    return shown(open_desk(*RECORDS), show)


def test_the_first_entry_is_begun_from_the_empty_page(desk: Desk, show: Show) -> None:
    page = shown(desk, show)
    press(page, "begin")
    write(inside(page, QLineEdit, "planned_minutes"), "3:45")
    leave(inside(page, QLineEdit, "planned_minutes"))
    (made,) = in_the_file(page, ProtectedTime)
    assert (made.on, made.planned_minutes, made.taken_minutes) == (TODAY, 225, 0)


def test_added_time_is_planned_as_the_last_was(page: TimePage) -> None:
    press(page, "add")
    added = page.desk.session.all(ProtectedTime)[-1]
    assert (added.on, added.planned_minutes, added.preceptorship) == (TODAY, 90, MINE.id)
    assert added.used_for == ""


def test_what_is_owed_is_what_was_agreed_less_what_was_taken(page: TimePage) -> None:
    assert page.summary.label.text() == "Owed to you"
    # Two months and 12 of 31 days agreed at 2 h, 3 h taken.
    assert said(page.summary.figure) == "1 h 46 min"
    assert "4 h 46 min agreed since January 2026, 3 h taken." in said(page.summary.sentence)


def test_time_lost_to_the_service_stays_owed(page: TimePage) -> None:
    words = "2 h 30 min was lost and stays owed until it is made up."
    assert words in said(page.summary.sentence)


def test_a_letter_asks_for_what_is_owed(
    page: TimePage, heard: Heard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    press(page, "letter")
    (sheet,) = PdfReader(out).pages
    words = " ".join(sheet.extract_text().split())
    assert heard.said == [f"Saved 1 page to {out}"]
    assert "4 h 46 min agreed, 3 h taken, 2 h 30 min lost" in words
    assert "1 h 46 min owed" in words
    # Why it was lost is often about others, and is not for a letter.
    assert "Two colleagues off sick" not in words


def test_what_is_owed_follows_at_once_when_time_is_taken(page: TimePage) -> None:
    page.show_record(LOST)
    press(page, "take")
    turn()
    assert page.summary.label.text() == "Taken beyond what was agreed"
    assert said(page.summary.figure) == "14 min"
    assert "stays owed" not in said(page.summary.sentence)
    page.desk.session.undo()
    turn()
    assert said(page.summary.figure) == "1 h 46 min"


def test_time_of_ones_own_is_counted_apart(open_desk: Opened, show: Show) -> None:
    at_home = ProtectedTime(preceptorship=MINE.id, on=TODAY, taken_minutes=60, is_own_time=True)
    page = shown(open_desk(*RECORDS, at_home), show)
    assert said(page.summary.figure) == "1 h 46 min"
    assert said(page.summary.own) == "Besides, 1 h of your own time went into it."


def test_nothing_is_owed_before_an_agreement_is_written_down(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(ME, MINE, TAKEN), show)
    assert (page.summary.label.text(), said(page.summary.figure)) == ("Taken", "2 h")
    assert page.head.agreement_button.text() == "Write down what was agreed"


def test_an_agreement_is_written_down_and_scaled_for_part_time(
    open_desk: Opened, show: Show
) -> None:
    part_time = Preceptorship(started_on=date(2026, 1, 1), wte_hundredths=60, scales_time=True)
    page = shown(open_desk(ME, part_time), show)
    press(page, "agreements")
    press(page, "add-agreement")
    turn()
    write(inside(page, QLineEdit, "minutes"), "3 h 45")
    leave(inside(page, QLineEdit, "minutes"))
    scaling = inside(page, QPushButton, "scale")
    assert scaling.text() == "Scale to 0.6 of full time: 2 h 15 min"
    scaling.click()
    turn()
    assert not scaling.isVisible()
    assert page.head.agreement_button.text() == "Agreement: 2 h 15 min a fortnight"
    (made,) = in_the_file(page, TimeAgreement)
    assert (made.minutes, made.per, made.from_on) == (135, Per.FORTNIGHT, date(2026, 1, 1))
    assert made.words == "3 h 45 min full-time, scaled to 0.6 of full time."


def test_an_agreement_is_asked_for_without_counting_on_an_employer(page: TimePage) -> None:
    press(page, "agreements")
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any("what was agreed, with whomever it was or with yourself" in each for each in words)
    assert not any("employer" in each for each in words)


def test_an_agreement_that_has_ended_is_shown_with_its_last_day(
    open_desk: Opened, show: Show
) -> None:
    ended = replace(AGREED, to_on=date(2026, 2, 28))
    page = shown(open_desk(ME, MINE, ended), show)
    assert page.head.agreement_button.text() == "Agreement until 28 February 2026: 2 h a month"


def test_after_its_end_a_preceptorship_owes_what_it_owed_then(
    open_desk: Opened, show: Show
) -> None:
    over = replace(MINE, ended_on=date(2026, 1, 31))
    page = shown(open_desk(ME, over, AGREED, replace(TAKEN, taken_minutes=90)), show)
    assert page.summary.label.text() == "Still owed to you when it ended"
    assert said(page.summary.figure) == "30 min"


def test_scaling_is_not_offered_where_the_time_is_not_scaled(page: TimePage) -> None:
    press(page, "agreements")
    assert not [each for each in page.findChildren(QPushButton, "scale") if each.isVisible()]


def test_a_deleted_entry_comes_back_with_undo(page: TimePage, heard: Heard) -> None:
    page.show_record(LOST)
    press(page, "delete")
    turn()
    assert heard.said == ["Deleted protected time · Undo with Ctrl+Z"]
    assert page.model.rowCount() == 2
    assert not page.panel.isVisible()
    page.desk.session.undo()
    turn()
    assert page.model.rowCount() == 3


def test_a_reason_is_asked_for_once_the_rest_was_lost(page: TimePage) -> None:
    planned = ProtectedTime(preceptorship=MINE.id, on=TODAY, planned_minutes=120)
    page.desk.session.add(planned)
    page.show_record(planned)
    assert not [each for each in page.findChildren(QLineEdit, "lost_reason") if each.isVisible()]
    press(page, "lose")
    reason = inside(page, QLineEdit, "lost_reason")
    assert reason.hasFocus()
    QTest.keyClicks(reason, "Covered the ward")
    leave(reason)
    held = [each for each in in_the_file(page, ProtectedTime) if each.id == planned.id]
    assert [(each.lost_minutes, each.lost_reason) for each in held] == [(120, "Covered the ward")]


def test_arrows_go_along_the_table_and_tab_leaves_it(page: TimePage) -> None:
    page.table.setFocus()
    page.table.choose_row(0)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.model.record(page.table.currentIndex().row()) == LOST
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.table


def test_return_opens_an_entry_and_escape_closes_it(page: TimePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.entry.record == HALF
    box = inside(page, QLineEdit, "planned_minutes")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()


def test_the_head_of_the_table_sorts_by_keyboard(page: TimePage) -> None:
    head = page.table.head
    head.setFocus()
    for _ in range(3):
        QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert rows(page) == [LOST, HALF, TAKEN]
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert rows(page) == [TAKEN, HALF, LOST]
    assert page.model.headerData(3, Qt.Orientation.Horizontal) == "Lost ↑"


def test_what_is_chosen_stays_chosen_when_the_table_is_sorted(page: TimePage) -> None:
    page.table.choose(LOST)
    page.table.sort_by(0)
    assert rows(page) == [TAKEN, LOST, HALF]
    assert page.model.record(page.table.currentIndex().row()) == LOST


def test_a_cell_says_its_column_to_a_screen_reader(page: TimePage) -> None:
    said = [
        page.model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(page.model.columnCount())
    ]
    assert said == [
        "Date: 6 February 2026", "Planned: 2 h", "Taken: nothing", "Lost: 2 h",
        "Why it was lost: Two colleagues off sick", "Used for: nothing",
    ]  # fmt: skip


def test_lost_time_can_be_looked_at_alone(page: TimePage) -> None:
    switch = inside(page, QPushButton, "filter-lost")
    assert switch.text() == "Lost  2"
    switch.click()
    assert rows(page) == [HALF, LOST]
    assert page.counted.text() == "2 of 3 entries"


def test_search_finds_why_time_was_lost(page: TimePage, qtbot: QtBot) -> None:
    write(inside(page, QLineEdit, "search"), "colleag")
    qtbot.waitUntil(lambda: rows(page) == [LOST])


def test_each_preceptorship_has_a_balance_of_its_own(open_desk: Opened, show: Show) -> None:
    theirs = Preceptorship(
        started_on=date(2026, 2, 1), side=Side.PRECEPTOR, preceptee_initials="TB"
    )
    given = ProtectedTime(
        preceptorship=theirs.id, on=date(2026, 2, 3), lost_minutes=60, planned_minutes=60
    )
    mine = ProtectedTime(
        preceptorship=theirs.id, on=date(2026, 2, 4), taken_minutes=30, whose=Whose.PRECEPTOR
    )
    agreed = TimeAgreement(
        preceptorship=theirs.id, minutes=60, per=Per.MONTH, from_on=date(2026, 2, 1)
    )
    page = shown(open_desk(*RECORDS, theirs, given, mine, agreed), show)
    page.show_record(given)
    assert rows(page) == [given]
    assert page.summary.label.text() == "Owed to TB"
    page.show_record(mine)
    assert rows(page) == [mine]
    assert (page.summary.label.text(), said(page.summary.figure)) == ("Taken", "30 min")


def test_what_is_owed_is_put_on_the_agenda_of_the_next_meeting(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    meeting = Meeting(
        preceptorship=MINE.id, stage=MeetingStage.INTERIM, planned_on=date(2026, 3, 20),
        agenda="How the visits go",
    )  # fmt: skip
    page = shown(open_desk(*RECORDS, meeting), show)
    press(page, "raise")
    press(page, "raise")
    assert [each.id for each in heard.gone_to] == [meeting.id, meeting.id]
    (held,) = in_the_file(page, Meeting)
    assert held.agenda == ("How the visits go\nProtected time: 1 h 46 min owed since January 2026")


def test_in_a_narrow_window_an_entry_takes_the_page_and_gives_it_back(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(*RECORDS), show, 692, 700)
    page.show_record(LOST)
    assert page.entry.isVisible()
    assert not page.table.isVisible()
    press(page, "close")
    assert page.table.isVisible()
    assert not page.entry.isVisible()


def test_the_chosen_row_is_brought_into_view_where_the_page_scrolls(
    open_desk: Opened, show: Show, qtbot: QtBot
) -> None:
    page = shown(open_desk(*RECORDS, theme=read_theme("light", 200)), show, 900, 560)
    page.table.setFocus()
    page.body.verticalScrollBar().setValue(0)
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    row = page.table.visualRect(page.table.currentIndex())
    qtbot.waitUntil(
        lambda: (
            page.body.viewport()
            .rect()
            .contains(page.table.viewport().mapTo(page.body.viewport(), row.center()))
        )
    )
    assert page.table.currentIndex().row() == 2


@pytest.mark.parametrize("size", [100, 200])
def test_columns_and_forms_fit_at_any_text_size(open_desk: Opened, show: Show, size: int) -> None:
    page = shown(open_desk(*RECORDS, theme=read_theme("light", size)), show, 848, 700)
    table = page.table
    used = sum(table.columnWidth(at) for at in range(6) if not table.isColumnHidden(at))
    assert used <= table.viewport().width()
    assert not any(table.isColumnHidden(at) for at in (0, 2, 3))
    page.show_record(LOST)
    turn()
    within = page.panel.widget()
    assert within is not None
    assert within.minimumSizeHint().width() <= page.panel.viewport().width()


def shown(desk: Desk, show: Show, width: int = 972, height: int = 724) -> TimePage:
    page = time_page(desk)
    assert isinstance(page, TimePage)
    show(page, width, height)
    return page


def said(label: QLabel) -> str:
    """Return a label's words, with the spaces that keep a length of time together as others."""
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


def in_the_file(page: TimePage, record: type[R]) -> list[R]:
    """Return what is kept, with the page put away as when the window closes."""
    page.flush()
    page.hide()
    turn()
    return kept(page.desk.session, record)


def rows(page: TimePage) -> list[ProtectedTime]:
    return [page.model.record(row) for row in range(page.model.rowCount())]
