"""The portfolio as a PDF: for the next employer, the preceptor, the regulator, and the shelf."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, PageBreak

from ..domain.frameworks import Catalogue
from ..domain.meetings import MeetingKind
from ..domain.portfolio import Choice, Portfolio
from ..domain.preceptorship import Preceptorship, name
from ..domain.words import day
from .document import Imprint, Progress, drawn
from .flowables import Mark, room_to_begin, section_heading
from .parts import Part
from .sections import SECTIONS
from .sections.about import about
from .sections.adjustments import adjustments
from .sections.agreement import agreement
from .sections.competences import competences
from .sections.confidence import confidence
from .sections.contents import contents, key_of
from .sections.cover import Cover, document_kind, period
from .sections.cpd import cpd_details, cpd_list
from .sections.delegation import delegation
from .sections.ending import ending
from .sections.evidence import evidence
from .sections.feedback import feedback
from .sections.left_out import left_out
from .sections.meetings import meetings
from .sections.plan import plan
from .sections.preceptorship import preceptorship
from .sections.profile import profile
from .sections.protected_time import protected_time
from .sections.reflections import reflections
from .sections.returning import returning
from .sections.scope import scope
from .sections.sources import sources
from .sections.workbooks import workbooks
from .selection import Selection, selected
from .styles import TEXT_HEIGHT
from .tables import Table
from .whole_pdf import write_whole

__all__ = ["SECTIONS", "pdf_bytes", "write_portfolio_pdf"]

LOGS = (
    ("meetings", MeetingKind.PRECEPTORSHIP),
    ("supervision", MeetingKind.CLINICAL_SUPERVISION),
    ("other-meetings", MeetingKind.LINE_MANAGEMENT),
    ("other-meetings", MeetingKind.PEER_GROUP),
)
APART = "Apart from any preceptorship"
# Where this much of a page is left, a section follows on; otherwise it begins the next.
HEADING, OF_WHOM, ROOM_FOR_SHORT, ROOM_FOR_SECTION = 60, 24, 170, 0.55 * TEXT_HEIGHT
MOST_ROOM = 0.9 * TEXT_HEIGHT


def write_portfolio_pdf(
    out: Path,
    portfolio: Portfolio,
    catalogue: Catalogue,
    choice: Choice,
    *,
    on: date,
    progress: Progress | None = None,
) -> int:
    """Write what a choice lets leave as a PDF and return its number of pages.

    The file appears whole or not at all. Raises ProblemError where the place cannot be written
    to, and whatever `progress` raises to stop the work.
    """
    content, pages = pdf_bytes(portfolio, catalogue, choice, on=on, progress=progress)
    write_whole(out, content)
    return pages


def pdf_bytes(
    portfolio: Portfolio,
    catalogue: Catalogue,
    choice: Choice,
    *,
    on: date,
    progress: Progress | None = None,
) -> tuple[bytes, int]:
    """Return the PDF and its number of pages, without writing anything."""
    with _nothing_collected():
        selection = selected(portfolio, catalogue, choice, on)
        story = _story(selection, _parts(selection))
        return drawn(story, _imprint(selection), progress)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    # A document is a million small objects that all live until it is written. Looking through
    # them for garbage again and again took a third of the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parts(selection: Selection) -> list[Part]:
    """Return the parts that have something to say and were not left out, in order."""
    kept = [
        part
        for code, part in _all_parts(selection)
        if part and code not in selection.choice.left_out
    ]
    return [*kept, left_out(selection)]


def _all_parts(selection: Selection) -> Iterator[tuple[str, Part | None]]:
    yield "about", about(selection)
    several = len(selection.preceptorships) > 1
    for held in selection.preceptorships:
        of = name(held) if several else ""
        yield "preceptorship", preceptorship(selection, held, of)
        yield "agreement", agreement(selection, held, of)
        yield "returning", returning(selection, held, of)
        yield "adjustments", adjustments(selection, held, of)
        yield "plan", plan(selection, held, of)
        yield from _years(selection, held, of)
        yield "feedback", feedback(selection, held, of)
        yield "ending", ending(selection, held, of)
    yield from _years(selection, None, APART if selection.preceptorships else "")
    yield "reflections", reflections(selection)
    yield "cpd", cpd_list(selection)
    yield "details", cpd_details(selection)
    yield "profile", profile(selection)
    yield "scope", scope(selection)
    yield "delegation", delegation(selection)
    yield "competences", competences(selection)
    yield "evidence", evidence(selection)
    yield "sources", sources(selection)


def _years(
    selection: Selection, held: Preceptorship | None, of: str
) -> Iterator[tuple[str, Part | None]]:
    """Yield what runs through the months of one preceptorship, or belongs to none."""
    yield "time", protected_time(selection, held, of)
    for code, kind in LOGS:
        yield code, meetings(selection, held, kind, of)
    yield "confidence", confidence(selection, held, of)
    yield "workbooks", workbooks(selection, held, of)


def _story(selection: Selection, parts: Sequence[Part]) -> list[Flowable]:
    story: list[Flowable] = [Cover(selection), PageBreak(), *contents(parts), PageBreak()]
    for number, part in enumerate(parts, start=1):
        mark = Mark(key=key_of(number), title=part.title)
        story += section_heading(number, part.title, part.of, mark, room=_room(part))
        story += part.flowables
    return story


def _room(part: Part) -> float:
    """Return the room that a heading asks for: what comes first stands under it, whole."""
    begun = HEADING + (OF_WHOM if part.of else 0) + room_to_begin(part.flowables)
    is_table = isinstance(next(iter(part.flowables), None), Table)
    usual = ROOM_FOR_SHORT if part.is_short else ROOM_FOR_SECTION
    return float(min(begun if part.is_short and is_table else max(begun, usual), MOST_ROOM))


def _imprint(selection: Selection) -> Imprint:
    owner = selection.practitioner.name
    years = sorted({str(on.year) for on in period(selection) if on})
    kind = document_kind(selection)
    header = " · ".join(
        each for each in (owner, " ".join(("Portfolio", " to ".join(years))).strip()) if each
    )
    return Imprint(
        title=f"{kind}: {owner}" if owner else kind,
        author=owner,
        subject=kind,
        header=header,
        footer=f"Exported {day(selection.on)}",
        on=selection.on,
    )
