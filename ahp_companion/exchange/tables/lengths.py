"""How long an activity took, from the one column or the several that say it."""

from ..strict import shown
from ..written_hours import Unit, length
from .columns import Columns
from .held import Held
from .presets import Field, plain

# The parts of a whole length; “Hours” and “Minutes” stand side by side in many tables.
WHOLE = {Field.HOURS: Unit.HOURS, Field.MINUTES: Unit.MINUTES, Field.DAYS: Unit.DAYS}
WITH = frozenset(
    {"withothers", "others", "group", "ingroup", "yes", "y", "true", "together", "pair", "team"}
    | {"learningwithothers", "aspartofagroup", "inagroup"}
)
ALONE = frozenset(
    {"alone", "onmyown", "onyourown", "byyourself", "bymyself", "self", "individual", "no", "n"}
    | {"false", "solo", "independent", "onown", "own"}
)


def lengths(held: Held, columns: Columns) -> tuple[int | None, int | None]:
    """Return the minutes that an activity took, and those of them with others.

    What cannot be read is kept as words, and said of the row.
    """
    unit = _unit(held)
    if unit is None:
        return None, None
    parts = [
        _read(held, each, unit if each is Field.HOURS else counts, columns)
        for each, counts in WHOLE.items()
    ]
    alone = _read(held, Field.HOURS_ALONE, Unit.HOURS, columns)
    minutes = _together(parts)
    with_others = _with_others(held, columns, minutes)
    if not any(each in held.cells for each in WHOLE):
        minutes = _together([alone, with_others])
    elif alone is not None:
        held.keep(Field.HOURS_ALONE)
    return minutes, with_others


def _unit(held: Held) -> Unit | None:
    """Return what a row's number counts, None where that is no time."""
    said = held.text(Field.UNIT)
    if not said:
        return Unit.HOURS
    begins = {"h": Unit.HOURS, "m": Unit.MINUTES, "d": Unit.DAYS}
    found = begins.get(plain(said)[:1])
    if found and plain(said).startswith(("h", "min", "day")):
        return found
    held.keep(Field.HOURS, f"its length counts “{shown(said)}”, which are no hours; kept as words.")
    held.keep(Field.UNIT)
    return None


def _read(held: Held, of: Field, unit: Unit, columns: Columns) -> int | None:
    text = held.text(of)
    if not text:
        return None
    try:
        found = length(text, unit, day_minutes=columns.day_minutes)
    except ValueError:
        why = f"“{shown(text)}” cannot be read as {unit.label.lower()}; kept as words."
        if "day" in text.casefold() or unit is Unit.DAYS:
            why = f"“{shown(text)}”: how many hours a day has was not said; kept as words."
        held.keep(of, why)
        return None
    if found and not found.is_all:
        held.keep(of)
    return found.minutes if found else None


def _together(parts: list[int | None]) -> int | None:
    read = [each for each in parts if each is not None]
    return sum(read) if read else None


def _with_others(held: Held, columns: Columns, minutes: int | None) -> int | None:
    for of in (Field.HOURS_WITH_OTHERS, Field.WITH_OTHERS):
        text = held.text(of)
        if plain(text) in WITH:
            return minutes
        if plain(text) in ALONE:
            return None if minutes is None else 0
        if not text:
            continue
        if of is Field.WITH_OTHERS and not any(sign.isdigit() for sign in text):
            held.keep(of)
            continue
        return _read(held, of, Unit.HOURS, columns)
    return None
