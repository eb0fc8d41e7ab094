"""Statements of learning platforms: one activity for a course on a day, with no judgement in it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.xapi.reading import read_statements
from ahp_companion.exchange.xapi.words import minutes_of

OTHERS = Path(__file__).parents[1] / "data" / "others"
OWN = gathered({"practitioner": [Practitioner(name="Rhiannon Ŵyn")]})
VERBS = "http://adlnet.gov/expapi/verbs/"


def statement(**said: Any) -> dict[str, Any]:
    return {
        "id": "11111111-1111-4111-8111-111111111111",
        "actor": {"name": "Rhiannon Ŵyn"},
        "verb": {"id": f"{VERBS}completed"},
        "object": {"id": "https://example.org/gait", "definition": {"name": {"en": "Gait"}}},
        "timestamp": "2026-02-03T14:00:00Z",
        **said,
    }


def brought(path: Path, portfolio: Portfolio = OWN) -> list[CpdActivity]:
    incoming = read_file(path).into(portfolio)
    return [edit.after for edit in incoming.change.edits] if incoming.change else []


def written(tmp_path: Path, *held: Any, name: str = "statements.json") -> Path:
    path = tmp_path / name
    path.write_text(json.dumps(list(held)), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("moodle-statements.json", ["Chest drains", "Webinar: Ménière’s disease"]),
        ("learning-locker-statements.json", ["Swallowing", "Falls: a short film"]),
        ("statements.ndjson", ["Module 0", "Module 1", "Module 2"]),
    ],
)
def test_statements_are_known_by_their_contents_and_come_in_once(
    name: str, titles: list[str]
) -> None:
    path = OTHERS / name
    assert format_of(path).code == "xapi"
    coming = brought(path)
    assert [each.title for each in coming] == titles
    assert {each.learning_type for each in coming} == {LearningType.FORMAL}
    again = read_file(path).into(gathered({"cpd_activity": coming}))
    assert (again.change, again.present) == (None, len(coming))


def test_a_course_opened_gone_on_with_and_completed_is_one_activity() -> None:
    drains = brought(OTHERS / "moodle-statements.json")[0]
    assert (drains.started_on, drains.minutes) == (date(2026, 2, 3), 65)
    assert drains.what_i_did == "An hour on lines and drains."
    assert drains.provider == "Moodle"
    said = drains.brought_along.split("\n")
    assert [each for each in said if each.startswith("Verb")] == [
        "Verb: launched",
        "Verb: progressed",
        "Verb: completed",
    ]
    for line in ("Result, score raw: 23", "Result, success: yes", "Context, language: en",
                 "Context, instructor name: Łukasz Wójcik",
                 "Context, parent name: Critical care skills"):  # fmt: skip
        assert line in said


def test_a_day_is_the_day_in_its_own_zone() -> None:
    webinar = brought(OTHERS / "moodle-statements.json")[1]
    assert (webinar.started_on, webinar.minutes) == (date(2026, 3, 1), 90)


def test_what_was_taken_back_or_only_opened_stays_out_and_is_counted() -> None:
    remarks = read_file(OTHERS / "moodle-statements.json").into(OWN).remarks
    assert remarks == (
        "Left out, as taken back later: 1 statement.",
        "Left out, as only opened or begun: “Never gone on with” (1 statement).",
    )


def test_a_statement_without_a_day_is_named_by_its_number() -> None:
    reading = read_file(OTHERS / "learning-locker-statements.json")
    assert [each.in_words for each in reading.problems] == [
        "Row 3: it does not say on which day it was."
    ]


def test_one_statement_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(statement()), "utf-8-sig")
    assert [each.title for each in brought(path)] == ["Gait"]


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ({"cy": "Cerddediad", "en": "Gait", "en-GB": "Gait, British"}, "Gait, British"),
        ({"cy": "Cerddediad", "en-AU": "Gait, mate"}, "Gait, mate"),
        ({"cy": "Cerddediad", "fr": "Démarche"}, "Cerddediad"),
        ({"en": "<p>Gait &amp; balance</p>"}, "Gait & balance"),
        ({}, "https://example.org/gait"),
    ],
)
def test_a_name_is_taken_in_english_where_there_is_one(
    tmp_path: Path, names: dict[str, str], title: str
) -> None:
    thing = {"id": "https://example.org/gait", "definition": {"name": names}}
    assert brought(written(tmp_path, statement(object=thing)))[0].title == title


def test_a_statement_twice_is_one_and_another_day_is_another(tmp_path: Path) -> None:
    later = statement(id="2", timestamp="2026-02-04T14:00:00Z")
    path = written(tmp_path, statement(), statement(), later)
    assert [each.started_on for each in brought(path)] == [date(2026, 2, 3), date(2026, 2, 4)]


def test_somebody_else_is_named_and_comes_in_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, statement(actor={"name": "Bogdan Nowak"}))
    incoming = read_file(path).into(OWN)
    assert incoming.added == {"cpd_activity": 1}
    assert "Statements name “Bogdan Nowak”; make sure that is you." in incoming.remarks
    own = read_file(written(tmp_path, statement())).into(OWN)
    assert not any("make sure" in each for each in own.remarks)


def test_what_is_there_with_the_same_title_day_and_time_is_not_doubled(tmp_path: Path) -> None:
    path = written(tmp_path, statement(result={"duration": "PT1H"}))
    there = CpdActivity(title="gait", started_on=date(2026, 2, 3), minutes=60)
    incoming = read_file(path).into(gathered({"cpd_activity": [there]}))
    assert (incoming.change, incoming.present) == (None, 1)


def test_a_verb_of_another_vocabulary_counts(tmp_path: Path) -> None:
    verb = {"id": "https://w3id.org/xapi/video/verbs/watched", "display": {"en": "watched"}}
    assert "Verb: watched" in brought(written(tmp_path, statement(verb=verb)))[0].brought_along


@pytest.mark.parametrize(
    ("written_as", "minutes"),
    [
        ("PT1H5M2S", 65),
        ("PT1234S", 21),
        ("P0DT0H45M", 45),
        ("PT0.5H", 30),
        ("PT20S", 1),
        ("PT0S", None),
        ("P1D", 1440),
        ("P3D", None),
        ("P1Y", None),
        ("PT9999999999999999999999H", None),
        ("", None),
        ("an hour", None),
        (60, None),
        (None, None),
    ],
)
def test_a_length_of_time_is_whole_minutes(written_as: Any, minutes: int | None) -> None:
    assert minutes_of(written_as) == minutes


@pytest.mark.parametrize(
    "held", ["[]", "{}", "[1, null, []]", '{"statements": {}}', "[" * 9_999, ""]
)
def test_a_file_without_statements_is_refused_in_words(tmp_path: Path, held: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(held, "utf-8")
    with pytest.raises(ProblemError) as problem:
        read_statements(path)
    assert problem.value.means


@pytest.mark.parametrize(
    "broken",
    [
        {"object": None},
        {"object": {"id": 7, "definition": []}},
        {"timestamp": "2026-02-30T10:00:00Z"},
        {"timestamp": 5},
        {"timestamp": None, "stored": []},
    ],
)
def test_a_statement_that_says_too_little_is_a_problem_and_the_rest_comes_in(
    tmp_path: Path, broken: dict[str, Any]
) -> None:
    reading = read_file(written(tmp_path, statement(id="0", **broken), statement()))
    assert len(reading.problems) == 1
    assert reading.into(OWN).added == {"cpd_activity": 1}


def test_odd_values_anywhere_are_words_or_nothing(tmp_path: Path) -> None:
    odd = statement(
        result={"duration": [], "extensions": {"https://e.org/x": {"a": [1.5, None, True]}}},
        context={"instructor": "?", "platform": 7, "contextActivities": [[["deep"]]]},
        verb={"display": "x"},
        actor=[],
    )
    said = brought(written(tmp_path, odd))[0].brought_along.split("\n")
    assert "Result, extensions x a: 1.5" in said
    assert "Context, platform: 7" in said
