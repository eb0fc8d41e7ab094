"""The sample of a post in rotation: four places inside one preceptorship, one thing not settled."""

from datetime import date
from itertools import pairwise

import pytest

from ahp_companion.domain.ending import Ending, Opportunity, before_the_end, by_pillar
from ahp_companion.domain.feedback import Improvement, Theme, before_and_after
from ahp_companion.domain.meetings import Action
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.preceptor_changes import PreceptorChange
from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Status,
    Transition,
    needs_reason,
    unsettled,
)
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet

from .sampled import portfolio_of, read

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return portfolio_of(read("rotational-post"))


@pytest.fixture(scope="module")
def months(portfolio: Portfolio) -> Preceptorship:
    (preceptorship,) = portfolio.all(Preceptorship)
    return preceptorship


def test_a_newly_qualified_dietitian_has_eighteen_months_with_a_reason(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    assert portfolio.practitioner.profession == "DT"
    assert {"í", "č", "ć"} <= set(portfolio.practitioner.name)
    assert (months.transition, months.length_months) == (Transition.NEWLY_QUALIFIED, 18)
    assert not needs_reason(months)
    assert (months.status, months.ended_on) == (Status.FINISHED, date(2026, 3, 8))


def test_four_rotations_follow_each_other_inside_one_preceptorship(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    held = portfolio.all(Placement)
    assert len(held) == 4
    assert held[0].started_on == months.started_on
    for one, after in pairwise(held):
        assert one.ended_on
        assert after.started_on
        assert one.ended_on < after.started_on
    assert {each.preceptorship for each in held} == {months.id}


def test_one_of_the_sixteen_answers_is_no_and_is_written_down(portfolio: Portfolio) -> None:
    held = portfolio.all(Placement)
    assert [unsettled(each) for each in held] == [(), (), ("a supervisor",), ()]
    assert "not settled" in held[2].words
    (open_still,) = [
        each
        for each in portfolio.all(Action)
        if each.done_on is None and each.due_on and each.due_on < TODAY
    ]
    assert "supervisor" in open_still.words


def test_each_rotation_ends_with_a_look_back(portfolio: Portfolio) -> None:
    looks = [each.held_on for each in portfolio.all(Milestone)]
    for placement, look in zip(portfolio.all(Placement), looks, strict=True):
        assert look
        assert placement.ended_on
        assert 0 <= (placement.ended_on - look).days <= 4


def test_the_preceptor_changed_once_and_the_same_months_went_on(
    portfolio: Portfolio, months: Preceptorship
) -> None:
    (change,) = portfolio.all(PreceptorChange)
    assert change.to_person == months.preceptor
    assert months.started_on
    assert change.on
    assert months.started_on < change.on < (months.ended_on or TODAY)


def test_what_he_said_about_it_changed_the_page_for_everyone(portfolio: Portfolio) -> None:
    theme = next(each for each in portfolio.all(Theme) if "supervisor" in each.words)
    (sheet,) = [each for each in portfolio.all(Worksheet) if each.id in theme.heard_in]
    (card,) = portfolio.of(Improvement, theme.id, by="theme")
    assert theme.what_changed
    assert before_and_after(card).endswith("before not asked, after 8 of 9")
    shared = [
        each
        for each in portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")
        if not each.private
    ]  # fmt: skip
    assert {each.question for each in shared} == {"1.4", "1.5", "1.6", "2.1", "2.2"}


def test_it_ended_with_thanks_and_something_under_each_pillar(portfolio: Portfolio) -> None:
    (ending,) = portfolio.all(Ending)
    opportunities = portfolio.all(Opportunity)
    assert ending.thanks
    assert ending.preceptor_words
    assert before_the_end(ending, opportunities) == ""
    assert all(by_pillar(opportunities)[pillar] for pillar in Pillar)
