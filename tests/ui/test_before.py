"""The Before tab, used as a person uses it: the starter plan, coming back, from elsewhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox

from ahp_companion.domain.meetings import Meeting, MeetingStage
from ahp_companion.domain.plan import Layer, Need, Objective, ObjectiveState, Strength
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import (
    Milestone,
    Preceptorship,
    Transition,
    ends_on,
    usual_milestones,
)
from ahp_companion.domain.returning import Equivalent, Recheck, Standing, Updating, UpdatingKind
from ahp_companion.domain.workbooks import Worksheet
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.preceptorship.before import BeforePart
from ahp_companion.ui.pages.preceptorship.page import PreceptorshipPage, preceptorship_page
from ahp_companion.ui.pages.preceptorship.parts import BEFORE, DETAILS, PLAN
from tests.ui.desks import Answers, Heard, Opened, kept, leave, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="OT")


def before(desk: Desk, preceptorship: Preceptorship, show: Show) -> BeforePart:
    """Return the tab over a preceptorship, in a window high enough for all of it."""
    part = BeforePart(desk)
    part.show_preceptorship(preceptorship)
    show(part, 972, 1600)
    turn()
    return part


def tick_all(*codes: str) -> Callable[[Any], None]:
    """Return what ticks all of some parts of a dialog and adds them."""

    def answer(dialog: Any) -> None:
        assert not any(box.isChecked() for box in dialog.findChildren(QCheckBox, "tick"))
        assert not dialog.act.isEnabled()
        for code in codes:
            press(dialog, f"all-{code}")
        dialog.act.click()

    return answer


def refuse(dialog: Any) -> None:
    """Close a dialog and add nothing."""
    dialog.cancel.click()


def test_what_to_look_at_goes_into_the_meetings_at_the_milestones(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    setting = Preceptorship(transition=Transition.SETTING, started_on=date(2026, 3, 2))
    first, second, *rest = usual_milestones(setting)
    held = Meeting(preceptorship=setting.id, milestone=first.id, held_on=date(2026, 6, 2))
    planned = Meeting(preceptorship=setting.id, milestone=second.id, agenda="– The rota")
    desk = open_desk(OWNER, setting, first, second, *rest, held, planned)
    part = before(desk, setting, show)
    looks = desk.session.catalogue.starter_plans["setting"].looks
    meet(tick_all("looks"))
    press(part, "starter-plan")
    turn()
    agendas = {each.milestone: each.agenda for each in desk.session.all(Meeting)}
    assert agendas == {
        first.id: "",
        second.id: f"– The rota\n– {looks[1]}",
        rest[0].id: f"– {looks[2]}",
        rest[1].id: f"– {looks[3]}",
    }
    desk.session.undo()
    assert len(desk.session.all(Meeting)) == 2


def test_what_is_ticked_in_the_starter_plan_is_added_in_one_step(
    open_desk: Opened, show: Show, meet: Answers, heard: Heard
) -> None:
    setting = Preceptorship(transition=Transition.SETTING, started_on=date(2026, 3, 2))
    desk = open_desk(OWNER, setting)
    part = before(desk, setting, show)
    plan = desk.session.catalogue.starter_plans["setting"]
    assert part.about.text() == plan.about
    assert "look at the starter plan" in part.hint.text()
    meet(tick_all("strength", "me", "profession", "ahps", "team", "agenda"))
    press(part, "starter-plan")
    turn()
    assert len(desk.session.all(Strength)) == len(plan.strengths)
    assert desk.session.all(Need) == []
    objectives = desk.session.all(Objective)
    assert {each.layer for each in objectives} == set(Layer)
    assert all(each.due_on and each.due_on <= date(2027, 3, 1) for each in objectives)
    (meeting,) = desk.session.all(Meeting)
    assert meeting.stage is MeetingStage.INITIAL
    assert meeting.agenda.splitlines()[0] == f"– {plan.agenda[0]}"
    assert part.hint.text() == ""
    lines = len(plan.strengths) + len(objectives)
    points = len(plan.agenda)
    assert heard.said == [
        f"Added {lines} lines to the plan and a first meeting with {points} points"
        " · Undo with Ctrl+Z"
    ]
    desk.session.undo()
    assert kept(desk.session, Objective) == []


def test_the_first_meeting_that_is_planned_gets_the_agenda(
    open_desk: Opened, show: Show, meet: Answers, heard: Heard
) -> None:
    setting = Preceptorship(transition=Transition.SETTING)
    planned = Meeting(
        preceptorship=setting.id, stage=MeetingStage.INITIAL, agenda="– Where to park"
    )
    desk = open_desk(OWNER, setting, planned)
    part = before(desk, setting, show)
    meet(tick_all("agenda"))
    press(part, "starter-plan")
    points = len(desk.session.catalogue.starter_plans["setting"].agenda)
    assert heard.said == [f"Added {points} points for the first meeting · Undo with Ctrl+Z"]
    (meeting,) = kept(desk.session, Meeting)
    assert meeting.agenda.startswith("– Where to park\n– ")


def test_nothing_is_added_by_looking(open_desk: Opened, show: Show, meet: Answers) -> None:
    setting = Preceptorship(transition=Transition.SETTING)
    desk = open_desk(OWNER, setting)
    part = before(desk, setting, show)
    meet(refuse)
    press(part, "starter-plan")
    turn()
    assert desk.session.undo_words == ""


def test_ideas_are_found_by_their_words_and_become_objectives(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    year = Preceptorship(started_on=date(2026, 3, 2))
    desk = open_desk(OWNER, year)
    page = show(preceptorship_page(desk))

    def answer(dialog: Any) -> None:
        write(dialog.search, "draw my change")
        rows = [row for each in dialog.lists for row in each.rows if row.isVisible()]
        assert [row.choice.held.code for row in rows] == ["map-my-change"]
        rows[0].box.click()
        write(dialog.search, "nothing at all like this")
        assert dialog.nothing.isVisible()
        dialog.act.click()

    meet(answer)
    press(page.part(PLAN), "ideas")
    (objective,) = kept(desk.session, Objective)
    assert (objective.layer, objective.preceptorship) == (Layer.ME, year.id)


def test_a_new_preceptorship_says_where_to_begin(open_desk: Opened, show: Show) -> None:
    page: PreceptorshipPage = show(preceptorship_page(open_desk(OWNER)))
    press(page, "begin")
    turn()
    words = page.part(DETAILS).form.controls["starter_remark"].value()
    assert words.startswith("Choose the change, then look at the starter plan under Before")


def test_someone_back_from_leave_is_asked_what_to_look_at_again(
    open_desk: Opened, show: Show
) -> None:
    back = Preceptorship(
        transition=Transition.RETURN_TO_ROLE,
        started_on=date(2026, 3, 2),
        length_months=5,
        length_reason="Known team",
        length_agreed_with="Marta",
        length_agreed_on=date(2026, 2, 20),
        wte_hundredths=60,
        away_months=10,
    )
    desk = open_desk(OWNER, back, *usual_milestones(back))
    part = before(desk, back, show)
    words = "You were away for 10 months: what do you want to look at again before relying on it?"
    assert words in said(part)
    for at, due_on in enumerate(("2026-03-09", "2026-03-20", "2026-04-01", "2026-04-20")):
        press(part, "add-recheck")
        controls = part.back.board.editor(Recheck).form.controls
        write(controls["words"].focus_widget(), f"Hoist {at}")
        write(controls["due_on"].focus_widget(), due_on)
        leave(controls["due_on"].focus_widget())
        press(part.back.board, "close")
        turn()
    assert words not in said(part)
    rows = [each.entry for each in part.back.board.rows.values()]
    assert [each.title for each in rows] == ["Hoist 0", "Hoist 1", "Hoist 2", "Hoist 3"]
    assert [bool(each.warning) for each in rows] == [True, False, False, False]
    assert rows[0].warning.startswith("Overdue")
    last = ends_on(back)
    assert last is not None
    assert all(each.due_on and each.due_on <= last for each in desk.session.all(Milestone))
    assert len(kept(desk.session, Recheck)) == 4


def test_updating_adds_up_in_days_of_seven_hours(open_desk: Opened, show: Show) -> None:
    back = Preceptorship(transition=Transition.RETURN_TO_PRACTICE, away_months=60)
    days = [
        Updating(preceptorship=back.id, minutes=420),
        Updating(preceptorship=back.id, minutes=210),
        Updating(preceptorship=back.id, minutes=840, kind=UpdatingKind.PRIVATE),
    ]
    part = before(open_desk(OWNER, back, *days), back, show)
    assert "Supervised practice 1½ days · Private study 2 days" in said(part)
    assert any("A day counts as seven hours" in each for each in said(part))


def test_a_strength_from_the_time_away_is_marked_and_is_in_the_plan(
    open_desk: Opened, show: Show
) -> None:
    back = Preceptorship(transition=Transition.RETURN_TO_ROLE)
    desk = open_desk(OWNER, back)
    part = before(desk, back, show)
    press(part, "add-strength-from-away")
    write(part.back.board.editor(Strength).form.controls["words"].focus_widget(), "Patience")
    part.flush()
    page = show(preceptorship_page(desk))
    assert "Patience" in [row.entry.title for row in page.part(PLAN).left.rows.values()]
    assert [each.from_away for each in kept(desk.session, Strength)] == [True]


def test_what_was_learnt_elsewhere_is_accepted_asked_or_done_again(
    open_desk: Opened, show: Show
) -> None:
    first = Preceptorship(transition=Transition.INTERNATIONAL)
    desk = open_desk(OWNER, first, Equivalent(preceptorship=first.id, words="Manual handling"))
    part = before(desk, first, show)
    assert part.elsewhere.isVisible()
    (row,) = part.elsewhere.rows.values()
    assert row.entry.state is not None
    assert row.entry.state.word == "Asked"
    part.elsewhere.open(row.entry.record)
    standing = part.elsewhere.editor(Equivalent).form.controls["standing"]
    standing.set_value(Standing.ACCEPTED)
    standing.changed.emit()
    assert kept(desk.session, Equivalent)[0].standing is Standing.ACCEPTED


def test_elsewhere_is_folded_for_others(open_desk: Opened, show: Show) -> None:
    year = Preceptorship()
    part = before(open_desk(OWNER, year), year, show)
    assert not part.elsewhere.isVisible()
    press(part, "elsewhere")
    assert part.elsewhere.isVisible()


def test_a_workbook_for_the_change_begins_with_a_press(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    back = Preceptorship(transition=Transition.RETURN_TO_ROLE)
    desk = open_desk(OWNER, back)
    part = before(desk, back, show)
    assert not part.workbooks.buttons["internationally-educated"].isVisible()
    press(part, "begin-returning")
    (sheet,) = kept(desk.session, Worksheet)
    assert (sheet.workbook, sheet.preceptorship) == ("returning", back.id)


def test_one_preceptorship_begins_from_the_one_before(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    first = Preceptorship(title="Hospital")
    second = Preceptorship(title="Council", transition=Transition.SETTING, follows=first.id)
    held = (
        Strength(preceptorship=first.id, words="Home visits"),
        Need(preceptorship=first.id, words="Records", priority=None),
        Need(preceptorship=first.id, words="Parking", met_on=date(2026, 1, 5)),
        Objective(preceptorship=first.id, title="Supervise", state=ObjectiveState.GOES_ON),
        Objective(preceptorship=first.id, title="Induct", state=ObjectiveState.REACHED),
    )
    desk = open_desk(OWNER, first, second, *held)
    part = before(desk, second, show)
    meet(tick_all("strength", "need", "objective"))
    press(part, "bring-over")
    turn()
    session = desk.session
    assert [each.words for each in session.all(Strength, preceptorship=second.id)] == [
        "Home visits"
    ]
    assert [each.words for each in session.all(Need, preceptorship=second.id)] == ["Records"]
    (objective,) = session.all(Objective, preceptorship=second.id)
    assert (objective.title, objective.state) == ("Supervise", ObjectiveState.TO_DO)
    session.undo()
    assert len(kept(session, Objective)) == 2


def test_an_osteopath_new_to_the_nhs_finds_every_layer_filled(
    open_desk: Opened, show: Show, meet: Answers
) -> None:
    trust = Workplace(name="Community MSK", kind=WorkplaceKind.NHS)
    move = Preceptorship(
        transition=Transition.ORGANISATION, started_on=date(2026, 3, 2), workplace=trust.id
    )
    desk = open_desk(Practitioner(name="Osian", profession="OSTEOPATH"), trust, move)
    page = show(preceptorship_page(desk), 972, 1400)
    part = page.open_part(BEFORE)
    assert "HCPC" not in part.about.text()
    meet(tick_all("me", "profession", "ahps", "team"))
    press(part, "starter-plan")
    turn()
    page.open_part(PLAN)
    turn()
    assert "Nothing here yet." not in said(page.part(PLAN))
    layers = [each.layer for each in kept(desk.session, Objective)]
    assert all(layers.count(layer) >= 1 for layer in Layer)


def said(holder: Any) -> list[str]:
    """Return the words that can be seen."""
    return [each.text() for each in holder.findChildren(PlainLabel) if each.isVisible()]
