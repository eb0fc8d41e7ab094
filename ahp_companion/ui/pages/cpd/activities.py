"""CPD activities: the log, and each activity as its owner writes it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ....domain.cpd import CpdActivity, LearningType, is_unfinished
from ....domain.frameworks import Framework
from ....domain.pillars import Pillar
from ....domain.professions import Regulator
from ....domain.words import day_and_month, duration
from ...desk import Desk
from ...fields.choices import Check, Chips, Choice, of_words
from ...fields.links import EvidenceLinks
from ...fields.moments import Day, Minutes
from ...fields.statements import Statements
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, between, condition, each_of, everything, holding
from ...forms import Field
from ...mix_choice import mix_choice
from ...record_page import RecordPage, Shape
from ...rows import Row, State

YEARS_BACK = 8


def frameworks(desk: Desk) -> Sequence[Framework]:
    """Return the frameworks that suit the owner's regulator."""
    regulator = desk.session.profession.regulator.value
    held = desk.session.catalogue.frameworks.values()
    return [each for each in held if each.regulator in ("", regulator)]


def _statements(desk: Desk) -> Statements:
    return Statements(desk, partial(frameworks, desk))


TYPE = partial(Choice, options=of_words(LearningType), nothing="Not chosen yet")


# What happened comes first, how it is classed after.
def _brought_something(activity: CpdActivity) -> bool:
    return bool(activity.brought_along.strip())


WHAT = (
    Field(name="title", label="", make=partial(Line, is_title=True, placeholder="What was it?")),
    Field(name="started_on", label="Date", make=Day),
    Field(name="minutes", label="Time", make=Minutes, beside=True),
    Field(name="learning_type", label="Type of learning", make=TYPE, beside=True),
    Field(name="what_i_did", label="What I did", make=Text),
    Field(name="what_i_learnt", label="What I learnt", make=Text),
    Field(
        name="benefit_to_practice",
        label="How it helps my practice",
        help="A change you intend counts too.",
        make=Text,
    ),
    Field(
        name="benefit_to_service_users",
        label="How it helps the people I see",
        help="Or students, colleagues, a service: whoever your work is for.",
        make=Text,
    ),
)
CLASSED = (
    Field(
        name="pillars",
        label="Pillars",
        help="The first one you choose is the main one.",
        make=partial(Chips, values=Pillar),
    ),
    Field(name="evidence", label="Evidence", make=EvidenceLinks),
    Field(name="ended_on", label="Last day, if it took longer", make=Day, is_folded=True),
    Field(
        name="minutes_with_others",
        label="Of that, with others",
        make=Minutes,
        is_folded=True,
        beside=True,
    ),
    Field(name="mix", label="With whom", make=mix_choice, is_folded=True, beside=True),
    Field(name="provider", label="Who provided it", make=Line, is_folded=True),
    Field(
        name="statements", label="Framework lines it speaks to", make=_statements, is_folded=True
    ),
    Field(
        name="brought_along",
        label="What came with it from elsewhere",
        make=Text,
        is_folded=True,
        shown=_brought_something,
    ),
    Field(
        name="private",
        label="",
        make=partial(Check, words="Private: stays out of every export"),
        is_folded=True,
    ),
)
CHOSEN = Field(
    name="is_chosen",
    label="",
    make=partial(Check, words="Chosen for my audit statement"),
    is_folded=True,
)


def activities(desk: Desk) -> RecordPage:
    """Return the list of CPD activities."""
    return RecordPage(desk, shape(desk))


def shape(desk: Desk) -> Shape:
    """Return what the list is about."""
    return Shape(
        title="Activities",
        record=CpdActivity,
        order=("started_on",),
        row=row,
        fields=fields(desk),
        make=partial(new_activity, desk),
        add="Add activity",
        icon="cpd",
        empty_title="What you do to keep learning will live here",
        empty_words=(
            "A conversation in the car counts as much as a course. Two lines now are worth "
            "more than a page in two years, and everything here is ready if you are audited."
            if desk.session.profession.regulator is Regulator.HCPC
            else "A conversation in the car counts as much as a course. Two lines now are "
            "worth more than a page in two years."
        ),
        filters=filters(desk),
        folded="Provider, framework lines and privacy",
        is_part=True,
    )


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of an activity; of an audit only where the owner can be audited."""
    chosen = replace(CHOSEN, shown=partial(_can_be_audited, desk))
    return (*WHAT, *CLASSED[:-1], chosen, CLASSED[-1])


def row(activity: CpdActivity) -> Row:
    """Return what the list says of an activity."""
    kind = activity.learning_type.label if activity.learning_type else ""
    detail = " · ".join(part for part in (kind, duration(activity.minutes)) if part)
    return Row(
        when=day_and_month(activity.started_on),
        title=activity.title or "Untitled activity",
        detail=detail,
        pillars=activity.pillars,
        state=_state(activity),
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over the log."""
    return (
        Filter(name="years", label="Years", choices=partial(_years, desk)),
        Filter(
            name="pillars",
            label="Pillars",
            choices=each_of("All pillars", "pillars", Pillar, holding),
        ),
        Filter(
            name="types",
            label="Types of learning",
            choices=each_of("Any type", "learning_type", LearningType),
        ),
        Filter(
            name="unfinished",
            label="To reflect",
            choices=(Narrowing(words="", narrow=condition("unfinished activity")),),
        ),
    )


def new_activity(desk: Desk) -> CpdActivity:
    """Return the activity that a press on the button begins."""
    return CpdActivity(started_on=desk.session.today())


def _can_be_audited(desk: Desk, _activity: CpdActivity) -> bool:
    return desk.session.profession.regulator is Regulator.HCPC


def _state(activity: CpdActivity) -> State:
    if activity.private:
        return State(icon="private", word="Private")
    if is_unfinished(activity):
        return State(icon="to-do", word="To reflect", role="warn")
    return State(icon="done", word="Reflected")


def _years(desk: Desk) -> Sequence[Narrowing]:
    year = desk.session.today().year
    found = [everything("All years")]
    for each in range(year, year - YEARS_BACK, -1):
        span = between("started_on", f"{each}-01-01", f"{each}-12-31")
        found.append(Narrowing(words=str(each), narrow=span))
    return found
