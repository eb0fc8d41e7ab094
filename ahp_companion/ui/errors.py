"""What goes wrong, shown: problems in words, and bugs with nothing of the portfolio in them."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ..diagnostics import Diagnostics, report_of
from ..domain.problems import ProblemError
from .asking import asked
from .labels import PlainLabel, Size
from .tall import Tall
from .theme import BODY_PIXELS

WIDTH = 480


class ProblemDialog(QDialog):
    """Says what happened, what it means and what to do; with details where there are any."""

    def __init__(
        self, parent: QWidget | None, problem: ProblemError, *, act: str = "", details: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("AHP Companion")
        self.setAccessibleDescription(str(problem))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(_said(problem))
        if details:
            shown = QPlainTextEdit(details)
            shown.setReadOnly(True)
            shown.setAccessibleName("Details for a report")
            shown.setObjectName("details")
            column.addWidget(shown)
        column.addStretch(1)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName("Close")
        close.setObjectName("close")
        if act:
            acting = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
            acting.setAccessibleName(act)
            acting.setObjectName("act")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        (acting if act else close).setDefault(True)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide and as high as the words are at the text's size."""
        super().showEvent(event)
        fit_words(self, WIDTH)


def _said(problem: ProblemError) -> QWidget:
    inside = Tall()
    lines = QVBoxLayout(inside)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(10)
    lines.addWidget(PlainLabel(problem.happened, Size.HEADING, wraps=True))
    for words in (problem.means, problem.advice):
        if words:
            lines.addWidget(PlainLabel(words, wraps=True))
    return inside


def fit_words(dialog: QDialog, width: int) -> None:
    """Make a dialog some width at 100 % text, and as high as its wrapped words then are."""
    column = dialog.layout()
    if column is None:
        return
    screen = dialog.screen().availableGeometry()
    scaled = round(width * QApplication.font().pixelSize() / BODY_PIXELS)
    wide = min(max(scaled, column.minimumSize().width()), screen.width() - 40)
    dialog.resize(wide, min(column.totalHeightForWidth(wide), screen.height() - 80))


def show_problem(parent: QWidget | None, problem: ProblemError, *, act: str = "") -> bool:
    """Show a problem; return whether the act it offers was chosen."""
    return asked(ProblemDialog(parent, problem, act=act))


def catch_bugs(
    parent: Callable[[], QWidget | None], save: Callable[[], None], diagnostics: Diagnostics
) -> None:
    """Show one dialog for the first bug that nothing else caught, having saved what can be."""
    is_shown = False

    def caught(kind: type[BaseException], _bug: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_shown
        report = report_of(kind, trace)
        diagnostics.keep(report)
        if is_shown or issubclass(kind, KeyboardInterrupt):
            return
        is_shown = True
        try:
            save()
        except Exception as again:
            diagnostics.keep(report_of(type(again), again.__traceback__))
        problem = ProblemError(
            "Something went wrong that should not have.",
            means="What you had typed was saved as far as possible. Your portfolio is unharmed.",
            advice="Close the app and open it again. The details below hold none of your words.",
        )
        asked(ProblemDialog(parent(), problem, details=report))

    sys.excepthook = caught
