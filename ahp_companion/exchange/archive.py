"""The archive that goes out: everything in a portfolio, in JSON and files, without loss.

`archive.json` holds every record with its fields; each file of evidence lies beside it under its
SHA-256. The same portfolio always gives the same bytes. docs/archive-format.md says it in full.
"""

import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.evidence import Evidence
from ..domain.kinds import KINDS
from ..domain.portfolio import Portfolio
from ..domain.problems import ProblemError
from ..domain.records import to_plain
from .whole_file import written_whole

FORMAT, VERSION = "ahp-companion-archive", 1
CONTENTS = "archive.json"
FOLDER = "evidence/"
# ZIP cannot hold a moment before this one; a fixed moment keeps the bytes the same.
MOMENT = (1980, 1, 1, 0, 0, 0)
UNIX, FOR_THE_OWNER, LEVEL = 3, 0o600 << 16, 6

Progress = Callable[[int, int], None]
ReadEvidence = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an archive took in, and the titles of evidence whose files were not there to take."""

    records: int
    files: int
    without_file: tuple[str, ...] = ()


def write_archive(
    out: Path,
    portfolio: Portfolio,
    read_evidence: ReadEvidence,
    progress: Progress | None = None,
) -> Written:
    """Write everything in a portfolio to a ZIP and return what went in.

    `read_evidence` gives the bytes for a SHA-256, or raises ProblemError when they are not as
    they should be; such a record goes out without its file. `progress` is called before each
    file. Raises ProblemError when the place cannot be written to.
    """
    evidence = _by_sha256(portfolio.all(Evidence))
    held: dict[str, int] = {}
    with written_whole(out) as unfinished, zipfile.ZipFile(unfinished, "w") as archive:
        for number, sha256 in enumerate(evidence):
            if progress:
                progress(number, len(evidence))
            contents = _bytes_of(read_evidence, sha256)
            if contents is not None:
                held[sha256] = len(contents)
                _put(archive, FOLDER + sha256, contents)
        listed = [
            _listed(each, held[each.sha256]) for each in evidence.values() if each.sha256 in held
        ]
        _put(archive, CONTENTS, _contents(portfolio, listed))
    return Written(
        records=sum(portfolio.counts.values()),
        files=len(held),
        without_file=tuple(
            each.title or each.file_name
            for each in portfolio.all(Evidence)
            if each.sha256 and each.sha256 not in held
        ),
    )


def _by_sha256(evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for each in sorted(evidence, key=_id):
        if each.sha256:
            found.setdefault(each.sha256, each)
    return dict(sorted(found.items()))


def _bytes_of(read_evidence: ReadEvidence, sha256: str) -> bytes | None:
    try:
        return read_evidence(sha256)
    except ProblemError:
        return None


def _contents(portfolio: Portfolio, evidence: list[dict[str, Any]]) -> bytes:
    contents = {
        "format": FORMAT,
        "version": VERSION,
        "records": {
            kind.name: [
                to_plain(record) for record in sorted(portfolio.records.get(kind.name, ()), key=_id)
            ]
            for kind in KINDS
        },
        "evidence": evidence,
    }
    return (json.dumps(contents, ensure_ascii=False, indent=1) + "\n").encode()


def _listed(each: Evidence, size: int) -> dict[str, Any]:
    return {
        "sha256": each.sha256,
        "name": each.file_name,
        "media_type": each.media_type,
        "size": size,
    }


def _put(archive: zipfile.ZipFile, name: str, contents: bytes) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.create_system, entry.external_attr = UNIX, FOR_THE_OWNER
    archive.writestr(entry, contents, zipfile.ZIP_DEFLATED, LEVEL)


def _id(record: Any) -> str:
    return str(record.id)
