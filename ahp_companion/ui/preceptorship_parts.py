"""The tabs of the preceptorship page in the order people go through them.

Each part shows one preceptorship (`show_preceptorship`), opens a record of its own (`open`) and
saves what is being typed (`flush`). It is made when first opened, in a column that scrolls.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from ..domain import kinds
from .agreement_part import AgreementPart
from .before_part import BeforePart
from .desk import Desk
from .details_part import DetailsPart
from .ending_part import ending_part
from .feedback_part import feedback_part
from .people_list import PeopleList
from .placement_list import PlacementList
from .plan_board import PlanBoard
from .tabs import Part

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
