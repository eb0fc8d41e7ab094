"""A version of the profile as it stands today."""

from datetime import date

from ....domain.audit import AuditProfile, ProfileVersion
from .audited import Audited


def version_now(audited: Audited, on: date) -> ProfileVersion:
    """Return both texts, and what is chosen and goes with them, as they are on a day."""
    profile = audited.profile or AuditProfile()
    return ProfileVersion(
        on=on,
        practice_summary=profile.practice_summary,
        personal_statement=profile.personal_statement,
        activities=tuple(each.id for each in audited.chosen),
        evidence=tuple(each.id for each in audited.evidence),
    )
