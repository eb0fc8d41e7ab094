"""The cover: whose portfolio it is, two years on one strip, what is inside and what is not."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.left_out import private_words
from ...domain.meetings import Meeting, happens_on, has_happened
from ...domain.people import Person
from ...domain.portfolio import main_workplace
from ...domain.preceptorship import Preceptorship, counterpart, ends_on, name
from ...domain.reflections import Reflection
from ...domain.words import count, day, span
from .. import text
from ..charts.record_strip import Strip, older_in_words, record_strip_chart, record_strip_in_words
from ..charts.style import PAPER
from ..flowables import Abreast, Picture, Placed, Prose, draw_line, draw_lines, points
from ..selection import Selection
from ..styles import (
    ACCENT,
    CELL,
    CELL_LABEL,
    COVER_HEIGHT,
    COVER_KIND,
    COVER_NAME_SIZES,
    COVER_PLACE,
    COVER_PROFESSION,
    LABEL,
    MAIN_LEFT,
    MAIN_WIDTH,
    SIDE_WIDTH,
    STATEMENT,
    TABLE_LINE,
    TEXT_WIDTH,
    TextStyle,
)
from ..tagging import Element
from .about import profession, registration
from .left_out import sections_left_out

NAME_FROM_TOP, MOST_NAME_LINES = 42 * mm, 3
STRIP_AIR = 16 * mm
HALF = (MAIN_WIDTH - 14) / 2
ROW_AIR, BAR, MOST_PRECEPTORSHIPS = 5, 2.4, 3
# How many pages there are is put in when all are drawn.
EXPORTED: tuple[str, Sequence[str]] = ("Exported", ())
WHAT_IT_IS = (
    "Preceptorship is structured support through a change in a working life, so that confidence "
    "grows. It is not a test."
)


class Cover(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Fills the first page: the name at its top, the facts standing on its foot."""

    def __init__(self, selection: Selection) -> None:
        super().__init__()
        self.width, self.height = TEXT_WIDTH, COVER_HEIGHT
        self.top = _top(selection)
        self.facts = _facts(selection)
        self.columns = _columns(selection)
        self.exported = day(selection.on)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the whole frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw from the top downwards; the facts stand so that all of them end at the foot."""
        with self.canv.tree.artifact(self.canv):
            self.canv.setFillColor(ACCENT)
            self.canv.rect(0, self.height - BAR, SIDE_WIDTH, BAR, stroke=0, fill=1)
        for part in self.top:
            part.flowable.drawOn(self.canv, part.left, self.height - part.foot)
        y = self.columns.height + 8 + sum(_height(words) for _, words in self.facts)
        draw_line(self.canv, 0, y + ROW_AIR, TEXT_WIDTH, TABLE_LINE)
        for label, words in self.facts:
            self._draw_fact(y, label, words)
            y -= _height(words)
        self.columns.drawOn(self.canv, 0, 0)

    def _draw_fact(self, y: float, label: str, words: Sequence[str]) -> None:
        baseline = y - ROW_AIR - CELL.size
        tree = self.canv.tree
        if label:
            with tree.marked(self.canv, Element("P")):
                draw_lines(self.canv, (label,), 0, baseline, CELL_LABEL)
        with tree.marked(self.canv, Element("P")):
            if words:
                draw_lines(self.canv, words, MAIN_LEFT, baseline, CELL)
            else:
                exported = partial(_exported, self.exported)
                self.canv.put_later(MAIN_LEFT, baseline, CELL, exported)


def document_kind(selection: Selection) -> str:
    """Return what kind of portfolio it is, in words."""
    both = "preceptorship and " if selection.preceptorships else ""
    return f"Portfolio of {both}continuing professional development"


def period(selection: Selection) -> tuple[date | None, date | None]:
    """Return the dates chosen, or else the first and last day that anything here is of."""
    days = [on for strip in _strips(selection) for on in strip.days]
    for each in selection.preceptorships:
        days += [on for on in (each.started_on, ends_on(each)) if on]
    return (
        selection.choice.from_on or min(days, default=None),
        selection.choice.to_on or max(days, default=None),
    )


def _height(words: Sequence[str]) -> float:
    return float(CELL.leading * max(1, len(words)) + ROW_AIR + 3)


def _exported(on: str, paper: Any) -> str:
    return f"{on}, {count(paper.page_count, 'page')}"


def _top(selection: Selection) -> list[Placed]:
    style, lines = _name(selection.practitioner.name)
    workplace = main_workplace(selection.whole)
    place = workplace.name if workplace else selection.practitioner.job_title
    said = [
        (text.lines(profession(selection), COVER_PROFESSION, TEXT_WIDTH), COVER_PROFESSION),
        (text.lines(place, COVER_PLACE, TEXT_WIDTH), COVER_PLACE),
    ]
    kind = Prose((document_kind(selection),), COVER_KIND, left=0)
    placed = [
        Placed(0, 7 * mm, kind),
        Placed(0, NAME_FROM_TOP, Prose(lines, style, left=0, tag="H1")),
    ]
    y = NAME_FROM_TOP + placed[-1].flowable.height + 4
    for cut, its_style in said:
        if cut:
            placed.append(Placed(0, y, Prose(cut[:2], its_style, left=0)))
            y += placed[-1].flowable.height
    strips = _strips(selection)
    if strips:
        placed += _strip(strips, selection, y + STRIP_AIR)
    return placed


def _name(name: str) -> tuple[TextStyle, Sequence[str]]:
    """Return the name in the largest size in which it takes few lines."""
    for style in COVER_NAME_SIZES:
        lines = text.lines(name or "Portfolio", style, TEXT_WIDTH)
        if len(lines) <= MOST_NAME_LINES:
            break
    return style, lines[:MOST_NAME_LINES]


def _strip(strips: Sequence[Strip], selection: Selection, top: float) -> list[Placed]:
    to_on = min(period(selection)[1] or selection.on, selection.on)
    drawing = record_strip_chart(strips, PAPER, width=TEXT_WIDTH, left=MAIN_LEFT, to_on=to_on)
    said = record_strip_in_words(strips, to_on=to_on)
    older = older_in_words(strips, to_on=to_on)
    below = Prose(text.lines(" ".join((said, older)).strip(), LABEL, MAIN_WIDTH), LABEL)
    return [Placed(0, top, Picture(drawing, said)), Placed(0, top + drawing.height + 6, below)]


def _strips(selection: Selection) -> list[Strip]:
    held = selection.portfolio
    meetings = [happens_on(each) for each in held.all(Meeting) if has_happened(each)]
    reflections = [each.on for each in held.all(Reflection)]
    activities = [each.started_on for each in held.all(CpdActivity)]
    strips = [
        Strip(one=one, many=many, days=tuple(on for on in days if on))
        for one, many, days in (
            ("meeting held", "meetings held", meetings),
            ("reflection", "reflections", reflections),
            ("CPD activity", "CPD activities", activities),
        )
    ]
    return [strip for strip in strips if strip.days]


def _facts(selection: Selection) -> list[tuple[str, Sequence[str]]]:
    pairs = [
        ("Registration", registration(selection)),
        ("Period", span(*period(selection))),
        *_preceptorships(selection),
    ]
    return [
        (label, text.lines(words, CELL, MAIN_WIDTH)[:2]) for label, words in pairs if words.strip()
    ] + [EXPORTED]


def _preceptorships(selection: Selection) -> list[tuple[str, str]]:
    held = selection.preceptorships
    if len(held) > MOST_PRECEPTORSHIPS:
        return [("Preceptorships", count(len(held), "preceptorship"))]
    said = [_said(selection, each) for each in held]
    return [("Preceptorship" if at == 0 else "", words) for at, words in enumerate(said)]


def _said(selection: Selection, held: Preceptorship) -> str:
    preceptor = selection.whole.find(Person, held.preceptor)
    other = counterpart(held, preceptor.name if preceptor else "")
    when = span(held.started_on, ends_on(held))
    known = other and other not in name(held)
    return ", ".join(each for each in (name(held), when, f"with {other}" if known else "") if each)


def _columns(selection: Selection) -> Abreast:
    head, right = STATEMENT.leading + 4, MAIN_LEFT + HALF + 14
    parts = [
        Placed(0, 8, Prose(("What is inside",), STATEMENT, tag="H2")),
        Placed(0, 8 + head, points(_inside(selection), CELL, HALF)),
        Placed(0, 8, Prose(("What was left out",), STATEMENT, left=right, tag="H2")),
        Placed(0, 8 + head, points(_left_out(selection), CELL, HALF, left=right)),
    ]
    if selection.preceptorships:
        foot = max(part.foot for part in parts) + 10
        said = text.lines(WHAT_IT_IS, LABEL, MAIN_WIDTH)
        parts.append(Placed(0, foot, Prose(said, LABEL)))
    return Abreast(parts, line_from=0, thin=True)


def _inside(selection: Selection) -> list[str]:
    held = selection.portfolio
    counted = [
        count(len(held.all(Preceptorship)), "preceptorship"),
        _meetings(held.all(Meeting)),
        count(len(held.all(Reflection)), "reflection"),
        count(len(held.all(CpdActivity)), "CPD activity", "CPD activities"),
        f"Index of {count(len(held.all(Evidence)), 'piece')} of evidence",
    ]
    return [words for words in counted if not words.startswith("0 ") and " 0 " not in words] or [
        "Nothing is recorded yet"
    ]


def _meetings(held: Sequence[Meeting]) -> str:
    happened = sum(1 for each in held if has_happened(each))
    words = count(len(held), "meeting")
    if happened == len(held):
        return words
    return f"{words}, {happened or 'none'} of them held" if len(held) > 1 else f"{words} planned"


def _left_out(selection: Selection) -> list[str]:
    said = [private_words(selection.leaving, selection.choice)]
    elsewhere = sum(selection.leaving.other_dates.values())
    if elsewhere:
        said.append(f"{count(elsewhere, 'record')} of other dates or preceptorships")
    sections = sections_left_out(selection)
    if sections:
        said.append(f"{count(len(sections), 'section')} not chosen for this copy")
    if selection.portfolio.all(Evidence):
        said.append("The evidence files themselves")
    return said
