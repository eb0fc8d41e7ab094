"""Meetings and what was agreed in them; preceptorship and supervision stay separate logs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from .cpd import CpdActivity, LearningType
from .mix import Mix
from .pillars import Pillar
from .preceptorship import Milestone
from .records import code, link, links, new_id
from .words import Word, day

# One meeting makes one activity: its id follows from the meeting's, and tells nothing about it.
AS_CPD = UUID("8f0c2c5e-6d0b-4b8e-9f43-0a5f6e1f7d21")


class MeetingKind(Word):
    """Which log a meeting belongs to."""

    PRECEPTORSHIP = "preceptorship", "Preceptorship"
    CLINICAL_SUPERVISION = "clinical-supervision", "Clinical supervision"
    LINE_MANAGEMENT = "line-management", "Line management"
    PEER_GROUP = "peer-group", "Peer group"


class MeetingStage(Word):
    """Where in a preceptorship a meeting stands."""

    INITIAL = "initial", "Initial"
    INTERIM = "interim", "Interim"
    FINAL = "final", "Final"
    AD_HOC = "ad-hoc", "Ad hoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting, planned and then held."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    milestone: str | None = link("milestone")
    title: str = ""
    kind: MeetingKind = MeetingKind.PRECEPTORSHIP
    stage: MeetingStage = MeetingStage.AD_HOC
    planned_on: date | None = None
    planned_at: str = code()
    held_on: date | None = None
    minutes: int | None = None
    mix: Mix | None = None
    people: tuple[str, ...] = links("person")
    place: str = ""
    agenda: str = ""
    record: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something agreed in a meeting, with who does it and by when."""

    id: str = field(default_factory=new_id)
    meeting: str | None = link("meeting", owned=True)
    words: str = ""
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None


def happens_on(meeting: Meeting) -> date | None:
    """Return the day a meeting was held, or else is planned for."""
    return meeting.held_on or meeting.planned_on


def has_happened(meeting: Meeting) -> bool:
    """Return whether a meeting was held, or has something written of what was said in it."""
    return bool(meeting.held_on or meeting.record.strip())


def has_passed(meeting: Meeting, *, on: date) -> bool:
    """Return whether a meeting was planned for a day before this one and no day it was held."""
    return meeting.held_on is None and meeting.planned_on is not None and meeting.planned_on < on


def held_on(milestone: Milestone, meetings: Iterable[Meeting]) -> date | None:
    """Return the day of a milestone: its own, else the first that a meeting for it was held."""
    held = (each.held_on for each in meetings if each.milestone == milestone.id and each.held_on)
    return milestone.held_on or min(held, default=None)


def name(meeting: Meeting) -> str:
    """Return what a meeting is called: its title, else its stage and kind."""
    if meeting.title:
        return meeting.title
    if meeting.kind is MeetingKind.PRECEPTORSHIP:
        return f"{meeting.stage.label} meeting"
    return f"{meeting.kind.label} meeting"


def schedule(milestones: Iterable[Milestone], people: tuple[str, ...]) -> tuple[Meeting, ...]:
    """Return a planned meeting for each milestone: the last is final, the others interim."""
    looks = sorted(milestones, key=lambda each: each.due_on or date.max)
    return tuple(
        Meeting(
            preceptorship=each.preceptorship,
            milestone=each.id,
            title=f"Review at {each.title}",
            stage=MeetingStage.FINAL if each is looks[-1] else MeetingStage.INTERIM,
            planned_on=each.due_on,
            people=people,
        )
        for each in looks
    )


def is_overdue(action: Action, *, on: date) -> bool:
    """Return whether an action was due before a day and is not done."""
    return action.done_on is None and action.due_on is not None and action.due_on < on


def agenda_words(
    points: Iterable[str],
    last: Meeting | None,
    actions: Iterable[Action],
    plan: Iterable[str] = (),
) -> str:
    """Return an agenda as lines: what is open, what was said last time, the plan, the points."""
    blocks = []
    waiting = [f"– {_action_words(each)}" for each in actions if each.done_on is None]
    if waiting:
        blocks.append("\n".join(["Still open:", *waiting]))
    said = [line.strip() for line in last.record.splitlines() if line.strip()] if last else []
    if last and said:
        blocks.append(f"Last time, on {day(happens_on(last))}:\n– {said[0]}")
    planned = [f"– {each}" for each in plan]
    if planned:
        blocks.append("\n".join(["From the plan:", *planned]))
    blocks.append("\n".join(f"– {point}" for point in points))
    return "\n\n".join(block for block in blocks if block)


def as_cpd(meeting: Meeting) -> CpdActivity:
    """Return the activity that a meeting is to its preceptor, with nothing of the preceptee in it.

    Mentoring is among the professional activities that HCPC names. Neither the meeting's own
    words nor its preceptorship go along: both can name the other person.
    """
    return CpdActivity(
        id=str(uuid5(AS_CPD, meeting.id)),
        title="Preceptor in a preceptorship meeting",
        started_on=happens_on(meeting),
        learning_type=LearningType.PROFESSIONAL,
        pillars=(Pillar.EDUCATION,),
        minutes=meeting.minutes,
        minutes_with_others=meeting.minutes,
    )


def logged_as(
    meeting: Meeting, activities: Iterable[CpdActivity], same_day: Iterable[Meeting]
) -> CpdActivity | None:
    """Return the activity that a meeting was logged as already, if there is one.

    One of the same day and title is taken for it, unless another meeting of that day made it.
    """
    own = as_cpd(meeting)
    others = {as_cpd(each).id for each in same_day if each.id != meeting.id}
    alike = [
        each
        for each in activities
        if (each.title, each.started_on) == (own.title, own.started_on) and each.id not in others
    ]
    return next((each for each in alike if each.id == own.id), next(iter(alike), None))


def _action_words(action: Action) -> str:
    owner = f" ({action.owner})" if action.owner else ""
    due = f", by {day(action.due_on)}" if action.due_on else ""
    return f"{action.words}{owner}{due}"
