"""What each entry of a feed is to us, and what its neighbours say of it."""

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from ...domain.words import day, sentence
from .entry import Entry
from .feed import Feed
from .words import day_of, line

NAMESPACE = uuid.UUID("3c1d5a7e-92b4-5f60-8a1b-6d2e4f8091c3")
# Mahara's feed is called after the moment it was written; the account before that stays.
MOMENT = re.compile(r"/\d{9,}/?$")
PARTS, WHOLES = ("has_part", "has_member"), ("is_part_of", "is_member_of")
LIST_NAMES = {"blog": "Journal", "folder": "Folder"}
# Mahara gives feedback and its like as entries that somebody else wrote.
BY_OTHERS = {"comment": "Comment", "annotation": "Annotation", "peerassessment": "Assessment"}
KNOWN_AS_WORDS = frozenset({"entry", "ability", "selection", "meeting", ""})


class Sort(Enum):
    """What an entry becomes."""

    WORDS = auto()
    CPD = auto()
    PLAN = auto()
    FILE = auto()
    QUALIFICATION = auto()
    WORKPLACE = auto()
    LIST = auto()
    PAGE = auto()
    PERSON = auto()
    ORGANISATION = auto()
    PART_OF_ANOTHER = auto()


BY_TYPE = {
    "cpd": Sort.CPD,
    "activity": Sort.CPD,
    "publication": Sort.CPD,
    "plan": Sort.PLAN,
    "resource": Sort.FILE,
    "achievement": Sort.QUALIFICATION,
    "affiliation": Sort.QUALIFICATION,
    "person": Sort.PERSON,
    "organization": Sort.ORGANISATION,
}


@dataclass(frozen=True, slots=True)
class Around:
    """A feed with what leads from one entry of it to another."""

    feed: Feed
    by_id: Mapping[str, Entry]
    lists: Mapping[str, tuple[Entry, ...]]
    parts: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def id_of(self, entry: Entry, part: str = "") -> str:
        """Return an id made of the account, the entry's own id and what becomes of it."""
        bare = entry.id.removeprefix("urn:uuid:")
        is_first = self.by_id.get(entry.id, entry) is entry
        if is_first and bare != entry.id and _is_uuid(bare):
            return bare
        base = MOMENT.sub("", self.feed.id) if is_first else ""
        said = base or json.dumps([entry.title, entry.published, entry.words])
        return str(uuid.uuid5(NAMESPACE, f"{said} {entry.id} {part}".strip()))

    def target(self, address: str) -> Entry | None:
        """Return the entry that a link means; Mahara forgets half of a name in one place."""
        found = self.by_id.get(address)
        return found or self.by_id.get(address.replace("portfolio:", "portfolio:artefact", 1))

    def _elsewhere(self, entry: Entry) -> Iterator[str]:
        # Addresses within the words stand there already.
        return (
            each.to
            for each in entry.links
            if each.relation != "pointed_at" and each.to.lower().startswith(("http://", "https://"))
        )

    def linked(self, entry: Entry, *relations: str) -> Iterator[Entry]:
        """Yield the entries that one points at, by some relations or by any."""
        for address in entry.points_at(*relations):
            found = self.target(address)
            if found and found is not entry:
                yield found

    def lines(self, entry: Entry) -> list[str]:
        """Return what is kept of an entry in lines, because it has no field here."""
        kept = [
            line(_list_name(each), each.title)
            for each in self.lists.get(entry.id, ())
            if each.title
        ]
        if entry.plugin in BY_OTHERS:
            kept.append(BY_OTHERS[entry.plugin])
            kept += [line("On", each.title) for each in self.linked(entry, "reflects_on")]
        kept.append(
            line("Kind", entry.type) if entry.type not in KNOWN_AS_WORDS | BY_TYPE.keys() else ""
        )
        if entry.author != self.feed.author:
            kept.append(line("Written by", entry.author))
        kept.append(line("Role", entry.role))
        kept.append(line("Tags", ", ".join(dict.fromkeys(entry.tags))))
        kept += [line("Address", each) for each in self._elsewhere(entry)]
        kept.append("Draft" if entry.says("readiness", "unready") else "")
        begun, changed = day_of(entry.published), day_of(entry.updated)
        kept.append(line("Last changed", day(changed) if begun and changed != begun else ""))
        return [*kept, *entry.more]


def around(feed: Feed) -> Around:
    """Return a feed with its entries by id, the lists that each is in, and their parts."""
    # Of two entries with one id, links mean the first.
    by_id = {each.id: each for each in reversed(feed.entries) if each.id}
    bare = Around(feed, by_id, {})
    pairs = [
        (whole, part)
        for each in feed.entries
        for whole, part in [
            *((each, part) for part in bare.linked(each, *PARTS)),
            *((whole, each) for whole in bare.linked(each, *WHOLES)),
        ]
        if whole.id and part.id and not whole.is_page
    ]
    return Around(
        feed,
        by_id,
        lists=_grouped((part.id, whole) for whole, part in pairs),
        parts=_grouped((whole.id, part) for whole, part in pairs),
    )


def sort_of(entry: Entry, here: Around) -> Sort:
    """Return what an entry becomes."""
    if (
        entry.is_page
        or entry.says("selection_type", "webpage")
        or entry.says("selection_type", "website")
    ):
        return Sort.PAGE
    if entry.type == "selection" or _is_list_of_cpd(entry, here):
        return Sort.LIST
    if entry.made_as == "profileicon":
        return Sort.PERSON
    if entry.type in ("activity", "affiliation") and entry.says("life_area", "work"):
        return Sort.WORKPLACE
    if entry.type == "activity" and entry.says("life_area", "education"):
        return Sort.QUALIFICATION
    if entry.type == "achievement" and any(
        each.type == "activity" for each in here.linked(entry, "supported_by")
    ):
        # Mahara writes one qualification as three entries; the course speaks for them.
        return Sort.PART_OF_ANOTHER
    return BY_TYPE.get(entry.type, Sort.WORDS)


def all_words(entry: Entry) -> str:
    """Return everything that was written in an entry, its summary first."""
    return "\n\n".join(dict.fromkeys(part for part in (entry.summary, entry.words) if part))


def written_on(entry: Entry) -> date | None:
    """Return the day an entry was first written, or else last changed, in its own zone."""
    return day_of(entry.published) or day_of(entry.updated)


def dates_not_read(entry: Entry, besides: tuple[str, ...] = ()) -> list[str]:
    """Return a line for each date that is no day: a year alone or a term stays as written."""
    return [
        line(sentence(point), written)
        for point, written in entry.dates.items()
        if point not in besides and day_of(written) is None
    ]


def _is_list_of_cpd(entry: Entry, here: Around) -> bool:
    if entry.type != "cpd" or entry.hours or entry.dates:
        return False
    return entry.made_as == "cpd" or any(
        each.type == "cpd" for each in here.parts.get(entry.id, ())
    )


def _list_name(entry: Entry) -> str:
    kinds = entry.schemes.get("selection_type", set())
    named = next((words for term, words in LIST_NAMES.items() if term in kinds), "")
    return named or (
        "CPD list" if entry.type == "cpd" else "Plan" if entry.type == "plan" else "List"
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Entry]] = {}
    for key, entry in pairs:
        found.setdefault(key, {})[entry.id] = entry
    return {key: tuple(held.values()) for key, held in found.items()}
