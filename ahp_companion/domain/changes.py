"""A change is a value: which records became which, and the words that undo shows for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from . import kinds
from .records import linked_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One record before and after; nothing before is an addition, nothing after a deletion."""

    before: Any = None
    after: Any = None

    @property
    def record(self) -> Any:
        """Return the record as it is now, or as it last was."""
        return self.before if self.after is None else self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Edits that stand or fall together."""

    words: str
    edits: tuple[Edit, ...]

    @property
    def reverse(self) -> "Change":
        """Return the change that takes this one back."""
        back = tuple(Edit(before=each.after, after=each.before) for each in reversed(self.edits))
        return Change(words=self.words, edits=back)

    def then(self, later: "Change") -> "Change":
        """Return this change and a later one to the same single record as one step."""
        edit = Edit(before=self.edits[0].before, after=later.edits[-1].after)
        return Change(words=self.words, edits=(edit,))

    @property
    def kinds(self) -> frozenset[str]:
        """Return the names of the kinds it touches."""
        return frozenset(kinds.of(each.record).name for each in self.edits)


def added(*records: Any, words: str = "") -> Change:
    """Return the change that adds records."""
    noun = kinds.of(records[0]).noun
    return Change(
        words=words or f"Added {noun}", edits=tuple(Edit(after=record) for record in records)
    )


def edited(before: Any, after: Any, words: str = "") -> Change:
    """Return the change that makes one record into another with the same id."""
    noun = kinds.of(after).noun
    return Change(words=words or f"Changed {noun}", edits=(Edit(before=before, after=after),))


def deleted(record: Any, linking: Callable[[str], Iterable[Any]]) -> Change:
    """Return the change that deletes a record, what it owns, and every link to either.

    `linking` gives the records that hold a link to an id.
    """
    gone: dict[str, Any] = {record.id: record}
    holders: dict[str, Any] = {}
    ahead = [record]
    while ahead:
        for holder in linking(ahead.pop().id):
            owned = any(shape.owned and each in gone for shape, each in linked_ids(holder))
            if owned and holder.id not in gone:
                gone[holder.id] = holder
                ahead.append(holder)
            elif not owned:
                holders[holder.id] = holder
    edits = [
        Edit(before=holder, after=_without(holder, gone))
        for holder in holders.values()
        if holder.id not in gone
    ]
    edits += [Edit(before=each) for each in reversed(gone.values())]
    return Change(words=f"Deleted {kinds.of(record).noun}", edits=tuple(edits))


def _without(holder: Any, gone: dict[str, Any]) -> Any:
    kept: dict[str, Any] = {}
    for shape, each in linked_ids(holder):
        if each in gone:
            held = getattr(holder, shape.name)
            kept[shape.name] = (
                tuple(other for other in held if other not in gone) if shape.many else None
            )
    return replace(holder, **kept)
