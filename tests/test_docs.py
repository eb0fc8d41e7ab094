"""What the documents name is there: paths, pictures, folders of the layers, commands."""

import re
from pathlib import Path

import pytest

from ahp_companion.commands.arguments import command_line

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
# Where a path may begin: a document about the package leaves the package's name out.
FROM = (ROOT, ROOT / "ahp_companion")
# What the owner will make, and the noun that stands for any other in the contributor's example.
MADE_LATER = {
    "tour/",
    "evidence/",
    "domain/visits.py",
    "ui/pages/visits.py",
    "report/sections/visits.py",
}
PATH = re.compile(r"\.?[\w-][\w.-]*(/[\w.-]+)*/?")
# Commands that the window's people are not told of until they do something.
UNTOLD = {"handover"}


def words_of(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def paths_in(words: str) -> set[str]:
    """Return what stands between backticks and looks like a path of the repository."""
    quoted = re.findall(r"`([^`\n]+)`", words)
    return {each for each in quoted if PATH.fullmatch(each) and ("/" in each or each[-3:] == ".md")}


def is_there(path: str) -> bool:
    """Return whether a path is in the repository; one that ends in a stroke has to be a folder."""
    found = [each / path for each in FROM if (each / path).exists()]
    return any(each.is_dir() or not path.endswith("/") for each in found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(name: str) -> None:
    named = paths_in(words_of(name))
    assert named
    assert sorted(each for each in named - MADE_LATER if not is_there(each)) == []


def test_every_picture_is_there_and_every_one_is_shown() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", words_of("README.md")))
    kept = {str(each.relative_to(ROOT).as_posix()) for each in (ROOT / "docs/pictures").iterdir()}
    assert shown == kept


def test_every_folder_of_the_layers_is_there() -> None:
    block = words_of("ARCHITECTURE.md").split("## The layers\n\n")[1].split("\n\n")[0]
    named = set(re.findall(r"(?:^|\s)([\w/]+/|\w+\.py)(?=\s)", block))
    assert {"domain/", "app.py", "resources/"} <= named
    assert sorted(each for each in named if not is_there(each)) == []


def test_the_readme_tells_of_every_command_and_of_no_other() -> None:
    told = set(re.findall(r"\| `ahp-companion ([a-z-]+)", words_of("README.md")))
    (known,) = [each for each in command_line()._actions if each.dest == "command"]
    assert told == set(known.choices or ()) - UNTOLD


def test_a_path_that_is_not_there_is_found() -> None:
    words = "`domain/words.py`, `ui/nowhere.py`, `whole()`, `~/Backups/`, `journal_mode=DELETE`"
    assert paths_in(words) == {"domain/words.py", "ui/nowhere.py"}
    assert is_there("domain/words.py")
    assert is_there("ui/fields/")
    assert not is_there("ui/nowhere.py")
    assert not is_there("domain/words.py/")
