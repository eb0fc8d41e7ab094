"""Folders that appear under their name whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.problems import ProblemError


@contextmanager
def folder_written_whole(out: Path) -> Iterator[Path]:
    """Yield an unfinished folder beside `out`, and put it in its place at the end.

    An empty folder of that name is replaced; one that holds anything is refused. Raises
    ProblemError, and leaves nothing, when the place cannot be written to; whatever is raised
    inside leaves nothing either.
    """
    _refuse(out)
    unfinished = None
    try:
        # Named for nothing and hidden, so that nobody takes it for what it is to become.
        unfinished = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=out.parent))
        yield unfinished
        _on_the_disk(unfinished)
        if out.is_dir():
            out.rmdir()
        unfinished.rename(out)
        _names_on_the_disk(out.parent)
    except OSError as reason:
        raise ProblemError(
            f"“{out}” could not be written.",
            means="The folder it is in may be read-only or full. Nothing was left half-written.",
            advice="Choose another place with some room in it.",
        ) from reason
    finally:
        if unfinished and unfinished.exists():
            shutil.rmtree(unfinished, ignore_errors=True)


def _refuse(out: Path) -> None:
    if out.is_file():
        raise ProblemError(
            f"“{out}” is a file.",
            means="A folder is to be written. Nothing was.",
            advice="Name a folder that is not there yet.",
        )
    if not out.parent.is_dir():
        raise ProblemError(
            f"There is no folder “{out.parent}”.", advice="Make it first, or choose another."
        )
    if out.is_dir() and _holds_anything(out):
        raise ProblemError(
            f"The folder “{out}” is not empty.",
            means="What is in it would be mixed with what leaves. Nothing was written.",
            advice="Name a folder that is not there yet, or an empty one.",
        )


def _holds_anything(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return True


def _on_the_disk(folder: Path) -> None:
    for each in sorted(folder.rglob("*")):
        if each.is_file():
            with each.open("rb+") as file:
                os.fsync(file.fileno())
        else:
            _names_on_the_disk(each)
    _names_on_the_disk(folder)


def _names_on_the_disk(folder: Path) -> None:
    # Windows has no such call for folders, and needs none.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
