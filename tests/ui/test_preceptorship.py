"""The preceptorship page, used as a person uses it: what is typed and pressed is in the file."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Layer, Need, Objective, ObjectiveState, Strength
from ahp_companion.domain.practitioner import Practitioner, Role, Workplace
from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Side,
    Status,
    usual_milestones,
)
from ahp_companion.domain.records import Record
from ahp_companion.domain.reflections import Reflection
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.entry_row import EntryRow
from ahp_companion.ui.pages.preceptorship.milestone_line import Reached
from ahp_companion.ui.pages.preceptorship.page import PreceptorshipPage, preceptorship_page
from ahp_companion.ui.pages.preceptorship.parts import DETAILS, PEOPLE, PLACEMENTS, PLAN
from tests.ui.desks import Heard, Opened, kept, leave, press, turn, write

Show = Callable[..., Any]
R = TypeVar("R", bound=Record)
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MARTA = Person(name="Marta Zielińska", roles=(PersonRole.PRECEPTOR,), profession="OT")
TRUST = Workplace(name="Meadow Vale")
YEAR = Preceptorship(
    started_on=date(2025, 9, 1), workplace=TRUST.id, preceptor=MARTA.id, status=Status.UNDER_WAY
)


@pytest.fixture
def begun(open_desk: Opened) -> Desk:
    """Return a desk over a year's preceptorship with its four milestones."""
    return open_desk(OWNER, TRUST, MARTA, YEAR, *usual_milestones(YEAR))


@pytest.fixture
def page(begun: Desk, show: Show) -> PreceptorshipPage:
    """Return the page over a year's preceptorship, in a window."""
    made = preceptorship_page(begun)
    show(made)
    return made


def box(control: QWidget) -> QLineEdit:
    """Return the line that a control is typed into."""
    found = control.findChildren(QLineEdit)
    assert found
    return found[0]


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def in_file(desk: Desk, record: type[R]) -> list[R]:
    """Return the records of a type in the file, once all that waits to be shown is shown."""
    turn()
    return kept(desk.session, record)


def titles(holder: QWidget) -> list[str]:
    """Return the titles of the entries that can be seen, from the top."""
    rows = [each for each in holder.findChildren(EntryRow) if each.isVisible()]
    return [each.entry.title for each in sorted(rows, key=lambda row: row.y())]


def opened(page: PreceptorshipPage) -> str:
    """Return the code of the tab that is open."""
    return page.parts[page.tabs.currentIndex()].code


def test_one_press_begins_a_preceptorship_today_with_its_usual_milestones(
    desk: Desk, show: Show
) -> None:
    page = show(preceptorship_page(desk))
    press(page, "begin")
    turn()
    assert opened(page) == DETAILS
    assert [each.started_on for each in in_file(desk, Preceptorship)] == [date(2026, 3, 12)]


def test_beginning_is_one_step_to_undo(desk: Desk, show: Show) -> None:
    page = show(preceptorship_page(desk))
    press(page, "begin")
    turn()
    assert len(desk.session.all(Milestone)) == 4
    desk.session.undo()
    turn()
    assert desk.session.all(Milestone) == []
    assert page.stack.currentIndex() == 0


def test_a_preceptor_begins_on_the_preceptors_side(open_desk: Opened, show: Show) -> None:
    desk = open_desk(Practitioner(name="Łucja", profession="PA", role=Role.PRECEPTOR))
    page = show(preceptorship_page(desk))
    press(page, "begin")
    assert page.current.side is Side.PRECEPTOR
    assert page.part(DETAILS).form.controls["preceptee_initials"].isVisible()


def test_the_head_says_where_and_with_whom(page: PreceptorshipPage) -> None:
    words = "Meadow Vale, with Marta Zielińska (occupational therapist)"
    assert page.head.with_whom.text() == words


def test_a_preceptor_sees_initials_and_what_they_bring(open_desk: Opened, show: Show) -> None:
    theirs = Preceptorship(
        side=Side.PRECEPTOR,
        preceptee_initials="R.T.",
        preceptee_profession="PA",
        started_on=date(2025, 9, 1),
    )
    page = show(preceptorship_page(open_desk(OWNER, theirs)))
    assert page.head.with_whom.text() == "preceptor of R.T. (paramedic)"
    assert page.part(PLAN).left._heads["strength"][0].text() == "What they bring"


def test_another_length_moves_the_milestones_in_the_same_step(
    page: PreceptorshipPage, begun: Desk
) -> None:
    page.open_part(DETAILS)
    write(box(page.part(DETAILS).form.controls["length_months"]), "5")
    leave(box(page.part(DETAILS).form.controls["length_months"]))
    turn()
    due = [each.title for each in begun.session.all(Milestone)]
    assert due == ["1¼ months", "2½ months", "3¾ months", "5 months"]
    begun.session.undo()
    turn()
    assert [each.title for each in begun.session.all(Milestone)][-1] == "12 months"
    assert page.part(DETAILS).form.controls["length_months"].value() == 12
    assert page.part(PLAN).milestones.line.points[-1].point.title == "12 months"


def test_another_length_asks_why_and_with_whom_until_both_are_said(
    page: PreceptorshipPage, begun: Desk
) -> None:
    page.open_part(DETAILS)
    controls = page.part(DETAILS).form.controls
    assert not controls["length_reason"].isVisible()
    write(box(controls["length_months"]), "5")
    leave(box(controls["length_months"]))
    assert controls["length_remark"].isVisible()
    write(controls["length_reason"].focus_widget(), "Back to a role I know")
    write(box(controls["length_agreed_with"]), "Marta and Chris")
    page.flush()
    assert controls["length_reason"].isVisible()
    assert not controls["length_remark"].isVisible()
    saved = in_file(begun, Preceptorship)[0]
    assert (saved.length_reason, saved.length_agreed_with) == (
        "Back to a role I know",
        "Marta and Chris",
    )


def test_a_length_that_nobody_could_mean_is_kept_within_ten_years(
    page: PreceptorshipPage, begun: Desk
) -> None:
    page.open_part(DETAILS)
    for typed, months in (("999", 120), ("-3", 1)):
        write(box(page.part(DETAILS).form.controls["length_months"]), typed)
        leave(box(page.part(DETAILS).form.controls["length_months"]))
        assert begun.session.all(Preceptorship)[0].length_months == months


def test_a_strength_is_added_and_written_in_its_own_place(
    page: PreceptorshipPage, begun: Desk
) -> None:
    press(page, "add-strength")
    line = focused()
    QTest.keyClicks(line, "Calm with people who are frightened of falling")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    turn()
    assert titles(page.part(PLAN).left) == ["Calm with people who are frightened of falling"]
    assert isinstance(QApplication.focusWidget(), EntryRow)
    assert [each.words for each in in_file(begun, Strength)] == [
        "Calm with people who are frightened of falling"
    ]


def test_an_empty_layer_is_pointed_out_and_can_be_begun(
    page: PreceptorshipPage, begun: Desk
) -> None:
    press(page, "add-team")
    QTest.keyClicks(focused(), "Join the huddle")
    page.flush()
    assert [(each.title, each.layer) for each in in_file(begun, Objective)] == [
        ("Join the huddle", Layer.TEAM)
    ]


def test_an_open_objective_follows_to_another_layer_with_the_keyboard_in_it(
    page: PreceptorshipPage, begun: Desk
) -> None:
    page.part(PLAN).add_objective()
    form = page.part(PLAN).right.editor(Objective).form
    layer = form.controls["layer"].focus_widget()
    assert isinstance(layer, QComboBox)
    layer.setFocus()
    QTest.keyClick(layer, Qt.Key.Key_End)
    turn()
    assert begun.session.all(Objective)[0].layer is Layer.TEAM
    assert form.isVisible()
    assert layer.hasFocus()


def test_reaching_an_objective_dates_it_and_counts_it(page: PreceptorshipPage, begun: Desk) -> None:
    begun.session.add(Objective(preceptorship=YEAR.id, title="Ask before the visit"))
    turn()
    objective = begun.session.all(Objective)[0]
    page.show_record(objective)
    state = page.part(PLAN).right.editor(Objective).form.controls["state"].focus_widget()
    assert isinstance(state, QComboBox)
    state.setCurrentIndex(2)
    state.activated.emit(2)
    turn()
    saved = begun.session.all(Objective)[0]
    assert (saved.state, saved.reached_on) == (ObjectiveState.REACHED, date(2026, 3, 12))
    assert page.part(PLAN)._counted.text() == "1, of which 1 reached"


def test_an_objective_says_how_much_was_written_about_it(open_desk: Opened, show: Show) -> None:
    objective = Objective(preceptorship=YEAR.id, title="Ask before the visit")
    about = [Reflection(objectives=(objective.id,)) for _ in range(2)]
    page = show(preceptorship_page(open_desk(OWNER, TRUST, MARTA, YEAR, objective, *about)))
    assert page.part(PLAN).right.rows[objective.id].entry.aside[1] == "2 reflections"


def test_deleting_can_be_undone_and_the_line_comes_back(
    page: PreceptorshipPage, begun: Desk, heard: Heard
) -> None:
    begun.session.add(Need(preceptorship=YEAR.id, words="Deciding alone"))
    turn()
    page.show_record(begun.session.all(Need)[0])
    page.part(PLAN).left.editor(Need).delete()
    turn()
    assert titles(page.part(PLAN).left) == []
    assert heard.said == ["Deleted need · Undo with Ctrl+Z"]
    begun.session.undo()
    turn()
    assert titles(page.part(PLAN).left) == ["Deciding alone"]


def test_a_milestone_is_reached_by_keyboard_and_held(page: PreceptorshipPage, begun: Desk) -> None:
    point = page.part(PLAN).milestones.line.points[1]
    point.setFocus()
    QTest.keyClick(point, Qt.Key.Key_Space)
    held_on = box(page.part(PLAN).milestones.editor.form.controls["held_on"])
    write(held_on, "4 December 2025")
    leave(held_on)
    turn()
    assert page.part(PLAN).milestones.line.points[1].point.words == "4 Dec, held"
    assert in_file(begun, Milestone)[0].held_on == date(2025, 12, 4)


def test_every_milestone_gets_a_meeting_once(page: PreceptorshipPage, begun: Desk) -> None:
    press(page, "plan-meetings")
    turn()
    assert not page.part(PLAN).milestones.plan_button.isVisible()
    words = [each.point.words for each in page.part(PLAN).milestones.line.points[1:]]
    assert words == ["1 Dec, planned", "1 Mar, planned", "1 Jun, booked", "31 Aug, booked"]
    meetings = in_file(begun, Meeting)
    assert [each.people for each in meetings] == [(MARTA.id,)] * 4


def test_the_line_stands_upright_where_there_is_no_room(
    page: PreceptorshipPage, show: Show
) -> None:
    line = page.part(PLAN).milestones.line
    assert len({each.y() for each in line.points}) == 1
    page.resize(360, 700)
    turn()
    assert len({each.y() for each in line.points}) == 5
    assert all(each.geometry().right() <= line.width() for each in line.points)


def test_a_placement_says_what_is_still_open(page: PreceptorshipPage, begun: Desk) -> None:
    page.open_part(PLACEMENTS)
    turn()
    press(page, "add-placement")
    turn()
    press(page, "has_preceptor")
    page.part(PLACEMENTS).board.close_open()
    turn()
    placement = begun.session.all(Placement)[0]
    entry = page.part(PLACEMENTS).board.rows[placement.id].entry
    assert entry.warning == "Still open: a supervisor, support needs and an induction."
    assert entry.state is not None
    assert entry.state.word == "To see to"


def test_two_preceptorships_are_shown_one_at_a_time(open_desk: Opened, show: Show) -> None:
    mine = Preceptorship(title="Mine", started_on=date(2025, 9, 1))
    theirs = Preceptorship(
        side=Side.PRECEPTOR, preceptee_initials="A.B.", started_on=date(2025, 6, 1)
    )
    first = Strength(preceptorship=mine.id, words="Welsh")
    second = Strength(preceptorship=theirs.id, words="Crowds")
    page = show(preceptorship_page(open_desk(OWNER, mine, theirs, first, second)))
    assert page.head.chooser.isVisible()
    assert titles(page.part(PLAN).left) == ["Welsh"]
    page.head.chooser.setCurrentIndex(1)
    page.head.chooser.activated.emit(1)
    turn()
    assert titles(page.part(PLAN).left) == ["Crowds"]
    page.show_record(first)
    assert page.head.chooser.currentText() == "Mine, 2025"
    assert page.part(PLAN).left.opened == first


def test_one_preceptorship_needs_no_choosing(page: PreceptorshipPage) -> None:
    assert not page.head.chooser.isVisible()


@pytest.mark.parametrize(
    ("record", "tab"),
    [
        (YEAR, PLAN),
        (MARTA, PEOPLE),
        (Placement(preceptorship=YEAR.id), PLACEMENTS),
        (Milestone(preceptorship=YEAR.id), PLAN),
        (Strength(preceptorship=YEAR.id), PLAN),
        (Need(preceptorship=YEAR.id), PLAN),
        (Objective(preceptorship=YEAR.id), PLAN),
    ],
)
def test_every_record_of_a_preceptorship_is_shown_in_its_tab(
    page: PreceptorshipPage, begun: Desk, record: Any, tab: str
) -> None:
    if begun.session.get(type(record), record.id) is None:
        begun.session.add(record)
    page.show_record(record)
    assert opened(page) == tab


def test_a_person_can_be_named_without_any_preceptorship(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, Person())
    page = show(preceptorship_page(desk))
    page.show_record(desk.session.all(Person)[0])
    turn()
    QTest.keyClicks(focused(), "Owen")
    page.flush()
    assert page.part(PEOPLE).isVisible()
    assert [each.name for each in in_file(desk, Person)] == ["Owen"]


def test_a_change_is_read_for_the_tab_that_is_seen_and_by_another_once_it_is(
    page: PreceptorshipPage, begun: Desk
) -> None:
    def reads(name: str) -> int:
        found: list[str] = []
        connection = begun.session._file.db.conn
        connection.set_trace_callback(found.append)
        begun.session.set(MARTA, name=name)
        turn()
        connection.set_trace_callback(None)
        return sum(each.startswith(("SELECT", "select")) for each in found)

    page.open_part(PLAN)
    turn()
    # The first change to a file reads how it is searched as well.
    reads("Marta")
    alone = reads("Marta Z.")
    for each in page.parts:
        page.open_part(each.code)
    page.open_part(PLAN)
    turn()
    assert reads("Marta Zielińska") == alone > 0
    begun.session.set(YEAR, title="Ward five")
    details = page.open_part(DETAILS)
    assert details.form.controls["title"].value() == "Ward five"
    begun.session.undo()
    turn()
    assert details.form.controls["title"].value() == ""


def test_tab_goes_through_the_plan_as_it_reads(page: PreceptorshipPage, begun: Desk) -> None:
    begun.session.add(Strength(preceptorship=YEAR.id, words="First"))
    begun.session.add(Strength(preceptorship=YEAR.id, words="Second"))
    turn()
    rows = [each for each in page.part(PLAN).left.rows.values() if each.isVisible()]
    rows[0].setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused().objectName())
    assert rows[0].entry.title == "First"
    assert seen == ["strength-row", "add-strength", "add-need"]


def test_every_stop_of_the_keyboard_has_a_name(page: PreceptorshipPage, begun: Desk) -> None:
    begun.session.add(Objective(preceptorship=YEAR.id, title="Ask"))
    turn()
    for part in page.parts:
        page.open_part(part.code)
        stops = [
            each
            for each in page.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops
        assert [each for each in stops if not each.accessibleName()] == []
        assert [each for each in stops if not each.objectName()] == []


def test_a_milestone_is_held_when_its_meeting_is_and_stays_where_it_was(
    page: PreceptorshipPage, begun: Desk
) -> None:
    first = begun.session.all(Milestone)[0]
    begun.session.add(Meeting(preceptorship=YEAR.id, milestone=first.id, held_on=date(2025, 12, 4)))
    turn()
    assert page.part(PLAN).milestones.line.points[1].point.words == "4 Dec, held"
    assert page.part(PLAN).milestones.line.points[1].point.reached is Reached.HELD
    assert page.part(PLAN).milestones.line.points[2].point.reached is Reached.NEXT
    page.open_part(DETAILS)
    write(box(page.part(DETAILS).form.controls["length_months"]), "6")
    leave(box(page.part(DETAILS).form.controls["length_months"]))
    turn()
    kept_as_it_was, moved, *_ = begun.session.all(Milestone)
    assert kept_as_it_was == first
    assert moved.title == "3 months"


def test_the_only_one_here_sees_who_fills_the_layer_of_the_profession(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(OWNER, Preceptorship(started_on=date(2025, 9, 1), only_one_here=True))
    page = show(preceptorship_page(desk))
    turn()
    assert "No contact of your own profession yet" in said(page.part(PLAN).right)
    desk.session.add(
        Person(
            name="Ishbel MacAskill", organisation="Forthside", roles=(PersonRole.SAME_PROFESSION,)
        )
    )
    turn()
    assert "Through Ishbel MacAskill, Forthside" in said(page.part(PLAN).right)
    assert "No contact of your own profession yet" not in said(page.part(PLAN).right)


def test_a_layer_that_has_objectives_says_who_fills_it_too(
    sample_desk: Callable[..., Desk], show: Show
) -> None:
    desk = sample_desk("prosthetist-orthotist")
    page = show(preceptorship_page(desk))
    turn()
    assert any(
        each.startswith("Through Ishbel MacAskill, Forthside")
        for each in said(page.part(PLAN).right)
    )
    held = [each for each in desk.session.all(Objective) if each.layer is Layer.PROFESSION]
    assert held
    for each in desk.session.all(Person):
        if PersonRole.SAME_PROFESSION in each.roles:
            desk.session.delete(each)
    turn()
    assert "No contact of your own profession yet" in said(page.part(PLAN).right)


def said(holder: QWidget) -> list[str]:
    """Return the labels that can be seen."""
    return [each.text() for each in holder.findChildren(QLabel) if each.isVisible()]
