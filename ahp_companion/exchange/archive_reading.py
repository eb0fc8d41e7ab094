"""The archive that comes in: checked from its first byte to its last before anything is kept."""

import hashlib
import json
import re
import struct
import uuid
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.agreements import FORMER_FIELDS, formerly
from ..domain.evidence import Evidence
from ..domain.kinds import BY_NAME, KINDS, Kind
from ..domain.practitioner import Practitioner
from ..domain.problems import ProblemError
from ..domain.records import shapes
from ..domain.words import count
from .archive import CONTENTS, FOLDER, FORMAT, VERSION
from .strict import misread, shown, strict_record
from .zip_safety import open_zip, refused, unreadable

NAMES = re.compile(rf"{re.escape(CONTENTS)}|{FOLDER}[0-9a-f]{{64}}")
SHA256 = re.compile(r"[0-9a-f]{64}")
# Ten million words; more is not a person's record.
MOST_CONTENTS_BYTES = 64_000_000
CHUNK = 1 << 20
BROKEN = (OSError, EOFError, RuntimeError, ValueError, struct.error, zlib.error, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceInArchive:
    """The files of evidence in an archive; each is read when it is asked for."""

    path: Path
    sizes: Mapping[str, int]

    def read(self, sha256: str) -> bytes:
        """Return the bytes with a SHA-256; raises ProblemError if they are not what they were."""
        with open_zip(self.path, NAMES) as opened:
            try:
                contents = opened.read(FOLDER + sha256)
            except (KeyError, *BROKEN) as reason:
                raise unreadable(self.path) from reason
        if hashlib.sha256(contents).hexdigest() != sha256:
            raise _changed(self.path)
        return contents


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveContents:
    """What an archive holds, owners before what they own; and what of it was passed over."""

    name: str
    records: tuple[Any, ...]
    evidence: EvidenceInArchive
    remarks: tuple[str, ...] = ()


def is_archive(path: Path) -> bool:
    """Return whether a file begins as a ZIP does, whatever its name is."""
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def read_archive(path: Path) -> ArchiveContents:
    """Return what an archive holds, with every file's fingerprint checked.

    Raises ProblemError for a file that is no archive, is damaged, was written by a newer version
    or holds what no archive holds.
    """
    with open_zip(path, NAMES) as opened:
        try:
            contents = _parsed(path, opened)
            files = _checked_files(path, opened, contents)
        except BROKEN as reason:
            raise unreadable(path) from reason
    remarks: list[str] = []
    records = _records(path, contents["records"], remarks)
    for each in records:
        if isinstance(each, Evidence):
            _check_evidence(path, each)
    return ArchiveContents(
        name=path.name,
        records=tuple(records),
        evidence=EvidenceInArchive(path=path, sizes=files),
        remarks=tuple(remarks),
    )


def _parsed(path: Path, opened: zipfile.ZipFile) -> dict[str, Any]:
    if CONTENTS not in opened.namelist():
        raise refused(path, f"there is no {CONTENTS} in it")
    if opened.getinfo(CONTENTS).file_size > MOST_CONTENTS_BYTES:
        raise refused(path, f"its {CONTENTS} is larger than 64 MB")
    written = opened.read(CONTENTS)
    try:
        contents = json.loads(
            written.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as reason:
        raise refused(path, f"its {CONTENTS} is not JSON as it should be") from reason
    if not isinstance(contents, dict) or contents.get("format") != FORMAT:
        raise refused(path, f"its {CONTENTS} is not that of an archive")
    version = contents.get("version")
    if type(version) is int and version > VERSION:
        raise ProblemError(
            f"“{path.name}” was written by a newer AHP Companion.",
            means="This version does not know all of it, so nothing was brought in.",
            advice="Install the newer version, then bring it in again.",
        )
    if type(version) is not int or version < 1:
        raise refused(path, "it does not say which version it is")
    if not isinstance(contents.get("records"), dict):
        raise refused(path, "it has no records")
    return contents


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _checked_files(
    path: Path, opened: zipfile.ZipFile, contents: Mapping[str, Any]
) -> dict[str, int]:
    listed = contents.get("evidence")
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise refused(path, "its list of evidence is not one")
    sizes = {str(each.get("sha256")): each.get("size") for each in listed}
    held = {name.removeprefix(FOLDER) for name in opened.namelist() if name != CONTENTS}
    if held != sizes.keys() or len(sizes) < len(listed):
        raise refused(path, "its list of evidence and its files differ")
    for sha256, size in sizes.items():
        if opened.getinfo(FOLDER + sha256).file_size != size:
            raise _changed(path)
        if _sha256(opened, FOLDER + sha256) != sha256:
            raise _changed(path)
    return {sha256: int(size or 0) for sha256, size in sizes.items()}


def _sha256(opened: zipfile.ZipFile, name: str) -> str:
    figure = hashlib.sha256()
    with opened.open(name) as file:
        while chunk := file.read(CHUNK):
            figure.update(chunk)
    return figure.hexdigest()


def _changed(path: Path) -> ProblemError:
    return ProblemError(
        f"A file of evidence in “{path.name}” is not what it was.",
        means="Its contents do not have the fingerprint they were archived under. "
        "Nothing was brought in.",
        advice="Copy or export the archive again, and bring that file in.",
    )


def _records(path: Path, held: Mapping[str, Any], remarks: list[str]) -> list[Any]:
    held = _as_now(held)
    found: dict[str, Any] = {}
    passed_over: Counter[str] = Counter()
    for kind in KINDS:
        for number, plain in enumerate(_entries(path, held, kind), start=1):
            record = _record(kind, plain, f"{path.name}, {kind.name} {number}", passed_over)
            if record.id in found:
                raise refused(path, f"the id {record.id} occurs twice in it")
            found[record.id] = record
    if sum(isinstance(each, Practitioner) for each in found.values()) > 1:
        raise refused(path, "it belongs to more than one practitioner")
    remarks += [
        f"This version has no “{shown(name)}”; those records stay outside."
        for name in sorted(held.keys() - BY_NAME.keys())
    ]
    remarks += [
        f"This version has no field “{shown(name)}”; it is left out of {count(times, 'record')}."
        for name, times in sorted(passed_over.items())
    ]
    return list(found.values())


def _as_now(held: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return records with what earlier versions kept inside a preceptorship as agreements."""
    preceptorships, agreements = held.get("preceptorship"), held.get("agreement", [])
    if not isinstance(preceptorships, list) or not isinstance(agreements, list):
        return held
    moved, rest = [], []
    for each in preceptorships:
        agreement = formerly(str(each.get("id")), each) if isinstance(each, dict) else None
        moved += [agreement] if agreement else []
        rest.append(_without(each, FORMER_FIELDS) if isinstance(each, dict) else each)
    return {**held, "preceptorship": rest, "agreement": [*agreements, *moved]}


def _without(plain: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in names}


def _entries(path: Path, held: Mapping[str, Any], kind: Kind) -> list[Any]:
    entries = held.get(kind.name, [])
    if not isinstance(entries, list):
        raise refused(path, f"its {kind.name} records are not a list")
    return entries


def _record(kind: Kind, plain: Any, where: str, passed_over: Counter[str]) -> Any:
    if not isinstance(plain, dict):
        raise misread(where, "this is not a record", kind)
    if not _is_id(plain.get("id")):
        raise misread(where, "“id” is not a UUID", kind)
    known = {shape.name for shape in shapes(kind.record)}
    passed_over.update(f"{kind.name}.{name}" for name in plain.keys() - known)
    return strict_record(kind, {name: plain[name] for name in plain if name in known}, where)


def _is_id(held: Any) -> bool:
    try:
        return isinstance(held, str) and str(uuid.UUID(held)) == held
    except ValueError:
        return False


def _check_evidence(path: Path, evidence: Evidence) -> None:
    if evidence.sha256 and not SHA256.fullmatch(evidence.sha256):
        raise refused(path, f"“{shown(evidence.sha256)}” is no SHA-256")
