"""Training: what was learnt on courses and in-house, who confirmed it and how long it holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from .records import link, links, new_id
from .words import Word

SOON = timedelta(days=90)


class TrainingKind(Word):
    """What sort of training it was."""

    MANDATORY = "mandatory", "Mandatory training"
    IN_HOUSE = "in-house", "In-house training"
    COURSE = "course", "Course or module"
    PRECEPTOR = "preceptor", "Training for preceptors"
    CARE_CERTIFICATE = "care-certificate", "Care Certificate"
    INDUCTION = "induction", "Induction"
    OTHER = "other", "Another kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One piece of training, ready for a passport or a claim of credit."""

    id: str = field(default_factory=new_id)
    title: str = ""
    kind: TrainingKind = TrainingKind.IN_HOUSE
    provider: str = ""
    done_on: date | None = None
    expires_on: date | None = None
    minutes: int | None = None
    level: str = ""
    credits: int | None = None
    confirmed_by: str = ""
    workplace: str | None = link("workplace")
    evidence: tuple[str, ...] = links("evidence")
    words: str = ""


def expiring(trainings: Iterable[Training], *, on: date) -> tuple[Training, ...]:
    """Return what has run out by a day or does so within ninety days, the first first."""
    held = [each for each in trainings if each.expires_on and each.expires_on <= on + SOON]
    return tuple(sorted(held, key=lambda each: each.expires_on or date.max))
