"""Placements within a preceptorship, and the four things that each of them asks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.preceptorship import Placement, Preceptorship, unsettled
from ....domain.words import listed, span
from ...board import Board, Section
from ...desk import Desk
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Check
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field
from ...labels import PlainLabel, Size
from ...rows import State


class PlacementList(QWidget):
    """The placements of one preceptorship, newest last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.board = Board(
            desk,
            self._sections,
            {Placement: partial(Editor, desk, placement_fields())},
            follows=frozenset({"placement"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(18), px(14), px(24))
        words = PlainLabel(
            "A rotation does not begin preceptorship anew. Each one asks the same four things.",
            Size.BODY,
            role="second",
            wraps=True,
        )
        words.setContentsMargins(px(10), 0, px(10), px(8))
        column.addWidget(words)
        column.addWidget(self.board)
        column.addStretch(1)
        self.setMaximumWidth(px(720))

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the placements of a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.board.put_away()
        self._preceptorship = preceptorship
        self.board.refresh()

    def open(self, placement: Placement) -> None:
        """Open a placement."""
        self.board.open(placement)

    def flush(self) -> None:
        """Save what is being typed."""
        self.board.flush()

    def _sections(self) -> Sequence[Section]:
        wanted = self._preceptorship.id
        held = self._desk.session.all(Placement, preceptorship=wanted)
        return (
            Section(
                key="placement",
                heading="Placements",
                entries=tuple(placement_entry(each) for each in sorted(held, key=_by_day)),
                nothing="None here. Most preceptorships have none.",
                add="Add a placement",
                make=self._new_placement,
            ),
        )

    def _new_placement(self) -> Placement:
        return Placement(preceptorship=self._preceptorship.id)


def placement_fields() -> tuple[Field, ...]:
    """Return the form of a placement."""
    return (
        Field(name="title", label="Placement", make=Line),
        Field(name="started_on", label="From", make=Day),
        Field(name="ended_on", label="To", make=Day, beside=True),
        Field(
            name="has_preceptor", label="", make=partial(Check, words="There is a preceptor here")
        ),
        Field(
            name="has_supervisor",
            label="",
            make=partial(Check, words="There is a clinical supervisor here"),
        ),
        Field(
            name="needs_checked",
            label="",
            make=partial(Check, words="Support needs were talked about anew"),
        ),
        Field(name="had_induction", label="", make=partial(Check, words="There was an induction")),
        Field(name="words", label="In a few words", make=partial(Text, lines=2)),
    )


def placement_entry(placement: Placement) -> Entry:
    """Return what the list says of a placement."""
    left = unsettled(placement)
    return Entry(
        record=placement,
        title=placement.title.strip() or "Untitled placement",
        detail=span(placement.started_on, placement.ended_on),
        state=State(icon="to-do", word="To see to") if left else State(icon="done", word="Settled"),
        warning=f"Still open: {listed(left)}." if left else "",
    )


def _by_day(placement: Placement) -> str:
    return placement.started_on.isoformat() if placement.started_on else "~"
