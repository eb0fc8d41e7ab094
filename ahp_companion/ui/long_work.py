"""Work that takes a while: off the window's thread, with progress, and stopped when asked."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..domain.problems import CancelledError, ProblemError
from .asking import asked
from .errors import fit_words, show_problem
from .labels import PlainLabel

T = TypeVar("T")
WIDTH = 380
Progress = Callable[[int, int], None]
Work = Callable[[Progress], T]


class Signals(QObject):
    """What a running piece of work says to the window's thread."""

    moved = Signal(int, int)
    ended = Signal()


class Running(QRunnable, Generic[T]):
    """One piece of work; its outcome is read when it has ended."""

    def __init__(self, work: Work[T]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = Signals()
        self.result: T | None = None
        self.error: BaseException | None = None
        self.is_stopping = self.is_done = False
        self._work = work

    def run(self) -> None:
        """Do the work; called in a thread of its own."""
        try:
            self.result = self._work(self._progress)
        except BaseException as error:
            self.error = error
        self.is_done = True
        self.signals.ended.emit()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self.is_stopping = True

    def _progress(self, done: int, whole: int) -> None:
        if self.is_stopping:
            raise CancelledError
        self.signals.moved.emit(done, whole)


class ProgressDialog(QDialog):
    """Shows how far the work is; Cancel stops it and nothing of it is kept."""

    def __init__(self, parent: QWidget | None, words: str, running: "Running[Any]") -> None:
        super().__init__(parent)
        self.setWindowTitle("AHP Companion")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._running = running
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName("Cancel")
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(words, wraps=True))
        column.addWidget(self.bar)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        running.signals.moved.connect(self._moved)
        running.signals.ended.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words are at the text's size."""
        super().showEvent(event)
        fit_words(self, WIDTH)

    def reject(self) -> None:
        """Ask the work to stop; the dialog closes when it has."""
        self._running.stop()
        self.cancel.setEnabled(False)

    def _moved(self, done: int, whole: int) -> None:
        # A bar counts to two thousand million; pages and records never do.
        self.bar.setRange(0, whole)
        self.bar.setValue(done)


def in_background(parent: QWidget | None, words: str, work: Work[T]) -> T | None:
    """Do work while a dialog shows its progress; return its result, or None if it was stopped.

    A problem is shown in words and gives None too; a bug is raised here, in the window's thread.
    """
    running = Running(work)
    dialog = ProgressDialog(parent, words, running)
    QThreadPool.globalInstance().start(running)
    asked(dialog)
    if isinstance(running.error, ProblemError):
        show_problem(parent, running.error)
        return None
    if running.error is not None and not isinstance(running.error, CancelledError):
        raise running.error
    return running.result


class Behind(QObject):
    """Work that nobody waits for; only the newest that was asked for is answered."""

    answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: Running[Any] | None = None
        # What was asked before and stops at its next step: kept until it has, and not waited for.
        self._stopping: list[Running[Any]] = []

    def ask(self, work: Work[Any]) -> None:
        """Begin some work in place of what was asked before."""
        self._leave()
        running = Running(work)
        self._running = running
        running.signals.ended.connect(self._ended)
        QThreadPool.globalInstance().start(running)

    def stop(self) -> None:
        """Let nothing more be answered, and wait until the work has let go."""
        self._leave()
        if self._stopping:
            QThreadPool.globalInstance().waitForDone()
            self._stopping.clear()

    def _leave(self) -> None:
        if self._running is not None:
            self._running.stop()
            self._stopping.append(self._running)
            self._running = None

    def _ended(self) -> None:
        self._stopping = [each for each in self._stopping if not each.is_done]
        running = self._running
        # Word that older work has ended can come when newer work is under way.
        if running is None or not running.is_done:
            return
        self._running = None
        if running.error is None:
            self.answered.emit(running.result)
