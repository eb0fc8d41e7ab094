"""What in a text could say who somebody is: numbers, addresses, dates and names, by their form.

A text in which nothing is found may still tell who it is about.
"""

import re
from bisect import bisect, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

from .dates import ages, births, old_dates
from .forms import emails, hospital_numbers, insurance_numbers, postcodes
from .kinds import Identifier, IdentifierKind, Mark
from .names import initials, names, watched
from .numbers import health_numbers, ten_figures
from .phones import phones
from .text import plainly

# Where two finds overlap, the one that is looked for first stays.
FORMS: tuple[Callable[[str], Iterator[Mark]], ...] = (
    emails,
    insurance_numbers,
    phones,
    health_numbers,
    births,
    hospital_numbers,
    ten_figures,
    postcodes,
    names,
    initials,
    ages,
    old_dates,
)
WITHOUT_FIGURES = (emails, names, ages)
FIGURE = re.compile(r"\d")


def identifiers(text: str, sought: Sequence[str] = ()) -> tuple[Identifier, ...]:
    """Return what in a text could say who somebody is, in the order it stands there.

    `sought` are names that are looked for as well.
    """
    plain, places = plainly(text)
    looked_for = [*watched(plain, sought)]
    forms = FORMS if FIGURE.search(plain) else WITHOUT_FIGURES
    marks = [mark for find in forms for mark in find(plain)]
    kept = sorted([*looked_for, *_apart(marks, looked_for)], key=_start)
    return tuple(_as_written(text, places, mark) for mark in kept)


def _apart(marks: Iterable[Mark], looked_for: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks of which no part was marked before.

    A name that is looked for may stand in an address, and both are told of.
    """
    called = [(each.start, each.end) for each in looked_for]
    taken: list[tuple[int, int]] = []
    for mark in marks:
        place = mark.start, mark.end
        is_told = mark.kind is IdentifierKind.NAME and _meets(called, place)
        if not is_told and not _meets(taken, place):
            insort(taken, place)
            yield mark


def _meets(taken: Sequence[tuple[int, int]], place: tuple[int, int]) -> bool:
    """Return whether a place has a part in common with one of those taken, which are in order."""
    at = bisect(taken, place)
    before, after = taken[max(0, at - 1) : at], taken[at : at + 1]
    return any(each[0] < place[1] and place[0] < each[1] for each in (*before, *after))


def _as_written(text: str, places: Sequence[int], mark: Mark) -> Identifier:
    start, end = mark.start, mark.end
    if places:
        start, end = places[start], places[end - 1] + 1
    return Identifier(mark.kind, text[start:end], start)


def _start(mark: Mark) -> int:
    return mark.start
