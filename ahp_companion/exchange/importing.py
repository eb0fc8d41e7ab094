"""What a file from elsewhere changes in a portfolio, worked out before anything is written.

Ids are kept. What is there already is not doubled, what differs becomes a revision, and nothing
is ever deleted, with one exception that the owner asks for by beginning anew: see `_welcomed`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ..domain import kinds
from ..domain.changes import Change, Edit
from ..domain.evidence import Evidence
from ..domain.portfolio import Portfolio
from ..domain.practitioner import Practitioner
from ..domain.problems import ProblemError
from ..domain.records import linked_ids
from ..domain.words import count, listed
from .archive_reading import ArchiveContents

# What `new` asks for; a practitioner with more than that was written by its owner.
ASKED_FOR_BY_NEW = frozenset({"id", "name", "profession", "role", "registration_number"})
NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What is about to come in: one change, and how much of the file is there already."""

    change: Change | None
    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    present: int = 0
    evidence: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """Return what comes in as a phrase that is true before and after it came in."""
        parts = [f"New: {_counted(self.added)}."] if self.added else []
        parts += [f"Changed: {_counted(self.changed)}."] if self.changed else []
        parts += [f"Here already: {count(self.present, 'record')}."] if self.present else []
        return " ".join(parts) or "Nothing to bring in."


def by_id(portfolio: Portfolio) -> dict[str, Any]:
    """Return all records of a portfolio under their ids."""
    return {record.id: record for held in portfolio.records.values() for record in held}


def importing(contents: ArchiveContents, present: Mapping[str, Any]) -> Incoming:
    """Return what an archive changes in a portfolio that holds the records `present` by id.

    A record with a link that leads nowhere, here or in the archive, comes in without that link.
    Raises ProblemError when an id stands for two different kinds of record.
    """
    remarks = list(contents.remarks)
    gone, staying_out = _welcomed(contents.records, present, remarks)
    coming = {each.id: each for each in contents.records if each.id != staying_out}
    known = {each: kinds.of(record).name for each, record in {**present, **coming}.items()}
    edits = [Edit(before=each) for each in gone]
    for record in coming.values():
        before = present.get(record.id)
        if before is not None and type(before) is not type(record):
            raise ProblemError(
                f"“{contents.name}” gives a {kinds.of(record).noun} the id of a "
                f"{kinds.of(before).noun} in your portfolio.",
                means="One id cannot stand for both, so nothing was brought in.",
            )
        after = _cleaned(record, known, remarks)
        if after != before:
            edits.append(Edit(before=before, after=after))
    return incoming(
        edits,
        words=f"Brought in “{contents.name}”",
        present=len(coming) + len(gone) - len(edits),
        evidence=[
            each.sha256
            for each in coming.values()
            if isinstance(each, Evidence) and each.sha256 in contents.evidence.sizes
        ],
        remarks=remarks,
    )


def incoming(
    edits: list[Edit],
    *,
    words: str,
    present: int,
    evidence: Iterable[str] = (),
    remarks: Iterable[str] = (),
) -> Incoming:
    """Return edits as one change that is undone in one step, counted by kind."""
    added: dict[str, int] = {}
    changed: dict[str, int] = {}
    for edit in edits:
        if edit.after is not None:
            counted = added if edit.before is None else changed
            name = kinds.of(edit.after).name
            counted[name] = counted.get(name, 0) + 1
    return Incoming(
        change=Change(words=words, edits=tuple(edits)) if edits else None,
        added=added,
        changed=changed,
        present=present,
        evidence=tuple(dict.fromkeys(evidence)),
        remarks=tuple(remarks),
    )


def _welcomed(
    records: Iterable[Any], present: Mapping[str, Any], remarks: list[str]
) -> tuple[list[Any], str]:
    """Return the practitioner who makes room, if any, and the id of one who stays outside.

    A portfolio belongs to its own practitioner. Only where someone has just made it, under the
    same name and for the same profession, and nothing else is in it, is the archive's record of
    them the same person going on: then it takes the place of the new one.
    """
    own = next((each for each in present.values() if isinstance(each, Practitioner)), None)
    theirs = next((each for each in records if isinstance(each, Practitioner)), None)
    if own is None or theirs is None or own.id == theirs.id:
        return [], ""
    if len(present) == 1 and _goes_on(own, theirs):
        return [own], ""
    remarks.append("Your own details stay as they are; those in the archive are left out.")
    return [], theirs.id


def _goes_on(own: Practitioner, theirs: Practitioner) -> bool:
    blank = Practitioner(id=own.id)
    written = {
        each.name for each in fields(own) if getattr(own, each.name) != getattr(blank, each.name)
    }
    return (
        written <= ASKED_FOR_BY_NEW
        and (own.name.strip(), own.profession) == (theirs.name.strip(), theirs.profession)
        and own.registration_number in ("", theirs.registration_number)
    )


def _cleaned(record: Any, known: Mapping[str, str], remarks: list[str]) -> Any:
    kept: dict[str, Any] = {}
    for shape, each in linked_ids(record):
        if known.get(each) is None or shape.link not in ("*", known[each]):
            held = kept.get(shape.name, getattr(record, shape.name))
            kept[shape.name] = (
                tuple(other for other in held if other != each) if shape.many else None
            )
    if kept:
        kind = kinds.of(record)
        remarks.append(
            f"{kind.noun.capitalize() if kind.noun.islower() else kind.noun} "
            f"“{kind.title(record) or record.id}” pointed at something that is not here; "
            f"that link ({', '.join(kept)}) was cleared."
        )
    if isinstance(record, Evidence):
        kept["file_name"] = _bare_name(record.file_name)
    return replace(record, **kept)


def _bare_name(file_name: str) -> str:
    # A name that leads to another folder is never the name of a piece of evidence.
    bare = NOT_IN_A_NAME.sub("_", re.split(r"[/\\]", file_name)[-1])
    return "" if bare in (".", "..") else bare


def _counted(by_kind: Mapping[str, int]) -> str:
    return listed(
        [
            count(number, kinds.BY_NAME[name].noun, kinds.BY_NAME[name].nouns)
            for name, number in by_kind.items()
        ]
    )
