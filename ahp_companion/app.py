"""Puts the pieces together and starts them; the only place that does."""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from . import __version__
from .places import Places, own_places
from .ui.main_window import MainWindow
from .ui.preferences import TEXT_SIZE, THEME, Preferences


def run(path: Path | None = None) -> int:
    """Open the window on a portfolio, the one used last if none is named; return the exit code."""
    app = make_application()
    start = Start(app, own_places(), path)
    start.window.show()
    return int(app.exec())


def make_application() -> QApplication:
    """Return the application, named and set to British English."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("AHP Companion")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ahp-companion")
    return app


class Start:
    """The first second: a bare window is painted, then dressed, then filled."""

    def __init__(self, app: QApplication, places: Places, path: Path | None) -> None:
        self.app, self.places, self.path = app, places, path
        self.wishes = Preferences(places.preferences)
        self.window = MainWindow(self.wishes)
        self.window.painted.connect(self.furnish)

    def furnish(self) -> None:
        """Dress the window, open the portfolio and put its pages in."""
        # Read after the first paint, which needs none of it.
        from .diagnostics import Diagnostics
        from .ui.collecting import Collecting
        from .ui.theme import put_on, read_theme

        Collecting(self.window)
        theme = read_theme(self.wishes.get(THEME), self.wishes.get(TEXT_SIZE))
        put_on(self.app, theme)
        self.window.dress(theme)
        self.window.repaint()
        from .ui.opening import Opening

        opening = Opening(self.window, self.wishes, self.places, Diagnostics(self.places.state))
        if not opening.open(self.path):
            self.app.quit()
