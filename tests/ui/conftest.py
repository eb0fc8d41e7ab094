"""A desk to put a page on: a real portfolio in a file, a real theme, and what was said there."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ahp_companion import assets
from ahp_companion.diagnostics import Diagnostics
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.exchange.samples import read_sample
from ahp_companion.places import Places
from ahp_companion.ui.collecting import Collecting
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.icons import Icons
from ahp_companion.ui.main_window import MainWindow
from ahp_companion.ui.opening import Opening
from ahp_companion.ui.preferences import TEXT_SIZE, THEME, Preferences
from ahp_companion.ui.session import Session
from ahp_companion.ui.session_opening import create_session, knowledge
from ahp_companion.ui.theme import Theme, put_on, read_theme
from tests.ui.desks import Answers, Heard, Opened, Shell, today, turn


@pytest.fixture(autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """Have garbage collected here and never in a thread beside the window, as the app does."""
    made = Collecting()
    yield
    made.collect()
    made.stop()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return what ships as data."""
    return knowledge(assets.resource())


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Theme:
    """Dress the application in light, in the face that ships: alike on every machine."""
    for path in sorted(assets.resource("fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    qapp.setFont(QFont("Source Sans 3"))
    theme = read_theme("light", 100)
    put_on(qapp, theme)
    return theme


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return folders of a test's own."""
    return Places(data=tmp_path / "data", state=tmp_path / "state")


@pytest.fixture
def heard() -> Heard:
    """Return what is kept of what pages ask of the window."""
    return Heard()


@pytest.fixture
def open_desk(
    places: Places, catalogue: Catalogue, dressed: Theme, heard: Heard
) -> Iterator[Opened]:
    """Return what opens a desk over a new portfolio of given records, today being 12 March 2026."""
    sessions: list[Session] = []

    def opened(*records: Any, theme: Theme = dressed) -> Desk:
        path = places.data / f"portfolio {len(sessions)}.ahp"
        session = create_session(path, places, catalogue, records)
        session.today = today
        session.failed.connect(heard.problems.append)
        sessions.append(session)
        return Desk(
            session=session,
            theme=theme,
            icons=Icons(theme),
            preferences=Preferences(places.preferences),
            go_to=heard.gone_to.append,
            say=heard.said.append,
            begin=heard.begun.append,
        )

    yield opened
    turn()
    for session in sessions:
        session.close()


@pytest.fixture
def desk(open_desk: Opened) -> Desk:
    """Return a desk over the new portfolio of a physiotherapist."""
    return open_desk(Practitioner(name="Rhiannon Ŵyn", profession="PH"))


@pytest.fixture
def session(desk: Desk) -> Session:
    """Return the session of the desk."""
    return desk.session


@pytest.fixture
def sample_desk(open_desk: Opened) -> Callable[..., Desk]:
    """Return what opens a desk over a sample."""

    def opened(name: str, **more: Any) -> Desk:
        sample = read_sample(assets.resource("samples"), name)
        desk = open_desk(*sample.records, **more)
        desk.session.keep_files(sample.evidence.values())
        return desk

    return opened


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., Any]:
    """Return what shows a widget at a size, as a window of its own that has the keyboard."""

    def shown(widget: QWidget, width: int = 972, height: int = 724) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def meet() -> Iterator[Answers]:
    """Return what answers dialogs; every one that opens has to be expected, and to open."""
    answers = Answers()
    yield answers
    answers.stop()
    assert answers.unexpected == []
    assert answers.waiting == []


@pytest.fixture
def start(
    places: Places, dressed: Theme, qapp: QApplication, meet: Answers, qtbot: QtBot
) -> Iterator[Callable[..., Shell]]:
    """Return what starts the app in folders of its own, with no portfolio open yet."""
    shells: list[Shell] = []

    def started(width: int = 1180, height: int = 760) -> Shell:
        wishes = Preferences(places.preferences)
        window = MainWindow(wishes)
        theme = read_theme(wishes.get(THEME), wishes.get(TEXT_SIZE))
        if theme != dressed:
            put_on(qapp, theme)
        window.dress(theme)
        found = sys.excepthook
        opening = Opening(window, wishes, places, Diagnostics(places.state))
        # A bug in a test is the test's to show, except where it is told otherwise.
        sys.excepthook = found
        if width:
            window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        shells.append(Shell(window=window, opening=opening, wishes=wishes, places=places))
        return shells[-1]

    yield started
    themes = [shell.window.theme for shell in shells]
    for shell in shells:
        shell.window.close()
        shell.window.deleteLater()
    # Gone before the application is dressed anew: each of its parts would be dressed as well.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if any(each != dressed for each in themes):
        put_on(qapp, dressed)


@pytest.fixture
def shell(start: Callable[..., Shell], places: Places, catalogue: Catalogue) -> Shell:
    """Return the app over the new portfolio of a physiotherapist."""
    owner = Practitioner(name="Rhiannon Ŵyn", profession="PH")
    create_session(places.portfolio, places, catalogue, [owner]).close()
    started = start()
    assert started.opening.open(None)
    started.session.today = today
    turn()
    return started
