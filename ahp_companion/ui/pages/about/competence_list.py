"""Competences: what each asks, when and where it was met, who signed, and when it was last used."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ....domain.changes import Change
from ....domain.competences import (
    Breadth,
    Competence,
    CompetenceFramework,
    by_heading,
    is_asked,
    is_met,
    unused_up_to,
)
from ....domain.listings import Listing
from ....domain.scope import CarriesOver
from ....domain.words import count, day, shortened
from ... import preferences
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.links import EvidenceLinks
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, between, condition, equal, everything
from ...forms import Field
from ...record_page import Shape
from ...rows import Row, State
from ...session import name_of
from .carrying import AskBelow
from .training import EARLIEST


def _framework(desk: Desk) -> Choice:
    def options() -> Sequence[tuple[str, str]]:
        return [(each.id, name_of(each)) for each in desk.session.all(CompetenceFramework)]

    return Choice(desk, options, nothing="None")


def _is_elsewhere(competence: Competence) -> bool:
    return competence.met_elsewhere or competence.carries_over is not None


FIELDS = (
    Field(name="words", label="What it asks", make=partial(Text, lines=1)),
    Field(name="met_on", label="Met on", make=Day),
    Field(name="signed_off_by", label="Signed off by", make=Line, beside=True),
    Field(name="met_elsewhere", label="", make=partial(Check, words="Met elsewhere")),
    Field(name="met_where", label="Where it was met", make=Line, shown=_is_elsewhere),
    Field(
        name="carries_over",
        label="Does it carry over to where I am now?",
        make=partial(Choice, options=of_words(CarriesOver), nothing="No change of setting"),
        shown=_is_elsewhere,
    ),
    Field(name="last_used_on", label="Last used on", make=Day),
    Field(name="recheck_on", label="Look at it again on", make=Day, beside=True),
    Field(name="evidence", label="Evidence", make=EvidenceLinks),
    Field(name="detail", label="In my own words", make=Text),
    Field(name="framework", label="Framework", make=_framework, is_folded=True),
    Field(name="number", label="Number", make=Line, is_folded=True),
    Field(name="level", label="Level", make=Line, is_folded=True, beside=True),
    Field(name="heading", label="Heading", make=Line, is_folded=True),
    Field(
        name="breadth",
        label="Breadth",
        make=partial(Choice, options=of_words(Breadth)),
        is_folded=True,
    ),
)


class Headings(QObject):
    """The headings that competences stand under, read again only once one of them changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._held: tuple[str, ...] | None = None
        desk.session.changed.connect(self._follow)

    def all(self) -> tuple[str, ...]:
        """Return the headings, in the order of the competences."""
        if self._held is None:
            self._held = tuple(by_heading(self._desk.session.all(Competence)))
        return self._held

    def _follow(self, change: Change) -> None:
        for each in change.edits:
            if isinstance(each.record, Competence) and _heading(each.before) != _heading(
                each.after
            ):
                self._held = None


def competence_shape(desk: Desk, *, beside: Sequence[QWidget]) -> Shape:
    """Return what the list of competences is about."""
    return Shape(
        title="Competences",
        record=Competence,
        order=("met_on",),
        # As the framework has them: the order they came in.
        fixed=Listing(record=Competence, descending=False),
        row=partial(competence_row, desk),
        fields=FIELDS,
        make=partial(_new, desk),
        add="Add competence",
        icon="check",
        empty_title="The competences of your frameworks will live here",
        empty_words=(
            "Bring in a framework from a spreadsheet or from Mahara, or type its lines. For each "
            "you keep when and where it was met, who signed, and when you last used it."
        ),
        filters=filters(desk),
        folded="Number, heading and level",
        below=(AskBelow,),
        beside_filters=beside,
        is_by_month=False,
        is_part=True,
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over competences."""
    headings = Headings(desk)
    return (
        Filter(name="standing", label="How they stand", choices=partial(_standings, desk)),
        Filter(
            name="headings",
            label="Frameworks and headings",
            choices=partial(_places, desk, headings),
        ),
    )


def competence_row(desk: Desk, competence: Competence) -> Row:
    """Return what the list says of a competence."""
    words = shortened(competence.words) or "Untitled competence"
    parts = (competence.heading, competence.level, day(competence.met_on), competence.signed_off_by)
    return Row(
        when="",
        title=f"{competence.number} {words}" if competence.number else words,
        detail=" · ".join(part for part in parts if part),
        state=_state(desk, competence),
    )


def _state(desk: Desk, competence: Competence) -> State:
    today = desk.session.today()
    if is_asked(competence):
        return State(icon="help", word="Carries over?", role="warn")
    if competence.recheck_on and competence.recheck_on <= today:
        return State(icon="recurring", word="Look again", role="warn")
    if competence.met_on and not is_met(competence):
        return State(icon="close", word="Not carried over")
    if is_met(competence):
        return State(icon="done", word="Met elsewhere" if competence.met_elsewhere else "Met")
    return State(icon="to-do", word="Not yet")


def _standings(desk: Desk) -> Sequence[Narrowing]:
    today, months = desk.session.today(), desk.preferences.get(preferences.UNUSED_MONTHS)
    unused = between("last_used_on", EARLIEST, unused_up_to(today, months).isoformat())

    def long_unused(listing: Listing) -> Listing:
        return condition("met competence")(unused(listing))

    return (
        everything("All competences"),
        Narrowing(words="Met", narrow=condition("met competence")),
        Narrowing(words="Not yet", narrow=condition("competence to meet")),
        Narrowing(
            words="To look at again", narrow=between("recheck_on", EARLIEST, today.isoformat())
        ),
        Narrowing(words=f"Unused over {count(months, 'month')}", narrow=long_unused),
        Narrowing(
            words="Carries over?",
            narrow=equal("carries_over", CarriesOver.ASKED.value),
        ),
    )


def _places(desk: Desk, headings: Headings) -> Sequence[Narrowing]:
    frameworks = desk.session.all(CompetenceFramework)
    # With one framework alone, its headings say all there is to choose.
    return (
        everything("All headings"),
        *(
            Narrowing(words=_short(f"In {name_of(each)}"), narrow=equal("framework", each.id))
            for each in (frameworks if len(frameworks) > 1 else ())
        ),
        *(
            Narrowing(words=_short(each or "No heading"), narrow=equal("heading", each))
            for each in headings.all()
        ),
    )


def _short(words: str) -> str:
    return shortened(words, 30)


def _new(desk: Desk) -> Competence:
    held = desk.session.all(CompetenceFramework)
    return Competence(framework=held[0].id if len(held) == 1 else None)


def _heading(competence: Competence | None) -> str | None:
    return competence.heading if competence else None
