"""Preceptorships: length, milestones that move with it, and what a placement asks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.kinds import BY_NAME
from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Side,
    Status,
    Transition,
    counterpart,
    ends_on,
    name,
    needs_reason,
    next_milestone,
    rescaled,
    still_open,
    unsettled,
    usual_milestones,
)
from tests.domain.any_record import any_record
from tests.sizes import drawn

YEAR = Preceptorship(started_on=date(2025, 9, 1))


def test_a_year_is_looked_at_four_times_and_ends_on_the_eve_of_its_day() -> None:
    looks = usual_milestones(YEAR)
    assert [each.title for each in looks] == ["3 months", "6 months", "9 months", "12 months"]
    assert looks[-1].due_on == ends_on(YEAR) == date(2026, 8, 31)


def test_five_months_draw_the_milestones_together() -> None:
    shorter = replace(YEAR, length_months=5)
    moved = rescaled(usual_milestones(YEAR), YEAR, shorter)
    assert [each.title for each in moved] == ["1¼ months", "2½ months", "3¾ months", "5 months"]
    assert all(each.due_on and each.due_on <= date(2026, 1, 31) for each in moved)


def test_what_was_held_and_what_people_chose_stay_where_they_were() -> None:
    first, second, *_ = usual_milestones(YEAR)
    held = replace(first, held_on=date(2025, 12, 4))
    chosen = replace(second, due_on=date(2026, 3, 19))
    assert rescaled((held, chosen), YEAR, replace(YEAR, length_months=6)) == (held, chosen)


def test_only_another_length_than_twelve_months_asks_for_a_reason() -> None:
    assert not needs_reason(YEAR)
    shorter = replace(YEAR, length_months=5)
    assert needs_reason(shorter)
    assert not needs_reason(replace(shorter, length_reason="Back", length_agreed_with="Marta"))


def test_the_next_milestone_is_the_earliest_not_held() -> None:
    looks = usual_milestones(YEAR)
    held = replace(looks[0], held_on=date(2025, 12, 4))
    assert next_milestone((looks[2], held, looks[1])) == looks[1]
    assert next_milestone((Milestone(held_on=date(2025, 12, 4)),)) is None


def test_a_placement_says_which_of_its_four_things_are_open() -> None:
    assert unsettled(Placement(has_preceptor=True, had_induction=True)) == (
        "a supervisor",
        "support needs",
    )


@pytest.mark.parametrize(
    ("started_on", "months", "due", "end"),
    [
        (
            date(2025, 9, 1),
            18,
            [date(2026, 1, 16), date(2026, 6, 1), date(2026, 10, 16), date(2027, 2, 28)],
            date(2027, 2, 28),
        ),
        (
            date(2024, 2, 29),
            12,
            [date(2024, 5, 29), date(2024, 8, 29), date(2024, 11, 29), date(2025, 2, 27)],
            date(2025, 2, 27),
        ),
        (
            date(2026, 1, 31),
            12,
            [date(2026, 4, 30), date(2026, 7, 31), date(2026, 10, 31), date(2027, 1, 30)],
            date(2027, 1, 30),
        ),
        (
            date(2026, 1, 31),
            5,
            [date(2026, 3, 7), date(2026, 4, 15), date(2026, 5, 23), date(2026, 6, 29)],
            date(2026, 6, 29),
        ),
    ],
)
def test_milestones_stand_at_quarters_of_any_length_from_any_start(
    started_on: date, months: int, due: list[date], end: date
) -> None:
    preceptorship = Preceptorship(started_on=started_on, length_months=months)
    assert [each.due_on for each in usual_milestones(preceptorship)] == due
    assert ends_on(preceptorship) == end


@drawn(80)
@given(
    started_on=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)),
    months=st.integers(min_value=1, max_value=60),
)
def test_milestones_rise_and_the_last_is_the_last_day(started_on: date, months: int) -> None:
    preceptorship = Preceptorship(started_on=started_on, length_months=months)
    due = [each.due_on for each in usual_milestones(preceptorship) if each.due_on]
    assert len(due) == 4
    assert due == sorted(due)
    assert started_on <= due[0]
    assert due[-1] == ends_on(preceptorship)


def test_a_preceptorship_without_a_start_has_no_milestones_and_no_end() -> None:
    assert usual_milestones(Preceptorship()) == ()
    assert ends_on(Preceptorship()) is None


def test_the_day_it_ended_counts_for_more_than_the_length() -> None:
    assert ends_on(replace(YEAR, ended_on=date(2026, 3, 1))) == date(2026, 3, 1)
    assert ends_on(Preceptorship(ended_on=date(2026, 3, 1))) == date(2026, 3, 1)


@drawn(60)
@given(months=st.integers(min_value=1, max_value=36), days=st.integers(min_value=0, max_value=400))
def test_milestones_nobody_touched_move_to_where_they_would_usually_be(
    months: int, days: int
) -> None:
    after = replace(YEAR, length_months=months, started_on=date(2025, 9, 1) + timedelta(days=days))
    usual = usual_milestones(YEAR)
    moved = rescaled(usual, YEAR, after)
    assert [each.id for each in moved] == [each.id for each in usual]
    assert [(each.title, each.due_on) for each in moved] == [
        (each.title, each.due_on) for each in usual_milestones(after)
    ]


@drawn(80)
@given(any_record(BY_NAME["preceptorship"]))
def test_no_length_or_date_is_too_odd_to_be_reckoned_with(preceptorship: Preceptorship) -> None:
    last = ends_on(preceptorship)
    if preceptorship.started_on and not preceptorship.ended_on:
        assert last
        assert last >= preceptorship.started_on
    assert len(usual_milestones(preceptorship)) == (4 if preceptorship.started_on else 0)


def test_a_milestone_of_ones_own_does_not_move() -> None:
    own = Milestone(title="Before the summer", due_on=date(2026, 6, 12))
    assert rescaled((own,), YEAR, replace(YEAR, length_months=18)) == (own,)


def test_milestones_stay_when_the_start_is_taken_away() -> None:
    looks = usual_milestones(YEAR)
    assert rescaled(looks, YEAR, replace(YEAR, started_on=None)) == looks


def test_a_preceptorship_is_called_by_its_title_its_preceptee_or_its_transition() -> None:
    assert name(replace(YEAR, title="Hand clinic")) == "Hand clinic"
    assert name(replace(YEAR, transition=Transition.SETTING)) == "A new setting"
    mine = replace(YEAR, side=Side.PRECEPTOR, preceptee_initials="R. W.")
    assert name(mine) == "Preceptor of R. W."
    assert name(replace(mine, preceptee_initials="")) == "Newly qualified"


def test_the_other_person_is_the_preceptor_or_the_preceptee() -> None:
    mine = replace(YEAR, side=Side.PRECEPTOR, preceptee_initials="R. W.")
    assert counterpart(mine, "Marta") == "R. W."
    assert counterpart(YEAR, "Marta") == "Marta"


def test_no_status_speaks_of_passing() -> None:
    words = " ".join(each.label for each in (*Status, *Transition)).casefold()
    assert not any(mark in words for mark in ("pass", "fail", "complian", "competent"))


def test_what_placements_still_ask_is_said_of_those_that_have_not_ended() -> None:
    ward = Placement(title="Ward 4", has_preceptor=True, had_induction=True)
    over = Placement(title="Clinic", ended_on=date(2026, 1, 1))
    settled = Placement(
        has_preceptor=True, has_supervisor=True, needs_checked=True, had_induction=True
    )
    held = (ward, over, settled)
    assert still_open(held, on=date(2026, 3, 1)) == "Ward 4: a supervisor and support needs"
    assert still_open((over, settled), on=date(2026, 3, 1)) == ""
