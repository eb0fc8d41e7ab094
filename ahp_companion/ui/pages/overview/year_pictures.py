"""This year in three small pictures, each with a sentence that says what it shows."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.calendar import months_after
from ....domain.confidence import ConfidenceRating, Curve, Measure, RatedStatement, curves
from ....domain.cpd import CpdActivity, by_pillar
from ....domain.listings import Listing
from ....domain.pillars import Pillar
from ....domain.preceptorship import Preceptorship, Status
from ....domain.protected_time import (
    Balance,
    ProtectedTime,
    TimeAgreement,
    by_month,
    of,
    own_side,
)
from ....domain.words import count, duration, month
from ... import charts
from ...charts import Chart, ChartView
from ...columns import clear
from ...desk import Desk
from ...labels import PlainLabel, Size
from ...soon import soon

MOST_CURVES = 6
MOST_MONTHS = 7
MOST_RATINGS = 2000


class Picture(QWidget):
    """A heading, a sentence, and a chart or several."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        px = desk.theme.px
        self.sentence = PlainLabel("", role="second", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentence.setMinimumHeight(px(40))
        self.held = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(title, Size.STRONG))
        column.addWidget(self.sentence)
        column.addSpacing(px(8))
        column.addLayout(self.held)
        column.addStretch(1)


class YearPictures(QWidget):
    """Protected time, the four pillars and confidence over the last twelve months."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self._time = Picture(desk, "Protected time")
        self._pillars = Picture(desk, "Four pillars")
        self._confidence = Picture(desk, "Confidence")
        self._across = QHBoxLayout()
        self._across.setSpacing(px(40))
        for each in (self._time, self._pillars, self._confidence):
            self._across.addWidget(each, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(PlainLabel("This year", Size.HEADING))
        column.addLayout(self._across)
        self._soon = soon(self, desk.session, self._refresh)

    def refresh_soon(self) -> None:
        """Draw what has changed, once the page itself is painted."""
        self._soon.start()

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the pictures under each other, or side by side."""
        self._across.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )

    def _refresh(self) -> None:
        today = self._desk.session.today()
        since = months_after(today, -12) + timedelta(days=1)
        self._show_time(today)
        self._show_pillars(since, today)
        self._show_confidence()

    def _show_time(self, today: date) -> None:
        current = _current(self._desk.session.all(Preceptorship))
        clear(self._time.held)
        months = self._months(current, today) if current else ()
        if current is None or not months:
            self._time.sentence.setText("None is recorded yet.")
            return
        owed = months[-1].owed
        taken = sum(each.taken for each in months)
        since = month(months[0].from_on)
        owing = f"{duration(owed)} still owed to you" if owed > 0 else "nothing is owed"
        if current.status is not Status.UNDER_WAY and owed > 0:
            owing = f"{duration(owed)} were still owed when it ended"
        self._time.sentence.setText(f"{duration(taken)} taken since {since}; {owing}.")
        view = ChartView(self._desk, "Protected time by month", height=230)
        view.show_chart(charts.protected_time(months[-MOST_MONTHS:]))
        self._time.held.addWidget(view)

    def _months(self, current: Preceptorship, today: date) -> tuple[Balance, ...]:
        session = self._desk.session
        whose = own_side(current.side)
        agreements = session.all(TimeAgreement, preceptorship=current.id)
        times = session.all(ProtectedTime, preceptorship=current.id)
        until = min(current.ended_on or today, today)
        return by_month(
            [each for each in agreements if each.whose is whose], of(times, whose), on=until
        )

    def _show_pillars(self, since: date, today: date) -> None:
        listing = Listing(
            record=CpdActivity,
            order=("started_on",),
            between={"started_on": (since.isoformat(), today.isoformat())},
        )
        total = self._desk.session.count(listing)
        activities = self._desk.session.listed(listing, total)
        counted = by_pillar(activities)
        clear(self._pillars.held)
        self._pillars.sentence.setText(_pillar_words(counted, total, since))
        if total:
            view = ChartView(self._desk, "Activities by pillar", height=230)
            view.show_chart(_pillars(activities))
            self._pillars.held.addWidget(view)

    def _show_confidence(self) -> None:
        session = self._desk.session
        listing = Listing(record=ConfidenceRating, order=("on",))
        ratings = session.listed(listing, MOST_RATINGS)
        found = [
            each
            for each in curves(session.all(RatedStatement), ratings)
            if each.measure is Measure.CONFIDENCE
        ]
        found.sort(key=_last_rated, reverse=True)
        shown = found[:MOST_CURVES]
        clear(self._confidence.held)
        if not shown:
            self._confidence.sentence.setText("Nothing is rated yet.")
            return
        times = {each.on for curve in shown for each in curve.ratings}
        self._confidence.sentence.setText(
            f"Your own ratings from 1 to 10, at {count(len(times), 'time')}."
        )
        self._confidence.held.addWidget(self._small(shown))

    def _small(self, shown: list[Curve]) -> QWidget:
        px = self._desk.theme.px
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(6))
        dates = [each.on for curve in shown for each in curve.ratings if each.on]
        for at, curve in enumerate(shown):
            view = ChartView(self._desk, curve.statement.words, height=46)
            view.show_chart(_small_curve(curve, min(dates), max(dates)))
            name = PlainLabel(_short(curve.statement.words), Size.SECOND)
            name.setToolTip(curve.statement.words)
            grid.addWidget(name, at // 2 * 2, at % 2)
            grid.addWidget(view, at // 2 * 2 + 1, at % 2)
        return holder


def _pillars(activities: Sequence[CpdActivity]) -> Chart:
    counted = by_pillar(activities)

    def draw(style: Any, width: float, height: float) -> Any:
        from ....report.charts.pillars import pillars_chart

        return pillars_chart(counted, None, style, width=width, height=height)

    def words() -> str:
        from ....report.charts.pillars import pillars_in_words

        return pillars_in_words(counted)

    return Chart(draw=draw, words=words)


def _small_curve(curve: Curve, from_on: date, to_on: date) -> Chart:
    def draw(style: Any, width: float, height: float) -> Any:
        from ....report.charts.small_confidence import small_confidence_chart

        return small_confidence_chart(
            curve, style, width=width, height=height, from_on=from_on, to_on=to_on
        )

    def words() -> str:
        from ....report.charts.confidence import confidence_in_words

        return confidence_in_words(curve, curve.statement.words)

    return Chart(draw=draw, words=words)


def _current(held: list[Preceptorship]) -> Preceptorship | None:
    under_way = [each for each in held if each.status is Status.UNDER_WAY] or held
    return max(under_way, key=_begun, default=None)


def _begun(preceptorship: Preceptorship) -> date:
    return preceptorship.started_on or date.min


def _last_rated(curve: Curve) -> date:
    return curve.ratings[-1].on or date.min


def _pillar_words(counted: dict[Pillar, int], total: int, since: date) -> str:
    if not total:
        return f"No activities since {month(since)} yet."
    most = max(counted, key=counted.__getitem__)
    least = min(counted, key=counted.__getitem__)
    held = count(total, "activity", "activities")
    return (
        f"{held} since {month(since)}: mostly {most.label.casefold()}, "
        f"least {least.label.casefold()}."
    )


def _short(words: str) -> str:
    return words if len(words) <= 28 else f"{words[:27].rstrip()}…"
