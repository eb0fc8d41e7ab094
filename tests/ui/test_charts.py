"""Charts in the window."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement, curves
from ahp_companion.domain.protected_time import ProtectedTime, TimeAgreement, by_month
from ahp_companion.ui import charts
from ahp_companion.ui.charts import Chart, ChartView
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.theme import read_theme
from tests.ui.desks import TODAY, Opened

BEGAN = date(2026, 1, 1)
AGREED = TimeAgreement(minutes=240, from_on=BEGAN)
TAKEN = ProtectedTime(on=date(2026, 1, 9), planned_minutes=240, taken_minutes=180)
STATEMENT = RatedStatement(words="I ask for help in time.")
RATED = (
    ConfidenceRating(rated=STATEMENT.id, on=BEGAN, rating=3),
    ConfidenceRating(rated=STATEMENT.id, on=date(2026, 3, 2), rating=6),
)
Show = Callable[..., Any]
AT_START = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
import ahp_companion.ui.charts, ahp_companion.ui.pages
sys.exit("reportlab" in sys.modules)
"""


def test_a_chart_says_in_a_sentence_what_it_shows(desk: Desk, show: Show, qtbot: QtBot) -> None:
    view = drawn(desk, time_chart(), show, qtbot)
    assert view.accessibleName() == "Time"
    assert "12 h agreed" not in view.accessibleDescription()
    assert "3 h taken" in view.accessibleDescription()
    assert "still owed" in view.accessibleDescription()


def test_a_chart_is_drawn_in_the_colours_of_the_theme(
    open_desk: Opened, show: Show, qtbot: QtBot
) -> None:
    for name in ("light", "dark", "contrast"):
        theme = read_theme(name, 100)
        view = drawn(open_desk(theme=theme), time_chart(), show, qtbot)
        assert is_near(theme.colour("chart"), colours_of(view)), name


def test_a_chart_is_drawn_anew_for_another_width(desk: Desk, show: Show, qtbot: QtBot) -> None:
    view = drawn(desk, curve_chart(), show, qtbot)
    narrow = ink_at_the_right(view)
    view.resize(900, view.height())
    qtbot.waitUntil(lambda: view.is_drawn)
    assert narrow
    assert ink_at_the_right(view)


def test_a_view_without_a_chart_shows_and_says_nothing(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    view = drawn(desk, curve_chart(), show, qtbot)
    view.show_chart(None)
    assert view.accessibleDescription() == ""
    assert len(colours_of(view)) == 1


def test_a_chart_grows_with_the_text(open_desk: Opened) -> None:
    heights = [
        ChartView(open_desk(theme=read_theme("light", size)), "Time", height=100).height()
        for size in (100, 200)
    ]
    assert heights == [100, 200]


def test_pages_are_made_without_reading_reportlab() -> None:
    done = subprocess.run([sys.executable, "-c", AT_START], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def time_chart() -> Chart:
    return charts.protected_time(by_month([AGREED], [TAKEN], on=TODAY))


def curve_chart() -> Chart:
    curve = curves([STATEMENT], RATED)[0]
    return charts.confidence(curve, from_on=BEGAN, to_on=TODAY)


def drawn(desk: Desk, chart: Chart, show: Show, qtbot: QtBot) -> ChartView:
    view = ChartView(desk, "Time", height=160)
    view.show_chart(chart)
    show(view, 420, 160)
    qtbot.waitUntil(lambda: view.is_drawn)
    return view


def colours_of(view: QWidget) -> set[str]:
    image = view.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def is_near(wanted: QColor, found: set[str]) -> bool:
    """Return whether a colour occurs, as near as an SVG in whole percents can be."""
    return any(
        abs(each.red() - wanted.red()) < 4
        and abs(each.green() - wanted.green()) < 4
        and abs(each.blue() - wanted.blue()) < 4
        for each in map(QColor, found)
    )


def ink_at_the_right(view: QWidget) -> bool:
    """Return whether anything is drawn in the last fifth of a view."""
    image = view.grab().toImage()
    page = image.pixel(0, 0)
    left = image.width() * 4 // 5
    return any(
        image.pixel(x, y) != page
        for x in range(left, image.width())
        for y in range(0, image.height(), 2)
    )
