"""What a regulator's audit looks at: the two years, the gaps in them, and the profile."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from .calendar import months_after
from .cpd import CpdActivity
from .records import links, new_id
from .words import Word

SUMMARY_WORDS, STATEMENT_WORDS = 500, 1500
# HCPC asks for an explanation of three or more consecutive months with nothing in them.
GAP_MONTHS = 3


class Arrangement(Word):
    """What the paragraphs of a statement go by."""

    ACTIVITY = "activity", "By activity"
    STANDARD = "standard", "By standard"
    PLAN = "plan", "By plan"


class Marking(Word):
    """Whose the pages of evidence say that they are."""

    NAME = "name", "My name"
    REGISTRATION = "registration-number", "My registration number"
    CPD_NUMBER = "cpd-number", "The number of the audit"
    NOTHING = "nothing", "Nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditProfile:
    """The two texts that a profile holds beside the list, and what a call for it said.

    The texts are written by their owner alone. The days take the place of those worked out.
    """

    id: str = field(default_factory=new_id)
    practice_summary: str = ""
    personal_statement: str = ""
    cpd_number: str = ""
    called_on: date | None = None
    due_on: date | None = None
    audited_from_on: date | None = None
    renewal_opens_on: date | None = None
    renewal_closes_on: date | None = None
    arranged_by: Arrangement = Arrangement.ACTIVITY
    marked_with: Marking = Marking.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileVersion:
    """A profile as it stood on a day, with what was asked of it later and what was answered."""

    id: str = field(default_factory=new_id)
    on: date | None = None
    words: str = ""
    practice_summary: str = ""
    personal_statement: str = ""
    activities: tuple[str, ...] = links("cpd_activity")
    evidence: tuple[str, ...] = links("evidence")
    asked: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A span without recorded activity, explained in the owner's words."""

    id: str = field(default_factory=new_id)
    from_on: date | None = None
    to_on: date | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A span of three whole months or more with no activity, and the gap that explains it."""

    from_on: date
    to_on: date
    explained_by: Gap | None = None


def silences(
    activities: Iterable[CpdActivity],
    gaps: Iterable[Gap],
    *,
    from_on: date,
    to_on: date,
    months: int = GAP_MONTHS,
) -> tuple[Silence, ...]:
    """Return every span of three months or more without activity, at both ends too.

    Whole months by the calendar: from the day after one activity to the day before the next.
    A gap explains a span that it overlaps and has words.
    """
    held = tuple(each for each in gaps if each.explanation.strip())
    spans = sorted(
        (each.started_on, max(each.ended_on or each.started_on, each.started_on))
        for each in activities
        if each.started_on
    )
    found = []
    free_from = from_on
    for started_on, ended_on in [*spans, (to_on + timedelta(days=1), to_on)]:
        last_free = min(max(started_on, from_on), to_on + timedelta(days=1)) - timedelta(days=1)
        if months_after(free_from, months) - timedelta(days=1) <= last_free:
            found.append(
                Silence(
                    from_on=free_from,
                    to_on=last_free,
                    explained_by=_explaining(held, free_from, last_free),
                )
            )
        free_from = max(free_from, min(ended_on, to_on) + timedelta(days=1))
    return tuple(found)


def _explaining(gaps: tuple[Gap, ...], from_on: date, to_on: date) -> Gap | None:
    for gap in gaps:
        if (gap.from_on or from_on) <= to_on and (gap.to_on or to_on) >= from_on:
            return gap
    return None
