"""What others' records bring into a portfolio: only what is new, and nothing twice."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...domain.changes import Edit
from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.kinds import of
from ...domain.portfolio import Portfolio
from ...domain.practitioner import Qualification, Workplace
from ...domain.records import linked_ids
from ...domain.reflections import Reflection
from ...domain.words import fold
from ..importing import Incoming, by_id, incoming


def bringing_in(
    records: Iterable[Any],
    portfolio: Portfolio,
    *,
    words: str,
    enclosed: Iterable[str] = (),
    remarks: Iterable[str] = (),
) -> Incoming:
    """Return what records bring into a portfolio that may hold some of them already.

    One is known by its id, or by saying the same on the same day; it then stays as it is, and
    links lead to it. `enclosed` are the SHA-256 of files whose bytes can be had.
    """
    present = by_id(portfolio)
    coming = {each.id: each for each in records}
    alike = _pool(each for key, each in present.items() if key not in coming)
    stands_for: dict[str, str] = {}
    fresh: list[Any] = []
    for record in coming.values():
        twins = alike.get(_contents(record), [])
        if record.id in present:
            stands_for[record.id] = record.id
        elif twins and _contents(record):
            stands_for[record.id] = twins[0] if isinstance(record, Evidence) else twins.pop(0)
        else:
            stands_for[record.id] = record.id
            fresh.append(record)
    known = {**present, **{each.id: each for each in fresh}}
    edits = [Edit(after=_linked(each, stands_for, known)) for each in fresh]
    held = set(enclosed)
    return incoming(
        edits,
        words=words,
        present=len(coming) - len(fresh),
        evidence=[
            each.sha256 for each in fresh if isinstance(each, Evidence) and each.sha256 in held
        ],
        remarks=remarks,
    )


def _pool(records: Iterable[Any]) -> dict[tuple[Any, ...], list[str]]:
    found: dict[tuple[Any, ...], list[str]] = {}
    for each in records:
        found.setdefault(_contents(each), []).append(each.id)
    return found


def _contents(record: Any) -> tuple[Any, ...]:
    """Return what a record is known again by; nothing where it says too little for that."""
    said: tuple[Any, ...] = ()
    match record:
        case CpdActivity(title=title, started_on=on) if title and on:
            said = _alike(title), on, record.minutes
        case Reflection(title=title, on=on) if title and on:
            said = _alike(title), on, _alike(" ".join(record.answers.values()))
        case Qualification(title=title) if title and record.awarded_on:
            said = _alike(title), record.awarded_on, _alike(record.awarded_by)
        case Workplace(name=name) if name and record.started_on:
            said = _alike(name), record.started_on, _alike(record.job_title)
        case Evidence(sha256=sha256) if sha256:
            said = (sha256,)
    return (type(record).__name__, *said) if said else ()


def _alike(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _linked(record: Any, stands_for: dict[str, str], known: dict[str, Any]) -> Any:
    """Return a record whose links lead to what is there; those that lead nowhere are let go."""
    kept: dict[str, Any] = {}
    for shape, _ in linked_ids(record):
        held = getattr(record, shape.name)
        ids = [stands_for.get(each, each) for each in (held if shape.many else (held,))]
        right = tuple(
            dict.fromkeys(
                each for each in ids if each in known and shape.link in ("*", of(known[each]).name)
            )
        )
        kept[shape.name] = right if shape.many else next(iter(right), None)
    return replace(record, **kept) if kept else record
