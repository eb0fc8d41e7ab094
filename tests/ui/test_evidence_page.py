"""Files taken in, looked at again and given out, byte for byte."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence, EvidenceKind
from ahp_companion.store.portfolio_file import open_portfolio
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.evidence_files import COPIES
from ahp_companion.ui.pages.cpd.evidence import EvidencePart, row
from tests.ui.desks import TODAY, Heard, inside, kept, leave, press, reopened, turn, write

Show = Callable[..., Any]
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
