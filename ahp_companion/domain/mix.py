"""The mix of learning: with one's own profession, and with others; a preceptee needs both."""

from collections.abc import Iterable
from datetime import date

from .calendar import months_after
from .words import Word

QUIET_MONTHS = 3


class Mix(Word):
    """With whom something was learnt."""

    OWN = "own", "With my own profession"
    SEVERAL = "several", "With several professions"


def mix_counts(mixes: Iterable[Mix | None]) -> dict[Mix, int]:
    """Return how many of each there are; what says nothing is not counted."""
    held = list(mixes)
    return {mix: held.count(mix) for mix in Mix}


def missing(
    days: Iterable[tuple[date | None, Mix | None]],
    *,
    began_on: date,
    on: date,
    months: int = QUIET_MONTHS,
) -> tuple[Mix, ...]:
    """Return the sides with nothing in the last months, once those months have gone by.

    Nothing is missing where neither side was ever marked: someone who does not use the mark is
    not told about it.
    """
    held = [(day, mix) for day, mix in days if day and mix]
    since = months_after(on, -months)
    if not held or began_on > since:
        return ()
    recent = {mix for day, mix in held if since < day <= on}
    return tuple(mix for mix in Mix if mix not in recent)


def missing_in_words(sides: Iterable[Mix]) -> str:
    """Return what is said of the sides that are missing; nothing for none."""
    said = {
        Mix.OWN: "Nothing with your own profession",
        Mix.SEVERAL: "Nothing with other professions",
    }
    words = [said[each] for each in sides]
    return f"{words[0]} for {QUIET_MONTHS} months" if len(words) == 1 else ""
