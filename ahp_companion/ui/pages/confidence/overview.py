"""All curves side by side, in one span of time and one shape; nothing is added up."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.confidence import (
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
    movement,
)
from ....domain.words import sentence
from ... import charts
from ...charts import ChartView
from ...columns import clear
from ...desk import Desk
from ...entry_row import Entry, EntryRow
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...soon import soon
from ...tall import Tall

NARROWEST, GAP = 300, 24
FOLLOWED = frozenset({"rated_statement", "confidence_rating"})
Open = Callable[[RatedStatement], Any]


class Overview(QScrollArea):
    """Small charts, one measure after the other."""

    def __init__(self, desk: Desk, opening: Open) -> None:
        super().__init__()
        self._desk, self._open = desk, opening
        self.cards: list[QWidget] = []
        self._inside = Tall()
        px = desk.theme.px
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(px(24), px(18), px(24), px(28))
        self._column.setSpacing(px(10))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self._soon = soon(self, desk.session, self.refresh)
        desk.session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Draw every curve there now is."""
        session = self._desk.session
        held = curves(session.all(RatedStatement), session.all(ConfidenceRating))
        clear(self._column)
        self.cards = []
        for measure in Measure:
            of_measure = [each for each in held if each.measure is measure]
            if of_measure:
                self._column.addWidget(PlainLabel(measure.label, Size.HEADING))
                self._column.addWidget(self._small(of_measure, held))
                self._column.addSpacing(self._desk.theme.px(14))
        if not held:
            words = "Nothing is rated yet. Choose a statement and rate it, and its curve is here."
            self._column.addWidget(PlainLabel(words, role="second", wraps=True))
        self._column.addStretch(1)
        self._fit()
        set_reading_order(self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among as many as fit side by side."""
        super().resizeEvent(event)
        self._fit()

    def _small(self, shown: list[Curve], held: tuple[Curve, ...]) -> QWidget:
        px = self._desk.theme.px
        dates = [each.on for curve in held for each in curve.ratings if each.on]
        holder = QWidget()
        flow = FlowLayout(holder, gap=px(GAP), line_gap=px(18))
        for curve in shown:
            card = QWidget()
            column = QVBoxLayout(card)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(2))
            statement = curve.statement
            entry = Entry(record=statement, title=statement.words, detail=sentence(movement(curve)))
            row = EntryRow(self._desk, entry)
            row.setObjectName("curve")
            row.clicked.connect(partial(self._pressed, statement))
            view = ChartView(self._desk, f"{curve.measure.label}: {statement.words}", height=116)
            view.show_chart(charts.confidence(curve, from_on=min(dates), to_on=max(dates)))
            column.addWidget(row)
            column.addStretch(1)
            column.addWidget(view)
            flow.addWidget(card)
            self.cards.append(card)
        return holder

    def _pressed(self, statement: RatedStatement, _on: bool = False) -> None:
        self._open(statement)

    def _fit(self) -> None:
        px = self._desk.theme.px
        room = self.viewport().width() - 2 * px(24)
        across = max(1, (room + px(GAP)) // px(NARROWEST + GAP))
        width = max(1, (room - (across - 1) * px(GAP)) // across)
        for card in self.cards:
            card.setFixedWidth(width)

    def _follow(self, change: Change) -> None:
        if change.kinds & FOLLOWED and self.isVisible():
            self._soon.start()
