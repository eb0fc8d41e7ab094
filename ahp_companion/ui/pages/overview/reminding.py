"""What the quiet list of the overview is made of: records to look at again, put in words."""

from datetime import date
from typing import Any

from ....domain.access import Adjustment
from ....domain.agreements import Agreement
from ....domain.calendar import months_after
from ....domain.capacity import capacity_line, promises
from ....domain.competences import Competence
from ....domain.cpd import CpdActivity
from ....domain.delegation import Delegation
from ....domain.ending import Opportunity
from ....domain.feedback import Theme
from ....domain.listings import Listing
from ....domain.meetings import Meeting, happens_on
from ....domain.mix import missing, missing_in_words
from ....domain.overview import Line
from ....domain.preceptorship import Preceptorship, Side, Status
from ....domain.protected_time import ProtectedTime, TimeAgreement, of, own_side
from ....domain.reminders import carrying_over, losing_time, reminders
from ....domain.returning import Recheck
from ....domain.scope import ScopeLine, ScopeSheet
from ....domain.training import SOON, Training
from ....domain.workbooks import WorkbookAnswer
from ...session import Session

MOST = 40
MOST_MARKED = 400
FEW = (Adjustment, Agreement, Delegation, Opportunity, Recheck, ScopeSheet, Theme)


def to_look_at(session: Session) -> tuple[Line, ...]:
    """Return a line for everything whose day to be looked at has come."""
    today = session.today()
    under_way = session.all(Preceptorship, status=Status.UNDER_WAY.value)
    records = [each for record in FEW for each in session.all(record)]
    records += _due(session, WorkbookAnswer, "review_on", today)
    records += _due(session, Competence, "recheck_on", today)
    records += _due(session, Training, "expires_on", today + SOON)
    return (
        *capacity_line(
            promises(session.all(Preceptorship), session.all(TimeAgreement), on=today),
            session.practitioner,
        ),
        *losing_time(_own_time(session, under_way), on=today),
        *_one_sided(session, under_way, today),
        *carrying_over(session.all(ScopeSheet), session.all(ScopeLine)),
        *reminders(records, on=today),
    )


def _due(session: Session, record: type, name: str, until: date) -> list[Any]:
    between = {name: (date.min.isoformat(), until.isoformat())}
    return session.listed(Listing(record=record, order=(name,), between=between), MOST)


def _own_time(session: Session, under_way: list[Preceptorship]) -> list[ProtectedTime]:
    found: list[ProtectedTime] = []
    for each in under_way:
        times = session.all(ProtectedTime, preceptorship=each.id)
        found += of(times, own_side(each.side))
    return found


def _one_sided(session: Session, under_way: list[Preceptorship], today: date) -> tuple[Line, ...]:
    """Return a line where learning has been with one side only for months."""
    mine = [each for each in under_way if each.side is Side.PRECEPTEE and each.started_on]
    if not mine:
        return ()
    since = (months_after(today, -12).isoformat(), today.isoformat())
    activities = Listing(record=CpdActivity, order=("started_on",), between={"started_on": since})
    meetings = Listing(record=Meeting, order=("held_on",), between={"held_on": since})
    marked = [(each.started_on, each.mix) for each in session.listed(activities, MOST_MARKED)]
    marked += [(happens_on(each), each.mix) for each in session.listed(meetings, MOST_MARKED)]
    began_on = min(each.started_on for each in mine if each.started_on)
    words = missing_in_words(missing(marked, began_on=began_on, on=today))
    if not words:
        return ()
    detail = "Both help: your own profession for what it knows, others for how the work is done"
    return (Line(icon="people", words=words, detail=detail, on=None, record=mine[0], is_due=True),)
