"""The yearly review: what the window says of one year, cut to what one page holds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...domain.preceptorship import ends_on
from ...domain.words import day, shortened, span
from ...domain.yearly_review import (
    LEARNT_WITH,
    MEETINGS,
    NOTHING,
    REACHED,
    Moved,
    ReviewedYear,
    YearlyReview,
    came_of,
    hours,
    moved,
    passages,
    reasons,
    tried,
    yearly_review,
    years,
)
from .filling import Fill, Filling, Rows

MOST_IN_A_TABLE = 4
# What stands on one line of the page.
LINE = 92
# Whoever answers in their own words writes more than a line.
OWN_WORDS = 3
FEWEST_LETTERS = 30


def days(filling: Filling) -> str:
    """Return the first and the last day looked back on."""
    found = _review(filling)
    return span(found.from_on, found.to_on) if found else ""


def time(filling: Filling) -> str:
    """Return what was agreed, taken, lost and why; the hours are never cut."""
    found = _review(filling)
    whole = hours(found) if found else ()
    return "\n".join([*whole, *_lines(filling, reasons(found) if found else ())])


def bought(filling: Filling) -> str:
    """Return what the time bought, in the owner's own words."""
    found = _review(filling)
    said = found.bought if found else ()
    return "\n".join(_lines(filling, said, letters=OWN_WORDS * filling.letters))


def meetings(filling: Filling) -> str:
    """Return how many meetings were held, the two logs apart."""
    return " · ".join(_passage(filling, MEETINGS))


def learnt_with(filling: Filling) -> str:
    """Return how often with one's own profession, and how often with others."""
    return " · ".join(_passage(filling, LEARNT_WITH))


def confidence(filling: Filling) -> str:
    """Return where each rating began and where it stands, one by one."""
    found = _review(filling)
    rated = found.confidence if found else ()
    said = [moved(_fitting(each)) for each in rated]
    kept = said[: filling.rows]
    return "\n".join([*kept, *_more(said, kept)])


def reached(filling: Filling) -> str:
    """Return the objectives reached."""
    return "\n".join(_lines(filling, _passage(filling, REACHED)))


def themes(filling: Filling) -> Rows:
    """Return what was heard, and what came of it."""
    found = _review(filling)
    heard = [each.theme for each in (found.themes if found else ())]
    return _rows(
        filling, [(each.words, came_of(each), day(each.closed_on or each.on)) for each in heard]
    )


def cards(filling: Filling) -> Rows:
    """Return what was tried because of it, with its measure before and after."""
    found = _review(filling)
    return _rows(
        filling, [tried(card) for each in found.themes for card in each.cards] if found else []
    )


def _review(filling: Filling) -> YearlyReview | None:
    held, year = filling.held, filling.record
    if held is None:
        return None
    begun = years(held, on=filling.on)
    if isinstance(year, ReviewedYear) and year.preceptorship == held.id:
        last = ends_on(held)
        from_on, to_on = year.from_on, min(year.to_on, last) if last else year.to_on
    elif begun:
        from_on, to_on = begun[0]
    else:
        return None
    return yearly_review(filling.portfolio, held, from_on=from_on, to_on=to_on)


def _passage(filling: Filling, heading: str) -> tuple[str, ...]:
    found = _review(filling)
    said = {each.heading: each.lines for each in passages(found)} if found else {}
    return tuple(line for line in said.get(heading, ()) if line != NOTHING)


def _fitting(rated: Moved) -> Moved:
    """Return a rating whose statement leaves room on the line for where it went."""
    room = LINE - len(rated.measure) - len(rated.movement)
    return replace(rated, words=_cut(rated.words, max(room, FEWEST_LETTERS)))


def _lines(filling: Filling, said: Sequence[str], *, letters: int = LINE) -> list[str]:
    kept = [_cut(each, letters) for each in said[: filling.rows]]
    return [*kept, *_more(said, kept)]


def _rows(filling: Filling, rows: Sequence[tuple[str, ...]]) -> Rows:
    kept = [
        tuple(_cut(cell, filling.letters) for cell in row)
        for row in rows[: min(MOST_IN_A_TABLE, filling.rows)]
    ]
    return [*kept, *((words,) for words in _more(rows, kept))]


def _cut(words: str, letters: int) -> str:
    return shortened(" ".join(words.split()), letters)


def _more(said: Sequence[object], kept: Sequence[object]) -> Iterable[str]:
    more = len(said) - len(kept)
    return [f"and {more} more in the portfolio"] if more else []


FILLS: dict[str, Fill] = {
    "year.days": days,
    "year.time": time,
    "year.bought": bought,
    "year.meetings": meetings,
    "year.learnt-with": learnt_with,
    "year.confidence": confidence,
    "year.reached": reached,
    "year.themes": themes,
    "year.cards": cards,
}
