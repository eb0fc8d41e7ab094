"""Where the owner works and has worked."""

from functools import partial

from ....domain.practitioner import Workplace, WorkplaceKind
from ....domain.words import span
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field
from ...record_page import RecordPage, Shape
from ...rows import Row, State


def _has_employer(workplace: Workplace) -> bool:
    return workplace.kind is not WorkplaceKind.SOLE


WORKPLACE = (
    Field(
        name="name",
        label="",
        make=partial(Line, is_title=True, placeholder="Name of the place"),
    ),
    Field(
        name="kind",
        label="Kind",
        make=partial(Choice, options=of_words(WorkplaceKind), nothing="Not chosen yet"),
    ),
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


def _workplace_row(workplace: Workplace) -> Row:
    until = span(workplace.started_on, workplace.ended_on)
    kind = workplace.kind.label if workplace.kind else ""
    return Row(
        when="",
        title=workplace.name or "Untitled workplace",
        detail=" · ".join(part for part in (kind, until) if part),
        state=State(icon="done", word="Now") if workplace.ended_on is None else None,
    )
