"""Confidence, rated as a person rates themselves."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTextEdit

from ahp_companion.domain.confidence import ConfidenceRating, Measure, RatedStatement
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.records import Record
from ahp_companion.ui.charts import ChartView
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.entry_row import EntryRow
from ahp_companion.ui.fields.steps import Step
from ahp_companion.ui.pages.confidence import ConfidencePage, confidence_page
from ahp_companion.ui.pages.confidence.ratings import Ratings
from ahp_companion.ui.pages.confidence.starters import starters_menu
from tests.ui.desks import TODAY, Heard, Opened, inside, kept, press, turn, write

ME = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MINE = Preceptorship(started_on=date(2025, 9, 1))
HELP = RatedStatement(words="I ask for help in time.")
SAYING = RatedStatement(words="I can say how long I have.")
EARLY = ConfidenceRating(rated=HELP.id, on=date(2025, 9, 15), rating=3, words="Everything is new")
LATE = ConfidenceRating(rated=HELP.id, on=date(2026, 2, 2), rating=7)
ABLE = ConfidenceRating(
    rated=HELP.id, on=date(2026, 2, 2), rating=5, measure=Measure.COMPETENCE
)  # fmt: skip
Show = Callable[..., Any]
R = TypeVar("R", bound=Record)


@pytest.fixture
def page(open_desk: Opened, show: Show) -> ConfidencePage:
    """Return the page over two statements, one of them rated."""
    return shown(open_desk(ME, MINE, HELP, SAYING, EARLY, LATE, ABLE), show)


def test_a_statement_is_chosen_from_the_starters(desk: Desk, show: Show) -> None:
    page = shown(desk, show)
    first = starters(page)[0]
    first.trigger()
    turn()
    assert page.form.record.words == first.text()
    (held,) = in_the_file(page, RatedStatement)
    assert held.statement.startswith("confidence-starters:")


def test_a_starter_that_was_chosen_is_ticked_and_not_offered_again(desk: Desk, show: Show) -> None:
    page = shown(desk, show)
    starters(page)[0].trigger()
    again = starters(page)
    assert (again[0].isChecked(), again[0].isEnabled()) == (True, False)
    assert (again[1].isChecked(), again[1].isEnabled()) == (False, True)


def test_a_statement_of_ones_own_belongs_to_the_preceptorship_under_way(
    page: ConfidencePage,
) -> None:
    press(page, "add")
    turn()
    write(inside(page, QTextEdit, "words"), "I leave on time.")
    held = {each.words: each for each in in_the_file(page, RatedStatement)}
    assert held["I leave on time."].preceptorship == MINE.id


def test_each_measure_has_a_curve_of_its_own(page: ConfidencePage) -> None:
    assert [view.accessibleName() for view in charts_in(page)] == [
        "Confidence over time",
        "Competence over time",
    ]
    assert "From 3 in September 2025 to 7 in February 2026" in words_in(page)
    assert "5 in February 2026" in words_in(page)


def test_nothing_is_averaged_or_added_up(page: ConfidencePage) -> None:
    press(page, "all-curves")
    turn()
    for words in words_in(page):
        assert not {"average", "mean", "total", "target"} & set(words.casefold().split()), words


def test_a_step_is_reached_with_the_arrows_and_a_rating_added(page: ConfidencePage) -> None:
    page.show_record(SAYING)
    adding = inside(page, QPushButton, "add-rating")
    assert not adding.isEnabled()
    inside(page, Step, "step-1").setFocus()
    QTest.keyClick(inside(page, Step, "step-1"), Qt.Key.Key_Space)
    for _ in range(3):
        step = page.focusWidget()
        assert step is not None
        QTest.keyClick(step, Qt.Key.Key_Right)
    adding.click()
    turn()
    held = [each for each in in_the_file(page, ConfidenceRating) if each.rated == SAYING.id]
    assert [(each.rating, each.on, each.measure) for each in held] == [
        (4, TODAY, Measure.CONFIDENCE)
    ]


def test_the_ends_of_the_scale_say_what_they_mean(page: ConfidencePage) -> None:
    assert inside(page, Step, "step-1").accessibleName() == "1, not yet"
    assert inside(page, Step, "step-10").accessibleName() == "10, fully"


def test_a_rating_begun_for_one_statement_is_not_given_to_another(page: ConfidencePage) -> None:
    inside(page, Step, "step-8").click()
    page.show_record(SAYING)
    assert not inside(page, QPushButton, "add-rating").isEnabled()


def test_every_rating_is_listed_newest_first(page: ConfidencePage) -> None:
    said = [row.accessibleName() for row in ratings(page).board.rows.values()]
    assert sorted(said[:2]) == ["Competence 5, 2 February 2026", "Confidence 7, 2 February 2026"]
    assert said[2] == "Confidence 3, Everything is new, 15 September 2025"


def test_a_rating_is_changed_and_its_curve_follows(page: ConfidencePage) -> None:
    page.show_record(LATE)
    editor = ratings(page).board.editor(ConfidenceRating)
    inside(editor, Step, "step-9").click()
    turn()
    assert "From 3 in September 2025 to 9 in February 2026" in words_in(page)
    held = {each.id: each.rating for each in in_the_file(page, ConfidenceRating)}
    assert held == {EARLY.id: 3, LATE.id: 9, ABLE.id: 5}


def test_a_deleted_rating_comes_back_with_undo(page: ConfidencePage, heard: Heard) -> None:
    page.show_record(EARLY)
    press(ratings(page).board, "delete")
    turn()
    assert heard.said == ["Deleted rating · Undo with Ctrl+Z"]
    assert len(ratings(page).board.rows) == 2
    page.desk.session.undo()
    turn()
    assert len(ratings(page).board.rows) == 3


def test_the_list_says_where_each_curve_stands(page: ConfidencePage) -> None:
    said = [
        page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]
    assert said == [
        "I ask for help in time., Confidence 7 · Competence 5 · February 2026",
        "I can say how long I have., Not rated yet",
    ]


def test_all_curves_are_seen_together_and_lead_to_their_statement(page: ConfidencePage) -> None:
    page.show_record(SAYING)
    press(page, "all-curves")
    turn()
    rows = [row for row in page.findChildren(EntryRow, "curve") if row.isVisible()]
    assert [row.accessibleName() for row in rows] == [
        "I ask for help in time., From 3 in September 2025 to 7 in February 2026",
        "I ask for help in time., 5 in February 2026",
    ]
    rows[0].click()
    turn()
    assert page.form.record == HELP
    assert not inside(page, QPushButton, "all-curves").isChecked()


def test_all_curves_follow_a_change_made_elsewhere(page: ConfidencePage) -> None:
    press(page, "all-curves")
    page.desk.session.delete(ABLE)
    turn()
    assert len([row for row in page.findChildren(EntryRow, "curve") if row.isVisible()]) == 1


def test_cards_share_the_width_there_is(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(ME, HELP, EARLY, ABLE), show, 1600)
    press(page, "all-curves")
    turn()
    assert page.overview is not None
    wide = page.overview.cards[0].width()
    page.resize(500, 700)
    turn()
    assert page.overview.cards[0].width() < page.overview.viewport().width()
    assert wide < 1600 / 3


def shown(desk: Desk, show: Show, width: int = 972) -> ConfidencePage:
    page = confidence_page(desk)
    assert isinstance(page, ConfidencePage)
    show(page, width)
    turn()
    return page


def in_the_file(page: ConfidencePage, record: type[R]) -> list[R]:
    """Return what is kept, with the page put away as when the window closes."""
    page.flush()
    page.hide()
    turn()
    return kept(page.desk.session, record)


def starters(page: ConfidencePage) -> list[QAction]:
    """Return the lines under the first heading of the menu of starters."""
    menu = starters_menu(page.desk, page, page.choose)
    under = menu.actions()[0].menu()
    assert isinstance(under, QMenu)
    return under.actions()


def ratings(page: ConfidencePage) -> Ratings:
    return page.under(Ratings)


def charts_in(page: ConfidencePage) -> list[ChartView]:
    return [each for each in page.findChildren(ChartView) if each.isVisible()]


def words_in(page: ConfidencePage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
