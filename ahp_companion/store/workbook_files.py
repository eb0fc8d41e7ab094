"""Workbooks as files: those that ship and the owner's own, checked as they are read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from ..domain.preceptorship import Side
from ..domain.problems import ProblemError
from ..domain.words import Word
from ..domain.workbooks import (
    AnswerKind,
    Column,
    Group,
    Question,
    Section,
    Step,
    Workbook,
)
from .knowledge_files import made, table

W = TypeVar("W", bound=Word)
# A code becomes a file's name.
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_workbook(path: Path) -> Workbook:
    """Return the owner's workbook in a file; raises ProblemError that says what is wrong in it."""
    return replace(made(path, table(path), workbook), is_own=True)


def own_workbooks(folder: Path | None) -> Iterator[Workbook]:
    """Yield the owner's own workbooks in a folder; a file that cannot be read is passed over."""
    for path in sorted(folder.glob("*.toml")) if folder and folder.is_dir() else ():
        try:
            yield read_workbook(path)
        except ProblemError:
            continue


def add_workbook(path: Path, folder: Path, known: Mapping[str, Workbook]) -> Workbook:
    """Copy the owner's workbook into a folder, by its code, and return it.

    A file with the code of one that is there takes its place; one of those that ship keeps its own.
    Raises ProblemError that says what is wrong, and then nothing is copied.
    """
    found = read_workbook(path)
    there = known.get(found.code)
    if not CODE.fullmatch(found.code):
        raise ProblemError(
            f"“{found.code}” cannot be a workbook's code.",
            means="Nothing was added.",
            advice="Write a few small letters, figures and hyphens, such as my-ward-round.",
        )
    if there is not None and not there.is_own:
        raise ProblemError(
            f"The code “{found.code}” belongs to “{there.name}” already.",
            means="Nothing was added.",
            advice="Give your workbook another code, at the top of its file.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / f"{found.code}.toml"
        if path.resolve() != kept.resolve():
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(path.read_bytes())
            unfinished.replace(kept)
    except OSError as reason:
        raise ProblemError(
            f"“{path.name}” could not be copied: {reason.strerror}.",
            means="Nothing was added.",
            advice="Look whether the disk has room and can be written to.",
        ) from reason
    return found


def workbook(kept: Mapping[str, Any]) -> Workbook:
    """Return a workbook from the tables of its file.

    Raises KeyError for what is missing and ValueError, in words, for what contradicts itself.
    """
    found = Workbook(
        code=kept["code"],
        name=kept["name"],
        group=_one_of(Group, "group", kept["group"]),
        about=kept["about"],
        source=kept["source"],
        as_at=kept["as_at"],
        sections=tuple(_section(each) for each in kept["section"]),
        steps=tuple(_step(each) for each in kept.get("step", ())),
        is_official=kept.get("is_official", False),
        is_private=kept.get("is_private", False),
        side=kept.get("side", ""),
    )
    _check(found)
    return found


def _section(kept: Mapping[str, Any]) -> Section:
    return Section(
        heading=kept["heading"],
        about=kept.get("about", ""),
        is_open=kept.get("is_open", False),
        questions=tuple(_question(each) for each in kept["question"]),
    )


def _question(kept: Mapping[str, Any]) -> Question:
    return Question(
        code=kept["code"],
        words=kept["words"],
        preceptor_words=kept.get("preceptor_words", ""),
        original=kept.get("original", ""),
        prompts=tuple(kept.get("prompts", ())),
        answer=_one_of(AnswerKind, "answer", kept.get("answer", AnswerKind.STEP)),
        columns=tuple(Column(key=each["key"], words=each["words"]) for each in _columns(kept)),
        is_private=kept.get("is_private", False),
    )


def _step(kept: Mapping[str, Any]) -> Step:
    return Step(code=kept["code"], words=kept["words"], is_gap=kept.get("is_gap", False))


def _columns(kept: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(kept.get("columns", ()))


def _one_of(words: type[W], key: str, kept: Any) -> W:
    try:
        return words(kept)
    except ValueError as reason:
        known = ", ".join(each.value for each in words)
        raise ValueError(f"{key} cannot be “{kept}”; it is one of {known}") from reason


def _check(found: Workbook) -> None:
    for each in _texts(found):
        if not isinstance(each, str):
            raise ValueError(f"“{each}” has to stand in quotation marks")
    if found.side not in ("", *(each.value for each in Side)):
        raise ValueError(f"side cannot be “{found.side}”")
    if not all(section.questions for section in found.sections) or not found.sections:
        raise ValueError("a section has no question")
    _check_questions(found)


def _check_questions(found: Workbook) -> None:
    twice = [code for code, times in Counter(_codes(found)).items() if times > 1]
    if twice:
        raise ValueError(f"the code “{twice[0]}” stands twice")
    for question in found.questions:
        if question.answer is AnswerKind.STEP and not found.steps:
            raise ValueError(f"“{question.code}” is answered by a step, and there are no steps")
        if (question.answer is AnswerKind.PARTS) != bool(question.columns):
            raise ValueError(f"“{question.code}” has columns or is answered in parts, but not both")


def _texts(found: Workbook) -> Iterator[Any]:
    yield from (found.code, found.name, found.about, found.source, found.as_at, found.side)
    for step in found.steps:
        yield from (step.code, step.words)
    for section in found.sections:
        yield from (section.heading, section.about)
    for question in found.questions:
        yield from (question.code, question.words, question.preceptor_words, question.original)
        yield from question.prompts
        for column in question.columns:
            yield from (column.key, column.words)


def _codes(found: Workbook) -> Iterator[str]:
    for question in found.questions:
        yield question.code
    for step in found.steps:
        yield f"step {step.code}"
