"""Photographs without what the camera wrote beside the picture; the picture stays bit for bit.

What is not needed to show the picture is left out, rather than what is known to be personal:
makers add new places to write into every year. Only how the camera was held is kept.
"""

import base64
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...domain.file_kinds import CLEANED, FileKind, file_kind
from ...domain.problems import ProblemError
from .photographs_tiff import bare_tiff
from .picture_files import (
    END_OF_PICTURE,
    PNG_BEGINS,
    chunk,
    chunks,
    riff,
    riff_chunk,
    riff_end,
    segment,
    segments,
)

EXIF_HEAD = b"Exif\0\0"
APP0, APP1, APP2, APP13, APP14, COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
# What a PNG is drawn by; all else in it is words, moments, or unknown.
PNG_DRAWN_BY = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
     b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
WEBP_DRAWN_BY = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"})
HAS_EXIF, HAS_XMP = 0x08, 0x04
ORIENTATION = 0x0112
UPRIGHT = 1


@dataclass(slots=True, kw_only=True)
class Remarks:
    """What stands in a picture's file beside the picture."""

    exif: bytes = b""
    texts: list[str] = field(default_factory=list)
    packets: list[bytes] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    is_followed: bool = False


def without_place_and_camera(contents: bytes) -> dict[str, Any]:
    """Return a photograph without place, camera and other remarks, as `contents` in base64.

    Raises ProblemError for what is no such picture, is damaged, or would look different.
    """
    kind = file_kind(contents)
    if kind not in CLEANED:
        raise ProblemError("nothing can be taken out of a file of this kind")
    try:
        bare = bared(contents, kind)
    except (ValueError, IndexError, struct.error) as reason:
        raise ProblemError("it is damaged, or was cut off") from reason
    if not _looks_alike(contents, bare):
        raise ProblemError("it would not look the same without what is to be taken out")
    return {"contents": base64.b64encode(bare).decode("ascii")}


def bared(contents: bytes, kind: FileKind) -> bytes:
    """Return a picture's bytes without remarks; raises ValueError for what is cut off."""
    if kind is FileKind.TIFF:
        return bare_tiff(contents)
    turned = _orientation(remarks_of(contents, kind).exif)
    if kind is FileKind.JPEG:
        return b"".join(_bare_jpeg(contents, turned))
    return _bare_png(contents, turned) if kind is FileKind.PNG else _bare_webp(contents, turned)


def remarks_of(contents: bytes, kind: FileKind) -> Remarks:
    """Return what stands beside the picture in a JPEG, PNG or WebP; as much as can be read."""
    found = Remarks()
    read = {FileKind.JPEG: _in_jpeg, FileKind.PNG: _in_png, FileKind.WEBP: _in_webp}[kind]
    try:
        read(contents, found)
    except (ValueError, IndexError, struct.error):
        found.is_followed = False
    return found


def _in_jpeg(contents: bytes, found: Remarks) -> None:
    for marker, body, end in segments(contents):
        if marker == APP1 and body.startswith(EXIF_HEAD):
            found.exif = found.exif or body
        elif marker == APP1:
            found.packets.append(body)
        elif marker == COMMENT:
            found.texts.append(body.decode("utf-8", "replace"))
        elif marker == APP13:
            found.others.append("a caption of an editing program (IPTC)")
        elif not _is_drawn_by(marker, body):
            found.others.append(f"bytes of a maker’s own (APP{marker - APP0})")
        if marker == END_OF_PICTURE:
            found.is_followed = bool(contents[end:].strip(b"\0\r\n"))


def _in_png(contents: bytes, found: Remarks) -> None:
    end = PNG_BEGINS
    for name, body in chunks(contents):
        end += 12 + len(body)
        if name == b"eXIf":
            found.exif = EXIF_HEAD + body
        elif name == b"iTXt" and body.startswith(b"XML:com.adobe.xmp"):
            found.packets.append(body)
        elif name in (b"tEXt", b"iTXt"):
            found.texts.append(body.replace(b"\0", b" ").decode("utf-8", "replace"))
        elif name not in PNG_DRAWN_BY:
            found.others.append(f"a part named {name.decode('latin-1')}")
    found.is_followed = end < len(contents)


def _in_webp(contents: bytes, found: Remarks) -> None:
    for name, body in riff(contents):
        if name == b"EXIF":
            found.exif = body if body.startswith(EXIF_HEAD) else EXIF_HEAD + body
        elif name == b"XMP ":
            found.packets.append(body)
        elif name not in WEBP_DRAWN_BY:
            found.others.append("parts that are not the picture")
    found.is_followed = len(contents) > riff_end(contents)


def _bare_jpeg(contents: bytes, turned: int) -> Iterator[bytes]:
    """Yield the segments that draw the picture; the scans go with the segment before them."""
    yield b"\xff\xd8"
    at = 2
    is_begun = False
    for marker, body, end in segments(contents):
        if not is_begun and marker != APP0:
            is_begun = True
            if turned != UPRIGHT:
                yield segment(APP1, _orientation_only(turned))
        if marker == APP0 and body.startswith(b"JFIF\0") and len(body) > 14:
            # A small picture of the whole, from before it may have been cropped.
            yield segment(APP0, body[:12] + b"\0\0")
        elif _is_drawn_by(marker, body):
            yield contents[at:end]
        at = end


def _is_drawn_by(marker: int, body: bytes) -> bool:
    if marker == APP0:
        return body.startswith(b"JFIF\0")
    if marker == APP2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == APP14:
        return body.startswith(b"Adobe")
    return not (APP0 <= marker <= 0xEF or marker == COMMENT)


def _bare_png(contents: bytes, turned: int) -> bytes:
    kept = [contents[:PNG_BEGINS]]
    for name, body in chunks(contents):
        if name == b"IDAT" and turned != UPRIGHT:
            kept.append(chunk(b"eXIf", _orientation_only(turned)[len(EXIF_HEAD) :]))
            turned = UPRIGHT
        if name in PNG_DRAWN_BY:
            kept.append(chunk(name, body))
    return b"".join(kept)


def _bare_webp(contents: bytes, turned: int) -> bytes:
    kept = []
    for name, body in riff(contents):
        if name == b"VP8X":
            flags = body[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if turned != UPRIGHT else 0)
            body = bytes([flags]) + body[1:]
        if name in WEBP_DRAWN_BY:
            kept.append(riff_chunk(name, body))
    if turned != UPRIGHT:
        kept.append(riff_chunk(b"EXIF", _orientation_only(turned)[len(EXIF_HEAD) :]))
    whole = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _orientation(exif: bytes) -> int:
    """Return how the camera was held, by its number in Exif; upright where it does not say."""
    from PIL import Image

    try:
        held = Image.Exif()
        held.load(exif)
        turned = int(held.get(ORIENTATION, UPRIGHT))
    except Exception:
        return UPRIGHT
    return turned if UPRIGHT <= turned <= 8 else UPRIGHT


def _orientation_only(turned: int) -> bytes:
    """Return the shortest Exif there is: one entry, how the camera was held."""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, turned, 0)
    return EXIF_HEAD + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def _looks_alike(before: bytes, after: bytes) -> bool:
    """Return whether two pictures are the same, pixel for pixel and held the same way.

    What is too large to be held twice was only copied, and is not compared.
    """
    from PIL import ImageChops

    from .pictures import TOO_LARGE, opened

    try:
        with opened(before) as first, opened(after) as second:
            held = [each.getexif().get(ORIENTATION, UPRIGHT) for each in (first, second)]
            if (first.size, first.mode, held[0]) != (second.size, second.mode, held[1]):
                return False
            return ImageChops.difference(first, second).getbbox(alpha_only=False) is None
    except TOO_LARGE:
        return True
    except Exception:
        return False
