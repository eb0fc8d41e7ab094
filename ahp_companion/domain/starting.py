"""Starter plans: what each transition often takes; picked from and changed, never imposed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from .calendar import months_after
from .meetings import Meeting, MeetingKind, MeetingStage, has_happened, schedule
from .pillars import Pillar
from .plan import Layer, Need, Objective, ObjectiveState, Strength
from .preceptorship import (
    SUGGESTED_MONTHS,
    Milestone,
    Preceptorship,
    Status,
    ends_on,
    usual_milestones,
)
from .records import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterNeed:
    """A need that people in a transition often name."""

    words: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterObjective:
    """An objective that often helps; `month` says when it could be reached, in a year of twelve."""

    title: str
    how: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()
    month: int = SUGGESTED_MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterPlan:
    """What to choose from at the start of one transition."""

    code: str
    name: str
    about: str
    source: str
    as_at: str
    months: int
    months_words: str
    strengths: tuple[str, ...]
    needs: tuple[StarterNeed, ...]
    objectives: tuple[StarterObjective, ...]
    looks: tuple[str, ...]
    agenda: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedActivity:
    """One activity of the library that can be taken into a plan as an objective."""

    code: str
    title: str
    how: str
    stage: str
    layer: Layer
    pillars: tuple[Pillar, ...] = ()


Picked = str | StarterNeed | StarterObjective | SuggestedActivity


def picked(
    preceptorship: Preceptorship, choices: Iterable[Picked]
) -> tuple[Strength | Need | Objective, ...]:
    """Return the records that what was picked from a starter plan becomes in a preceptorship."""
    return tuple(_record(preceptorship, each) for each in choices)


def first_meeting(meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the first initial meeting that is planned and has not happened, if there is one."""
    ahead = [
        each
        for each in meetings
        if each.kind is MeetingKind.PRECEPTORSHIP
        and each.stage is MeetingStage.INITIAL
        and not has_happened(each)
    ]
    return min(ahead, key=lambda each: each.planned_on or date.max, default=None)


def with_points(meeting: Meeting, points: Iterable[str]) -> Meeting:
    """Return a meeting with points at the end of its agenda, a line each; none comes twice."""
    new = [f"– {point}" for point in points if point not in meeting.agenda]
    return replace(meeting, agenda="\n".join(each for each in (meeting.agenda, *new) if each))


def reviews_with(
    looks: Iterable[tuple[int, str]],
    milestones: Iterable[Milestone],
    meetings: Iterable[Meeting],
    people: tuple[str, ...],
) -> tuple[tuple[Meeting | None, Meeting], ...]:
    """Return the meetings at milestones with what to look at there, each before and after.

    `looks` says at which milestone, 0 for the first; one without a meeting gets one planned, one
    that was held is left as it is.
    """
    ahead = sorted(milestones, key=lambda each: each.due_on or date.max)
    held = {each.milestone: each for each in meetings}
    planned = {each.milestone: each for each in schedule(ahead, people)}
    found = []
    for at, words in looks:
        milestone = ahead[at] if at < len(ahead) else None
        before = held.get(milestone.id) if milestone else None
        is_open = milestone and milestone.held_on is None and not (before and has_happened(before))
        if milestone and is_open:
            found.append((before, with_points(before or planned[milestone.id], [words])))
    return tuple(found)


def worth_taking_along(
    records: Iterable[Strength | Need | Objective],
) -> tuple[Strength | Need | Objective, ...]:
    """Return what a next preceptorship can begin from: strengths, needs not met, what goes on."""
    return tuple(each for each in records if _goes_along(each))


def taken_along(
    preceptorship: Preceptorship, records: Iterable[Strength | Need | Objective]
) -> tuple[Strength | Need | Objective, ...]:
    """Return records of an earlier preceptorship anew in another, to do and without a day."""
    return tuple(_anew(preceptorship, each) for each in records)


def due_on(preceptorship: Preceptorship, month: int) -> date | None:
    """Return the day that a month of a year of twelve falls on, drawn to the length it has."""
    if preceptorship.started_on is None:
        return None
    at = Fraction(max(preceptorship.length_months, 1) * month, SUGGESTED_MONTHS)
    due = months_after(preceptorship.started_on, int(at)) + timedelta(days=int(30 * (at % 1)))
    last = ends_on(preceptorship)
    return min(due, last) if last else due


def carried_on(
    before: Preceptorship, plan: Iterable[Strength | Need | Objective], *, on: date
) -> tuple[Any, ...]:
    """Return the preceptorship that follows one, begun on a day, and what it takes along.

    First the preceptorship, then its usual milestones, then what is taken along as new records;
    those of the one before stay as they are.
    """
    after = Preceptorship(
        side=before.side,
        preceptee_initials=before.preceptee_initials,
        preceptee_profession=before.preceptee_profession,
        from_setting=before.to_setting,
        workplace=before.workplace,
        preceptor=before.preceptor,
        supervisor=before.supervisor,
        back_up=before.back_up,
        supporters=before.supporters,
        started_on=on,
        wte_hundredths=before.wte_hundredths,
        only_one_here=before.only_one_here,
        status=Status.PLANNED,
        follows=before.id,
    )
    return (after, *usual_milestones(after), *taken_along(after, plan))


def _record(preceptorship: Preceptorship, choice: Picked) -> Strength | Need | Objective:
    if isinstance(choice, str):
        return Strength(preceptorship=preceptorship.id, words=choice)
    if isinstance(choice, StarterNeed):
        return Need(
            preceptorship=preceptorship.id,
            words=choice.words,
            layer=choice.layer,
            pillars=choice.pillars,
        )
    due = due_on(preceptorship, choice.month) if isinstance(choice, StarterObjective) else None
    return Objective(
        preceptorship=preceptorship.id,
        title=choice.title,
        how=choice.how,
        layer=choice.layer,
        pillars=choice.pillars,
        due_on=due,
    )


def _goes_along(record: Strength | Need | Objective) -> bool:
    if isinstance(record, Need):
        return record.met_on is None
    return isinstance(record, Strength) or record.state is ObjectiveState.GOES_ON


def _anew(
    preceptorship: Preceptorship, record: Strength | Need | Objective
) -> Strength | Need | Objective:
    new = replace(record, id=new_id(), preceptorship=preceptorship.id)
    if isinstance(new, Strength):
        return replace(new, from_away=False)
    if isinstance(new, Need):
        return replace(new, due_on=None)
    return replace(
        new, need=None, due_on=None, state=ObjectiveState.TO_DO, reached_on=None, review=""
    )
