"""The people around a practitioner, and the parts they play."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .records import code, new_id
from .words import Word


class PersonRole(Word):
    """A part someone plays; one person may play several."""

    PRECEPTOR = "preceptor", "Preceptor"
    BACK_UP_PRECEPTOR = "back-up-preceptor", "Back-up preceptor"
    CLINICAL_SUPERVISOR = "clinical-supervisor", "Clinical supervisor"
    LINE_MANAGER = "line-manager", "Line manager"
    PRECEPTORSHIP_LEAD = "preceptorship-lead", "Preceptorship lead"
    CHIEF_AHP = "chief-ahp", "Chief AHP"
    PEER = "peer", "Peer"
    SAME_PROFESSION = "same-profession", "Same-profession contact elsewhere"
    CHAMPION = "champion", "Champion"
    MENTOR = "mentor", "Mentor"
    OTHER = "other", "Someone else"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who supports the owner."""

    id: str = field(default_factory=new_id)
    name: str = ""
    roles: tuple[PersonRole, ...] = ()
    profession: str = code()
    organisation: str = ""
    sector: str = ""
    how_met: str = ""
    how_often: str = ""
    contact: str = ""
    role_clarity: str = ""
    words: str = ""


def plays_both_parts(person: Person) -> bool:
    """Return whether someone is preceptor and clinical supervisor at once.

    The two are different roles, best held by different people; where one person holds both, it
    has to be clear which is meant when.
    """
    return {PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR} <= set(person.roles)


def lacks_role_clarity(person: Person) -> bool:
    """Return whether someone plays both parts and nothing says yet how they are kept apart."""
    return plays_both_parts(person) and not person.role_clarity.strip()


def has_own_profession_elsewhere(people: Iterable[Person]) -> bool:
    """Return whether anyone is a contact of the owner's own profession in another place."""
    return any(PersonRole.SAME_PROFESSION in each.roles for each in people)
