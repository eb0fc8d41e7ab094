"""A TIFF without remarks: their entries are taken out of its lists, and their bytes blanked.

A TIFF is pointers to places in the file, so nothing is moved: what is left stays where it was.
"""

import struct
from dataclasses import dataclass

# Of each entry's kind: how many bytes one figure takes.
WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
ENTRY = 12
EXIF, PLACE, ACROSS = 0x8769, 0x8825, 0xA005
LISTS = frozenset({EXIF, PLACE, ACROSS})
# What a TIFF is drawn by: its baseline, its compressions, its colours, its tiles.
DRAWN_BY = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282,
     283, 284, 286, 287, 288, 289, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322,
     323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 347, 512, 513, 514, 515, 517, 518, 519, 520,
     521, 529, 530, 531, 532, 34675}
)  # fmt: skip
MOST_LISTS, MOST_ENTRIES = 2_000, 4_096


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its tag, where its figures stand and how many bytes they take."""

    tag: int
    packed: bytes
    at: int
    size: int


def bare_tiff(contents: bytes) -> bytes:
    """Return a TIFF without place, camera and words; raises ValueError for one that is cut off."""
    bare = bytearray(contents)
    order = "<" if contents.startswith(b"II") else ">"
    (at,) = struct.unpack_from(f"{order}I", contents, 4)
    seen: set[int] = set()
    while at:
        if at in seen or len(seen) >= MOST_LISTS:
            raise ValueError(at)
        seen.add(at)
        at = _bare_list(bare, order, at)
    return bytes(bare)


def _bare_list(bare: bytearray, order: str, at: int) -> int:
    """Take what is not the picture out of one list, and return where the next one begins."""
    entries = _entries(bare, order, at)
    (following,) = struct.unpack_from(f"{order}I", bare, at + 2 + ENTRY * len(entries))
    kept = [each for each in entries if each.tag in DRAWN_BY]
    for each in entries:
        if each.tag not in DRAWN_BY:
            if each.tag in LISTS:
                _blank_list(bare, order, struct.unpack(f"{order}I", each.packed[8:])[0])
            _blank(bare, each)
    struct.pack_into(f"{order}H", bare, at, len(kept))
    written = b"".join(each.packed for each in kept) + struct.pack(f"{order}I", following)
    size = ENTRY * len(entries) + 4
    bare[at + 2 : at + 2 + size] = written.ljust(size, b"\0")
    return int(following)


def _blank_list(bare: bytearray, order: str, at: int) -> None:
    """Blank a list of which nothing is kept, with all it points to."""
    entries = _entries(bare, order, at)
    for each in entries:
        if each.tag in LISTS and each.tag != EXIF:
            _blank_list(bare, order, struct.unpack(f"{order}I", each.packed[8:])[0])
        _blank(bare, each)
    size = 2 + ENTRY * len(entries) + 4
    bare[at : at + size] = bytes(size)


def _blank(bare: bytearray, entry: Entry) -> None:
    if entry.at + entry.size > len(bare):
        raise ValueError(entry.at)
    bare[entry.at : entry.at + entry.size] = bytes(entry.size)


def _entries(bare: bytearray, order: str, at: int) -> list[Entry]:
    (number,) = struct.unpack_from(f"{order}H", bare, at)
    if not number or number > MOST_ENTRIES or at + 6 + ENTRY * number > len(bare):
        raise ValueError(at)
    found = []
    for place in range(at + 2, at + 2 + ENTRY * number, ENTRY):
        packed = bytes(bare[place : place + ENTRY])
        tag, kind, many = struct.unpack_from(f"{order}HHI", packed)
        size = WIDTHS.get(kind, 1) * many
        apart = struct.unpack(f"{order}I", packed[8:])[0] if size > 4 else place + 8
        found.append(Entry(tag, packed, apart, size))
    return found
