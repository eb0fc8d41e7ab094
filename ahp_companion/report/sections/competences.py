"""The competence record: what a framework asks and when, where and with whom it was met.

It is kept apart from preceptorship, and says so.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.competences import Breadth, Competence, CompetenceFramework, by_heading
from ...domain.scope import CarriesOver
from ...domain.words import day
from ..flowables import Mark, lead, meta, prose, record_heading, room_for
from ..parts import Part
from ..selection import Selection, evidence_words
from ..tables import Column, Layout, Row, table
from ..text import stacked

COMPETENCES = Layout(
    columns=(
        Column("No", 14),
        Column("What it asks", 72),
        Column("Met", 46),
        Column("By whom", 38),
    )
)
APART = (
    "Apart from preceptorship, which builds confidence and signs nothing off. This is what a "
    "framework asks, and when, where and by whom it was signed off."
)


def competences(selection: Selection) -> Part | None:
    """Return the part with every framework brought in and its lines; None where there is none."""
    frameworks = selection.portfolio.all(CompetenceFramework)
    if not frameworks:
        return None
    flowables = lead(APART)
    for each in frameworks:
        flowables += _framework(selection, each)
    return Part(
        title="Competence record",
        says="What a framework asks, apart from preceptorship",
        flowables=flowables,
        is_short=True,
    )


def _framework(selection: Selection, framework: CompetenceFramework) -> list[Flowable]:
    title = framework.name or "A framework"
    mark = Mark(key=f"framework.{framework.id}", title=title, level=1)
    held = selection.portfolio.of(Competence, framework.id, by="framework")
    lines = [each for breadth in Breadth for each in _of_breadth(selection, held, breadth)]
    return [
        *record_heading(title, day(framework.as_at), mark, room=room_for(lines)),
        *meta([
            framework.edition,
            framework.source,
            "a newer edition has taken its place" if framework.is_superseded else "",
        ]),
        *prose(framework.words),
        *lines,
    ]  # fmt: skip


def _of_breadth(
    selection: Selection, held: Sequence[Competence], breadth: Breadth
) -> list[Flowable]:
    found: list[Flowable] = []
    for heading, under in by_heading(each for each in held if each.breadth is breadth).items():
        rows = [_row(selection, each) for each in sorted(under, key=_number)]
        title = f"{breadth.label}: {heading}" if heading.strip() else breadth.label
        found += table(COMPETENCES, rows, title=title)
    return found


def _number(held: Competence) -> tuple[tuple[int, str], ...]:
    """Return a number as people order it: 2.10 after 2.9."""
    parts = held.number.replace("-", ".").split(".")
    return tuple((int(each) if each.isdecimal() else 0, each) for each in parts)


def _row(selection: Selection, held: Competence) -> Row:
    numbers = evidence_words(selection, held.evidence)
    what = stacked(
        held.words,
        f"Level: {held.level}" if held.level.strip() else "",
        held.detail,
        f"Evidence {numbers}" if numbers else "",
    )
    return Row((held.number, what, _met(held), held.signed_off_by))


def _met(held: Competence) -> str:
    asks = held.carries_over in (CarriesOver.ASKED, CarriesOver.NO)
    carried = held.carries_over.label if held.carries_over and asks else ""
    return stacked(
        day(held.met_on) or "–",
        ", ".join(each for each in (held.met_where, "elsewhere" if held.met_elsewhere else "")
                  if each),
        carried,
        f"Last used {day(held.last_used_on)}" if held.last_used_on else "",
        f"To be looked at again {day(held.recheck_on)}" if held.recheck_on else "",
    )  # fmt: skip
