"""Days of an audit that were set by hand and cannot be so, each said in a sentence."""

from .audit import AuditProfile
from .professions import Renewal
from .words import day


def odd_days(profile: AuditProfile, renewal: Renewal | None) -> dict[str, str]:
    """Return, by field, what cannot be about a day of a profile; `renewal` is as worked out.

    Pointed out and never refused: what an online account says is right, whatever this thinks.
    """
    found: dict[str, str] = {}
    opens_on = profile.renewal_opens_on or (renewal.opens_on if renewal else None)
    closes_on = profile.renewal_closes_on or (renewal.closes_on if renewal else None)
    if opens_on and closes_on and closes_on < opens_on:
        if profile.renewal_closes_on:
            found["renewal_closes_on"] = f"This is before the renewal opens, on {day(opens_on)}."
        else:
            found["renewal_opens_on"] = f"This is after the renewal closes, on {day(closes_on)}."
    if profile.audited_from_on and closes_on and profile.audited_from_on > closes_on:
        found["audited_from_on"] = (
            f"This is after the renewal closes, on {day(closes_on)}: nothing could be looked at."
        )
    if profile.called_on and profile.due_on and profile.due_on < profile.called_on:
        found["due_on"] = f"This is before you were called, on {day(profile.called_on)}."
    return found
