"""What the plan says of each strength, need and objective in a line."""

from collections.abc import Iterable, Sequence
from datetime import date

from ....domain import words
from ....domain.listings import Listing
from ....domain.plan import Need, Objective, ObjectiveState, Strength
from ....domain.reflections import Reflection
from ...entry_row import Entry
from ...rows import State
from ...session import Session

MOST_COUNTED = 500
STATES = {
    ObjectiveState.TO_DO: State(icon="to-do", word=ObjectiveState.TO_DO.label),
    ObjectiveState.UNDER_WAY: State(icon="under-way", word=ObjectiveState.UNDER_WAY.label),
    ObjectiveState.REACHED: State(icon="done", word=ObjectiveState.REACHED.label, role="accent"),
    ObjectiveState.GOES_ON: State(icon="forward", word=ObjectiveState.GOES_ON.label),
    ObjectiveState.SET_ASIDE: State(icon="close", word=ObjectiveState.SET_ASIDE.label),
}
ENDED = frozenset({ObjectiveState.REACHED, ObjectiveState.SET_ASIDE, ObjectiveState.GOES_ON})


def strength_entry(strength: Strength) -> Entry:
    """Return what the plan says of a strength."""
    title = first_line(strength.words) or "Untitled strength"
    return Entry(record=strength, title=title, detail=first_line(strength.detail))


def need_entry(need: Need) -> Entry:
    """Return what the plan says of a need."""
    state = State(icon="done", word=f"Met {words.day(need.met_on)}") if need.met_on else None
    by = f"by {words.day(need.due_on)}" if need.due_on and not need.met_on else ""
    first = need.priority.label if need.priority and not need.met_on else ""
    detail = " · ".join(part for part in (first, by) if part)
    return Entry(
        record=need,
        title=first_line(need.words) or "Untitled need",
        detail=detail or ("" if state else first_line(need.detail)),
        state=state,
    )


def objective_entry(session: Session, objective: Objective, *, on: date) -> Entry:
    """Return what the plan says of an objective, with what has been written about it."""
    return Entry(
        record=objective,
        title=first_line(objective.title) or "Untitled objective",
        detail=first_line(objective.how),
        aside=(_when(objective), written_about(session, objective)),
        state=STATES[objective.state],
        warning=_warning(objective, on),
    )


def written_about(session: Session, objective: Objective) -> str:
    """Return how many reflections name an objective, and how many activities they stand on."""
    listing = Listing(record=Reflection, holding={"objectives": objective.id})
    reflections: Sequence[Reflection] = session.listed(listing, MOST_COUNTED)
    activities = {each for reflection in reflections for each in reflection.activities}
    parts = []
    if reflections:
        parts.append(words.count(len(reflections), "reflection"))
    if activities:
        parts.append(words.count(len(activities), "activity", "activities"))
    return ", ".join(parts) or "nothing yet"


def counted(objectives: Iterable[Objective]) -> str:
    """Return how many objectives there are and how many of them are reached."""
    held = tuple(objectives)
    reached = sum(each.state is ObjectiveState.REACHED for each in held)
    if not held:
        return ""
    return f"{len(held)}, of which {reached} reached" if reached else str(len(held))


def first_line(text: str) -> str:
    """Return the first line that has words."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _when(objective: Objective) -> str:
    if objective.state is ObjectiveState.REACHED and objective.reached_on:
        return f"on {words.day(objective.reached_on)}"
    return f"by {words.day(objective.due_on)}" if objective.due_on else ""


def _warning(objective: Objective, on: date) -> str:
    is_late = objective.due_on is not None and objective.due_on < on
    if is_late and objective.state not in ENDED:
        return "The day has passed: move it, or say where it stands."
    return ""
