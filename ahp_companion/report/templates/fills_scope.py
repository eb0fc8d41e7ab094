"""One scope sheet: what is inside, what is not, whom to ask."""

from functools import partial

from ...domain.scope import ScopeKind, ScopeLine, ScopeSheet, current, in_force
from .filling import Fill, Filling, field_of


def sheet(filling: Filling) -> ScopeSheet | None:
    """Return the sheet a form is about: the one asked for, else the one that holds now."""
    if isinstance(filling.record, ScopeSheet):
        return filling.portfolio.find(ScopeSheet, filling.record.id)
    return current(filling.portfolio.all(ScopeSheet))


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
    "scope.title": field_of(sheet, "title"),
    "scope.from": field_of(sheet, "from_on"),
    "scope.review": field_of(sheet, "review_on"),
    "scope.with": field_of(sheet, "agreed_with"),
    "scope.cover": cover,
    **{f"scope.{kind}": partial(_lines, kind) for kind in ScopeKind},
    **{f"scope.{kind}.for-all": partial(_for_all, kind) for kind in ScopeKind},
}
