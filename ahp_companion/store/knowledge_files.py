"""Files of knowledge: TOML that says in words what is wrong with it when it is read."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from ..domain.problems import ProblemError

T = TypeVar("T")
Make = Callable[[Mapping[str, Any]], T]


class OnDemand(Mapping[str, T]):
    """What a folder holds by code, read when it is first looked into and then kept.

    Opening the window waits for nothing that most days nobody looks at.
    """

    def __init__(self, read: Callable[[], Mapping[str, T]]) -> None:
        self._read = read

    @cached_property
    def _held(self) -> Mapping[str, T]:
        return self._read()

    def __getitem__(self, code: str) -> T:
        return self._held[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def by_code(folder: Path, make: Make[Any]) -> dict[str, Any]:
    """Return what each file of a folder holds, by its code, in the order of the file names."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        held = made(path, table(path), make)
        found[held.code] = held
    return found


def on_demand(folder: Path, make: Make[T]) -> Mapping[str, T]:
    """Return what each file of a folder holds, by its code, read when first looked into."""
    return OnDemand(partial(by_code, folder, make))


def listed(path: Path, key: str, make: Make[T]) -> list[T]:
    """Return what each table under a key of one file holds."""
    return made(path, table(path), lambda kept: [make(each) for each in kept[key]])


def made(path: Path, kept: Mapping[str, Any], make: Make[T]) -> T:
    """Return what is made of a file's tables; raises ProblemError that names the file."""
    try:
        return make(kept)
    except KeyError as reason:
        raise ProblemError(f"{path.name} does not hold what it should: {reason} is missing.") from (
            reason
        )
    except ProblemError as reason:
        raise ProblemError(f"{path.name} does not hold what it should: {reason.happened}") from (
            reason
        )
    except (TypeError, ValueError) as reason:
        raise ProblemError(f"{path.name} does not hold what it should: {reason}.") from reason


def table(path: Path) -> dict[str, Any]:
    """Return a file's tables; raises ProblemError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise ProblemError(f"{path.name} could not be read: {reason}.") from reason
