"""The end of a preceptorship: looked back on, celebrated, and led on from."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.ending import Ending, Opportunity, by_pillar
from ...domain.preceptorship import Preceptorship
from ...domain.words import day, inside
from ..flowables import prose
from ..parts import Part
from ..selection import Selection
from ..styles import ANSWER, STATEMENT
from ..tables import Column, Layout, Row, facts, table
from ..text import stacked

NEXT = Layout(
    columns=(
        Column("Pillar", 32),
        Column("What", 50),
        Column("What there is so far", 40),
        Column("First step", 48),
    )
)


def ending(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part with the final review and what comes next; None where neither is written."""
    endings = selection.portfolio.of(Ending, held.id)
    opportunities = selection.portfolio.of(Opportunity, held.id)
    flowables = [
        *(each for one in endings for each in _review(one)),
        *_next(opportunities),
        *(each for one in endings for each in _celebrated(one)),
    ]
    if not flowables:
        return None
    return Part(
        title="The end, and what comes next",
        says="The final review, what was gained, what it leads on to",
        flowables=flowables,
        of=of,
        is_short=True,
    )


def _review(held: Ending) -> list[Flowable]:
    return [
        *facts([
            ("Final review", day(held.reviewed_on)),
            ("Certificate", day(held.certified_on)),
        ]),
        *prose(held.strengths_gained, ANSWER, label="Strengths gained"),
        *prose(held.preceptor_words, ANSWER, label="In the preceptor’s words"),
        *prose(held.doing_next, ANSWER, label="After it"),
        *prose(held.none_for_now, ANSWER, label="Why nothing comes next for now"),
    ]  # fmt: skip


def _celebrated(held: Ending) -> list[Flowable]:
    return [*prose(held.thanks, label="Thanks"), *prose(held.story, label="The story, to share")]


def _next(opportunities: Sequence[Opportunity]) -> list[Flowable]:
    """Return what comes next under each pillar; what stands under two is told in full once."""
    rows, told = [], set[str]()
    for pillar, held in by_pillar(opportunities).items():
        name = pillar.label if pillar else "No pillar named"
        for at, each in enumerate(held):
            cells = (name if at == 0 else "", *_cells(each, is_told=each.id in told))
            rows.append(Row(cells, first=STATEMENT, line_from=0 if at == 0 else 1, group=name))
            told.add(each.id)
    return table(NEXT, rows, title="What comes next")


def _cells(held: Opportunity, *, is_told: bool) -> tuple[str, str, str]:
    if is_told:
        return held.words, "As above", ""
    whom = f"With {inside(held.with_whom)}" if held.with_whom else ""
    due = f"By {day(held.due_on)}" if held.due_on else ""
    when = f"Done {day(held.done_on)}" if held.done_on else due
    what = stacked(held.words, held.way.label)
    return what, held.evidence_so_far, stacked(held.first_step, whom, when)
