"""One scope sheet: what is inside, what is not, whom to ask."""

from functools import partial

from ...domain.scope import ScopeKind, ScopeLine, ScopeSheet, current, in_force
from ...domain.words import day
from .filling import Fill, Filling


def sheet(filling: Filling) -> ScopeSheet | None:
    """Return the sheet a form is about: the one asked for, else the one that holds now."""
    if isinstance(filling.record, ScopeSheet):
        return filling.portfolio.find(ScopeSheet, filling.record.id)
    return current(filling.portfolio.all(ScopeSheet))


def title(filling: Filling) -> str:
    """Return what the sheet is called."""
    found = sheet(filling)
    return found.title if found else ""


def from_on(filling: Filling) -> str:
    """Return the day it holds from."""
    found = sheet(filling)
    return day(found.from_on) if found else ""


def review(filling: Filling) -> str:
    """Return the day it is looked at again."""
    found = sheet(filling)
    return day(found.review_on) if found else ""


def agreed_with(filling: Filling) -> str:
    """Return with whom it was agreed."""
    found = sheet(filling)
    return found.agreed_with if found else ""


def cover(filling: Filling) -> tuple[str, ...]:
    """Return whether indemnity was looked at beside it, as its box is called; none for no scope."""
    found = sheet(filling)
    if found is None or not filling.portfolio.of(ScopeLine, found.id, by="sheet"):
        return ()
    is_looked_at = filling.selection.practitioner.indemnity_matches_scope
    return ("Yes, looked at" if is_looked_at else "Still to look at",)


def _lines(kind: ScopeKind, filling: Filling) -> str:
    return "\n".join(
        " – ".join(part for part in (each.words, each.detail) if part)
        for each in _held(kind, filling)
    )


def _for_all(kind: ScopeKind, filling: Filling) -> str:
    """Return the lines without what was written about them: everybody reads this sheet."""
    return "\n".join(each.words for each in _held(kind, filling) if each.words.strip())


def _held(kind: ScopeKind, filling: Filling) -> tuple[ScopeLine, ...]:
    found = sheet(filling)
    lines = filling.portfolio.of(ScopeLine, found.id, by="sheet") if found else ()
    return in_force(lines)[kind]


FILLS: dict[str, Fill] = {
    "scope.title": title,
    "scope.from": from_on,
    "scope.review": review,
    "scope.with": agreed_with,
    "scope.cover": cover,
    **{f"scope.{kind}": partial(_lines, kind) for kind in ScopeKind},
    **{f"scope.{kind}.for-all": partial(_for_all, kind) for kind in ScopeKind},
}
