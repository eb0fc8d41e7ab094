"""Every kind of record there is: its name, its words, and which of its fields say what and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from . import agreements, meetings, preceptorship, protected_time
from .access import Adjustment
from .agreements import Agreement
from .audit import AuditProfile, Gap, ProfileVersion
from .competences import Competence, CompetenceFramework
from .confidence import ConfidenceRating, RatedStatement
from .contacts import Contact
from .cpd import CpdActivity
from .delegation import Delegation
from .dismissals import Dismissal, WatchedName
from .ending import Ending, Opportunity
from .evidence import Evidence
from .exports import Export
from .feedback import Improvement, Theme
from .meetings import Action, Meeting
from .people import Person
from .plan import Need, Objective, Strength
from .practitioner import Practitioner, Qualification, Workplace
from .preceptor_changes import PreceptorChange
from .preceptorship import Milestone, Placement, Preceptorship
from .protected_time import ProtectedTime, TimeAgreement
from .records import Shape, shapes
from .reflections import Addition, Reflection
from .returning import Equivalent, Recheck, Updating
from .scope import ScopeLine, ScopeSheet
from .training import Training
from .workbooks import WorkbookAnswer, Worksheet


# There is only one of each, so each is equal to itself alone.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """One kind of record: `name` is its table, its archive key and its code everywhere.

    `day` is the field that says when it happened, where one field alone does.
    """

    name: str
    record: type
    noun: str
    nouns: str
    title: Callable[[Any], str]
    happened_on: Callable[[Any], date | None]
    day: str = ""


def text_of(record: Any) -> str:
    """Return everything the owner wrote in a record, a line for each field; what search reads."""
    lines: list[str] = []
    for shape in _in_words(of(record)):
        held = getattr(record, shape.name)
        lines += held.values() if shape.type is dict else held if shape.many else [held]
    return "\n".join(line for line in lines if line)


@cache
def _in_words(kind: Kind) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes(kind.record) if shape.is_words)


def of(record: Any) -> Kind:
    """Return the kind that a record is of."""
    return BY_RECORD[type(record)]


def _text(name: str) -> Callable[[Any], str]:
    return lambda record: str(getattr(record, name))


def _day(name: str) -> Callable[[Any], date | None]:
    return lambda record: getattr(record, name)


def _never(_record: Any) -> date | None:
    return None


def _kind(
    record: type,
    name: str,
    noun: str,
    nouns: str,
    title: str | Callable[[Any], str],
    when: str | Callable[[Any], date | None] = _never,
) -> Kind:
    return Kind(
        name=name,
        record=record,
        noun=noun,
        nouns=nouns,
        title=_text(title) if isinstance(title, str) else title,
        happened_on=_day(when) if isinstance(when, str) else when,
        day=when if isinstance(when, str) else "",
    )


# Owners come before what they own, so that reading in this order never meets an unknown link.
KINDS = (
    _kind(Practitioner, "practitioner", "about you", "about you", "name"),
    _kind(Workplace, "workplace", "workplace", "workplaces", "name", "started_on"),
    _kind(Qualification, "qualification", "qualification", "qualifications", "title", "awarded_on"),
    _kind(Person, "person", "person", "people", "name"),
    _kind(
        Preceptorship,
        "preceptorship",
        "preceptorship",
        "preceptorships",
        preceptorship.name,
        "started_on",
    ),
    _kind(Placement, "placement", "placement", "placements", "title", "started_on"),
    _kind(Milestone, "milestone", "milestone", "milestones", "title", "due_on"),
    _kind(Strength, "strength", "strength", "strengths", "words"),
    _kind(Need, "need", "need", "needs", "words", "due_on"),
    _kind(Objective, "objective", "objective", "objectives", "title", "due_on"),
    _kind(Adjustment, "adjustment", "adjustment", "adjustments", "words", "in_place_on"),
    _kind(Agreement, "agreement", "agreement", "agreements", agreements.name, "agreed_on"),
    _kind(
        PreceptorChange,
        "preceptor_change",
        "change of preceptor",
        "changes of preceptor",
        "why",
        "on",
    ),
    _kind(Updating, "updating", "updating", "entries of updating", "words", "on"),
    _kind(
        Recheck, "recheck", "thing to look at again", "things to look at again", "words", "due_on"
    ),
    _kind(Equivalent, "equivalent", "equivalent", "equivalents", "words", "settled_on"),
    _kind(
        TimeAgreement,
        "time_agreement",
        "time agreement",
        "time agreements",
        protected_time.name,
        "from_on",
    ),
    _kind(
        ProtectedTime,
        "protected_time",
        "protected time",
        "entries of protected time",
        "used_for",
        "on",
    ),
    _kind(Meeting, "meeting", "meeting", "meetings", meetings.name, meetings.happens_on),
    _kind(Action, "action", "agreed action", "agreed actions", "words", "due_on"),
    _kind(Contact, "contact", "contact", "contacts", "words", "on"),
    _kind(Worksheet, "worksheet", "worksheet", "worksheets", "title", "on"),
    _kind(WorkbookAnswer, "workbook_answer", "answer", "answers", "words"),
    _kind(Theme, "theme", "theme", "themes", "words", "on"),
    _kind(Improvement, "improvement", "improvement", "improvements", "title", "started_on"),
    _kind(Ending, "ending", "final review", "final reviews", "doing_next", "reviewed_on"),
    _kind(Opportunity, "opportunity", "opportunity", "opportunities", "words", "due_on"),
    _kind(Reflection, "reflection", "reflection", "reflections", "title", "on"),
    _kind(Addition, "addition", "addition", "additions", "words", "on"),
    _kind(RatedStatement, "rated_statement", "rated statement", "rated statements", "words"),
    _kind(ConfidenceRating, "confidence_rating", "rating", "ratings", "words", "on"),
    _kind(CpdActivity, "cpd_activity", "CPD activity", "CPD activities", "title", "started_on"),
    _kind(Evidence, "evidence", "piece of evidence", "pieces of evidence", "title", "on"),
    _kind(Training, "training", "training", "pieces of training", "title", "done_on"),
    _kind(ScopeSheet, "scope_sheet", "scope sheet", "scope sheets", "title", "from_on"),
    _kind(ScopeLine, "scope_line", "line of scope", "lines of scope", "words"),
    _kind(Delegation, "delegation", "delegation", "delegations", "what", "started_on"),
    _kind(
        CompetenceFramework,
        "competence_framework",
        "competence framework",
        "competence frameworks",
        "name",
        "as_at",
    ),
    _kind(Competence, "competence", "competence", "competences", "words", "met_on"),
    _kind(AuditProfile, "audit_profile", "audit profile", "audit profiles", "practice_summary"),
    _kind(Gap, "gap", "explained gap", "explained gaps", "explanation", "from_on"),
    _kind(
        ProfileVersion,
        "profile_version",
        "version of a profile",
        "versions of a profile",
        "words",
        "on",
    ),
    _kind(Dismissal, "dismissal", "finding set aside", "findings set aside", "reason", "on"),
    _kind(WatchedName, "watched_name", "name to look for", "names to look for", "name"),
    _kind(Export, "export", "export", "exports", "name", "on"),
)
# What is only ever its owner's: it goes into an archive, and into nothing that is for others.
OWNERS_ALONE = frozenset({"profile_version", "dismissal", "watched_name", "export"})
BY_NAME = {kind.name: kind for kind in KINDS}
BY_RECORD = {kind.record: kind for kind in KINDS}
