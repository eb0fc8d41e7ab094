"""One thing pointed out to the owner, and how much it matters."""

from dataclasses import dataclass
from datetime import date

from .words import Word


class Severity(Word):
    """How much a finding matters."""

    MUST = "must", "Would bring a question back"
    SHOULD = "should", "Worth putting right"
    REMARK = "note", "Good to know"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing pointed out: its code, how much it matters, why, and where it is.

    `kind` and `digest` are there where it is about an identifier, so that it can be set aside and
    known again: see `identified.dismissal_of`.
    """

    code: str
    severity: Severity
    message: str
    from_on: date | None = None
    to_on: date | None = None
    record: str | None = None
    kind: str = ""
    digest: str = ""
