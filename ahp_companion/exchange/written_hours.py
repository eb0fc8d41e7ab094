"""Lengths of time as people and programs write them: "2.5", "2h 30m", "1½ hours", "PT1H30M"."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..domain.words import Word

LONGEST = 80
# Beyond this it is a key that stuck, not a length of time.
MOST_MINUTES = 6_000_000
NOTHING = frozenset({"", "-", "n/a", "na", "none", "nil", "null", "nan", "tbc", "tba", "?"})
ROUGHLY = re.compile(r"^(?:about|approx(?:imately)?\.?|circa|ca?\.|around|roughly|~|≈) ?")
COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
# Each way of saying it, and the figures that it stands for; in this order.
SAID = (
    (r"\b(?:an?|one|1) hour and a half\b", "1.5 hours"),
    (r"\bthree[- ]quarters of an hour\b", "45 min"),
    (r"\bquarter of an hour\b|\ba quarter of an hour\b|\bquarter hour\b", "15 min"),
    (r"\bhalf an hour\b|\ba half hour\b|\bhalf hour\b", "30 min"),
    (r"\bhalf a day\b|\ba half day\b|\bhalf[- ]day\b", "0.5 days"),
    (r"\b(?:an?|one|full|all|whole)[- ](?:(?:full|whole)[- ])?day\b", "1 days"),
    (r"\ban? hour\b", "1 hours"),
    *((rf"\b{word}\b", str(number)) for number, word in enumerate(COUNTED)),
    (r"(\d+) and a half\b", r"\1.5"),
    (r" ?\bcpd\b ?", " "),
)
NUMBER = r"(?:\d{1,6}(?:[.,]\d{1,9})?|[.,]\d{1,9})"
PART = re.compile(
    rf"\s*(?P<number>{NUMBER})\s*"
    r"(?P<unit>hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|days?|d)(?![a-z])\.?\s*(?:,|and|&|\+)?",
    re.ASCII,
)
CLOCK = re.compile(
    r"(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?\s*(?:hours?|hrs?|h)?", re.ASCII
)
ISO = re.compile(rf"pt(?:({NUMBER})h)?(?:({NUMBER})m)?(?:({NUMBER})s)?", re.ASCII)
TIME = r"(\d{1,2})(?:[:.](\d{2}))? ?(?:([ap])\.?m\.?)?"
SPAN = re.compile(rf"{TIME} ?(?:-|to) ?{TIME}", re.ASCII)


class Unit(Word):
    """What a number alone counts."""

    HOURS = "hours", "Hours"
    MINUTES = "minutes", "Minutes"
    DAYS = "days", "Days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time, and whether it was all that was said."""

    minutes: int
    is_all: bool = True


# The same few lengths come again and again.
@lru_cache(maxsize=4096)
def length(text: str, unit: Unit = Unit.HOURS, *, day_minutes: int | None = None) -> Length | None:
    """Return the length of time that a text gives, None where it gives none.

    A day is as long as `day_minutes` says; where nobody said, days cannot be read. Raises
    ValueError for what cannot be read.
    """
    plain = _plain(text)
    if plain in NOTHING:
        return None
    said = ROUGHLY.sub("", plain)
    try:
        minutes = _minutes(said, unit, day_minutes)
    except ArithmeticError:
        minutes = None
    if minutes is None or minutes > MOST_MINUTES:
        raise ValueError(text)
    return Length(minutes=int(minutes + Decimal("0.5")), is_all=said == plain)


def whole_numbers(texts: list[str]) -> list[int]:
    """Return the numbers that stand alone among some texts, where all of those are whole ones."""
    alone = [each for each in map(_plain, texts) if re.fullmatch(r"\d{1,6}(?:[.,]\d+)?", each)]
    return [int(each) for each in alone] if all(each.isdecimal() for each in alone) else []


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        return "too long to be one"
    # Before Unicode takes “1½” apart into “11/2”.
    text = "".join(_fraction(sign) for sign in text)
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = " ".join(plain.replace("–", "-").replace("−", "-").split())
    plain = re.sub(r"(?:(\d+) )?\b(\d) ?/ ?(\d)\b", _divided, plain)
    return re.sub(r"(\d+) 0(\.\d+)", r"\1\2", plain)


def _fraction(sign: str) -> str:
    if unicodedata.category(sign) != "No" or "FRACTION" not in unicodedata.name(sign, ""):
        return sign
    return f" {unicodedata.numeric(sign):.4g}"


def _divided(found: re.Match[str]) -> str:
    if int(found[3]) == 0 or int(found[2]) >= int(found[3]):
        return found[0]
    return f"{int(found[1] or 0) + int(found[2]) / int(found[3]):.4g}"


def _minutes(plain: str, unit: Unit, day_minutes: int | None) -> Decimal | None:
    each_unit = {Unit.HOURS: 60, Unit.MINUTES: 1, Unit.DAYS: day_minutes}
    for pattern, figures in SAID:
        plain = re.sub(pattern, figures, plain)
    plain = plain.strip()
    if unit is Unit.MINUTES and re.fullmatch(r"\d{1,3}(,\d{3})+", plain):
        return Decimal(plain.replace(",", ""))
    if re.fullmatch(NUMBER, plain, re.ASCII):
        factor = each_unit[unit]
        return None if factor is None else _number(plain) * factor
    if clock := CLOCK.fullmatch(plain):
        # “45:00” minutes are no “45 hours”, and nobody can tell.
        if unit is Unit.MINUTES and not clock[3]:
            return None
        return int(clock[1]) * 60 + int(clock[2]) + Decimal(int(clock[3] or 0)) / 60
    if (iso := ISO.fullmatch(plain)) and any(iso.groups()):
        hours, minutes, seconds = (_number(each or "0") for each in iso.groups())
        return hours * 60 + minutes + seconds / 60
    return _from_to(plain) or _in_parts(plain, day_minutes)


def _from_to(plain: str) -> Decimal | None:
    found = SPAN.fullmatch(plain)
    # “9-11” may be two hours or nine to eleven of them.
    if not found or not (found[6] or (found[2] and found[5])):
        return None
    last = _of_day(found[4], found[5], found[6])
    # “11-1pm” begins in the morning, “2-3pm” does not.
    halves = (found[6], "a") if found[6] and not found[3] else (found[3],)
    firsts = (_of_day(found[1], found[2], half) for half in halves)
    return next((Decimal(last - each) for each in firsts if 0 <= each < last), None)


def _of_day(hour: str, minute: str | None, half: str | None) -> int:
    """Return the minute of the day that a clock shows; less than 0 where none does."""
    hours, minutes = int(hour), int(minute or 0)
    if minutes > 59 or (half and not 0 < hours <= 12) or hours * 60 + minutes > 24 * 60:
        return -1
    return (hours % 12 + 12 * (half == "p") if half else hours) * 60 + minutes


def _in_parts(plain: str, day_minutes: int | None) -> Decimal | None:
    factors = {"h": Decimal(60), "m": Decimal(1), "s": Decimal(1) / 60, "d": day_minutes}
    together, at, before = Decimal(0), 0, ""
    while at < len(plain):
        part = PART.match(plain, at)
        if part is None:
            # “2h30” leaves the word for its minutes out.
            rest = re.fullmatch(r"\s*([0-5]?\d)", plain[at:], re.ASCII)
            return together + int(rest[1]) if rest and before == "h" else None
        factor = factors[part["unit"][0]]
        if factor is None or part["unit"][0] == before:
            return None
        together += _number(part["number"]) * factor
        before, at = part["unit"][0], part.end()
    return together if before else None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def says_days(text: str) -> bool:
    """Return whether a text counts in days, as “half a day” does."""
    return bool(re.search(r"\bdays?\b", text[:LONGEST], re.IGNORECASE))
