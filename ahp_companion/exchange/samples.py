"""Fictional portfolios that ship with the app, written by hand in resources/samples/.

A sample is a folder with a sample.toml: `title`, `summary` and `today`, then a table `[[kind]]`
for each record with its fields. Ids are short keys that links repeat; the UUIDs are made from
them, so that a sample is the same wherever it is opened. Evidence names its file with `file`.
"""

import hashlib
import tomllib
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from ..domain.kinds import BY_NAME, KINDS, Kind
from ..domain.problems import ProblemError
from ..domain.records import linked_ids, shapes
from .media_types import media_type
from .strict import misread, strict_record

NAMESPACE = uuid.UUID("6f1c8b52-4d0e-5c39-9a57-2b1f4e7d8c60")
FILE = "sample.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One fictional portfolio: its records, and the bytes of its evidence by SHA-256.

    `today` is the day it is written for: what is planned lies after it, what is done before.
    """

    name: str
    title: str
    summary: str
    today: date
    records: tuple[Any, ...]
    evidence: Mapping[str, bytes]


def sample_names(folder: Path) -> list[str]:
    """Return the names of the samples in a folder, in order."""
    return sorted(path.parent.name for path in folder.glob(f"*/{FILE}"))


def read_sample(folder: Path, name: str) -> Sample:
    """Return a sample; raises ProblemError that names the table, the id and the field at fault."""
    if name not in sample_names(folder):
        raise ProblemError(
            f"There is no sample called “{name}”.",
            advice=f"There are: {', '.join(sample_names(folder))}.",
        )
    tables = _tables(folder / name / FILE)
    title, summary = str(tables.pop("title", "")), str(tables.pop("summary", ""))
    today = _today(name, tables.pop("today", ""))
    entries = list(_entries(tables))
    if len(tables.get("practitioner", ())) != 1:
        raise ProblemError(f"“{name}” needs one table [[practitioner]], and no second.")
    keys = _keys(entries)
    evidence: dict[str, bytes] = {}
    records = [_record(folder / name, kind, table, keys, evidence) for kind, table in entries]
    _check_links(records, {_id(name, key): (key, kind) for key, kind in keys.items()})
    return Sample(
        name=name,
        title=title,
        summary=summary,
        today=today,
        records=tuple(records),
        evidence=evidence,
    )


def _record(
    folder: Path,
    kind: Kind,
    table: Mapping[str, Any],
    keys: Mapping[str, Kind],
    evidence: dict[str, bytes],
) -> Any:
    plain = {field: _plain(value) for field, value in table.items()}
    where = f"[[{kind.name}]] “{plain['id']}”"
    if kind.name == "evidence" and "file" in plain:
        _take_file(folder, plain, evidence, where)
    for field in _link_fields(kind):
        if field in plain:
            plain[field] = _resolved(plain[field], folder.name, keys, f"{where}, {field}", kind)
    plain["id"] = _id(folder.name, plain["id"])
    return strict_record(kind, plain, where)


def _today(name: str, written: Any) -> date:
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError) as reason:
        raise ProblemError(
            f"“{name}” needs “today”, the day it is written for, like 2026-03-12."
        ) from reason


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise ProblemError(f"{path.name} of “{path.parent.name}”: {reason}.") from reason


def _entries(tables: Mapping[str, Any]) -> Iterator[tuple[Kind, dict[str, Any]]]:
    for name, held in tables.items():
        if name not in BY_NAME:
            kinds = ", ".join(kind.name for kind in KINDS)
            raise ProblemError(f"There is no table [[{name}]].", advice=f"There are: {kinds}.")
        if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
            raise ProblemError(f"[[{name}]] is written with two brackets on each side.")
    for kind in KINDS:
        for table in tables.get(kind.name, ()):
            yield kind, table


def _keys(entries: list[tuple[Kind, dict[str, Any]]]) -> dict[str, Kind]:
    keys: dict[str, Kind] = {}
    numbers: Counter[str] = Counter()
    for kind, table in entries:
        numbers[kind.name] += 1
        key = table.get("id")
        if not isinstance(key, str) or not key:
            where = f"[[{kind.name}]] number {numbers[kind.name]}"
            raise misread(where, "“id” is missing", kind)
        if key in keys:
            raise misread(
                f"[[{kind.name}]] “{key}”", f"“id” is used already, by {keys[key].name}", kind
            )
        keys[key] = kind
    return keys


def _plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def _link_fields(kind: Kind) -> list[str]:
    return [shape.name for shape in shapes(kind.record) if shape.link]


def _resolved(held: Any, name: str, keys: Mapping[str, Kind], where: str, kind: Kind) -> Any:
    if isinstance(held, list):
        return [_resolved(each, name, keys, where, kind) for each in held]
    if held not in keys:
        raise misread(where, f"no record has the id “{held}”", kind)
    return _id(name, held)


def _check_links(records: list[Any], keys: Mapping[str, tuple[str, Kind]]) -> None:
    for record in records:
        for shape, each in linked_ids(record):
            key, kind = keys[each]
            if shape.link not in ("*", kind.name):
                own_key, own = keys[record.id]
                raise misread(
                    f"[[{own.name}]] “{own_key}”, {shape.name}",
                    f"“{key}” is a {kind.name}, not a {shape.link}",
                    own,
                )


def _take_file(folder: Path, plain: dict[str, Any], evidence: dict[str, bytes], where: str) -> None:
    path = folder / str(plain.pop("file"))
    try:
        contents = path.read_bytes()
    except OSError as reason:
        raise ProblemError(
            f"{where}: “file” names “{path.name}”, which is not in the sample."
        ) from reason
    sha256 = hashlib.sha256(contents).hexdigest()
    evidence[sha256] = contents
    plain.setdefault("file_name", path.name)
    plain.setdefault("media_type", media_type(path.name))
    plain |= {"size": len(contents), "sha256": sha256}


def _id(name: str, key: str) -> str:
    return str(uuid.uuid5(NAMESPACE, f"{name}/{key}"))
