"""What belongs to one preceptorship, gathered for a part that says something of all of it."""

from typing import Any

from ....domain import kinds
from ....domain.agreements import Agreement
from ....domain.confidence import ConfidenceRating, RatedStatement
from ....domain.cpd import CpdActivity
from ....domain.ending import Ending
from ....domain.feedback import Improvement, Theme
from ....domain.meetings import Meeting
from ....domain.people import Person
from ....domain.plan import Need, Objective
from ....domain.portfolio import Portfolio, gathered
from ....domain.preceptorship import Preceptorship
from ....domain.protected_time import ProtectedTime, TimeAgreement
from ....domain.reflections import Reflection
from ....domain.workbooks import WorkbookAnswer, Worksheet
from ...session import Session

BELONGING = (
    Agreement,
    CpdActivity,
    Ending,
    Improvement,
    Meeting,
    Need,
    Objective,
    ProtectedTime,
    RatedStatement,
    Reflection,
    Theme,
    TimeAgreement,
    Worksheet,
)
# A change to any of these can change what is said of a preceptorship as a whole.
FOLLOWED = frozenset(kinds.BY_RECORD[each].name for each in BELONGING) | frozenset(
    {"confidence_rating", "person", "preceptorship", "workbook_answer"}
)


def gathered_for(session: Session, preceptorship: Preceptorship) -> Portfolio:
    """Return the records of one preceptorship, and everyone there is around it."""
    held: dict[str, list[Any]] = {"preceptorship": [preceptorship]}
    for record in BELONGING:
        found: list[Any] = session.all(record, preceptorship=preceptorship.id)
        held[kinds.BY_RECORD[record].name] = found
    held["person"] = list(session.all(Person))
    held["confidence_rating"] = [
        rating
        for each in held["rated_statement"]
        for rating in session.all(ConfidenceRating, rated=each.id)
    ]
    held["workbook_answer"] = [
        answer
        for each in held["worksheet"]
        for answer in session.all(WorkbookAnswer, worksheet=each.id)
    ]
    return gathered(held)
