"""Values in words."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.cpd import LearningType
from ahp_companion.domain.words import (
    MONTHS,
    UNDIVIDED,
    as_at,
    count,
    day,
    day_and_month,
    duration,
    fold,
    listed,
    month,
    sentence,
    span,
    word_count,
)
from tests.sizes import drawn


def test_a_word_equals_its_code_and_carries_its_label() -> None:
    assert {LearningType.WORK_BASED: 1}["work-based"] == 1  # type: ignore[index]
    assert str(LearningType.WORK_BASED) == "work-based"
    assert LearningType("work-based") is LearningType.WORK_BASED
    assert LearningType.WORK_BASED.label == "Work-based"


def test_a_date_is_written_out() -> None:
    assert day(date(2026, 3, 2)) == "2 March 2026"
    assert day_and_month(date(2026, 9, 12)) == "12 Sep"
    assert month(date(2026, 12, 31)) == "December 2026"
    assert len(MONTHS) == 12


def test_no_date_is_no_words() -> None:
    assert day(None) == day_and_month(None) == span(None, None) == duration(None) == ""


@pytest.mark.parametrize(
    ("from_on", "to_on", "words"),
    [
        (date(2026, 3, 2), date(2026, 3, 5), "2 to 5 March 2026"),
        (date(2026, 3, 2), date(2026, 4, 5), "2 March to 5 April 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (date(2025, 3, 2), date(2026, 3, 5), "2 March 2025 to 5 March 2026"),
        (date(2026, 3, 2), date(2026, 3, 2), "2 March 2026"),
        (date(2026, 3, 2), None, "2 March 2026"),
        (None, date(2026, 3, 2), "2 March 2026"),
    ],
)
def test_two_dates_are_one_phrase(from_on: date | None, to_on: date | None, words: str) -> None:
    assert span(from_on, to_on) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h"),
        (90, "1 h 30 min"),
        (1500, "25 h"),
        (-45, "−45 min"),
        (-61, "−1 h 1 min"),
    ],
)
def test_minutes_are_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 activities"), (1, "1 activity"), (2, "2 activities"), (1204, "1,204 activities")],
)
def test_a_number_has_its_noun(number: int, words: str) -> None:
    assert count(number, "activity", "activities") == words


def test_a_plural_is_made_with_s_unless_it_is_given() -> None:
    assert count(2, "month") == "2 months"
    assert count(1, "month") == "1 month"


def test_words_are_listed_with_and_before_the_last() -> None:
    assert listed([]) == ""
    assert listed(["Anna"]) == "Anna"
    assert listed(["Anna", "Bogdan"]) == "Anna and Bogdan"
    assert listed(("Anna", "Bogdan", "Cerys")) == "Anna, Bogdan and Cerys"


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence("aHP day") == "AHP day"
    assert sentence("") == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ŷnys Môn", "ynys mon"),
        ("Łódź", "lodz"),
        ("Nguyễn", "nguyen"),
        ("ĐÌNH", "dinh"),
        ("Søren Ærø", "soren aro"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("e\u0301galite\u0301", "egalite"),
        ("İstanbul ışık", "istanbul isik"),
        ("O'Brien-Smith", "o'brien-smith"),
        ("Þór ðæ", "tor da"),
        ("Ελληνικά", "ελληνικα"),
        ("plain ASCII", "plain ascii"),
        ("", ""),
    ],
)
def test_folding_takes_away_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@drawn(150)
@given(st.text())
def test_folding_is_the_same_whichever_way_accents_are_written(text: str) -> None:
    together, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(together) == fold(apart)


@drawn(150)
@given(st.text(), st.text())
def test_folding_two_texts_together_is_folding_each(one: str, other: str) -> None:
    assert fold(one + " " + other) == fold(one) + " " + fold(other)


@drawn(150)
@given(st.text())
def test_what_was_folded_holds_no_accents(text: str) -> None:
    assert not any(unicodedata.combining(sign) for sign in fold(text))
    assert not set(map(ord, fold(text))) & (set(UNDIVIDED) - {ord("ı")})


def test_words_are_counted_between_spaces() -> None:
    assert word_count("") == word_count(" \n\t ") == 0
    assert word_count("well-being isn’t  a\nmark") == 4


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11", "November 2026"),
        ("2018", "2018"),
        ("3 February 2026", "3 February 2026"),
        ("2026-13", "2026-13"),
        ("", ""),
    ],
)
def test_the_month_of_a_source_reads_as_people_write_it(written: str, read: str) -> None:
    assert as_at(written) == read
