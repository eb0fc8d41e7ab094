"""The table of protected time: its columns and filters."""

from ....domain.protected_time import ProtectedTime, TimeKind
from ....domain.words import day, duration
from ...filters import Filter, Narrowing, condition, each_of
from .tables import Column


def used_for(record: ProtectedTime) -> str:
    """Return what time was used for; a kind that is not the usual one, and own time, are named."""
    parts = [
        "Own time" if record.is_own_time else "",
        "" if record.kind is TimeKind.PRECEPTORSHIP else record.kind.label,
        record.used_for.strip(),
    ]
    return " · ".join(part for part in parts if part)


def _on(record: ProtectedTime) -> str:
    return day(record.on) or "No date yet"


def _planned(record: ProtectedTime) -> str:
    return duration(record.planned_minutes or None)


def _taken(record: ProtectedTime) -> str:
    return duration(record.taken_minutes or None)


def _lost(record: ProtectedTime) -> str:
    return duration(record.lost_minutes or None)


def _reason(record: ProtectedTime) -> str:
    return record.lost_reason


COLUMNS = (
    Column(name="on", label="Date", words=_on, least=172),
    Column(
        name="planned_minutes", label="Planned", words=_planned, least=106, at_right=True,
        role="second", leaves=2,
    ),
    Column(
        name="taken_minutes", label="Taken", words=_taken, least=106, at_right=True, is_strong=True
    ),
    Column(
        name="lost_minutes", label="Lost", words=_lost, least=106, at_right=True, role="warn",
        is_strong=True,
    ),
    Column(
        name="lost_reason", label="Why it was lost", words=_reason, least=150, grows=True, leaves=1
    ),
    Column(
        name="used_for", label="Used for", words=used_for, least=150, grows=True, role="second",
        leaves=3,
    ),
)  # fmt: skip
FILTERS = (
    Filter(
        name="kinds",
        label="Kinds of time",
        choices=each_of("All kinds", "kind", TimeKind),
    ),
    Filter(
        name="lost",
        label="Lost",
        choices=(Narrowing(words="", narrow=condition("lost time")),),
    ),
)
