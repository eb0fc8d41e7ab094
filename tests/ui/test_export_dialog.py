"""The window's export: what each format is for, what is found first, and what is written down."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ahp_companion.domain.audit import ProfileVersion
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.dismissals import Dismissal
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.exports import Export
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.reflections import Reflection
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.export import ExportDialog, export
from ahp_companion.ui.dialogs.passport import PassportDialog, export_passport
from ahp_companion.ui.printing import print_template
from tests.ui.desks import Answers, Heard, Opened, inside, kept, no_writing, press, turn, write

Show = Callable[..., Any]
NUMBER = "943 476 5919"
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
TOLD = CpdActivity(
    title="Stroke course",
    started_on=date(2026, 2, 3),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    benefit_to_practice="I count",
    benefit_to_service_users="They walk",
)


@pytest.fixture
def parent(show: Show) -> QWidget:
    """Return a window for dialogs to open over."""
    window: QWidget = show(QWidget())
    return window


def shown(desk: Desk, parent: QWidget, code: str) -> ExportDialog:
    dialog = ExportDialog(parent, desk)
    choose(dialog, code)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, code: str) -> None:
    dialog.format.setCurrentIndex([each.code for each in dialog.formats].index(code))


def looked(dialog: ExportDialog, qtbot: QtBot) -> str:
    def is_done() -> bool:
        words = dialog.first.text()
        return words != "Looking…" and "Still looking" not in words

    qtbot.waitUntil(is_done, timeout=30_000)
    # What was just put into a window shows itself when the event loop next turns.
    turn()
    return dialog.first.text()


def ask_for(code: str) -> Callable[[ExportDialog], None]:
    def answer(dialog: ExportDialog) -> None:
        choose(dialog, code)
        press(dialog, "act")

    return answer


def save_as(patch: pytest.MonkeyPatch, path: Path) -> list[str]:
    asked: list[str] = []

    def answer(_parent: QWidget, title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        asked.extend((title, Path(suggestion).name))
        return str(path), ""

    patch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_each_format_says_whether_it_can_be_brought_back(
    open_desk: Opened, parent: QWidget
) -> None:
    dialog = shown(open_desk(OWNER), parent, "html")
    words = [dialog.format.itemText(at) for at in range(dialog.format.count())]
    back = {each.split(",")[0].split(" (")[0] for each in words if "brought back" in each}
    assert all(each.endswith(("for reading", "can be brought back")) for each in words)
    assert back == {"CPD list", "Portfolio", "Everything"}
    assert sum("brought back" in each for each in words) == 3


@pytest.mark.parametrize(
    ("profession", "own"),
    [("PH", ["hcpc-profile"]), ("OSTEOPATH", ["gosc-profile"]), ("SUPPORT", [])],
)
def test_a_regulators_folder_is_offered_to_those_on_its_register(
    open_desk: Opened, parent: QWidget, profession: str, own: list[str]
) -> None:
    dialog = shown(open_desk(replace(OWNER, profession=profession)), parent, "html")
    assert [each.code for each in dialog.formats if each.regulator] == own
    if profession == "OSTEOPATH":
        words = [dialog.format.itemText(at) for at in range(dialog.format.count())]
        assert "HCPC" not in " ".join((*words, *(each.help for each in dialog.formats)))


def test_a_profile_says_its_period_what_leaves_and_what_stays(
    sample_desk: Callable[..., Desk], parent: QWidget
) -> None:
    dialog = shown(sample_desk("physiotherapist-audit"), parent, "hcpc-profile")
    assert dialog.leaves.text().splitlines() == [
        "1 May 2024 to 30 April 2026; the list goes to 12 March 2026.",
        "Who you are, 30 CPD activities, 8 pieces of evidence and 1 explained gap.",
        "With a practice summary of 381 words and a personal statement of 1,150 words.",
    ]
    assert dialog.stays.text() == "Private, of this period: 2 records."
    assert dialog.from_on.edit.placeholderText() == "1 May 2024"
    dialog.private.setChecked(True)
    assert "32 CPD activities" in dialog.leaves.text()
    assert dialog.stays.text() == "Nothing."


def test_a_profile_is_of_no_one_preceptorship(open_desk: Opened, parent: QWidget) -> None:
    dialog = shown(open_desk(OWNER, Preceptorship(title="Ward")), parent, "html")
    chooses = dialog.findChild(QComboBox, "preceptorship")
    assert isinstance(chooses, QComboBox)
    assert chooses.isVisible()
    chooses.setCurrentIndex(1)
    choose(dialog, "hcpc-profile")
    assert not chooses.isVisible()
    assert dialog.choice.preceptorship is None
    assert dialog.from_on.edit.placeholderText() == "1 May 2024"
    choose(dialog, "html")
    assert dialog.from_on.edit.placeholderText() == "No limit"


def test_dates_the_wrong_way_round_are_told_in_the_dialog(
    open_desk: Opened, parent: QWidget
) -> None:
    dialog = shown(open_desk(OWNER, TOLD), parent, "hcpc-profile")
    write(dialog.from_on.edit, "1 May 2027")
    dialog.from_on.flush()
    assert dialog.leaves.text() == (
        "The period would begin on 1 May 2027 and end on 30 April 2026."
    )


def test_the_text_and_the_name_of_evidence_are_looked_at_where_its_file_leaves(
    open_desk: Opened, parent: QWidget, qtbot: QtBot
) -> None:
    contents = f"Seen again: {NUMBER}".encode()
    desk = open_desk(OWNER)
    path = desk.session.path.with_name("letter.txt")
    path.write_bytes(contents)
    sha256, size = desk.session.keep_file(path)
    paper = Evidence(
        title="A letter", file_name="dob 3.4.1951.txt", media_type="text/plain",
        size=size, sha256=sha256,
    )  # fmt: skip
    desk.session.add(paper, replace(TOLD, evidence=(paper.id,)))
    dialog = shown(desk, parent, "hcpc-profile")
    words = looked(dialog, qtbot)
    assert "in the text of its file" in words
    assert "in the name of its file" in words
    choose(dialog, "html")
    assert "in the text of its file" not in looked(dialog, qtbot)


def test_what_was_found_can_be_set_aside_with_a_reason(
    open_desk: Opened, parent: QWidget, qtbot: QtBot, meet: Answers
) -> None:
    desk = open_desk(OWNER, Reflection(title="Shared", answers={"what": NUMBER}, private=False))
    dialog = shown(desk, parent, "html")
    assert "“Shared” holds what looks like" in looked(dialog, qtbot)

    def give_a_reason(asking: QDialog) -> None:
        write(inside(asking, QLineEdit, "reason"), "A made-up number")
        press(asking, "act")

    meet(give_a_reason)
    inside(dialog, QPushButton, "set-aside").click()
    assert "“Shared” holds" not in looked(dialog, qtbot)
    (aside,) = kept(desk.session, Dismissal)
    assert aside.reason == "A made-up number"


def test_what_was_found_can_be_gone_to(
    open_desk: Opened, parent: QWidget, qtbot: QtBot, meet: Answers, heard: Heard
) -> None:
    found = Reflection(title="Shared", answers={"what": NUMBER}, private=False)
    desk = open_desk(replace(OWNER, profession="SUPPORT"), found)

    def go(dialog: ExportDialog) -> None:
        looked(dialog, qtbot)
        inside(dialog, QPushButton, "open-identifier-found").click()

    meet(go)
    assert export(parent, desk) == ""
    assert heard.gone_to == [found]
    assert kept(desk.session, Export) == []


def test_the_folder_is_written_and_said_to_be_where_it_is(
    sample_desk: Callable[..., Desk],
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = sample_desk("physiotherapist-audit")
    before = len(desk.session.all(ProfileVersion))
    out = tmp_path / "For HCPC"
    asked = save_as(monkeypatch, out)
    meet(ask_for("hcpc-profile"))
    assert export(parent, desk) == (
        f"Exported 10 files, 25 pages to the folder “For HCPC” in “{tmp_path}”"
    )
    assert asked == ["Name a folder that is not there yet", "Mari Nguyễn-Prŷs profile for hcpc"]
    assert (out / "profile.pdf").is_file()
    assert len(desk.session.all(ProfileVersion)) == before + 1
    assert desk.session.undo_words == ""
    newest = max(kept(desk.session, Export), key=lambda each: each.at)
    assert (newest.format, newest.name, len(newest.files)) == ("hcpc-profile", "For HCPC", 10)


def test_what_wants_a_look_is_shown_after_the_folder_is_written(
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    save_as(monkeypatch, tmp_path / "out")
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.append(dialog.accessibleDescription())
        dialog.reject()

    meet(ask_for("hcpc-profile"), read)
    assert export(parent, open_desk(OWNER, TOLD)).startswith("Exported 9 files")
    assert "5-personal-statement.txt" in told[0]
    assert (tmp_path / "out" / "5-personal-statement.txt").read_bytes() == b""


def test_an_osteopaths_record_is_written(
    sample_desk: Callable[..., Desk],
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    save_as(monkeypatch, tmp_path / "For GOsC")
    meet(ask_for("gosc-profile"))
    said = export(parent, sample_desk("osteopath"))
    assert said.startswith("Exported 10 files")
    assert "HCPC" not in said
    assert (tmp_path / "For GOsC" / "record.pdf").is_file()


@pytest.mark.parametrize(
    ("code", "ending", "starts"), [("leap2a", ".zip", b"PK"), ("calendar", ".ics", b"BEGIN:VCAL")]
)
def test_mahara_and_calendars_get_their_files(
    sample_desk: Callable[..., Desk],
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    code: str,
    ending: str,
    starts: bytes,
) -> None:
    out = tmp_path / f"Mine{ending}"
    save_as(monkeypatch, out)
    meet(ask_for(code))
    assert export(parent, sample_desk("physiotherapist-audit")) == f"Exported to {out.name}"
    assert out.read_bytes().startswith(starts)


def test_an_export_is_written_down_and_is_no_step_to_undo(
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = open_desk(OWNER, TOLD)
    desk.session.add(CpdActivity(title="Just now"))
    undone = desk.session.undo_words
    save_as(monkeypatch, tmp_path / "Mine.csv")
    meet(ask_for("cpd-csv"))
    assert export(parent, desk) == "Exported to Mine.csv"
    assert desk.session.undo_words == undone
    (left,) = desk.session.all(Export)
    assert (left.on, left.format, left.name) == (date(2026, 3, 12), "cpd-csv", "Mine.csv")
    assert dict(left.held) == {"cpd_activity": "2"}
    assert left.at.endswith("+00:00")
    desk.session.undo()
    assert len(kept(desk.session, Export)) == 1


def test_an_export_that_cannot_be_written_down_is_there_and_it_is_said(
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    heard: Heard,
    tmp_path: Path,
) -> None:
    desk = open_desk(OWNER, TOLD)
    save_as(monkeypatch, tmp_path / "Mine.csv")
    meet(ask_for("cpd-csv"))
    with no_writing(desk.session):
        said = export(parent, desk)
    assert said == ("Exported to Mine.csv · It could not be written into your list of what left")
    assert len(heard.problems) == 1
    assert (tmp_path / "Mine.csv").is_file()
    assert kept(desk.session, Export) == []


def test_what_an_archive_takes_along_is_said_whole(
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = open_desk(OWNER, TOLD, Export(name="Earlier.pdf"))
    dialog = shown(desk, parent, "archive")
    assert "1 export" in dialog.leaves.text()
    dialog.done(0)
    save_as(monkeypatch, tmp_path / "Mine.zip")
    meet(ask_for("archive"))
    export(parent, desk)
    assert "Earlier.pdf" in zipfile.ZipFile(tmp_path / "Mine.zip").read("archive.json").decode()


def test_a_passport_and_a_filled_form_are_written_down_and_an_empty_one_is_not(
    open_desk: Opened,
    parent: QWidget,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = open_desk(OWNER)
    save_as(monkeypatch, tmp_path / "Passport.zip")

    def as_a_file(dialog: PassportDialog) -> None:
        press(dialog, "act")

    meet(as_a_file)
    assert export_passport(parent, desk) == "Wrote 1 record to Passport.zip"
    # As between two presses of a button: the dialog that was answered is gone by then.
    turn()
    save_as(monkeypatch, tmp_path / "Form.pdf")
    print_template(desk, "who-i-am", filled=False)
    turn()
    print_template(desk, "who-i-am", filled=True)
    turn()
    assert [(each.format, each.name) for each in kept(desk.session, Export)] == [
        ("passport", "Passport.zip"),
        ("template:who-i-am", "Form.pdf"),
    ]
