"""The milestones of a preceptorship as a line: what was held, what is next, what comes later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ...desk import Desk
from ...labels import Size, font
from ...reading_order import stop_before

DOT, INSET, GAP = 16, 6, 14


class Reached(Enum):
    """How a point of the line is drawn; its words say the same."""

    HELD = "held"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the line, and the record that it opens."""

    record: Any
    title: str
    words: str
    reached: Reached
    on: date | None = None


class PointButton(QAbstractButton):
    """A dot with its title and its words: beneath it, or beside it where the line stands."""

    def __init__(self, desk: Desk, point: Point) -> None:
        super().__init__()
        self.point, self._desk = point, desk
        self.is_beside = False
        self._title = font(Size.STRONG if point.reached is Reached.NEXT else Size.MEDIUM)
        self._words = font(Size.SECOND)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{point.title}, {point.words}")
        self.setAccessibleDescription("Press to open")
        self.setObjectName("milestone")

    def sizeHint(self) -> QSize:
        """Return the room for the dot and its words."""
        return self.room(is_beside=self.is_beside)

    def room(self, *, is_beside: bool) -> QSize:
        """Return the room for the dot with its words beside or beneath it."""
        px = self._desk.theme.px
        title = QFontMetrics(self._title).horizontalAdvance(self.point.title)
        words = QFontMetrics(self._words).horizontalAdvance(self.point.words)
        if is_beside:
            return QSize(title + words + px(DOT + 2 * INSET + 20), px(34))
        return QSize(max(title, words, px(DOT)) + px(2 * INSET) + 2, px(DOT + 2 * INSET + 42))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the point."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))
        top = (self.height() - px(DOT)) // 2 if self.is_beside else px(INSET)
        self._draw_dot(painter, QRectF(px(INSET), top, px(DOT), px(DOT)))
        title_width = QFontMetrics(self._title).horizontalAdvance(self.point.title)
        if self.is_beside:
            first = self.rect().adjusted(px(INSET + DOT + 10), 0, 0, 0)
            second = first.adjusted(title_width + px(8), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter
        else:
            first = self.rect().adjusted(px(INSET), px(INSET + DOT + 6), 0, 0)
            second = first.adjusted(0, px(20), 0, 0)
            flags = Qt.AlignmentFlag.AlignTop
        painter.setFont(self._title)
        painter.setPen(theme.colour("text"))
        painter.drawText(first, flags, self.point.title)
        painter.setFont(self._words)
        painter.setPen(theme.colour("second"))
        painter.drawText(second, flags, self.point.words)

    def _draw_dot(self, painter: QPainter, where: QRectF) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        reached = self.point.reached
        edge = "edge" if reached is Reached.LATER else "accent"
        painter.setPen(QPen(theme.colour(edge), max(px(1.6), 2)))
        painter.setBrush(theme.colour("accent" if reached is Reached.HELD else "page"))
        painter.drawEllipse(where.adjusted(1, 1, -1, -1))
        if reached is Reached.HELD:
            # The icon's own stroke is too thin to be read at this size.
            painter.setPen(QPen(theme.colour("on_accent"), px(1.8)))
            corners = [(0.28, 0.53), (0.44, 0.68), (0.72, 0.36)]
            painter.drawPolyline(
                [
                    QPointF(where.x() + x * where.width(), where.y() + y * where.height())
                    for x, y in corners
                ]
            )
        elif reached is Reached.NEXT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(where.center(), px(3.4), px(3.4))


class MilestoneLine(QWidget):
    """Points spread by their days; evenly, or one under another, where there is less room."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.points: list[PointButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Milestones")

    def show_points(self, points: Sequence[Point]) -> None:
        """Show the points, in the order they are given."""
        if [each.point for each in self.points] == list(points):
            return
        focused = next((n for n, each in enumerate(self.points) if each.hasFocus()), -1)
        for gone in self.points:
            gone.hide()
            gone.deleteLater()
        self.points = [PointButton(self._desk, each) for each in points]
        for each in self.points:
            each.setParent(self)
            each.clicked.connect(partial(self._press, each.point.record))
            each.show()
        self._arrange()
        self.updateGeometry()
        before = stop_before(self)
        for each in self.points:
            if before is not None:
                QWidget.setTabOrder(before, each)
            before = each
        if 0 <= focused < len(self.points):
            self.points[focused].setFocus()

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow line stands upright and is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the line at a width."""
        px = self._desk.theme.px
        if self._places(width) is None:
            return max(len(self.points), 1) * px(34)
        return px(DOT + 2 * INSET + 42)

    def sizeHint(self) -> QSize:
        """Return a width for all points and the height that goes with it."""
        width = self._desk.theme.px(480)
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the least it can be."""
        return QSize(self._desk.theme.px(160), self._desk.theme.px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the points where the new width has them."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between the points: in colour up to the one that is next."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for before, after in zip(self.points, self.points[1:], strict=False):
            behind = after.point.reached is not Reached.LATER
            pen = QPen(theme.colour("chart" if behind else "line"), px(3))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            middle = px(INSET) + px(DOT) // 2
            if before.is_beside:
                x = before.x() + middle
                start, end = before.geometry().center().y(), after.geometry().center().y()
                painter.drawLine(QPoint(x, start + px(12)), QPoint(x, end - px(12)))
            else:
                y = before.y() + middle
                start, end = before.x() + middle + px(14), after.x() + middle - px(14)
                if end > start:
                    painter.drawLine(QPoint(start, y), QPoint(end, y))

    def _press(self, record: Any, _pressed: bool = False) -> None:
        self.chosen.emit(record)

    def _arrange(self) -> None:
        px = self._desk.theme.px
        places = self._places(self.width())
        for at, each in enumerate(self.points):
            each.is_beside = places is None
            size = each.sizeHint()
            where = QPoint(0, at * px(34)) if places is None else QPoint(places[at], 0)
            each.move(where)
            each.resize(min(size.width(), self.width()), size.height())
            each.update()
        self.update()

    def _places(self, width: int) -> list[int] | None:
        widths = [each.room(is_beside=False).width() for each in self.points]
        if len(widths) < 2:
            return [0] * len(widths)
        room = width - widths[-1]
        for shares in (self._by_day(), self._evenly()):
            places = [round(share * room) for share in shares]
            if all(
                place + wide + self._desk.theme.px(GAP) <= following
                for place, wide, following in zip(places, widths, places[1:], strict=False)
            ):
                return places
        return None

    def _by_day(self) -> list[float]:
        days = [each.point.on for each in self.points]
        known = [each for each in days if each is not None]
        if len(known) < len(days) or known[0] == known[-1]:
            return self._evenly()
        whole = (known[-1] - known[0]).days
        return [(each - known[0]).days / whole for each in known]

    def _evenly(self) -> list[float]:
        return [at / (len(self.points) - 1) for at in range(len(self.points))]
