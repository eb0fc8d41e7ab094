"""CPD activities: what someone did to keep learning, and what came of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .mix import Mix
from .pillars import Pillar
from .records import codes, link, links, new_id
from .words import Word


class LearningType(Word):
    """The kinds of learning that HCPC names; a record should hold more than one."""

    WORK_BASED = "work-based", "Work-based"
    PROFESSIONAL = "professional", "Professional"
    FORMAL = "formal", "Formal"
    SELF_DIRECTED = "self-directed", "Self-directed"
    OTHER = "other", "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CpdActivity:
    """Something done to keep learning; the first of its pillars is the main one.

    `brought_along` is what a file from elsewhere said of it that has no field here.
    """

    id: str = field(default_factory=new_id)
    title: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    learning_type: LearningType | None = None
    pillars: tuple[Pillar, ...] = ()
    minutes: int | None = None
    minutes_with_others: int | None = None
    mix: Mix | None = None
    what_i_did: str = ""
    what_i_learnt: str = ""
    benefit_to_practice: str = ""
    benefit_to_service_users: str = ""
    provider: str = ""
    statements: tuple[str, ...] = codes()
    evidence: tuple[str, ...] = links("evidence")
    preceptorship: str | None = link("preceptorship")
    is_chosen: bool = False
    private: bool = False
    objective: str | None = link("objective")
    brought_along: str = ""


def is_unfinished(activity: CpdActivity) -> bool:
    """Return whether an activity was captured and not yet reflected on."""
    return not (
        activity.started_on
        and activity.learning_type
        and activity.what_i_learnt.strip()
        and (activity.benefit_to_practice.strip() or activity.benefit_to_service_users.strip())
    )


def in_window(activity: CpdActivity, from_on: date, to_on: date) -> bool:
    """Return whether any day of an activity lies in a span."""
    begun = activity.started_on
    return bool(begun and begun <= to_on and max(begun, activity.ended_on or begun) >= from_on)


def main_pillar(activity: CpdActivity) -> Pillar | None:
    """Return the first pillar, the one that totals count by."""
    return activity.pillars[0] if activity.pillars else None


def by_pillar(activities: Iterable[CpdActivity]) -> dict[Pillar, int]:
    """Return how many activities have each pillar as their main one."""
    counted = Counter(main_pillar(each) for each in activities)
    return {pillar: counted[pillar] for pillar in Pillar}


def minutes_by_pillar(activities: Iterable[CpdActivity]) -> dict[Pillar, int]:
    """Return the minutes under each main pillar."""
    totals = dict.fromkeys(Pillar, 0)
    for activity in activities:
        pillar = main_pillar(activity)
        if pillar:
            totals[pillar] += activity.minutes or 0
    return totals


def learning_types(activities: Iterable[CpdActivity]) -> dict[LearningType, int]:
    """Return how many activities there are of each learning type that occurs."""
    counted = Counter(each.learning_type for each in activities)
    return {kind: counted[kind] for kind in LearningType if counted[kind]}
