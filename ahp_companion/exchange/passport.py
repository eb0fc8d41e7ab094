"""The skills passport: what someone is trained in and has met, to take along to the next place.

It is an archive that holds only that, so that another portfolio brings it in as it does any
archive, and its own practitioner stays.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..domain.competences import Competence, CompetenceFramework
from ..domain.evidence import Evidence
from ..domain.kinds import of
from ..domain.portfolio import Portfolio, gathered
from ..domain.practitioner import Practitioner, Qualification, Workplace
from ..domain.records import linked_ids
from ..domain.scope import ScopeLine, ScopeSheet
from ..domain.training import Training
from .archive import Progress, ReadEvidence, Written, write_archive

ALWAYS = (
    Practitioner, Workplace, Qualification, Training, CompetenceFramework, Competence,
)  # fmt: skip
IF_ASKED = (ScopeSheet, ScopeLine)


def passport(
    portfolio: Portfolio, *, with_scope: bool = False, include_private: bool = False
) -> Portfolio:
    """Return what goes into a passport: training, competences, and the evidence they name.

    Scope sheets go if asked for. Private evidence stays unless it is asked for, and so does
    every link to what stays.
    """
    wanted = (*ALWAYS, *IF_ASKED) if with_scope else ALWAYS
    records = [each for kind in wanted for each in portfolio.all(kind)]
    named = {each for record in records for _, each in linked_ids(record)}
    records += [
        each
        for each in portfolio.all(Evidence)
        if each.id in named and (include_private or not each.private)
    ]
    ids = {each.id for each in records}
    held: dict[str, list[Any]] = {}
    for record in records:
        held.setdefault(of(record).name, []).append(_within(record, ids))
    return gathered(held)


def write_passport(
    out: Path,
    portfolio: Portfolio,
    read_evidence: ReadEvidence,
    progress: Progress | None = None,
    *,
    with_scope: bool = False,
    include_private: bool = False,
) -> Written:
    """Write a passport as an archive and return what went in; see `write_archive`."""
    leaving = passport(portfolio, with_scope=with_scope, include_private=include_private)
    return write_archive(out, leaving, read_evidence, progress)


def _within(record: Any, ids: Iterable[str]) -> Any:
    kept: dict[str, Any] = {}
    for shape, each in linked_ids(record):
        if each not in ids:
            held = kept.get(shape.name, getattr(record, shape.name))
            kept[shape.name] = (
                tuple(other for other in held if other != each) if shape.many else None
            )
    return replace(record, **kept) if kept else record
