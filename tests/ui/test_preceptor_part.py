"""The preceptor's side: each preceptee apart, the hours there are, and CPD of one's own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from ahp_companion.domain.calendar import months_after
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.protected_time import Per, TimeAgreement, Whose
from ahp_companion.domain.workbooks import Worksheet
from ahp_companion.ui.pages.about import about_page
from ahp_companion.ui.pages.meetings.page import AfterMeeting, meetings_page
from ahp_companion.ui.pages.overview.page import overview_page
from ahp_companion.ui.pages.preceptorship.page import preceptorship_page
from ahp_companion.ui.pages.preceptorship.parts import DETAILS
from ahp_companion.ui.pages.preceptorship.preceptor import PreceptorPart, preceptor_part
from tests.preceptees import ALPHA, BRAVO, OWNER, belonging, preceptorship_of
from tests.ui.desks import TODAY, Heard, Opened, inside, kept, leave, press, turn, write
from tests.ui.measuring import misplaced

Show = Callable[..., Any]
A = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="T.A.", started_on=date(2025, 9, 1))
B = Preceptorship(side=Side.PRECEPTOR, preceptee_initials="S.B.", started_on=date(2025, 11, 1))


def promised(preceptorship: Preceptorship, hours: int) -> TimeAgreement:
    """Return so many hours a month that a preceptor promised."""
    return TimeAgreement(
        preceptorship=preceptorship.id,
        whose=Whose.PRECEPTOR,
        minutes=60 * hours,
        per=Per.MONTH,
        from_on=date(2025, 9, 1),
    )


def words_of(part: QWidget) -> str:
    """Return every word that a part holds, seen or heard, but for what could be chosen instead."""
    said: list[str] = []
    for each in part.findChildren(QWidget):
        said.append(each.accessibleName())
        if isinstance(each, QLabel | QAbstractButton | QLineEdit):
            said.append(each.text())
        elif isinstance(each, QTextEdit):
            said.append(each.toPlainText())
        elif isinstance(each, QComboBox):
            said.append(each.currentText())
    return "\n".join(said)


@pytest.fixture
def part(open_desk: Opened, show: Show) -> PreceptorPart:
    """Return the part over two preceptees, who were promised an hour more than there is."""
    desk = open_desk(OWNER, A, B, promised(A, 2), promised(B, 3))
    made = preceptor_part(desk)
    show(made, 720, 700)
    made.show_preceptorship(A)
    turn()
    return made


def test_more_promised_than_there_is_is_said_in_words_for_each_preceptee(
    part: PreceptorPart,
) -> None:
    assert part.capacity.text() == (
        "5 h a month promised, 4 h there. That is 1 h more than there is."
    )
    names = [each.accessibleName() for each in part.rows]
    assert [name.split(",")[0] for name in names] == ["T.A.", "S.B."]
    assert "2 h a month" in names[0]


def test_capacity_follows_the_hours_that_there_are(part: PreceptorPart) -> None:
    part._desk.session.set(OWNER, preceptor_minutes=300)
    turn()
    assert part.capacity.text() == "5 h a month promised, 5 h there."


def test_a_preceptees_row_keeps_the_keyboard_whatever_changes_round_it(
    part: PreceptorPart, heard: Heard
) -> None:
    session, row = part._desk.session, part.rows[1]
    row.setFocus()
    session.set(OWNER, preceptor_minutes=300)
    turn()
    assert row.hasFocus()
    session.set(A, status=Status.FINISHED)
    session.set(B, preceptee_initials="S.C.")
    turn()
    assert part.rows == [row]
    assert row.hasFocus()
    press(part, "preceptee-row")
    assert [each.preceptee_initials for each in heard.gone_to] == ["S.C."]


def test_the_hours_there_are_are_written_under_about_you(open_desk: Opened, show: Show) -> None:
    desk = open_desk(replace(OWNER, preceptor_minutes=None))
    page = about_page(desk)
    show(page, 900, 1200)
    box = inside(page, QLineEdit, "preceptor_minutes")
    write(box, "4 h")
    leave(box)
    (owner,) = kept(desk.session, Practitioner)
    assert owner.preceptor_minutes == 240


def test_a_preceptee_is_not_shown_the_preceptors_side(open_desk: Opened, show: Show) -> None:
    made = preceptor_part(open_desk(OWNER, A))
    show(made)
    made.show_preceptorship(replace(A, side=Side.PRECEPTEE))
    assert not made.isVisible()


def test_readiness_and_learning_begin_here_and_feedback_given_is_listed(
    part: PreceptorPart, heard: Heard
) -> None:
    press(part, "preceptor-readiness")
    press(part, "preceptor-learning")
    turn()
    assert [each.workbook for each in heard.gone_to] == [
        "preceptor-readiness",
        "preceptor-learning",
    ]
    assert len(part.own.rows) == 2
    assert part.feedback.rows == []
    part._desk.session.add(
        Worksheet(workbook="feedback-preceptee", preceptorship=A.id, given_by="T.A.")
    )
    turn()
    assert "from T.A." in part.feedback.rows[0].accessibleName()


@pytest.mark.parametrize(("canary", "other"), [(ALPHA, BRAVO), (BRAVO, ALPHA)])
def test_no_tab_of_one_preceptee_shows_a_word_of_the_other(
    open_desk: Opened, show: Show, canary: str, other: str
) -> None:
    mine, others = belonging(canary), belonging(other)
    # Whom the owner knows is an address book of the owner's own, and a list of preceptees has both.
    shared = ("person", "contact")
    desk = open_desk(OWNER, *mine, *others)
    page = preceptorship_page(desk)
    show(page, 1100, 800)
    page.show_record(preceptorship_of(mine))
    for tab in page.parts:
        made = page.open_part(tab.code)
        turn()
        words = [
            line
            for line in words_of(made).splitlines()
            if not any(f"{other} {kind}" in line for kind in shared)
        ]
        assert any(canary in line for line in words), tab.code
        mixed = [line for line in words if other in line]
        assert mixed == [] or tab.code == "details", tab.code
        # The one place where both stand side by side: hours promised, by initials alone.
        assert {line.split(",")[0] for line in mixed} <= {
            f"{other} preceptorship preceptee_initials"
        }


def test_a_meeting_is_logged_once_and_shown_after_that(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    meeting = Meeting(
        preceptorship=A.id,
        title="T.A. and the night shift",
        record="T.A. is finding their feet",
        held_on=TODAY,
        minutes=60,
    )
    desk = open_desk(OWNER, A, meeting)
    page = meetings_page(desk)
    show(page, 1100, 900)
    page.show_record(meeting)
    button = page.under(AfterMeeting).cpd_button
    assert button.text() == "Log this as CPD"
    press(page, "log-as-cpd")
    turn()
    assert button.text() == "Logged as CPD: show it"
    press(page, "log-as-cpd")
    turn()
    first, second = heard.gone_to
    assert first == second
    desk.session.undo()
    turn()
    assert button.text() == "Log this as CPD"
    desk.session.redo()
    (activity,) = kept(desk.session, CpdActivity)
    assert activity.pillars == (Pillar.EDUCATION,)
    assert "T.A." not in repr(activity)
    assert activity.preceptorship is None


def test_of_twelve_preceptees_in_six_years_todays_meeting_is_seen_at_once(
    open_desk: Opened, show: Show
) -> None:
    records: list[Any] = []
    for at in range(12):
        start = months_after(date(2020, 3, 1), 6 * at)
        one = Preceptorship(
            side=Side.PRECEPTOR,
            preceptee_initials=f"P.{at}.",
            started_on=start,
            status=Status.UNDER_WAY if at > 9 else Status.FINISHED,
        )
        records += [one, *_every_fortnight(one, start)]
    current = records[-1].preceptorship
    today = Meeting(preceptorship=current, title="Today at last", planned_on=TODAY)
    desk = open_desk(OWNER, *records, today)
    page = overview_page(desk)
    show(page, 1100, 760)
    turn()
    lines = [each for each in page.findChildren(QAbstractButton, "line") if each.isVisible()]
    assert lines[0].accessibleName().startswith("Today at last")
    assert lines[0].accessibleName().endswith("today")


def _every_fortnight(one: Preceptorship, start: date) -> list[Meeting]:
    days = [start + timedelta(days=14 * at) for at in range(26)]
    return [
        Meeting(
            preceptorship=one.id,
            planned_on=day,
            held_on=day if day < TODAY else None,
            title=f"Meeting of {one.preceptee_initials}",
        )
        for day in days
        if day != TODAY
    ]


def test_the_details_below_have_the_room_they_need_however_the_buttons_wrap(
    open_desk: Opened, show: Show
) -> None:
    page = preceptorship_page(open_desk(OWNER, A))
    details = page.open_part(DETAILS)
    # As wide as in a face with wider letters.
    details.my_part.findChild(QPushButton, "preceptor-portfolio").setText("My own record " * 3)
    show(page, 972, 724)
    turn()
    assert details.my_part.height() > details.my_part.heightForWidth(10000)
    assert details.form.height() >= details.form.heightForWidth(details.form.width())
    assert misplaced(details) == []


def test_the_time_there_is_can_be_changed_once_it_is_said(open_desk: Opened, show: Show) -> None:
    desk = open_desk(replace(OWNER, preceptor_minutes=None), A)
    part = preceptor_part(desk)
    show(part, 720, 700)
    part.show_preceptorship(A)
    assert inside(part, QAbstractButton, "time-there-is").text() == "Say how much time there is"
    desk.session.set(desk.session.practitioner, preceptor_minutes=240)
    turn()
    changing = inside(part, QAbstractButton, "time-there-is")
    assert changing.text() == changing.accessibleName() == "Change how much time there is"
