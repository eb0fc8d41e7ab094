"""Reflections: what was made of something that happened, private until its owner shares it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from ....domain.cpd import CpdActivity
from ....domain.evidence import Evidence
from ....domain.listings import Listing
from ....domain.meetings import Meeting
from ....domain.pillars import Pillar
from ....domain.plan import Objective
from ....domain.reflections import Addition, Reflection, prompts_left
from ....domain.words import count, day_and_month
from ...desk import Desk
from ...fields.additions import Additions
from ...fields.answers import Answers, answered, asked
from ...fields.choices import Chips, Choice, Options
from ...fields.linked import Linked, linked_fields
from ...fields.moments import Day
from ...fields.privacy import Privacy
from ...fields.texts import Line
from ...filters import Filter, Narrowing, condition, each_of, equal, everything, holding
from ...forms import Field
from ...preceptorships import preceptorship_choice, under_way
from ...record_page import RecordPage, Shape
from ...rows import Row, State
from .onward import Onward

LINKS = {
    "objectives": Objective,
    "meetings": Meeting,
    "activities": CpdActivity,
    "evidence": Evidence,
}
NOT_A_REPORT = (
    "Not an incident or safeguarding report. Leave out anything that could identify someone."
)


def reflections_page(desk: Desk) -> RecordPage:
    """Return the page of all reflections."""
    return ReflectionsPage(desk, shape(desk))


class ReflectionsPage(RecordPage):
    """The page, which also goes to the reflection that an addition belongs to."""

    def show_record(self, record: Any) -> None:
        """Choose a reflection, or the one that something was added to."""
        wanted = record
        if isinstance(record, Addition):
            wanted = self.desk.session.get(Reflection, record.reflection)
        if wanted is not None:
            super().show_record(wanted)


def shape(desk: Desk) -> Shape:
    """Return what the page is about."""
    return Shape(
        title="Reflections",
        record=Reflection,
        order=("on",),
        row=partial(row, desk),
        fields=fields(desk),
        make=partial(new_reflection, desk),
        add="Add reflection",
        icon="reflections",
        empty_title="What you make of your work will live here",
        empty_words=(
            "A few lines while it is fresh are enough; the prompts of a model help if you "
            "are stuck. Each one is yours alone until you say otherwise."
        ),
        filters=filters(desk),
        below=(Onward,),
    )


def row(desk: Desk, reflection: Reflection) -> Row:
    """Return what the list says of a reflection."""
    model = desk.session.catalogue.reflection_models.get(reflection.model)
    left = prompts_left(reflection, model) if model else 0
    return Row(
        when=day_and_month(reflection.on),
        title=reflection.title or "Untitled reflection",
        detail=f"{count(left, 'prompt')} left" if left else "",
        pillars=reflection.pillars,
        state=State(icon="private", word="Private")
        if reflection.private
        else State(icon="shared", word="Shared"),
    )


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a reflection: what it is first, the writing, and what it belongs to."""
    read, write = linked_fields(LINKS)
    return (
        Field(
            name="title",
            label="",
            make=partial(Line, is_title=True, placeholder="What is it about?"),
        ),
        Field(name="on", label="Date", make=Day),
        Field(name="model", label="Model", make=partial(Choice, options=models(desk)), beside=True),
        Field(name="private", label="", make=Privacy),
        Field(
            name="answers", label="", help=NOT_A_REPORT, make=Answers, read=asked, write=answered
        ),
        Field(name="additions", label="", make=Additions, read=attrgetter("id"), write=as_it_is),
        Field(name="pillars", label="Pillars", make=partial(Chips, values=Pillar)),
        Field(
            name="links",
            label="Linked to",
            make=partial(Linked, fields=LINKS),
            read=read,
            write=write,
        ),
        Field(
            name="preceptorship",
            label="Preceptorship",
            make=preceptorship_choice,
        ),
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over the list."""
    return (
        Filter(
            name="models",
            label="Models",
            choices=(everything("All models"), *_narrowed("model", models(desk)())),
        ),
        Filter(
            name="sharing",
            label="Private or shared",
            choices=(
                everything("Private and shared"),
                Narrowing(words="Private", narrow=condition("private")),
                Narrowing(words="Shared", narrow=condition("shared")),
            ),
        ),
        Filter(
            name="pillars",
            label="Pillars",
            choices=each_of("All pillars", "pillars", Pillar, holding),
        ),
    )


def new_reflection(desk: Desk) -> Reflection:
    """Return the reflection that a press on the button begins, by the model used last."""
    session = desk.session
    last = session.listed(Listing(record=Reflection, order=("on",)), 1)
    known = tuple(session.catalogue.reflection_models)
    model = last[0].model if last and last[0].model in known else next(iter(known), "")
    return Reflection(on=session.today(), model=model, preceptorship=under_way(desk))


def models(desk: Desk) -> Options:
    """Return the models there are to choose from."""

    def options() -> Sequence[tuple[str, str]]:
        held = desk.session.catalogue.reflection_models.values()
        return [(each.code, each.name) for each in held]

    return options


def as_it_is(record: Reflection, _value: Any) -> Reflection:
    """Return a reflection unchanged: what is added to it is kept apart."""
    return replace(record)


def _narrowed(field: str, options: Iterable[tuple[str, str]]) -> list[Narrowing]:
    return [Narrowing(words=words, narrow=equal(field, code)) for code, words in options]
