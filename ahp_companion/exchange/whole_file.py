"""Files that appear under their name whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.problems import ProblemError


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Yield the path of an unfinished file beside `out`, and put it in its place at the end.

    A file that was there is replaced in one step. Raises ProblemError, and leaves nothing, when
    the place cannot be written to; whatever is raised inside leaves nothing either.
    """
    if out.is_dir():
        raise ProblemError(
            f"“{out}” is a folder.", advice="Name a file in it that is to be written."
        )
    if not out.parent.is_dir():
        raise ProblemError(
            f"There is no folder “{out.parent}”.", advice="Make it first, or choose another."
        )
    unfinished = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=out.parent)
        os.close(handle)
        unfinished = Path(name)
        yield unfinished
        _on_the_disk(unfinished)
        unfinished.replace(out)
    except OSError as reason:
        raise ProblemError(
            f"“{out}” could not be written.",
            means="The folder may be read-only or full, or the file open elsewhere. "
            "Nothing was left half-written.",
            advice="Close the file where it is open, or choose another folder with some room.",
        ) from reason
    finally:
        if unfinished:
            unfinished.unlink(missing_ok=True)


def _on_the_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
