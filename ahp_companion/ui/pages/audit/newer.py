"""Whether the answers have changed since the statement last did, by the history of both."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from ....domain.audit import AuditProfile
from ....domain.cpd import CpdActivity
from ....domain.statement import QUESTIONS
from ...session import Session

LONG_AGO = datetime.min.replace(tzinfo=UTC)
ANSWERED = (*(name for name, _, _ in QUESTIONS), "title", "is_chosen")


def answers_are_newer(
    session: Session, profile: AuditProfile | None, chosen: Iterable[CpdActivity]
) -> bool:
    """Return whether an answer about any of the activities is newer than the statement."""
    if profile is None:
        return False
    written = changed_at(session, profile.id, ("personal_statement",))
    return any(changed_at(session, each.id, ANSWERED) > written for each in chosen)


def changed_at(session: Session, wanted: str, names: tuple[str, ...]) -> datetime:
    """Return when one of some fields of a record last changed, or when it was begun."""
    before: Any = None
    found = LONG_AGO
    for revision in session.revisions(wanted):
        now = revision.record
        if now is not None and (before is None or _differ(before, now, names)):
            found = revision.made_at
        before = now if now is not None else before
    return found


def _differ(before: Any, now: Any, names: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(now, name) for name in names)
