"""Records: every kind comes back from plain values as it was, and what is wrong is named."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.confidence import ConfidenceRating
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.kinds import BY_NAME, KINDS, Kind
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.records import from_plain, linked_ids, new_id, shapes, to_plain
from ahp_companion.domain.reflections import Reflection
from tests.domain.any_record import KIND_NAMES, any_record
from tests.sizes import drawn


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_record_comes_back_from_json_as_it_was(name: str) -> None:
    kind = BY_NAME[name]

    @drawn(8)
    @given(any_record(kind))
    def comes_back(record: Any) -> None:
        written = json.dumps(to_plain(record))
        assert from_plain(kind.record, json.loads(written)) == record

    comes_back()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_is_frozen_and_has_a_fresh_id(kind: Kind) -> None:
    make: Callable[[], Any] = kind.record
    record = make()
    assert is_dataclass(kind.record)
    assert record.id != make().id
    with pytest.raises(AttributeError):
        record.id = new_id()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_without_anything_but_an_id_takes_every_default(kind: Kind) -> None:
    assert from_plain(kind.record, {"id": "one"}) == kind.record(id="one")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_of_a_type_that_can_be_kept(kind: Kind) -> None:
    for shape in shapes(kind.record):
        assert shape.type in (str, int, bool, dict, date) or issubclass(shape.type, Enum)
        assert not shape.link or shape.link == "*" or shape.link in BY_NAME
    assert [each.name for each in shapes(kind.record)] == [
        each.name for each in fields(kind.record)
    ]


def test_plain_values_are_jsons_own() -> None:
    activity = CpdActivity(
        id="a",
        started_on=date(2026, 3, 12),
        learning_type=LearningType.WORK_BASED,
        pillars=(Pillar.CLINICAL, Pillar.RESEARCH),
    )
    plain = to_plain(activity)
    assert plain["started_on"] == "2026-03-12"
    assert plain["ended_on"] is None
    assert plain["learning_type"] == "work-based"
    assert type(plain["learning_type"]) is str
    assert plain["pillars"] == ["clinical", "research"]
    assert plain["is_chosen"] is False


def test_a_field_that_a_later_version_added_is_passed_over() -> None:
    action = Action(id="a", words="Book a visit")
    assert from_plain(Action, {**to_plain(action), "mood": "hopeful"}) == action


@pytest.mark.parametrize(
    ("record", "field", "wrong"),
    [
        (Action, "words", 5),
        (Action, "words", None),
        (Action, "words", ["a"]),
        (Action, "words", "half a sign \ud800"),
        (Action, "id", None),
        (Action, "due_on", "2026-02-30"),
        (Action, "due_on", "tomorrow"),
        (Action, "due_on", 20260230),
        (Action, "meeting", 7),
        (Meeting, "minutes", "60"),
        (Meeting, "minutes", 1.5),
        (Meeting, "minutes", True),
        (Meeting, "minutes", 10**30),
        (Meeting, "private", 1),
        (Meeting, "private", "yes"),
        (Meeting, "kind", "chat"),
        (Meeting, "people", "anna"),
        (Meeting, "people", {"anna": 1}),
        (Meeting, "people", [None]),
        (Meeting, "people", None),
        (CpdActivity, "pillars", ["clinical", "golf"]),
        (CpdActivity, "pillars", "clinical"),
        (CpdActivity, "learning_type", ["formal"]),
        (ConfidenceRating, "rating", None),
        (ProtectedTime, "is_own_time", None),
        (Reflection, "answers", ["a"]),
        (Reflection, "answers", {"a": 5}),
        (Reflection, "answers", "a"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_named(record: type, field: str, wrong: object) -> None:
    plain = {**to_plain(record()), field: wrong}
    with pytest.raises(ProblemError) as problem:
        from_plain(record, plain)
    assert f"“{field}”" in problem.value.happened


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=5,
)


@drawn(60)
@given(
    kind=st.sampled_from(KINDS),
    values=st.lists(ANYTHING, min_size=1, max_size=3),
    chance=st.randoms(use_true_random=False),
)
def test_whatever_a_field_is_given_it_is_read_or_named(
    kind: Kind, values: list[Any], chance: Any
) -> None:
    names = [shape.name for shape in shapes(kind.record)]
    plain = {"id": "one"} | {chance.choice(names): value for value in values}
    try:
        record: Any = from_plain(kind.record, plain)
    except ProblemError:
        return
    json.dumps(to_plain(record)).encode()


def test_every_link_is_given_with_the_field_that_holds_it() -> None:
    meeting = Meeting(preceptorship="p", people=("anna", "bogdan"))
    held = [(shape.name, each) for shape, each in linked_ids(meeting)]
    assert held == [("preceptorship", "p"), ("people", "anna"), ("people", "bogdan")]


def test_codes_and_links_are_not_the_owners_words() -> None:
    words = {shape.name for shape in shapes(Meeting) if shape.is_words}
    assert words == {"title", "place", "agenda", "record"}
