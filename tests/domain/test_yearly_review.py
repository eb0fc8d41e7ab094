"""The yearly review: hours, meetings and words of a span of days, and never a sum of ratings."""

from dataclasses import replace
from datetime import date
from typing import Any

from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.feedback import Decision, Improvement, Theme
from ahp_companion.domain.meetings import Meeting, MeetingKind
from ahp_companion.domain.mix import Mix
from ahp_companion.domain.plan import Objective, ObjectiveState
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.protected_time import Per, ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.domain.yearly_review import (
    NOTHING,
    hours,
    passages,
    title,
    yearly_review,
    years,
)
from tests.domain.test_cycle import holding

FROM, TO = date(2025, 9, 1), date(2026, 8, 31)
YEAR = Preceptorship(started_on=FROM, length_months=24)


def said(*records: Any) -> dict[str, tuple[str, ...]]:
    """Return the page that some records make, its lines by heading."""
    review = yearly_review(holding(*records), YEAR, from_on=FROM, to_on=TO)
    return {each.heading: each.lines for each in passages(review)}


def test_each_year_of_a_preceptorship_can_be_looked_back_on() -> None:
    assert years(YEAR, on=date(2026, 10, 5)) == (
        (date(2026, 9, 1), date(2026, 10, 5)),
        (FROM, TO),
    )
    assert years(YEAR, on=date(2025, 8, 31)) == ()
    assert years(replace(YEAR, started_on=None), on=TO) == ()


def test_a_preceptorship_of_a_year_has_one_review_however_late_it_is_read() -> None:
    assert years(replace(YEAR, length_months=12), on=date(2029, 1, 1)) == ((FROM, TO),)


def test_a_year_ends_no_later_than_its_preceptorship() -> None:
    ended = replace(YEAR, ended_on=date(2026, 2, 21))
    assert years(ended, on=date(2026, 3, 12)) == ((FROM, date(2026, 2, 21)),)


def test_the_time_of_whoever_keeps_the_record_is_called_mine() -> None:
    held = replace(YEAR, side=Side.PRECEPTOR)
    session = ProtectedTime(preceptorship=held.id, whose=Whose.PRECEPTOR, on=FROM, taken_minutes=30)
    review = yearly_review(holding(session), held, from_on=FROM, to_on=TO)
    assert hours(review) == ("My time: 30 min taken",)


def test_hours_are_agreed_taken_lost_and_owed_for_each_of_the_two() -> None:
    found = said(
        TimeAgreement(preceptorship=YEAR.id, minutes=120, per=Per.MONTH, from_on=FROM),
        ProtectedTime(preceptorship=YEAR.id, on=date(2025, 10, 1), taken_minutes=90),
        ProtectedTime(
            preceptorship=YEAR.id,
            on=date(2025, 11, 1),
            lost_minutes=60,
            lost_reason="Short of staff",
        ),
        ProtectedTime(
            preceptorship=YEAR.id, on=date(2025, 12, 1), taken_minutes=45, is_own_time=True
        ),
        ProtectedTime(
            preceptorship=YEAR.id,
            whose=Whose.PRECEPTOR,
            on=date(2025, 12, 1),
            taken_minutes=30,
        ),
        ProtectedTime(preceptorship=YEAR.id, on=date(2026, 9, 1), taken_minutes=600),
    )
    assert found["Protected time"] == (
        "My time: 24 h agreed, 1 h 30 min taken, 1 h lost, 22 h 30 min owed, 45 min in my own time",
        "Lost because: Short of staff",
        "The preceptor’s time: 30 min taken",
    )


def test_meetings_are_counted_by_log_and_the_mix_beside_them() -> None:
    found = said(
        Meeting(preceptorship=YEAR.id, held_on=date(2025, 10, 1), mix=Mix.OWN),
        Meeting(
            preceptorship=YEAR.id,
            held_on=date(2025, 10, 2),
            kind=MeetingKind.CLINICAL_SUPERVISION,
        ),
        Meeting(preceptorship=YEAR.id, planned_on=date(2026, 1, 1)),
        CpdActivity(preceptorship=YEAR.id, started_on=date(2026, 2, 1), mix=Mix.SEVERAL),
    )
    assert found["Meetings held"] == ("Preceptorship: 1", "Clinical supervision: 1")
    assert found["With whom I learnt"] == (
        "With my own profession: 1",
        "With several professions: 1",
    )


def test_each_rating_moves_by_itself_and_none_is_put_together() -> None:
    one = RatedStatement(preceptorship=YEAR.id, words="Asking for help")
    other = RatedStatement(preceptorship=YEAR.id, words="Leading a round")
    found = said(
        one,
        other,
        ConfidenceRating(rated=one.id, on=date(2025, 10, 1), rating=3),
        ConfidenceRating(rated=one.id, on=date(2026, 3, 1), rating=7),
        ConfidenceRating(rated=one.id, on=date(2026, 9, 9), rating=9),
        ConfidenceRating(rated=other.id, on=date(2026, 3, 1), rating=5),
    )
    assert sorted(found["Confidence, in my own rating"]) == [
        "Confidence, “Asking for help”: from 3 in October 2025 to 7 in March 2026",
        "Confidence, “Leading a round”: 5 in March 2026",
    ]


def test_a_theme_is_shown_with_what_changed_and_its_before_and_after() -> None:
    theme = Theme(
        preceptorship=YEAR.id,
        words="Relevance",
        on=date(2026, 3, 1),
        what_changed="A session of our own each month",
        closed_on=date(2026, 7, 1),
    )
    card = Improvement(
        preceptorship=YEAR.id,
        theme=theme.id,
        title="Own sessions",
        measure="Sessions held",
        value_before="0",
        value_after="3",
        decision=Decision.ADOPT,
    )
    waiting = Theme(preceptorship=YEAR.id, words="Time", on=date(2026, 3, 1))
    earlier = Theme(preceptorship=YEAR.id, words="Old", closed_on=date(2025, 8, 1))
    assert sorted(said(theme, card, waiting, earlier)["What feedback changed"]) == [
        "Own sessions · Sessions held: before 0, after 3 · Adopt it",
        "Relevance: A session of our own each month",
        "Time: not answered yet",
    ]


def test_objectives_reached_in_the_year_are_named() -> None:
    found = said(
        Objective(
            preceptorship=YEAR.id,
            title="Lead a round",
            state=ObjectiveState.REACHED,
            reached_on=date(2026, 2, 3),
        ),
        Objective(
            preceptorship=YEAR.id,
            title="Next year",
            state=ObjectiveState.REACHED,
            reached_on=date(2026, 9, 3),
        ),
    )
    assert found["Objectives reached"] == ("Lead a round, 3 February 2026",)


def test_what_the_time_bought_is_in_the_owners_own_words() -> None:
    sheet = Worksheet(workbook="yearly-review", preceptorship=YEAR.id, on=date(2026, 9, 20))
    late = Worksheet(workbook="yearly-review", preceptorship=YEAR.id, on=date(2027, 9, 20))
    found = said(
        sheet,
        late,
        WorkbookAnswer(worksheet=sheet.id, question="2", words="Shorter waits"),
        WorkbookAnswer(worksheet=sheet.id, question="1", words="I run the clinic alone"),
        WorkbookAnswer(worksheet=late.id, question="1", words="Another year"),
    )
    assert found["What the time bought"] == ("I run the clinic alone", "Shorter waits")


def test_a_year_with_nothing_in_it_says_so_under_each_heading() -> None:
    assert set(said().values()) == {(NOTHING,)}
    review = yearly_review(holding(), YEAR, from_on=FROM, to_on=TO)
    assert title(review) == "Review of 1 September 2025 to 31 August 2026"
