"""The library: what one may want to look up offline, each entry with its source and its year."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to look up; on the shelf of professions its code is the profession's."""

    title: str
    words: str
    source: str
    as_at: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Entries of one sort: words and what they mean, facts, where to look."""

    code: str
    name: str
    about: str
    as_at: str
    entries: tuple[Entry, ...]
