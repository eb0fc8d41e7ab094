"""The yearly review on paper: one page, whatever is in the record, and the year of the window."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement
from ahp_companion.domain.feedback import Improvement, Theme
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.plan import Objective, ObjectiveState
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.protected_time import Per, ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.domain.yearly_review import (
    NOTHING,
    ReviewedYear,
    hours,
    passages,
    yearly_review,
    years,
)

from .people import portfolio_of
from .reading import Printed, joined
from .test_templates import RESOURCES, catalogue, form, sample

CODE = "yearly-review"
SAMPLES = sorted(each.name for each in (RESOURCES / "samples").iterdir() if each.is_dir())
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
BEGAN, ON = date(2025, 9, 1), date(2026, 3, 12)
HELD = Preceptorship(id="p", preceptor="q", started_on=BEGAN, length_months=24)


def hostile() -> tuple[Any, ...]:
    """Return a year with far more in it than a page holds, in words without an end."""
    made: list[Any] = [
        Practitioner(id="o", name=f"{LONG} {LONG}", profession="PH"),
        Person(id="q", name=LONG),
        HELD,
        Worksheet(id="w", workbook=CODE, preceptorship="p", on=ON),
    ]
    for at in range(20):
        made += _lot(at)
    for whose in Whose:
        made.append(TimeAgreement(preceptorship="p", whose=whose, minutes=999, per=Per.WEEK))
    return tuple(made)


def _lot(at: int) -> list[Any]:
    words = f"{LONG}{at} {LONG} {LONG}\n{LONG}"
    return [
        Theme(id=f"t{at}", preceptorship="p", words=words, what_changed=words, on=ON),
        Improvement(preceptorship="p", theme=f"t{at}", title=words, measure=words),
        RatedStatement(id=f"s{at}", preceptorship="p", words=words),
        ConfidenceRating(rated=f"s{at}", on=ON, rating=4),
        Objective(
            preceptorship="p", title=words, state=ObjectiveState.REACHED, reached_on=ON
        ),
        ProtectedTime(
            preceptorship="p", on=ON, lost_minutes=30, taken_minutes=5, lost_reason=words
        ),
        WorkbookAnswer(worksheet="w", question=f"{at}", words=words),
    ]  # fmt: skip


def printed(*records: Any, **named: Any) -> Printed:
    return form(CODE, portfolio_of(*records), Choice(preceptorship="p"), **{"on": ON, **named})


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_year_stands_on_one_page(name: str, filled: bool) -> None:
    portfolio, today = sample(name)
    for held in portfolio.all(Preceptorship):
        choice = Choice(preceptorship=held.id)
        assert form(CODE, portfolio, choice, on=today, filled=filled).page_count == 1


def test_a_year_with_far_too_much_in_it_stands_on_one_page_too() -> None:
    read = printed(*hostile())
    assert read.page_count == 1
    assert "more in the portfolio" in read.text
    assert "…" in read.text


def test_the_paper_says_the_hours_and_words_that_the_window_says() -> None:
    portfolio, today = sample("maternity-return")
    (held,) = portfolio.all(Preceptorship)[:1]
    from_on, to_on = years(held, on=today)[0]
    review = yearly_review(portfolio, held, from_on=from_on, to_on=to_on)
    choice = Choice(preceptorship=held.id, include_private=True)
    words = joined(form(CODE, portfolio, choice, on=today).text)
    assert hours(review)
    assert [line for line in hours(review) if joined(line) not in words] == []
    for passage in passages(review):
        # A table sets apart with columns what a line sets apart with a colon.
        first = joined(passage.lines[0]).replace(":", "")[:30]
        assert first == NOTHING or first in words.replace(":", ""), passage.heading


def test_what_the_time_bought_is_on_the_paper() -> None:
    words = printed(
        Practitioner(id="o", name="Jo", profession="PH"),
        HELD,
        Worksheet(id="w", workbook=CODE, preceptorship="p", on=ON),
        WorkbookAnswer(worksheet="w", question="1", words="I run the clinic alone."),
    ).text
    assert "I run the clinic alone." in words
    assert "more in the portfolio" not in words


def test_the_year_that_was_asked_for_is_printed_and_else_the_newest() -> None:
    records = (
        Practitioner(id="o", name="Jo", profession="PH"),
        HELD,
        Meeting(preceptorship="p", held_on=date(2025, 10, 1)),
        Meeting(preceptorship="p", held_on=date(2025, 11, 1)),
        Meeting(preceptorship="p", held_on=date(2026, 10, 1)),
    )
    first = ReviewedYear(preceptorship="p", from_on=BEGAN, to_on=date(2026, 8, 31))
    older = printed(*records, on=date(2027, 2, 1), record=first).text
    newer = printed(*records, on=date(2027, 2, 1)).text
    assert "1 September 2025 to 31 August 2026" in older
    assert "Preceptorship: 2" in older
    assert "1 September 2026 to 1 February 2027" in newer
    assert "Preceptorship: 1" in newer


def test_a_rating_never_loses_where_it_went() -> None:
    rated = RatedStatement(id="s", preceptorship="p", words=f"{LONG} {LONG}\n{LONG}")
    ratings = [
        ConfidenceRating(rated="s", on=BEGAN, rating=4),
        ConfidenceRating(rated="s", on=ON, rating=9),
    ]
    words = printed(Practitioner(id="o", name="Jo"), HELD, rated, *ratings).text
    assert "from 4 in September 2025 to 9 in March 2026" in words


def test_a_year_ends_no_later_than_its_preceptorship() -> None:
    ended = replace(HELD, ended_on=date(2026, 2, 21))
    owner = Practitioner(id="o", name="Jo", profession="PH")
    assert "1 September 2025 to 21 February 2026" in printed(owner, ended).text
    asked = ReviewedYear(preceptorship="p", from_on=BEGAN, to_on=date(2026, 8, 31))
    assert "to 21 February 2026" in printed(owner, ended, record=asked).text


def test_seven_ratings_are_six_lines_and_word_of_one_more() -> None:
    rated = [RatedStatement(id=f"s{at}", preceptorship="p", words=f"No {at}") for at in range(7)]
    ratings = [ConfidenceRating(rated=each.id, on=ON, rating=3) for each in rated]
    owner = Practitioner(id="o", name="Jo", profession="PH")
    words = printed(owner, HELD, *rated, *ratings).text
    assert words.count("“No ") == 6
    assert "and 1 more in the portfolio" in words
    assert catalogue().templates[CODE].is_one_page
