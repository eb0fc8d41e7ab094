"""The one way by which words reach the paper: as plain text, cleaned, bound and cut into lines.

Nothing here or after it reads markup, so what someone typed can never become a tag, a picture or
a link.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .fonts import MISSING_SIGN, ems, has_sign
from .styles import TextStyle

BREAK = "\n"
BOUND = "\u00a0"
# What is read in one piece stays on one line: "12 March", "1 h 30 min", "I" and "a" with their
# word, "evidence 11"; and a last line of one short word looks like a mistake.
BINDING = re.compile(
    r" (?:(?<=\d )(?=[^\W\d])|(?<=\d h )(?=\d)|(?<=\b[Ia] )(?=\w)"
    r"|(?<=[Pp]age )(?=\d)|(?<=[Ee]vidence )(?=\d)|(?<=[Oo]bjective )(?=\d)"
    r"|(?=[^\s\u00a0]{1,7}$))",
    re.MULTILINE,
)


class _Signs(dict[int, str | int | None]):
    """What each character becomes on paper, worked out once for each."""

    def __missing__(self, sign: int) -> str | int | None:
        self[sign] = shown = _shown(sign)
        return shown


SIGNS = _Signs()


def cleaned(words: str) -> str:
    """Return words as they can be drawn: composed, and without control signs.

    A sign that the typeface lacks becomes a visible box, never nothing.
    """
    composed = unicodedata.normalize("NFC", words.replace("\r\n", BREAK).replace("\r", BREAK))
    return composed.translate(SIGNS).strip()


def typeset(words: str) -> str:
    """Return words cleaned, with what is read in one piece bound so that no line parts it."""
    return BINDING.sub(BOUND, cleaned(words))


def stacked(*words: str) -> str:
    """Return words as lines one below the other; empty ones fall out."""
    return "\n".join(each for each in words if each.strip())


def paragraphs(words: str) -> list[str]:
    """Return the paragraphs that empty lines part."""
    return [each.strip() for each in re.split(r"\n[^\S\n]*\n", words) if each.strip()]


@lru_cache(maxsize=4096)
def lines(words: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """Return words cut into lines of at most a width in points; none for no words.

    A line keeps the space it was cut at, so that what is read aloud or copied has it too.
    """
    room = width / style.size
    found: list[str] = []
    for line in typeset(words).split(BREAK):
        found += _filled(line, style.face, room)
    if not any(line.strip() for line in found):
        return ()
    found[-1] = found[-1].rstrip()
    return tuple(found)


def going_on(cut: Sequence[str]) -> tuple[str, ...]:
    """Return lines with a space at their end, for words that are read on after them."""
    return (*cut[:-1], f"{cut[-1]} ") if cut else ()


def one_line(words: str, style: TextStyle, width: float) -> str:
    """Return words on one line, cut short with "…" where they are wider than there is room."""
    whole = cleaned(words).replace(BREAK, " ")
    room = width / style.size
    if ems(whole, style.face) <= room:
        return whole
    first = _pieces(whole, style.face, room)[0]
    while first and ems(first + "…", style.face) > room:
        first = first[:-1]
    return first.rstrip() + "…"


def width_of(words: str, style: TextStyle) -> float:
    """Return how wide words are in points, without the space at their end."""
    return ems(words.rstrip(), style.face) * style.size


def _shown(sign: int) -> str | int | None:
    character = chr(sign)
    category = unicodedata.category(character)
    if character in (BREAK, BOUND):
        return sign
    if category in ("Zs", "Zl", "Zp") or character in "\t\v\f":
        return " "
    # Control, direction and half signs; a variation selector only alters the sign before it.
    if category in ("Cc", "Cf", "Cs") or 0xFE00 <= sign <= 0xFE0F:
        return None
    return sign if has_sign(sign) else MISSING_SIGN


def _filled(line: str, face: str, room: float) -> list[str]:
    space = ems(" ", face)
    found: list[str] = []
    held: list[str] = []
    used, after = 0.0, " "
    for word, following in _fitting(line, face, room):
        wide = ems(word, face)
        if held and used + space + wide > room:
            found.append(" ".join(held) + after)
            held, used = [], 0.0
        used += wide + (space if held else 0.0)
        held.append(word)
        after = following
    return [*found, " ".join(held) + after]


def _fitting(line: str, face: str, room: float) -> Iterator[tuple[str, str]]:
    """Yield words no wider than a line, each with what comes between it and the next.

    A wider one is cut where it is bound or has a hyphen, else anywhere, and then nothing comes
    between.
    """
    for word in line.split(" "):
        if ems(word, face) <= room:
            if word:
                yield word, " "
        else:
            for part in word.split(BOUND):
                *cut, last = _hyphened(part, face, room) or [""]
                yield from ((piece, "") for piece in cut)
                yield last, " "


def _hyphened(word: str, face: str, room: float) -> list[str]:
    """Return a word in parts that fit and end at its hyphens, or anywhere if they cannot."""
    parts = re.split(r"(?<=-)", word)
    if any(ems(part, face) > room for part in parts):
        return _pieces(word, face, room)
    found = [""]
    for part in parts:
        if ems(found[-1] + part, face) > room:
            found.append("")
        found[-1] += part
    return found


def _pieces(word: str, face: str, room: float) -> list[str]:
    """Return as many letters as fit at a time; at least one."""
    found: list[str] = []
    start, used = 0, 0.0
    for at, letter in enumerate(word):
        wide = ems(letter, face)
        if at > start and used + wide > room:
            found.append(word[start:at])
            start, used = at, 0.0
        used += wide
    return [*found, word[start:]] if word else []
