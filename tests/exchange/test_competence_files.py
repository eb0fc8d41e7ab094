"""Competence frameworks from spreadsheets and from Mahara: read tolerantly, and never doubled."""

import json
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.competences import Competence, CompetenceFramework
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.competence_files import (
    CompetenceTable,
    importing_competences,
    is_competence_file,
    read_competences,
)
from ahp_companion.exchange.cpd_csv import COLUMNS
from ahp_companion.exchange.importing import Incoming

TABLE = """Code,Heading,Statement,Level
1.1,Assessment,"Assesses a kitchen, with the person",Band 5
1.2,Assessment,,Band 5
2.1,Équipment,Fits rails at the right height,Band 6
"""
MATRIX = {
    "framework": {
        "institution": "all",
        "name": "Community &amp; home",
        "description": "<p>For <b>reablement</b></p>",
        "selfassess": "true",
        "evidencestatuses": [{"begun": "Begun"}, {"completed": "Done"}],
        "standards": [
            {"shortname": "A", "name": "Assessment", "description": "", "standardid": "1"},
            {"shortname": "B", "name": "Equipment", "description": "", "standardid": 2},
        ],
        "standardelements": [
            {"shortname": "1.1", "name": "Home visit", "description": "<p>Leads a visit</p>",
             "standardid": "1", "elementid": "1.1"},
            {"shortname": "1.1.1", "name": "Kitchen", "description": "Kitchen", "standardid": "1",
             "elementid": "1.1.1", "parentelementid": "1.1"},
            {"shortname": "2.1", "name": "", "description": "", "standardid": "2"},
            {"name": "Rails", "standardid": "2", "elementid": "2.2"},
        ],
    }
}  # fmt: skip


def table(tmp_path: Path, text: str, name: str = "Reablement_2025.csv") -> CompetenceTable:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_competences(path)


def matrix(tmp_path: Path, held: Any) -> CompetenceTable:
    return table(tmp_path, json.dumps(held), "home.matrix")


def after(portfolio: Portfolio, incoming: Incoming) -> Portfolio:
    held: dict[str, list[Any]] = {name: list(each) for name, each in portfolio.records.items()}
    for edit in incoming.change.edits if incoming.change else ():
        name = "competence" if isinstance(edit.after, Competence) else "competence_framework"
        held.setdefault(name, []).append(edit.after)
    return gathered(held)


def test_a_table_gives_its_lines_and_names_the_rows_without_a_statement(tmp_path: Path) -> None:
    read = table(tmp_path, TABLE)
    assert read.framework.name == "Reablement 2025"
    first, second = read.competences
    assert (first.number, first.heading, first.level) == ("1.1", "Assessment", "Band 5")
    assert first.words == "Assesses a kitchen, with the person"
    assert (second.number, second.heading) == ("2.1", "Équipment")
    assert {each.framework for each in read.competences} == {read.framework.id}
    assert [each.in_words for each in read.problems] == ["Row 3: there is no statement in it."]


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("No.;Domain;Competency statement;Stage", ";"),
        ("REF\tSection\tDescription\tBand", "\t"),
        ("\ufeffcompetence code,Theme,words,LEVEL", ","),
    ],
)
def test_columns_are_known_by_many_names(tmp_path: Path, header: str, delimiter: str) -> None:
    row = delimiter.join(("3.4", "Families", "Listens first", "6"))
    (line,) = table(tmp_path, f"{header}\n{row}\n").competences
    said = (line.number, line.heading, line.words, line.level)
    assert said == ("3.4", "Families", "Listens first", "6")


def test_a_title_above_the_table_and_columns_of_their_own_are_passed_over(tmp_path: Path) -> None:
    read = table(tmp_path, "Competence\n\ncode,statement,Ward colour\n1,Listens,blue\n")
    assert [(each.number, each.words) for each in read.competences] == [("1", "Listens")]
    assert read.remarks == ("The column “Ward colour” is left out.",)


def test_a_short_name_and_its_description_are_one_statement(tmp_path: Path) -> None:
    (line,) = table(
        tmp_path, "code,competence,description\n1,Listens,Before advising\n"
    ).competences
    assert line.words == "Listens\nBefore advising"


def test_maharas_matrix_gives_elements_under_their_standards(tmp_path: Path) -> None:
    read = matrix(tmp_path, MATRIX)
    assert (read.framework.name, read.framework.words) == ("Community & home", "For reablement")
    assert [(each.number, each.heading, each.words) for each in read.competences] == [
        ("1.1", "Assessment", "Home visit\nLeads a visit"),
        ("1.1.1", "Assessment", "Kitchen"),
        ("2.2", "Equipment", "Rails"),
    ]
    assert [each.number for each in read.problems] == [3]
    assert "is yours to say" in read.remarks[0]


@pytest.mark.parametrize("text", ["{", "{}", '{"framework": 3}', '{"framework": {"name": "x"}}'])
def test_what_is_no_matrix_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProblemError, match="is not a framework of Mahara"):
        table(tmp_path, text, "x.matrix")


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "code,heading\n1,A\n"])
def test_a_table_without_statements_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProblemError, match="does not begin with the names of its columns"):
        table(tmp_path, text)


def test_a_table_of_no_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="There are no competences"):
        table(tmp_path, "code,statement\n1,\n")


def test_the_same_file_twice_brings_nothing_in_twice(tmp_path: Path) -> None:
    twice = TABLE + "2.1,Équipment,Fits rails at the right height,Band 6\n"
    read = table(tmp_path, twice)
    first = importing_competences(read, gathered({}))
    assert first.added == {"competence_framework": 1, "competence": 3}
    held = after(gathered({}), first)
    again = importing_competences(table(tmp_path, twice), held)
    assert (again.change, again.present) == (None, 4)
    renamed = importing_competences(table(tmp_path, twice, "copy (1).csv"), held)
    assert renamed.change is None


def test_what_the_owner_wrote_stays_and_a_longer_file_brings_only_what_is_new(
    tmp_path: Path,
) -> None:
    held = after(gathered({}), importing_competences(table(tmp_path, TABLE), gathered({})))
    (framework,) = held.all(CompetenceFramework)
    longer = importing_competences(table(tmp_path, TABLE + "3,Families,Listens,\n"), held)
    assert longer.added == {"competence": 1}
    assert longer.change is not None
    assert longer.change.edits[0].after.framework == framework.id


def test_a_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    for name, text, known in (
        ("a.csv", TABLE, True),
        ("b.matrix", json.dumps(MATRIX), True),
        ("c.csv", ",".join(COLUMNS), False),
        ("d.csv", "title,description,date_completed,hours,category", False),
        ("e.csv", "Name,Colour\n", False),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert is_competence_file(tmp_path / name) is known, name
