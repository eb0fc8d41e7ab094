"""Looking at evidence from this side: what strange bytes do, they do in another process."""

import base64
import re
import struct
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

from ...domain.evidence import Evidence
from ...domain.evidence_looks import UNREAD, UNSHOWN, EvidenceLook
from ...domain.problems import ProblemError
from ..apart import apart
from .seen import MOST_IN_REMARK, MOST_LETTERS, MOST_REMARKS

Progress = Callable[[int, int], None]
PNG = b"\x89PNG\r\n\x1a\n"
WIDEST, MOST_PAGES, MOST_PICTURE_BYTES = 480, 100_000, 2_000_000
SECONDS_WITHOUT_PICTURE = 6.0
HALVES = re.compile("[\ud800-\udfff]")


def look(sha256: str, contents: bytes, file_name: str) -> EvidenceLook:
    """Return what is in a file; what kept it from being read is among its properties."""
    try:
        return _checked(sha256, apart("evidence", contents, file_name=file_name))
    except ProblemError:
        pass
    # Most that breaks a reader breaks it while drawing; the words can often still be had.
    try:
        held = apart(
            "evidence", contents, seconds=SECONDS_WITHOUT_PICTURE, file_name=file_name, shows=False
        )
    except ProblemError as problem:
        why = problem.happened.rpartition(": ")[2].rstrip(".")
        return EvidenceLook(sha256=sha256, properties={UNREAD: why})
    seen = _checked(sha256, held)
    said = {UNSHOWN: "it took too long, or too much room, to draw", **seen.properties}
    return EvidenceLook(sha256=sha256, pages=seen.pages, words=seen.words, properties=said)


def missing(
    pieces: Iterable[Evidence],
    looked: Container[str],
    read: Callable[[str], bytes],
    progress: Progress | None = None,
) -> Iterator[EvidenceLook]:
    """Yield a look at each file of evidence that was not looked at yet, one after the other.

    `read` gives the bytes with a SHA-256; a file that is not there is passed over. Whatever
    `progress` raises stops the work between two files.
    """
    wanted = {each.sha256: each.file_name for each in pieces if each.sha256 not in looked}
    wanted.pop("", None)
    for done, (sha256, file_name) in enumerate(wanted.items()):
        if progress:
            progress(done, len(wanted))
        try:
            contents = read(sha256)
        except ProblemError:
            continue
        yield look(sha256, contents, file_name)
    if progress and wanted:
        progress(len(wanted), len(wanted))


def without_place_and_camera(contents: bytes) -> bytes:
    """Return a photograph without place, camera and other remarks, the picture bit for bit.

    Raises ProblemError where that cannot be done.
    """
    try:
        held = apart("photograph", contents)
        bare = base64.b64decode(held["contents"], validate=True)
    except ProblemError as problem:
        raise _kept(problem.happened.rpartition(": ")[2]) from problem
    except (ValueError, KeyError, TypeError) as reason:
        raise _kept("it is damaged, or was cut off.") from reason
    return bare


def _kept(why: str) -> ProblemError:
    return ProblemError(
        f"Place and camera were not removed: {why}",
        means="The file and its record are as they were.",
        advice="Remove them in the program that holds your photographs, and add the new file.",
    )


def _checked(sha256: str, held: Any) -> EvidenceLook:
    """Return a look made of what the other process said, none of which is taken on trust."""
    said = held if isinstance(held, Mapping) else {}
    pages, words, properties = said.get("pages"), said.get("words"), said.get("properties")
    remarks = properties if isinstance(properties, Mapping) else {}
    is_number = type(pages) is int and 0 < pages <= MOST_PAGES
    return EvidenceLook(
        sha256=sha256,
        pages=pages if is_number else None,
        words=_plain(words, MOST_LETTERS),
        properties={
            _plain(name, MOST_IN_REMARK): _plain(each, MOST_IN_REMARK)
            for name, each in list(remarks.items())[:MOST_REMARKS]
        },
        picture=_small_picture(said.get("picture")),
    )


def _plain(held: object, most: int) -> str:
    return HALVES.sub("", held[:most]).replace("\0", "") if isinstance(held, str) else ""


def _small_picture(held: object) -> bytes:
    """Return a PNG no larger than was asked for; nothing where there is none."""
    try:
        picture = base64.b64decode(held, validate=True) if isinstance(held, str) else b""
    except ValueError:
        return b""
    if not picture.startswith(PNG) or len(picture) > MOST_PICTURE_BYTES:
        return b""
    size = struct.unpack(">II", picture[16:24]) if len(picture) >= 24 else (0, 0)
    return picture if all(0 < each <= WIDEST for each in size) else b""
