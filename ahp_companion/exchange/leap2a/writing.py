"""Leap2A that goes out: a ZIP that Mahara and its kin bring in, files and all.

Leap2A knows titles, dates, words, hours in Mahara's own way, and files; our finer fields it does
not. Each entry therefore says them in words, in what is shown to people, and carries our own
record beside that, which others pass over and we read back without loss.

CPD activities are entries of the sort that Mahara's CPD plugin writes, with its dates and hours,
inside a journal. The plugin itself would want a list of its own around them; hardly any Mahara
has it, and without it such a list would come in as an empty post with the activities strewn about.
In a journal they stay together in every Mahara, each with its days and hours in its first line.

Meetings and ratings are journals as well; objectives are plans. What is only ever of use here,
worksheets and agreements and such, is in the archive.
"""

import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path, PurePath
from urllib.parse import quote

from ...domain.evidence import Evidence
from ...domain.frameworks import Catalogue
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.words import day
from ..whole_file import written_whole
from .own import OURS
from .reading import FEEDS
from .written_entries import entries_of
from .written_xml import Written, entry, foot, head

FOLDER, LONGEST_NAME = "files/", 80
MOMENT = (1980, 1, 1, 0, 0, 0)
UNIX, FOR_THE_OWNER, LEVEL = 3, 0o600 << 16, 6

Progress = Callable[[int, int], None]
ReadEvidence = Callable[[str], bytes]


def write_leap2a(
    out: Path,
    leaving: Portfolio,
    catalogue: Catalogue,
    read_evidence: ReadEvidence,
    on: date,
    progress: Progress | None = None,
) -> int:
    """Write what leaves as Leap2A and return how many entries stand for something of the owner's.

    `leaving` is what was chosen to go, as `chosen()` gives it. `read_evidence` gives the bytes for
    a SHA-256, or raises ProblemError: then its entry goes without its file. `progress` is called
    before each file. Raises ProblemError when the place cannot be written to.
    """
    with written_whole(out) as unfinished, zipfile.ZipFile(unfinished, "w") as packed:
        files = _pack(packed, leaving, read_evidence, progress)
        entries = list(entries_of(leaving, catalogue, files))
        _put(packed, FEEDS[0], "\n".join(_feed(leaving, entries, on)).encode())
    return sum(not each.id.startswith(OURS) for each in entries)


def _feed(leaving: Portfolio, entries: list[Written], on: date) -> Iterator[str]:
    owner = leaving.practitioner
    title = f"Leap2A export for {owner.name or 'a portfolio'}, {day(on)}"
    yield from head(f"{OURS}{owner.id or 'portfolio'}", title, owner.name, on=on)
    for each in entries:
        yield from entry(each, on=on)
    yield foot()


def _pack(
    packed: zipfile.ZipFile,
    leaving: Portfolio,
    read_evidence: ReadEvidence,
    progress: Progress | None,
) -> dict[str, str]:
    """Return where each file lies, by the id of its evidence, once it is in the ZIP."""
    files: dict[str, str] = {}
    evidence = [each for each in leaving.all(Evidence) if each.sha256]
    for number, each in enumerate(evidence):
        if progress:
            progress(number, len(evidence))
        try:
            contents = read_evidence(each.sha256)
        except ProblemError:
            continue
        name = f"{FOLDER}{number}-{_plain_name(each.file_name)}"
        _put(packed, name, contents)
        files[each.id] = quote(name)
    return files


def _plain_name(file_name: str) -> str:
    # Not every Mahara unpacks names beyond the plainest letters; its title keeps the real one.
    path = PurePath(file_name)
    bare = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w.-]+", "-", bare).strip("-.") or "file"
    ending = path.suffix if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", path.suffix) else ""
    return plain[:LONGEST_NAME] + ending


def _put(packed: zipfile.ZipFile, name: str, contents: bytes) -> None:
    at = zipfile.ZipInfo(name, MOMENT)
    at.create_system, at.external_attr = UNIX, FOR_THE_OWNER
    packed.writestr(at, contents, zipfile.ZIP_DEFLATED, LEVEL)
