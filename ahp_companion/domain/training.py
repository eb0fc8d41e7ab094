"""Training: what was learnt on courses and in-house, who confirmed it and how long it holds."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from .cpd import CpdActivity, LearningType
from .records import link, links, new_id
from .words import Word, day

SOON = timedelta(days=90)
CPD = uuid.UUID("6a0e3f4c-58b1-5c0e-9a55-0c1f7f0d2b61")


class TrainingKind(Word):
    """What sort of training it was."""

    MANDATORY = "mandatory", "Mandatory training"
    IN_HOUSE = "in-house", "In-house training"
    COURSE = "course", "Course or module"
    PRECEPTOR = "preceptor", "Training for preceptors"
    CARE_CERTIFICATE = "care-certificate", "Care Certificate"
    INDUCTION = "induction", "Induction"
    OTHER = "other", "Another kind"


# What else it can be is the owner's to say.
LEARNING_TYPES = {
    TrainingKind.MANDATORY: LearningType.WORK_BASED,
    TrainingKind.IN_HOUSE: LearningType.WORK_BASED,
    TrainingKind.INDUCTION: LearningType.WORK_BASED,
    TrainingKind.COURSE: LearningType.FORMAL,
    TrainingKind.CARE_CERTIFICATE: LearningType.FORMAL,
}


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


def has_run_out(training: Training, *, on: date) -> bool:
    """Return whether a piece of training no longer holds on a day."""
    return training.expires_on is not None and training.expires_on < on


def expiry(training: Training, *, on: date) -> str:
    """Return how long a piece of training holds, in words; nothing where it does not run out."""
    if training.expires_on is None:
        return ""
    verb = "Ran out on" if has_run_out(training, on=on) else "Runs out on"
    return f"{verb} {day(training.expires_on)}"


def cpd_id(training: Training) -> str:
    """Return the id of the CPD activity that a piece of training makes: one and the same."""
    return str(uuid.uuid5(CPD, training.id))


def as_cpd(training: Training) -> CpdActivity:
    """Return the CPD activity that a piece of training is, still to be reflected on."""
    return CpdActivity(
        id=cpd_id(training),
        title=training.title,
        started_on=training.done_on,
        learning_type=LEARNING_TYPES.get(training.kind),
        minutes=training.minutes,
        what_i_did=training.words,
        provider=training.provider,
        evidence=training.evidence,
    )
