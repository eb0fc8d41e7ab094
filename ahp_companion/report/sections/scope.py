"""My scope: what I do, what I do not, who I ask and when I say no, on the sheet that holds now."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.practitioner import Workplace
from ...domain.scope import ScopeLine, ScopeSheet, current, in_force, still_to_ask
from ...domain.words import count, day, span
from ..flowables import caption
from ..parts import Part
from ..selection import Selection
from ..styles import STATEMENT
from ..tables import Column, Layout, Row, facts, table
from ..text import stacked

LINES = Layout(columns=(Column("", 45), Column("", 65), Column("", 60)))
OTHERS = Layout(columns=(Column("When", 45), Column("Setting", 75), Column("Agreed with", 50)))


def scope(selection: Selection) -> Part | None:
    """Return the part with the scope sheet in force; None where there is no sheet."""
    sheets = selection.portfolio.all(ScopeSheet)
    if not sheets:
        return None
    held = current(sheets)
    others = [each for each in reversed(sheets) if each is not held]
    rows = [
        Row((_when(each), stacked(each.title, _where(selection, each)), each.agreed_with))
        for each in others
    ]
    return Part(
        title="My scope of practice",
        says="What I do, what I do not, who I ask",
        flowables=[
            *(_sheet(selection, held) if held else []),
            *table(OTHERS, rows, title="Other sheets"),
        ],
        is_short=True,
    )


def _sheet(selection: Selection, held: ScopeSheet) -> list[Flowable]:
    lines = selection.portfolio.of(ScopeLine, held.id, by="sheet")
    return [
        *facts([
            ("Setting", stacked(held.title, _where(selection, held))),
            ("From", day(held.from_on)),
            ("Agreed with", held.agreed_with),
            ("To be looked at again", day(held.review_on)),
        ]),
        *_in_force(lines),
    ]  # fmt: skip


def _in_force(lines: Sequence[ScopeLine]) -> list[Flowable]:
    rows = []
    for kind, held in in_force(lines).items():
        for at, each in enumerate(held):
            cells = (kind.label if at == 0 else "", each.words, each.detail)
            rows.append(
                Row(cells, first=STATEMENT, line_from=0 if at == 0 else 1, group=kind.label)
            )
    asked = still_to_ask(lines)
    waiting = f"{count(asked, 'line')} from the setting before: not asked about yet, so not here."
    return [
        *table(LINES, rows, title="What holds"),
        *caption(waiting if asked else ""),
    ]


def _when(sheet: ScopeSheet) -> str:
    if sheet.from_on and not sheet.to_on:
        return f"Since {day(sheet.from_on)}"
    return span(sheet.from_on, sheet.to_on)


def _where(selection: Selection, sheet: ScopeSheet) -> str:
    workplace = selection.whole.find(Workplace, sheet.workplace)
    return workplace.name if workplace else ""
