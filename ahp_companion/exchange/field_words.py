"""What a field is called, and how its value reads, wherever records are shown as they are kept."""

from typing import Any

from ..domain.confidence import LEAST_MEANS, MOST, MOST_MEANS
from ..domain.evidence import fingerprint, size_in_words
from ..domain.frameworks import Catalogue, statement
from ..domain.records import Shape
from ..domain.words import Word, count, day, duration, listed, sentence

# Names whose words are not simply the name with spaces.
FIELD_WORDS = {
    "away_months": "Time away",
    "away_words": "About the time away",
    "disagreement": "If we disagree",
    "from_on": "From",
    "how": "How",
    "indemnity_matches_scope": "Indemnity covers what I do",
    "is_chosen": "Chosen for the statement",
    "is_own_time": "My own time",
    "length_months": "Length",
    "minutes": "Time",
    "needs_checked": "Needs looked at again",
    "on": "Date",
    "only_one_here": "The only one of my profession here",
    "preceptorship_lead": "Preceptorship lead",
    "route_words": "About the route",
    "scales_time": "Time in proportion to hours",
    "sha256": "Fingerprint",
    "started_on": "From",
    "ended_on": "To",
    "expires_on": "Valid to",
    "to_on": "To",
    "transition_words": "About the transition",
    "what_i_did": "What I did",
    "what_i_learnt": "What I learnt",
    "wte_hundredths": "Whole-time equivalent",
    "words": "In my words",
}
WHAT_WORDS_ARE = {"action": "What was agreed", "rated_statement": "Statement"}
NEVER_SHOWN = frozenset({"id", "media_type"})


def field_words(name: str, kind: str = "") -> str:
    """Return what a field of a kind is called, "Last renewed" for last_renewed_on."""
    if name == "words" and kind in WHAT_WORDS_ARE:
        return WHAT_WORDS_ARE[kind]
    if name in FIELD_WORDS:
        return FIELD_WORDS[name]
    for ending in ("_on", "_words", "_minutes", "_at"):
        if name.endswith(ending) and name != "planned_at":
            name = name.removesuffix(ending)
    return sentence(name.replace("_", " "))


def value_words(shape: Shape, record: Any, catalogue: Catalogue) -> str:
    """Return a field's value as people read it; nothing where there is nothing to say.

    Links and answers are not values of their own and give nothing here.
    """
    held = getattr(record, shape.name)
    if shape.link or shape.type is dict or shape.name in NEVER_SHOWN:
        return ""
    if shape.many:
        return _list_words(shape, held, catalogue)
    if isinstance(held, bool):
        return "Yes" if held else ""
    if isinstance(held, Word):
        return held.label
    if isinstance(held, int):
        return _number_words(shape.name, held)
    if isinstance(held, str):
        return _text_words(shape.name, held, record, catalogue)
    return day(held)


def _list_words(shape: Shape, held: tuple[Any, ...], catalogue: Catalogue) -> str:
    if issubclass(shape.type, Word):
        return listed([each.label for each in held])
    if shape.name == "statements":
        return "\n".join(_statement_words(catalogue, each) for each in held)
    return listed(held)


def _number_words(name: str, held: int) -> str:
    if name.endswith("minutes") or name == "minutes_with_others":
        return duration(held)
    if name.endswith("_months"):
        return count(held, "month")
    if name == "wte_hundredths":
        return f"{held / 100:g}"
    if name == "size":
        return size_in_words(held)
    if name == "rating":
        return f"{held} (1 is {LEAST_MEANS}, {MOST} is {MOST_MEANS})"
    return str(held)


def _text_words(name: str, held: str, record: Any, catalogue: Catalogue) -> str:
    if name.endswith("profession") and held in catalogue.professions:
        return catalogue.professions[held].name
    if name == "model" and held in catalogue.reflection_models:
        return catalogue.reflection_models[held].name
    if name == "sha256" and held:
        return fingerprint(record)
    return _statement_words(catalogue, held) if name == "statement" else held


def _statement_words(catalogue: Catalogue, tag: str) -> str:
    found = statement(catalogue, tag)
    return f"{found[0].name}: {found[1].words}" if found else tag
