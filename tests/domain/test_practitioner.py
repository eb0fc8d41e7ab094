"""The practitioner, and where they work."""

from datetime import date

from ahp_companion.domain.practitioner import (
    Practitioner,
    Workplace,
    current_workplace,
    working_pattern,
)


def test_a_working_pattern_is_hours_and_whole_time_equivalent() -> None:
    both = Practitioner(weekly_minutes=1350, wte_hundredths=60)
    assert working_pattern(both) == "22 h 30 min a week, 0.6 WTE"
    assert working_pattern(Practitioner(wte_hundredths=100)) == "1 WTE"
    assert working_pattern(Practitioner(weekly_minutes=2250)) == "37 h 30 min a week"
    assert working_pattern(Practitioner()) == ""


def test_the_current_workplace_is_the_one_begun_last_and_not_ended() -> None:
    old = Workplace(name="Ward", started_on=date(2024, 9, 1), ended_on=date(2025, 8, 31))
    first = Workplace(name="Clinic", started_on=date(2023, 1, 1))
    second = Workplace(name="School", started_on=date(2025, 9, 1))
    undated = Workplace(name="Practice")
    assert current_workplace((undated, first, second, old)) is second
    assert current_workplace((undated, old)) is undated
    assert current_workplace((old,)) is None
    assert current_workplace(()) is None
