"""The tailored plan: strengths, needs, objectives."""

from datetime import date

from ...domain.plan import (
    SETTLED,
    Need,
    Objective,
    Strength,
    by_layer,
    first_needs_first,
)
from ...domain.words import day, listed, month
from .filling import Fill, Filling, Rows
from .fills_preceptorship import since_last_look


def strengths(filling: Filling) -> str:
    """Return what the preceptee brings, a line for each."""
    return "\n".join(
        ": ".join(part for part in (each.words, each.detail) if part)
        for each in filling.of(Strength)
    )


def needs(filling: Filling) -> Rows:
    """Return the support that is wanted, what comes first first."""
    return [
        (_both(each.words, each.detail), _place(each), each.how, _by(each))
        for each in first_needs_first(filling.of(Need))
    ]


def objectives(filling: Filling) -> Rows:
    """Return the objectives in their layers."""
    rows = []
    for layer, held in by_layer(filling.of(Objective)).items():
        rows += [
            (layer.label if at == 0 else "", each.title, each.how, _stands(each))
            for at, each in enumerate(held)
        ]
    return rows


def objectives_stand(filling: Filling) -> Rows:
    """Return the objectives ahead, and those reached since the last look; what next is blank.

    What was written of one looks back, and says nothing of what the two will agree now.
    """
    from_on, to_on = since_last_look(filling)
    return [
        (each.title, _stands(each), "")
        for each in filling.of(Objective)
        if each.state not in SETTLED
        or (each.reached_on and (from_on or date.min) <= each.reached_on <= to_on)
    ]


def _stands(objective: Objective) -> str:
    if objective.reached_on:
        return f"{objective.state.label}, {month(objective.reached_on)}"
    is_open = objective.due_on and objective.state not in SETTLED
    return _both(objective.state.label, f"By {day(objective.due_on)}" if is_open else "")


def _place(need: Need) -> str:
    pillars = listed([each.label for each in need.pillars])
    return _both(need.layer.label if need.layer else "", pillars)


def _by(need: Need) -> str:
    return f"Met {day(need.met_on)}" if need.met_on else day(need.due_on)


def _both(*words: str) -> str:
    return "\n".join(each for each in words if each.strip())


FILLS: dict[str, Fill] = {
    "strengths": strengths,
    "needs": needs,
    "objectives": objectives,
    "objectives.stand": objectives_stand,
}
