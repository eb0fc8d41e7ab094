"""Whatever someone types is printed as they typed it, and runs nothing."""

import unicodedata
from datetime import date, timedelta

import pytest

from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.domain.reflections import Reflection

from . import people
from .reading import joined, printed

PAYLOADS = (
    "<b",
    "<b>bold</b> & <i>not</i>",
    '<img src="file:///etc/passwd" width="1" height="1"/>',
    '<a href="https://example.org">here</a>',
    "</para><para>&amp;&nbsp;&#65;",
    "%s {0} ${HOME} \\n (brackets) [and] others",
    "]]><!--",
    "Nguyễn Thị Hằng, Łódź, Tŵr, Ŷ, ṗ, Ọ̀rẹ́",
    "“quotes” – dashes — and… £5 ½ µ °",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_printed_as_typed(payload: str) -> None:
    portfolio = people.portfolio_of(
        Practitioner(id="n", name=payload, about=payload),
        Reflection(id="r", title=payload, model="what", answers={"what": payload}, private=False),
        CpdActivity(id="c", title=payload, what_i_did=payload),
        Preceptorship(id="p", title=payload),
        Agreement(preceptorship="p", clauses={"expectations": payload}),
        Objective(id="o", preceptorship="p", title=payload),
    )
    read = printed(portfolio)
    typed = joined(unicodedata.normalize("NFC", payload))
    assert read.text.count(typed) >= 4
    pictures = [name for page in read.reader.pages for name in page.images]
    assert pictures == []


def test_control_signs_fall_out_and_missing_signs_are_seen() -> None:
    words = "a\x00b\x07c\x1b[31m \u202edesrever\u202c\u200b 中 😀 end\ud800"
    read = printed(people.portfolio_of(CpdActivity(id="c", title="t", what_i_did=words)))
    assert "abc[31m desrever □ □ end" in read.text


def test_a_reflection_of_ten_thousand_words_loses_none() -> None:
    words = [f"word{at}" for at in range(10_000)]
    portfolio = people.portfolio_of(
        Reflection(
            id="r", title="Long", model="what", private=False, answers={"what": " ".join(words)}
        )
    )
    read = printed(portfolio)
    pages = [
        page.replace(f"{at} of {read.page_count}", "")
        for at, page in enumerate(read.pages, start=1)
    ]
    found = [word for page in pages for word in page.split() if word.startswith("word")]
    known = set(words)
    assert [word for word in found if word in known] == words


def test_a_word_without_end_is_cut_where_the_line_ends() -> None:
    portfolio = people.portfolio_of(
        Practitioner(id="n", name="N" * 300),
        CpdActivity(id="c", title="x" * 3_000, what_i_did="y" * 20_000),
    )
    read = printed(portfolio)
    assert read.text.count("x") >= 6_000
    assert read.text.count("y") >= 20_000


def test_nothing_is_so_long_that_it_cannot_be_laid_out() -> None:
    long = "something that goes on " * 900
    portfolio = people.portfolio_of(
        Practitioner(id="n", name=long, about=long, profession="PH"),
        Preceptorship(id="p", title=long, transition_words=long),
        Agreement(preceptorship="p", clauses={"expectations": long}),
        Milestone(id="m", preceptorship="p", title=long, words=long),
        Objective(id="o", preceptorship="p", title=long, how=long, review=long),
        RatedStatement(id="s", preceptorship="p", words=long),
        ConfidenceRating(id="s1", rated="s", on=date(2025, 1, 1), rating=4, words=long),
        Reflection(id="r", title=long, answers={long: long}, private=False),
        CpdActivity(id="c", title=long, what_i_did=long, provider=long),
    )
    read = printed(portfolio)
    assert len(read.reader.pages) > 30


def test_a_hundred_milestones_are_a_table_and_no_chart() -> None:
    portfolio = people.portfolio_of(
        Preceptorship(id="p", started_on=date(2025, 1, 1)),
        *(
            Milestone(
                id=f"m{at}", preceptorship="p", title=f"Look {at}",
                due_on=date(2025, 1, 1) + timedelta(days=at * 3),
            )
            for at in range(100)
        ),
    )  # fmt: skip
    assert "Look 99" in printed(portfolio).text
