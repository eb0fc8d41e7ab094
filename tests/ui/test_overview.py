"""The overview: what is next and what waits, each line going where it points."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Side, Status
from ahp_companion.domain.protected_time import Per, ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.returning import Recheck
from ahp_companion.domain.training import Training
from ahp_companion.ui.charts import ChartView
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages import MAKERS, page_of
from ahp_companion.ui.pages.overview.page import OverviewPage, overview_page
from tests.ui.desks import TODAY, Heard, Opened, inside, turn

Show = Callable[..., Any]
OWNER = Practitioner(
    name="Rhiannon Ŵyn",
    profession="PH",
    indemnity_provider="The union",
    indemnity_expires_on=date(2026, 4, 1),
)
MINE = Preceptorship(title="Community team", started_on=date(2026, 1, 1))
MILESTONE = Milestone(preceptorship=MINE.id, title="6 months", due_on=date(2026, 7, 1))
MEETING = Meeting(preceptorship=MINE.id, title="Third month", planned_on=date(2026, 3, 19))
TIME = ProtectedTime(
    preceptorship=MINE.id, on=date(2026, 3, 17), planned_minutes=120, used_for="Shadowing"
)
ACTION = Action(meeting=MEETING.id, words="Book the study day", due_on=date(2026, 3, 10))
PERSON = Person(
    name="Cerys",
    roles=(PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR),
    organisation="Ysbyty",
)
REFLECTION = Reflection(title="A hard afternoon", on=TODAY, model="what", answers={"what": "I ran"})
ACTIVITY = CpdActivity(title="Journal club", started_on=date(2026, 3, 2))
WAITING = (OWNER, PERSON, MINE, MILESTONE, TIME, MEETING, ACTION, REFLECTION, ACTIVITY)


@pytest.fixture
def page(open_desk: Opened, show: Show) -> OverviewPage:
    """Return the overview of someone for whom a little of everything waits."""
    return shown(open_desk(*WAITING), show)


def shown(desk: Desk, show: Show) -> OverviewPage:
    page: OverviewPage = show(overview_page(desk))
    turn()
    return page


def lines(page: OverviewPage) -> list[QPushButton]:
    held = page.findChildren(QPushButton, "line")
    return [each for each in held if each.isVisible()]


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def words(page: OverviewPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_what_is_next_and_what_waits_stand_in_order(page: OverviewPage) -> None:
    assert [each.accessibleName() for each in lines(page)] == [
        "Protected time, 2 h, 17 March 2026 · Shadowing, in 5 days",
        "Third month, 19 March 2026 · Preceptorship, in 7 days",
        "Your indemnity cover runs out, The union · 1 April 2026, in 20 days",
        "HCPC registration renewal, Open since 1 February 2026, closes 30 April 2026, in 49 days",
        "Review at 6 months, 1 July 2026 · no meeting planned yet, in 111 days",
        "A hard afternoon, Reflection begun on 12 Mar, 2 prompts left, today",
        "1 activity to reflect on, Journal club, 10 days ago",
        "Book the study day, was due 10 March 2026, 2 days ago",
        "Say how Cerys’s two roles are kept apart, Preceptor and clinical supervisor at once",
    ]


def test_every_line_goes_where_it_points(page: OverviewPage, heard: Heard) -> None:
    for each in lines(page):
        QTest.mouseClick(each, Qt.MouseButton.LeftButton)
    assert {type(each) for each in heard.gone_to} == {
        ProtectedTime, Meeting, Practitioner, Milestone, Reflection, CpdActivity, Action, Person,
    }  # fmt: skip
    assert all(each in WAITING for each in heard.gone_to)


def test_every_record_a_line_leads_to_has_a_page_that_shows_it(
    page: OverviewPage, heard: Heard, show: Show
) -> None:
    for each in lines(page):
        QTest.keyClick(each, Qt.Key.Key_Space)
    assert len(heard.gone_to) == len(lines(page))
    for record in heard.gone_to:
        opened = show(MAKERS[page_of(record)](page._desk))
        opened.show_record(record)
        turn()
    assert heard.problems == []


def test_a_line_that_is_done_goes_at_once(page: OverviewPage) -> None:
    before = len(lines(page))
    page._desk.session.set(ACTION, done_on=TODAY)
    turn()
    assert len(lines(page)) == before - 1
    page._desk.session.undo()
    turn()
    assert len(lines(page)) == before


def test_more_than_five_lines_are_five_and_a_number(open_desk: Opened, show: Show) -> None:
    many = [replace(MEETING, id=f"m{at}", planned_on=date(2026, 5, at + 1)) for at in range(7)]
    page = shown(open_desk(Practitioner(), MINE, *many), show)
    assert len(lines(page)) == 5
    more = inside(page, QPushButton, "more")
    assert more.text() == "and 2 more"
    QTest.keyClick(more, Qt.Key.Key_Space)
    turn()
    assert len(lines(page)) == 7
    assert focused() in lines(page)[5:6]


def test_the_quiet_list_names_what_wants_to_be_looked_at_again(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    course = Training(title="Moving and handling", expires_on=date(2026, 3, 1))
    recheck = Recheck(preceptorship=MINE.id, words="Insulin pumps", due_on=date(2026, 2, 1))
    lost = [
        ProtectedTime(preceptorship=MINE.id, on=date(2026, 3, day), lost_minutes=60)
        for day in (2, 9)
    ]
    page = shown(open_desk(Practitioner(), MINE, course, recheck, *lost), show)
    assert [each.accessibleName() for each in lines(page)] == [
        "Protected time is being lost, 2 h lost and 0 min taken since 15 January 2026; "
        "a letter of one page can ask for it",
        "Insulin pumps, To look at again, 1 February 2026, 39 days ago",
        "Moving and handling, Training, ran out, 1 March 2026, 11 days ago",
    ]
    for each in lines(page):
        QTest.keyClick(each, Qt.Key.Key_Space)
    assert heard.gone_to == [lost[-1], recheck, course]


def test_a_preceptor_who_promised_more_than_there_is_sees_it_first(
    open_desk: Opened, show: Show
) -> None:
    owner = Practitioner(profession="PA", preceptor_minutes=240)
    both = [
        Preceptorship(side=Side.PRECEPTOR, preceptee_initials=initials) for initials in ("A", "B")
    ]
    promised = [
        TimeAgreement(
            preceptorship=each.id,
            whose=Whose.PRECEPTOR,
            minutes=minutes,
            per=Per.MONTH,
            from_on=date(2026, 1, 1),
        )
        for each, minutes in zip(both, (120, 180), strict=True)
    ]
    page = shown(open_desk(owner, *both, *promised), show)
    assert lines(page)[-1].accessibleName() == (
        "More time is promised to preceptees than there is, 5 h a month promised, 4 h there. "
        "That is 1 h more than there is."
    )


def test_with_nothing_to_do_it_says_so(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(Practitioner(profession="SUPPORT")), show)
    assert {"Nothing is planned.", "Nothing is waiting for you."} <= set(words(page))
    assert "12 March 2026" in words(page)


def test_everything_can_be_begun_from_here(page: OverviewPage, heard: Heard) -> None:
    menu = page.add_button.menu()
    assert isinstance(menu, QMenu)
    for each in menu.actions():
        each.trigger()
    assert heard.begun == ["cpd", "reflections", "meetings", "time", "preceptorship"]


def test_a_window_left_open_overnight_counts_from_the_new_day(page: OverviewPage) -> None:
    page._desk.session.today = _tomorrow
    page.shown()
    turn()
    assert "13 March 2026" in words(page)
    assert "in 4 days" in words(page)


def test_the_pictures_of_the_year_say_in_words_what_they_show(
    sample_desk: Callable[..., Desk], show: Show
) -> None:
    page = shown(sample_desk("maternity-return"), show)
    page.shown()
    turn()
    charts = [each for each in page.findChildren(ChartView) if each.isVisible()]
    assert len(charts) >= 2
    assert all(each.accessibleName() for each in charts)
    sentences = [each for each in words(page) if "since" in each]
    assert len(sentences) == 2


@pytest.mark.parametrize(("width", "beside"), [(972, True), (700, False)])
def test_a_narrow_page_puts_what_waits_under_what_is_next(
    open_desk: Opened, show: Show, width: int, beside: bool
) -> None:
    page = show(overview_page(open_desk(*WAITING)), width, 900)
    turn()
    first, last = lines(page)[0], lines(page)[-1]
    assert (last.mapTo(page, last.rect().topLeft()).x() > first.width()) is beside


def _tomorrow() -> date:
    return date(2026, 3, 13)


def test_what_went_by_unrecorded_waits_and_a_milestone_met_early_is_gone(
    open_desk: Opened, show: Show
) -> None:
    over = Preceptorship(title="Before", status=Status.FINISHED)
    missed = replace(MEETING, id="gone-by", planned_on=date(2026, 3, 11))
    met = Meeting(preceptorship=MINE.id, milestone=MILESTONE.id, held_on=date(2026, 3, 2))
    objectives = [
        Objective(preceptorship=held.id, title=title, due_on=date(2026, 3, 1))
        for held, title in ((MINE, "Lead a round"), (over, "Long ago"))
    ]
    desk = open_desk(Practitioner(), MINE, over, MILESTONE, missed, met, *objectives)
    page = shown(desk, show)
    assert [each.accessibleName() for each in lines(page)] == [
        "Third month, was planned for 11 March 2026 and is not recorded as held, yesterday",
        "Lead a round, Objective, was due 1 March 2026, 11 days ago",
    ]
