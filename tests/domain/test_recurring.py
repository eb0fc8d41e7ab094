"""Meetings that come again, planned at once."""

from datetime import date

import pytest

from ahp_companion.domain.meetings import Meeting, MeetingKind
from ahp_companion.domain.recurring import MOST, Every, again, days

FIRST = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (Every.WEEK, ["02-07", "02-14", "02-21", "02-28", "03-07", "03-14", "03-21", "03-28"]),
        (Every.FORTNIGHT, ["02-14", "02-28", "03-14", "03-28"]),
        (Every.MONTH, ["02-28", "03-31"]),
        (Every.OWN, ["02-21", "03-14"]),
    ],
)
def test_a_meeting_comes_again_by_its_preset(every: Every, expected: list[str]) -> None:
    found = days(FIRST, every, until=date(2026, 3, 31), weeks=3)
    assert [f"{each:%m-%d}" for each in found] == expected


def test_a_slip_in_the_last_day_never_plans_a_career() -> None:
    assert len(days(FIRST, Every.WEEK, until=date(2126, 1, 1))) == MOST


def test_each_meeting_is_like_the_first_with_nothing_said_in_it() -> None:
    first = Meeting(
        title="With Bríd",
        kind=MeetingKind.CLINICAL_SUPERVISION,
        planned_on=FIRST,
        planned_at="14:00",
        minutes=45,
        people=("p",),
        milestone="m",
        agenda="– the cast",
        record="We talked",
    )
    later = again(first, Every.MONTH, until=date(2026, 3, 31))
    assert len({each.id for each in (first, *later)}) == 3
    for each in later:
        assert (each.title, each.kind, each.planned_at) == (
            "With Bríd", MeetingKind.CLINICAL_SUPERVISION, "14:00",
        )  # fmt: skip
        assert (each.minutes, each.people) == (45, ("p",))
        assert (each.agenda, each.record, each.held_on, each.milestone) == ("", "", None, None)


def test_a_meeting_without_a_day_is_not_repeated() -> None:
    assert again(Meeting(), Every.WEEK, until=date(2026, 3, 31)) == ()
