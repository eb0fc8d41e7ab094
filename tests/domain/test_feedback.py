"""Feedback that changes something: themes that are answered, and cards that try something out."""

from dataclasses import replace
from datetime import date

import pytest

from ahp_companion.domain.feedback import (
    Decision,
    Improvement,
    Theme,
    before_and_after,
    cards_of,
    closed,
    next_card,
    refuse_to_close,
    still_closed,
    what_came,
)
from ahp_companion.domain.problems import ProblemError

ON = date(2026, 3, 12)
RELEVANCE = Theme(words="Relevance", heard="Too nursing focused")
CARD = Improvement(
    theme=RELEVANCE.id,
    title="Too little of my own profession",
    plan="A session of our own each month",
    measure="Sessions held",
    value_before="0",
    value_after="3",
    decision=Decision.ADAPT,
    what_next="Every six weeks instead",
)


@pytest.mark.parametrize(("changed", "because"), [("", ""), ("  ", "\n")])
def test_a_theme_that_says_nothing_of_what_came_is_not_closed(changed: str, because: str) -> None:
    theme = replace(RELEVANCE, what_changed=changed, no_change_because=because)
    with pytest.raises(ProblemError) as found:
        closed(theme, on=ON)
    assert "what came of it" in found.value.happened
    assert "Write what changed" in found.value.advice


@pytest.mark.parametrize("name", ["what_changed", "no_change_because"])
def test_a_theme_that_says_what_came_closes_on_the_day(name: str) -> None:
    theme = (
        replace(RELEVANCE, what_changed="Words")
        if name == "what_changed"
        else replace(RELEVANCE, no_change_because="There is no room this year")
    )
    refuse_to_close(theme)
    assert closed(theme, on=ON).closed_on == ON


def test_a_closed_theme_keeps_the_day_it_was_closed_on() -> None:
    theme = replace(RELEVANCE, what_changed="A session", closed_on=date(2026, 1, 5))
    assert closed(theme, on=ON).closed_on == date(2026, 1, 5)


def test_a_theme_whose_words_are_taken_out_is_open_again() -> None:
    theme = replace(RELEVANCE, what_changed="A session", closed_on=ON)
    assert still_closed(theme) is theme
    assert still_closed(replace(theme, what_changed=" ")).closed_on is None


def test_a_theme_says_what_changed_or_why_nothing_did() -> None:
    assert what_came(RELEVANCE) == ""
    assert what_came(replace(RELEVANCE, what_changed="A session")) == "What changed: A session"
    because = replace(RELEVANCE, no_change_because="nobody is free")
    assert what_came(because) == "No change, because: nobody is free"


def test_a_card_says_its_measure_before_and_after() -> None:
    assert before_and_after(CARD) == "Sessions held: before 0, after 3"
    assert before_and_after(replace(CARD, value_after="")) == "Sessions held: before 0"
    assert before_and_after(replace(CARD, measure="")) == "before 0, after 3"
    assert before_and_after(Improvement()) == ""


def test_the_cards_of_a_theme_are_those_that_try_something_for_it() -> None:
    assert cards_of(RELEVANCE, [CARD, Improvement(title="Something else")]) == (CARD,)


def test_the_next_card_begins_where_the_one_before_ended() -> None:
    following = next_card(CARD, on=ON)
    assert following.id != CARD.id
    assert (following.theme, following.title) == (CARD.theme, CARD.title)
    assert following.plan == "Every six weeks instead"
    assert (following.value_before, following.value_after) == ("3", "")
    assert following.decision is None
    assert following.started_on == ON
