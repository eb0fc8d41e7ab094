"""Delegation, both ways: what was handed on, to what role, how it is known to be safe."""

from dataclasses import dataclass, field
from datetime import date

from .records import link, new_id
from .words import Word


class Direction(Word):
    """Who hands a piece of work on."""

    BY_ME = "by-me", "I delegate it"
    TO_ME = "to-me", "It is delegated to me"


class SupervisionLevel(Word):
    """How near someone is who can be asked: levels of the Assistant Practitioners report, 2014."""

    DIRECT = "direct", "Direct: within sight"
    PROXIMAL = "proximal", "Near by: within call"
    INDIRECT = "indirect", "Indirect: to be reached"
    REMOTE = "remote", "Remote: by phone or video"
    SIGN_OFF = "sign-off", "Looked at afterwards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """One piece of work handed on to a role, never a patient's name, and when it is reviewed."""

    id: str = field(default_factory=new_id)
    direction: Direction = Direction.BY_ME
    what: str = ""
    role: str = ""
    workplace: str | None = link("workplace")
    how_known: str = ""
    level: SupervisionLevel | None = None
    limits: str = ""
    started_on: date | None = None
    review_on: date | None = None
    ended_on: date | None = None
    induction_on: date | None = None
    training_on: date | None = None
    in_service_on: date | None = None
    supervision_on: date | None = None


def is_for_review(delegation: Delegation, *, on: date) -> bool:
    """Return whether a delegation that goes on was to be looked at by a day."""
    is_over = delegation.ended_on is not None and delegation.ended_on <= on
    return not is_over and delegation.review_on is not None and delegation.review_on <= on
