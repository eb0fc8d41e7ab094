"""Every kind of record on paper: all its words are there, as typed, and none that should stay."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from ahp_companion.domain.kinds import BY_NAME, KINDS, OWNERS_ALONE
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.portfolio import Choice, Portfolio, gathered
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.domain.records import shapes
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet

from .every_kind import every_kind, written
from .people import everything_of, portfolio_of
from .reading import Printed, joined, printed
from .test_hostile_words import PAYLOADS

# What a reader elsewhere has no use for, and what is printed only beside something lost.
NOT_PRINTED = {
    "workplace": {"preceptorship_lead", "policy_place"},
    "person": {"sector", "how_met", "contact", "words"},
    "preceptorship": {"preceptee_initials"},
    "protected_time": {"lost_reason", "used_for"},
    "evidence": {"made_by", "file_name", "words"},
    "cpd_activity": {"brought_along"},
    "audit_profile": {"cpd_number"},
}
FIELDS = [
    (kind.name, field)
    for kind in KINDS
    if kind.name not in OWNERS_ALONE
    for field in written(kind)
    if field not in NOT_PRINTED.get(kind.name, ())
]


def marker(kind: str, field: str) -> str:
    return f"W{kind}X{field}Z".replace("_", "")


def canary(kind: str, field: str) -> str:
    return f"CANARY{marker(kind, field)}"


def unspaced(read: Printed) -> str:
    """Return the text without the spaces that come where a long word meets a line's end."""
    return read.text.replace(" ", "")


def test_every_word_of_every_kind_is_printed() -> None:
    words = unspaced(printed(every_kind(marker)))
    assert [each for each in FIELDS if marker(*each) not in words] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_is_typed_into_any_field_is_printed_as_typed(payload: str) -> None:
    read = printed(every_kind(lambda _kind, _field: payload))
    typed = joined(unicodedata.normalize("NFC", payload)).replace(" ", "")
    assert unspaced(read).count(typed) >= len(FIELDS)
    assert [name for page in read.reader.pages for name in page.images] == []
    for page in read.reader.pages:
        for link in page.annotations or []:
            assert "/URI" not in str(link.get_object())


def test_no_field_can_be_so_long_that_it_is_not_laid_out() -> None:
    read = printed(every_kind(lambda kind, field: f"{marker(kind, field)} " * 60))
    words = unspaced(read)
    # A cover has no room for all of a title; and a word may be parted by a page's end.
    told = [each for each in FIELDS if each != ("preceptorship", "title")]
    assert [each for each in told if words.count(marker(*each)) < 58] == []


def test_nothing_private_is_printed_and_all_of_it_is_counted() -> None:
    read = printed(every_kind(canary, private=True))
    words = unspaced(read)
    private = [each for each in FIELDS if _stays_when_private(each[0])]
    assert {"adjustment", "worksheet", "workbook_answer"} <= {kind for kind, _ in private}
    assert [each for each in private if canary(*each) in words] == []
    last = " ".join(read.pages[read.page_of("What was left out") - 1 :])
    assert re.search(r"Private records \d+ Not asked for", last)
    for nouns in ("Adjustments", "Worksheets", "Answers"):
        assert nouns not in last


def test_private_records_that_were_asked_for_are_marked_whatever_they_are() -> None:
    read = printed(every_kind(marker, private=True), Choice(include_private=True))
    words = unspaced(read)
    assert [each for each in FIELDS if marker(*each) not in words] == []
    assert f"{marker('adjustment', 'words')}(private)" in words


def test_a_copy_of_one_preceptorship_holds_nothing_of_another() -> None:
    mine = everything_of(every_kind(marker, of="1"))
    other = [each for each in everything_of(every_kind(canary, of="2")) if each.id[-1:] == "2"]
    both = portfolio_of(*mine, *(each for each in other if each.id != "practitioner2"))
    choice = Choice(preceptorship="preceptorship1", include_private=True)
    words = unspaced(printed(both, choice))
    assert marker("theme", "heard") in words
    theirs = [each for each in FIELDS if _is_of_a_preceptorship(each[0])]
    assert {"worksheet", "workbook_answer", "ending", "improvement"} <= {kind for kind, _ in theirs}
    assert [each for each in theirs if canary(*each) in words] == []


def test_a_record_that_points_to_another_preceptorship_does_not_name_what_stays() -> None:
    mine = [_pointing_away(each) for each in everything_of(every_kind(marker))]
    theirs = (
        Preceptorship(id="p2", title="CANARYFIRST"),
        Milestone(id="m2", preceptorship="p2", title="CANARYLOOK"),
        Objective(id="o2", preceptorship="p2", title="CANARYGOAL"),
        Worksheet(id="w2", preceptorship="p2", title="CANARYSHEET", words="CANARYWORDS"),
    )
    whole = portfolio_of(*mine, *theirs)
    assert "CANARY" not in printed(whole, Choice(preceptorship="preceptorship")).text
    everything = printed(whole).text
    for words in ("Follows on from CANARYFIRST", "Objective: CANARYGOAL", "Heard in CANARYSHEET"):
        assert words in everything


def _pointing_away(record: Any) -> Any:
    elsewhere = {"follows": "p2", "milestone": "m2", "objective": "o2", "heard_in": ("w2",)}
    pointing = {
        shape.name: elsewhere[shape.name]
        for shape in shapes(type(record))
        if shape.name in elsewhere and not shape.owned
    }
    is_either = isinstance(record, Preceptorship | Worksheet | WorkbookAnswer)
    return replace(record, **pointing) if is_either or "heard_in" in pointing else record


def _stays_when_private(name: str) -> bool:
    return any(
        any(shape.name == "private" for shape in shapes(BY_NAME[each].record))
        for each in _owners(name)
    )


def _is_of_a_preceptorship(name: str) -> bool:
    return any(
        each == "preceptorship"
        or any(shape.name == "preceptorship" for shape in shapes(BY_NAME[each].record))
        for each in _owners(name)
    )


def _owners(name: str) -> Iterator[str]:
    """Yield a kind and all that it is owned by."""
    yield name
    for shape in shapes(BY_NAME[name].record):
        if shape.owned:
            yield from _owners(shape.link)


def test_an_empty_portfolio_has_no_page_more_for_all_that_it_could_hold() -> None:
    read = printed(Portfolio())
    assert read.titles == ["What was left out"]
    assert len(read.reader.pages) == 3
    assert gathered({}) == Portfolio()
