"""Who is in it: the owner, the other side of a preceptorship, and those around it."""

from collections.abc import Iterator

from ...domain.people import Person, PersonRole
from ...domain.practitioner import Workplace
from ...domain.preceptorship import Side, Status
from ...domain.templates import Reach
from ...domain.words import day, fold, listed
from ..selection import names, profession_words
from .filling import Fill, Filling


def owner(filling: Filling) -> str:
    """Return whose portfolio it is."""
    return filling.selection.practitioner.name


def owner_profession(filling: Filling) -> str:
    """Return the owner with their profession."""
    return ", ".join(each for each in (owner(filling), profession(filling)) if each)


def owner_job(filling: Filling) -> str:
    """Return what the owner is called where the preceptorship is, or else their profession."""
    return _job_title(filling) or profession(filling)


def profession(filling: Filling) -> str:
    """Return the owner's profession."""
    return profession_words(filling.selection, filling.selection.practitioner.profession)


def preceptee(filling: Filling) -> str:
    """Return the preceptee: the owner, or on a preceptor's side initials and no more."""
    held = filling.held
    return held.preceptee_initials if held and held.side is Side.PRECEPTOR else owner(filling)


def preceptee_named(filling: Filling) -> str:
    """Return the preceptee's name; on a preceptor's side it is written in by hand."""
    return "" if filling.side is Side.PRECEPTOR else owner(filling)


def preceptee_profession(filling: Filling) -> str:
    """Return the preceptee's profession."""
    held = filling.held
    if held and held.side is Side.PRECEPTOR:
        return profession_words(filling.selection, held.preceptee_profession)
    return profession(filling)


def preceptor(filling: Filling) -> str:
    """Return the preceptor: the owner on a preceptor's side, else the person named."""
    held = filling.held
    if held and held.side is Side.PRECEPTOR:
        return owner(filling)
    return _named(filling.person(held.preceptor if held else None))


def preceptor_profession(filling: Filling) -> str:
    """Return the preceptor's profession, and their role or where they work."""
    held = filling.held
    if held and held.side is Side.PRECEPTOR:
        known, title = profession(filling), _job_title(filling)
        is_said = fold(known) in fold(title)
        return ", ".join(each for each in ("" if is_said else known, title) if each)
    person = filling.person(held.preceptor if held else None)
    known = profession_words(filling.selection, person.profession) if person else ""
    return ", ".join(each for each in (known, person.organisation if person else "") if each)


def supervisor(filling: Filling) -> str:
    """Return the clinical supervisor."""
    return _named(filling.person(filling.held.supervisor if filling.held else None))


def back_up(filling: Filling) -> str:
    """Return who steps in for the preceptor."""
    return _named(filling.person(filling.held.back_up if filling.held else None))


def lead(filling: Filling) -> str:
    """Return who leads preceptorship where the owner works."""
    workplace = filling.workplace
    written = workplace.preceptorship_lead if workplace else ""
    return written or _in_role(filling, PersonRole.PRECEPTORSHIP_LEAD)


def staff_lead(filling: Filling) -> str:
    """Return the line manager."""
    return _in_role(filling, PersonRole.LINE_MANAGER)


def supporters(filling: Filling) -> str:
    """Return who else can be turned to."""
    return names(filling.selection, filling.held.supporters, None) if filling.held else ""


def clarity(filling: Filling) -> str:
    """Return how preceptor and clinical supervisor are kept apart where they are one person."""
    held = filling.held
    if held is None or not held.preceptor or held.preceptor != held.supervisor:
        return ""
    person = filling.person(held.preceptor)
    return person.role_clarity if person else ""


def clarity_sentence(filling: Filling) -> str:
    """Return the same with words that say what it is."""
    words = clarity(filling)
    return f"Preceptor and clinical supervisor are one person here. {words}" if words else ""


def registration(filling: Filling) -> str:
    """Return the regulator and the number with them."""
    kept = filling.selection.practitioner
    return " ".join(
        each for each in (filling.selection.regulator.short, kept.registration_number) if each
    )


def indemnity(filling: Filling) -> str:
    """Return who insures the owner, and until when."""
    kept = filling.selection.practitioner
    expires = day(kept.indemnity_expires_on)
    return ", ".join(each for each in (kept.indemnity_provider, expires) if each)


def today(filling: Filling) -> str:
    """Return the day it is printed on."""
    return day(filling.on)


def _job_title(filling: Filling) -> str:
    held = filling.held
    # A sheet about its owner says what they are now, and not what an old preceptorship was in.
    is_past = filling.template.reach is Reach.OWNER and held and held.status is not Status.UNDER_WAY
    own = held.workplace if held and not is_past else None
    workplace = filling.portfolio.find(Workplace, own) if own else None
    title = workplace.job_title if workplace else ""
    return title or filling.selection.practitioner.job_title


def _in_role(filling: Filling, role: PersonRole) -> str:
    return listed(list(_playing(filling, role)))


def _playing(filling: Filling, role: PersonRole) -> Iterator[str]:
    """Yield those in a part who are in this preceptorship: others are none of its business."""
    held = filling.held
    around = (held.preceptor, held.supervisor, held.back_up, *held.supporters) if held else ()
    for each in filling.portfolio.all(Person):
        if role in each.roles and each.id in around:
            yield each.name


def _named(person: Person | None) -> str:
    return person.name if person else ""


FILLS: dict[str, Fill] = {
    "owner": owner,
    "owner.profession": owner_profession,
    "owner.job": owner_job,
    "profession": profession,
    "registration": registration,
    "indemnity": indemnity,
    "today": today,
    "preceptee": preceptee,
    "preceptee.named": preceptee_named,
    "preceptee.profession": preceptee_profession,
    "preceptor": preceptor,
    "preceptor.profession": preceptor_profession,
    "supervisor": supervisor,
    "back-up": back_up,
    "lead": lead,
    "manager": staff_lead,
    "supporters": supporters,
    "clarity": clarity,
    "clarity.sentence": clarity_sentence,
}
