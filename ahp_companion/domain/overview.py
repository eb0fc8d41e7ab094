"""What comes next and what is unfinished: a few lines, each leading to a record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .cpd import CpdActivity
from .meetings import Action, Meeting, has_passed, held_on
from .meetings import name as name_of_meeting
from .people import Person, lacks_role_clarity
from .plan import Objective, is_overdue
from .practitioner import Practitioner
from .preceptorship import Milestone, Preceptorship, Side, name
from .professions import Renewal
from .protected_time import ProtectedTime
from .reflections import Reflection, ReflectionModel, prompts_left
from .words import count, day, day_and_month, duration, listed, shortened

# A renewal is named this long before it opens; cover, this long before it runs out.
RENEWAL_AHEAD = timedelta(days=120)
INDEMNITY_AHEAD = timedelta(days=60)
ACTION_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the overview: what, a detail, when, and the record it leads to."""

    icon: str
    words: str
    detail: str
    on: date | None
    record: Any
    is_due: bool = False


def coming(
    *,
    meetings_planned: Iterable[Meeting],
    time_planned: Iterable[ProtectedTime],
    milestones: Iterable[Milestone],
    meetings_linked: Iterable[Meeting] = (),
    preceptorships: Iterable[Preceptorship],
    renewal: Renewal | None,
    practitioner: Practitioner,
    regulator: str,
    on: date,
) -> tuple[Line, ...]:
    """Return what lies ahead, soonest first; a milestone only where it has no meeting."""
    planned, linked = tuple(meetings_planned), tuple(meetings_linked)
    of = {each.id: each for each in preceptorships}
    # One that was held before its day does not come again.
    lines = [
        _meeting(each)
        for each in planned
        if each.held_on is None and _lies_ahead(each.planned_on, on)
    ]
    met = {each.milestone for each in (*planned, *linked) if each.planned_on}
    lines += [
        _milestone(each, of.get(each.preceptorship or ""))
        for each in milestones
        if held_on(each, linked) is None and each.id not in met and _lies_ahead(each.due_on, on)
    ]
    lines += [
        _time(each)
        for each in time_planned
        if _lies_ahead(each.on, on) and not (each.taken_minutes or each.lost_minutes)
    ]
    if renewal and renewal.opens_on - on <= RENEWAL_AHEAD:
        lines.append(_renewal(renewal, practitioner, regulator, on))
    expires_on = practitioner.indemnity_expires_on
    if expires_on and expires_on - on <= INDEMNITY_AHEAD:
        lines.append(_indemnity(practitioner, expires_on, on))
    return tuple(sorted(lines, key=_when))


def unfinished(
    *,
    activities: Iterable[CpdActivity],
    activity_count: int,
    reflections: Iterable[Reflection],
    models: Any,
    actions: Iterable[Action],
    people: Iterable[Person],
    on: date,
    meetings: Iterable[Meeting] = (),
    objectives: Iterable[Objective] = (),
) -> tuple[Line, ...]:
    """Return what was begun and waits: reflections, activities, meetings, actions, objectives.

    Last come people with two roles that nothing keeps apart yet.
    """
    lines = [_reflection(each, models[each.model]) for each in reflections if each.model in models]
    lines = [each for each in lines if each.detail]
    waiting = tuple(activities)
    if waiting:
        lines.append(_activities(waiting, activity_count))
    lines += [_not_held(each) for each in meetings if has_passed(each, on=on)]
    for action in sorted(actions, key=_due):
        if action.done_on is None and action.due_on and action.due_on - on <= ACTION_AHEAD:
            lines.append(_action(action, on))
    late = [each for each in objectives if is_overdue(each, on=on)]
    lines += [_objective(each) for each in sorted(late, key=_due)]
    lines += [_role_clarity(each) for each in people if lacks_role_clarity(each)]
    return tuple(lines)


def in_days(when: date | None, *, on: date) -> str:
    """Return how far off a day is, "in 7 days", "today", "3 days ago"."""
    if when is None:
        return ""
    days = (when - on).days
    if days == 0:
        return "today"
    if abs(days) == 1:
        return "tomorrow" if days > 0 else "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def _meeting(meeting: Meeting) -> Line:
    points = len([line for line in meeting.agenda.splitlines() if line.strip()])
    when = ", ".join(part for part in (day(meeting.planned_on), meeting.planned_at) if part)
    agenda = f"{count(points, 'point')} on the agenda" if points else meeting.kind.label
    return Line(
        icon="meetings",
        words=name_of_meeting(meeting),
        detail=f"{when} · {agenda}",
        on=meeting.planned_on,
        record=meeting,
    )


def _milestone(milestone: Milestone, of: Preceptorship | None) -> Line:
    whose = name(of) if of and of.side is Side.PRECEPTOR else ""
    return Line(
        icon="preceptorship",
        words=f"Review at {milestone.title}",
        detail=" · ".join(
            part for part in (day(milestone.due_on), whose, "no meeting planned yet") if part
        ),
        on=milestone.due_on,
        record=milestone,
    )


def _time(time: ProtectedTime) -> Line:
    return Line(
        icon="time",
        words=f"Protected time, {duration(time.planned_minutes)}",
        detail=" · ".join(part for part in (day(time.on), time.used_for) if part),
        on=time.on,
        record=time,
    )


def _renewal(renewal: Renewal, practitioner: Practitioner, regulator: str, on: date) -> Line:
    is_open = renewal.opens_on <= on
    return Line(
        icon="calendar",
        words=f"{regulator} registration renewal",
        detail=(
            f"Open since {day(renewal.opens_on)}, closes {day(renewal.closes_on)}"
            if is_open
            else f"Opens {day(renewal.opens_on)}, closes {day(renewal.closes_on)}"
        ),
        on=renewal.closes_on if is_open else renewal.opens_on,
        record=practitioner,
    )


def _indemnity(practitioner: Practitioner, expires_on: date, on: date) -> Line:
    ended = expires_on < on
    return Line(
        icon="attention",
        words="Your indemnity cover has run out" if ended else "Your indemnity cover runs out",
        detail=" · ".join(p for p in (practitioner.indemnity_provider, day(expires_on)) if p),
        on=expires_on,
        record=practitioner,
        is_due=True,
    )


def _reflection(reflection: Reflection, model: ReflectionModel) -> Line:
    left = prompts_left(reflection, model)
    begun = 0 < left < len(model.prompts)
    since = f" on {day_and_month(reflection.on)}" if reflection.on else ""
    return Line(
        icon="reflections",
        words=reflection.title or "Untitled reflection",
        detail=f"Reflection begun{since}, {count(left, 'prompt')} left" if begun else "",
        on=reflection.on,
        record=reflection,
    )


def _activities(waiting: tuple[CpdActivity, ...], number: int) -> Line:
    names = [shortened(each.title, 40) or "an untitled activity" for each in waiting[:3]]
    return Line(
        icon="cpd",
        words=f"{count(number, 'activity', 'activities')} to reflect on",
        detail=listed(names) if number <= len(names) else ", ".join(names),
        on=waiting[0].started_on,
        record=waiting[0],
    )


def _action(action: Action, on: date) -> Line:
    late = action.due_on is not None and action.due_on < on
    owner = f"{action.owner}, " if action.owner else ""
    return Line(
        icon="flag",
        words=action.words,
        detail=f"{owner}{'was due' if late else 'due'} {day(action.due_on)}",
        on=action.due_on,
        record=action,
        is_due=True,
    )


def _not_held(meeting: Meeting) -> Line:
    return Line(
        icon="meetings",
        words=name_of_meeting(meeting),
        detail=f"was planned for {day(meeting.planned_on)} and is not recorded as held",
        on=meeting.planned_on,
        record=meeting,
        is_due=True,
    )


def _objective(objective: Objective) -> Line:
    return Line(
        icon="preceptorship",
        words=shortened(objective.title) or "Untitled objective",
        detail=f"Objective, was due {day(objective.due_on)}",
        on=objective.due_on,
        record=objective,
        is_due=True,
    )


def _role_clarity(person: Person) -> Line:
    return Line(
        icon="attention",
        words=f"Say how {person.name}’s two roles are kept apart",
        detail="Preceptor and clinical supervisor at once",
        on=None,
        record=person,
        is_due=True,
    )


def _lies_ahead(when: date | None, on: date) -> bool:
    return when is not None and when >= on


def _when(line: Line) -> date:
    return line.on or date.max


def _due(record: Action | Objective) -> date:
    return record.due_on or date.max
