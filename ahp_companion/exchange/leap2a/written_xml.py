"""The pieces that a Leap2A feed is written of: entries, links, dates, and words as paragraphs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape

from ..plain_words import clean
from .names import ATOM, LEAP2_AS_SPECIFIED, MAHARA, OWN, RDF, VERSION, XHTML

# Mahara 22.10 takes the specification's own addresses for its copies of them; earlier ones know
# no others. What it calls its own has no such second name, so hours are written under both.
NAMESPACES = {
    "xmlns": ATOM,
    "xmlns:rdf": RDF,
    "xmlns:leap2": LEAP2_AS_SPECIFIED,
    "xmlns:categories": "http://wiki.leapspecs.org/2A/categories/",
    "xmlns:mahara": MAHARA,
    "xmlns:mahara2010": "http://wiki.mahara.org/Developer_Area/Import%2F%2FExport/LEAP_Extensions#",
    "xmlns:companion": OWN,
}
SIGNS_IN_TAGS = re.compile(r"[^a-zA-Z0-9-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry to be written; `parts` are headings with their words, `own` our own records.

    `links` are pairs of a relation and where it leads; `dates` days by start, end and target.
    """

    id: str
    type: str
    title: str
    on: date | None = None
    parts: tuple[tuple[str, str], ...] = ()
    is_plain: bool = False
    links: tuple[tuple[str, str], ...] = ()
    file: tuple[str, str] | None = None
    categories: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    dates: Mapping[str, date | None] = field(default_factory=dict)
    hours: str = ""
    stage: str = ""
    own: tuple[str, ...] = ()


def head(of: str, title: str, author: str, *, on: date) -> Iterator[str]:
    """Yield the lines before the entries; `of` is the id of whose feed it is."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    names = "\n    ".join(f"{key}={_quoted(value)}" for key, value in NAMESPACES.items())
    yield f"<feed {names}>"
    yield f"<leap2:version>{VERSION}</leap2:version>"
    yield from (_element("id", of), _element("title", title), _element("updated", _moment(on)))
    yield _element("generator", "AHP Companion")
    yield f"<author>{_element('name', author)}</author>"


def entry(each: Written, *, on: date) -> Iterator[str]:
    """Yield the lines of an entry; `on` is the day it was exported."""
    yield "<entry>"
    yield _element("title", each.title)
    yield _element("id", each.id)
    yield _element("updated", _moment(each.on or on))
    if each.on:
        yield _element("published", _moment(each.on))
    yield _content(each)
    yield f'<rdf:type rdf:resource="leap2:{each.type}"/>'
    for relation, to in each.links:
        yield f"<link rel={_quoted(relation)} href={_quoted(to)}/>"
    if each.file:
        name, sort = each.file
        yield f'<link rel="enclosure" type={_quoted(sort)} href={_quoted(name)}/>'
    yield from _facts(each)
    yield from (_element("companion:record", own) for own in each.own)
    yield "</entry>"


def foot() -> str:
    """Return the line behind the entries."""
    return "</feed>"


def _facts(each: Written) -> Iterator[str]:
    for scheme, name in each.categories:
        yield f'<category term={_quoted(name)} scheme="categories:{scheme}#"/>'
    for tag in each.tags:
        yield f"<category term={_quoted(SIGNS_IN_TAGS.sub('-', tag))} label={_quoted(tag)}/>"
    for point, day in each.dates.items():
        if day:
            yield f'<leap2:date leap2:point="{point}">{day.isoformat()}</leap2:date>'
    if each.stage:
        yield f'<leap2:status leap2:stage="{each.stage}"/>'
    if each.hours:
        yield _element("mahara:hours", each.hours)
        yield _element("mahara2010:hours", each.hours)


def _content(each: Written) -> str:
    held = [(heading, clean(words)) for heading, words in each.parts if words.strip()]
    if each.is_plain:
        # Mahara takes no plan whose words are more than plain text.
        said = (f"{heading}: {words}" if heading else words for heading, words in held)
        return _element("content", "\n\n".join(said))
    whole = "".join(_paragraphs(held))
    return f'<content type="xhtml"><div xmlns="{XHTML}">{whole}</div></content>'


def _paragraphs(held: Iterable[tuple[str, str]]) -> Iterator[str]:
    for heading, words in held:
        if heading:
            yield f"<h3>{_text(heading)}</h3>"
        for paragraph in re.split(r"\n\s*\n", words):
            yield f"<p>{'<br/>'.join(_text(line) for line in paragraph.splitlines())}</p>"


def _moment(on: date) -> str:
    # At midday it is the same day wherever it is read.
    return f"{on.isoformat()}T12:00:00+00:00"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _text(words: str) -> str:
    return escape(clean(words), quote=False)


def _quoted(value: str) -> str:
    return f'"{escape(clean(value))}"'
