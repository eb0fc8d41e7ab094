"""Said where a preceptorship is set to finished: whether anything comes after; never a block."""

from ....domain.ending import Ending, Opportunity, before_the_end
from ....domain.preceptorship import Preceptorship, Status
from ...session import Session


def end_words(session: Session, preceptorship: Preceptorship) -> str:
    """Return what is said to someone who has finished with nothing after; else nothing."""
    if preceptorship.status is not Status.FINISHED:
        return ""
    endings = session.all(Ending, preceptorship=preceptorship.id)
    opportunities = session.all(Opportunity, preceptorship=preceptorship.id)
    return before_the_end(next(iter(endings), None), opportunities)
