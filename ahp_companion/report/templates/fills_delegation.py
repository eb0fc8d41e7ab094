"""One piece of work handed on."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ...domain.delegation import Delegation
from ...domain.words import day
from .filling import Fill, Filling, Rows

Read = Callable[[Delegation], Any]


def delegation(filling: Filling) -> Delegation | None:
    """Return the record a form is about: the one asked for, else the newest that goes on."""
    if isinstance(filling.record, Delegation):
        return filling.portfolio.find(Delegation, filling.record.id)
    held = filling.portfolio.all(Delegation)
    going_on = [each for each in held if each.ended_on is None]
    return next(reversed(going_on or list(held)), None)


def _way(found: Delegation) -> tuple[str, ...]:
    return (found.direction.label,)


def _level(found: Delegation) -> tuple[str, ...]:
    return (found.level.label,) if found.level else ()


def _safeguards(found: Delegation) -> Rows:
    days = (found.induction_on, found.training_on, found.in_service_on, found.supervision_on)
    return [tuple(day(each) or "Not yet" for each in days)]


def _words(name: str, found: Delegation) -> str:
    return str(getattr(found, name))


def _day(name: str, found: Delegation) -> str:
    return day(getattr(found, name))


def _filled(read: Read, filling: Filling) -> Any:
    found = delegation(filling)
    return read(found) if found else None


READ: dict[str, Read] = {
    "way": _way,
    "level": _level,
    "safeguards": _safeguards,
    "what": partial(_words, "what"),
    "role": partial(_words, "role"),
    "how-known": partial(_words, "how_known"),
    "limits": partial(_words, "limits"),
    "from": partial(_day, "started_on"),
    "review": partial(_day, "review_on"),
    "ended": partial(_day, "ended_on"),
}
FILLS: dict[str, Fill] = {
    f"delegation.{name}": partial(_filled, read) for name, read in READ.items()
}
