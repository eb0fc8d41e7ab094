"""The tailored plan: strengths first, then needs, then objectives in four layers."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.people import Person
from ...domain.pillars import Pillar
from ...domain.plan import (
    LAYER_MEANS,
    Layer,
    Need,
    Objective,
    ObjectiveState,
    Strength,
    by_layer,
    empty_layers,
    nothing_in,
    through_contacts,
)
from ...domain.preceptorship import Preceptorship, Side
from ...domain.words import count, day, listed, month
from ..flowables import caption, lead, prose
from ..fonts import ITALIC
from ..parts import Part
from ..selection import Selection
from ..styles import STATEMENT
from ..tables import Column, Layout, Row, table
from ..text import stacked

FROM_AWAY = "From time away"
STRENGTHS = Layout(columns=(Column("", 62), Column("", 108)))
NEEDS = Layout(
    columns=(
        Column("What", 62),
        Column("Layer and pillar", 36),
        Column("How", 42),
        Column("By", 30),
    )
)
OBJECTIVES = Layout(
    columns=(
        Column("Layer", 32),
        Column("", 8),
        Column("Objective", 47),
        Column("How", 47),
        Column("Where it stands", 36),
    )
)


def plan(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part with a preceptorship's plan; None where nothing of it is written."""
    strengths = selection.portfolio.of(Strength, held.id)
    needs = selection.portfolio.of(Need, held.id)
    objectives = selection.portfolio.of(Objective, held.id)
    if not (strengths or needs or objectives):
        return None
    whose = held.preceptee_initials if held.side is Side.PRECEPTOR else ""
    through = through_contacts(held, selection.portfolio.all(Person))
    flowables = [
        *lead(_lead(objectives, through)),
        *_strengths(strengths, whose),
        *_needs(needs, whose),
        *_objectives(selection, held, objectives),
    ]
    return Part(
        title="The plan", says="Strengths, needs and objectives", flowables=flowables, of=of
    )


def _lead(objectives: Sequence[Objective], through: str) -> str:
    if not objectives:
        return "Strengths and needs are written down; objectives are still to come."
    empty = [
        each.label.lower().replace("ahps", "AHPs")
        for each in empty_layers(objectives)
        if not (each is Layer.PROFESSION and through)
    ]
    reached = sum(1 for each in objectives if each.state is ObjectiveState.REACHED)
    filled = len(Layer) - len(empty_layers(objectives))
    words = f"{count(len(objectives), 'objective')} in {count(filled, 'layer')}"
    words += f", {reached} of them reached." if reached else "."
    return f"{words} Nothing yet for: {listed(empty)}." if empty else words


def _strengths(strengths: Sequence[Strength], whose: str) -> list[Flowable]:
    rows = [
        Row((each.words, stacked(each.detail, FROM_AWAY if each.from_away else "")),
            first=STATEMENT)
        for each in strengths
    ]  # fmt: skip
    return table(STRENGTHS, rows, title=f"What {whose} brings" if whose else "What I bring")


def _needs(needs: Sequence[Need], whose: str) -> list[Flowable]:
    rows = [
        Row((stacked(each.words, each.detail), _place(each), each.how, _by(each))) for each in needs
    ]
    title = f"What {whose} wants support with" if whose else "What I want support with"
    return table(NEEDS, rows, title=title)


def _place(need: Need) -> str:
    return stacked(need.layer.label if need.layer else "", _pillars(need.pillars))


def _by(need: Need) -> str:
    if need.met_on:
        return f"Met {day(need.met_on)}"
    priority = f"Priority: {need.priority.label.lower()}" if need.priority else ""
    return stacked(day(need.due_on), priority)


def _objectives(
    selection: Selection, of: Preceptorship, objectives: Sequence[Objective]
) -> list[Flowable]:
    if not objectives:
        return []
    rows: list[Row] = []
    reviews: list[Flowable] = []
    number = 0
    for layer, held in by_layer(objectives).items():
        if not held:
            people = selection.portfolio.all(Person)
            words = nothing_in(layer, of, people) or "Nothing at this layer yet"
            rows.append(Row((layer.label, "", words), ITALIC, STATEMENT))
        for at, each in enumerate(held):
            number += 1
            rows.append(_row(each, number, layer.label if at == 0 else ""))
            reviews += prose(each.review, label=f"Objective {number}, looking back")
    layers = "; ".join(f"{layer.label}: {means}" for layer, means in LAYER_MEANS.items())
    made = table(OBJECTIVES, rows, title="Objectives, in four layers")
    return [*made, *caption(f"{layers}."), *reviews]


def _row(objective: Objective, number: int, layer: str) -> Row:
    what = stacked(objective.title, _pillars(objective.pillars))
    cells = (layer, str(number), what, objective.how, _state(objective))
    return Row(cells, first=STATEMENT, line_from=0 if layer else 1, group=objective.layer.label)


def _state(objective: Objective) -> str:
    if objective.reached_on:
        return f"{objective.state.label}, {month(objective.reached_on)}"
    due = f"by {day(objective.due_on)}" if objective.due_on else ""
    is_open = objective.state in (ObjectiveState.TO_DO, ObjectiveState.UNDER_WAY)
    return ", ".join(each for each in (objective.state.label, due if is_open else "") if each)


def _pillars(pillars: Sequence[Pillar]) -> str:
    return listed([each.label for each in pillars])
