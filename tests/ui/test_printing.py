"""Forms to print: chosen from the list, blank or filled, and saved where someone wants them."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.places import Places
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.forms import FormsDialog
from ahp_companion.ui.printing import print_form, print_template
from tests.ui.desks import Answers, Heard, Opened, press, turn, write

Show = Callable[..., Any]
MINE = Preceptorship(title="Community team", started_on=date(2025, 9, 1))
FIRST = Meeting(preceptorship=MINE.id, held_on=date(2025, 10, 1), record="We began with tea.")
SECOND = Meeting(preceptorship=MINE.id, held_on=date(2025, 12, 1), record="We spoke of nights.")


@pytest.fixture
def desk(open_desk: Opened) -> Desk:
    """Return a desk over a preceptorship with two meetings."""
    return open_desk(Practitioner(name="Rhiannon Ŵyn", profession="PH"), MINE, FIRST, SECOND)


@pytest.fixture
def parent(show: Show) -> QWidget:
    """Return a window for dialogs to open over."""
    window: QWidget = show(QWidget())
    return window


def save_as(patch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Answer where to save, and return the names that were suggested."""
    suggested: list[str] = []

    def asked(_parent: Any, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(suggestion).name)
        return str(path), ""

    patch.setattr(QFileDialog, "getSaveFileName", asked)
    return suggested


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_a_filled_form_is_saved_and_said_where(
    desk: Desk, parent: QWidget, heard: Heard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "Łódź.pdf"
    assert save_as(monkeypatch, out) == []
    print_template(desk, "meeting-record", FIRST)
    assert heard.said == [f"Saved 1 page to {out}"]
    assert "We began with tea." in words_of(out)
    assert "We spoke of nights." not in words_of(out)


def test_a_form_of_a_preceptorship_takes_its_newest_meeting(
    desk: Desk, parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    suggested = save_as(monkeypatch, tmp_path / "record")
    print_template(desk, "meeting-record", MINE)
    assert suggested == ["Meeting record.pdf"]
    assert "We spoke of nights." in words_of(tmp_path / "record.pdf")


def test_nothing_is_written_without_a_place(
    desk: Desk, parent: QWidget, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, "")
    print_template(desk, "tailored-plan")
    assert heard.said == []


def test_a_blank_form_is_found_by_typing_and_holds_no_name(
    desk: Desk, parent: QWidget, meet: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def choose(dialog: FormsDialog) -> None:
        write(dialog.forms.search, "pdsa plan, do")
        write(dialog.forms.search, "study, act")
        QTest.keyClick(dialog.filled, Qt.Key.Key_Space)
        dialog.accept()

    out = tmp_path / "card.pdf"
    save_as(monkeypatch, out)
    meet(choose)
    print_form(parent, desk)
    assert "Plan, do, study, act" in words_of(out)
    assert "Rhiannon" not in words_of(out)


def test_all_seventeen_kinds_of_form_are_listed_with_what_each_is_for(
    desk: Desk, parent: QWidget
) -> None:
    dialog = FormsDialog(parent, desk)
    dialog.show()
    turn()
    chosen = dialog.chosen()
    assert chosen is not None
    assert dialog.forms.about.text() == chosen.about
    assert "Not official wording" in dialog.forms.source.text()
    assert {each.number for each in desk.session.catalogue.templates.values()} == set(range(1, 18))
    write(dialog.forms.search, "zebra crossing")
    assert dialog.chosen() is None
    assert not dialog.act.isEnabled()
    assert "Nothing matches" in dialog.forms.about.text()
    dialog.close()


def test_a_form_about_the_whole_record_asks_for_no_preceptorship(
    desk: Desk, parent: QWidget
) -> None:
    dialog = FormsDialog(parent, desk)
    dialog.show()
    write(dialog.forms.search, "CPD log")
    assert not dialog.preceptorship.isEnabled()
    write(dialog.forms.search, "Tailored plan")
    assert dialog.preceptorship.isEnabled()
    assert dialog.preceptorship.value() == MINE.id
    dialog.close()


class Computer(QObject):
    """Stands for the computer's own programs: keeps what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[list[Path]]:
    """Return what the computer was asked to open; nothing is started."""
    computer = Computer()
    method: Any = "open"  # the stubs ask for bytes, which PySide refuses
    QDesktopServices.setUrlHandler("file", computer, method)
    yield computer.asked
    QDesktopServices.unsetUrlHandler("file")


def own_buttons(dialog: FormsDialog) -> list[QPushButton]:
    return dialog.own.findChildren(QPushButton, "own-form")


def test_the_folder_of_own_forms_is_made_and_its_files_are_opened_by_name(
    desk: Desk, parent: QWidget, opened: list[Path], places: Places, heard: Heard
) -> None:
    assert not places.forms.exists()
    dialog = FormsDialog(parent, desk)
    dialog.show()
    turn()
    assert "listed here" in dialog.own.about.text()
    press(dialog, "open-forms")
    assert places.forms.is_dir()
    assert opened == [places.forms]
    for name in ("Zoë’s checklist.odt", "Appraisal R&D.pdf", ".hidden", "setup.EXE"):
        (places.forms / name).write_bytes(b"x")
    dialog.own.refresh()
    turn()
    names = [each.accessibleName() for each in own_buttons(dialog)]
    assert names == ["Open Appraisal R&D.pdf", "Open setup.EXE", "Open Zoë’s checklist.odt"]
    own_buttons(dialog)[0].click()
    assert opened[1:] == [places.forms / "Appraisal R&D.pdf"]
    own_buttons(dialog)[1].click()
    assert len(opened) == 2
    assert "setup.EXE" in heard.problems[0].happened
    dialog.close()


def test_a_folder_of_own_forms_that_cannot_be_made_is_said(
    desk: Desk, parent: QWidget, opened: list[Path], places: Places, heard: Heard
) -> None:
    places.forms.write_bytes(b"a file where the folder should be")
    dialog = FormsDialog(parent, desk)
    dialog.show()
    press(dialog, "open-forms")
    assert opened == []
    assert "could not be made" in heard.problems[0].happened
    dialog.close()
