"""Saying what the columns of a table hold: seen with its rows, by keyboard, and then brought in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableWidget, QWidget

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.exchange.tables.presets import Field
from ahp_companion.exchange.tables.reading import looked_at, reading_of
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.columns import ColumnsDialog
from ahp_companion.ui.dialogs.import_file import ImportDialog, bring_in
from ahp_companion.ui.theme import put_on, read_theme
from tests.exchange.made_workbooks import row, text, workbook
from tests.ui.desks import Answers, Opened, inside, leave, press, turn
from tests.ui.measuring import misplaced
from tests.ui.test_accessibility import nameless, reachable, visited

Show = Callable[..., Any]
DOUBTFUL = """CPD of Rhiannon Ŵyn

Date,Activity,Category,Duration,What I learnt,Ward
03/04/2026,Journal club on gait,Work based,2h 30m,To look at the feet last,6B
05/04/2026,Study day in Łódź,Conference,half a day,Elbows,
,Signed,,,,
"""
FOREIGN = "Kiedy;Co;Ile\n13.3.2026;Spotkanie;2h\n"


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    """Return a window for dialogs to stand before."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _put(folder: Path, words: str) -> Path:
    path = folder / "My CPD.csv"
    path.write_text(words, encoding="utf-8")
    return path


@pytest.fixture
def dialog(
    desk: Desk, parent: QWidget, tmp_path: Path, show: Show
) -> Callable[[str], ColumnsDialog]:
    """Return what shows the dialog over a table."""

    def shown(words: str) -> ColumnsDialog:
        path = _put(tmp_path, words)
        made = ColumnsDialog(parent, desk, path, *looked_at(path))
        show(made, 900, 700)
        return made

    return shown


def _press(name: str, dialog: QWidget) -> None:
    press(dialog, name)


def _choose(dialog: ColumnsDialog, column: int, words: str) -> None:
    """Choose what a column holds, with the keyboard."""
    choice = dialog.preview.choices[column]
    choice.setFocus()
    steps = choice.findText(words) - choice.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert choice.currentText() == words


def _name(table: QTableWidget, at: int) -> Any:
    return table.model().headerData(at, Qt.Orientation.Horizontal)


def _cell(table: QTableWidget, row: int, at: int) -> Any:
    return table.model().index(row, at).data()


def _activities(dialog: ColumnsDialog, desk: Desk) -> list[CpdActivity]:
    change = reading_of(dialog.table, dialog.columns).into(desk.session.gather()).change
    return [edit.after for edit in change.edits] if change else []


def test_the_first_rows_are_shown_under_what_each_column_is_taken_for(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    shown = dialog(DOUBTFUL)
    assert [choice.currentText() for choice in shown.preview.choices] == [
        "Date", "Title", "Learning type", "Hours", "What I learnt", "Keep as words",
    ]  # fmt: skip
    table = shown.preview.table
    assert [_name(table, at) for at in (0, 5)] == ["Date", "Ward"]
    assert [table.model().headerData(at, Qt.Orientation.Vertical) for at in range(3)] == [
        "4",
        "5",
        "6",
    ]
    assert _cell(table, 1, 1) == "Study day in Łódź"
    assert shown.counted.text() == "2 activities can come in. 1 row cannot be read."
    assert "Row 6: there is no date in it." in shown.remarks.toPlainText()


def test_the_order_of_dates_is_asked_with_an_example_of_each(
    dialog: Callable[[str], ColumnsDialog], desk: Desk
) -> None:
    shown = dialog(DOUBTFUL)
    assert [shown.order.itemText(at) for at in range(shown.order.count())] == [
        "Day first: 03/04/2026 is 3 April 2026",
        "Month first: 03/04/2026 is 4 March 2026",
    ]
    assert _activities(shown, desk)[0].started_on == date(2026, 4, 3)
    QTest.keyClick(shown.order, Qt.Key.Key_Down)
    assert _activities(shown, desk)[0].started_on == date(2026, 3, 4)
    assert shown.order.currentText().startswith("Month first")


def test_the_order_is_not_asked_where_the_dates_settle_it(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    shown = dialog(FOREIGN)
    assert shown.order_box.isHidden()
    assert shown.day_box.isHidden()


def test_columns_are_said_with_the_keyboard_and_the_count_follows(
    dialog: Callable[[str], ColumnsDialog], desk: Desk
) -> None:
    shown = dialog(FOREIGN)
    assert not shown.act.isEnabled()
    assert shown.counted.text() == "Say which column holds the title, or what was done."
    _choose(shown, 1, "Title")
    assert shown.act.isEnabled()
    assert shown.counted.text().endswith("None of them has a date.")
    _choose(shown, 0, "Date")
    _choose(shown, 2, "Hours")
    assert shown.counted.text() == "1 activity can come in."
    (activity,) = _activities(shown, desk)
    assert (activity.started_on, activity.title, activity.minutes) == (
        date(2026, 3, 13),
        "Spotkanie",
        120,
    )


def test_two_columns_cannot_be_the_title_and_both_can_say_what_was_done(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    shown = dialog(DOUBTFUL)
    _choose(shown, 4, "Title")
    assert shown.counted.text() == "Two columns are said to hold “Title”; only one can."
    assert not shown.act.isEnabled()
    _choose(shown, 1, "What I did")
    assert shown.act.isEnabled()
    _choose(shown, 5, "What I did")
    assert shown.columns.feeds.count(Field.WHAT_I_DID) == 2
    assert shown.act.isEnabled()


def test_the_length_of_a_day_is_asked_where_the_table_counts_in_days(
    dialog: Callable[[str], ColumnsDialog], desk: Desk
) -> None:
    shown = dialog(DOUBTFUL)
    assert not shown.day_box.isHidden()
    assert [each.minutes for each in _activities(shown, desk)] == [150, None]
    shown.day.setFocus()
    for _ in range(3):
        QTest.keyClick(shown.day, Qt.Key.Key_Down)
    assert shown.day.currentText() == "7 h 30 min"
    assert [each.minutes for each in _activities(shown, desk)] == [150, 225]


def test_how_the_file_is_written_is_folded_away_and_can_be_said(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    shown = dialog(DOUBTFUL)
    assert shown.file.isHidden()
    press(shown, "fold")
    header = shown.file.choices["header_row"]
    assert header.currentText() == "3: Date, Activity, Category, Duration, What I learnt, Ward"
    header.setFocus()
    QTest.keyClick(header, Qt.Key.Key_Up)
    turn()
    assert shown.columns.header_row == 1
    assert shown.file.choices["header_row"].hasFocus()
    assert _name(shown.preview.table, 0) == "CPD of Rhiannon Ŵyn"
    delimiter = shown.file.choices["delimiter"]
    assert delimiter.currentText() == "Comma"
    delimiter.setFocus()
    QTest.keyClick(delimiter, Qt.Key.Key_Down)
    turn()
    assert shown.table.delimiter == ";"
    assert shown.preview.table.columnCount() == 1
    press(shown, "fold")
    assert shown.file.isHidden()


def test_another_sheet_of_a_workbook_can_be_chosen(
    desk: Desk, parent: QWidget, tmp_path: Path, show: Show
) -> None:
    path = tmp_path / "log.xlsx"
    head = row(1, text("Date"), text("Title"))
    old = row(2, text("13/3/26"), text("Elbows"))
    new = row(2, text("14/3/26"), text("Gait"))
    path.write_bytes(workbook({"New": head + new, "Old": head + old}))
    shown = ColumnsDialog(parent, desk, path, *looked_at(path))
    show(shown, 900, 700)
    press(shown, "fold")
    sheet = shown.file.choices["sheet"]
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    turn()
    assert shown.table.sheet == "Old"
    assert _cell(shown.preview.table, 0, 1) == "Elbows"


def test_everything_has_a_name_and_the_keyboard_comes_to_it(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    shown = dialog(DOUBTFUL)
    press(shown, "fold")
    turn()
    assert list(nameless(shown)) == []
    assert set(reachable(shown)) <= set(visited(shown, Qt.Key.Key_Tab))
    interface = QAccessible.queryAccessibleInterface(shown.preview.choices[1])
    assert interface.text(QAccessible.Text.Description) == "What “Activity” holds"


def test_a_column_comes_into_view_with_its_choice(
    dialog: Callable[[str], ColumnsDialog],
) -> None:
    wide = ",".join(f"Column {at}" for at in range(30))
    shown = dialog(f"{wide}\n{wide.replace('Column', 'Cell')}\n")
    first, last = shown.preview.choices[0], shown.preview.choices[-1]
    assert last.visibleRegion().isEmpty()
    first.setFocus()
    for each in shown.preview.choices:
        assert QApplication.focusWidget() is each
        leave(each)
    assert not last.visibleRegion().isEmpty()
    table = shown.preview.table
    table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(table, key)
        assert first.visibleRegion().isEmpty() == (key is Qt.Key.Key_End)


@pytest.mark.parametrize(("name", "size"), [("light", 100), ("dark", 200), ("contrast", 150)])
def test_nothing_is_cut_off_at_any_size_of_text(
    open_desk: Opened, parent: QWidget, tmp_path: Path, show: Show, qapp: QApplication,
    dressed: Any, name: str, size: int,
) -> None:  # fmt: skip
    theme = read_theme(name, size)
    put_on(qapp, theme)
    try:
        desk = open_desk(Practitioner(name="Rhiannon Ŵyn", profession="PH"), theme=theme)
        path = _put(tmp_path, DOUBTFUL)
        shown = ColumnsDialog(parent, desk, path, *looked_at(path))
        show(shown, 760, 700)
        shown.turn_fold()
        turn()
        assert misplaced(shown) == []
    finally:
        put_on(qapp, dressed)


def test_a_table_that_is_not_clear_is_asked_about_and_then_brought_in(
    desk: Desk, parent: QWidget, meet: Answers, tmp_path: Path
) -> None:
    said: list[str] = []

    def say(dialog: ColumnsDialog) -> None:
        for at, words in enumerate(("Date", "Title", "Hours")):
            _choose(dialog, at, words)
        press(dialog, "act")

    def look(dialog: ImportDialog) -> None:
        said.append(dialog.summary.text())
        press(dialog, "act")

    meet(say, look)
    assert bring_in(parent, desk, _put(tmp_path, FOREIGN)) == "Brought in. New: 1 CPD activity."
    turn()
    assert said == ["New: 1 CPD activity."]
    assert [each.title for each in desk.session.all(CpdActivity)] == ["Spotkanie"]
    assert [each.reason for each in desk.session.backups.all()] == ["before an import"]
    desk.session.undo()
    assert desk.session.all(CpdActivity) == []


def test_a_table_that_is_left_unsaid_changes_nothing(
    desk: Desk, parent: QWidget, meet: Answers, tmp_path: Path
) -> None:
    meet(lambda dialog: press(dialog, "cancel"))
    assert bring_in(parent, desk, _put(tmp_path, DOUBTFUL)) == ""
    assert desk.session.undo_words == ""
    assert desk.session.backups.all() == []


def test_columns_that_were_guessed_can_still_be_said(
    desk: Desk, parent: QWidget, meet: Answers, tmp_path: Path
) -> None:
    words = "Date,Title,Thoughts\n2026-03-12,Gait,Look at the feet last\n"

    def say(dialog: ColumnsDialog) -> None:
        _choose(dialog, 2, "What I learnt")
        press(dialog, "act")

    def look(dialog: ColumnsDialog) -> None:
        assert dialog.preview.choices[2].currentText() == "What I learnt"
        press(dialog, "act")

    choose, act = partial(_press, "columns"), partial(_press, "act")
    meet(choose, say, choose, look, act)
    assert bring_in(parent, desk, _put(tmp_path, words)).startswith("Brought in. ")
    (activity,) = desk.session.all(CpdActivity)
    assert activity.what_i_learnt == "Look at the feet last"


def test_a_table_that_is_clear_shows_what_comes_in_at_once(
    desk: Desk, parent: QWidget, meet: Answers, tmp_path: Path
) -> None:
    remarks: list[str] = []

    def look(dialog: ImportDialog) -> None:
        remarks.append(inside(dialog, QPlainTextEdit, "remarks").toPlainText())
        dialog.reject()

    meet(look)
    clear = DOUBTFUL.replace("05/04", "15/04")
    assert bring_in(parent, desk, _put(tmp_path, clear)) == ""
    assert "Kept as words with each activity: “Ward”." in remarks[0]


def test_the_entries_of_a_calendar_are_chosen_before_they_are_shown(
    desk: Desk, parent: QWidget, meet: Answers
) -> None:
    said: list[str] = []

    def look(dialog: ImportDialog) -> None:
        said.append(dialog.summary.text())
        dialog.reject()

    meet(partial(_press, "act"), look)
    calendar = Path(__file__).parents[1] / "data" / "others" / "outlook.ics"
    assert bring_in(parent, desk, calendar) == ""
    assert said[0].startswith("New: ")
