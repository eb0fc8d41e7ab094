"""The one profile there is: begun with the first words or day, changed after that."""

from dataclasses import fields, replace
from typing import Any

from ....domain.audit import AuditProfile
from ...session import Session

BEGAN = "Began audit profile"


def save(session: Session, before: AuditProfile, after: AuditProfile) -> bool:
    """Save what a form made of a profile; return whether it is saved.

    Another part of the page may have begun the profile since, with an id of its own.
    """
    held = session.all(AuditProfile)
    if not held:
        return session.add(after, words=BEGAN) if before != after else True
    written = {
        each.name: getattr(after, each.name)
        for each in fields(after)
        if each.name != "id" and getattr(before, each.name) != getattr(after, each.name)
    }
    return session.edit(held[0], replace(held[0], **written), goes_on=True)


def write(session: Session, **written: Any) -> bool:
    """Write some fields of the profile; return whether that is saved."""
    held = session.all(AuditProfile)
    if held:
        return session.edit(held[0], replace(held[0], **written), goes_on=True)
    return session.add(AuditProfile(**written), words=BEGAN) if any(written.values()) else True
