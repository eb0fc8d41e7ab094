"""What belongs to one preceptorship, gathered for a part that says something of all of it."""

from typing import Any

from ....domain import kinds
from ....domain.confidence import ConfidenceRating
from ....domain.listings import Listing
from ....domain.people import Person
from ....domain.portfolio import Portfolio, gathered
from ....domain.preceptorship import Preceptorship
from ....domain.records import shapes
from ....domain.workbooks import WorkbookAnswer
from ...session import Session

BELONGING = tuple(
    kind
    for kind in kinds.KINDS
    if any(each.name == "preceptorship" for each in shapes(kind.record))
)
# What belongs to something that belongs to a preceptorship, and the field that says to what.
WITHIN = (
    (ConfidenceRating, "rated", "rated_statement"),
    (WorkbookAnswer, "worksheet", "worksheet"),
)
# A change to any of these can change what is said of a preceptorship as a whole.
FOLLOWED = frozenset(kind.name for kind in BELONGING) | frozenset(
    {"confidence_rating", "person", "preceptorship", "workbook_answer"}
)


def gathered_for(session: Session, preceptorship: Preceptorship) -> Portfolio:
    """Return the records of one preceptorship, and everyone there is around it."""
    held: dict[str, list[Any]] = {
        kind.name: session.all(kind.record, preceptorship=preceptorship.id) for kind in BELONGING
    }
    held["preceptorship"] = [preceptorship]
    held["person"] = list(session.all(Person))
    for record, field, owner in WITHIN:
        owners = tuple(each.id for each in held[owner])
        listing = Listing(record=record, among={field: owners})
        held[kinds.BY_RECORD[record].name] = session.listed(listing, -1)
    return gathered(held)
