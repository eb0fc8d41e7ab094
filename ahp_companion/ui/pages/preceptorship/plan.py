"""The plan of one preceptorship: strengths first, then needs, beside objectives in four layers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ....domain.agreements import Agreement, agreed_words
from ....domain.people import Person
from ....domain.plan import (
    LAYER_MEANS,
    Layer,
    Need,
    Objective,
    Strength,
    by_layer,
    first_needs_first,
    nothing_in,
)
from ....domain.preceptorship import Milestone, Placement, Preceptorship, Side, still_open
from ...board import Board, Section
from ...buttons import button
from ...desk import Desk
from ...editor import Editor
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size, rule
from .milestones import Milestones
from .plan_entries import counted, need_entry, objective_entry, strength_entry
from .plan_forms import need_fields, objective_fields, strength_fields
from .starter import pick_ideas

STACKED_BELOW = 720
LEFT = frozenset({"strength", "need", "preceptorship"})
RIGHT = frozenset({"objective", "person", "preceptorship", "reflection"})


class PlanBoard(QWidget):
    """The milestone line over two columns; the second goes below the first where it is narrow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.milestones = Milestones(desk)
        brought = {
            Strength: partial(Editor, desk, strength_fields()),
            Need: partial(Editor, desk, need_fields()),
        }
        self.left = Board(desk, self._brought_and_needed, brought, follows=LEFT)
        self.right = Board(desk, self._layers, {Objective: self._editor}, follows=RIGHT)
        parts = (self.milestones, self.left, self.right)
        for part in parts:
            for other in parts:
                if other is not part:
                    part.opening.connect(other.put_away)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(28))
        self._columns.addWidget(self.left, 4)
        self._columns.addWidget(self._objectives(), 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(24))
        column.setSpacing(0)
        column.addWidget(self.milestones)
        self.words = self._words()
        column.addWidget(self.words)
        column.addWidget(rule())
        self._columns.setContentsMargins(px(14), px(16), px(14), 0)
        column.addLayout(self._columns)
        column.addStretch(1)
        follows = frozenset({"agreement", "placement", "preceptorship"})
        self._following = Following(self, desk.session, follows, self._say)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the plan of a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.left.put_away()
            self.right.put_away()
        self._preceptorship = preceptorship
        self.milestones.show_preceptorship(preceptorship)
        self.left.refresh()
        self.right.refresh()
        self._count()
        self._say()

    def open(self, record: Any) -> None:
        """Open a milestone, a strength, a need or an objective."""
        if isinstance(record, Milestone):
            self.milestones.open(record)
            return
        (self.right if isinstance(record, Objective) else self.left).open(record)

    def add_objective(self) -> None:
        """Add an objective and open it."""
        self.right.add(partial(self._new_objective, Layer.ME))

    def pick_ideas(self) -> None:
        """Look at ideas for the plan and add what is ticked."""
        pick_ideas(self, self._desk, self._preceptorship)

    def flush(self) -> None:
        """Save what is being typed."""
        for each in (self.milestones, self.left, self.right):
            each.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column under the other where there is no room for both."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._desk.theme.px(STACKED_BELOW)
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if is_narrow else direction.LeftToRight
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between the columns where they stand side by side."""
        if self._columns.direction() is QBoxLayout.Direction.LeftToRight:
            x = self.left.geometry().right() + self._columns.spacing() // 2
            painter = QPainter(self)
            painter.setPen(self._desk.theme.colour("line"))
            painter.drawLine(x, self.words.geometry().bottom() + 1, x, self.height())

    def _editor(self) -> Editor:
        fields = objective_fields(self._desk, self._needs)
        return Editor(self._desk, fields, folded="Pillars, priority and need")

    def _objectives(self) -> QWidget:
        px = self._desk.theme.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = FlowLayout(gap=px(12), line_gap=px(4))
        title = PlainLabel("Objectives", Size.HEADING)
        title.setMinimumHeight(px(34))
        title.setContentsMargins(px(10), 0, 0, 0)
        self._counted = PlainLabel("", role="third")
        self._counted.setMinimumHeight(px(34))
        adding = button(
            self._desk, "Add objective", self.add_objective, icon="add", name="add-objective"
        )
        ideas = button(self._desk, "Ideas for the plan", self.pick_ideas, look="link", name="ideas")
        for each in (title, self._counted, adding, ideas):
            head.addWidget(each)
        column.addLayout(head)
        column.addWidget(self.right)
        column.addStretch(1)
        return holder

    def _words(self) -> QWidget:
        px = self._desk.theme.px
        self.agreed = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self.placements = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(24), 0, px(24), px(8))
        column.setSpacing(px(2))
        column.addWidget(self.agreed)
        column.addWidget(self.placements)
        return holder

    def _say(self) -> None:
        session, held = self._desk.session, self._preceptorship
        agreed = agreed_words(held, session.all(Agreement, preceptorship=held.id))
        waiting = still_open(session.all(Placement, preceptorship=held.id), on=session.today())
        for label, words in (
            (self.agreed, agreed),
            (self.placements, f"Still open in a placement. {waiting}." if waiting else ""),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _brought_and_needed(self) -> Sequence[Section]:
        wanted = self._preceptorship.id
        session = self._desk.session
        is_mine = self._preceptorship.side is Side.PRECEPTEE
        who = "I" if is_mine else "they"
        strengths = session.all(Strength, preceptorship=wanted)
        needs = first_needs_first(session.all(Need, preceptorship=wanted))
        return (
            Section(
                key="strength",
                heading=f"What {who} bring",
                entries=tuple(strength_entry(each) for each in strengths),
                nothing="Start here: what is already there, before what is missing.",
                add="Add a strength",
                make=partial(Strength, preceptorship=wanted),
            ),
            Section(
                key="need",
                heading=f"What {who} need",
                entries=tuple(need_entry(each) for each in needs),
                add="Add a need",
                make=partial(Need, preceptorship=wanted),
            ),
        )

    def _layers(self) -> Sequence[Section]:
        self._count()
        today = self._desk.session.today()
        people = self._desk.session.all(Person) if self._preceptorship.only_one_here else []
        return [
            Section(
                key=layer.value,
                heading=layer.label,
                means=nothing_in(layer, self._preceptorship, people) or LAYER_MEANS[layer],
                is_part=True,
                entries=tuple(
                    objective_entry(self._desk.session, each, on=today) for each in objectives
                ),
                nothing="Nothing here yet.",
                add="Add",
                make=partial(self._new_objective, layer),
                adds_always=False,
            )
            for layer, objectives in by_layer(self._held()).items()
        ]

    def _count(self) -> None:
        self._counted.setText(counted(self._held()))

    def _held(self) -> list[Objective]:
        return self._desk.session.all(Objective, preceptorship=self._preceptorship.id)

    def _needs(self) -> list[Need]:
        return self._desk.session.all(Need, preceptorship=self._preceptorship.id)

    def _new_objective(self, layer: Layer) -> Objective:
        return Objective(preceptorship=self._preceptorship.id, layer=layer)
