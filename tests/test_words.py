"""Preceptorship is no test: words of judgement stand nowhere in what the owner reads.

Every string of the source and of resources/ is read, the samples' own words among them.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
JUDGING = re.compile(
    r"\b(pass|fail|fails|failed|failing|score|scores|scored|competent|incompetent|compliant|"
    r"non-compliant)\b",
    re.IGNORECASE,
)
SOURCES = sorted((ROOT / "ahp_companion").rglob("*.py"))
KNOWLEDGE = sorted((ROOT / "resources").rglob("*.toml"))


def strings_of(source: str) -> Iterator[str]:
    """Yield every string of a module but its docstrings, which only its keepers read."""
    tree = ast.parse(source)
    described = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in described:
            yield node.value


def words_of(held: Any) -> Iterator[str]:
    """Yield every text in a file of knowledge, however deep."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for each in held.values():
            yield from words_of(each)
    elif isinstance(held, list):
        for each in held:
            yield from words_of(each)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_string_of_the_source_judges(path: Path) -> None:
    found = [each for each in strings_of(path.read_text("utf-8")) if JUDGING.search(each)]
    assert found == []


@pytest.mark.parametrize("path", KNOWLEDGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_of_knowledge_judges(path: Path) -> None:
    held = tomllib.loads(path.read_text("utf-8"))
    assert [each for each in words_of(held) if JUDGING.search(each)] == []


def test_a_judging_word_would_be_found_and_longer_words_are_not_taken_for_one() -> None:
    source = (
        '"""Pass."""\nTITLE = "Competent in gait"\ndef f():\n    """Fail."""\n    return "ok"\n'
    )
    assert [each for each in strings_of(source) if JUDGING.search(each)] == ["Competent in gait"]
    assert JUDGING.search("a skills passport, a passphrase, competence") is None
    assert list(words_of({"a": ["x", {"b": "Fail"}]})) == ["x", "Fail"]
