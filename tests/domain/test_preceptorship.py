"""Preceptorships: length, milestones that move with it, and what a placement asks."""

from dataclasses import replace
from datetime import date

from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    ends_on,
    needs_reason,
    next_milestone,
    rescaled,
    unsettled,
    usual_milestones,
)

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
