"""The table of features says where each one is, and every test that it names is there."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "features.md"
COLUMNS = ["Row", "What", "Verdict", "Where", "Test"]
VERDICTS = {"core", "useful", "context"}
# The pieces of work that are still to come, as a bracket names them: "(later: hand-over)".
LATER = {"hand-over", "audit", "import", "safety"}
NOT_YET = ": not yet)"
# What each part of the inventory holds, so that no row is lost on the way.
SERIES = (
    ("P", range(1, 78)),
    ("Y", range(1, 35)),
    ("R", range(1, 32)),
    ("1.", range(1, 11)),
    ("2.", range(1, 11)),
    ("3.", range(1, 20)),
    ("F", range(1, 14)),
    ("AP", range(1, 68)),
    ("C", range(1, 28)),
    ("D", (1, 2, 3, 4, 6, 7, 10, 11, 14)),
    ("GB", range(1, 13)),
    ("E3-", range(1, 18)),
    ("E4-", range(1, 4)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One row of the table."""

    row: str
    what: str
    verdict: str
    where: str
    tests: tuple[str, ...]


def planned(where: str) -> list[str]:
    """Return the parts of a place that stand in brackets because they are not there."""
    return [each for each in where.split("; ") if each.startswith("(")]


def is_all_planned(where: str) -> bool:
    """Return whether nothing of a place is there."""
    return len(planned(where)) == len(where.split("; "))


def brings(part: str) -> str:
    """Return which later piece of work brings what stands in brackets; nothing where none does."""
    later = part.strip("()").removeprefix("later: ")
    return later if part == f"(later: {later})" and later in LATER else ""


def cells(line: str) -> list[str]:
    """Return the cells of one line of a table."""
    return [each.strip() for each in line.strip().strip("|").split("|")]


def read_features(text: str) -> list[Feature]:
    """Return every row of every table, heads and rules left out."""
    rows = [cells(line) for line in text.splitlines() if line.startswith("|")]
    return [
        Feature(row=row, what=what, verdict=verdict, where=where, tests=named(tests))
        for row, what, verdict, where, tests in rows
        if row != COLUMNS[0] and set(row) != {"-"}
    ]


def named(cell: str) -> tuple[str, ...]:
    """Return the tests that a cell names, each between backticks."""
    return tuple(each for each in cell.split("`")[1::2] if each.strip())


def names_in(path: Path) -> set[str]:
    """Return the names of the tests that a file defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
    return {each for each in functions if each.startswith("test_")}


def is_there(test: str) -> bool:
    """Return whether a test, "path" or "path::name", is in this checkout."""
    path, _, name = test.partition("::")
    file = ROOT / path
    return file.is_file() and (not name or name in names_in(file))


@pytest.fixture(scope="module")
def features() -> list[Feature]:
    return read_features(TABLE.read_text(encoding="utf-8"))


def test_every_line_of_a_table_has_its_five_cells() -> None:
    lines = [each for each in TABLE.read_text(encoding="utf-8").splitlines() if each[:1] == "|"]
    assert [each for each in lines if len(cells(each)) != len(COLUMNS)] == []


def test_no_row_is_there_twice(features: list[Feature]) -> None:
    rows = [each.row for each in features]
    assert sorted({each for each in rows if rows.count(each) > 1}) == []


def test_no_row_of_the_inventory_is_lost(features: list[Feature]) -> None:
    rows = {each.row for each in features}
    wanted = {f"{prefix}{number}" for prefix, numbers in SERIES for number in numbers}
    assert wanted - rows == set()


def test_every_row_has_words_and_a_verdict(features: list[Feature]) -> None:
    assert [each.row for each in features if not each.what] == []
    assert [each.row for each in features if each.verdict not in VERDICTS] == []


def test_what_is_core_or_useful_names_its_place(features: list[Feature]) -> None:
    built = [each for each in features if each.verdict != "context"]
    assert [each.row for each in built if not each.where.strip("–- ()")] == []
    assert [each.row for each in built if each.where.startswith("Not built")] == []


def test_what_is_context_gives_its_reason(features: list[Feature]) -> None:
    context = [each for each in features if each.verdict == "context"]
    assert [each.row for each in context if not each.where.partition("–")[2].strip()] == []


def test_what_stands_in_brackets_says_what_brings_it_or_not_yet(features: list[Feature]) -> None:
    parts = [(each.row, part) for each in features for part in planned(each.where)]
    assert [each for each in parts if not brings(each[1]) and not each[1].endswith(NOT_YET)] == []


def test_nothing_core_or_useful_is_all_planned_unless_later_work_brings_it(
    features: list[Feature],
) -> None:
    missing = [each for each in features if is_all_planned(each.where)]
    assert [
        each.row
        for each in missing
        if each.verdict != "context" and not all(map(brings, planned(each.where)))
    ] == []


def test_what_is_there_has_a_test_and_what_is_not_has_none(features: list[Feature]) -> None:
    built = [each for each in features if each.verdict != "context"]
    assert [each.row for each in built if bool(each.tests) is is_all_planned(each.where)] == []


def test_a_place_that_is_planned_is_known_by_its_brackets() -> None:
    assert is_all_planned("(later: hand-over)")
    assert is_all_planned("(later: hand-over); (A line for a lead: not yet)")
    assert not is_all_planned("Meetings; (later: hand-over)")
    assert not is_all_planned("Agreement (access and adjustments)")
    assert brings("(later: hand-over)") == "hand-over"
    assert not brings("(later: some day)")
    assert not brings("(Workbooks)")


def test_every_test_that_is_named_is_there(features: list[Feature]) -> None:
    tests = sorted({test for each in features for test in each.tests})
    assert tests != []
    assert [each for each in tests if not is_there(each)] == []


def test_a_test_that_is_not_there_is_found() -> None:
    here = "tests/test_features_table.py"
    assert is_there(here)
    assert is_there(f"{here}::test_no_row_is_there_twice")
    assert not is_there(f"{here}::test_that_nobody_wrote")
    assert not is_there("tests/nowhere.py")
