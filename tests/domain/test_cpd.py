"""CPD activities: what is unfinished, and what is counted by the main pillar."""

from dataclasses import replace
from datetime import date

import pytest

from ahp_companion.domain.cpd import (
    CpdActivity,
    LearningType,
    by_pillar,
    is_unfinished,
    learning_types,
    main_pillar,
    minutes_by_pillar,
)
from ahp_companion.domain.pillars import Pillar

DONE = CpdActivity(
    started_on=date(2026, 3, 12),
    learning_type=LearningType.FORMAL,
    what_i_learnt="Where to inject",
    benefit_to_practice="I refer sooner",
)


def test_an_activity_with_a_day_a_type_learning_and_one_benefit_is_finished() -> None:
    assert not is_unfinished(DONE)
    assert not is_unfinished(
        replace(DONE, benefit_to_practice="", benefit_to_service_users="They wait less")
    )


@pytest.mark.parametrize(
    "missing",
    [
        {"started_on": None},
        {"learning_type": None},
        {"what_i_learnt": ""},
        {"what_i_learnt": " \n\u00a0"},
        {"benefit_to_practice": "\t"},
    ],
)
def test_an_activity_that_lacks_any_of_these_is_unfinished(missing: dict[str, str | None]) -> None:
    assert is_unfinished(replace(DONE, **missing))  # type: ignore[arg-type]


FIVE = [
    CpdActivity(pillars=(Pillar.CLINICAL, Pillar.RESEARCH), minutes=60),
    CpdActivity(pillars=(Pillar.CLINICAL,), minutes=None),
    CpdActivity(pillars=(Pillar.RESEARCH,), minutes=30, learning_type=LearningType.FORMAL),
    CpdActivity(minutes=500, learning_type=LearningType.FORMAL),
    CpdActivity(pillars=(Pillar.CLINICAL,), minutes=15, learning_type=LearningType.OTHER),
]


def test_an_activity_counts_once_under_its_first_pillar() -> None:
    assert main_pillar(FIVE[0]) is Pillar.CLINICAL
    assert main_pillar(FIVE[3]) is None
    assert by_pillar(FIVE) == {
        Pillar.CLINICAL: 3,
        Pillar.LEADERSHIP: 0,
        Pillar.EDUCATION: 0,
        Pillar.RESEARCH: 1,
    }


def test_minutes_are_totalled_under_the_first_pillar() -> None:
    assert minutes_by_pillar(iter(FIVE)) == {
        Pillar.CLINICAL: 75,
        Pillar.LEADERSHIP: 0,
        Pillar.EDUCATION: 0,
        Pillar.RESEARCH: 30,
    }


def test_only_learning_types_that_occur_are_counted() -> None:
    assert learning_types(FIVE) == {LearningType.FORMAL: 2, LearningType.OTHER: 1}
    assert learning_types([]) == {}
