"""The ratings of one statement: its curves, a new rating, and every rating there was."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.confidence import (
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
    movement,
)
from ....domain.frameworks import statement
from ....domain.words import day, sentence
from ... import charts
from ...board import Board, Section
from ...charts import ChartView
from ...columns import clear
from ...desk import Desk
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.steps import Steps
from ...fields.texts import Text
from ...forms import Field
from ...labels import PlainLabel, Size
from ...record_page import Below
from ...soon import soon
from .rate import RateNow

FOLLOWED = frozenset({"confidence_rating"})


class Ratings(Below):
    """What belongs to the statement shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = RatedStatement()
        self.source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.pictures = QVBoxLayout()
        self.pictures.setSpacing(desk.theme.px(14))
        self.rate = RateNow(desk)
        self.board = Board(
            desk,
            self._sections,
            {ConfidenceRating: partial(Editor, desk, FIELDS)},
            follows=FOLLOWED,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(18))
        column.addWidget(self.source)
        column.addLayout(self.pictures)
        column.addWidget(self.rate)
        column.addWidget(self.board)
        self._soon = soon(self, desk.session, self._draw)
        desk.session.changed.connect(self._follow)

    def show_record(self, record: Any) -> None:
        """Show a statement's ratings."""
        if record.id != self._shown.id:
            self.board.put_away()
            self.rate.begin(record)
        self._shown = record
        found = statement(self._desk.session.catalogue, record.statement)
        self.source.setText(f"From “{found[0].name}”" if found else "")
        self.source.setVisible(found is not None)
        self.board.refresh()
        self._draw()

    def open(self, rating: ConfidenceRating) -> None:
        """Open one rating."""
        self.board.open(rating)

    def flush(self) -> None:
        """Save what is being typed into a rating."""
        self.board.flush()

    def _held(self) -> list[ConfidenceRating]:
        return self._desk.session.all(ConfidenceRating, rated=self._shown.id)

    def _sections(self) -> Sequence[Section]:
        held = sorted(self._held(), key=_latest)
        return [
            Section(
                key="ratings",
                heading="Every rating",
                entries=tuple(map(entry, held)),
                nothing="Nothing is rated yet.",
            )
        ]

    def _draw(self) -> None:
        self._soon.stop()
        clear(self.pictures)
        held = curves([self._shown], self._held())
        dates = [each.on for curve in held for each in curve.ratings if each.on]
        for curve in held:
            self.pictures.addWidget(picture(self._desk, curve, min(dates), max(dates)))

    def _follow(self, change: Change) -> None:
        if change.kinds & FOLLOWED:
            self._soon.start()


FIELDS = (
    Field(name="rating", label="Rating", make=Steps),
    Field(name="measure", label="What is rated", make=partial(Choice, options=of_words(Measure))),
    Field(name="on", label="Date", make=Day, beside=True),
    Field(name="words", label="In a few words", make=Text),
)


def entry(rating: ConfidenceRating) -> Entry:
    """Return what the list says of a rating."""
    return Entry(
        record=rating,
        title=f"{rating.measure.label} {rating.rating}",
        detail=rating.words,
        aside=(day(rating.on) or "No date yet",),
    )


def picture(desk: Desk, curve: Curve, from_on: date, to_on: date) -> QWidget:
    """Return one measure's curve under its name, and the same in words."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.theme.px(2))
    column.addWidget(PlainLabel(curve.measure.label, Size.STRONG))
    column.addWidget(PlainLabel(sentence(movement(curve)), Size.SECOND, role="second", wraps=True))
    view = ChartView(desk, f"{curve.measure.label} over time", height=140)
    view.show_chart(charts.confidence(curve, from_on=from_on, to_on=to_on))
    column.addWidget(view, 0, Qt.AlignmentFlag.AlignTop)
    return held


def _latest(rating: ConfidenceRating) -> tuple[int, str]:
    return (-rating.on.toordinal() if rating.on else 1, rating.id)
