"""Plans of other programs: objectives where there is a preceptorship for them, or else words.

An objective belongs to a preceptorship. Where none is under way, a plan is kept as it was written,
as a reflection that only its owner sees, and nothing of it is lost.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...domain.plan import Need, Objective, ObjectiveState
from ...domain.portfolio import Portfolio
from ...domain.preceptorship import Preceptorship, Side, Status
from ...domain.reflections import Reflection
from ...domain.words import day
from .words import with_lines

FREE, WORDS = "free", "words"
STATES = {
    "completed": ObjectiveState.REACHED,
    "reached": ObjectiveState.REACHED,
    "done": ObjectiveState.REACHED,
    "started": ObjectiveState.UNDER_WAY,
    "in_progress": ObjectiveState.UNDER_WAY,
    "underway": ObjectiveState.UNDER_WAY,
    "abandoned": ObjectiveState.SET_ASIDE,
    "missed": ObjectiveState.SET_ASIDE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan as it was read: what it is about, and what is to be reached, as objectives.

    Its id is that of the need it becomes; `on` is the day it was written; `evidence` are the ids
    of what was attached to it.
    """

    id: str
    title: str = ""
    words: str = ""
    on: date | None = None
    objectives: tuple[Objective, ...] = ()
    evidence: tuple[str, ...] = ()


def state_of(written: str) -> ObjectiveState:
    """Return how far something has come, by the word of another program."""
    return STATES.get(written.lower().replace("-", "_"), ObjectiveState.TO_DO)


def planned(plans: Iterable[Plan], portfolio: Portfolio) -> tuple[list[Any], list[str]]:
    """Return plans as records for a portfolio, and remarks on where they went.

    Plans that came in before stay what they then became.
    """
    owners = {each.id: each.preceptorship for each in portfolio.all(Need)}
    owners |= {each.id: each.preceptorship for each in portfolio.all(Objective)}
    written = {each.id for each in portfolio.all(Reflection)}
    only = _only_one_under_way(portfolio)
    records: list[Any] = []
    as_words = as_objectives = 0
    for plan in plans:
        ids = (plan.id, *(each.id for each in plan.objectives))
        owner = next((owners[each] for each in ids if each in owners), None)
        if owner is None and _words_id(plan) not in written and plan.objectives:
            owner = only
        if owner:
            records += _objectives(plan, owner)
            as_objectives += 1
        else:
            records.append(_in_words(plan))
            as_words += 1
    return records, list(_remarks(as_words, as_objectives))


def _only_one_under_way(portfolio: Portfolio) -> str | None:
    found = [
        each.id
        for each in portfolio.all(Preceptorship)
        if each.side is Side.PRECEPTEE and each.status is Status.UNDER_WAY
    ]
    return found[0] if len(found) == 1 else None


def _objectives(plan: Plan, owner: str) -> Iterator[Any]:
    need = None
    is_said = plan.title in ("", *(each.title for each in plan.objectives))
    if plan.words or not is_said:
        need = Need(id=plan.id, preceptorship=owner, words=plan.title, detail=plan.words)
        yield need
    for each in plan.objectives:
        yield replace(each, preceptorship=owner, need=need.id if need else None)


def _in_words(plan: Plan) -> Reflection:
    parts = [_line(each) for each in plan.objectives]
    return Reflection(
        id=_words_id(plan),
        title=plan.title or "A plan",
        on=plan.on,
        model=FREE,
        answers={WORDS: with_lines(plan.words, parts)},
        evidence=plan.evidence,
    )


def _line(objective: Objective) -> str:
    about = [f"by {day(objective.due_on)}" if objective.due_on else "", objective.state.label]
    said = "; ".join(each for each in about if each)
    how = "".join(f"\n   {each}" for each in objective.how.splitlines() if each.strip())
    return f"– {objective.title} ({said}){how}"


def _remarks(as_words: int, as_objectives: int) -> Iterator[str]:
    if as_objectives:
        yield "What was planned comes in as objectives of the preceptorship that is under way."
    if as_words:
        yield (
            "What was planned comes in as reflections: objectives belong to a preceptorship, "
            "and not exactly one is under way."
        )


def _words_id(plan: Plan) -> str:
    return str(uuid.uuid5(uuid.UUID(plan.id), "words"))
