"""The shape most pages share, used from the first record to the last."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.cpd.activities import activities, shape
from ahp_companion.ui.record_page import Below, RecordPage
from tests.ui.desks import Heard, Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
GAIT = CpdActivity(
    title="Gait after stroke",
    started_on=date(2026, 3, 2),
    learning_type=LearningType.FORMAL,
    pillars=(Pillar.CLINICAL,),
    what_i_learnt="To look at the hip first",
)
LODZ = CpdActivity(
    title="Wykład w Łodzi",
    started_on=date(2026, 3, 1),
    learning_type=LearningType.PROFESSIONAL,
    what_i_learnt="Sŵn y môr",
    benefit_to_practice="I write shorter letters",
)
CLUB = CpdActivity(
    title="Journal club", started_on=date(2025, 12, 20), learning_type=LearningType.WORK_BASED
)
RECORDS = (Practitioner(name="Rhiannon Ŵyn", profession="PH"), GAIT, LODZ, CLUB)
WIDE, NARROW = (972, 724), (692, 724)


class Said(Below):
    """The title of a record, once more."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self.flushed = 0
        self.words = PlainLabel()
        QVBoxLayout(self).addWidget(self.words)

    def show_record(self, record: Any) -> None:
        """Show a record's title."""
        self.words.setText(record.title)

    def flush(self) -> None:
        """Count how often."""
        self.flushed += 1


class Counted(Said):
    """How long that title is."""

    def show_record(self, record: Any) -> None:
        """Show the number of letters."""
        self.words.setText(str(len(record.title)))


@pytest.fixture
def page(open_desk: Opened, show: Show) -> RecordPage:
    """Return the page of three activities, in a window wide enough for list and record."""
    return shown(open_desk(*RECORDS), show)


def shown(desk: Desk, show: Show, size: tuple[int, int] = WIDE) -> RecordPage:
    page: RecordPage = show(activities(desk), *size)
    turn()
    return page


def page_of_activities(desk: Desk, show: Show, **changed: Any) -> RecordPage:
    page: RecordPage = show(RecordPage(desk, replace(shape(desk), **changed)), *WIDE)
    turn()
    return page


def titles(page: RecordPage) -> list[str]:
    records = [page.model.record(at) for at in range(page.model.rowCount())]
    return [each.title for each in records if each is not None]


def search(page: RecordPage, words: str) -> None:
    write(inside(page, QLineEdit, "search"), words)
    QTest.qWait(80)


def title_box(page: RecordPage) -> Any:
    return page.form.controls["title"].focus_widget()


def test_the_newest_record_is_open_at_first(page: RecordPage) -> None:
    assert titles(page) == ["Gait after stroke", "Wykład w Łodzi", "Journal club"]
    assert page.form.record == GAIT
    assert title_box(page).text() == "Gait after stroke"
    assert page.left.counted.text() == "3 CPD activities"


def test_an_empty_page_says_what_will_live_here_and_begins_it(desk: Desk, show: Show) -> None:
    page = shown(desk, show)
    assert not page.view.isVisible()
    press(page, "begin")
    assert title_box(page).hasFocus()
    QTest.keyClicks(title_box(page), "Talked a discharge through")
    leave(title_box(page))
    turn()
    assert page.left.counted.text() == "1 CPD activity"
    (made,) = kept(desk.session, CpdActivity)
    assert (made.title, made.started_on) == ("Talked a discharge through", date(2026, 3, 12))


def test_a_record_is_added_and_named(page: RecordPage) -> None:
    press(page, "add")
    QTest.keyClicks(title_box(page), "Study day")
    page.flush()
    turn()
    assert titles(page)[0] == "Study day"
    assert page.form.record.title == "Study day"
    assert "Study day" in [each.title for each in kept(page.desk.session, CpdActivity)]


def test_another_record_is_chosen_by_arrow_key(page: RecordPage) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.form.record == LODZ
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.form.record == CLUB
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.form.record == CLUB
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.form.record == LODZ


def test_what_is_being_typed_is_kept_when_another_record_is_chosen(page: RecordPage) -> None:
    learnt = page.form.controls["what_i_learnt"].focus_widget()
    write(learnt, "Look at the hip, then the knee")
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.visualRect(page.model.index(2)).center(),
    )
    assert page.form.record == LODZ
    found = {each.title: each for each in kept(page.desk.session, CpdActivity)}
    assert found["Gait after stroke"].what_i_learnt == "Look at the hip, then the knee"
    assert found["Wykład w Łodzi"] == LODZ


def test_an_edited_title_shows_in_the_list(page: RecordPage) -> None:
    write(title_box(page), "Gait and balance")
    page.flush()
    turn()
    assert titles(page)[0] == "Gait and balance"
    assert page.view.currentIndex().row() == 1


def test_a_changed_date_moves_the_record_and_keeps_it_open(page: RecordPage) -> None:
    day = page.form.controls["started_on"].focus_widget()
    write(day, "1 November 2025")
    leave(day)
    turn()
    assert titles(page)[-1] == "Gait after stroke"
    assert page.form.record.title == "Gait after stroke"
    assert page.view.currentIndex().row() == page.model.rowCount() - 1


def test_rows_keep_their_own_height_when_the_months_move(page: RecordPage) -> None:
    page.desk.session.set(LODZ, started_on=date(2026, 1, 7))
    turn()
    page.desk.session.set(GAIT, started_on=date(2025, 12, 24))
    turn()
    heights = {row: page.view.rowHeight(row) for row in range(page.model.rowCount())}
    heads = {height for row, height in heights.items() if page.model.heading(row)}
    others = {height for row, height in heights.items() if not page.model.heading(row)}
    assert (len(heads), len(others)) == (1, 1)
    assert max(heads) < min(others)


def test_a_deleted_record_is_gone_and_can_be_brought_back(page: RecordPage, heard: Heard) -> None:
    press(page, "delete")
    turn()
    assert titles(page) == ["Wykład w Łodzi", "Journal club"]
    assert heard.said == ["Deleted CPD activity · Undo with Ctrl+Z"]
    assert page.form.record == LODZ
    page.desk.session.undo()
    turn()
    assert titles(page)[0] == "Gait after stroke"
    assert len(kept(page.desk.session, CpdActivity)) == 3


def test_the_last_record_deleted_leaves_the_empty_page(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(*RECORDS[:2]), show)
    press(page, "delete")
    turn()
    assert inside(page, QAbstractButton, "begin").isVisible()
    assert not page.form.isVisible()
    page.desk.session.undo()
    turn()
    assert page.form.record == GAIT
    assert page.form.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lodz", ["Wykład w Łodzi"]),
        ("swn mor", ["Wykład w Łodzi"]),
        ("GAIT", ["Gait after stroke"]),
        ("hip", ["Gait after stroke"]),
        ("   ", ["Gait after stroke", "Wykład w Łodzi", "Journal club"]),
    ],
)
def test_search_finds_letters_with_and_without_their_marks(
    page: RecordPage, typed: str, found: list[str]
) -> None:
    search(page, typed)
    assert titles(page) == found
    assert page.form.record.title == found[0]


def test_the_count_says_how_many_of_how_many(page: RecordPage) -> None:
    search(page, "gait")
    assert page.left.counted.text() == "1 of 3 CPD activities"


def test_where_nothing_matches_it_says_what_to_do(page: RecordPage) -> None:
    search(page, "zebra")
    assert page.left.nothing.isVisible()
    assert page.left.nothing.text() == (
        "No CPD activities match. Search for less, or clear a filter."
    )
    assert not page.right.holder.isVisible()
    assert page.left.counted.text() == "0 of 3 CPD activities"
    search(page, "")
    assert page.form.record == GAIT
    assert page.right.holder.isVisible()


def test_a_filter_narrows_and_widens(page: RecordPage) -> None:
    choose(page, "filter-types", "Formal")
    assert titles(page) == ["Gait after stroke"]
    choose(page, "filter-years", "2025")
    assert titles(page) == []
    choose(page, "filter-types", "Any type")
    assert titles(page) == ["Journal club"]


def test_a_switch_says_how_many_it_would_leave(page: RecordPage) -> None:
    switch = inside(page, QAbstractButton, "filter-unfinished")
    assert switch.text() == "To reflect  2"
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert titles(page) == ["Gait after stroke", "Journal club"]


def test_a_record_that_leaves_the_filter_stays_open_to_be_written_on(page: RecordPage) -> None:
    press(page, "filter-unfinished")
    benefit = page.form.controls["benefit_to_practice"].focus_widget()
    write(benefit, "I look at the hip")
    page.flush()
    turn()
    assert titles(page) == ["Journal club"]
    assert page.form.record.title == "Gait after stroke"
    QTest.keyClicks(benefit, " first")
    page.flush()
    found = {each.title: each for each in kept(page.desk.session, CpdActivity)}
    assert found["Gait after stroke"].benefit_to_practice == "I look at the hip first"
    assert found["Journal club"].benefit_to_practice == ""


def test_a_record_hidden_by_a_filter_is_shown_all_the_same_when_asked_for(
    page: RecordPage,
) -> None:
    choose(page, "filter-types", "Formal")
    search(page, "gait")
    page.show_record(CLUB)
    turn()
    assert page.form.record == CLUB
    assert len(titles(page)) == 3
    assert inside(page, QLineEdit, "search").text() == ""


def test_a_record_added_while_a_filter_is_on_is_shown(page: RecordPage) -> None:
    search(page, "gait")
    press(page, "add")
    assert title_box(page).hasFocus()
    assert page.form.record.title == ""
    assert len(titles(page)) == 4


def test_a_narrow_window_shows_the_list_and_then_the_record(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(*RECORDS), show, NARROW)
    assert page.view.isVisible()
    assert not page.form.isVisible()
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.visualRect(page.model.index(2)).center(),
    )
    assert page.form.isVisible()
    assert not page.view.isVisible()
    press(page, "back")
    assert page.view.isVisible()
    assert page.view.hasFocus()
    assert not page.form.isVisible()


def test_in_a_narrow_window_return_opens_and_arrows_only_choose(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(*RECORDS), show, NARROW)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert page.form.record == LODZ


def test_in_a_narrow_window_a_deletion_goes_back_to_the_list(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(*RECORDS), show, NARROW)
    page.show_record(GAIT)
    press(page, "delete")
    turn()
    assert page.view.isVisible()
    assert not page.form.isVisible()


def test_in_a_narrow_window_the_last_deletion_leaves_the_whole_empty_page(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(*RECORDS[:2]), show, NARROW)
    page.show_record(GAIT)
    press(page, "delete")
    turn()
    assert inside(page, QAbstractButton, "begin").isVisible()
    assert page.head.isVisible()


def test_a_window_made_wide_shows_both_again(page: RecordPage, qtbot: QtBot) -> None:
    page.resize(*NARROW)
    turn()
    assert not page.form.isVisible()
    page.resize(*WIDE)
    turn()
    assert page.form.isVisible()
    assert page.view.isVisible()
    assert not page.right.back.isVisible()


def test_a_page_says_its_title(page: RecordPage, show: Show) -> None:
    whole = page_of_activities(page.desk, show, is_part=False)
    assert whole.head.title.isVisible()
    assert whole.search.y() < whole.add_button.mapTo(whole.head, QPoint()).y()


def test_a_part_of_a_page_leaves_its_title_to_its_tab_and_ends_a_line_with_the_search(
    page: RecordPage,
) -> None:
    assert not page.head.title.isVisible()
    assert page.search.isVisible()
    for width in (WIDE[0], NARROW[0], 1500):
        page.resize(width, WIDE[1])
        turn()
        assert page.search.geometry().right() == page.filters.rect().right()
        assert page.search.width() <= page.search.maximumWidth()
    assert page.search.y() == page.add_button.y()


def test_beside_the_list_a_record_has_no_way_back(page: RecordPage) -> None:
    assert page.view.isVisible()
    assert not page.right.back.isVisible()


def test_all_that_stands_under_a_form_follows_the_record(open_desk: Opened, show: Show) -> None:
    page = page_of_activities(open_desk(*RECORDS), show, below=(Said, Counted))
    page.show_record(GAIT)
    assert page.under(Said).words.text() == GAIT.title
    assert page.under(Counted).words.text() == str(len(GAIT.title))
    assert page.under(Said).y() < page.under(Counted).y()
    page.flush()
    assert [each.flushed for each in page.below if isinstance(each, Said)] == [1, 1]


def test_what_is_changed_elsewhere_shows_here(page: RecordPage) -> None:
    page.desk.session.edit(GAIT, replace(GAIT, title="Gait, from elsewhere"))
    page.desk.session.add(CpdActivity(title="Captured", started_on=date(2026, 3, 12)))
    turn()
    assert titles(page)[:2] == ["Captured", "Gait, from elsewhere"]
    assert title_box(page).text() == "Gait, from elsewhere"
    assert page.left.counted.text() == "4 CPD activities"


def test_the_place_of_the_line_between_list_and_record_is_remembered(
    page: RecordPage, show: Show
) -> None:
    page.split.moveSplitter(300, 1)
    again = shown(page.desk, show)
    assert abs(again.split.sizes()[0] - page.split.sizes()[0]) <= 2


def choose(page: RecordPage, name: str, words: str) -> None:
    combo = inside(page, QComboBox, name)
    combo.setCurrentIndex(combo.findText(words))
    turn()
