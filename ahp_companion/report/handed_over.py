"""Documents for a regulator: a quiet head in place of a cover, then numbered parts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ..domain.cpd import CpdActivity
from ..domain.profile import Handed, Pause, Profile
from ..domain.words import day, span
from . import text
from .document import Imprint, Progress, drawn
from .flowables import (
    Mark,
    Prose,
    meta,
    prose,
    record_heading,
    room_to_begin,
    section_heading,
)
from .fonts import ITALIC
from .parts import Part
from .sections.contents import key_of
from .sections.cpd import FIELDS
from .sections.left_out import LEFT_OUT
from .styles import (
    CELL,
    COVER_NAME_SIZES,
    COVER_PLACE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from .tables import BETWEEN_COLUMNS, Row, Table, facts, table

HEADING, MOST_ROOM = 60, 0.9 * TEXT_HEIGHT
ROOM_FOR_SHORT, ROOM_FOR_SECTION = 170, 0.4 * TEXT_HEIGHT
TITLE = replace(COVER_NAME_SIZES[1], after=6)
UNDER_TITLE = replace(COVER_PLACE, size=13, leading=17, after=14)
IN_LIST = "No activities in this list."
BESIDE_THIS = "The files lie beside this one. Each page of evidence bears its number."


def document(
    profile: Profile,
    title: str,
    said: str,
    parts: Sequence[Part],
    progress: Progress | None = None,
) -> tuple[bytes, int]:
    """Return a document and its number of pages; with one part alone, nothing is numbered."""
    owner = profile.practitioner
    is_one = len(parts) == 1
    mark = Mark(key=key_of(0), title=title) if is_one else None
    story: list[Flowable] = [
        Prose((title,), TITLE, left=0, mark=mark, tag="H1"),
        *prose(said, UNDER_TITLE, left=0, width=TEXT_WIDTH),
        *facts([*_head(profile)]),
    ]
    for number, part in enumerate(parts, start=1):
        if not is_one:
            mark = Mark(key=key_of(number), title=part.title)
            story += section_heading(number, part.title, part.of, mark, room=_room(part))
        story += part.flowables
    imprint = Imprint(
        title=f"{title}: {owner.name}" if owner.name else title,
        author=owner.name,
        subject=title,
        header=" · ".join(each for each in (owner.name, owner.registration_number) if each),
        footer=f"Prepared {day(profile.on)}",
        on=profile.on,
    )
    return drawn(story, imprint, progress, has_cover=False)


def _head(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the lines of a head: a label, and what it says."""
    yield "Name", profile.practitioner.name
    yield "Profession", profile.profession.name
    yield "Registration number", profile.practitioner.registration_number
    if profile.is_for_hcpc:
        yield "CPD number", profile.texts.cpd_number
    yield "Period", profile.period
    yield "Prepared", day(profile.on)


def pause_row(pause: Pause, width: float, *, before: tuple[str, ...] = ()) -> Row:
    """Return a pause as a row of a list; `before` are the cells before its dates."""
    words = " ".join(each for each in (IN_LIST if pause.is_silent else "", pause.why) if each)
    return Row((*before, when(pause.from_on, pause.to_on, width), words), face=ITALIC)


def when(from_on: date | None, to_on: date | None, width: float) -> str:
    """Return dates in one line where a column of so many millimetres holds them, else in two."""
    whole = span(from_on, to_on)
    room = width * float(mm) - BETWEEN_COLUMNS
    if not (from_on and to_on) or len(text.lines(whole, CELL, room)) < 2:
        return whole
    first = day(from_on)
    if from_on.year == to_on.year:
        first = str(from_on.day) if from_on.month == to_on.month else first.rpartition(" ")[0]
    return f"{first} to\n{day(to_on)}"


def in_full(
    handed: Handed, activity: CpdActivity, about: Callable[[CpdActivity], Sequence[str]]
) -> Iterator[Flowable]:
    """Yield an activity with all that was typed of it; `about` gives the line under its title."""
    title = activity.title.strip() or "Without a title"
    mark = Mark(key=f"cpd.{activity.id}", title=title, level=1)
    numbers = handed.numbers(activity.evidence)
    yield from record_heading(title, span(activity.started_on, activity.ended_on), mark)
    yield from meta([*about(activity), f"evidence {numbers}" if numbers else ""])
    for label, field in FIELDS:
        yield from prose(getattr(activity, field), label=label)


def place_of(handed: Handed, number: int) -> str:
    """Return where a piece of evidence is, in words."""
    return handed.places.get(number) or "In no file"


def left_out(handed: Handed) -> list[Flowable]:
    """Return what says which evidence stays with the owner, and why; nothing where none does.

    What is private is not spoken of: who reads this would ask about it.
    """
    title = "What was left out"
    rows = [Row((each.what, each.how_many, each.why)) for each in handed.profile.stays]
    rows += [Row((f"Evidence {each}", "1", why)) for each, why in handed.unplaced.items()]
    if not rows:
        return []
    found = [*table(LEFT_OUT, rows)]
    mark = Mark(key="left-out", title=title, level=1)
    return [*record_heading(title, "", mark, room=HEADING + room_to_begin(found)), *found]


def _room(part: Part) -> float:
    """Return the room that a heading asks for: what comes first stands under it."""
    begun = HEADING + room_to_begin(part.flowables)
    is_table = isinstance(next(iter(part.flowables), None), Table)
    usual = ROOM_FOR_SHORT if part.is_short else ROOM_FOR_SECTION
    return float(min(begun if is_table else max(begun, usual), MOST_ROOM))
