"""Text from other people's programs: whatever its encoding, it becomes letters that can be kept."""

import codecs
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ..domain.problems import ProblemError
from .plain_words import clean, is_marked_up, plain_words

MOST_BYTES = 50_000_000
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENGLISH = ("@value", "en-gb", "en", "en-us")
DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Seconds since 1970, from a time when there were no badges to one when there may be others.
FIRST_SECOND, LAST_SECOND = 1_000_000_000, 7_000_000_000
DEEPEST = 100
UNREADABLE = (ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and whether some of its letters could only be guessed."""

    text: str
    is_garbled: bool = False


def bytes_of(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """Return a file's bytes; raises ProblemError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > most:
            raise ProblemError(
                f"“{path.name}” is larger than {most // 1_000_000} MB.",
                means="No such file is that long, so it was not read.",
            )
        return path.read_bytes()
    except OSError as reason:
        raise ProblemError(
            f"“{path.name}” could not be read.", advice="Look where it is, and close it there."
        ) from reason


def decoded(held: bytes) -> Decoded:
    """Return bytes as text: by their byte order mark, else UTF-8, else as Windows wrote it."""
    for mark, name in BYTE_ORDER_MARKS:
        if held.startswith(mark):
            text = held[len(mark) :].decode(name, errors="replace")
            return Decoded(text, "\ufffd" in text)
    try:
        return Decoded(held.decode("utf-8"))
    except UnicodeDecodeError:
        return Decoded(held.decode("cp1252", errors="replace"), is_garbled=True)


def in_english(held: Any) -> str:
    """Return text that may be given in several languages: in English if it is, else in the first.

    Anything that is neither text nor text by language is nothing.
    """
    found = held
    if isinstance(held, list):
        found = next((each for each in held if isinstance(each, str | dict)), "")
    if isinstance(found, dict):
        by_language = {str(key).casefold(): each for key, each in found.items()}
        wanted = [*ENGLISH, *(key for key in by_language if key.startswith("en")), *by_language]
        texts = (by_language.get(key) for key in wanted)
        found = next((each for each in texts if isinstance(each, str) and each.strip()), "")
    words = clean(found) if isinstance(found, str) else ""
    return plain_words(words) if is_marked_up(words) else words


def day_in(held: Any) -> date | None:
    """Return the day that a date or a moment stands for in its own zone; None for anything else.

    A bare number counts seconds, as older badges have it.
    """
    if isinstance(held, int) and not isinstance(held, bool) and FIRST_SECOND < held < LAST_SECOND:
        return datetime.fromtimestamp(held, UTC).date()
    found = DAY.match(held) if isinstance(held, str) else None
    try:
        on = date(*(int(each) for each in found.groups())) if found else None
    except ValueError:
        return None
    return on if on and FIRST_YEAR <= on.year <= LAST_YEAR else None


def one_line(text: str) -> str:
    """Return foreign text as a line."""
    return " ".join(clean(text).split())


def json_of(path: Path, text: str, what: str) -> Any:
    """Return what JSON says; raises ProblemError, with what it should have been, where it is none.

    Numbers that are no numbers are nothing, and what is nested too deep to read is refused.
    """
    try:
        held = json.loads(text, parse_constant=_nothing)
        if _is_deep(held):
            raise ValueError
    except UNREADABLE as reason:
        raise ProblemError(
            f"“{path.name}” is not {what} that can be read.",
            means="It is damaged, was cut off, or is something else. Nothing was brought in.",
            advice="Download or export it again, and bring that file in.",
        ) from reason
    return held


def _is_deep(held: Any) -> bool:
    level = [held] if isinstance(held, dict | list) else []
    for _ in range(DEEPEST):
        inside = (each.values() if isinstance(each, dict) else each for each in level)
        level = [each for some in inside for each in some if isinstance(each, dict | list)]
        if not level:
            return False
    return True


def _nothing(_constant: str) -> None:
    return None
