"""The main job on a sample, off screen: a picture of every page, and the portfolio as PDF."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from .. import assets
from ..diagnostics import Diagnostics
from ..domain.portfolio import Choice
from ..exchange.samples import read_sample
from ..places import Places
from ..report.portfolio_pdf import write_portfolio_pdf
from .collecting import collected_here
from .main_window import MainWindow
from .opening import Opening
from .pages import MAKERS
from .preferences import Preferences
from .session_opening import create_session, knowledge, open_session
from .theme import put_on, read_theme

SIZE = (1180, 760)
DRAWN_AFTER = 200


def run(app: QApplication, folder: Path, sample: str) -> list[Path]:
    """Make a portfolio from a sample, close it, open it again, and write pictures and PDF.

    Returns the paths written, the PDF last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _choose_font(app)
    catalogue = knowledge(assets.resource())
    with tempfile.TemporaryDirectory() as temporary, collected_here():
        places = Places(data=Path(temporary) / "data", state=Path(temporary) / "state")
        held = read_sample(assets.resource("samples"), sample)
        path = places.portfolio
        session = create_session(path, places, catalogue, held.records)
        session.keep_files(held.evidence.values())
        session.close()
        theme = read_theme("light", 100)
        put_on(app, theme)
        wishes = Preferences(places.preferences)
        window = MainWindow(wishes)
        window.dress(theme)
        opening = Opening(window, wishes, places, Diagnostics(places.state))
        session = open_session(path, places, catalogue, today=partial(_same, held.today))
        opening.furnish(session)
        window.show()
        window.resize(*SIZE)
        written = [path for code in MAKERS for path in _pictures(window, folder, code)]
        out = folder / "portfolio.pdf"
        write_portfolio_pdf(out, session.gather(), catalogue, Choice(), on=session.today())
        window.close()
        return [*written, out]


def _choose_font(app: QApplication) -> None:
    # Off screen there is no system font to follow; the paper's own is the same everywhere.
    for path in sorted(assets.resource("fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(QFont("Source Sans 3"))


def _pictures(window: MainWindow, folder: Path, code: str) -> Iterator[Path]:
    """Write a page as it opens, then each further part of it; yield the paths."""
    page: Any = window.open_page(code)
    yield _picture(window, folder / f"{code}.png")
    for part in getattr(page, "parts", ())[1:]:
        page.open_part(part.code)
        yield _picture(window, folder / f"{code}-{part.code}.png")


def _picture(window: MainWindow, path: Path) -> Path:
    # Charts are drawn once their page is seen; a moment in the event loop lets them.
    wait = QEventLoop()
    QTimer.singleShot(DRAWN_AFTER, wait.quit)
    wait.exec()
    window.grab().save(str(path))
    return path


def _same(day: date) -> date:
    return day
