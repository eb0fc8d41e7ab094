"""Work that takes a while: watched, stopped, refused in words, or broken."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.ui.errors import ProblemDialog
from ahp_companion.ui.long_work import Behind, Progress, ProgressDialog, in_background
from ahp_companion.ui.session import Session
from tests.ui.desks import Answers, inside, turn

Show = Callable[..., Any]


@pytest.fixture
def parent(show: Show) -> QWidget:
    """Return a window."""
    window: QWidget = show(QWidget())
    return window


def when_shown(act: Callable[[ProgressDialog], None]) -> None:
    """Do something with the progress dialog as soon as there is one."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProgressDialog):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_work_is_done_off_the_windows_thread_and_gives_its_result(parent: QWidget) -> None:
    def work(_progress: Progress) -> int:
        return threading.get_ident()

    assert in_background(parent, "Working", work) not in (None, threading.get_ident())


def test_how_far_the_work_is_shows_while_it_runs(parent: QWidget) -> None:
    seen, go_on = [], threading.Event()

    def work(progress: Progress) -> str:
        progress(3, 12)
        assert go_on.wait(5)
        return "done"

    def look(dialog: ProgressDialog) -> None:
        if dialog.bar.maximum() != 12:
            QTimer.singleShot(5, lambda: look(dialog))
            return
        seen.append((dialog.bar.value(), dialog.bar.accessibleName()))
        go_on.set()

    when_shown(look)
    assert in_background(parent, "Writing the export", work) == "done"
    assert seen == [(3, "Writing the export")]


def test_work_that_is_cancelled_gives_nothing(parent: QWidget) -> None:
    steps = []

    def work(progress: Progress) -> str:
        for step in range(10_000):
            progress(step, 10_000)
            steps.append(step)
            threading.Event().wait(0.002)
        return "done"

    when_shown(lambda dialog: inside(dialog, QPushButton).click())
    assert in_background(parent, "Working", work) is None
    assert len(steps) < 10_000


def test_a_cancelled_backup_leaves_nothing_behind(session: Session, parent: QWidget) -> None:
    session.add(*(CpdActivity(title="x", what_i_did="y" * 20_000) for _ in range(300)))
    slow = threading.Event()

    def work(progress: Progress) -> Any:
        def slowly(done: int, whole: int) -> None:
            slow.wait(0.2)
            progress(done, whole)

        return session.back_up("by hand", slowly)

    when_shown(lambda dialog: dialog.reject())
    assert in_background(parent, "Making a backup", work) is None
    assert [*session.backups.folder.iterdir()] == []
    assert session.needs_backup


def test_a_problem_is_shown_in_words(parent: QWidget, meet: Answers) -> None:
    def work(_progress: Progress) -> None:
        raise ProblemError("The disk is full.")

    said = []

    def read(dialog: ProblemDialog) -> None:
        said.append(dialog.accessibleDescription())
        dialog.reject()

    meet(read)
    assert in_background(parent, "Working", work) is None
    assert said == ["The disk is full."]


def test_a_bug_comes_out_where_the_work_was_asked_for(parent: QWidget) -> None:
    def work(_progress: Progress) -> None:
        raise KeyError("a bug")

    with pytest.raises(KeyError, match="a bug"):
        in_background(parent, "Working", work)


def test_only_the_newest_question_is_answered(parent: QWidget, qtbot: QtBot) -> None:
    behind, answers = Behind(parent), list[Any]()
    behind.answered.connect(answers.append)
    behind.ask(lambda _progress: "first")
    behind.ask(lambda _progress: "second")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["second"]


def test_word_of_older_work_is_not_taken_for_an_answer_to_newer(
    parent: QWidget, qtbot: QtBot
) -> None:
    behind, answers, go_on = Behind(parent), list[Any](), threading.Event()
    behind.answered.connect(answers.append)
    behind.ask(lambda _progress: "first")
    # Its word waits in the window's queue while the next question is asked.
    QThreadPool.globalInstance().waitForDone()
    behind.ask(lambda _progress: go_on.wait(5) and "second")
    turn()
    assert answers == []
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["second"]


def test_asking_anew_does_not_wait_for_what_is_under_way(parent: QWidget, qtbot: QtBot) -> None:
    behind, answers, go_on = Behind(parent), list[Any](), threading.Event()
    behind.answered.connect(answers.append)
    stopped: list[bool] = []

    def long(progress: Progress) -> None:
        stopped.append(not go_on.wait(5))
        progress(0, 1)
        stopped.append(False)

    behind.ask(long)
    behind.ask(lambda _progress: "second")
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    behind.stop()
    assert answers == ["second"]
    assert stopped == [False]


def test_what_is_stopped_is_never_answered(parent: QWidget) -> None:
    behind, answers = Behind(parent), list[Any]()
    behind.answered.connect(answers.append)

    def work(progress: Progress) -> None:
        while True:
            threading.Event().wait(0.002)
            progress(0, 1)

    behind.ask(work)
    behind.stop()
    turn()
    assert answers == []
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def test_work_that_fails_behind_is_silent(parent: QWidget) -> None:
    behind, answers = Behind(parent), list[Any]()
    behind.answered.connect(answers.append)

    def work(_progress: Progress) -> None:
        raise CancelledError

    behind.ask(work)
    QThreadPool.globalInstance().waitForDone()
    turn()
    assert answers == []


def test_the_file_is_written_by_one_at_a_time(
    session: Session, parent: QWidget, tmp_path: Path
) -> None:
    def work(progress: Progress) -> bool:
        progress(0, 1)
        session.add(CpdActivity(title="From behind"))
        return session.back_up("by hand", progress).path.exists()

    def write(_dialog: ProgressDialog) -> None:
        session.add(CpdActivity(title="From the window"))

    when_shown(write)
    assert in_background(parent, "Working", work)
    turn()
    titles = sorted(each.title for each in session.all(CpdActivity))
    assert titles == ["From behind", "From the window"]
