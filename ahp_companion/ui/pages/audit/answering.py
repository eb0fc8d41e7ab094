"""The four questions of the statement, answered for each activity chosen, in its own record."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from ....domain.cpd import CpdActivity
from ....domain.plan import Objective
from ....domain.statement import QUESTIONS
from ....domain.words import day, listed
from ...board import Board, Section
from ...buttons import button
from ...desk import Desk
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Choice
from ...fields.texts import Text
from ...forms import Field
from ...rows import State
from .audited import Audited

FOLLOWED = frozenset({"cpd_activity", "audit_profile", "practitioner", "objective"})
PRIVATE = "Private: it stays here when your profile leaves."


class Answers(Editor):
    """What someone answers about one activity; to take it out of the statement deletes nothing."""

    def __init__(self, desk: Desk, fields: Sequence[Field]) -> None:
        going = button(desk, "Open the record", self._go, look="link", name="go-to-activity")
        super().__init__(desk, fields, beside=(going,))
        self.delete_button.setText("Not for my statement")
        self.delete_button.setAccessibleName("Not for my statement")
        self.delete_button.setObjectName("not-chosen")
        self.delete_button.setIcon(desk.icons.icon("close", "accent"))

    def delete(self) -> None:
        """Take the activity out of the statement."""
        self.form.flush()
        record = self.form.record
        if record is not None:
            self._desk.session.set(record, is_chosen=False)

    def _go(self) -> None:
        self.form.flush()
        if self.form.record is not None:
            self._desk.go_to(self.form.record)


def answering(desk: Desk, audited: Audited) -> Board:
    """Return a board with a line for each activity chosen, opened to be answered."""
    return Board(
        desk,
        partial(_sections, audited),
        {CpdActivity: partial(Answers, desk, _fields(audited))},
        follows=FOLLOWED,
    )


def standards_in_words(figures: Sequence[str]) -> str:
    """Return the figures of standards as a phrase, "standards 1 and 2"."""
    return f"{'standard' if len(figures) == 1 else 'standards'} {listed(list(figures))}"


def _sections(audited: Audited) -> Sequence[Section]:
    return (
        Section(
            key="chosen",
            heading="Answer in your own words",
            means="What you write here is written in the activity itself.",
            entries=tuple(_entry(each) for each in audited.chosen),
            nothing="Nothing is chosen yet. Choose an activity above.",
        ),
    )


def _entry(activity: CpdActivity) -> Entry:
    answered = sum(bool(getattr(activity, name).strip()) for name, _, _ in QUESTIONS)
    kind = activity.learning_type.label if activity.learning_type else ""
    return Entry(
        record=activity,
        title=activity.title.strip() or "Untitled activity",
        detail=" · ".join(part for part in (day(activity.started_on), kind) if part),
        state=_state(answered),
        warning=PRIVATE if activity.private else "",
    )


def _state(answered: int) -> State:
    if answered == len(QUESTIONS):
        return State(icon="done", word="Answered", role="accent")
    if answered:
        return State(icon="under-way", word=f"{answered} of {len(QUESTIONS)} answered")
    return State(icon="to-do", word="To answer", role="warn")


def _fields(audited: Audited) -> tuple[Field, ...]:
    asked = tuple(
        Field(name=name, label=words, help=f"Speaks to {standards_in_words(standards)}.", make=Text)
        for name, words, standards in QUESTIONS
    )
    objective = Field(
        name="objective",
        label="The objective of your plan that it served",
        help="For the arrangement by plan.",
        make=partial(
            Choice, options=partial(_objectives, audited), nothing="None, or none that is there"
        ),
        shown=partial(_has_objectives, audited),
    )
    return (*asked, objective)


def _objectives(audited: Audited) -> Iterable[tuple[Any, str]]:
    for each in audited.portfolio.all(Objective):
        yield each.id, each.title.strip() or "Untitled objective"


def _has_objectives(audited: Audited, activity: CpdActivity) -> bool:
    return bool(audited.portfolio.all(Objective)) or activity.objective is not None
