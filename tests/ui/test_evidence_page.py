"""Files taken in, looked at again and given out, byte for byte."""

import os
import tempfile
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence, EvidenceKind, InProfile
from ahp_companion.domain.evidence_looks import PLACE, EvidenceLook
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.exchange.looks.evidence_looking import look_at
from ahp_companion.store import evidence_files as evidence_files_kept
from ahp_companion.store.portfolio_file import open_portfolio
from ahp_companion.ui import evidence_files, evidence_looks
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.evidence_files import COPIES
from ahp_companion.ui.evidence_looks import Looking, looking_of
from ahp_companion.ui.pages.cpd.evidence import EvidencePart, row
from tests.exchange.evidence_made import OF_A_DOCUMENT, pdf, photograph, zipped
from tests.ui.desks import (
    TODAY,
    Answers,
    Heard,
    Opened,
    inside,
    kept,
    leave,
    press,
    reopened,
    turn,
    write,
)

Show = Callable[..., Any]
Looked = Callable[..., EvidenceLook]
LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
NO_KEYS = Qt.KeyboardModifier.NoModifier
BYTES = bytes(range(256)) * 40


class Computer(QObject):
    """Stands for the programs that open files; it only remembers which it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(Path(url.toLocalFile()))


@pytest.fixture
def page(desk: Desk, show: Show) -> EvidencePart:
    """Return the page with nothing on it yet."""
    page: EvidencePart = show(EvidencePart(desk))
    return page


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return the path of a file."""
    path = tmp_path / "Study day certificate.pdf"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def opened() -> Iterator[list[Path]]:
    """Return what the computer was asked to open; nothing is started."""
    computer = Computer()
    method: Any = "open"  # the stubs ask for bytes, which PySide refuses
    QDesktopServices.setUrlHandler("file", computer, method)
    yield computer.asked
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def looked(qtbot: QtBot) -> Looked:
    """Return what waits until a file, or the one shown, was looked at, and gives the look."""

    def wait(page: EvidencePart, wanted: str = "") -> EvidenceLook:
        shown = wanted or page.form.record.sha256
        looking = looking_of(page.desk.session)
        qtbot.waitUntil(lambda: not looking.is_looking, timeout=10_000)
        turn()
        look = page.desk.session.look(shown)
        assert look
        return look

    return wait


def drop(page: EvidencePart, *urls: QUrl) -> None:
    dropped = QMimeData()
    dropped.setUrls(urls)
    entering = QDragEnterEvent(QPoint(5, 5), COPY, dropped, LEFT, NO_KEYS)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), COPY, dropped, LEFT, NO_KEYS))
    turn()


def choose(patch: pytest.MonkeyPatch, *paths: Path) -> None:
    chosen = ([str(each) for each in paths], "")
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)


def words(page: EvidencePart) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def offers_to_remove(page: EvidencePart) -> bool:
    return any(each.isVisible() for each in page.findChildren(QPushButton, "bare-file"))


def test_a_file_is_taken_in_and_shown(
    page: EvidencePart, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, certificate)
    press(page, "begin")
    turn()
    print_of_it = sha256(BYTES).hexdigest()
    spaced = " ".join((print_of_it[:4], print_of_it[4:8], print_of_it[8:12]))
    assert f"10 kB · fingerprint {spaced}" in words(page)
    assert "Nowhere yet." in words(page)
    (made,) = kept(page.desk.session, Evidence)
    assert made == Evidence(
        id=made.id,
        title="Study day certificate",
        on=TODAY,
        file_name="Study day certificate.pdf",
        media_type="application/pdf",
        size=len(BYTES),
        sha256=sha256(BYTES).hexdigest(),
    )
    with open_portfolio(page.desk.session.path) as portfolio:
        assert portfolio.evidence.read(made.sha256) == BYTES


def test_files_are_dropped_onto_the_page(page: EvidencePart, certificate: Path) -> None:
    slides = certificate.with_name("slides.odp")
    slides.write_bytes(b"Slides")
    urls = [QUrl.fromLocalFile(str(each)) for each in (certificate, slides)]
    drop(page, *urls, QUrl("https://example.org/elsewhere.pdf"))
    assert page.model.record_count == 2
    assert page.form.record.title == "slides"


def test_the_same_bytes_are_kept_once(page: EvidencePart, certificate: Path) -> None:
    copy = certificate.with_name("The same, again.pdf")
    copy.write_bytes(BYTES)
    page.take_in([certificate, copy])
    held = page.desk.session.all(Evidence)
    assert len({each.sha256 for each in held}) == 1
    assert len(held) == 2
    with reopened(page.desk.session) as portfolio:
        assert portfolio.evidence.known() == {sha256(BYTES).hexdigest()}


def test_what_it_is_and_shows_can_be_written(page: EvidencePart, certificate: Path) -> None:
    page.take_in([certificate])
    write(page.form.controls["title"].focus_widget(), "Shoulder injection study day")
    kind = page.form.controls["kind"].focus_widget()
    leave(page.form.controls["title"].focus_widget())
    QTest.keyClicks(kind, "Cert")
    write(page.form.controls["words"].focus_widget(), "Six hours, with an assessment")
    page.flush()
    (held,) = kept(page.desk.session, Evidence)
    assert held.title == "Shoulder injection study day"
    assert held.kind is EvidenceKind.CERTIFICATE
    assert held.words == "Six hours, with an assessment"


def test_a_copy_has_the_same_bytes(
    page: EvidencePart,
    certificate: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    heard: Heard,
) -> None:
    page.take_in([certificate])
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, "save-file")
    assert target.read_bytes() == BYTES
    assert heard.said == ["Saved a copy as copy.pdf"]


def test_a_copy_that_cannot_be_written_is_told(
    page: EvidencePart,
    certificate: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    heard: Heard,
) -> None:
    page.take_in([certificate])
    target = tmp_path / "not there" / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, "save-file")
    (problem,) = heard.problems
    assert "could not be written" in problem.happened
    assert problem.advice
    assert heard.said == []


def test_a_file_is_opened_from_a_copy_that_cannot_be_changed(
    page: EvidencePart, certificate: Path, opened: list[Path]
) -> None:
    page.take_in([certificate])
    press(page, "open-file")
    (copy,) = opened
    assert copy.read_bytes() == BYTES
    assert copy.suffix == ".pdf"
    assert copy != certificate
    if os.name != "nt":
        assert copy.stat().st_mode & 0o777 == 0o400


def test_copies_looked_at_before_yesterday_are_deleted(
    page: EvidencePart,
    certificate: Path,
    opened: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page.take_in([certificate])
    press(page, "open-file")
    press(page, "open-file")
    first, second = (each.parent for each in opened)
    os.utime(first, (time.time() - 90_000,) * 2)
    press(page, "open-file")
    assert sorted(tmp_path.glob(f"{COPIES}*")) == sorted([second, opened[-1].parent])


@pytest.mark.parametrize("name", ["setup.exe", "SETUP.EXE", "macro.vbs", "page.html", "run.sh"])
def test_what_can_run_is_kept_and_not_opened(
    page: EvidencePart, tmp_path: Path, opened: list[Path], heard: Heard, name: str
) -> None:
    (tmp_path / name).write_bytes(b"MZ")
    page.take_in([tmp_path / name])
    press(page, "open-file")
    assert opened == []
    assert [each.happened for each in heard.problems] == [f"“{name}” is not opened from here."]


def test_a_file_that_cannot_be_read_is_told_and_not_added(
    page: EvidencePart, tmp_path: Path, heard: Heard
) -> None:
    drop(page, QUrl.fromLocalFile(str(tmp_path)))
    (problem,) = heard.problems
    assert "could not be read" in problem.happened
    assert kept(page.desk.session, Evidence) == []


def test_a_record_whose_file_is_not_here_says_so(page: EvidencePart, heard: Heard) -> None:
    page.desk.session.add(Evidence(title="Lost", file_name="lost.pdf", sha256="0" * 64))
    turn()
    press(page, "open-file")
    assert "is not in the portfolio" in heard.problems[0].happened


def test_where_a_file_is_used_is_named_and_leads_there(
    page: EvidencePart, certificate: Path, heard: Heard
) -> None:
    page.take_in([certificate])
    (held,) = page.desk.session.all(Evidence)
    activity = CpdActivity(title="Study day", evidence=(held.id,), started_on=date(2026, 3, 2))
    page.desk.session.add(activity)
    turn()
    using = [each for each in page.findChildren(QPushButton) if each.text() == "Study day"]
    assert "Nowhere yet." not in words(page)
    QTest.mouseClick(using[0], LEFT)
    assert heard.gone_to == [activity]
    page.desk.session.undo()
    turn()
    assert "Nowhere yet." in words(page)


def test_a_deleted_piece_of_evidence_comes_back_with_its_link(
    page: EvidencePart, certificate: Path
) -> None:
    page.take_in([certificate])
    (held,) = page.desk.session.all(Evidence)
    page.desk.session.add(CpdActivity(title="Study day", evidence=(held.id,)))
    press(page, "delete")
    turn()
    assert page.desk.session.all(CpdActivity)[0].evidence == ()
    page.desk.session.undo()
    assert page.desk.session.file(held.sha256) == BYTES
    assert kept(page.desk.session, CpdActivity)[0].evidence == (held.id,)


def test_private_evidence_is_marked_in_the_list_and_can_be_listed_alone(
    page: EvidencePart, certificate: Path
) -> None:
    page.take_in([certificate, certificate])
    page.desk.session.set(page.form.record, private=True)
    turn()
    press(page, "filter-private")
    assert page.model.record_count == 1
    state = row(page.model.record(1)).state
    assert state
    assert state.word == "Private"


def test_evidence_is_found_by_what_it_shows(page: EvidencePart, certificate: Path) -> None:
    page.take_in([certificate])
    page.desk.session.add(Evidence(title="Slides"))
    turn()
    write(inside(page, type(page.search), "search"), "certif")
    QTest.qWait(80)
    assert page.model.record_count == 1


def test_an_empty_file_is_told_and_not_added(
    page: EvidencePart, tmp_path: Path, heard: Heard
) -> None:
    empty = tmp_path / "certificate.pdf"
    empty.touch()
    drop(page, QUrl.fromLocalFile(str(empty)))
    (problem,) = heard.problems
    assert problem.happened == "“certificate.pdf” is empty."
    assert kept(page.desk.session, Evidence) == []


def test_a_file_that_is_too_large_is_told_and_not_added(
    page: EvidencePart, certificate: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files_kept, "MOST_BYTES", 1000)
    drop(page, QUrl.fromLocalFile(str(certificate)))
    assert [each.happened for each in heard.problems] == ["That file is larger than 200 MB."]
    assert kept(page.desk.session, Evidence) == []


def test_many_bytes_are_kept_while_the_window_says_how_far_it_is(
    page: EvidencePart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files, "KEPT_AT_ONCE", 1000)
    for name in ("first.txt", "second.txt"):
        (tmp_path / name).write_bytes(name.encode() * 200)
    page.take_in([tmp_path / "first.txt", tmp_path / "gone.txt", tmp_path / "second.txt"])
    assert page.model.record_count == 2
    assert page.form.record.title == "second"


def test_a_file_is_looked_at_behind_the_window_and_what_it_says_is_shown(
    page: EvidencePart, looked: Looked, tmp_path: Path
) -> None:
    (tmp_path / "case.pdf").write_bytes(pdf(3))
    page.take_in([tmp_path / "case.pdf"])
    assert "Looking at the file…" in words(page)
    look = looked(page)
    assert look.pages == 3
    assert "Looking at the file…" not in words(page)
    assert any(each.startswith("3 pages · ") for each in words(page))
    said = words(page)
    assert said[said.index("Author") + 1] == "Bronwen Łukasiewicz"
    picture = inside(page, QLabel, "picture")
    assert picture.pixmap().height() == 160
    assert picture.accessibleName() == "What case.pdf looks like"


def test_what_a_file_is_goes_by_its_bytes(page: EvidencePart, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(photograph())
    (tmp_path / "letter.docx").write_bytes(zipped(OF_A_DOCUMENT))
    page.take_in([tmp_path / "scan.pdf", tmp_path / "letter.docx"])
    held = {each.file_name: each.media_type for each in kept(page.desk.session, Evidence)}
    assert held["scan.pdf"] == "image/jpeg"
    assert held["letter.docx"].endswith("wordprocessingml.document")


def test_place_and_camera_are_removed_and_that_is_undone_as_one(
    page: EvidencePart, looked: Looked, tmp_path: Path, heard: Heard
) -> None:
    contents = photograph()
    (tmp_path / "ward.jpg").write_bytes(contents)
    page.take_in([tmp_path / "ward.jpg"])
    assert PLACE in looked(page).properties
    assert offers_to_remove(page)
    said = words(page)
    assert said[said.index(PLACE) + 1] == "51.48° north, 3.18° west"
    before = page.form.record
    press(page, "bare-file")
    turn()
    after = page.form.record
    assert after.sha256 != before.sha256
    assert after.size == len(page.desk.session.file(after.sha256)) < len(contents)
    assert after.title == before.title
    assert b"iPhone" not in page.desk.session.file(after.sha256)
    assert heard.said == ["Removed place and camera · Undo with Ctrl+Z"]
    assert PLACE not in looked(page).properties
    assert PLACE not in words(page)
    assert not offers_to_remove(page)
    assert page.desk.session.undo_words == "Removed place and camera"
    page.desk.session.undo()
    turn()
    assert page.desk.session.all(Evidence) == [before]
    assert PLACE in words(page)
    assert page.desk.session.file(before.sha256) == contents


def test_a_picture_without_place_and_a_document_offer_nothing_to_remove(
    page: EvidencePart, looked: Looked, tmp_path: Path
) -> None:
    written = BytesIO()
    Image.new("RGB", (40, 30)).save(written, "PNG")
    (tmp_path / "chart.png").write_bytes(written.getvalue())
    (tmp_path / "letter.docx").write_bytes(zipped(OF_A_DOCUMENT))
    for name in ("chart.png", "letter.docx"):
        page.take_in([tmp_path / name])
        looked(page)
        assert not offers_to_remove(page)
    assert "Ysbyty Gwynedd" in words(page)


def test_a_photograph_that_cannot_be_bared_stays_and_it_is_said_why(
    page: EvidencePart, looked: Looked, tmp_path: Path, meet: Answers
) -> None:
    (tmp_path / "ward.jpg").write_bytes(photograph()[:-400])
    page.take_in([tmp_path / "ward.jpg"])
    assert PLACE in looked(page).properties
    before = page.form.record
    told: list[str] = []

    def close(dialog: Any) -> None:
        told.append(dialog.accessibleDescription() or dialog.text())
        dialog.done(0)

    meet(close)
    press(page, "bare-file")
    turn()
    assert "Place and camera were not removed" in " ".join(told)
    assert kept(page.desk.session, Evidence) == [before]


def test_files_that_came_in_another_way_are_looked_at_once_the_page_is_shown(
    open_desk: Opened, show: Show, looked: Looked
) -> None:
    desk = open_desk(Practitioner(profession="PH"))
    desk.session.keep_files([b"First words", b"Second words"])
    pieces = [
        Evidence(title=text, file_name="a.txt", sha256=sha256(text.encode()).hexdigest())
        for text in ("First words", "Second words")
    ]
    desk.session.add(*pieces)
    page = show(EvidencePart(desk))
    for each in pieces:
        assert looked(page, each.sha256).words == each.title


def test_a_window_that_closes_stops_looking(open_desk: Opened, show: Show, tmp_path: Path) -> None:
    desk = open_desk(Practitioner(profession="PH"))
    page = show(EvidencePart(desk))
    for at in range(12):
        (tmp_path / f"{at}.txt").write_bytes(b"Words" * (at + 1))
    page.take_in([tmp_path / f"{at}.txt" for at in range(12)])
    looking = looking_of(desk.session)
    assert looking.is_looking
    begun = time.monotonic()
    desk.session.close()
    assert time.monotonic() - begun < 3
    assert [each for each in threading.enumerate() if each.name == "looking"] == []


def test_a_look_that_ends_in_a_bug_is_told_of_and_the_next_file_is_looked_at(
    page: EvidencePart,
    looked: Looked,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    (tmp_path / "a.txt").write_bytes(b"Words")
    (tmp_path / "b.txt").write_bytes(b"Other words")
    with monkeypatch.context() as patch:
        patch.setattr(evidence_looks, "look", int)
        page.take_in([tmp_path / "a.txt"])
        looking = looking_of(page.desk.session)
        qtbot.waitUntil(lambda: not looking.is_looking)
    assert [each.exc_type for each in told] == [TypeError]
    page.take_in([tmp_path / "b.txt"])
    assert looked(page).words == "Other words"


def test_what_was_looked_at_is_not_looked_at_again(
    page: EvidencePart,
    looked: Looked,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    (tmp_path / "a.txt").write_bytes(b"Words")
    page.take_in([tmp_path / "a.txt"])
    looked(page)

    def never(*_: object) -> Any:
        raise AssertionError

    monkeypatch.setattr(evidence_looks, "look", never)
    again = Looking(page.desk.session)
    heard: list[str] = []
    again.looked.connect(heard.append)
    again.look_at(page.desk.session.all(Evidence))
    qtbot.waitUntil(lambda: not again.is_looking)
    turn()
    assert heard == [page.form.record.sha256]


def test_files_copied_elsewhere_are_pasted(page: EvidencePart, certificate: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(certificate))])
    QApplication.clipboard().setMimeData(copied)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [each.file_name for each in kept(page.desk.session, Evidence)] == [certificate.name]


def test_a_picture_copied_elsewhere_is_pasted_and_words_are_not(page: EvidencePart) -> None:
    QApplication.clipboard().setText("Only words")
    page.paste()
    assert page.desk.session.all(Evidence) == []
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(picture)
    page.paste()
    (made,) = page.desk.session.all(Evidence)
    assert (made.title, made.file_name, made.media_type, made.on) == (
        "Pasted picture", "Pasted picture.png", "image/png", TODAY,
    )  # fmt: skip
    with Image.open(BytesIO(page.desk.session.file(made.sha256))) as opened:
        assert opened.size == (30, 20)


def test_text_that_is_pasted_into_a_field_stays_text(page: EvidencePart, certificate: Path) -> None:
    page.take_in([certificate])
    QApplication.clipboard().setText("Signed by the tutor")
    box = page.form.controls["words"].focus_widget()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.flush()
    (held,) = kept(page.desk.session, Evidence)
    assert held.words == "Signed by the tutor"


def test_whether_it_goes_with_the_profile_and_which_standards_it_bears_on(
    page: EvidencePart, certificate: Path
) -> None:
    page.take_in([certificate])
    press(page, "more")
    boxes = page.form.controls["standards"]
    for figure in ("4", "2"):
        inside(boxes, QCheckBox, f"standards-{figure}").click()
    goes = page.form.controls["in_profile"].focus_widget()
    goes.setFocus()
    QTest.keyClicks(goes, "Alw")
    leave(goes)
    (held,) = kept(page.desk.session, Evidence)
    assert held.standards == ("2", "4")
    assert held.in_profile is InProfile.ALWAYS


def test_a_standard_that_is_not_known_here_is_kept(page: EvidencePart, certificate: Path) -> None:
    page.take_in([certificate])
    page.desk.session.set(page.form.record, standards=("1", "7"))
    press(page, "more")
    turn()
    inside(page, QCheckBox, "standards-3").click()
    assert page.form.record.standards == ("1", "3", "7")


@pytest.mark.parametrize("profession", ["OSTEOPATH", "SUPPORT"])
def test_who_is_not_with_hcpc_sees_none_of_its_words(
    open_desk: Opened, show: Show, certificate: Path, profession: str
) -> None:
    page = show(EvidencePart(open_desk(Practitioner(profession=profession))))
    page.take_in([certificate])
    shown = [
        *words(page),
        *(each.text() for each in page.findChildren(QCheckBox) if each.isVisible()),
    ]
    assert not any("profile" in each or "HCPC" in each or "tandard" in each for each in shown)


def test_three_thousand_pieces_stay_quick(open_desk: Opened, show: Show) -> None:
    pieces = [
        Evidence(title=f"Piece {at}", on=TODAY, file_name="a.pdf", sha256=f"{at:064x}")
        for at in range(3000)
    ]
    desk = open_desk(Practitioner(profession="PH"), *pieces)
    picture = look_at(pdf())["picture"]
    desk.session.keep_looks(
        EvidenceLook(sha256=each.sha256, words="w" * 5000, picture=b64decode(picture))
        for each in pieces
    )
    begun = time.perf_counter()
    page = show(EvidencePart(desk))
    opened = time.perf_counter() - begun
    begun = time.perf_counter()
    for at in range(1, 21):
        page.show_record(page.model.record(at))
    a_piece = (time.perf_counter() - begun) / 20
    assert opened < 1.5
    assert a_piece < 0.1
