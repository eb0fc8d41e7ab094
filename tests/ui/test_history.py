"""A record's history in the window: every version, and the way back to one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.reflections import Reflection
from ahp_companion.ui.dialogs.history import HistoryDialog
from ahp_companion.ui.pages.cpd.activities import activities
from tests.ui.desks import Opened, inside, press, turn

Show = Callable[..., Any]
ACTIVITY = CpdActivity(title="Wykład w Łodzi", started_on=date(2026, 3, 1))


def test_versions_say_when_and_what_changed_newest_first(open_desk: Opened, show: Show) -> None:
    desk = open_desk(Practitioner(name="Rhiannon Ŵyn"), ACTIVITY)
    desk.session.set(ACTIVITY, what_i_learnt="Sŵn y môr")
    dialog = show(HistoryDialog(None, desk, desk.session.get(CpdActivity, ACTIVITY.id)))
    versions = inside(dialog, QListWidget, "versions")
    said = [versions.item(at).text() for at in range(versions.count())]
    assert [words.partition(" · ")[2] for words in said] == ["What I learnt", "as it was begun"]
    assert "Sŵn y môr" in inside(dialog, QPlainTextEdit, "version").toPlainText()
    assert not dialog.act.isEnabled()
    versions.setCurrentRow(1)
    assert dialog.act.isEnabled()
    assert "Sŵn y môr" not in inside(dialog, QPlainTextEdit, "version").toPlainText()


def test_what_was_answered_stands_in_a_version(open_desk: Opened, show: Show) -> None:
    reflection = Reflection(title="A visit", model="what", answers={"what": "It ran over."})
    desk = open_desk(Practitioner(), reflection)
    dialog = show(HistoryDialog(None, desk, reflection))
    assert "It ran over." in inside(dialog, QPlainTextEdit, "version").toPlainText()


def test_an_earlier_version_is_brought_back_and_that_can_be_undone(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(Practitioner(), ACTIVITY)
    desk.session.set(ACTIVITY, title="Changed")
    page = show(activities(desk), 972, 724)
    turn()

    def choose_the_oldest() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        dialog.list.setCurrentRow(1)
        dialog.accept()

    QTimer.singleShot(0, choose_the_oldest)
    press(page, "history")
    assert [each.title for each in desk.session.all(CpdActivity)] == ["Wykład w Łodzi"]
    desk.session.undo()
    assert [each.title for each in desk.session.all(CpdActivity)] == ["Changed"]
