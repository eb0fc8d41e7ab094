"""Evidence as few PDFs: numbered, stamped on every page, bookmarked, each small enough to upload.

What the originals say of their makers, what they lead to and what they would do stays behind; what
they show is kept. What cannot be merged is copied beside the parts, and it is said why.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...domain.problems import ProblemError
from ..document import Progress
from .copying import Copying
from .leaves import DAMAGED, Leaf, leaves
from .part_file import PartFile
from .reading import Deadline, UnmergedError
from .stamps import Stamps

# What portals take is called "10 MB"; the smaller of its two meanings is kept to.
MOST_BYTES = 10_000_000
BESIDE = "beside"
STEPS = 1_000
SECONDS = 10.0
LONGEST_NAME = 120
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
PAGE_TOO_LARGE = "a page of it alone is larger than 10 MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence as it goes in: its number in the list, and what gives its bytes."""

    number: int
    title: str
    file_name: str
    media_type: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A piece that was not merged, and why; `file_name` is that of its copy, if there is one."""

    number: int
    file_name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What was written: files in their order, each piece's pages, and where it is, in words."""

    files: tuple[Path, ...]
    pages: Mapping[int, int]
    beside: tuple[Beside, ...]
    places: Mapping[int, str]


def write_parts(
    folder: Path,
    pieces: Sequence[Piece],
    *,
    mark: str,
    on: date,
    progress: Progress | None = None,
) -> Parts:
    """Write evidence-01.pdf and so on into a folder, and beside them what cannot be merged.

    `mark` says on every page whose it is, and may be empty. Each file is smaller than 10,000,000
    bytes. The same pieces give the same bytes. Whatever `progress` raises stops the work; then,
    and where the folder cannot be written to, nothing of it stays.
    """
    total = max([len(pieces), *(each.number for each in pieces)], default=0)
    written = _Written(folder=folder, stamps=Stamps(mark, total), mark=mark, on=on)
    try:
        for at, piece in enumerate(pieces):
            _put(written, piece, _Reported(progress, at, len(pieces)))
        written.close()
    except BaseException as stopped:
        written.take_back()
        if isinstance(stopped, OSError):
            raise _unwritable(folder) from stopped
        raise
    return Parts(
        files=tuple(written.files),
        pages=written.pages,
        beside=tuple(written.beside),
        places={number: written.place(number) for number in written.pages},
    )


@dataclass(kw_only=True)
class _Written:
    """What is written so far, and the part that is being written."""

    folder: Path
    stamps: Stamps
    mark: str
    on: date
    files: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    pages: dict[int, int] = field(default_factory=dict)
    beside: list[Beside] = field(default_factory=list)
    part: PartFile | None = None
    # For each piece: the part's name, and the first and last page of it there.
    spans: dict[int, list[tuple[str, int, int]]] = field(default_factory=dict)

    def begin_part(self) -> PartFile:
        """End the part that is being written, and begin the next."""
        self.close()
        path = self.folder / f"evidence-{len(self.files) + 1:02}.pdf"
        self.files.append(path)
        title = " · ".join(
            each for each in (self.mark, f"Evidence, part {len(self.files)}") if each
        )
        self.part = PartFile(path, title=title, on=self.on, stamps=self.stamps)
        return self.part

    def count_page(self, piece: Piece) -> None:
        """Remember that a page of a piece is in the part that is being written."""
        if self.part is None:
            return
        name, page = self.part.path.name, self.part.page_count
        spans = self.spans.setdefault(piece.number, [])
        if not spans or spans[-1][0] != name:
            spans.append((name, page, page))
        spans[-1] = (name, spans[-1][1], page)
        self.pages[piece.number] = self.pages.get(piece.number, 0) + 1

    def place(self, number: int) -> str:
        """Return where a piece is, "evidence-02.pdf, pages 3 to 7"."""
        return "; ".join(
            f"{name}, page {first}" if first == last else f"{name}, pages {first} to {last}"
            for name, first, last in self.spans[number]
        )

    def copy(self, piece: Piece, contents: bytes, why: str) -> None:
        """Put a piece beside the parts."""
        beside = self.folder / BESIDE
        beside.mkdir(exist_ok=True)
        copied = beside / f"{piece.number:02}-{_safe(piece.file_name)}"
        self.copies.append(copied)
        copied.write_bytes(contents)
        self.beside.append(Beside(number=piece.number, file_name=copied.name, why=why))

    def close(self) -> None:
        """End the part that is being written."""
        if self.part is not None:
            self.part.finish()
            self.part = None

    def take_back(self) -> None:
        """Remove everything again."""
        if self.part is not None:
            self.part.abandon()
        for each in (*self.files, *self.copies):
            with suppress(OSError):
                each.unlink(missing_ok=True)
        with suppress(OSError):
            (self.folder / BESIDE).rmdir()


class _Reported:
    """Says how far the work is, in thousandths of a piece, once a page."""

    def __init__(self, progress: Progress | None, at: int, whole: int) -> None:
        self._progress, self._at, self._whole = progress, at, whole

    def __call__(self, page: int, pages: int) -> None:
        if self._progress:
            done = STEPS * self._at + STEPS * page // max(pages, 1)
            self._progress(done, STEPS * self._whole)


def _put(written: _Written, piece: Piece, reported: _Reported) -> None:
    """Merge a piece, or put it beside the parts; it is in one place, and whole."""
    reported(0, 1)
    try:
        contents = piece.read()
    except ProblemError as problem:
        name, why = piece.file_name, problem.happened.rstrip(".")
        written.beside.append(Beside(number=piece.number, file_name=name, why=why))
        return
    deadline = Deadline(SECONDS)
    try:
        made = leaves(contents, piece.media_type)
        smaller = _proved(made, deadline)
    except UnmergedError as unmerged:
        written.copy(piece, contents, unmerged.why)
        return
    for at, leaf in enumerate(made):
        _put_page(written, piece, leaf, at + 1, smaller=smaller)
        reported(at + 1, len(made))


def _proved(made: Sequence[Leaf], deadline: Deadline) -> bool:
    """Return whether pictures on the pages have to be made smaller; every page was read once.

    Raises UnmergedError where anything of it cannot be read, takes too long or stays too large:
    before a byte of it is written.
    """
    together = Copying(deadline=deadline)
    try:
        whole = sum(together.size_of(leaf.drawn) for leaf in made)
        if whole < PartFile.ROOM:
            return False
        for smaller in (False, True):
            alone = (
                Copying(deadline=deadline, smaller=smaller).size_of(leaf.drawn) for leaf in made
            )
            if all(size < PartFile.ROOM for size in alone):
                return smaller
    except UnmergedError:
        raise
    except Exception as reason:
        raise UnmergedError(DAMAGED) from reason
    raise UnmergedError(PAGE_TOO_LARGE)


def _put_page(written: _Written, piece: Piece, leaf: Leaf, page: int, *, smaller: bool) -> None:
    part = written.part or written.begin_part()
    stamp = written.stamps.on(leaf, piece.number, page)
    if not part.add(leaf, stamp, of=piece.number, smaller=smaller):
        part = written.begin_part()
        part.add(leaf, stamp, of=piece.number, smaller=smaller)
    written.count_page(piece)
    part.bookmark(piece.number, _bookmark(piece, is_first=page == 1))


def _bookmark(piece: Piece, *, is_first: bool) -> str:
    title = piece.title.strip() or piece.file_name or "Without a title"
    return f"{piece.number}. {title}" if is_first else f"{piece.number}. {title} (continued)"


def _safe(file_name: str) -> str:
    """Return a name that every system takes, with its ending."""
    name = NOT_IN_NAMES.sub("_", file_name).strip(" .") or "file"
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_NAME or not dot or len(ending) > 10:
        return name[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _unwritable(folder: Path) -> ProblemError:
    return ProblemError(
        f"The evidence could not be written to “{folder}”.",
        means="The folder may be read-only, full or gone. Nothing was left half-written.",
        advice="Choose another folder with some room in it.",
    )
