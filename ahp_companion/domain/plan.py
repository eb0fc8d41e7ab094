"""The tailored plan: strengths first, then needs, then objectives in four layers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from .people import Person, PersonRole
from .pillars import Pillar
from .preceptorship import Preceptorship, Side
from .records import link, new_id
from .words import Word, day, listed


class Layer(Word):
    """How wide a piece of support reaches: from the person to the whole team."""

    ME = "me", "Me"
    PROFESSION = "profession", "My profession"
    AHPS = "ahps", "AHPs together"
    TEAM = "team", "The wider team"


class Priority(Word):
    """What comes first."""

    FIRST = "first", "First"
    SOON = "soon", "Soon"
    LATER = "later", "Later"


class ObjectiveState(Word):
    """How far an objective has come, in words and never in marks."""

    TO_DO = "to-do", "To do"
    UNDER_WAY = "under-way", "Under way"
    REACHED = "reached", "Reached"
    GOES_ON = "goes-on", "Goes on in the next plan"
    SET_ASIDE = "set-aside", "Set aside"


AHEAD = timedelta(weeks=6)
SETTLED = frozenset({ObjectiveState.REACHED, ObjectiveState.GOES_ON, ObjectiveState.SET_ASIDE})
LAYER_MEANS = {
    Layer.ME: "confidence and how I work",
    Layer.PROFESSION: "what my own profession asks and knows",
    Layer.AHPS: "across the allied health professions",
    Layer.TEAM: "nursing, medicine, social care and beyond",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Something the preceptee brings."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    detail: str = ""
    from_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something the preceptee wants support with."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    detail: str = ""
    layer: Layer | None = None
    pillars: tuple[Pillar, ...] = ()
    priority: Priority | None = None
    how: str = ""
    due_on: date | None = None
    met_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Something to reach in a preceptorship, in one of the four layers."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    need: str | None = link("need")
    title: str = ""
    how: str = ""
    layer: Layer = Layer.ME
    pillars: tuple[Pillar, ...] = ()
    priority: Priority | None = None
    due_on: date | None = None
    state: ObjectiveState = ObjectiveState.TO_DO
    reached_on: date | None = None
    review: str = ""


def by_layer(objectives: Iterable[Objective]) -> dict[Layer, tuple[Objective, ...]]:
    """Return the objectives of every layer, empty layers too, each in the order it was given."""
    held = tuple(objectives)
    return {layer: tuple(each for each in held if each.layer is layer) for layer in Layer}


def empty_layers(objectives: Iterable[Objective]) -> tuple[Layer, ...]:
    """Return the layers that have nothing in them yet."""
    return tuple(layer for layer, held in by_layer(objectives).items() if not held)


def through_contacts(preceptorship: Preceptorship, people: Iterable[Person]) -> str:
    """Return who fills the layer of the profession for someone who is the only one of it there.

    "Through Ishbel MacAskill, Forthside"; nothing where nobody does or others are there.
    """
    if not preceptorship.only_one_here:
        return ""
    known = [
        ", ".join(part for part in (each.name or "a contact", each.organisation) if part)
        for each in people
        if PersonRole.SAME_PROFESSION in each.roles
    ]
    return f"Through {listed(known)}" if known else ""


def nothing_in(layer: Layer, preceptorship: Preceptorship, people: Iterable[Person]) -> str:
    """Return who fills a layer from elsewhere, or that nobody does yet, whatever else is in it.

    Nothing for a layer that is filled by those who are there.
    """
    if layer is not Layer.PROFESSION or not preceptorship.only_one_here:
        return ""
    whose = "your" if preceptorship.side is Side.PRECEPTEE else "their"
    return through_contacts(preceptorship, people) or f"No contact of {whose} own profession yet"


def is_overdue(objective: Objective, *, on: date) -> bool:
    """Return whether an objective was due before a day and is neither reached nor set aside."""
    is_open = objective.state not in SETTLED and objective.reached_on is None
    return is_open and objective.due_on is not None and objective.due_on < on


def to_talk_about(
    objectives: Iterable[Objective], needs: Iterable[Need], *, on: date, most: int = 5
) -> tuple[str, ...]:
    """Return the lines of a plan for the next meeting: open objectives by day, then first needs.

    An objective is named from six weeks before its day; one under way at any time.
    """
    soon = on + AHEAD
    due = [
        each
        for each in objectives
        if each.state not in SETTLED
        and each.title.strip()
        and (each.state is ObjectiveState.UNDER_WAY or (each.due_on and each.due_on <= soon))
    ]
    lines = [
        f"{each.title.strip()}{f' (by {day(each.due_on)})' if each.due_on else ''}"
        for each in sorted(due, key=lambda each: each.due_on or date.max)
    ]
    lines += [
        each.words.strip()
        for each in first_needs_first(needs)
        if each.met_on is None and each.priority is Priority.FIRST and each.words.strip()
    ]
    return tuple(lines[:most])


def first_needs_first(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return needs in the order to look at them: not yet met, by priority and then by day."""
    order = list(Priority)

    def at(need: Need) -> tuple[bool, int, date]:
        rank = order.index(need.priority) if need.priority else len(order)
        return need.met_on is not None, rank, need.due_on or date.max

    return tuple(sorted(needs, key=at))
