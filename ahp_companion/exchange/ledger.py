"""The line that an export leaves behind: when, what, how much, and the fingerprint of each file."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..domain.audit import ProfileVersion
from ..domain.exports import Export
from ..domain.portfolio import Choice, Portfolio
from ..domain.templates import Reach, Template

AT_ONCE = 1_000_000
IN_A_CALENDAR = ("meeting", "milestone", "protected_time", "action")


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What an export came to: words about it, and what left by which choice.

    `held` is how many records of each kind left; nothing, where it holds none of the owner's.
    `version` is the profile that left, where it is to be kept.
    """

    words: str
    held: Mapping[str, int] = field(default_factory=dict)
    choice: Choice = field(default_factory=Choice)
    remarks: tuple[str, ...] = ()
    version: ProfileVersion | None = None


def line(out: Path, format_name: str, left: Left, *, on: date) -> Export:
    """Return the line for what was written as `out`, a file or a folder, without its moment.

    Files are read a little at a time. Raises OSError where one cannot be read any more.
    """
    files = dict(_fingerprints(out))
    return Export(
        on=on,
        format=format_name,
        name=out.name,
        from_on=left.choice.from_on,
        to_on=left.choice.to_on,
        included_private=left.choice.include_private,
        held={kind: str(number) for kind, number in left.held.items() if number},
        files={name: fingerprint for name, (fingerprint, _) in files.items()},
        size=sum(size for _, size in files.values()),
    )


def form_holds(template: Template, portfolio: Portfolio) -> dict[str, int]:
    """Return what a filled form is about: its owner, the preceptorship, the record it is of."""
    kinds = ["practitioner"]
    if template.reach is Reach.PRECEPTORSHIP:
        kinds += ["preceptorship", *([template.record] if template.record else [])]
    return {kind: 1 for kind in kinds if portfolio.records.get(kind)}


def calendar_holds(leaving: Portfolio) -> dict[str, int]:
    """Return how many records of each kind can stand in a calendar."""
    return {kind: leaving.counts[kind] for kind in IN_A_CALENDAR if kind in leaving.counts}


def _fingerprints(out: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    for path in _files(out):
        name = path.relative_to(out).as_posix() if out.is_dir() else out.name
        with path.open("rb") as file:
            found = hashlib.sha256()
            size = 0
            while read := file.read(AT_ONCE):
                found.update(read)
                size += len(read)
        yield name, (found.hexdigest(), size)


def _files(out: Path) -> Iterable[Path]:
    return sorted(each for each in out.rglob("*") if each.is_file()) if out.is_dir() else [out]
