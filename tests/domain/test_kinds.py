"""Every kind of record there is."""

import json
from typing import Any

import pytest
from hypothesis import given

from ahp_companion.domain.kinds import BY_NAME, BY_RECORD, KINDS, Kind, of, text_of
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.records import shapes, to_plain
from ahp_companion.domain.reflections import Reflection
from tests.domain.any_record import KIND_NAMES, any_record
from tests.sizes import drawn


def test_every_kind_is_found_by_its_name_and_by_its_record() -> None:
    assert len(BY_NAME) == len(BY_RECORD) == len(KINDS)
    for kind in KINDS:
        assert of(kind.record()) is BY_NAME[kind.name] is kind


def test_owners_come_before_what_they_own_and_links_lead_back() -> None:
    order = {kind.name: at for at, kind in enumerate(KINDS)}
    for kind in KINDS:
        for shape in shapes(kind.record):
            if shape.link and not shape.many:
                # A record may follow another of its own kind, as one sheet does another.
                assert order[shape.link] <= order[kind.name]


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_kind_can_be_named_and_dated_whatever_is_in_it(name: str) -> None:
    kind = BY_NAME[name]

    @drawn(8)
    @given(any_record(kind))
    def can_be_named(record: Any) -> None:
        assert isinstance(kind.title(record), str)
        on = kind.happened_on(record)
        if kind.day:
            assert on == getattr(record, kind.day)
        held = json.dumps(list(to_plain(record).values()), ensure_ascii=False)
        assert all(json.dumps(line, ensure_ascii=False)[1:-1] in held
                   for line in text_of(record).split("\n"))  # fmt: skip

    can_be_named()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_named_in_words(kind: Kind) -> None:
    assert kind.noun
    assert kind.nouns
    assert kind.name.replace("_", "").isalpha()
    assert kind.day in {shape.name for shape in shapes(kind.record)} | {""}


def test_the_text_of_a_record_is_what_its_owner_wrote_and_no_codes() -> None:
    reflection = Reflection(title="A fall", model="gibbs", answers={"what": "She fell", "so": ""})
    assert text_of(reflection) == "A fall\nShe fell"
    assert text_of(Meeting(planned_at="09:30", place="Room 4")) == "Room 4"


def test_a_preceptorship_without_a_title_has_one_all_the_same() -> None:
    assert BY_NAME["preceptorship"].title(Preceptorship()) == "Newly qualified"
