"""Charts in the window: the report's drawings in the theme's colours, as sharp as the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ..domain.confidence import Curve
from ..domain.protected_time import Balance
from .desk import Desk
from .theme import Theme

LABELS = 12
MEASURED = "From 3 in September 2025 to 6 h 30 min"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart before it is drawn: what draws it in a style, width and height, and its sentence.

    Both are functions, so that ReportLab is read after the page is shown and not before.
    """

    draw: Callable[[Any, float, float], Any]
    words: Callable[[], str]


class ChartView(QWidget):
    """Shows one chart at the width there is; nothing until it is drawn."""

    def __init__(self, desk: Desk, name: str, *, height: int) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setAccessibleName(name)
        self._theme = desk.theme
        self._chart: Chart | None = None
        self._drawn_at = QSize()
        self._picture = QSvgRenderer(self)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self.setFixedHeight(desk.theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_drawn(self) -> bool:
        """Return whether the chart stands at the size that is shown."""
        return self._picture.isValid() and self._drawn_at == self.size()

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing; it is drawn once it can be seen."""
        self._chart = chart
        self._drawn_at = QSize()
        if chart is None:
            self._picture.load(QByteArray())
            self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that most charts are clear at, and the height they were given."""
        return QSize(self._theme.px(420), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the chart as it was last drawn, and have it drawn anew where that was elsewise."""
        if self._chart is not None and self._drawn_at != self.size():
            self._soon.start()
        if self._picture.isValid() and self._chart is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._picture.render(painter, QRectF(self.rect()))
            painter.end()

    def _draw(self) -> None:
        if self._chart is None:
            return
        from ..report.charts.svg import as_svg

        self._drawn_at = self.size()
        drawing = self._chart.draw(chart_style(self._theme), self.width(), self.height())
        self._picture.load(QByteArray(as_svg(drawing)))
        self.setAccessibleDescription(self._chart.words())
        self.update()


def protected_time(months: Sequence[Balance], *, is_alone: bool = False) -> Chart:
    """Return the chart of protected time by month; who works alone loses it to no service."""

    def draw(style: Any, width: float, height: float) -> Any:
        from ..report.charts.protected_time import protected_time_chart

        return protected_time_chart(months, style, width=width, height=height, is_alone=is_alone)

    def words() -> str:
        from ..report.charts.protected_time import protected_time_in_words

        return protected_time_in_words(months, is_alone=is_alone)

    return Chart(draw=draw, words=words)


def confidence(curve: Curve, *, from_on: date, to_on: date) -> Chart:
    """Return the chart of one statement's ratings between two days."""

    def draw(style: Any, width: float, height: float) -> Any:
        from ..report.charts.confidence import confidence_chart

        return confidence_chart(
            curve, style, width=width, height=height, from_on=from_on, to_on=to_on
        )

    def words() -> str:
        from ..report.charts.confidence import confidence_in_words

        return confidence_in_words(curve, curve.statement.words)

    return Chart(draw=draw, words=words)


def chart_style(theme: Theme) -> Any:
    """Return the report's ChartStyle in a theme's colours and the window's own font."""
    from ..report.charts.style import ChartStyle

    face = QFont(QApplication.font())
    return ChartStyle(
        ink=theme.colours["text"],
        grey=theme.colours["second"],
        accent=theme.colours["accent"],
        chart=theme.colours["chart"],
        on_chart=theme.colours["page"],
        hair=theme.colours["line"],
        page=theme.colours["page"],
        pillars=theme.pillars,
        size=theme.px(LABELS),
        family=face.family(),
        wideness=_wideness(face.family()),
    )


@cache
def _wideness(family: str) -> float:
    """Return how much wider the window's font runs than the paper's."""
    from ..report import fonts

    face = QFont(family)
    face.setPixelSize(100)
    fonts.register()
    return (
        QFontMetricsF(face).horizontalAdvance(MEASURED) / 100 / fonts.ems(MEASURED, fonts.REGULAR)
    )
