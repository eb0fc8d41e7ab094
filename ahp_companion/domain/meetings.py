"""Meetings and what was agreed in them; preceptorship and supervision stay separate logs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .preceptorship import Milestone
from .records import code, link, links, new_id
from .words import Word


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
