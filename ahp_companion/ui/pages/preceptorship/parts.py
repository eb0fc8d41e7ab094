"""The tabs of the preceptorship page in the order people go through them.

Each part shows one preceptorship (`show_preceptorship`), opens a record of its own (`open`) and
saves what is being typed (`flush`). It is made when first opened, in a column that scrolls.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from ....domain import kinds
from ...desk import Desk
from ...tabs import Part
from .agreement import AgreementPart
from .before import BeforePart
from .details import DetailsPart
from .ending import ending_part
from .feedback import feedback_part
from .people import PeopleList
from .placements import PlacementList
from .plan import PlanBoard

PLAN, DETAILS, BEFORE, AGREEMENT = "plan", "details", "before", "agreement"
PEOPLE, PLACEMENTS, FEEDBACK, END = "people", "placements", "feedback", "end"
SHOWN_IN = {
    "updating": BEFORE,
    "recheck": BEFORE,
    "equivalent": BEFORE,
    "agreement": AGREEMENT,
    "adjustment": AGREEMENT,
    "person": PEOPLE,
    "contact": PEOPLE,
    "preceptor_change": PEOPLE,
    "placement": PLACEMENTS,
    "theme": FEEDBACK,
    "improvement": FEEDBACK,
    "ending": END,
    "opportunity": END,
}


def parts(
    desk: Desk, *, opening: Callable[[str], Any], deleting: Callable[[], Any]
) -> tuple[Part, ...]:
    """Return the tabs; `opening` opens another of them, `deleting` deletes what is shown."""
    return (
        Part(code=PLAN, word="Plan", make=partial(_plan, desk, opening)),
        Part(code=DETAILS, word="Details", make=partial(DetailsPart, desk, deleting)),
        Part(code=BEFORE, word="Before", make=partial(BeforePart, desk)),
        Part(code=AGREEMENT, word="Agreement", make=partial(AgreementPart, desk)),
        Part(code=PEOPLE, word="People", make=partial(PeopleList, desk)),
        Part(code=PLACEMENTS, word="Placements", make=partial(PlacementList, desk)),
        Part(code=FEEDBACK, word="Feedback", make=partial(feedback_part, desk)),
        Part(code=END, word="The end", make=partial(ending_part, desk)),
    )


def part_of(record: Any) -> str:
    """Return the code of the tab that shows a record."""
    return SHOWN_IN.get(kinds.of(record).name, PLAN)


def _plan(desk: Desk, opening: Callable[[str], Any]) -> PlanBoard:
    plan = PlanBoard(desk)
    plan.milestones.start_chosen.connect(partial(opening, DETAILS))
    return plan
