"""Looking at documents of offices: every word in every part, their makers, their pages.

They are XML in a ZIP. What is deleted but tracked, hidden, in a header, a footnote or a comment
is still in the file, and is read like the rest.
"""

import re
import zipfile
from io import BytesIO
from typing import Any
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.sax import parseString

from ...domain.evidence_looks import (
    AUTHOR,
    CHANGED,
    CHANGED_BY,
    COMMENTS,
    COMPANY,
    KEYWORDS,
    MACROS,
    MADE,
    PARTLY,
    SOFTWARE,
    SUBJECT,
    TITLE,
    TRACKED,
    UNREAD,
)
from ...domain.file_kinds import FileKind
from ...domain.words import count, listed
from .pictures import opened as opened_picture
from .seen import Seen
from .seen_dates import stamped

ENCRYPTED = 0x1
MOST_PARTS, MOST_BYTES_OF_A_PART, MOST_BYTES = 5_000, 50_000_000, 200_000_000
MOST_NAMES = 8
# The words first, then what is around them: where there is too much, that is left out.
PARTS = re.compile(
    r"(?:word|ppt|xl|docProps|customXml)/.*\.(?:xml|rels)|content\.xml|styles\.xml|meta\.xml",
)
FIRST = re.compile(r"docProps/|meta\.xml|content\.xml|word/document|xl/sharedStrings|ppt/slides/s")
# Drawn by, not written in.
WITHOUT_WORDS = re.compile(r"/(?:theme|fontTable|settings|webSettings|stylesWithEffects)[^/]*$")
SMALL_PICTURES = ("docProps/thumbnail.jpeg", "Thumbnails/thumbnail.png")
ENDS_A_LINE = frozenset(
    {"p", "h", "tr", "row", "table-row", "si", "is", "list-item", "comment", "annotation", "br"}
)
ENDS_A_WORD = frozenset({"tab", "s", "line-break", "tc", "c", "table-cell", "v", "cr"})
REMARKS = {
    "creator": AUTHOR,
    "initial-creator": AUTHOR,
    "lastModifiedBy": CHANGED_BY,
    "Manager": AUTHOR,
    "Company": COMPANY,
    "title": TITLE,
    "subject": SUBJECT,
    "keywords": KEYWORDS,
    "keyword": KEYWORDS,
    "Application": SOFTWARE,
    "generator": SOFTWARE,
}
MOMENTS = {"created": MADE, "creation-date": MADE, "modified": CHANGED, "date": CHANGED}
TRACKING = frozenset({"ins", "del", "moveFrom", "moveTo", "changed-region"})
COMMENTING = frozenset({"comment", "cm", "annotation", "threadedComment"})
DESCRIBING = ("descr", "title", "alt")


def look(contents: bytes, kind: FileKind, seen: Seen, shows: bool) -> None:
    """Look at a document, a workbook or a presentation."""
    with zipfile.ZipFile(BytesIO(contents)) as held:
        entries = held.infolist()
        if any(each.flag_bits & ENCRYPTED for each in entries):
            seen.say(UNREAD, "it asks for a password")
            return
        if kind is FileKind.SLIDES:
            slides = [each for each in entries if re.fullmatch(r"ppt/slides/[^/]*", each.filename)]
            seen.pages = len(slides) or None
        if any(each.filename.endswith("vbaProject.bin") for each in entries):
            seen.say(MACROS, "it holds a small program of its own")
        _read_parts(held, entries, seen)
        if shows:
            _show(held, seen)


def _read_parts(held: zipfile.ZipFile, entries: list[zipfile.ZipInfo], seen: Seen) -> None:
    wanted = [each for each in entries if PARTS.fullmatch(each.filename)]
    wanted = [each for each in wanted if not WITHOUT_WORDS.search(each.filename)]
    wanted.sort(key=_by_weight)
    tracking = _Tracking()
    room = MOST_BYTES
    for at, entry in enumerate(wanted):
        if seen.is_over or at >= MOST_PARTS or room <= 0:
            seen.stop_at(at, len(wanted), "parts")
            break
        most = min(MOST_BYTES_OF_A_PART, room)
        with held.open(entry) as part:
            # Counted as it is unpacked: what the file says of its own size may be wrong.
            unpacked = part.read(most + 1)
        room -= len(unpacked)
        if len(unpacked) > most:
            seen.properties[PARTLY] = "a part of it is larger than can be read here"
            continue
        _read_part(entry.filename, unpacked, seen, tracking)
    tracking.say(seen)


def _by_weight(entry: zipfile.ZipInfo) -> tuple[bool, str]:
    return not FIRST.match(entry.filename), entry.filename


def _read_part(name: str, unpacked: bytes, seen: Seen, tracking: "_Tracking") -> None:
    reader: _Reader
    if name.startswith("docProps/") or name == "meta.xml":
        reader = _Properties(seen)
    elif name.endswith(".rels"):
        reader = _Links(seen)
    else:
        reader = _Words(seen, tracking)
    try:
        parseString(unpacked, reader, forbid_dtd=True)
    except _OverError:
        return
    except Exception:
        seen.properties[PARTLY] = "a part of it is damaged"


def _show(held: zipfile.ZipFile, seen: Seen) -> None:
    from .seen_pictures import shown

    for name in SMALL_PICTURES:
        if name in held.namelist() and held.getinfo(name).file_size < 2_000_000:
            try:
                seen.picture = shown(opened_picture(held.read(name)))
            except Exception:
                # The small picture is an extra of some programs; nothing is lost without it.
                seen.picture = b""


class _OverError(Exception):
    """There is text enough."""


class _Tracking:
    """Who tracked changes, and how many comments there are, in all parts together."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.changes = self.comments = 0

    def say(self, seen: Seen) -> None:
        """Say what was found."""
        if self.changes:
            by = f" by {listed(self.names[:MOST_NAMES])}" if self.names else ""
            seen.say(TRACKED, f"{count(self.changes, 'change')}{by}; deleted words are still in it")
        if self.comments:
            seen.say(COMMENTS, count(self.comments, "comment"))


class _Reader(ContentHandler):
    """What all readers of a part have: its names without the prefix that says whose they are."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen


class _Words(_Reader):
    """Takes every text of a part, in its order."""

    def __init__(self, seen: Seen, tracking: _Tracking) -> None:
        super().__init__(seen)
        self._tracking = tracking
        self._held: list[str] = []
        self._in_cell = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        """Begin an element."""
        local = name.rpartition(":")[2]
        if local == "c":
            self._in_cell = attrs.get("t", "")
        if local in TRACKING:
            self._tracking.changes += 1
        if local in TRACKING or local in COMMENTING:
            self._tracking.comments += local in COMMENTING
            self._meet(attrs)
        for describing in DESCRIBING:
            if describing in attrs:
                self._held.append(f"{attrs[describing]}\n")

    def characters(self, content: str) -> None:
        """Take some text."""
        # In such a cell stands only the number of a text that is kept elsewhere.
        if self._in_cell != "s":
            self._held.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  # SAX's name
        """End an element, and with it perhaps a line or a word."""
        local = name.rpartition(":")[2]
        if local == "c":
            self._in_cell = ""
        if local in ENDS_A_LINE:
            self._let_go("\n")
        elif local in ENDS_A_WORD:
            self._held.append(" ")

    def endDocument(self) -> None:  # noqa: N802  # SAX's name
        """Hand on what is left."""
        self._let_go("\n")

    def _let_go(self, after: str) -> None:
        words = "".join(self._held)
        self._held.clear()
        if words.strip():
            self.seen.read(words.rstrip() + after)
        if self.seen.is_over:
            self.seen.properties[PARTLY] = "there is more text in it than is read here"
            raise _OverError

    def _meet(self, attrs: AttributesImpl) -> None:
        for name in ("w:author", "office:author"):
            met = str(attrs.get(name, "")).strip()
            if met and met not in self._tracking.names:
                self._tracking.names.append(met)


class _Links(_Reader):
    """Takes the addresses that a part leads to outside its file."""

    def startElement(self, _name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        """Begin an element."""
        if attrs.get("TargetMode") == "External":
            self.seen.read(f"{attrs.get('Target', '')}\n")


class _Properties(_Reader):
    """Takes what a document says of itself."""

    def __init__(self, seen: Seen) -> None:
        super().__init__(seen)
        self._held: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        """Begin an element."""
        self._held.clear()
        pages: Any = attrs.get("meta:page-count")
        if name == "meta:document-statistic" and str(pages).isdecimal():
            self.seen.pages = int(pages) or None

    def characters(self, content: str) -> None:
        """Take some text."""
        self._held.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  # SAX's name
        """Say what an element held under its name."""
        local, words = name.rpartition(":")[2], "".join(self._held).strip()
        self._held.clear()
        if local == "Pages" and words.isdecimal():
            self.seen.pages = self.seen.pages or int(words) or None
        elif local in MOMENTS:
            self.seen.say(MOMENTS[local], stamped(words))
        elif local in REMARKS:
            self.seen.say(REMARKS[local], words)
        elif words and local not in ("Template", "TotalTime", "revision"):
            self.seen.read(f"{words}\n")
