"""Training: a list with what each was, who confirmed it, and how long it holds."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from ....domain.cpd import CpdActivity
from ....domain.practitioner import Workplace
from ....domain.training import (
    SOON,
    Training,
    TrainingKind,
    as_cpd,
    cpd_id,
    expiring,
    expiry,
    has_run_out,
)
from ....domain.words import count, day_and_month, duration
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...fields.links import EvidenceLinks
from ...fields.moments import Day, Minutes, Number
from ...fields.texts import Line, Text
from ...filters import Filter, Narrowing, between, each_of
from ...flow import FlowLayout
from ...following import Following
from ...forms import Field
from ...labels import PlainLabel, Size
from ...record_page import Below, RecordPage, Shape
from ...remark import Remark
from ...rows import Row, State
from ...session import name_of

EARLIEST = "0001-01-01"


class CpdBelow(Below):
    """What makes a CPD activity of a piece of training, once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._training: Training | None = None
        self.log = button(desk, "Log as CPD", self.log_it, icon="cpd", name="log-cpd")
        self.open = button(
            desk, "Open its CPD activity", self.open_it, icon="open", look="link", name="open-cpd"
        )
        self._words = PlainLabel("", Size.SECOND, role="third", wraps=True)
        line = FlowLayout()
        line.addWidget(self.log)
        line.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addLayout(line)
        column.addWidget(self._words)
        self._following = Following(self, desk.session, frozenset({"cpd_activity"}), self._show)

    def show_record(self, record: Training) -> None:
        """Show whether a piece of training is logged as CPD."""
        self._training = record
        self._show()

    def log_it(self) -> None:
        """Make a CPD activity of the training as it now stands."""
        training = self._now()
        if training is None or self._activity() is not None:
            return
        if self._desk.session.add(as_cpd(training), words="Logged training as CPD"):
            self._desk.say("Logged as CPD, to reflect on there · Undo with Ctrl+Z")
            self._show()

    def open_it(self) -> None:
        """Go to the CPD activity."""
        activity = self._activity()
        if activity is not None:
            self._desk.go_to(activity)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _now(self) -> Training | None:
        training = self._training
        return self._desk.session.get(Training, training.id) if training else None

    def _activity(self) -> CpdActivity | None:
        training = self._training
        return self._desk.session.get(CpdActivity, cpd_id(training)) if training else None

    def _show(self) -> None:
        activity = self._activity()
        self.log.setVisible(activity is None)
        self.open.setVisible(activity is not None)
        self._words.setText(
            f"Logged as “{name_of(activity)}”."
            if activity
            else "It takes title, day, hours and evidence along; what you learnt is yours to add."
        )


def trainings(desk: Desk) -> RecordPage:
    """Return the list of training."""
    return RecordPage(
        desk,
        Shape(
            title="Training",
            record=Training,
            order=("done_on",),
            row=partial(training_row, desk),
            fields=fields(desk),
            make=partial(_new, desk),
            add="Add training",
            icon="certificate",
            empty_title="What you are trained in will live here",
            empty_words=(
                "Courses, modules and half an hour on the ward: with hours, level, credits and "
                "who confirmed them, ready for the next place you work in."
            ),
            filters=filters(desk),
            folded="Level, credits and place",
            searched="training",
            below=(CpdBelow,),
            is_part=True,
        ),
    )


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a piece of training."""
    kind = partial(Choice, options=of_words(TrainingKind))
    return (
        Field(
            name="title", label="", make=partial(Line, is_title=True, placeholder="What was it?")
        ),
        Field(
            name="expiry",
            label="",
            make=Remark,
            read=partial(_warning, desk),
            shown=partial(_is_expiring, desk),
        ),
        Field(name="kind", label="Kind", make=kind),
        Field(name="provider", label="Provided by", make=Line, beside=True),
        Field(name="done_on", label="Done on", make=Day),
        Field(name="expires_on", label="Runs out on", make=Day, beside=True),
        Field(name="minutes", label="Hours", make=Minutes, beside=True),
        Field(
            name="confirmed_by",
            label="Confirmed by",
            help="Name and role of whoever can say that you did it.",
            make=Line,
        ),
        Field(name="words", label="What it covered", make=Text),
        Field(name="evidence", label="Evidence", make=EvidenceLinks),
        Field(name="level", label="Level", make=Line, is_folded=True),
        Field(
            name="credits",
            label="Credits",
            make=partial(Number, example="20"),
            is_folded=True,
            beside=True,
        ),
        Field(name="workplace", label="Where I worked then", make=workplace, is_folded=True),
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over training."""
    return (
        Filter(
            name="kinds",
            label="Kinds",
            choices=each_of("All kinds", "kind", TrainingKind),
        ),
        Filter(name="expiring", label="Running out", choices=partial(_running_out, desk)),
    )


def training_row(desk: Desk, training: Training) -> Row:
    """Return what the list says of a piece of training."""
    credit = count(training.credits, "credit") if training.credits else ""
    parts = (training.kind.label, training.provider, duration(training.minutes), credit)
    return Row(
        when=day_and_month(training.done_on),
        title=training.title or "Untitled training",
        detail=" · ".join(part for part in parts if part),
        state=_state(desk, training),
    )


def workplace(desk: Desk) -> Choice:
    """Return the choice of one of the owner's workplaces, or none."""

    def options() -> Sequence[tuple[str, str]]:
        return [(each.id, name_of(each)) for each in desk.session.all(Workplace)]

    return Choice(desk, options, nothing="None")


def _new(desk: Desk) -> Training:
    return replace(Training(), done_on=desk.session.today())


def _state(desk: Desk, training: Training) -> State:
    today = desk.session.today()
    if has_run_out(training, on=today):
        return State(icon="attention", word="Ran out", role="warn")
    if _is_expiring(desk, training):
        return State(icon="flag", word="Runs out soon", role="warn")
    if training.done_on is None or training.done_on > today:
        return State(icon="to-do", word="To come")
    return State(icon="done", word="Done")


def _is_expiring(desk: Desk, training: Training) -> bool:
    return bool(expiring([training], on=desk.session.today()))


def _warning(desk: Desk, training: Training) -> str:
    words = expiry(training, on=desk.session.today())
    return f"{words}. What renews it can be added as training of its own." if words else ""


def _running_out(desk: Desk) -> Sequence[Narrowing]:
    last = (desk.session.today() + SOON).isoformat()
    return (Narrowing(words="", narrow=between("expires_on", EARLIEST, last)),)
