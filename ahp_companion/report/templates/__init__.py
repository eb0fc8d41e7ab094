"""Forms as PDF: blank to write on by hand, or filled with what one preceptorship holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable, Spacer

from ...domain.frameworks import Catalogue
from ...domain.portfolio import Choice, Portfolio
from ...domain.templates import Shape, Template, blank_because, can_be_filled, source_for
from ...domain.words import as_at, day
from .. import text
from ..document import Imprint, drawn
from ..flowables import Mark, Prose, prose
from ..fonts import SEMIBOLD
from ..selection import selected
from ..styles import GREY, TEXT_HEIGHT, TEXT_WIDTH, TextStyle
from ..whole_pdf import write_whole
from .blocks import flowables
from .filling import Filling, narrowed, which
from .hand import tightened
from .together import leading_to

__all__ = ["template_pdf", "write_template_pdf"]

TITLE = TextStyle(size=24, leading=29, face=SEMIBOLD, after=3)
ABOUT = TextStyle(size=9.5, leading=13, colour=GREY, after=8)
ABOVE = 0.35
# What is tried in turn until one page holds it: rows of a kind, and letters of a row.
FEWER = ((5, 90), (4, 90), (4, 60), (3, 90), (3, 60), (2, 90), (2, 60), (1, 60), (1, 30))
# How much of the room to write in is tried where that saves a page.
LINES_LEFT = (6, 4, 3)
LITTLE = 0.25
NOT_OFFICIAL = "not official wording"


def template_pdf(
    template: Template,
    portfolio: Portfolio,
    catalogue: Catalogue,
    choice: Choice,
    *,
    on: date,
    filled: bool,
    record: Any = None,
) -> tuple[bytes, int]:
    """Return a form as PDF and its number of pages, without writing anything.

    A filled one takes the preceptorship that the choice names, else the one under way, and
    nothing of any other; `record` says which meeting, sheet, card or year where there are several.
    What is not true yet, or would be in somebody else's words, stays blank.
    """
    held = which(portfolio, choice)
    selection = selected(portfolio, catalogue, narrowed(template, choice, held), on)
    filling = Filling(
        selection=selection,
        template=template,
        is_filled=filled and can_be_filled(template, held),
        blank_because=blank_because(template, held) if filled else "",
        held=held,
        record=record,
    )
    loose = drawn(_story(filling), _imprint(filling), has_cover=False)
    if loose[1] == 1:
        return loose
    closer = replace(filling, is_tight=True)
    if template.is_one_page:
        return _on_one_page(closer)
    return _on_fewer_pages(loose, closer)


def write_template_pdf(
    out: Path,
    template: Template,
    portfolio: Portfolio,
    catalogue: Catalogue,
    choice: Choice,
    *,
    on: date,
    filled: bool,
    record: Any = None,
) -> int:
    """Write a form as PDF and return its number of pages; the file appears whole or not at all.

    Raises ProblemError where the place cannot be written to.
    """
    content, pages = template_pdf(
        template, portfolio, catalogue, choice, on=on, filled=filled, record=record
    )
    write_whole(out, content)
    return pages


def _on_fewer_pages(loose: tuple[bytes, int], closer: Filling) -> tuple[bytes, int]:
    """Return a form with less air where that saves a page, then with fewer lines, else as it was.

    What little is on a last page, often signatures alone, so finds room on the one before.
    """
    over = _height(tightened(_story(closer))) / TEXT_HEIGHT - (loose[1] - 1)
    may_have_fewer = closer.is_filled and over < LITTLE
    for sixths in LINES_LEFT if may_have_fewer else LINES_LEFT[:1]:
        made = _drawn_tight(replace(closer, sixths=sixths))
        if made[1] < loose[1]:
            return made
    return loose


def _on_one_page(filling: Filling) -> tuple[bytes, int]:
    """Return a form with as many rows and letters as one page holds."""
    made = _drawn_tight(filling)
    for rows, letters in FEWER:
        if made[1] == 1:
            break
        made = _drawn_tight(replace(filling, rows=rows, letters=letters))
    return made


def _drawn_tight(filling: Filling) -> tuple[bytes, int]:
    return drawn(tightened(_story(filling)), _imprint(filling), has_cover=False)


def _story(filling: Filling) -> list[Flowable]:
    story = _head(filling)
    for at, block in enumerate(filling.template.blocks):
        made = flowables(block, filling, at)
        if block.shape is Shape.SIGNATURES:
            story = leading_to(made, story)
        story += made
    return _lowered(story) if _is_certificate(filling.template) else story


def _lowered(story: list[Flowable]) -> list[Flowable]:
    """Return what stands on one page, with more of the air that is left below it than above."""
    return [Spacer(0, max(0.0, ABOVE * (TEXT_HEIGHT - _height(story)))), *story]


def _height(story: Sequence[Flowable]) -> float:
    return sum(float(each.height + each.getSpaceBefore() + each.getSpaceAfter()) for each in story)


def _head(filling: Filling) -> list[Flowable]:
    template = filling.template
    mark = Mark(key="form", title=template.name)
    # A letter or a certificate goes to someone: it says what it is by itself.
    if template.is_letter or _is_certificate(template):
        return prose(filling.blank_because, ABOUT, left=0, width=TEXT_WIDTH)
    title = Prose(text.lines(template.name, TITLE, TEXT_WIDTH), TITLE, left=0, mark=mark)
    return [title, *prose(template.about, ABOUT, left=0, width=TEXT_WIDTH)]


def _is_certificate(template: Template) -> bool:
    return template.blocks[0].shape is Shape.CENTRED and template.blocks[0].size == "title"


def _imprint(filling: Filling) -> Imprint:
    template = filling.template
    owner = filling.selection.practitioner.name if filling.is_filled else ""
    printed = f"printed {day(filling.on)}" if filling.is_filled else ""
    edition = f"AHP Companion form, {as_at(template.as_at)}"
    source = f"{source_for(template, filling.selection.regulator)}."
    return Imprint(
        title=f"{template.name}: {owner}" if owner else template.name,
        author=owner or "AHP Companion",
        subject=f"{template.name}. {source}",
        header=owner or "AHP Companion",
        footer=" · ".join(each for each in (edition, NOT_OFFICIAL, printed) if each),
        on=filling.on,
        source=source,
    )
