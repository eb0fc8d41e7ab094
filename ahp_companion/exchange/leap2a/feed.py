"""A Leap2A feed as it is read: one entry after another, and never the whole of it in memory."""

import codecs
import html.entities
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from ...domain.problems import ProblemError
from ..strict import shown
from .entry import Entry, entry_of
from .names import name_in

# A career of journals is a few million letters; pages with their layout come to some more.
MOST_BYTES, MOST_ENTRIES, MOST_LETTERS = 64_000_000, 50_000, 4_000_000
DEEPEST, MOST_ELEMENTS, LONGEST_NAME = 400, 3_000_000, 40
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16", "iso8859-1": "cp1252", "ascii": "utf-8",
             "cp1252": "cp1252", "utf-8-sig": "utf-8-sig"}  # fmt: skip
DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
# Signs that may stand in no XML, and references that mean one, or that HTML alone knows.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8});|#([0-9]{1,9});|([A-Za-z][A-Za-z0-9]{1,31});)?")
XML_HAS = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(slots=True)
class Feed:
    """What a feed says of itself, its entries, and why some could not be read."""

    id: str = ""
    author: str = ""
    generator: str = ""
    entries: list[Entry] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_feed(path: Path, pieces: Iterable[bytes]) -> Feed:
    """Return a feed from the bytes of its XML; `path` is only named in what is said.

    Raises ProblemError for XML that is cut off, defines entities of its own, or is no feed.
    """
    target = _Target(path)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        for text in _mended(_decoded(path, pieces)):
            parser.feed(text)
        parser.close()
    except DefusedXmlException as reason:
        raise not_taken(path, "its XML defines entities, as no portfolio does") from reason
    except ParseError as reason:
        raise ProblemError(
            f"“{path.name}” is damaged or was cut off.",
            means=f"Its XML could not be read beyond line {reason.position[0]:,}. "
            "Nothing was brought in.",
            advice="Export it again from the program it comes from, and bring that in.",
        ) from reason
    return target.feed


def not_taken(path: Path, why: str) -> ProblemError:
    """Return the failure that a file which is no Leap2A as it should be is."""
    return ProblemError(
        f"“{path.name}” was not brought in: {why}.",
        means="It is not Leap2A as Mahara and its kin write it. Nothing of it was taken.",
        advice="Export it again as Leap2A, and bring in the file as it was saved.",
    )


class _Target:
    """What the parser tells its events to; each entry becomes a value and is let go."""

    def __init__(self, path: Path) -> None:
        self.feed = Feed()
        self._path = path
        self._within: list[str] = []
        self._builder: TreeBuilder | None = None
        self._letters = self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = name_in(tag)
        if not self._within and name != "atom:feed":
            raise not_taken(self._path, "it is no feed of entries")
        self._elements += 1
        if len(self._within) >= DEEPEST or self._elements > MOST_ELEMENTS:
            raise not_taken(self._path, "its XML is nested too deeply or has no end")
        if name == "atom:entry" and len(self._within) == 1:
            self._builder, self._letters = TreeBuilder(), 0
        self._within.append(name)
        if self._builder:
            self._letters += sum(map(len, attributes.values()))
            self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._within.pop()
        if self._builder is None:
            return
        self._builder.end(tag)
        if len(self._within) == 1:
            element, self._builder = self._builder.close(), None
            self._take(element)

    def words(self, text: str) -> None:
        self._letters += len(text)
        if self._builder is None:
            self._of_feed(text)
        elif self._letters <= MOST_LETTERS:
            self._builder.data(text)

    # The parser's own name for it.
    data = words

    def close(self) -> None:
        """End; there is nothing left to let go."""

    def _take(self, element: Element) -> None:
        if len(self.feed.entries) + len(self.feed.unread) >= MOST_ENTRIES:
            raise not_taken(self._path, f"it holds more than {MOST_ENTRIES:,} entries")
        if self._letters > MOST_LETTERS:
            title = next((each.text for each in element if name_in(each.tag) == "atom:title"), "")
            self.feed.unread.append(
                f"“{shown(title or 'An entry')}” holds more than {MOST_LETTERS:,} letters; "
                "it stays out."
            )
        else:
            self.feed.entries.append(entry_of(element))

    def _of_feed(self, text: str) -> None:
        if self._letters > MOST_LETTERS:
            raise not_taken(self._path, "it holds more outside its entries than in them")
        match self._within[1:]:
            case ["atom:id"]:
                self.feed.id += text.strip()
            case ["atom:generator"]:
                self.feed.generator += text.strip()
            case ["atom:author", "atom:name"]:
                self.feed.author += text.strip()


def _decoded(path: Path, pieces: Iterable[bytes]) -> Iterator[str]:
    decoder, size = None, 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_BYTES:
            raise not_taken(path, f"its XML is larger than {MOST_BYTES // 1_000_000} MB")
        if decoder is None:
            decoder = codecs.getincrementaldecoder(_encoding(path, piece))()
        yield _text(path, decoder, piece)
    if decoder is None:
        raise not_taken(path, "it is empty")
    yield _text(path, decoder, b"", final=True)


def _text(
    path: Path, decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False
) -> str:
    try:
        return decoder.decode(piece, final)
    except UnicodeDecodeError as reason:
        raise not_taken(path, "its letters are not written as it says they are") from reason


def _encoding(path: Path, start: bytes) -> str:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = DECLARED.match(start)
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        return ENCODINGS[codecs.lookup(name).name]
    except LookupError as reason:
        raise not_taken(path, f"its letters are written as “{shown(name)}”") from reason


def _mended(pieces: Iterable[str]) -> Iterator[str]:
    """Yield XML with the slips put right that Mahara's own reader puts right: &nbsp; and such."""
    kept = ""
    for piece in pieces:
        text = kept + piece
        # A reference may go on in the next piece.
        cut = text.rfind("&", max(0, len(text) - LONGEST_NAME)) if piece else -1
        text, kept = (text[:cut], text[cut:]) if cut >= 0 else (text, "")
        yield REFERENCE.sub(_reference, NO_XML.sub("", text))
    yield kept


def _reference(found: re.Match[str]) -> str:
    if found[1] or found[2]:
        number = int(found[1], 16) if found[1] else int(found[2])
        return found[0] if number < 0x110000 and not NO_XML.match(chr(number)) else ""
    if found[3] in XML_HAS:
        return found[0]
    if found[3] in html.entities.name2codepoint:
        return chr(html.entities.name2codepoint[found[3]])
    return f"&amp;{found[0][1:]}"
