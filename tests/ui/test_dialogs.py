"""What leaves and what comes in, shown before it does; and what is found and put back."""

import csv
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.reflections import Reflection
from ahp_companion.exchange.archive import write_archive
from ahp_companion.exchange.cpd_csv import COLUMNS
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.export import ExportDialog, export
from ahp_companion.ui.dialogs.find import Find
from ahp_companion.ui.dialogs.import_file import ImportDialog, bring_in, import_file
from ahp_companion.ui.dialogs.restore import RestoreDialog
from tests.ui.desks import Answers, Heard, Opened, inside, leave, press, turn, write

Show = Callable[..., Any]
BYTES = b"%PDF-1.7 certificate"
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
MINE = Preceptorship(title="Community team", started_on=date(2025, 9, 1))
OLD = CpdActivity(title="Long ago", started_on=date(2024, 1, 5))
NEW = CpdActivity(title="Study day", started_on=date(2026, 2, 3), what_i_learnt="Łokieć")
SECRET = CpdActivity(title="Not for others", started_on=date(2026, 2, 4), private=True)
PRIVATE = Reflection(title="A hard afternoon", on=date(2026, 2, 5), model="what")
FILE = Evidence(
    title="Certificate", on=date(2026, 2, 3), file_name="c.pdf", media_type="application/pdf",
    size=len(BYTES), sha256=sha256(BYTES).hexdigest(),
)  # fmt: skip
RECORDS = (OWNER, MINE, OLD, NEW, SECRET, PRIVATE, FILE)


@pytest.fixture
def desk(open_desk: Opened) -> Desk:
    """Return a desk over a portfolio with something private and something old in it."""
    desk = open_desk(*RECORDS)
    desk.session.keep_files([BYTES])
    return desk


@pytest.fixture
def parent(show: Show) -> QWidget:
    """Return a window for dialogs to open over."""
    window: QWidget = show(QWidget())
    return window


@pytest.fixture
def dialog(desk: Desk, parent: QWidget) -> ExportDialog:
    """Return the export dialog, shown."""
    dialog = ExportDialog(parent, desk)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, code: str) -> None:
    codes = [each.code for each in dialog.formats]
    dialog.format.setCurrentIndex(codes.index(code))


def test_the_export_says_what_leaves_and_what_stays(dialog: ExportDialog) -> None:
    assert dialog.leaves.text() == (
        "Who you are, 1 preceptorship, 2 CPD activities and 1 piece of evidence."
    )
    assert dialog.stays.text() == "Private: 1 reflection and 1 CPD activity."


def test_what_is_private_stays_unless_it_is_ticked(dialog: ExportDialog) -> None:
    assert not dialog.private.isChecked()
    QTest.keyClick(dialog.private, Qt.Key.Key_Space)
    assert dialog.stays.text() == "Nothing."
    assert "1 reflection" in dialog.leaves.text()
    assert "3 CPD activities" in dialog.leaves.text()


def test_what_is_of_other_dates_stays(dialog: ExportDialog) -> None:
    write(dialog.from_on.edit, "1 January 2026")
    leave(dialog.from_on.edit)
    assert "1 CPD activity" in dialog.leaves.text()
    assert "Of other dates or preceptorships: 1 CPD activity." in dialog.stays.text()


def test_a_part_left_out_is_named_among_what_stays(dialog: ExportDialog) -> None:
    dialog.sections["cpd"].setChecked(False)
    assert dialog.choice.left_out == {"cpd"}
    assert f"Parts left out: {dialog.sections['cpd'].text()}." in dialog.stays.text()
    choose(dialog, "html")
    assert dialog.choice.left_out == frozenset()
    assert "Parts left out" not in dialog.stays.text()


def test_the_pages_are_counted_before_anything_is_written(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    assert dialog.pages.text() == "Counting pages…"
    qtbot.waitUntil(lambda: dialog.pages.text().startswith("It makes "), timeout=15_000)
    many = int(dialog.pages.text().split()[2])
    for box in dialog.sections.values():
        box.setChecked(False)
    assert dialog.pages.text() == "Counting pages…"
    qtbot.waitUntil(lambda: dialog.pages.text().startswith("It makes "), timeout=15_000)
    assert int(dialog.pages.text().split()[2]) < many


def test_only_the_pdf_has_parts_and_pages(dialog: ExportDialog) -> None:
    seen = {}
    for each in dialog.formats:
        choose(dialog, each.code)
        turn()
        boxes = [box.isVisible() for box in dialog.sections.values()]
        seen[each.code] = (all(boxes), bool(dialog.pages.text()), dialog.private.isVisible())
    assert seen == {
        "portfolio-pdf": (True, True, True),
        "hcpc-profile": (False, False, True),
        "html": (False, False, True),
        "cpd-csv": (False, False, True),
        "leap2a": (False, False, True),
        "calendar": (False, False, True),
        "archive": (False, False, False),
    }


def test_the_archive_says_that_everything_leaves(dialog: ExportDialog) -> None:
    choose(dialog, "archive")
    assert dialog.stays.text() == "Nothing."
    assert "3 CPD activities" in dialog.leaves.text()
    assert "private ones too" in dialog.help.text()


def test_a_date_that_cannot_be_read_keeps_the_dialog_open(dialog: ExportDialog) -> None:
    write(dialog.to_on.edit, "the other day")
    press(dialog, "act")
    assert dialog.isVisible()
    assert dialog.to_on.is_unread


def ask_for(code: str) -> Callable[[ExportDialog], None]:
    def answer(dialog: ExportDialog) -> None:
        choose(dialog, code)
        press(dialog, "act")

    return answer


def save_as(patch: pytest.MonkeyPatch, path: Path) -> list[str]:
    suggested: list[str] = []

    def asked(_parent: QWidget, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(suggestion).name)
        return str(path), ""

    patch.setattr(QFileDialog, "getSaveFileName", asked)
    return suggested


def test_the_portfolio_is_written_as_pdf(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    suggested = save_as(monkeypatch, tmp_path / "Mine.pdf")
    meet(ask_for("portfolio-pdf"))
    said = export(parent, desk)
    pages = PdfReader(tmp_path / "Mine.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert said == f"Exported {len(pages)} pages to Mine.pdf"
    assert "Study day" in text
    assert "Not for others" not in text
    assert suggested == ["Rhiannon Ŵyn portfolio.pdf"]


def test_the_cpd_list_is_written_as_a_spreadsheet(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "cpd")
    meet(ask_for("cpd-csv"))
    assert export(parent, desk) == "Exported to cpd.csv"
    with (tmp_path / "cpd.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["title"] for row in rows) == ["Long ago", "Study day"]


def test_a_page_for_any_browser_is_written(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "Mine.html")
    meet(ask_for("html"))
    assert export(parent, desk) == "Exported to Mine.html"
    text = (tmp_path / "Mine.html").read_text(encoding="utf-8")
    assert "Łokieć" in text
    assert "Not for others" not in text


def test_an_archive_holds_every_record_and_file(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "Mine.zip")
    meet(ask_for("archive"))
    assert export(parent, desk) == "Exported to Mine.zip"
    with zipfile.ZipFile(tmp_path / "Mine.zip") as kept:
        records = json.loads(kept.read("archive.json"))["records"]
        assert kept.read(f"evidence/{FILE.sha256}") == BYTES
    assert len(records["cpd_activity"]) == 3
    assert len(records["reflection"]) == 1


def test_an_ending_that_was_left_off_never_writes_over_another_file(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cpd to 12.3.csv").write_text("mine")
    save_as(monkeypatch, tmp_path / "cpd to 12.3")
    meet(ask_for("cpd-csv"))
    assert export(parent, desk) == "Exported to cpd to 12.3 2.csv"
    assert (tmp_path / "cpd to 12.3.csv").read_text() == "mine"


def test_an_export_that_cannot_be_written_is_told(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "not there" / "cpd.csv")
    said: list[str] = []

    def read(problem: QDialog) -> None:
        said.append(problem.accessibleDescription())
        problem.reject()

    meet(ask_for("cpd-csv"), read)
    assert export(parent, desk) == ""
    assert "not there" in said[0]


def test_an_export_lets_go_of_all_it_had_gathered(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for at in range(3):
        save_as(monkeypatch, tmp_path / f"{at}.csv")
        meet(ask_for("cpd-csv"))
        assert export(parent, desk) == f"Exported to {at}.csv"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert parent.findChildren(QDialog) == []


def test_an_export_without_a_place_writes_nothing(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    meet(ask_for("portfolio-pdf"))
    assert export(parent, desk) == ""


HEADER = ",".join(COLUMNS)
TABLE = f"""{HEADER}
2026-01-05,,Journal club,work-based,clinical,1.5,,,Gait,,,,no
soon,,No day to it,formal,,,,,,,,,no
2026-01-07,,Study day in Łódź,formal,research,6,6,,Elbows,,,,yes
2026-01-08,,,formal,,,,,,,,,no
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return the path of a spreadsheet, two of whose four rows cannot be read."""
    path = tmp_path / "cpd.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_spreadsheet_shows_what_comes_in_and_what_cannot(
    desk: Desk, parent: QWidget, meet: Answers, table: Path
) -> None:
    before = len(desk.session.all(CpdActivity))
    shown: list[str] = []

    def read(dialog: ImportDialog) -> None:
        shown.append(dialog.summary.text())
        shown.append(inside(dialog, QPlainTextEdit, "remarks").toPlainText())
        press(dialog, "act")

    meet(read)
    said = bring_in(parent, desk, table)
    turn()
    assert shown[0] == "New: 2 CPD activities."
    assert [line.split(":")[0].split()[-1] for line in shown[1].splitlines()] == ["3", "5"]
    assert said == "Brought in. New: 2 CPD activities."
    held = {each.title: each for each in desk.session.all(CpdActivity)}
    assert len(held) == before + 2
    assert held["Study day in Łódź"].private
    assert held["Journal club"].learning_type is LearningType.WORK_BASED
    assert [each.reason for each in desk.session.backups.all()] == ["before an import"]


def test_what_came_in_is_one_step_to_undo(
    desk: Desk, parent: QWidget, meet: Answers, table: Path
) -> None:
    before = desk.session.all(CpdActivity)
    meet(lambda dialog: press(dialog, "act"))
    bring_in(parent, desk, table)
    turn()
    desk.session.undo()
    assert desk.session.all(CpdActivity) == before
    assert desk.session.undo_words == ""


def test_the_same_spreadsheet_twice_brings_nothing_in_twice(
    desk: Desk, parent: QWidget, meet: Answers, table: Path
) -> None:
    meet(lambda dialog: press(dialog, "act"))
    bring_in(parent, desk, table)
    offered: list[bool] = []

    def look(dialog: ImportDialog) -> None:
        offered.append(dialog.act.isEnabled())
        dialog.reject()

    meet(look)
    assert bring_in(parent, desk, table) == ""
    assert offered == [False]


def test_an_import_left_with_cancel_changes_nothing(
    desk: Desk, parent: QWidget, meet: Answers, table: Path
) -> None:
    meet(lambda dialog: press(dialog, "cancel"))
    assert bring_in(parent, desk, table) == ""
    assert desk.session.undo_words == ""
    assert desk.session.backups.all() == []


def test_an_archive_comes_into_another_portfolio_with_its_files(
    desk: Desk,
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    save_as(monkeypatch, tmp_path / "Mine.zip")
    meet(ask_for("archive"))
    export(parent, desk)
    other = open_desk(Practitioner(name="Cerys", profession="PH"))
    chosen = (str(tmp_path / "Mine.zip"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    meet(lambda dialog: press(dialog, "act"))
    assert import_file(parent, other).startswith("Brought in. ")
    turn()
    assert other.session.practitioner.name == "Cerys"
    assert len(other.session.all(CpdActivity)) == 3
    assert other.session.file(FILE.sha256) == BYTES


def test_an_archive_that_goes_while_it_comes_in_leaves_nothing_behind(
    open_desk: Opened, parent: QWidget, meet: Answers, tmp_path: Path
) -> None:
    files = (BYTES, b"%PDF-1.7 poster")
    pieces = [
        replace(FILE, id=str(uuid4()), on=date(2026, 2, at), size=len(each),
                sha256=sha256(each).hexdigest())
        for at, each in enumerate(files, start=1)
    ]  # fmt: skip
    first = open_desk(Practitioner(name="Mari", profession="PH"), *pieces)
    first.session.keep_files(files)
    path = tmp_path / "Mine.zip"
    write_archive(path, first.session.gather(), first.session.file)
    other = open_desk(Practitioner(name="Cerys", profession="PH"))
    told: list[str] = []

    def spoil(dialog: ImportDialog) -> None:
        # Someone writes another archive over it, in which the second file is not.
        write_archive(path, gathered({"evidence": pieces[:1]}), first.session.file)
        press(dialog, "act")

    def read(problem: QDialog) -> None:
        told.append(problem.accessibleDescription())
        problem.reject()

    meet(spoil)
    meet(read)
    assert bring_in(parent, other, path) == ""
    assert "damaged" in told[0]
    assert other.session.all(Evidence) == []
    for each in pieces:
        with pytest.raises(ProblemError, match="not in the portfolio"):
            other.session.file(each.sha256)


@pytest.mark.parametrize("name", ["gone.csv", "letter.csv", "broken.zip"])
def test_a_file_that_cannot_be_brought_in_is_told(
    desk: Desk, parent: QWidget, meet: Answers, tmp_path: Path, name: str
) -> None:
    (tmp_path / "letter.csv").write_text("Dear all,\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    said: list[str] = []

    def read(problem: QDialog) -> None:
        said.append(problem.accessibleDescription())
        problem.reject()

    meet(read)
    assert bring_in(parent, desk, tmp_path / name) == ""
    assert said[0]
    assert desk.session.undo_words == ""


@pytest.fixture
def finder(desk: Desk, parent: QWidget) -> Find:
    """Return the dialog that finds anything, shown."""
    desk.session.add(Person(name="Cerys Llwyd"), CpdActivity(title="Supervising Cerys"))
    finder = Find(parent, desk)
    finder.show()
    finder.activateWindow()
    return finder


def test_records_of_every_kind_are_found_by_what_was_written(finder: Find, qtbot: QtBot) -> None:
    QTest.keyClicks(finder.typed, "cerys")
    qtbot.waitUntil(lambda: finder.list.count() > 0)
    found = [finder.list.item(at).text().splitlines() for at in range(finder.list.count())]
    assert sorted(each[0] for each in found) == ["Cerys Llwyd", "Supervising Cerys"]
    assert finder.counted.text() == "2 records found"


def test_the_arrow_keys_go_through_what_is_found_while_one_types(
    finder: Find, qtbot: QtBot
) -> None:
    QTest.keyClicks(finder.typed, "cerys")
    qtbot.waitUntil(lambda: finder.list.count() == 2)
    first = finder.chosen()
    QTest.keyClick(finder.typed, Qt.Key.Key_Down)
    assert finder.chosen() != first
    QTest.keyClick(finder.typed, Qt.Key.Key_Up)
    assert finder.chosen() == first
    QTest.keyClick(finder.typed, Qt.Key.Key_Return)
    assert finder.result() == 1


def test_return_with_nothing_found_stays_to_be_typed_in(finder: Find) -> None:
    QTest.keyClicks(finder.typed, "zebra")
    QTest.keyClick(finder.typed, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert finder.counted.text() == "0 records found"
    assert finder.chosen() is None


def test_a_backup_is_counted_before_it_can_be_restored(desk: Desk, parent: QWidget) -> None:
    desk.session.back_up("by hand")
    dialog = RestoreDialog(parent, desk)
    assert dialog.list.item(0).text().endswith(", by hand")
    assert dialog.holds.text() == (
        "Sound. It holds 7 records, 3 CPD activities among them, and 7 revisions."
    )
    assert dialog.act.isEnabled()


def test_a_damaged_backup_cannot_be_chosen(desk: Desk, parent: QWidget) -> None:
    backup = desk.session.back_up("by hand")
    contents = bytearray(backup.path.read_bytes())
    contents[len(contents) // 2] ^= 0xFF
    backup.path.write_bytes(contents)
    dialog = RestoreDialog(parent, desk)
    assert dialog.holds.text().endswith("Choose another.")
    assert not dialog.act.isEnabled()


def test_backups_are_listed_newest_first(desk: Desk, parent: QWidget) -> None:
    path = desk.session.back_up("by hand").path
    older = path.with_name(f"{datetime(2026, 1, 2, 3, 4):%Y-%m-%d %H%M%S} on closing.ahp")
    older.write_bytes(path.read_bytes())
    dialog = RestoreDialog(parent, desk)
    assert dialog.list.item(1).text() == "2 January 2026, 03:04, on closing"


def test_with_no_backup_yet_it_says_so(desk: Desk, parent: QWidget, heard: Heard) -> None:
    dialog = RestoreDialog(parent, desk)
    assert dialog.holds.text() == "There is no backup yet. One is made when you close the app."
    assert not dialog.act.isEnabled()
    assert dialog.chosen() is None
    assert heard.problems == []
