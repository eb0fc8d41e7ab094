"""A text written plainly: one sort of space, dash and figure, and nothing that cannot be seen.

Every sign stays where it was unless something invisible is taken out before it, so that a find can
be shown as its owner wrote it.
"""

import re
import unicodedata
from collections.abc import Sequence

# What stands between two texts that were put together: no pattern reaches over it.
WALL = "\n\x00\n"
INVISIBLE = frozenset(
    map(chr, [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)])
) | frozenset(map(chr, range(0x2060, 0x206A)))
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63"
PLAINLY = (
    {ord(each): " " for each in SPACES + "\u205f\u3000"}
    | {ord(each): "-" for each in DASHES}
    | {ord(each): "'" for each in "\u2018\u2019\u201b\u02bc\u2032\u00b4"}
    | {ord(each): "." for each in "\u00b7\u2022\u2027\u2219\u22c5"}
    | {ord(each): "\n" for each in "\u0085\u2028\u2029"}
    # Its small letter takes two places.
    | {ord("İ"): "I"}
    # Full-width figures and letters, as some keyboards and scanners make them.
    | {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
)
# A letter O that was meant for a nought: at the front of a telephone number, or among figures.
NOUGHT = re.compile(r"(?<![^\W_])(?:[Oo](?=(?:7\d|[12]\d\d)\d[ \d])|\d[\dOo]*(?![^\W_]))")
BESIDE_FIGURES = re.compile(r"\d[Oo]|[Oo]\d")
# A file's fingerprint is figures and letters by chance, and so are ids and names of articles.
BY_CHANCE = re.compile(
    r"[0-9A-Fa-f](?<![^\W_].)(?:[0-9A-Fa-f]{19,}|"
    r"[0-9A-Fa-f]{7}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
    r"(?![^\W_])|10\.\d{4,9}/\S+"
)


def plainly(text: str) -> tuple[str, Sequence[int]]:
    """Return a text written plainly, and where each of its signs was; no places if all are kept."""
    places: Sequence[int] = ()
    if not text.isascii():
        text, places = _in_plain_signs(text)
    if BESIDE_FIGURES.search(text):
        text = NOUGHT.sub(_with_noughts, text)
    return BY_CHANCE.sub(_blank, text), places


def _in_plain_signs(text: str) -> tuple[str, Sequence[int]]:
    text = text.translate(PLAINLY)
    odd = {sign for sign in set(text) if not sign.isascii()}
    figures = {ord(sign): str(unicodedata.decimal(sign)) for sign in odd if sign.isdecimal()}
    if figures:
        text = text.translate(figures)
    if INVISIBLE.isdisjoint(odd):
        return text, ()
    places = [at for at, sign in enumerate(text) if sign not in INVISIBLE]
    return "".join(text[at] for at in places), places


def _with_noughts(found: "re.Match[str]") -> str:
    written = found[0]
    # One at the end is a degree, or the beginning of a word.
    is_meant = written[-1].isdecimal() or written in "Oo"
    return written.replace("O", "0").replace("o", "0") if is_meant else written


def _blank(found: "re.Match[str]") -> str:
    return "\x00" * len(found[0])
