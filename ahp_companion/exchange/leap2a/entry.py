"""One entry of a Leap2A feed, taken out of its XML as plain values."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..plain_words import PlainWords, clean, is_marked_up, plain_words
from .names import local, name_in, term

# Layout, what the reader says by other means, and what is personal or only for drawing.
PASSED_OVER = frozenset(
    {"atom:rights", "atom:source", "atom:contributor", "atom:progresscompletion",
     "atom:coverimage", "leap2:persondata"}
)  # fmt: skip
# What early versions of Mahara call a relation that the specification calls otherwise.
FORMER_RELATIONS = {"is_supported_by": "supported_by"}


@dataclass(frozen=True, slots=True)
class Link:
    """Where an entry points: by what relation, at which entry or file, and of what sort."""

    relation: str
    to: str
    media_type: str = ""


@dataclass(slots=True)
class Entry:
    """What an entry says: `type` as Leap2A names it, `made_as` and `plugin` as Mahara does.

    `dates` has what is written for start, end and target; `schemes` the terms of each category;
    `more` a line for each element that has no place here; `own` our own records, where it is ours.
    """

    id: str = ""
    title: str = ""
    type: str = ""
    made_as: str = ""
    plugin: str = ""
    words: str = ""
    summary: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    hours: str = ""
    place: str = ""
    role: str = ""
    stage: str = ""
    is_page: bool = False
    dates: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    schemes: dict[str, set[str]] = field(default_factory=dict)
    more: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def says(self, scheme: str, value: str) -> bool:
        """Return whether a category of a scheme has a term, whatever its letters' size."""
        return value in self.schemes.get(scheme, ())

    def points_at(self, *relations: str) -> list[str]:
        """Return where links of some relations lead; of any where none is named."""
        return [each.to for each in self.links if not relations or each.relation in relations]


def entry_of(element: Element) -> Entry:
    """Return an entry from its element; what is not understood in it is kept as a line."""
    entry = Entry(is_page=any(name_in(child.tag) == "mahara:view" for child in element))
    for child in element:
        name = name_in(child.tag)
        if entry.is_page and name == "atom:content":
            # What a page looked like; what was written on it stands in its blocks.
            continue
        take = TAKEN.get(name)
        if take:
            take(entry, child, {local(key): value for key, value in child.attrib.items()})
        elif name not in PASSED_OVER and _said(child):
            entry.more.append(f"{local(child.tag).replace('_', ' ')}: {_said(child)}")
    return entry


Take = Callable[[Entry, Element, Mapping[str, str]], None]


def _said(element: Element) -> str:
    """Return an element's words on one line."""
    return " ".join(clean("".join(element.itertext())).split())


def _line(name: str) -> Take:
    def take(entry: Entry, element: Element, _attributes: Mapping[str, str]) -> None:
        setattr(entry, name, getattr(entry, name) or _said(element))

    return take


def _title(entry: Entry, element: Element, attributes: Mapping[str, str]) -> None:
    written = "".join(element.itertext())
    is_html = attributes.get("type") == "html" or is_marked_up(written)
    entry.title = " ".join((plain_words(written) if is_html else clean(written)).split())


def _words(name: str) -> Take:
    def take(entry: Entry, element: Element, attributes: Mapping[str, str]) -> None:
        reader = PlainWords()
        kind = attributes.get("type", "text").lower()
        written = element.text or ""
        if len(element):
            _walk(element, reader)
        elif kind in ("html", "text/html") or is_marked_up(written):
            reader.read(written)
        else:
            setattr(entry, name, clean(written))
        if reader.words:
            setattr(entry, name, reader.words)
        entry.links += [Link("pointed_at", each) for each in reader.pointed_at]
        if attributes.get("src"):
            entry.links.append(Link("enclosure", attributes["src"], kind))

    return take


def _walk(element: Element, reader: PlainWords) -> None:
    # The feed's reader has seen to it that nothing is too deep for this.
    reader.say(element.text or "")
    for child in element:
        tag = local(child.tag).lower()
        reader.begin(tag, {local(key).lower(): value for key, value in child.attrib.items()})
        _walk(child, reader)
        reader.end(tag)
        reader.say(child.tail or "")


def _author(entry: Entry, element: Element, _attributes: Mapping[str, str]) -> None:
    entry.author = next((_said(each) for each in element if local(each.tag) == "name"), "")


def _type(entry: Entry, _element: Element, attributes: Mapping[str, str]) -> None:
    entry.type = entry.type or term(attributes.get("resource", ""))


def _made_as(entry: Entry, _element: Element, attributes: Mapping[str, str]) -> None:
    entry.plugin = attributes.get("plugin", "").lower()
    entry.made_as = attributes.get("type", "").lower()


def _link(entry: Entry, _element: Element, attributes: Mapping[str, str]) -> None:
    if attributes.get("href"):
        relation = term(attributes.get("rel", "alternate"))
        relation = FORMER_RELATIONS.get(relation, relation)
        entry.links.append(Link(relation, attributes["href"], attributes.get("type", "")))


def _category(entry: Entry, _element: Element, attributes: Mapping[str, str]) -> None:
    said = attributes.get("label") or attributes.get("term", "")
    if attributes.get("scheme"):
        known = entry.schemes.setdefault(term(attributes["scheme"]), set())
        known.add(attributes.get("term", "").lower())
    elif said.strip():
        entry.tags.append(" ".join(clean(said).split()))


def _date(entry: Entry, element: Element, attributes: Mapping[str, str]) -> None:
    written = _said(element) or attributes.get("label", "").strip()
    if written:
        entry.dates.setdefault(attributes.get("point", "start").lower(), written)


def _place(entry: Entry, element: Element, _attributes: Mapping[str, str]) -> None:
    parts = [clean(each) for each in element.itertext()]
    entry.place = ", ".join(" ".join(each.split()) for each in parts if each)


def _stage(entry: Entry, element: Element, attributes: Mapping[str, str]) -> None:
    entry.stage = term(attributes.get("stage", "") or _said(element))


def _page(entry: Entry, element: Element, _attributes: Mapping[str, str]) -> None:
    """Take the words that someone wrote straight onto a page of Mahara's, by its blocks."""
    blocks = []
    for block in element.iter():
        if name_in(block.tag) != "mahara:blockinstance":
            continue
        kind = next((value for key, value in block.items() if local(key) == "blocktype"), "")
        held = next((each.text for each in block if local(each.tag) == "text"), None)
        if kind == "text" and held:
            title = next((value for key, value in block.items() if local(key) == "blocktitle"), "")
            blocks.append("\n".join(each for each in (title, plain_words(_unpacked(held))) if each))
    entry.words = "\n\n".join(blocks)


def _unpacked(held: str) -> str:
    # Mahara keeps a block's settings as a JSON list of one.
    try:
        found = json.loads(held)
    except (ValueError, RecursionError):
        return held
    first = found[0] if isinstance(found, list) and found else found
    return first if isinstance(first, str) else ""


def _own(entry: Entry, element: Element, _attributes: Mapping[str, str]) -> None:
    entry.own.append(element.text or "")


TAKEN: dict[str, Take] = {
    "atom:title": _title,
    "atom:id": _line("id"),
    "atom:published": _line("published"),
    "atom:updated": _line("updated"),
    "atom:summary": _words("summary"),
    "atom:content": _words("words"),
    "atom:author": _author,
    "atom:link": _link,
    "atom:category": _category,
    "rdf:type": _type,
    "mahara:artefactplugin": _made_as,
    "mahara:hours": _line("hours"),
    "mahara:view": _page,
    "leap2:date": _date,
    "leap2:spatial": _place,
    "leap2:status": _stage,
    "leap2:myrole": _line("role"),
    "own:record": _own,
}
