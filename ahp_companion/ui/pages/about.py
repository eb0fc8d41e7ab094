"""About the owner: who they are, where they work, what they are qualified in."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from ...domain.practitioner import (
    Nation,
    Practitioner,
    Qualification,
    Role,
    Route,
    Workplace,
    WorkplaceKind,
)
from ...domain.professions import number_oddity
from ...domain.words import day, span
from ..desk import Desk
from ..fields.choices import Check, Choice, of_words
from ..fields.moments import Day, Minutes, Number
from ..fields.texts import Line, Text
from ..forms import Field, Form
from ..labels import PlainLabel, Size
from ..record_page import RecordPage, Shape
from ..rows import Row, State
from ..tabs import Part, TabbedPage, scrolled

UNKNOWN = "Not chosen yet"


def _has_employer(workplace: Workplace) -> bool:
    return workplace.kind is not WorkplaceKind.SOLE


NATION = partial(Choice, options=of_words(Nation), nothing=UNKNOWN)
ROUTE = partial(Choice, options=of_words(Route), nothing=UNKNOWN)
WTE = partial(Number, example="0.6", hundredths=True)
WORK = (
    Field(name="job_title", label="Job title", make=Line),
    Field(name="nation", label="Where I practise", make=NATION, beside=True),
    Field(name="weekly_minutes", label="Hours a week", make=Minutes),
    Field(name="wte_hundredths", label="or whole-time equivalent", make=WTE, beside=True),
)
COVER = (
    Field(
        name="indemnity_provider",
        label="Indemnity cover from",
        help="Your own, your union’s or your employer’s.",
        make=Line,
    ),
    Field(name="indemnity_expires_on", label="It runs until", make=Day),
    Field(name="indemnity_cover", label="What it covers", make=Text),
    Field(
        name="indemnity_matches_scope",
        label="",
        make=partial(Check, words="It covers all that I do"),
    ),
)
BACKGROUND = (
    Field(
        name="about",
        label="About my practice",
        help="Two or three sentences open your portfolio.",
        make=partial(Text, lines=3),
    ),
    Field(name="route", label="How I came into the profession", make=ROUTE, is_folded=True),
    Field(name="route_words", label="What I bring from before", make=Text, is_folded=True),
)
WORKPLACE = (
    Field(
        name="name",
        label="",
        make=partial(Line, is_title=True, placeholder="Name of the place"),
    ),
    Field(name="kind", label="Kind", make=partial(Choice, options=of_words(WorkplaceKind))),
    Field(name="setting", label="Setting", make=Line, beside=True),
    Field(name="job_title", label="My job there", make=Line),
    Field(name="started_on", label="From", make=Day),
    Field(name="ended_on", label="Until", make=Day, beside=True),
    Field(
        name="preceptorship_lead",
        label="Who leads preceptorship there",
        make=Line,
        shown=_has_employer,
        is_folded=True,
    ),
    Field(
        name="policy_place",
        label="Where its policy is kept",
        make=Line,
        shown=_has_employer,
        is_folded=True,
    ),
    Field(name="words", label="Anything else", make=Text, is_folded=True),
)
QUALIFICATION = (
    Field(name="title", label="", make=partial(Line, is_title=True, placeholder="Qualification")),
    Field(name="awarded_by", label="Awarded by", make=Line),
    Field(name="level", label="Level", make=partial(Number, example="6"), beside=True),
    Field(name="awarded_on", label="Awarded on", make=Day),
    Field(name="expires_on", label="Runs out on", make=Day, beside=True),
    Field(name="words", label="Anything else", make=Text),
)


class AboutPage(TabbedPage):
    """You, your workplaces and your qualifications."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            desk,
            "About you",
            (
                Part(code="practitioner", word="You", make=self._you),
                Part(code="workplace", word="Workplaces", make=partial(workplaces, desk)),
                Part(code="qualification", word="Qualifications", make=partial(quals, desk)),
            ),
        )

    def show_record(self, record: Any) -> None:
        """Open the part that shows a record."""
        codes = {Workplace: "workplace", Qualification: "qualification"}
        part: Any = self.open_part(codes.get(type(record), "practitioner"))
        if type(record) in codes:
            part.show_record(record)

    def _you(self) -> QScrollArea:
        desk = self._desk
        self.form = Form(desk, you(desk), folded="Your background")
        self.oddity = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        self.form.column.addWidget(self.oddity)
        self.form.column.addWidget(
            PlainLabel(_secrecy(desk), Size.SECOND, role="third", wraps=True)
        )
        self.form.edited.connect(self._show_oddity)
        held = desk.session.all(Practitioner)
        owner = held[0] if held else desk.session.practitioner
        if not held:
            desk.session.add(owner)
        self.form.show_record(owner)
        self._show_oddity(owner)
        return scrolled(desk, self.form)

    def _show_oddity(self, owner: Practitioner) -> None:
        words = number_oddity(self._desk.session.profession, owner.registration_number)
        self.oddity.setText(words)
        self.oddity.setVisible(bool(words))

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        super().flush()


def about_page(desk: Desk) -> QWidget:
    """Return the page about the owner."""
    return AboutPage(desk)


def you(desk: Desk) -> tuple[Field, ...]:
    """Return the form of the practitioner."""
    return (*_identity(desk), *WORK, *COVER, *BACKGROUND)


def workplaces(desk: Desk) -> RecordPage:
    """Return the list of workplaces."""
    return RecordPage(
        desk,
        Shape(
            title="Workplaces",
            record=Workplace,
            order=("started_on",),
            row=_workplace_row,
            fields=WORKPLACE,
            make=Workplace,
            add="Add workplace",
            icon="workplace",
            empty_title="Where you work will live here",
            empty_words="A ward, a school, your own front room: where you work or have worked.",
            is_by_month=False,
            is_part=True,
        ),
    )


def quals(desk: Desk) -> RecordPage:
    """Return the list of qualifications."""
    return RecordPage(
        desk,
        Shape(
            title="Qualifications",
            record=Qualification,
            order=("awarded_on",),
            row=_qualification_row,
            fields=QUALIFICATION,
            make=Qualification,
            add="Add qualification",
            icon="strength",
            empty_title="What you are qualified in will live here",
            empty_words="Degrees, certificates and licences, with level and when they run out.",
            is_by_month=False,
            is_part=True,
        ),
    )


def _identity(desk: Desk) -> tuple[Field, ...]:
    regulated, with_modality = partial(_is_regulated, desk), partial(_has_modality, desk)
    return (
        Field(name="name", label="Your name, as you write it", make=Line),
        Field(name="profession", label="Profession", make=_profession),
        Field(name="modality", label="Modality", make=_modality, beside=True, shown=with_modality),
        Field(
            name="role",
            label="In a preceptorship I am",
            make=partial(Choice, options=of_words(Role)),
            beside=True,
        ),
        Field(name="registration_number", label="Registration number", make=Line, shown=regulated),
        Field(name="registered_on", label="Registered on", make=Day, beside=True, shown=regulated),
        Field(
            name="last_renewed_on", label="Last renewed on", make=Day, beside=True, shown=regulated
        ),
    )


def _secrecy(desk: Desk) -> str:
    if desk.session.has_passphrase:
        return "This portfolio is encrypted with your passphrase."
    return (
        "This portfolio has no passphrase: whoever can read its file on this computer can read "
        "what is in it."
    )


def _profession(desk: Desk) -> Choice:
    def options() -> list[tuple[str, str]]:
        return [(each.code, each.name) for each in desk.session.catalogue.professions.values()]

    return Choice(desk, options, nothing=UNKNOWN, empty="")


def _modality(desk: Desk) -> Choice:
    def options() -> list[tuple[str, str]]:
        return [(each, each.capitalize()) for each in desk.session.profession.modalities]

    return Choice(desk, options, nothing=UNKNOWN, empty="")


def _has_modality(desk: Desk, owner: Practitioner) -> bool:
    profession = desk.session.catalogue.professions.get(owner.profession)
    return bool(profession and profession.modalities)


def _is_regulated(desk: Desk, owner: Practitioner) -> bool:
    profession = desk.session.catalogue.professions.get(owner.profession)
    return profession is None or bool(profession.regulator.short)


def _workplace_row(workplace: Workplace) -> Row:
    until = span(workplace.started_on, workplace.ended_on)
    return Row(
        when="",
        title=workplace.name or "Untitled workplace",
        detail=" · ".join(part for part in (workplace.kind.label, until) if part),
        state=State(icon="done", word="Now") if workplace.ended_on is None else None,
    )


def _qualification_row(qualification: Qualification) -> Row:
    level = f"Level {qualification.level}" if qualification.level else ""
    return Row(
        when="",
        title=qualification.title or "Untitled qualification",
        detail=" · ".join(
            part
            for part in (qualification.awarded_by, level, day(qualification.awarded_on))
            if part
        ),
    )
