"""What went wrong, said: problems in words, bugs without a word of the portfolio."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from ahp_companion import __version__
from ahp_companion.diagnostics import Diagnostics
from ahp_companion.domain.problems import ProblemError
from ahp_companion.ui.errors import ProblemDialog, catch_bugs, show_problem
from tests.ui.desks import Answers, inside

Show = Callable[..., Any]
SECRET = "Mrs Llewellyn fell on Tuesday"


@pytest.fixture
def parent(show: Show) -> QWidget:
    """Return a window."""
    window: QWidget = show(QWidget())
    return window


@pytest.fixture
def caught(tmp_path: Path, parent: QWidget) -> Iterator[list[str]]:
    """Catch bugs as the app does; return what was saved for each."""
    before, saved = sys.excepthook, list[str]()
    catch_bugs(lambda: parent, lambda: saved.append("saved"), Diagnostics(tmp_path))
    yield saved
    sys.excepthook = before


def words(dialog: QWidget) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel)]


def stumble() -> None:
    raise ValueError(SECRET)


def fall_in_a_slot() -> None:
    # In a loop of Qt's own, as in the app; processEvents would hand the error to the test.
    loop = QEventLoop()
    QTimer.singleShot(0, stumble)
    QTimer.singleShot(20, loop.quit)
    loop.exec()


def test_a_problem_says_what_happened_what_it_means_and_what_to_do(
    parent: QWidget, meet: Answers
) -> None:
    said: list[str] = []

    def read(dialog: ProblemDialog) -> None:
        said.extend(words(dialog))
        assert [each.text() for each in dialog.findChildren(QPushButton)] == ["Close"]
        inside(dialog, QPushButton).click()

    meet(read)
    problem = ProblemError("The disk is full.", means="Nothing is lost.", advice="Make room.")
    assert not show_problem(parent, problem)
    assert said == ["The disk is full.", "Nothing is lost.", "Make room."]


def test_what_looks_like_markup_in_a_problem_is_shown_as_it_is(
    parent: QWidget, meet: Answers
) -> None:
    said: list[str] = []

    def read(dialog: ProblemDialog) -> None:
        said.extend(words(dialog))
        dialog.reject()

    meet(read)
    show_problem(parent, ProblemError("“<b>mine</b>.ahp” is open somewhere else."))
    assert said == ["“<b>mine</b>.ahp” is open somewhere else."]


def test_an_act_that_is_offered_can_be_taken_up(parent: QWidget, meet: Answers) -> None:
    problem = ProblemError("It is damaged.")
    meet(lambda dialog: inside(dialog, QPushButton, "act").click())
    assert show_problem(parent, problem, act="Restore the backup")
    meet(lambda dialog: inside(dialog, QPushButton, "close").click())
    assert not show_problem(parent, problem, act="Restore the backup")


def test_a_bug_in_a_slot_shows_one_dialog_and_saves_first(caught: list[str], meet: Answers) -> None:
    shown: list[list[str]] = []

    def read(dialog: ProblemDialog) -> None:
        assert caught == ["saved"]
        shown.append(words(dialog))
        fall_in_a_slot()
        dialog.reject()

    meet(read)
    fall_in_a_slot()
    fall_in_a_slot()
    assert [each[0] for each in shown] == ["Something went wrong that should not have."]


def test_the_report_holds_none_of_the_portfolios_words(
    caught: list[str], meet: Answers, tmp_path: Path
) -> None:
    reports: list[str] = []

    def read(dialog: ProblemDialog) -> None:
        box = inside(dialog, QPlainTextEdit)
        assert box.isReadOnly()
        reports.append(box.toPlainText())
        dialog.reject()

    meet(read)
    fall_in_a_slot()
    kept = (tmp_path / "ahp-companion.log").read_text(encoding="utf-8")
    assert len(reports) == 1
    for report in (*reports, kept):
        assert f"AHP Companion {__version__}" in report
        assert "ValueError" in report
        assert "in stumble" in report
        assert "Llewellyn" not in report
        assert str(Path.home()) not in report


def test_a_bug_while_saving_does_not_hide_the_first(
    tmp_path: Path, parent: QWidget, meet: Answers
) -> None:
    before = sys.excepthook
    catch_bugs(lambda: parent, stumble, Diagnostics(tmp_path))
    meet(lambda dialog: dialog.reject())
    fall_in_a_slot()
    sys.excepthook = before
    kept = (tmp_path / "ahp-companion.log").read_text(encoding="utf-8")
    assert kept.count("ValueError") == 2


def test_being_stopped_from_a_terminal_is_no_bug(caught: list[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert caught == []
    assert QApplication.activeModalWidget() is None
