"""A preceptor with two preceptees, each with a word of their own in every field of every record."""

from dataclasses import replace
from datetime import date
from typing import Any

from ahp_companion.domain.confidence import MOST
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import KINDS, OWNERS_ALONE, Kind
from ahp_companion.domain.practitioner import Practitioner, Role
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.records import Shape, shapes
from ahp_companion.domain.words import Word
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet

ON = date(2026, 3, 12)
# Theirs hangs on no preceptorship: the owner's own practice, and what they are qualified in.
OWN = frozenset(
    {"practitioner", "workplace", "qualification", "audit_profile", "gap", "training"}
    | {"scope_sheet", "scope_line", "delegation", "competence_framework", "competence"}
)
OWNER = Practitioner(
    name="Cerys Pryce", profession="PA", role=Role.PRECEPTOR, preceptor_minutes=240
)
ALPHA, BRAVO = "Qalphaq", "Qbravoq"


def belonging(canary: str) -> list[Any]:
    """Return a record of every kind that can belong to one preceptee, each field saying whose."""
    kinds = [kind for kind in KINDS if kind.name not in OWN | OWNERS_ALONE]
    ids = {kind.name: kind.record().id for kind in kinds}
    return [_told(_filled(kind, canary, ids)) for kind in kinds]


def preceptorship_of(records: list[Any]) -> Preceptorship:
    """Return the preceptorship among what belongs to one preceptee."""
    return next(each for each in records if isinstance(each, Preceptorship))


def _told(record: Any) -> Any:
    if isinstance(record, Preceptorship):
        return replace(record, side=Side.PRECEPTOR, status=Status.UNDER_WAY, follows=None)
    if isinstance(record, Worksheet):
        return replace(record, workbook="feedback-preceptee", side=Side.PRECEPTOR)
    if isinstance(record, WorkbookAnswer):
        return replace(record, question="1.1", step="mostly")
    if isinstance(record, Evidence):
        return replace(record, file_name="", media_type="", size=0, sha256="")
    return record


def _filled(kind: Kind, canary: str, ids: dict[str, str]) -> Any:
    held: dict[str, Any] = {"id": ids[kind.name]}
    for shape in shapes(kind.record):
        if shape.name != "id" and (shape.link or not shape.is_code):
            held[shape.name] = _value(kind, shape, canary, ids)
    return kind.record(**held)


def _value(kind: Kind, shape: Shape, canary: str, ids: dict[str, str]) -> Any:
    if shape.link:
        linked = ids.get(shape.link)
        return ((linked,) if linked else ()) if shape.many else linked
    one = _one(kind, shape, canary)
    return (one,) if shape.many else one


def _one(kind: Kind, shape: Shape, canary: str) -> Any:
    if issubclass(shape.type, Word):
        return next(iter(shape.type))
    words = f"{canary} {kind.name} {shape.name}"
    ready = {str: words, dict: {"what": words, "task": words}, date: ON, int: MOST}
    return False if shape.type is bool else ready[shape.type]
