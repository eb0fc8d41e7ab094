"""The controls, one by one, as hands and screen readers meet them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QFileDialog,
    QListWidget,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.pillars import Pillar
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.pick import Picker
from ahp_companion.ui.fields.choices import Check, Chips, Choice, of_words
from ahp_companion.ui.fields.links import EvidenceLinks, Links
from ahp_companion.ui.fields.moments import Clock, Day, Minutes, Number
from ahp_companion.ui.fields.statements import Statements
from ahp_companion.ui.fields.texts import GrowingText, Line, Text
from tests.ui.desks import Heard, inside, leave, turn, write

Shown = Callable[..., Any]


def test_chips_keep_the_order_they_were_chosen_in(desk: Desk, show: Shown) -> None:
    chips = show(Chips(desk, Pillar))
    for name in ("Research", "Clinical practice", "Education"):
        _press(chips, name)
    assert chips.value() == (Pillar.RESEARCH, Pillar.CLINICAL, Pillar.EDUCATION)
    _press(chips, "Research")
    _press(chips, "Research")
    assert chips.value() == (Pillar.CLINICAL, Pillar.EDUCATION, Pillar.RESEARCH)


def test_a_chip_is_turned_by_the_space_bar(desk: Desk, show: Shown, qtbot: QtBot) -> None:
    chips = show(Chips(desk, Pillar))
    with qtbot.waitSignal(chips.changed):
        QTest.keyClick(chips.chips[1], Qt.Key.Key_Space)
    assert chips.value() == (Pillar.LEADERSHIP,)


def test_chips_are_named_within_their_group(desk: Desk) -> None:
    chips = Chips(desk, Pillar)
    chips.set_names("Pillars", "The first one is the main one.", "pillars")
    assert chips.chips[3].accessibleName() == "Pillars: Research"
    assert chips.chips[3].objectName() == "pillars-research"


def test_a_value_that_the_list_no_longer_has_is_still_shown(desk: Desk) -> None:
    choice = Choice(desk, of_words(LearningType), nothing="Not chosen yet")
    choice.set_value("night-school")
    assert choice.value() == "night-school"
    assert choice.combo.currentText() == "night-school"


def test_the_wheel_does_not_change_a_choice_in_passing(desk: Desk, show: Shown) -> None:
    choice = show(Choice(desk, of_words(LearningType)))
    choice.set_value(LearningType.FORMAL)
    QApplication.sendEvent(choice.combo, _wheel())
    assert choice.value() is LearningType.FORMAL


def test_a_check_is_named_by_its_own_words(desk: Desk, show: Shown, qtbot: QtBot) -> None:
    check = show(Check(desk, words="Private"))
    check.set_names("", "", "private")
    with qtbot.waitSignal(check.changed):
        QTest.keyClick(check.box, Qt.Key.Key_Space)
    assert check.value() is True
    assert check.box.accessibleName() == "Private"


def test_a_check_that_is_toggled_without_a_click_says_so(
    desk: Desk, show: Shown, qtbot: QtBot
) -> None:
    # An assistive client's "Toggle" reaches the box so, and no click is made.
    check = show(Check(desk, words="Private"))
    with qtbot.waitSignal(check.changed):
        check.box.toggle()
    with qtbot.assertNotEmitted(check.changed):
        check.set_value(False)
    assert check.value() is False


@pytest.mark.parametrize(
    ("typed", "minutes", "shown"),
    [
        ("1.5", 90, "1 h 30 min"),
        ("45 min", 45, "45 min"),
        ("0", 0, "0 min"),
        ("", None, ""),
    ],
)
def test_minutes_are_read_and_written(
    desk: Desk, show: Shown, typed: str, minutes: int | None, shown: str
) -> None:
    control = show(Minutes(desk))
    control.set_value(15)
    write(control.edit, typed)
    _finish(control.edit)
    assert control.value() == minutes
    assert control.edit.text() == shown


def test_no_minutes_can_stand_for_nought(desk: Desk, show: Shown) -> None:
    control = show(Minutes(desk, empty=0))
    control.set_value(0)
    assert (control.edit.text(), control.value()) == ("", 0)
    write(control.edit, "30 min")
    write(control.edit, "")
    _finish(control.edit)
    assert control.value() == 0


@pytest.mark.parametrize("typed", ["9" * 30, "9" * 30 + ":00", "soon", "1e400", "nan"])
def test_what_is_no_length_of_time_is_not_kept(desk: Desk, show: Shown, typed: str) -> None:
    control = show(Minutes(desk))
    control.set_value(15)
    write(control.edit, typed)
    _finish(control.edit)
    assert control.value() == 15
    assert control.hint.isVisible()
    assert control.edit.text() == typed


@pytest.mark.parametrize("typed", ["9" * 30, "inf", "nan", "six", "²"])
def test_what_is_no_number_is_not_kept(desk: Desk, show: Shown, typed: str) -> None:
    control = show(Number(desk, example="6"))
    control.set_value(6)
    write(control.edit, typed)
    _finish(control.edit)
    assert control.value() == 6


def test_a_share_of_full_time_is_kept_in_hundredths(desk: Desk, show: Shown) -> None:
    control = show(Number(desk, example="0.6", hundredths=True))
    write(control.edit, "0,6")
    _finish(control.edit)
    assert (control.value(), control.edit.text()) == (60, "0.6")


@pytest.mark.parametrize(
    ("typed", "at"), [("14:00", "14:00"), ("9.5", "09:05"), ("25:00", ""), ("²:00", ""), ("", "")]
)
def test_a_time_of_day_is_read(desk: Desk, show: Shown, typed: str, at: str) -> None:
    control = show(Clock(desk))
    write(control.edit, typed)
    _finish(control.edit)
    assert control.value() == at


def test_a_day_can_be_pointed_at(desk: Desk, show: Shown, qtbot: QtBot) -> None:
    control = show(Day(desk))
    control.set_names("Date", "", "started_on")
    QTest.mouseClick(inside(control, QAbstractButton, "started_on-calendar"), LEFT)
    calendar = control.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 3, 12)
    with qtbot.waitSignal(control.changed):
        calendar.clicked.emit(QDate(2026, 3, 2))
    assert control.value() == date(2026, 3, 2)
    assert control.edit.text() == "2 March 2026"
    control.findChild(QMenu).close()


def test_a_title_is_one_line_and_a_text_grows(desk: Desk, show: Shown) -> None:
    text = show(Text(desk), 400, 600)
    before = text.edit.height()
    write(text.edit, "One line and another " * 30)
    assert text.edit.height() > before
    assert text.edit.verticalScrollBar().maximum() == 0


def test_tab_leaves_a_text_box_and_writes_nothing(desk: Desk, show: Shown) -> None:
    holder = QWidget()
    text, line = Text(desk), Line(desk)
    text.setParent(holder)
    line.setParent(holder)
    show(holder)
    text.edit.setFocus()
    leave(text.edit)
    assert line.edit.hasFocus()
    assert text.value() == ""


def test_what_is_pasted_comes_in_as_plain_text(desk: Desk, show: Shown) -> None:
    text = show(Text(desk))
    pasted = QMimeData()
    pasted.setHtml("<b>Gait</b> after <i>stroke</i>")
    pasted.setText("Gait after stroke")
    box: GrowingText = text.edit
    assert box.canInsertFromMimeData(pasted)
    box.insertFromMimeData(pasted)
    assert text.value() == "Gait after stroke"
    assert not box.textCursor().charFormat().font().bold()


def test_a_framework_line_is_chosen_from_the_menu(desk: Desk, show: Shown, qtbot: QtBot) -> None:
    framework = desk.session.catalogue.frameworks["four-pillars"]
    statements = show(Statements(desk, lambda: [framework]))
    QTest.mouseClick(statements.add_button, LEFT)
    menu = statements.findChild(QMenu)
    lines = menu.actions()[0].menu().actions()
    with qtbot.waitSignal(statements.changed):
        lines[1].trigger()
    menu.close()
    tag = f"{framework.code}:{framework.statements[1].code}"
    assert statements.value() == (tag,)
    assert f"{framework.name}: {framework.statements[1].words}" in _words(statements)


def test_a_chosen_line_is_ticked_in_the_menu_and_can_be_taken_off(desk: Desk, show: Shown) -> None:
    framework = desk.session.catalogue.frameworks["four-pillars"]
    statements = show(Statements(desk, lambda: [framework]))
    tag = f"{framework.code}:{framework.statements[0].code}"
    statements.set_value((tag,))
    QTest.mouseClick(statements.add_button, LEFT)
    menu = statements.findChild(QMenu)
    assert [each.isChecked() for each in menu.actions()[0].menu().actions()][:2] == [True, False]
    menu.close()
    taking_off = [each for each in statements.findChildren(QAbstractButton) if _takes_off(each)]
    QTest.mouseClick(taking_off[0], LEFT)
    assert statements.value() == ()


def test_a_line_of_a_framework_that_is_not_here_is_shown_as_it_is(desk: Desk) -> None:
    statements = Statements(desk, list)
    statements.set_value(("trust-2031:4.2",))
    assert "trust-2031:4.2" in _words(statements)
    assert statements.value() == ("trust-2031:4.2",)


def test_a_record_is_linked_opened_and_taken_off(
    desk: Desk, show: Shown, heard: Heard, qtbot: QtBot
) -> None:
    study, club = CpdActivity(title="Study day"), CpdActivity(title="Journal club")
    desk.session.add(study, club)
    links = show(Links(desk, CpdActivity))
    links.set_names("Learning", "", "learning")
    QTimer.singleShot(0, lambda: _pick("Journal club"))
    with qtbot.waitSignal(links.changed):
        QTest.mouseClick(links.add_button, LEFT)
    turn()
    assert links.value() == (club.id,)
    QTest.mouseClick(_named(links, "Open Journal club"), LEFT)
    assert heard.gone_to == [club]
    with qtbot.waitSignal(links.changed):
        QTest.mouseClick(_named(links, "Take off Journal club"), LEFT)
    assert links.value() == ()


def test_what_is_linked_already_is_not_offered_again(desk: Desk, show: Shown) -> None:
    study, club = CpdActivity(title="Study day"), CpdActivity(title="Journal club")
    desk.session.add(study, club)
    parent = show(QWidget())
    picker = Picker(parent, desk, CpdActivity, without=(study.id,))
    picker.show()
    offered = inside(picker, QListWidget)
    assert [offered.item(row).text() for row in range(offered.count())] == ["Journal club"]


def test_where_there_is_nothing_to_link_it_says_so(desk: Desk, show: Shown) -> None:
    parent = show(QWidget())
    picker = Picker(parent, desk, CpdActivity)
    assert picker.nothing.text() == "There are no CPD activities to link."
    assert picker.chosen() is None


def test_files_dropped_onto_a_field_are_kept_and_linked(
    desk: Desk, show: Shown, tmp_path: Path
) -> None:
    (tmp_path / "certificate.pdf").write_bytes(b"%PDF-1.7 certificate")
    links = show(EvidenceLinks(desk))
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / "certificate.pdf")), QUrl("https://example.org/a.pdf")]
    )
    entering = QDragEnterEvent(QPoint(5, 5), COPY, dropped, LEFT, NO_KEYS)
    QApplication.sendEvent(links, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(links, QDropEvent(QPointF(5, 5), COPY, dropped, LEFT, NO_KEYS))
    held = desk.session.all(Evidence)
    assert [each.file_name for each in held] == ["certificate.pdf"]
    assert links.value() == (held[0].id,)


def test_a_file_is_chosen_for_a_record(
    desk: Desk, show: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slides.txt").write_bytes(b"Slides")
    chosen = ([str(tmp_path / "slides.txt")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    links = show(EvidenceLinks(desk))
    QTest.mouseClick(links.file_button, LEFT)
    assert [each.title for each in desk.session.all(Evidence)] == ["slides"]
    assert "slides.txt" in _words(links)


def test_a_link_to_what_is_gone_is_kept_and_not_shown(desk: Desk) -> None:
    links = Links(desk, CpdActivity)
    links.set_value(("gone",))
    assert links.value() == ("gone",)
    assert not [each for each in links.findChildren(QAbstractButton) if _takes_off(each)]


LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
NO_KEYS = Qt.KeyboardModifier.NoModifier


def _press(chips: Chips, name: str) -> None:
    QTest.mouseClick(next(each for each in chips.chips if each.text() == name), LEFT)


def _named(holder: QWidget, name: str) -> QAbstractButton:
    found = holder.findChildren(QAbstractButton)
    return next(each for each in found if each.accessibleName() == name and each.isVisible())


def _finish(line: QWidget) -> None:
    QTest.keyClick(line, Qt.Key.Key_Return)


def _takes_off(each: QAbstractButton) -> bool:
    return each.accessibleName().startswith("Take off") and not each.isHidden()


def _words(holder: QWidget) -> list[str]:
    turn()
    return [str(each.property("text")) for each in holder.findChildren(QWidget)]


def _pick(words: str) -> None:
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    QTest.keyClicks(picker.search, words[:4])
    picker.accept()


def _wheel() -> QWheelEvent:
    at, turned = QPointF(5, 5), QPoint(0, -120)
    none = Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, QPoint(), turned, none, NO_KEYS, phase, False)
