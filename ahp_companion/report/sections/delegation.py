"""Delegation, both ways: what was handed on, to what role, how it is known to be safe."""

from ...domain.delegation import Delegation, Direction
from ...domain.practitioner import Workplace
from ...domain.words import day
from ..parts import Part
from ..selection import Selection
from ..styles import STATEMENT
from ..tables import Column, Layout, Row, table
from ..text import stacked

ROLES = {Direction.BY_ME: "To", Direction.TO_ME: "From"}


def delegation(selection: Selection) -> Part | None:
    """Return the part with what is delegated by the owner and to them; None where nothing is."""
    held = selection.portfolio.all(Delegation)
    if not held:
        return None
    flowables = []
    for direction, role in ROLES.items():
        rows = [_row(selection, each) for each in held if each.direction is direction]
        flowables += table(_layout(role), rows, title=direction.label)
    return Part(
        title="Delegation",
        says="What is handed on, and how it is known to be safe",
        flowables=flowables,
        is_short=True,
    )


def _layout(role: str) -> Layout:
    return Layout(
        columns=(
            Column("What", 46),
            Column(role, 30),
            Column("How it is known to be safe", 52),
            Column("When", 42),
        )
    )


def _row(selection: Selection, held: Delegation) -> Row:
    workplace = selection.whole.find(Workplace, held.workplace)
    role = stacked(held.role, workplace.name if workplace else "")
    return Row((held.what, role, _known(held), _when(held)), first=STATEMENT)


def _known(held: Delegation) -> str:
    seen_to = (
        ("Induction", held.induction_on),
        ("Training", held.training_on),
        ("In-service training", held.in_service_on),
        ("Supervision", held.supervision_on),
    )
    dated = [f"{what} {day(on)}" for what, on in seen_to if on]
    limits = f"Limits: {held.limits}" if held.limits.strip() else ""
    return stacked(held.how_known, held.level.label if held.level else "", limits, *dated)


def _when(held: Delegation) -> str:
    return stacked(
        f"From {day(held.started_on)}" if held.started_on else "",
        f"To be looked at again {day(held.review_on)}" if held.review_on else "",
        f"Until {day(held.ended_on)}" if held.ended_on else "",
    )
