"""The practitioner whose portfolio this is, where they work and what they are qualified in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .records import code, new_id
from .words import Word, duration


class Role(Word):
    """Which side of a preceptorship the owner is on."""

    PRECEPTEE = "preceptee", "Preceptee"
    PRECEPTOR = "preceptor", "Preceptor"
    BOTH = "both", "Preceptee and preceptor"


class Nation(Word):
    """Where in the United Kingdom someone practises; chooses wording and links only."""

    ENGLAND = "england", "England"
    SCOTLAND = "scotland", "Scotland"
    WALES = "wales", "Wales"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"


class Route(Word):
    """How someone came into the profession."""

    DEGREE = "degree", "Degree"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship"
    SECOND_CAREER = "second-career", "Second or later career"
    INTERNATIONAL = "international", "Trained outside the UK"
    RETURNED = "returned", "Returned to practice"
    OTHER = "other", "Another way"


class WorkplaceKind(Word):
    """What sort of place someone works in; none of them is assumed to have a manager."""

    NHS = "nhs", "NHS organisation"
    PRIMARY_CARE = "primary-care", "Primary care"
    SOCIAL_CARE = "social-care", "Social care"
    INDEPENDENT = "independent", "Independent provider"
    CHARITY = "charity", "Charity or voluntary organisation"
    EDUCATION = "education", "School, college or university"
    SOLE = "sole", "Sole practitioner, no employer"
    OTHER = "other", "Another kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practitioner:
    """The owner of the portfolio."""

    id: str = field(default_factory=new_id)
    name: str = ""
    profession: str = code()
    modality: str = code()
    role: Role = Role.PRECEPTEE
    job_title: str = ""
    registration_number: str = ""
    registered_on: date | None = None
    last_renewed_on: date | None = None
    nation: Nation | None = None
    weekly_minutes: int | None = None
    wte_hundredths: int | None = None
    route: Route | None = None
    route_words: str = ""
    about: str = ""
    preceptor_minutes: int | None = None
    indemnity_provider: str = ""
    indemnity_cover: str = ""
    indemnity_expires_on: date | None = None
    indemnity_matches_scope: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Somewhere the owner works or has worked."""

    id: str = field(default_factory=new_id)
    name: str = ""
    kind: WorkplaceKind | None = None
    setting: str = ""
    job_title: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    preceptorship_lead: str = ""
    policy_place: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """A qualification, with its level in the owner's country's framework."""

    id: str = field(default_factory=new_id)
    title: str = ""
    awarded_by: str = ""
    level: int | None = None
    awarded_on: date | None = None
    expires_on: date | None = None
    words: str = ""


def working_pattern(practitioner: Practitioner) -> str:
    """Return hours and whole-time equivalent as a phrase, "22 h 30 min a week, 0.6 WTE"."""
    parts = []
    if practitioner.weekly_minutes is not None:
        parts.append(f"{duration(practitioner.weekly_minutes)} a week")
    if practitioner.wte_hundredths is not None:
        parts.append(f"{practitioner.wte_hundredths / 100:g} WTE")
    return ", ".join(parts)


def are_own(workplaces: Iterable[Workplace]) -> bool:
    """Return whether someone who works in these places has no employer in any of them."""
    present = [each for each in workplaces if each.ended_on is None]
    return bool(present) and all(each.kind is WorkplaceKind.SOLE for each in present)


def current_workplace(workplaces: tuple[Workplace, ...]) -> Workplace | None:
    """Return the workplace begun last among those not ended, if there is one."""
    current = [each for each in workplaces if each.ended_on is None]
    return max(current, key=lambda each: each.started_on or date.min, default=None)
