"""Who the owner is: name, profession, work, cover and background, in one form."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.practitioner import Nation, Practitioner, Role, Route
from ....domain.professions import number_oddity
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.moments import Day, Minutes, Number
from ...fields.texts import Line, Text
from ...forms import Field, Form
from ...labels import PlainLabel, Size

UNKNOWN = "Not chosen yet"
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


class PractitionerPart(QWidget):
    """The form of the owner, with a word where a registration number looks odd."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk, you(desk), folded="Your background")
        self.oddity = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        self.form.column.addWidget(self.oddity)
        self.form.column.addWidget(
            PlainLabel(_secrecy(desk), Size.SECOND, role="third", wraps=True)
        )
        self.form.edited.connect(self._show_oddity)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        held = desk.session.all(Practitioner)
        owner = held[0] if held else desk.session.practitioner
        if not held:
            desk.session.add(owner)
        self.form.show_record(owner)
        self._show_oddity(owner)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def _show_oddity(self, owner: Practitioner) -> None:
        words = number_oddity(self._desk.session.profession, owner.registration_number)
        self.oddity.setText(words)
        self.oddity.setVisible(bool(words))


def you(desk: Desk) -> tuple[Field, ...]:
    """Return the form of the practitioner."""
    return (*_identity(desk), *WORK, *COVER, *BACKGROUND)


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
        Field(
            name="preceptor_minutes",
            label="Time I have for preceptees, a month",
            help="For all of them together; what was promised is shown beside it.",
            make=Minutes,
            shown=_gives_preceptorship,
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


def _gives_preceptorship(owner: Practitioner) -> bool:
    return owner.role is not Role.PRECEPTEE
