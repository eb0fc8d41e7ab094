"""How a portfolio comes into the window: begun, opened, refused in words, or brought back."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.practitioner import Nation, Practitioner, Role
from ahp_companion.domain.problems import ProblemError
from ahp_companion.places import Places
from ahp_companion.store.backups import STAMP
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from ahp_companion.ui import preferences
from ahp_companion.ui.dialogs.first_run import FirstRun
from ahp_companion.ui.record_page import RecordPage
from ahp_companion.ui.session_opening import create_session
from tests.ui.desks import Answers, Shell, inside, press, turn, write

Start = Callable[..., Shell]
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
ANOTHER = "Open another portfolio"
HOLDING = """
import sys, time
from pathlib import Path
from ahp_companion.store.holders import Holders
from ahp_companion.store.portfolio_file import open_portfolio
held = open_portfolio(Path(sys.argv[1]), holders=Holders(Path(sys.argv[2])))
print("held", flush=True)
sys.stdin.read()
held.close()
"""


@pytest.fixture
def backed_up(places: Places, catalogue: Catalogue) -> Path:
    """Return the path of a closed portfolio that has a backup with one activity in it."""
    activity = CpdActivity(title="Journal club")
    session = create_session(places.portfolio, places, catalogue, [OWNER, activity])
    session.back_up("by hand")
    session.set(activity, title="Journal club, later")
    session.close()
    return places.portfolio


def words(dialog: QDialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def titles(shell: Shell) -> list[str]:
    return [each.title for each in shell.session.all(CpdActivity)]


def accepting(*, asks: str) -> Callable[[QDialog], None]:
    """Return what takes up the act that a dialog offers, having read why it asks."""

    def accept(dialog: QDialog) -> None:
        assert asks in words(dialog)
        acting = [each for each in dialog.findChildren(QPushButton) if each.isDefault()]
        QTest.mouseClick(acting[0], Qt.MouseButton.LeftButton)

    return accept


def closing(*, says: str, offers: str = "") -> Callable[[QDialog], None]:
    """Return what closes a dialog, having read what it says and offers."""

    def close(dialog: QDialog) -> None:
        offered = [each.text() for each in dialog.findChildren(QPushButton)]
        assert says in words(dialog)
        assert [each for each in offered if each != "Close"] == [offers][: bool(offers)]
        dialog.reject()

    return close


def begin(dialog: FirstRun) -> None:
    write(inside(dialog, QLineEdit, "name"), "Rhiannon Ŵyn")
    for name, chosen in (("profession", "Osteopath"), ("role", "Preceptor"), ("nation", "Wales")):
        combo = inside(dialog, QComboBox, name)
        combo.setCurrentIndex(combo.findText(chosen))
    write(inside(dialog, QLineEdit, "number"), "1234")
    press(dialog, "act")


def test_the_first_run_makes_the_portfolio_that_was_described(
    start: Start, meet: Answers, places: Places
) -> None:
    meet(begin)
    shell = start()
    assert shell.opening.open(None)
    shell.window.close()
    with open_portfolio(places.portfolio) as portfolio:
        (owner,) = portfolio.records.all(Practitioner)
    assert owner == Practitioner(
        id=owner.id,
        name="Rhiannon Ŵyn",
        profession="OSTEOPATH",
        role=Role.PRECEPTOR,
        registration_number="1234",
        nation=Nation.WALES,
    )


def test_the_first_run_can_be_answered_with_nothing(
    start: Start, meet: Answers, places: Places
) -> None:
    meet(lambda dialog: press(dialog, "act"))
    shell = start()
    assert shell.opening.open(None)
    assert shell.session.practitioner.name == ""
    assert shell.window.page.isVisible()


def test_the_first_run_points_out_an_odd_number(start: Start, meet: Answers) -> None:
    said = []

    def look(dialog: FirstRun) -> None:
        dialog.profession.setCurrentIndex(dialog.profession.findText("Physiotherapist"))
        write(dialog.number, "12")
        said.append(dialog.oddity.text())
        dialog.reject()

    meet(look)
    assert not start().opening.open(None)
    assert "It is kept as you wrote it." in said[0]


def test_not_now_leaves_nothing_behind(start: Start, meet: Answers, places: Places) -> None:
    meet(lambda dialog: press(dialog, "cancel"))
    assert not start().opening.open(None)
    assert not places.portfolio.exists()


def test_the_sample_can_be_looked_around_in_and_is_not_taken_for_ones_own(
    start: Start, meet: Answers, places: Places
) -> None:
    meet(lambda dialog: press(dialog, "sample"))
    shell = start()
    assert shell.opening.open(None)
    assert len(shell.session.all(CpdActivity)) > 10
    assert not places.portfolio.exists()
    shell.window.close()
    meet(begin)
    again = start()
    assert again.opening.open(None)
    assert again.session.path == places.portfolio


def test_from_ones_own_portfolio_to_the_sample_and_back(shell: Shell, start: Start) -> None:
    own = shell.session.path
    shell.trigger("Look around in a sample")
    assert shell.session.path != own
    assert len(shell.session.all(CpdActivity)) > 10
    # What a sample plans lies ahead of the day it was written for.
    assert shell.session.today() == date(2026, 3, 12)
    shell.trigger("Look around in a sample")
    assert len(shell.session.all(CpdActivity)) > 10
    shell.window.close()
    again = start()
    assert again.opening.open(None)
    assert again.session.path == own


def test_a_portfolio_is_opened_where_it_was_last(
    start: Start, places: Places, catalogue: Catalogue, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere" / "Mine.ahp"
    create_session(elsewhere, places, catalogue, [OWNER]).close()
    shell = start()
    assert shell.opening.open(elsewhere)
    shell.window.close()
    again = start()
    assert again.opening.open(None)
    assert again.session.path == elsewhere


def test_a_missing_portfolio_with_backups_is_never_begun_anew(
    start: Start, meet: Answers, backed_up: Path
) -> None:
    backed_up.unlink()
    meet(accepting(asks="There is no portfolio at"))
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club"]
    assert shell.session.path == backed_up


def test_a_missing_portfolio_whose_backup_is_not_wanted_stays_missing(
    start: Start, meet: Answers, backed_up: Path
) -> None:
    backed_up.unlink()
    meet(lambda dialog: dialog.reject())
    assert not start().opening.open(None)
    assert not backed_up.exists()


def test_a_portfolio_on_a_disk_that_is_not_connected_is_not_replaced_unasked(
    start: Start, meet: Answers, places: Places, tmp_path: Path
) -> None:
    gone = tmp_path / "stick" / "Mine.ahp"
    shell = start()
    shell.wishes.put(preferences.LAST_PORTFOLIO, str(gone))
    meet(closing(says=str(gone), offers="Go on without it"))
    assert not shell.opening.open(None)
    meet(accepting(asks=str(gone)), begin)
    assert shell.opening.open(None)
    assert shell.session.path == places.portfolio
    assert not gone.exists()


def test_a_damaged_portfolio_is_kept_and_its_newest_good_backup_brought_back(
    start: Start, meet: Answers, places: Places, backed_up: Path
) -> None:
    spoil(backed_up)
    damaged = backed_up.read_bytes()
    meet(accepting(asks="is damaged"))
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club"]
    beside = [each.read_bytes() for each in places.backups(backed_up).glob("*as it was*")]
    assert damaged in beside


def test_a_damaged_backup_is_passed_over_for_an_older_good_one(
    start: Start, meet: Answers, places: Places, backed_up: Path
) -> None:
    folder = places.backups(backed_up)
    newest = folder / f"{datetime.now() + timedelta(minutes=5):{STAMP}} by hand.ahp"
    newest.write_bytes(next(folder.glob("*.ahp")).read_bytes())
    spoil(newest)
    spoil(backed_up)
    meet(accepting(asks="is damaged"))
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club"]


def test_a_portfolio_of_a_newer_version_is_not_replaced_by_an_older_backup(
    start: Start, meet: Answers, backed_up: Path
) -> None:
    with open_portfolio(backed_up) as portfolio, portfolio.db.atomic():
        made = portfolio.db["_sqlite_migrations"]
        row = next(iter(made.rows))
        made.insert(row | {"id": 999, "name": "from a later version"})
    meet(closing(says="was written by a newer AHP Companion", offers=ANOTHER))
    assert not start().opening.open(None)


@pytest.mark.parametrize(
    ("contents", "asks"),
    [(b"", "is empty"), (b"%PDF-1.7", "is not an AHP Companion"), (bytes(8192), "“My portfolio")],
)
def test_a_portfolio_written_over_is_offered_its_backup(
    start: Start, meet: Answers, backed_up: Path, contents: bytes, asks: str
) -> None:
    backed_up.write_bytes(contents)
    meet(accepting(asks=asks))
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club"]


def test_a_damaged_portfolio_without_a_backup_is_left_as_it_is(
    start: Start, meet: Answers, places: Places, catalogue: Catalogue
) -> None:
    create_session(places.portfolio, places, catalogue, [OWNER]).close()
    spoil(places.portfolio)
    before = places.portfolio.read_bytes()
    meet(closing(says="There is no backup of it on this computer", offers=ANOTHER))
    assert not start().opening.open(None)
    assert places.portfolio.read_bytes() == before


def test_a_file_whose_beginning_is_noise_is_not_only_asked_for_a_passphrase(
    start: Start, meet: Answers, backed_up: Path
) -> None:
    contents = backed_up.read_bytes()
    backed_up.write_bytes(sha256(contents).digest() * 128 + contents[4096:])
    meet(lambda dialog: dialog.reject(), accepting(asks="asks for a passphrase"))
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club"]


def test_a_second_start_on_the_same_file_says_who_holds_it(
    start: Start, meet: Answers, places: Places, backed_up: Path
) -> None:
    root = Path(__file__).parents[2]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(backed_up), str(places.holders)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert holder.stdout
    assert holder.stdin
    assert holder.stdout.readline().strip() == b"held"
    meet(closing(says=f"Process {holder.pid} on", offers=ANOTHER))
    assert not start().opening.open(None)
    holder.stdin.close()
    holder.stdout.close()
    assert holder.wait(10) == 0


def test_a_portfolio_with_a_passphrase_asks_until_it_is_right(
    start: Start, meet: Answers, places: Places
) -> None:
    create_portfolio(places.portfolio, [OWNER], passphrase="sŵn y môr").close()
    asked = []

    def answer(typed: str) -> Callable[[Any], None]:
        def type_it(dialog: Any) -> None:
            asked.append(words(dialog))
            write(inside(dialog, QLineEdit, "passphrase"), typed)
            press(dialog, "act")

        return type_it

    meet(answer("sand"), answer("sŵn y môr"))
    shell = start()
    assert shell.opening.open(None)
    assert shell.session.practitioner.name == "Rhiannon Ŵyn"
    assert "asks for a passphrase" in asked[0]
    assert "not the passphrase" in asked[1]


def test_a_protected_portfolio_is_brought_back_from_its_own_backup(
    start: Start, meet: Answers, places: Places
) -> None:
    create_portfolio(places.portfolio, [OWNER], passphrase="sand").close()

    def type_it(dialog: Any) -> None:
        write(inside(dialog, QLineEdit, "passphrase"), "sand")
        press(dialog, "act")

    meet(type_it)
    shell = start()
    assert shell.opening.open(None)
    activity = CpdActivity(title="Journal club")
    shell.session.add(activity)
    shell.session.back_up("by hand")
    shell.session.delete(activity)
    meet(restore_it("Sound. It holds 2 records, 1 CPD activity among them"))
    shell.trigger("Restore a backup")
    assert titles(shell) == ["Journal club"]
    assert shell.session.has_passphrase


def test_a_backup_is_restored_from_the_menu_and_that_can_be_undone(
    start: Start, meet: Answers, backed_up: Path
) -> None:
    shell = start()
    assert shell.opening.open(None)
    assert titles(shell) == ["Journal club, later"]
    meet(restore_it("Sound. It holds 2 records, 1 CPD activity among them"))
    shell.trigger("Restore a backup")
    assert titles(shell) == ["Journal club"]
    status: Any = shell.window.status
    assert status.said.text().startswith("Restored the backup of ")
    meet(restore_it("Sound.", made="before restoring"))
    shell.trigger("Restore a backup")
    assert titles(shell) == ["Journal club, later"]


def test_the_oldest_backup_can_be_restored_though_a_newer_one_takes_its_place(
    start: Start, meet: Answers, places: Places, backed_up: Path
) -> None:
    folder = places.backups(backed_up)
    (made,) = folder.glob("*.ahp")
    contents = made.read_bytes()
    made.unlink()
    monday = datetime.now() - timedelta(days=datetime.now().weekday() + 14)
    for days in range(14):
        at = monday + timedelta(days=days)
        (folder / f"{at:{STAMP}} on closing.ahp").write_bytes(contents)
    shell = start()
    assert shell.opening.open(None)
    oldest = len(shell.session.backups.all()) - 1
    meet(restore_it("Sound.", row=oldest))
    shell.trigger("Restore a backup")
    assert titles(shell) == ["Journal club"]


def test_what_cannot_be_restored_leaves_the_portfolio_open_as_it_was(
    start: Start, meet: Answers, places: Places, backed_up: Path
) -> None:
    shell = start()
    assert shell.opening.open(None)

    def spoil_and_accept(dialog: Any) -> None:
        backup = dialog.chosen()
        spoil(backup.path)
        dialog.accept()

    meet(spoil_and_accept, closing(says="damaged"))
    shell.trigger("Restore a backup")
    assert titles(shell) == ["Journal club, later"]
    status: Any = shell.window.status
    assert "Restored" not in status.said.text()


def test_another_portfolio_is_opened_and_the_one_before_closed(
    shell: Shell, places: Places, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = places.data / "Another.ahp"
    create_session(other, places, catalogue, [Practitioner(name="Cerys")]).close()
    before = shell.session.path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    shell.trigger("Open another portfolio")
    assert shell.session.practitioner.name == "Cerys"
    assert (
        inside(shell.window, QPushButton, "owner").accessibleName().startswith("About you: Cerys")
    )
    open_portfolio(before).close()


def test_a_file_that_is_no_portfolio_leaves_the_one_that_is_open(
    shell: Shell, meet: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = tmp_path / "Letter.ahp"
    stranger.write_bytes(b"%PDF-1.7 and so on")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stranger), ""))
    meet(closing(says="is not an AHP Companion portfolio", offers=ANOTHER))
    before = shell.session.path
    shell.trigger("Open another portfolio")
    assert shell.session.path == before
    assert shell.window.page.isVisible()


def test_another_portfolio_can_be_opened_in_place_of_one_that_cannot(
    start: Start,
    meet: Answers,
    places: Places,
    catalogue: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = places.data / "Another.ahp"
    create_session(other, places, catalogue, [Practitioner(name="Cerys")]).close()
    (tmp_path / "Letter.ahp").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "Picture.ahp").write_bytes(b"\x89PNG and so on")
    chosen = iter([tmp_path / "Picture.ahp", other])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(chosen)), ""))
    meet(accepting(asks="“Letter.ahp” is not"), accepting(asks="“Picture.ahp” is not"))
    shell = start()
    assert shell.opening.open(tmp_path / "Letter.ahp")
    assert shell.session.practitioner.name == "Cerys"


def test_other_colours_and_larger_text_keep_the_record_that_is_open(
    shell: Shell, meet: Answers
) -> None:
    first, second = CpdActivity(title="Journal club"), CpdActivity(title="Study day")
    shell.session.add(first, second)
    page = shell.part("cpd", "activities")
    page.show_record(first)
    learnt = page.form.controls["what_i_learnt"].focus_widget()
    write(learnt, "Gait after stroke")

    def choose(dialog: Any) -> None:
        dialog.theme.setCurrentIndex(dialog.theme.findText("Dark"))
        dialog.size_of_text.setCurrentIndex(dialog.size_of_text.findText("200 %"))
        press(dialog, "act")

    meet(choose)
    shell.trigger("Preferences")
    turn()
    tabbed: Any = shell.window.page
    again = tabbed.part
    assert isinstance(again, RecordPage)
    assert again is not page
    assert again.record == replace(first, what_i_learnt="Gait after stroke")
    assert shell.window.theme.name == "Dark"
    assert shell.window.theme.scale == 2.0
    assert shell.window.sidebar._delegate.is_rail
    assert again.form.isVisible()


def test_after_redrawing_a_problem_is_still_told_once(shell: Shell, meet: Answers) -> None:
    meet(lambda dialog: press(dialog, "act"))
    shell.trigger("Preferences")
    turn()
    meet(closing(says="The disk is full."))
    shell.session.failed.emit(ProblemError("The disk is full."))


def test_preferences_left_with_cancel_change_nothing(shell: Shell, meet: Answers) -> None:
    page = shell.window.page

    def leave_it(dialog: Any) -> None:
        dialog.theme.setCurrentIndex(dialog.theme.findText("Dark"))
        press(dialog, "cancel")

    meet(leave_it)
    shell.trigger("Preferences")
    assert shell.window.page is page
    assert shell.wishes.get(preferences.THEME) == "system"


def spoil(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    contents[len(contents) // 2] ^= 0xFF
    path.write_bytes(contents)


def restore_it(holds: str, row: int = 0, made: str = "") -> Callable[[Any], None]:
    def restoring(dialog: Any) -> None:
        offered = [dialog.list.item(at).text() for at in range(dialog.list.count())]
        found = [at for at, each in enumerate(offered) if each.endswith(made)]
        dialog.list.setCurrentRow(found[0] if made else row)
        assert dialog.holds.text().startswith(holds)
        press(dialog, "act")

    return restoring
