"""What the window's tests share: what a page asked for, and what stands in the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.records import Record
from ahp_companion.places import Places
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.long_work import ProgressDialog
from ahp_companion.ui.main_window import MainWindow
from ahp_companion.ui.opening import Opening
from ahp_companion.ui.preferences import Preferences
from ahp_companion.ui.session import Session

TODAY = date(2026, 3, 12)
Opened = Callable[..., Desk]
R = TypeVar("R", bound=Record)
W = TypeVar("W", bound=QWidget)


@dataclass
class Heard:
    """What a page asked of the window around it: where to go, what to say, what went wrong."""

    said: list[str] = field(default_factory=list)
    gone_to: list[Any] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    problems: list[ProblemError] = field(default_factory=list)


def today() -> date:
    """Return the day on which everything here happens."""
    return TODAY


def kept(session: Session, record: type[R]) -> list[R]:
    """Return the records of a type as they stand in the file, read anew once it is closed."""
    with reopened(session) as portfolio:
        return portfolio.records.all(record)


def reopened(session: Session) -> PortfolioFile:
    """Return the portfolio of a session, closed and opened again."""
    turn()
    session.close()
    return open_portfolio(session.path)


@contextmanager
def no_writing(session: Session) -> Iterator[None]:
    """Keep a portfolio from being saved to, as on a disk that has become read-only."""
    session._file.db.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        session._file.db.execute("PRAGMA query_only = OFF")


def inside(holder: QWidget, kind: type[W], name: str = "") -> W:
    """Return the one widget of a kind, and a name, that can be seen in another."""
    found = holder.findChildren(kind, name) if name else holder.findChildren(kind)
    found = [each for each in found if each.isVisible()]
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {name}"
    return found[0]


def press(holder: QWidget, name: str) -> None:
    """Press a button by its name."""
    QTest.mouseClick(inside(holder, QAbstractButton, name), Qt.MouseButton.LeftButton)


def write(box: QWidget, words: str) -> None:
    """Put the keyboard into a box, take out what is there and type some words."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    type_on(box, words)


def type_on(box: QWidget, words: str) -> None:
    """Type some words where the cursor is; what has no key of its own comes as it is composed."""
    if words.isascii():
        QTest.keyClicks(box, words)
        return
    composed = QInputMethodEvent()
    composed.setCommitString(words)
    QApplication.sendEvent(box, composed)


def leave(box: QWidget) -> None:
    """Go on to what comes next, as Tab does."""
    QTest.keyClick(box, Qt.Key.Key_Tab)


class Answers(QObject):
    """Answers dialogs as they open, one after the other; what nobody expects is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.unexpected: list[str] = []
        self.waiting: list[Callable[[Any], Any]] = []
        self._last: QWidget | None = None
        self._watch = QTimer(self, interval=5)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    def __call__(self, *acts: Callable[[Any], Any]) -> None:
        """Answer the next dialogs with these acts."""
        self.waiting += acts

    def stop(self) -> None:
        """Answer nothing more."""
        self._watch.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is self._last or isinstance(dialog, ProgressDialog):
            return
        self._last = dialog
        # Not from here: the timer rests while an act has a dialog of its own open.
        QTimer.singleShot(0, partial(self._answer, dialog))

    def _answer(self, dialog: Any) -> None:
        try:
            if self.waiting:
                self.waiting.pop(0)(dialog)
                return
            self.unexpected.append(f"{type(dialog).__name__}: {dialog.accessibleDescription()}")
        except BaseException:
            # Or the test would wait for ever, and never say what it found.
            dialog.done(0)
            raise
        dialog.done(0)


@dataclass(kw_only=True)
class Shell:
    """The whole app in a test: its window, what opens portfolios into it, and its folders."""

    window: MainWindow
    opening: Opening
    wishes: Preferences
    places: Places

    @property
    def session(self) -> Session:
        """Return the session that is open."""
        assert self.opening.session
        return self.opening.session

    def part(self, code: str, part: str) -> Any:
        """Open a part of a page and return it."""
        page: Any = self.window.open_page(code)
        return page.open_part(part)

    def trigger(self, words: str) -> None:
        """Do what the menu calls by some words."""
        found = [each for each in self.window.actions() if each.text().startswith(words)]
        assert len(found) == 1, words
        found[0].trigger()


def turn() -> None:
    """Let what waits for the next turn of the event loop happen."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
