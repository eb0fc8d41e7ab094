"""The words of a statement of xAPI: its verb, how long it took, and everything else it says."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..foreign_text import in_english, one_line

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
# What is said on the way, and alone is no learning yet.
MERELY = frozenset(
    {"launched", "initialized", "initialised", "terminated", "suspended", "resumed", "exited",
     "answered", "asked", "interacted", "abandoned", "registered", "unregistered", "enrolled",
     "enroled", "unenrolled", "logged in", "logged out", "loggedin", "loggedout", "opened",
     "started", "paused", "played", "seeked", "scheduled", "invited", "liked", "shared",
     "bookmarked", "searched", "focused", "unfocused", "selected", "pressed", "clicked"}
)  # fmt: skip
LASTED = re.compile(
    r"P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?"
    r"(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?",
    re.ASCII,
)
SECONDS_OF = (7 * 86_400, 86_400, 3_600, 60, 1)
# A course that was left open over a weekend says nothing of how long it took.
LONGEST_MINUTES, MOST_LETTERS = 24 * 60, 40
MOST_SAID, MOST_PARTS = 60, 20
SAID = {"timestamp": "Time", "result": "Result", "context": "Context", "attachments": "Attachment"}
HOLDERS = frozenset({"contextActivities", "definition", "display", "account"})
NEVER_SAID = frozenset({"registration", "revision", "statement", "objectType", "sha2", "usageType"})


def verb_of(held: Mapping[str, Any]) -> str:
    """Return the verb of a statement in its own words, or the end of its address."""
    verb = held.get("verb")
    if isinstance(verb, str):
        return one_line(verb)
    if not isinstance(verb, dict):
        return ""
    address = one_line(verb["id"]) if isinstance(verb.get("id"), str) else ""
    # The address means the same in every language; what is displayed does not.
    return re.split(r"[/#:]", address.rstrip("/"))[-1] or one_line(in_english(verb.get("display")))


def minutes_of(held: Any) -> int | None:
    """Return a length of time as ISO 8601 writes it in whole minutes, begun ones rounded.

    None for what is no length, for no time at all, and for more than a day.
    """
    if not isinstance(held, str) or len(held) > MOST_LETTERS:
        return None
    found = LASTED.fullmatch(held.strip())
    if found is None:
        return None
    parts = zip(found.groups(), SECONDS_OF, strict=True)
    seconds = sum(float(part.replace(",", ".")) * worth for part, worth in parts if part)
    minutes = max(1, int(seconds / 60 + 0.5)) if seconds > 0 else None
    return minutes if minutes is None or minutes <= LONGEST_MINUTES else None


def said_of(held: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a statement says that has no field of ours, each with what it is called."""
    yield "Verb", verb_of(held)
    count = 0
    for key, name in SAID.items():
        for path, words in _told(held.get(key), ""):
            if count < MOST_SAID:
                count += 1
                yield f"{name}, {path}" if path else name, words
    thing = held.get("object")
    definition = thing.get("definition") if isinstance(thing, dict) else None
    if isinstance(thing, dict) and isinstance(thing.get("id"), str):
        yield "Address", one_line(thing["id"])
    if isinstance(definition, dict) and isinstance(definition.get("moreInfo"), str):
        yield "More", one_line(definition["moreInfo"])


def _told(held: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the words in a value, each with the names that lead to it."""
    if isinstance(held, dict) and depth < 6:
        if _is_by_language(held):
            yield path, in_english(held)
            return
        for key, each in list(held.items())[:MOST_PARTS]:
            if key not in NEVER_SAID:
                yield from _told(each, f"{path} {_named(key)}".strip(), depth + 1)
    elif isinstance(held, list) and depth < 6:
        for each in held[:MOST_PARTS]:
            yield from _told(each, path, depth + 1)
    else:
        words = _plain(held)
        if words:
            yield path, words


def _is_by_language(held: Mapping[str, Any]) -> bool:
    return bool(held) and all(
        re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*|und", str(key), re.ASCII)
        and isinstance(each, str)
        for key, each in held.items()
    )


def _named(key: Any) -> str:
    if key in HOLDERS:
        return ""
    # Extensions are called by addresses; the last part is what they are about.
    bare = re.split(r"[/#]", one_line(str(key)).rstrip("/"))[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare).replace("_", " ").lower()[:MOST_LETTERS]


def _plain(held: Any) -> str:
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, int | float):
        return f"{held:g}" if abs(held) < 1e12 else ""
    return one_line(held) if isinstance(held, str) else ""
