"""Records from written values, read strictly: what is unknown or of another shape is refused.

What the store wrote itself is read leniently, for a later version may have added to it. What
comes from outside is not: a field that is passed over in silence is a field that is lost.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..domain.kinds import Kind
from ..domain.problems import ProblemError
from ..domain.records import Shape, from_plain, shapes

# Wide enough for any career, and narrow enough that no sum over them leaves the calendar.
LARGEST, LARGEST_OF = 2**53, {"months": 1_200, "rating": 10, "hundredths": 100_000}
LAST_YEAR = 8_000
SHOWN = 60


def strict_record(kind: Kind, plain: Mapping[str, Any], where: str) -> Any:
    """Return a record of a kind; raises ProblemError that says where and which field."""
    known = {shape.name: shape for shape in shapes(kind.record)}
    for name, value in plain.items():
        if name not in known:
            raise misread(where, f"there is no field “{shown(name)}”", kind)
        why = _oddity(known[name], value)
        if why:
            raise misread(where, f"“{name}” {why}", kind)
    try:
        return from_plain(kind.record, plain)
    except ProblemError as problem:
        name = next(name for name in plain if problem.happened.startswith(f"“{name}”"))
        raise misread(where, f"“{name}” cannot be “{shown(plain[name])}”", kind) from problem


def misread(where: str, why: str, kind: Kind) -> ProblemError:
    """Return the failure that a record which cannot be read is."""
    fields = ", ".join(shape.name for shape in shapes(kind.record))
    return ProblemError(f"{where}: {why}.", advice=f"The fields of {kind.name} are {fields}.")


def shown(value: Any) -> str:
    """Return a foreign value short enough, and plain enough, to stand in a message."""
    text = "".join(sign if sign.isprintable() else "�" for sign in str(value))
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _oddity(shape: Shape, value: Any) -> str:
    if shape.many:
        if not isinstance(value, list):
            return "has to be a list"
        return next((why for why in (_one_oddity(shape, each) for each in value) if why), "")
    if value is None:
        return "" if shape.optional else "cannot be empty"
    return _one_oddity(shape, value)


def _one_oddity(shape: Shape, value: Any) -> str:
    if shape.type is dict:
        return _answers_oddity(value)
    if shape.type in (bool, int):
        if type(value) is not shape.type:
            return "has to be true or false" if shape.type is bool else "has to be a whole number"
        return _number_oddity(shape, value) if shape.type is int else ""
    if not isinstance(value, str):
        what = "a date as 2026-03-12" if shape.type is date else "text"
        return f"has to be {what}"
    if shape.type is date and value[:4].isdecimal() and int(value[:4]) > LAST_YEAR:
        return f"lies after the year {LAST_YEAR}"
    return _text_oddity(value)


def _number_oddity(shape: Shape, number: int) -> str:
    least = 1 if shape.name == "rating" else 0
    most = LARGEST_OF.get(shape.name.split("_")[-1], LARGEST)
    return "" if least <= number <= most else f"has to lie between {least} and {most:,}"


def _answers_oddity(value: Any) -> str:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        return "has to be text under each key"
    return next((why for why in map(_text_oddity, [*value, *value.values()]) if why), "")


def _text_oddity(text: str) -> str:
    # A lone surrogate is no character: nothing can store or print it.
    return "holds broken text" if any("\ud800" <= sign <= "\udfff" for sign in text) else ""
