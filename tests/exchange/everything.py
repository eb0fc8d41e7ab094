"""A portfolio with one record of every kind, every field of it filled, for tests to send away."""

import hashlib
import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import KINDS, Kind
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.records import Shape, shapes
from ahp_companion.domain.words import Word

CERTIFICATE = b"%PDF-1.7 a certificate, as far as anyone here looks"
SHA256 = hashlib.sha256(CERTIFICATE).hexdigest()
# Letters outside every old alphabet, and signs that mean something to one format or another.
WORDS = 'Siân ŷ, Łukasz & Nguyễn: <b>"5 < 6"</b>\n=1+1; and so on'


def id_of(name: str) -> str:
    """Return the id that the one record of a kind has here."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, name))


def everything() -> Portfolio:
    """Return the portfolio."""
    return gathered({kind.name: [filled(kind)] for kind in KINDS})


def filled(kind: Kind) -> Any:
    """Return a record of a kind in which no field is empty."""
    held = {shape.name: _value(kind, shape) for shape in shapes(kind.record)}
    record = kind.record(**held)
    if isinstance(record, Evidence):
        return replace(record, file_name="Łódź.pdf", media_type="application/pdf",
                       size=len(CERTIFICATE), sha256=SHA256)  # fmt: skip
    return record


def read_evidence(sha256: str) -> bytes:
    """Return the one file that the portfolio has."""
    assert sha256 == SHA256
    return CERTIFICATE


def _value(kind: Kind, shape: Shape) -> Any:
    if shape.name == "id":
        return id_of(kind.name)
    # What may point at anything points at whom it all belongs to.
    link = "practitioner" if shape.link == "*" else shape.link
    one = id_of(link) if link else _one(shape)
    return (one,) if shape.many else one


def _one(shape: Shape) -> Any:
    if issubclass(shape.type, Word):
        return list(shape.type)[-1]
    ready = {
        str: f"{shape.name} {WORDS}",
        dict: {"what": WORDS, "so_what": "It mattered"},
        date: date(2026, 3, 12),
        bool: True,
        int: 7,
    }
    return ready[shape.type]
