"""The files that pictures come in, as their parts: JPEG's segments, PNG's and WebP's chunks."""

import re
import struct
import zlib
from collections.abc import Iterator

START_OF_SCAN, END_OF_PICTURE = 0xDA, 0xD9
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
# Inside a scan FF is followed by 00, by a mark to begin again from, or by the next segment.
NEXT_SEGMENT = re.compile(rb"\xff(?![\x00\xff\xd0-\xd7])", re.DOTALL)
PNG_BEGINS = 8


def segments(contents: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield a JPEG's segments: marker, body, and where it ends, its scan with it.

    Raises ValueError for one that is cut off.
    """
    at = 2
    while True:
        if contents[at] != 0xFF:
            raise ValueError(at)
        while contents[at + 1] == 0xFF:
            at += 1
        marker, at = contents[at + 1], at + 2
        if marker in WITHOUT_LENGTH:
            yield marker, b"", at
            continue
        if marker == END_OF_PICTURE:
            yield marker, b"", at
            return
        (length,) = struct.unpack_from(">H", contents, at)
        body, at = contents[at + 2 : at + length], at + length
        if marker == START_OF_SCAN:
            following = NEXT_SEGMENT.search(contents, at)
            if following is None:
                raise ValueError(at)
            at = following.start()
        yield marker, body, at


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment as a JPEG has it."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def chunks(contents: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield a PNG's chunks up to its last; raises ValueError for one that is cut off."""
    at, name = PNG_BEGINS, b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", contents, at)
        name, body = contents[at + 4 : at + 8], contents[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError(at)
        at += 12 + length
        yield name, body


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk as a PNG has it, with its check sum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def riff(contents: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a WebP; raises ValueError for one that is cut off."""
    at, end = 12, riff_end(contents)
    if end > len(contents):
        raise ValueError(end)
    while at + 8 <= end:
        (length,) = struct.unpack_from("<I", contents, at + 4)
        body = contents[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError(at)
        yield contents[at : at + 4], body
        at += 8 + length + length % 2


def riff_end(contents: bytes) -> int:
    """Return where a WebP says that it ends."""
    return int(struct.unpack_from("<I", contents, 4)[0]) + 8


def riff_chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk as a WebP has it: each begins at an even place."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
