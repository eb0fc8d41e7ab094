"""Delegation, both ways: what was handed on, to what role, and what makes it safe."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ....domain.delegation import Delegation, Direction, SupervisionLevel, is_for_review
from ....domain.listings import Listing
from ....domain.words import day
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, between, each_of, equal
from ...forms import Field
from ...printing import print_template
from ...record_page import Below, RecordPage, Shape
from ...remark import Remark
from ...rows import Row, State
from .training import EARLIEST, workplace

LEVEL = partial(Choice, options=of_words(SupervisionLevel), nothing="Not agreed yet")
HOW = (
    Field(name="workplace", label="Where", make=workplace),
    Field(
        name="how_known",
        label="How I know that it is safe",
        help="What was taught, seen done and talked through.",
        make=Text,
    ),
    Field(name="level", label="Supervision", make=LEVEL),
    Field(
        name="limits",
        label="Limits",
        help="What stays with me, and when to stop and ask.",
        make=Text,
    ),
    Field(name="started_on", label="From", make=Day),
    Field(name="review_on", label="Look at it again on", make=Day, beside=True),
    Field(name="ended_on", label="Ended on", make=Day, beside=True),
)
SAFEGUARDS = (
    Field(name="induction_on", label="Safeguards: induction on", make=Day),
    Field(name="training_on", label="Mandatory training on", make=Day, beside=True),
    Field(name="in_service_on", label="Training for this on", make=Day, beside=True),
    Field(name="supervision_on", label="Supervision set up on", make=Day, beside=True),
)


class PrintBelow(Below):
    """The way to have a delegation on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._delegation: Delegation | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        made = button(desk, "Print it", self.print, icon="print", name="print")
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Delegation) -> None:
        """Be about a delegation."""
        self._delegation = record

    def print(self) -> None:
        """Offer the delegation as a form to print."""
        if self._delegation:
            print_template(self._desk, "delegation-record", self._delegation)


def delegations(desk: Desk) -> RecordPage:
    """Return the list of what is delegated, by the owner and to them."""
    return RecordPage(
        desk,
        Shape(
            title="Delegation",
            record=Delegation,
            order=("started_on",),
            row=partial(delegation_row, desk),
            fields=fields(desk),
            make=partial(_new, desk),
            add="Add delegation",
            icon="people",
            empty_title="What you hand on, and what is handed to you, will live here",
            empty_words=(
                "Which work, to what role, how you know it is safe, who can be asked and when it "
                "is looked at again. Roles only: nobody's patient is ever named."
            ),
            filters=filters(desk),
            below=(PrintBelow,),
            is_by_month=False,
            is_part=True,
        ),
    )


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a delegation."""
    return (
        Field(
            name="what",
            label="",
            make=partial(Line, is_title=True, placeholder="Which piece of work?"),
        ),
        Field(
            name="review",
            label="",
            make=Remark,
            read=partial(_overdue, desk),
            shown=partial(_is_due, desk),
        ),
        Field(
            name="direction",
            label="Which way",
            make=partial(Choice, options=of_words(Direction)),
        ),
        Field(
            name="role",
            label="Who with",
            help="A role, such as “support worker, band 3”. Never name a patient here.",
            make=Line,
        ),
        *HOW,
        *SAFEGUARDS,
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over delegations."""
    return (
        Filter(
            name="directions",
            label="Which way",
            choices=each_of("Both ways", "direction", Direction),
        ),
        Filter(name="review", label="To look at again", choices=partial(_for_review, desk)),
    )


def delegation_row(desk: Desk, delegation: Delegation) -> Row:
    """Return what the list says of a delegation."""
    level = delegation.level.label.partition(":")[0] if delegation.level else ""
    parts = (delegation.direction.label, delegation.role, level)
    return Row(
        when="",
        title=delegation.what or "Untitled delegation",
        detail=" · ".join(part for part in parts if part),
        state=_state(desk, delegation),
    )


def _new(desk: Desk) -> Delegation:
    return replace(Delegation(), started_on=desk.session.today())


def _state(desk: Desk, delegation: Delegation) -> State:
    today = desk.session.today()
    if _is_due(desk, delegation):
        return State(icon="attention", word="Look again", role="warn")
    if delegation.ended_on and delegation.ended_on <= today:
        return State(icon="done", word="Ended")
    return State(icon="under-way", word="Goes on")


def _is_due(desk: Desk, delegation: Delegation) -> bool:
    return is_for_review(delegation, on=desk.session.today())


def _overdue(desk: Desk, delegation: Delegation) -> str:
    if not _is_due(desk, delegation):
        return ""
    return f"It was to be looked at again on {day(delegation.review_on)}."


def _for_review(desk: Desk) -> Sequence[Narrowing]:
    today = desk.session.today().isoformat()

    def narrow(listing: Listing) -> Listing:
        return equal("ended_on", None)(between("review_on", EARLIEST, today)(listing))

    return (Narrowing(words="", narrow=narrow),)
