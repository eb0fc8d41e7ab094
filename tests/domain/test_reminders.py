"""What wants to be looked at again, in one quiet list."""

from datetime import date
from typing import Any

import pytest

from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.competences import Competence
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.delegation import Delegation
from ahp_companion.domain.ending import Opportunity
from ahp_companion.domain.feedback import Theme
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.reminders import REMIND, carrying_over, losing_time, reminders
from ahp_companion.domain.returning import Recheck
from ahp_companion.domain.scope import CarriesOver, ScopeLine, ScopeSheet
from ahp_companion.domain.training import Training
from ahp_companion.domain.workbooks import WorkbookAnswer

TODAY = date(2026, 3, 12)
PAST, AHEAD = date(2026, 3, 1), date(2026, 9, 1)
DUE: dict[Any, list[dict[str, Any]]] = {
    Adjustment: [{"review_on": PAST}, {"review_on": AHEAD}],
    Agreement: [
        {"review_on": PAST}, {"review_on": AHEAD}, {"review_on": PAST, "replaced_on": PAST},
    ],
    Competence: [{"recheck_on": PAST}, {"recheck_on": AHEAD}],
    Delegation: [{"review_on": PAST}, {"review_on": AHEAD}, {"review_on": PAST, "ended_on": PAST}],
    Opportunity: [{"due_on": PAST}, {"due_on": AHEAD}, {"due_on": PAST, "done_on": PAST}],
    Recheck: [{"due_on": PAST}, {"due_on": AHEAD}, {"due_on": PAST, "rechecked_on": PAST}],
    ScopeSheet: [{"review_on": PAST}, {"review_on": AHEAD}, {"review_on": PAST, "to_on": PAST}],
    Theme: [{"words": "Time"}, {"words": ""}, {"words": "Time", "closed_on": PAST}],
    Training: [{"expires_on": PAST}, {"expires_on": AHEAD}, {}],
    WorkbookAnswer: [
        {"review_on": PAST}, {"review_on": AHEAD}, {"review_on": PAST, "done_on": PAST},
    ],
}  # fmt: skip


@pytest.mark.parametrize("record", DUE, ids=lambda record: record.__name__)
def test_a_record_is_named_from_its_day_on_and_until_it_is_settled(record: Any) -> None:
    due, *others = (record(**values) for values in DUE[record])
    assert [line.record for line in reminders([due], on=TODAY)] == [due]
    assert reminders(others, on=TODAY) == ()


def test_every_kind_that_is_looked_at_again_is_tried_here_and_others_give_nothing() -> None:
    assert set(DUE) == set(REMIND)
    assert reminders([CpdActivity(started_on=PAST)], on=TODAY) == ()


def test_the_longest_ago_comes_first_and_each_line_leads_to_its_record() -> None:
    late = Recheck(words="Insulin pumps", due_on=date(2026, 1, 5))
    later = Training(title="Moving and handling", expires_on=date(2026, 4, 1))
    lines = reminders([later, late], on=TODAY)
    assert [line.record for line in lines] == [late, later]
    assert lines[0].detail == "To look at again, 5 January 2026"
    assert lines[1].detail == "Training, runs out, 1 April 2026"


def test_nothing_private_is_spelt_out_on_the_first_page() -> None:
    adjustment = Adjustment(words="A quiet room", review_on=PAST)
    answer = WorkbookAnswer(words="I may leave", private=True, review_on=PAST)
    said = " ".join(
        f"{line.words} {line.detail}" for line in reminders([adjustment, answer], on=TODAY)
    )
    assert "quiet" not in said
    assert "leave" not in said


def test_lines_of_scope_that_nobody_asked_about_are_counted_for_the_sheet_in_force() -> None:
    now, before = ScopeSheet(title="Council"), ScopeSheet(to_on=PAST)
    lines = [
        ScopeLine(sheet=sheet.id, carries_over=carries)
        for sheet in (now, before)
        for carries in (CarriesOver.ASKED, CarriesOver.ASKED, CarriesOver.YES, None)
    ]
    (line,) = carrying_over([now, before], lines)
    assert line.record is now
    assert line.words == "Ask what of your scope carries over: 2 lines"


def test_lost_time_is_said_early_and_not_for_a_single_loss() -> None:
    lost = [
        ProtectedTime(on=date(2026, 2, day), planned_minutes=120, lost_minutes=120)
        for day in (3, 17)
    ]
    taken = ProtectedTime(on=date(2026, 3, 3), taken_minutes=60)
    (line,) = losing_time([*lost, taken], on=TODAY)
    assert line.record is lost[-1]
    assert line.detail.startswith("4 h lost and 1 h taken since 15 January 2026")
    assert losing_time([lost[0], taken], on=TODAY) == ()
    enough = ProtectedTime(on=date(2026, 3, 4), taken_minutes=180)
    assert losing_time([*lost, taken, enough], on=TODAY) == ()
    assert losing_time([*lost, taken], on=date(2026, 6, 1)) == ()
