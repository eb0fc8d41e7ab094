"""Confidence and competence: rated apart, and never put together."""

from collections.abc import Iterator
from datetime import date

from ahp_companion.domain import confidence
from ahp_companion.domain.confidence import (
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
    movement,
)

CLINIC = RatedStatement(id="clinic", words="I run a clinic on my own")
WARD = RatedStatement(id="ward", words="I speak up on the ward round")


def rating(
    rated: str, on: date | None, value: int, measure: Measure = Measure.CONFIDENCE
) -> ConfidenceRating:
    return ConfidenceRating(rated=rated, on=on, rating=value, measure=measure)


FIRST = rating("clinic", date(2025, 5, 1), 3)
LATER = rating("clinic", date(2026, 3, 1), 6)


def test_a_curve_holds_the_ratings_of_one_statement_by_one_measure_oldest_first() -> None:
    able = rating("clinic", date(2025, 6, 1), 5, Measure.COMPETENCE)
    ward = rating("ward", date(2025, 7, 1), 4)
    assert curves([CLINIC, WARD], [LATER, able, ward, FIRST]) == (
        Curve(statement=CLINIC, measure=Measure.CONFIDENCE, ratings=(FIRST, LATER)),
        Curve(statement=WARD, measure=Measure.CONFIDENCE, ratings=(ward,)),
        Curve(statement=CLINIC, measure=Measure.COMPETENCE, ratings=(able,)),
    )


def test_statements_may_be_given_once_only() -> None:
    def once() -> Iterator[RatedStatement]:
        yield CLINIC

    able = rating("clinic", date(2025, 6, 1), 5, Measure.COMPETENCE)
    assert len(curves(once(), [FIRST, able])) == 2


def test_a_rating_without_a_day_or_a_statement_is_on_no_curve() -> None:
    assert curves([CLINIC], [rating("clinic", None, 5), rating("gone", date(2026, 1, 1), 5)]) == ()


def test_every_rating_stays_as_it_was_given() -> None:
    same_day = [rating("clinic", date(2026, 3, 1), value) for value in (2, 9, 4)]
    (curve,) = curves([CLINIC], same_day)
    assert [each.rating for each in curve.ratings] == [2, 9, 4]


def test_movement_says_where_it_began_and_where_it_stands() -> None:
    def moved(*ratings: ConfidenceRating) -> str:
        return movement(Curve(statement=CLINIC, measure=Measure.CONFIDENCE, ratings=ratings))

    between = rating("clinic", date(2025, 9, 1), 9)
    assert moved(FIRST, between, LATER) == "from 3 in May 2025 to 6 in March 2026"
    assert moved(LATER) == "6 in March 2026"
    assert (
        moved(FIRST, rating("clinic", date(2026, 1, 1), 3)) == "3 in May 2025 and in January 2026"
    )
    assert moved(rating("clinic", None, 4)) == "4"


def test_nothing_here_averages_or_totals() -> None:
    public = {name for name, held in vars(confidence).items() if callable(held)}
    assert not {
        name for name in public if any(sum_ in name for sum_ in ("mean", "average", "total"))
    }
