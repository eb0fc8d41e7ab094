"""What is picked for a plan becomes records, all of it one step to undo."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ....domain.changes import Change, Edit
from ....domain.meetings import Meeting, MeetingStage
from ....domain.plan import Need, Objective, Strength
from ....domain.preceptorship import Milestone, Preceptorship, name
from ....domain.starting import (
    StarterPlan,
    first_meeting,
    picked,
    reviews_with,
    taken_along,
    with_points,
    worth_taking_along,
)
from ....domain.words import count
from ...asking import asked
from ...desk import Desk
from ...dialogs.starter_plan import (
    Look,
    Picking,
    Point,
    activity_groups,
    earlier_groups,
    starter_groups,
)
from ...session import Session


def starter_plan_of(session: Session, preceptorship: Preceptorship) -> StarterPlan | None:
    """Return the starter plan for a preceptorship's transition."""
    return session.catalogue.starter_plans.get(preceptorship.transition.value)


def pick_from_starter_plan(parent: QWidget, desk: Desk, preceptorship: Preceptorship) -> None:
    """Show the starter plan and add what is ticked in it."""
    plan = starter_plan_of(desk.session, preceptorship)
    if plan is None:
        return
    meeting = first_meeting(desk.session.all(Meeting, preceptorship=preceptorship.id))
    dialog = Picking(
        parent,
        desk,
        title=f"Starter plan: {plan.name}",
        about="Tick what fits. Nothing is added that you do not tick, and everything can be "
        f"changed or deleted afterwards. {plan.source}.",
        groups=starter_groups(plan, has_first_meeting=meeting is not None),
    )
    if asked(dialog):
        _add(desk, preceptorship, dialog.ticked(), meeting)


def pick_ideas(parent: QWidget, desk: Desk, preceptorship: Preceptorship) -> None:
    """Show the library of activities and add what is ticked as objectives."""
    dialog = Picking(
        parent,
        desk,
        title="Ideas for the plan",
        about="Things others have done in a preceptorship, by when in it they fit. Each one you "
        "tick becomes an objective in its layer, in your words from then on.",
        groups=activity_groups(desk.session.catalogue),
        searches=True,
    )
    if asked(dialog):
        _add(desk, preceptorship, dialog.ticked(), None)


def pick_from_earlier(parent: QWidget, desk: Desk, preceptorship: Preceptorship) -> None:
    """Show what the preceptorship before leaves to this one and add what is ticked anew."""
    earlier = desk.session.get(Preceptorship, preceptorship.follows)
    if earlier is None:
        return
    dialog = Picking(
        parent,
        desk,
        title=f"From {name(earlier)}",
        about="Strengths come along, and so may needs that were not met and objectives that go "
        "on. They are written anew here; the earlier preceptorship stays as it was.",
        groups=earlier_groups(left_by(desk.session, earlier.id)),
    )
    if asked(dialog):
        records = taken_along(preceptorship, dialog.ticked())
        _apply(desk, [Edit(after=each) for each in records], _lines(len(records)))


def left_by(session: Session, earlier: str) -> tuple[Strength | Need | Objective, ...]:
    """Return what an earlier preceptorship leaves to the next."""
    held: list[Strength | Need | Objective] = [
        *session.all(Strength, preceptorship=earlier),
        *session.all(Need, preceptorship=earlier),
        *session.all(Objective, preceptorship=earlier),
    ]
    return worth_taking_along(held)


def _add(
    desk: Desk, preceptorship: Preceptorship, ticked: Iterable[Any], meeting: Meeting | None
) -> None:
    held = list(ticked)
    agenda = meeting.agenda if meeting else ""
    wanted = [each.words for each in held if isinstance(each, Point)]
    points = [each for each in wanted if each not in agenda]
    records = picked(preceptorship, [each for each in held if not isinstance(each, Point | Look)])
    edits = [Edit(after=each) for each in records]
    said = _lines(len(edits)) if edits else ""
    if points:
        before = meeting or _new_meeting(preceptorship)
        edits.append(Edit(before=meeting, after=with_points(before, points)))
        here = count(len(points), "point")
        meant = f"{here} for the first meeting" if meeting else f"a first meeting with {here}"
        said = f"{said} and {meant}" if said else meant
    looked = _looks(desk.session, preceptorship, held)
    if looked:
        meant = f"what to look at in {count(len(looked), 'review')}"
        said = f"{said}, and {meant}" if said else meant
    _apply(desk, [*edits, *looked], said)


def _looks(session: Session, preceptorship: Preceptorship, held: Iterable[Any]) -> list[Edit]:
    pairs = reviews_with(
        [(each.milestone, each.words) for each in held if isinstance(each, Look)],
        session.all(Milestone, preceptorship=preceptorship.id),
        session.all(Meeting, preceptorship=preceptorship.id),
        (preceptorship.preceptor,) if preceptorship.preceptor else (),
    )
    return [Edit(before=before, after=after) for before, after in pairs]


def _lines(number: int) -> str:
    return f"{count(number, 'line')} to the plan"


def _apply(desk: Desk, edits: Sequence[Edit], said: str) -> None:
    words = f"Added {said}"
    if edits and desk.session.apply(Change(words=words, edits=tuple(edits))):
        desk.say(f"{words} · Undo with Ctrl+Z")


def _new_meeting(preceptorship: Preceptorship) -> Meeting:
    people = [each for each in (preceptorship.preceptor,) if each]
    return Meeting(
        preceptorship=preceptorship.id,
        stage=MeetingStage.INITIAL,
        planned_on=preceptorship.started_on,
        people=tuple(people),
    )
