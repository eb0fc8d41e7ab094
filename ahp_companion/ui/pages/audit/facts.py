"""What the record holds under each standard, in a sentence; counted, and never weighed."""

from ....domain.audit import AuditProfile
from ....domain.cpd import CpdActivity, learning_types
from ....domain.words import count, day, listed, sentence, word_count
from .audited import Audited


def facts(audited: Audited) -> dict[str, str]:
    """Return a sentence for each standard, by its figure."""
    shared, chosen = audited.shared, audited.chosen
    return {
        "1": _list(shared),
        "2": _mixture(shared),
        "3": _chosen_say(chosen, "benefit_to_practice", "what is better in your work"),
        "4": _chosen_say(chosen, "benefit_to_service_users", "how the people you see benefit"),
        "5": _profile(audited.profile or AuditProfile(), len(audited.evidence)),
    }


def holds(audited: Audited) -> str:
    """Return what is recorded in the time that counts, private activities told apart."""
    number = count(len(audited.activities), "activity", "activities")
    private = len(audited.activities) - len(audited.shared)
    kinds = [kind.label.casefold() for kind in learning_types(audited.activities)]
    words = f"{number} ({listed(kinds)})" if kinds else number
    return f"{words}, {private:,} of them private" if private else words


def _list(shared: tuple[CpdActivity, ...]) -> str:
    if not shared:
        return "Your list has nothing in it yet."
    number = count(len(shared), "dated activity", "dated activities")
    first, last = day(shared[0].started_on), day(shared[-1].started_on)
    return f"{number}, {first} to {last}." if len(shared) > 1 else f"{number}, {first}."


def _mixture(shared: tuple[CpdActivity, ...]) -> str:
    types = learning_types(shared)
    named = [f"{kind.label.casefold()} {number:,}" for kind, number in types.items()]
    rest = len(shared) - sum(types.values())
    named += [f"{rest:,} without a type"] if rest else []
    return f"{sentence(listed(named))}." if named else ""


def _chosen_say(chosen: tuple[CpdActivity, ...], field: str, what: str) -> str:
    if not chosen:
        return ""
    number = sum(bool(getattr(each, field).strip()) for each in chosen)
    of = count(len(chosen), "activity", "activities")
    return f"{number} of {of} chosen for your statement {'says' if number == 1 else 'say'} {what}."


def _profile(profile: AuditProfile, pieces: int) -> str:
    summary = count(word_count(profile.practice_summary), "word")
    statement = count(word_count(profile.personal_statement), "word")
    evidence = count(pieces, "piece of evidence", "pieces of evidence")
    return f"Practice summary {summary}, statement {statement}, {evidence}."
