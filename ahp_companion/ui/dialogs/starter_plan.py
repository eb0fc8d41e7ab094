"""Picks from what others found useful: a starter plan, ideas, or what came before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ...domain import kinds
from ...domain.frameworks import Catalogue
from ...domain.plan import LAYER_MEANS, Layer, Need, Objective, Strength
from ...domain.starting import StarterPlan, SuggestedActivity
from ...domain.words import Word, count, sentence
from ..desk import Desk
from ..labels import PlainLabel
from ..ticks import Tickable, TickGroup, tick_lists
from .frame import Frame

WIDTH = 680
LOOKS = ("At the first milestone", "At the second", "At the third", "At the last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the first agenda; a strength is words alone, and this is not one."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Something to look at together at a milestone, 0 for the first."""

    milestone: int
    words: str


class Stage(Word):
    """Where in the making of a preceptorship an activity belongs."""

    REDESIGN = "redesign", "Thinking it through"
    ESTABLISH = "establish", "Making room for it"
    IMPLEMENT = "implement", "Getting it going"
    DELIVER = "deliver", "In the middle of it"
    EVALUATE = "evaluate", "Looking at what it did"
    CELEBRATE = "celebrate", "Marking what was done"


class Picking(Frame):
    """Groups of things with a tick each; nothing is ticked at first."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        *,
        title: str,
        about: str,
        groups: Iterable[TickGroup],
        searches: bool = False,
    ) -> None:
        super().__init__(parent, desk.theme, title, act="Add to the plan", width=WIDTH)
        self.lists = tick_lists(desk, list(groups))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search")
        self.search.setAccessibleName("Search")
        self.search.setObjectName("search")
        self.search.setVisible(searches)
        self.search.textChanged.connect(self._find)
        self.nothing = PlainLabel("Nothing has these words.", role="third", wraps=True)
        self.nothing.hide()
        self.counted = PlainLabel("", role="second", wraps=True)
        self.column.addWidget(PlainLabel(about, role="second", wraps=True))
        self.column.addWidget(self.search)
        self.column.addWidget(self.nothing)
        for each in self.lists:
            each.toggled.connect(self._count)
            self.column.addWidget(each)
        self.column.addStretch(1)
        px = desk.theme.px
        self.counted.setContentsMargins(0, px(6), 0, px(6))
        self.foot.insertWidget(0, self.counted)
        self._count()

    def ticked(self) -> list[Any]:
        """Return everything ticked, in the order it stands."""
        return [held for each in self.lists for held in each.ticked()]

    def _count(self) -> None:
        ticked = len(self.ticked())
        self.counted.setText(
            f"{count(ticked, 'line')} ticked. All of them can be changed afterwards."
            if ticked
            else "Nothing is ticked yet."
        )
        self.act.setEnabled(bool(ticked))

    def _find(self, wanted: str) -> None:
        for each in self.lists:
            each.show_matching(wanted.strip())
        self.nothing.setVisible(all(each.isHidden() for each in self.lists))


def starter_groups(plan: StarterPlan, *, has_first_meeting: bool) -> list[TickGroup]:
    """Return what a starter plan offers: strengths first, then needs, objectives, an agenda."""
    return [
        TickGroup(
            code="strength",
            heading="What people often bring",
            choices=tuple(Tickable(held=each, words=each) for each in plan.strengths),
        ),
        TickGroup(
            code="need",
            heading="What people often need",
            choices=tuple(
                Tickable(held=each, words=each.words, detail=each.layer.label)
                for each in plan.needs
            ),
        ),
        *(_of_layer(plan, layer) for layer in Layer),
        TickGroup(
            code="agenda",
            heading="For the first meeting",
            about="They go on the agenda of your first meeting."
            if has_first_meeting
            else "No first meeting is planned yet: ticking any of these plans one.",
            choices=tuple(Tickable(held=Point(words=each), words=each) for each in plan.agenda),
        ),
        TickGroup(
            code="looks",
            heading="For the milestones",
            about="They go on the agenda of the meeting at that milestone, which is planned where "
            "there is none.",
            choices=tuple(
                Tickable(held=Look(milestone=at, words=each), words=each, detail=LOOKS[at])
                for at, each in enumerate(plan.looks[: len(LOOKS)])
            ),
        ),
    ]


def activity_groups(catalogue: Catalogue) -> list[TickGroup]:
    """Return the library of activities by stage, each with the layer it belongs to."""
    held = catalogue.activities.values()
    return [
        TickGroup(
            code=stage.value,
            heading=stage.label,
            choices=tuple(_activity(each) for each in held if each.stage == stage.value),
        )
        for stage in Stage
    ]


def earlier_groups(records: Iterable[Strength | Need | Objective]) -> list[TickGroup]:
    """Return what an earlier preceptorship leaves to the next."""
    held = tuple(records)
    return [
        _left_by(held, Strength, "Strengths", detail="detail"),
        _left_by(held, Need, "Needs not met yet", detail="how"),
        _left_by(held, Objective, "Objectives that go on", detail="how"),
    ]


def _left_by(records: Iterable[Any], record: type, heading: str, *, detail: str) -> TickGroup:
    kind = kinds.BY_RECORD[record]
    return TickGroup(
        code=kind.name,
        heading=heading,
        choices=tuple(
            Tickable(
                held=each,
                words=kind.title(each) or f"Untitled {kind.noun}",
                detail=getattr(each, detail),
            )
            for each in records
            if isinstance(each, record)
        ),
    )


def _of_layer(plan: StarterPlan, layer: Layer) -> TickGroup:
    return TickGroup(
        code=layer.value,
        heading=f"Objectives: {layer.label}",
        about=sentence(f"{LAYER_MEANS[layer]}."),
        choices=tuple(
            Tickable(held=each, words=each.title, detail=each.how)
            for each in plan.objectives
            if each.layer is layer
        ),
    )


def _activity(activity: SuggestedActivity) -> Tickable:
    return Tickable(
        held=activity,
        words=activity.title,
        detail=f"{activity.how} · {activity.layer.label}",
    )
