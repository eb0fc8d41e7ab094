"""Puts the pieces together and starts them; the only place that does."""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from . import __version__
from .diagnostics import Diagnostics
from .places import Places, own_places
from .ui import preferences
from .ui.main_window import MainWindow
from .ui.preferences import Preferences
from .ui.theme import put_on, read_theme


def run(path: Path | None = None) -> int:
    """Open the window on a portfolio, the one used last if none is named; return the exit code."""
    app = make_application()
    places = own_places()
    started = Start(app, places, path)
    QTimer.singleShot(0, started.furnish)
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
    """The first second: the frame is painted, and only then is the portfolio opened."""

    def __init__(self, app: QApplication, places: Places, path: Path | None) -> None:
        self.app, self.places = app, places
        self.wishes = Preferences(places.preferences)
        self.theme = read_theme(
            self.wishes.get(preferences.THEME), self.wishes.get(preferences.TEXT_SIZE)
        )
        put_on(app, self.theme)
        self.window = MainWindow(self.theme, self.wishes)
        self.diagnostics = Diagnostics(places.state)
        self.path = path
        self.window.show()

    def furnish(self) -> None:
        """Open the portfolio and put its pages into the window."""
        # Read after the first paint, which needs neither the store nor the pages.
        from .ui.opening import Opening

        self.opening = Opening(self.window, self.wishes, self.places, self.diagnostics)
        if not self.opening.open(self.path):
            self.app.quit()
