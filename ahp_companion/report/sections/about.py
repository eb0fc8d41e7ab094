"""Who the owner is, where they work, what they are qualified in, and who helps."""

from reportlab.platypus import Flowable

from ...domain.contacts import Contact, contacts_in_words
from ...domain.meetings import Meeting
from ...domain.people import Person, plays_both_parts
from ...domain.portfolio import Portfolio
from ...domain.practitioner import (
    Practitioner,
    Qualification,
    Workplace,
    WorkplaceKind,
    working_pattern,
)
from ...domain.preceptorship import Preceptorship, Side
from ...domain.professions import Regulator
from ...domain.words import day, duration, joined, listed, month, sentence
from .. import text
from ..flowables import lead, prose
from ..parts import Part
from ..selection import Selection, grouped, has_a_part, initials, profession_words
from ..tables import Column, Layout, Row, facts, table
from ..text import stacked
from .contacts import contacts
from .training import training

# A first paragraph this short can stand as the sentence that says who someone is.
LONGEST_LEAD = 280
WORKPLACES = Layout(columns=(Column("When", 45), Column("What", 75), Column("Where", 50)))
QUALIFICATIONS = Layout(columns=(Column("When", 45), Column("What", 75), Column("From", 50)))
PEOPLE = Layout(columns=(Column("Who", 45), Column("As what", 75), Column("How often", 50)))


def about(selection: Selection) -> Part | None:
    """Return the part about the owner and the people around them; None where nothing is known."""
    flowables = [
        *_opening(selection.practitioner.about),
        *facts(_facts(selection)),
        *prose(selection.practitioner.route_words, label="How I came here"),
        *_workplaces(selection.portfolio),
        *_qualifications(selection.portfolio),
        *training(selection),
        *_people(selection),
    ]
    if not flowables:
        return None
    return Part(title="About me", says="My practice, and the people in it", flowables=flowables)


def registration(selection: Selection) -> str:
    """Return the register, number and day of registration, as far as they are known."""
    owner = selection.practitioner
    number = f"{selection.regulator.short} {owner.registration_number}".strip()
    if not owner.registration_number:
        return ""
    since = f"since {day(owner.registered_on)}" if owner.registered_on else ""
    return ", ".join(each for each in (number, since) if each)


def profession(selection: Selection) -> str:
    """Return the profession with its modality, "Arts therapist, music"."""
    owner = selection.practitioner
    return ", ".join(
        each for each in (profession_words(selection, owner.profession), owner.modality) if each
    )


def _opening(words: str) -> list[Flowable]:
    first, *others = text.paragraphs(words) or [""]
    if len(first) > LONGEST_LEAD:
        return prose(words, label="In my own words")
    return [*lead(first), *prose("\n\n".join(others))]


def _facts(selection: Selection) -> list[tuple[str, str]]:
    owner = selection.practitioner
    renewed = selection.regulator is not Regulator.NONE and owner.last_renewed_on
    return [
        ("Profession", profession(selection)),
        ("Post", owner.job_title),
        ("Registration", registration(selection)),
        ("Last renewed", day(owner.last_renewed_on) if renewed else ""),
        ("Nation", owner.nation.label if owner.nation else ""),
        ("Working pattern", working_pattern(owner)),
        ("Route into the profession", owner.route.label if owner.route else ""),
        ("Indemnity", _indemnity(owner)),
        ("Time for preceptees", _for_preceptees(owner)),
    ]


def _for_preceptees(owner: Practitioner) -> str:
    return f"{duration(owner.preceptor_minutes)} a month" if owner.preceptor_minutes else ""


def _indemnity(owner: Practitioner) -> str:
    until = f"until {day(owner.indemnity_expires_on)}" if owner.indemnity_expires_on else ""
    matches = "matches my scope of practice" if owner.indemnity_matches_scope else ""
    said = (owner.indemnity_provider, owner.indemnity_cover, until, matches)
    return joined(said) if any(said[:3]) else ""


def _workplaces(portfolio: Portfolio) -> list[Flowable]:
    rows = [
        Row((_when(each), stacked(each.job_title, each.setting, each.words), _where(each)))
        for each in reversed(portfolio.all(Workplace))
    ]
    return table(WORKPLACES, rows, title="Where I have worked")


def _where(workplace: Workplace) -> str:
    kind = workplace.kind
    is_said = kind is not None and kind is not WorkplaceKind.OTHER
    return stacked(workplace.name, kind.label if kind and is_said else "")


def _when(workplace: Workplace) -> str:
    if workplace.started_on and workplace.ended_on:
        return f"{month(workplace.started_on)} to {month(workplace.ended_on)}"
    if workplace.started_on:
        return f"Since {day(workplace.started_on)}"
    return f"Until {day(workplace.ended_on)}" if workplace.ended_on else ""


def _qualifications(portfolio: Portfolio) -> list[Flowable]:
    rows = []
    for each in reversed(portfolio.all(Qualification)):
        level = f"Level {each.level}" if each.level is not None else ""
        until = f"until {day(each.expires_on)}" if each.expires_on else ""
        when = stacked(day(each.awarded_on), until)
        rows.append(Row((when, stacked(each.title, level, each.words), each.awarded_by)))
    return table(QUALIFICATIONS, rows, title="Qualifications")


def _people(selection: Selection) -> list[Flowable]:
    preceptees = _met_as_preceptees(selection.whole)
    people = [each for each in selection.portfolio.all(Person) if each.id not in preceptees]
    in_touch = grouped(selection.portfolio.all(Contact), "person")
    rows = [
        Row((each.name or initials(each.organisation), _part_played(selection, each),
             stacked(each.how_often, contacts_in_words(in_touch.get(each.id, [])))))
        for each in people
    ]  # fmt: skip
    clarity: list[Flowable] = []
    for each in people:
        if plays_both_parts(each) and each.role_clarity:
            clarity += prose(each.role_clarity, label=f"{each.name}, in two roles")
    return [
        *table(PEOPLE, rows, title="Who helps me"),
        *contacts(selection, people),
        *clarity,
    ]


def _met_as_preceptees(portfolio: Portfolio) -> set[str]:
    """Return people without a part to play whom the owner met as a preceptor: never named."""
    held = {each.id for each in portfolio.all(Preceptorship) if each.side is Side.PRECEPTOR}
    met = {
        person
        for each in portfolio.all(Meeting)
        if each.preceptorship in held
        for person in each.people
    }
    letters = [
        _bare(each.preceptee_initials) for each in portfolio.all(Preceptorship) if each.id in held
    ]
    return {
        each.id
        for each in portfolio.all(Person)
        if not has_a_part(each) and (each.id in met or _bare(initials(each.name)) in letters)
    }


def _bare(letters: str) -> str:
    return "".join(each for each in letters.upper() if each.isalpha())


def _part_played(selection: Selection, person: Person) -> str:
    roles = sentence(listed([each.label.lower() for each in person.roles]).replace("ahp", "AHP"))
    known = profession_words(selection, person.profession)
    return stacked(roles, ", ".join(each for each in (known, person.organisation) if each))
