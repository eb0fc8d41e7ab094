"""How values are put into words: dates, lengths of time, counts, and closed lists.

Months are named here and not by the computer's locale, so that a portfolio reads the same on
every machine it is opened on.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

# Letters that Unicode does not take apart, so that a search for Lodz finds Łódź.
UNDIVIDED = str.maketrans("ŁłĐđØøÆæŒœÐðÞþı", "LlDdOoAaOoDdTti") | {ord("ß"): "ss"}
# Words that are large at a sentence's head only.
LITTLE = frozenset({"The", "A", "An", "My", "Our", "His", "Her", "Their"})
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class Word(StrEnum):
    """A value from a closed list, kept by its code and shown by its label."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Return a member that equals its code and carries the words people read."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


def day(on: date | None) -> str:
    """Return a date as people write it, "12 March 2026"; nothing for no date."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}" if on else ""


def day_and_month(on: date | None) -> str:
    """Return a date without its year, "12 Mar"."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}" if on else ""


def month(on: date) -> str:
    """Return the month a date lies in, "March 2026"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def inside(words: str) -> str:
    """Return words as they stand inside a sentence, "the trainer" for "The trainer"."""
    first, space, rest = words.strip().partition(" ")
    return f"{first.lower() if first in LITTLE else first}{space}{rest}"


def joined(parts: Iterable[str], between: str = "; ") -> str:
    """Return phrases as one; a full stop stays only where nothing follows it."""
    held = [each.strip() for each in parts if each.strip()]
    return between.join([*(each.rstrip(".;, ") for each in held[:-1]), *held[-1:]])


def as_at(written: str) -> str:
    """Return the month or year that a source stands for, "November 2026" for "2026-11"."""
    year, _, number = written.partition("-")
    if year.isdecimal() and number.isdecimal() and 1 <= int(number) <= len(MONTHS):
        return f"{MONTHS[int(number) - 1]} {year}"
    return written


def span(from_on: date | None, to_on: date | None) -> str:
    """Return two dates as one phrase, "2 to 5 March 2026"; one date alone if they agree."""
    if from_on is None or to_on is None or from_on == to_on:
        return day(from_on or to_on)
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return f"{from_on.day} to {day(to_on)}"
    if from_on.year == to_on.year:
        return f"{from_on.day} {MONTHS[from_on.month - 1]} to {day(to_on)}"
    return f"{day(from_on)} to {day(to_on)}"


def duration(minutes: int | None) -> str:
    """Return whole minutes as "1 h 30 min"; nothing for none."""
    if minutes is None:
        return ""
    sign = "−" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h {rest} min" if rest else f"{sign}{hours} h"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, "1 activity" or "1,204 activities"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Return words as a phrase, "Anna, Bogdan and Cerys"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(words: str) -> str:
    """Return words with a capital at the front and the rest as it was."""
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int = 90) -> str:
    """Return the first line of a text, cut between words where it is longer than `most` letters."""
    line = text.strip().partition("\n")[0]
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[:most]}…"


def fold(text: str) -> str:
    """Return text as search compares it: lower case, without accents, Ł as l."""
    return NOT_ASCII.sub(_fold_signs, text).lower()


def word_count(text: str) -> int:
    """Return the number of words, counted between spaces."""
    return len(text.split())


def _fold_signs(found: re.Match[str]) -> str:
    return _folded(found[0])


# The same few accented letters come again and again.
@lru_cache(maxsize=4096)
def _folded(signs: str) -> str:
    bare = unicodedata.normalize("NFD", signs.translate(UNDIVIDED))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold()
