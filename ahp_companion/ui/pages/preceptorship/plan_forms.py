"""The forms of the plan: a strength, a need, an objective."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ....domain.pillars import Pillar
from ....domain.plan import Layer, Need, Objective, ObjectiveState, Priority
from ...desk import Desk
from ...fields.choices import Chips, Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field

Needs = Callable[[], Iterable[Need]]
PILLARS_HELP = "The first one you choose is the main one."


def strength_fields() -> tuple[Field, ...]:
    """Return the form of a strength."""
    return (
        Field(name="words", label="Strength", make=Line),
        Field(
            name="detail",
            label="Where it shows",
            help="Earlier work counts, and so does life outside it.",
            make=partial(Text, lines=2),
        ),
    )


def need_fields() -> tuple[Field, ...]:
    """Return the form of a need."""
    return (
        Field(name="words", label="Need", make=Line),
        Field(name="detail", label="More about it", make=partial(Text, lines=2)),
        Field(name="how", label="What would help", make=partial(Text, lines=2)),
        Field(name="priority", label="Comes", make=_priority),
        Field(name="due_on", label="By", make=Day, beside=True),
        Field(name="met_on", label="Met on", make=Day, beside=True),
        Field(name="layer", label="Layer", make=_any_layer, beside=True),
        Field(
            name="pillars", label="Pillars", help=PILLARS_HELP, make=partial(Chips, values=Pillar)
        ),
    )


def objective_fields(desk: Desk, needs: Needs) -> tuple[Field, ...]:
    """Return the form of an objective; `needs` gives those it can answer."""
    return (
        Field(name="title", label="Objective", make=Line),
        Field(
            name="how",
            label="How I will know, and what it takes",
            make=partial(Text, lines=2),
        ),
        Field(name="state", label="Where it stands", make=_state, write=_stater(desk)),
        Field(name="due_on", label="By", make=Day, beside=True),
        Field(name="reached_on", label="Reached on", make=Day, beside=True, shown=_is_reached),
        Field(
            name="layer",
            label="Layer",
            help="Who it is between: you alone, your profession, all AHPs, the wider team.",
            make=_layer,
        ),
        Field(
            name="review",
            label="Looking back",
            help="What you both say of it at a review. Words are enough.",
            make=partial(Text, lines=2),
        ),
        Field(
            name="pillars",
            label="Pillars",
            help=PILLARS_HELP,
            make=partial(Chips, values=Pillar),
            is_folded=True,
        ),
        Field(name="priority", label="Comes", make=_priority, is_folded=True),
        Field(
            name="need",
            label="Answers the need",
            make=partial(_need, needs=needs),
            is_folded=True,
            beside=True,
        ),
    )


def _stater(desk: Desk) -> Callable[[Any, Any], Any]:
    def stated(objective: Objective, state: ObjectiveState) -> Objective:
        """Give a day to what is reached, so that nobody has to type today's."""
        on: date | None = None
        if state is ObjectiveState.REACHED:
            on = objective.reached_on or desk.session.today()
        return replace(objective, state=state, reached_on=on)

    return stated


def _is_reached(objective: Any) -> bool:
    return bool(objective.state is ObjectiveState.REACHED or objective.reached_on)


def _state(desk: Desk) -> Choice:
    return Choice(desk, of_words(ObjectiveState))


def _layer(desk: Desk) -> Choice:
    return Choice(desk, of_words(Layer))


def _any_layer(desk: Desk) -> Choice:
    return Choice(desk, of_words(Layer), nothing="Not chosen yet")


def _priority(desk: Desk) -> Choice:
    return Choice(desk, of_words(Priority), nothing="Not chosen yet")


def _need(desk: Desk, needs: Needs) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, each.words or "Untitled need") for each in needs()]

    return Choice(desk, options, nothing="None in particular")
