"""Path notes that come in: a page of Markdown, or a ZIP or a folder of them with their files."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from ...assets import resource
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.reflections import Prompt, ReflectionModel
from ..enclosed_files import Enclosed, in_folder, in_zip
from ..importing import Incoming
from ..leap2a.into import bringing_in
from ..leap2a.plans import planned
from ..reading import Format, Reading, RowProblem
from ..strict import shown
from ..zip_safety import names_in
from .pages import Page, read_page
from .records import MAKERS, Brought, Pages

MOST_PAGES, MOST_BYTES, MOST_TOGETHER = 10_000, 2_000_000, 64_000_000
BEGINNING = 4096
ENDING = ".md"
# What Path calls the folders of its pages; its own workings, and what hides itself.
FOLDERS = frozenset(
    {"cpd", "reflections", "evidence", "claims", "credentials", "milestones", "profile"}
)
NOT_PAGES = ("_", ".", "Library/", "manual/")


def read_path(path: Path) -> tuple[Brought, Enclosed, tuple[RowProblem, ...]]:
    """Return what Path's notes hold, the files with them, and the pages that cannot be read.

    Raises ProblemError for a file that holds no such notes, or cannot be read safely.
    """
    enclosed = _enclosed(path)
    enclosed = enclosed.within(_folder_of_all(enclosed.names))
    problems: list[RowProblem] = []
    with enclosed.kept_open():
        pages = list(_pages(enclosed, problems))
        brought = Pages(pages, enclosed, _models()).brought()
    if not problems and not any(each.type in MAKERS for each in pages):
        raise ProblemError(
            f"“{path.name}” holds no notes as Path writes them.",
            means="None of its pages says at its head what type it is, such as “type: cpd”.",
            advice="Choose the folder of your notes, or a ZIP of it.",
        )
    return brought, enclosed, tuple(problems)


def importing_path(
    brought: Brought, enclosed: Enclosed, name: str, portfolio: Portfolio
) -> Incoming:
    """Return what notes bring into a portfolio: only what is not there yet."""
    plans, remarks = planned(brought.plans, portfolio)
    return bringing_in(
        [*brought.records, *plans],
        portfolio,
        words=f"Brought in notes from “{name}”",
        enclosed=enclosed.found,
        remarks=[*brought.remarks, *remarks],
    )


def is_path(path: Path) -> bool:
    """Return whether a page, a ZIP or a folder has notes in it as Path writes them."""
    try:
        if path.is_dir():
            return any(_is_page(each) for each in in_folder(path).names)
        with path.open("rb") as file:
            start = file.read(BEGINNING)
        if start.startswith(b"PK\x03\x04"):
            return any(_is_page(each) for each in names_in(path))
    except (OSError, ProblemError):
        return False
    lines = start.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return lines[0].strip() == b"---" and any(each.startswith(b"type:") for each in lines)


def _enclosed(path: Path) -> Enclosed:
    if path.is_dir():
        return in_folder(path)
    with path.open("rb") as file:
        if file.read(4) == b"PK\x03\x04":
            return in_zip(path)
    # Of one page, what lies beside it was not chosen, and stays out.
    return Enclosed(path.parent, {path.name: path.name})


def _pages(enclosed: Enclosed, problems: list[RowProblem]) -> Iterator[Page]:
    keys = sorted(each for each in enclosed.names if _is_page(each))
    if len(keys) > MOST_PAGES:
        raise ProblemError(
            f"“{enclosed.path.name}” holds more than {MOST_PAGES:,} pages.",
            means="Nothing was brought in.",
            advice="Choose the folders with your CPD, reflections and evidence alone.",
        )
    left = MOST_TOGETHER
    for number, key in enumerate(keys, start=1):
        try:
            text = b"".join(enclosed.pieces(key, min(left, MOST_BYTES))).decode("utf-8-sig")
            left -= len(text)
            yield read_page(key.removesuffix(ENDING), text)
        except UnicodeDecodeError:
            problems.append(_problem(number, key, "its letters are not written as UTF-8."))
        except ValueError as reason:
            problems.append(_problem(number, key, f"{reason}."))
        except ProblemError as problem:
            problems.append(_problem(number, key, problem.happened))


def _problem(number: int, key: str, why: str) -> RowProblem:
    return RowProblem(number=number, why=f"“{shown(key)}”: {why}")


def _is_page(key: str) -> bool:
    return key.endswith(ENDING) and not any(
        part.startswith(NOT_PAGES) for part in (key, *key.split("/"))
    )


def _folder_of_all(keys: Iterable[str]) -> str:
    """Return the folder that all pages are in, where the notes were packed with it."""
    firsts = {each.partition("/")[0] if "/" in each else "" for each in keys if _is_page(each)}
    only = firsts.pop() if len(firsts) == 1 else ""
    return "" if only in FOLDERS else only


def _models() -> Mapping[str, ReflectionModel]:
    files: Iterable[Path] = sorted(resource("reflection_models").glob("*.toml"))
    held = [tomllib.loads(each.read_text(encoding="utf-8")) for each in files]
    return {
        each["code"]: ReflectionModel(
            code=each["code"],
            name=each["name"],
            source=each["source"],
            prompts=tuple(Prompt(**prompt) for prompt in each["prompt"]),
        )
        for each in held
    }


def _read(path: Path) -> Reading:
    brought, enclosed, problems = read_path(path)
    return Reading(
        format=FORMAT.code,
        into=partial(importing_path, brought, enclosed, path.name),
        evidence=enclosed.read,
        problems=problems,
    )


FORMAT = Format(
    code="path",
    words="Notes of Path, in Markdown",
    endings=(".md", ".zip"),
    is_it=is_path,
    read=_read,
    takes_folder=True,
)
