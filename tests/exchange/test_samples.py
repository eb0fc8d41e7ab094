"""Samples: written by hand, so that what is wrong with one is said by table, id and field."""

from datetime import date
from pathlib import Path

import pytest

from ahp_companion import assets
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.records import linked_ids
from ahp_companion.exchange.samples import read_sample, sample_names

SOUND = """
title = "A sample"
summary = "For tests"
today = "2026-03-12"

[[preceptorship]]
id = "first"
started_on = 2026-01-12
supporters = ["anna"]

[[person]]
id = "anna"
name = "Anna Łuk"
roles = ["preceptor"]

[[meeting]]
id = "m1"
preceptorship = "first"
planned_at = 09:30:00

[[action]]
id = "a1"
meeting = "m1"

[[reflection]]
id = "r1"
answers = { what = "It rained" }

[[evidence]]
id = "certificate"
title = "Certificate"
file = "evidence/certificate.pdf"

[[practitioner]]
id = "me"
name = "Siân ŷ"
"""
NAMED = ["maternity-return", "osteopath", "paramedic-preceptor", "physiotherapist-audit",
         "prosthetist-orthotist"]  # fmt: skip


def _write(folder: Path, text: str = SOUND, name: str = "rain") -> Path:
    (folder / name / "evidence").mkdir(parents=True)
    (folder / name / "evidence" / "certificate.pdf").write_bytes(b"%PDF-1.7")
    (folder / name / "sample.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_sample_is_read_with_its_links_and_its_evidence(tmp_path: Path) -> None:
    sample = read_sample(_write(tmp_path), "rain")
    by_type = {type(each): each for each in sample.records}
    assert (sample.title, sample.summary) == ("A sample", "For tests")
    assert sample.today == date(2026, 3, 12)
    assert by_type[Meeting].preceptorship == by_type[Preceptorship].id
    assert by_type[Meeting].planned_at == "09:30"
    assert by_type[Action].meeting == by_type[Meeting].id
    evidence = by_type[Evidence]
    assert sample.evidence == {evidence.sha256: b"%PDF-1.7"}
    assert (evidence.file_name, evidence.media_type, evidence.size) == (
        "certificate.pdf",
        "application/pdf",
        8,
    )


def test_owners_come_before_what_they_own(tmp_path: Path) -> None:
    sample = read_sample(_write(tmp_path), "rain")
    assert isinstance(sample.records[0], Practitioner)
    seen = set()
    for record in sample.records:
        assert all(each in seen for _, each in linked_ids(record))
        seen.add(record.id)


def test_ids_are_the_same_each_time_and_differ_between_samples(tmp_path: Path) -> None:
    _write(_write(tmp_path), name="snow")
    rain = [each.id for each in read_sample(tmp_path, "rain").records]
    snow = [each.id for each in read_sample(tmp_path, "snow").records]
    assert rain == [each.id for each in read_sample(tmp_path, "rain").records]
    assert not set(rain) & set(snow)
    assert sample_names(tmp_path) == ["rain", "snow"]


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ('id = "m1"\n', "", "[[meeting]] number 1: “id” is missing"),
        ('id = "m1"', 'id = "anna"', "[[meeting]] “anna”: “id” is used already, by person"),
        ("planned_at", "planed_at", "[[meeting]] “m1”: there is no field “planed_at”"),
        ("2026-01-12", '"2026-13-12"', "[[preceptorship]] “first”: “started_on” cannot be"),
        ('["preceptor"]', '["emperor"]', "[[person]] “anna”: “roles” cannot be"),
        ('["preceptor"]', '"preceptor"', "[[person]] “anna”: “roles” has to be a list"),
        ('"Anna Łuk"', "5", "[[person]] “anna”: “name” has to be text"),
        ('"anna"]', '"anna", "bob"]', "[[preceptorship]] “first”, supporters: no record has"),
        ('meeting = "m1"', 'meeting = "anna"', "“anna” is a person, not a meeting"),
        ("certificate.pdf", "lost.pdf", "[[evidence]] “certificate”: “file” names “lost.pdf”"),
        ("[[person]]", "[[people]]", "There is no table [[people]]"),
        ("[[person]]", "[person]", "two brackets"),
        ("[[practitioner]]", "[[workplace]]", "needs one table [[practitioner]]"),
        ("[[person]]", "[[person", "sample.toml of “rain”"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(
    tmp_path: Path, was: str, becomes: str, words: str
) -> None:
    assert was in SOUND
    _write(tmp_path, SOUND.replace(was, becomes))
    with pytest.raises(ProblemError) as problem:
        read_sample(tmp_path, "rain")
    assert words in str(problem.value)


def test_a_sample_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="There are: rain"):
        read_sample(_write(tmp_path), "../rain")


@pytest.mark.parametrize("name", NAMED)
def test_every_sample_that_ships_can_be_read(name: str) -> None:
    sample = read_sample(assets.resource("samples"), name)
    assert sample.title
    assert sample.summary
    assert len(sample.records) > 20
