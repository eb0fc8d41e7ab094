"""Files as they arrive broken: bits and bytes changed anywhere, and what they hold changed inside.

Every change draws from one source of chance, so that a seed and a number give the same file again.
"""

import base64
import io
import json
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from html import escape
from random import Random
from typing import Any

MOST_BYTES = 400_000
Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]
# What somebody who means harm, or a careless program, would put anywhere.
WORDS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n", b"\r", b"\n ", b"=1+1|cmd",
    b"&lol;", b"<!ENTITY a 'b'>", b"../../../../etc/passwd", b"C:\\x:ads", b"9" * 20, b"-1",
    b"1e999", b"NaN", b"null", b"[" * 2_000, b'{"a":' * 500, b"0000-00-00", b"20260230T250000",
    b"9999-12-31T23:59:60Z", b"P99999999999W", b"RRULE:FREQ=SECONDLY", b"BEGIN:VEVENT\r\n",
    b"RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2", b"DTSTART;TZID=../../x:20260101T000000",
    b"END:VCALENDAR", b"<script>alert(1)</script>", b"<svg", b"]]>", b"%PDF-1.7", b"PK\x03\x04",
    b"PK\x05\x06", b"\x1b[2J", "\u202e\u2066ŷŁ\u0301".encode(), b"A" * 20_000, b"\xd8\x00\xdc\x00",
    b"eyJhbGciOiJub25lIn0.e30.",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, 1e308, "", " ", "\0", "\ud800", "x" * 5_000, [], {},
    [[]], [None], {"": None}, {"@value": 1}, "2026-02-30", "0001-01-01", "9999-12-31T23:59:59Z",
    "PT1e9S", ["a", {"b": ["c"]}], "http://", "data:;base64,AAAA", "<b>&amp;</b>", "=HYPERLINK(1)",
)  # fmt: skip


def mutated(chance: Random, seed: bytes, others: Sequence[bytes]) -> tuple[str, bytes]:
    """Return a seed with one to four changes, and what they were."""
    named = []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        # What is broken on the outside is refused at the door; most goes on inside.
        inner = next((change for begins, change in INSIDE.items() if seed.startswith(begins)), None)
        change = inner if inner and chance.random() < 0.7 else chance.choice(MUTATIONS)
        seed = change(chance, seed, others)[:MOST_BYTES]
        named.append(change.__name__)
    return ", ".join(named), seed


def flip_bits(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return the bytes with some bits flipped."""
    changed = bytearray(held or b"?")
    for _ in range(chance.choice((1, 2, 8, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return the bytes without a piece, or without their end."""
    start, end = _span(chance, held)
    return held[:start] + (held[end:] if chance.random() < 0.5 else b"")


def splice(chance: Random, held: bytes, others: Sequence[bytes]) -> bytes:
    """Return the beginning of one file and the end of another."""
    other = chance.choice(others)
    return held[: chance.randrange(len(held) + 1)] + other[chance.randrange(len(other) + 1) :]


def repeat(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return the bytes with a piece of them several times over."""
    start, end = _span(chance, held)
    return held[:end] + held[start:end] * chance.choice((1, 1, 3, 200)) + held[end:]


def insert(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return the bytes with noise, or with something known to do harm, somewhere in them."""
    at = chance.randrange(len(held) + 1)
    inside = chance.randbytes(chance.choice((1, 4, 300)))
    return held[:at] + (inside if chance.random() < 0.3 else chance.choice(WORDS)) + held[at:]


def change_lines(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return the lines in another order, some of them gone, doubled or with other values."""
    lines = held.splitlines(keepends=True)
    for _ in range(chance.choice((1, 2, 5))):
        if not lines:
            break
        at = chance.randrange(len(lines))
        act = chance.randrange(4)
        if act == 0:
            del lines[at]
        elif act == 1:
            lines.insert(chance.randrange(len(lines) + 1), lines[at])
        elif act == 2:
            lines[at], lines[0] = lines[0], lines[at]
        else:
            sign = chance.choice((b":", b",", b"=", b";"))
            lines[at] = lines[at].partition(sign)[0] + sign + chance.choice(WORDS) + b"\r\n"
    return b"".join(lines)


def recode(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return text in another encoding than it says, with or without its mark."""
    text = held.decode("utf-8", errors="replace")
    name = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037"))
    mark = chance.choice((b"", b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe\0\0"))
    return mark + text.encode(name, errors="replace")


def change_json(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return JSON with some of its values replaced, gone or buried; other bytes as they are."""
    try:
        whole = json.loads(held)
    except (ValueError, RecursionError):
        return change_lines(chance, held, _others)
    for _ in range(chance.choice((1, 1, 3, 8))):
        whole = _changed_value(chance, whole)
    try:
        return json.dumps(whole).encode()
    except RecursionError:
        # Buried deeper than anything here can write.
        return held


def change_zip(chance: Random, held: bytes, others: Sequence[bytes]) -> bytes:
    """Return a ZIP with a file in it changed, renamed or gone; other bytes as they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(held)) as opened:
            inside = [(each.filename, opened.read(each)) for each in opened.infolist()]
    except Exception:
        return change_json(chance, held, others)
    made = io.BytesIO()
    chosen = chance.randrange(len(inside)) if inside else 0
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        # A name that is there twice is one of the things to be tried.
        warnings.simplefilter("ignore")
        for at, (name, contents) in enumerate(inside):
            if at == chosen:
                name, contents = _changed_file(chance, name, contents, others)
            if name:
                written.writestr(name, contents)
    return made.getvalue()


def change_token(chance: Random, held: bytes, others: Sequence[bytes]) -> bytes:
    """Return what is signed with its contents changed; the signature stays as it was."""
    parts = held.strip().split(b".")
    try:
        contents = base64.urlsafe_b64decode(parts[1] + b"===")
    except (IndexError, ValueError):
        return cut(chance, held, others)
    parts[1] = base64.urlsafe_b64encode(change_json(chance, contents, others)).rstrip(b"=")
    return b".".join(parts)


def change_picture(chance: Random, held: bytes, others: Sequence[bytes]) -> bytes:
    """Return a picture with the words in one of its parts changed, and their length set right."""
    at, parts = 8, []
    while at + 12 <= len(held):
        length, name = struct.unpack(">I4s", held[at : at + 8])
        parts.append((name, held[at + 8 : at + 8 + length]))
        at += 12 + length
    made = held[:8]
    for name, inside in parts:
        start = inside.find(b"{")
        if start >= 0:
            inside = inside[:start] + change_json(chance, inside[start:], others)
        made += struct.pack(">I4s", len(inside), name) + inside + bytes(4)
    return made


def change_markup(chance: Random, held: bytes, _others: Sequence[bytes]) -> bytes:
    """Return markup that is still whole, with other words in some of its elements and values."""
    places = list(re.finditer(rb'(?<=[^/?-]>)[^<>]*(?=</)|(?<==")[^"<>]*(?=")', held))
    for _ in range(chance.choice((1, 2, 6))):
        if places:
            at = places.pop(chance.randrange(len(places)))
            word = chance.choice(WORDS).decode("utf-8", errors="replace")
            held = held[: at.start()] + escape(word).encode() + held[at.end() :]
            places = [each for each in places if each.end() <= at.start()]
    return held


def change_within(chance: Random, held: bytes, others: Sequence[bytes]) -> bytes:
    """Return markup with the JSON in it changed, or with the markup itself."""
    start, end = held.find(b"{"), held.rfind(b"}") + 1
    if not 0 <= start < end or chance.random() < 0.3:
        return change_markup(chance, held, others)
    return held[:start] + change_json(chance, held[start:end], others) + held[end:]


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits, cut, splice, repeat, insert, change_lines, recode, change_json, change_zip,
)  # fmt: skip

INSIDE: dict[bytes, Mutation] = {
    b"PK": change_zip, b"{": change_json, b"[": change_json, b"eyJ": change_token,
    b"\x89PNG": change_picture, b"<": change_within, b"BEGIN:": change_lines,
}  # fmt: skip


def _changed_file(
    chance: Random, name: str, contents: bytes, others: Sequence[bytes]
) -> tuple[str, bytes]:
    act = chance.randrange(5)
    if act == 0:
        return "", b""
    if act == 1:
        return chance.choice(
            (f"../{name}", f"/{name}", f"{name}\x01", f"C:{name}", "a/" * 60)
        ), contents
    if contents.lstrip().startswith(b"<") and chance.random() < 0.7:
        return name, change_markup(chance, contents, others)
    change = chance.choice((flip_bits, cut, insert, change_lines, change_json, repeat))
    return name, change(chance, contents, others)


def _changed_value(chance: Random, whole: Any) -> Any:
    odd = deepcopy(chance.choice(ODD))
    holder: Any = None
    key: Any = None
    at = whole
    while isinstance(at, dict | list) and at and (holder is None or chance.random() < 0.8):
        holder = at
        key = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
        at = at[key]
    if holder is None:
        return odd
    act = chance.randrange(4)
    if act == 0:
        del holder[key]
    elif act == 1:
        for _ in range(chance.choice((1, 30, 300))):
            at = [at]
        holder[key] = at
    else:
        holder[key] = odd
    return whole


def _span(chance: Random, held: bytes) -> tuple[int, int]:
    start = chance.randrange(len(held) + 1)
    return start, min(len(held), start + chance.choice((1, 5, 60, 2_000)))
