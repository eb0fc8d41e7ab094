"""Workbooks as files: what ships holds to the house's rules, and one's own is checked."""

import re
from pathlib import Path

import pytest

from ahp_companion import assets
from ahp_companion.domain.listings import Listing
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.records import Record
from ahp_companion.domain.workbooks import AnswerKind, Workbook, Worksheet
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.portfolio_file import create_portfolio
from ahp_companion.store.workbook_files import add_workbook, own_workbooks, read_workbook

SHIPPED = sorted(assets.resource("workbooks").glob("*.toml"))
FORMAT = Path(__file__).parents[2] / "docs" / "workbook-format.md"
BANNED = re.compile(
    r"!|\b(pass(ed|es)?\b(?! (it |them )?on)|fail\w*|scor(e|es|ed|ing)\b|competent|compliant|"
    r"invalid|please|successfully)\b",
    re.IGNORECASE,
)


def words_of(workbook: Workbook) -> list[str]:
    """Return everything that is read in a workbook."""
    found = [workbook.name, workbook.about, *(step.words for step in workbook.steps)]
    for section in workbook.sections:
        found += [section.heading, section.about]
    for question in workbook.questions:
        found += [question.words, question.preceptor_words, question.original, *question.prompts]
        found += [column.words for column in question.columns]
    return found


@pytest.fixture(scope="module")
def example() -> str:
    """Return the example in the description of the format."""
    found = re.search(r"```toml\n(.*?)```", FORMAT.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def own(tmp_path: Path, example: str) -> Path:
    """Return the example as a file."""
    path = tmp_path / "an idea of mine.toml"
    path.write_text(example, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_workbook_that_ships_says_where_it_is_from_and_claims_nothing(path: Path) -> None:
    held = read_workbook(path)
    assert re.fullmatch(r"\d\d-" + re.escape(held.code), path.stem)
    assert len(held.source) > 20
    assert re.fullmatch(r"20\d\d-\d\d", held.as_at)
    assert not held.is_official
    assert held.about.endswith(".")
    for words in words_of(held):
        assert not BANNED.search(words), words
    for question in held.questions:
        assert len(question.prompts) <= 4, question.code


def test_there_is_a_workbook_for_everything_that_was_asked_for() -> None:
    held = read_catalogue(assets.resource()).workbooks
    assert len(held) == len(SHIPPED) >= 40
    twenty = held["twenty-prompts"]
    assert [len(section.questions) for section in twenty.sections] == [4] * 5
    assert [step.words for step in twenty.steps][:4] == [
        "Not yet",
        "Started",
        "In place",
        "Thriving",
    ]
    readiness = [held[f"readiness-{each}"] for each in ("network", "workplace", "role")]
    assert sum(len(each.questions) for each in readiness) == 39
    assert all(question.original for each in readiness for question in each.questions)
    matrix = held["maturity-matrix"]
    assert (len(matrix.questions), len(matrix.steps)) == (10, 4)
    assert "not that matrix" in matrix.source
    for role in (
        "preceptee",
        "preceptor",
        "manager",
        "lead",
        "clinical-supervisor",
        "own-employer",
    ):
        ticks = held[f"role-{role}"].questions
        assert {each.answer for each in ticks} == {AnswerKind.TICK}
    assert held["pulse"].is_private
    assert held["check-in"].is_private


def test_the_example_in_the_description_is_read_as_it_says(own: Path) -> None:
    held = read_workbook(own)
    assert held.is_own
    assert [each.answer for each in held.questions] == [
        AnswerKind.STEP,
        AnswerKind.WORDS,
        AnswerKind.TICK,
        AnswerKind.PARTS,
    ]
    assert [step.is_gap for step in held.steps] == [True, False]
    assert held.sections[1].is_open
    assert [each.key for each in held.question("4").columns] == ["what", "where"]  # type: ignore[union-attr]


def test_an_own_workbook_is_copied_and_read_at_the_next_start(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Workbooks"
    added = add_workbook(own, folder, {})
    assert [each.name for each in folder.iterdir()] == ["my-ward-round.toml"]
    assert own.exists()
    known = read_catalogue(assets.resource(), folder).workbooks
    assert known["my-ward-round"] == added
    own.write_text(own.read_text().replace("After a ward round", "After the round"))
    assert add_workbook(own, folder, known).name == "After the round"
    assert [each.name for each in own_workbooks(folder)] == ["After the round"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "After a ward round"\n', "", "'name' is missing"),
        ('group = "conversation"', 'group = "talk"', "group cannot be “talk”; it is one of before"),
        ('answer = "words"', 'answer = "essay"', "answer cannot be “essay”"),
        ('code = "2"', 'code = "1"', "the code “1” stands twice"),
        ('code = "2"', "code = 2", "has to stand in quotation marks"),
        ('answer = "tick"', 'answer = "parts"', "has columns or is answered in parts"),
        ('code = "my-ward-round"', 'code = "../escape"', "cannot be a workbook's code"),
        ('code = "my-ward-round"', 'code = "pulse"', "belongs to “Monthly pulse” already"),
        ('name = "After a', 'name = "After" a', "could not be read"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_and_nothing_is_added(
    own: Path, tmp_path: Path, before: str, after: str, said: str
) -> None:
    text = own.read_text(encoding="utf-8")
    assert before in text
    own.write_text(text.replace(before, after, 1), encoding="utf-8")
    known = read_catalogue(assets.resource()).workbooks
    with pytest.raises(ProblemError, match=re.escape(said)):
        add_workbook(own, tmp_path / "Workbooks", known)
    assert not (tmp_path / "Workbooks").exists()


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_read(
    own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Workbooks"
    add_workbook(own, folder, {})
    (folder / "broken.toml").write_text("code = ", encoding="utf-8")
    assert "my-ward-round" in read_catalogue(assets.resource(), folder).workbooks


def test_a_list_is_narrowed_to_several_workbooks_at_once(tmp_path: Path) -> None:
    sheets: list[Record] = [Worksheet(workbook=code) for code in ("pulse", "check-in", "task-map")]
    with create_portfolio(tmp_path / "x.ahp", sheets) as portfolio:
        listing = Listing(record=Worksheet, among={"workbook": ("pulse", "task-map")})
        assert portfolio.count(listing) == 2
        assert portfolio.count(Listing(record=Worksheet, among={"workbook": ()})) == 0
