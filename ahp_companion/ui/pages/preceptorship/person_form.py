"""The form of a person around the owner, and what the list says of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from ....domain.people import Person, PersonRole, lacks_role_clarity
from ...entry_row import Entry
from ...fields.choices import Chips
from ...fields.texts import Line, Text
from ...forms import Field
from ...remark import Remark
from .contact_log import ContactLog
from .details_form import profession_choice
from .role_clarity import HELP, LABEL, RolesOfPerson

UNCLEAR = "Preceptor and clinical supervisor at once: say which part is meant when."


def person_fields(roles: RolesOfPerson, part_words: Callable[[Person], str]) -> tuple[Field, ...]:
    """Return the form of a person; `roles` holds a part that needs words."""
    return (
        Field(name="name", label="Name", make=Line),
        *_role_fields(roles, part_words),
        Field(name="profession", label="Profession", make=profession_choice),
        Field(name="organisation", label="Where they work", make=Line, beside=True),
        Field(name="words", label="In a few words", make=partial(Text, lines=2)),
        Field(name="contacts", label="", make=ContactLog, read=_id),
        Field(name="how_often", label="How often you meet", make=Line, is_folded=True),
        Field(name="contact", label="How to reach them", make=Line, is_folded=True),
        Field(name="how_met", label="How you met", make=Line, is_folded=True),
        Field(name="sector", label="Sector", make=Line, is_folded=True),
    )


def person_entry(person: Person, profession: str, contacts: str = "") -> Entry:
    """Return what the list says of a person, and of the contacts with them."""
    parts = (*(role.label for role in person.roles), person.organisation, contacts)
    return Entry(
        record=person,
        title=person.name.strip() or "Someone not named yet",
        detail=" · ".join(part for part in parts if part),
        aside=(profession,) if profession else (),
        warning=UNCLEAR if lacks_role_clarity(person) else "",
    )


def _role_fields(roles: RolesOfPerson, part_words: Callable[[Person], str]) -> tuple[Field, ...]:
    return (
        Field(
            name="roles",
            label="Parts",
            make=partial(Chips, values=PersonRole),
            read=roles.roles,
            write=_with_roles,
        ),
        Field(
            name="part_remark",
            label="",
            make=partial(Remark, warns=False, icon="people"),
            read=part_words,
            shown=partial(_is_said, part_words),
        ),
        Field(
            name="clarity_remark",
            label="",
            make=Remark,
            read=partial(_clarity_words, roles),
            shown=partial(_is_said, partial(_clarity_words, roles)),
        ),
        Field(
            name="role_clarity",
            label=LABEL,
            help=HELP,
            make=partial(Text, lines=2),
            shown=roles.asks,
        ),
    )


def _clarity_words(roles: RolesOfPerson, person: Person) -> str:
    return roles.words(person) or (UNCLEAR if lacks_role_clarity(person) else "")


def _is_said(words: Callable[[Person], str], person: Any) -> bool:
    return bool(words(person))


def _id(person: Person) -> str:
    return person.id


def _with_roles(person: Person, roles: tuple[PersonRole, ...]) -> Person:
    return replace(person, roles=roles)
