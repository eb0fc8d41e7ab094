"""What is baked into a picture of a badge: the words that its issuer put into the file.

Only the words are looked for. The picture itself is never drawn or unpacked here, so that its size
and what else is wrong with it do not matter.
"""

import struct
import zlib
from collections.abc import Iterator

from ...domain.problems import ProblemError

PNG = b"\x89PNG\r\n\x1a\n"
KEYWORDS = (b"openbadges", b"openbadgecredential")
TAGS = frozenset({"assertion", "credential", "openbadgecredential"})
SPACES = ("openbadges.org", "purl.imsglobal.org", "1edtech.org")
MOST_WORDS = 5_000_000
CHUNK = struct.Struct(">I4s")
# A sum over its contents stands behind each chunk.
SUM_BYTES = 4


def baked_into_png(contents: bytes) -> str:
    """Return the words of a badge in a PNG; nothing where there is none."""
    for name, chunk in _chunks(contents):
        keyword, _, rest = chunk.partition(b"\0")
        if keyword in KEYWORDS:
            words = _international(rest) if name == b"iTXt" else _text(name, rest)
            if words.strip():
                return words.strip()
    return ""


def baked_into_svg(contents: bytes) -> str:
    """Return the words of a badge in an SVG: the credential, or else the address it names.

    Raises ProblemError for a file that is no SVG, or has entities of its own in it.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(contents, forbid_dtd=False)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as reason:
        raise ProblemError(
            "The picture cannot be read as an SVG.",
            means="It is damaged, or holds what no badge has. Nothing was brought in.",
            advice="Download the badge again, as a picture or as JSON.",
        ) from reason
    for each in root.iter():
        space, _, tag = str(each.tag).rpartition("}")
        if tag.lower() in TAGS and any(known in space for known in SPACES):
            return ("".join(each.itertext()).strip() or each.get("verify", "").strip())[:MOST_WORDS]
    return ""


def _chunks(contents: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at + CHUNK.size <= len(contents):
        length, name = CHUNK.unpack_from(contents, at)
        at += CHUNK.size
        if name in (b"iTXt", b"tEXt", b"zTXt"):
            yield name, contents[at : at + length]
        at += length + SUM_BYTES


def _international(rest: bytes) -> str:
    # How it is packed, its language, its keyword in that language, and then the words.
    packed, rest = rest[:2], rest[2:]
    words = rest.partition(b"\0")[2].partition(b"\0")[2]
    return (_unpacked(words) if packed[:1] == b"\1" else words).decode("utf-8", errors="replace")


def _text(name: bytes, rest: bytes) -> str:
    return (_unpacked(rest[1:]) if name == b"zTXt" else rest).decode("latin-1")


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_WORDS)
    except zlib.error:
        return b""
