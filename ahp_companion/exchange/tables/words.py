"""Words from closed lists in a row, and the lists of other programs and bodies."""

import re

from ...domain.cpd import LearningType
from ...domain.pillars import Pillar
from ..strict import shown
from .held import Held
from .presets import Field, known, plain

YES = frozenset({"yes", "y", "true", "1", "x", "private", "confidential", "ydy"})
NO = frozenset({"", "no", "n", "false", "0", "public", "shared", "nacydy"})


def learning_type(held: Held) -> LearningType | None:
    """Return the learning type that a row's words stand for; the words stay where they say more."""
    text = held.text(Field.LEARNING_TYPE)
    if not text:
        return None
    types = known().learning_types
    parts = [text, *re.split(r"[;,/|(&:\n]| - | – ", text)]
    found = next((types[plain(each)] for each in parts if plain(each) in types), None)
    if found is None or plain(text) not in (plain(found.value), plain(found.label)):
        held.keep(Field.LEARNING_TYPE)
    return found


def pillars(held: Held) -> tuple[Pillar, ...]:
    """Return the pillars that a row names; words that name none stay as words."""
    there = known().pillars
    found: list[Pillar] = []
    is_all = True
    for _, text in held.cells.get(Field.PILLARS, ()):
        for part in re.split(r"[;|\n]", text):
            parts = [part] if plain(part) in there else re.split(r"[,/&]| and ", part)
            named = [there[plain(each)] for each in parts if plain(each) in there]
            is_all = is_all and len(named) == len([each for each in parts if each.strip()])
            found += named
    if not is_all:
        held.keep(Field.PILLARS)
    return tuple(dict.fromkeys(found))


def is_private(held: Held) -> bool:
    """Return whether a row says that it is private; what is neither yes nor no counts as yes."""
    text = held.text(Field.PRIVATE)
    if plain(text) in NO:
        return False
    if plain(text) not in YES:
        held.keep(Field.PRIVATE, f"“{shown(text)}” is neither yes nor no; it came in as private.")
    return True
