"""Archives: everything goes out, and everything comes back as it was."""

import json
import zipfile
from pathlib import Path

import pytest

from ahp_companion.domain.kinds import KINDS
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.records import shapes
from ahp_companion.exchange.archive import write_archive
from ahp_companion.exchange.archive_reading import is_archive, read_archive
from tests.exchange.everything import CERTIFICATE, SHA256, everything, read_evidence


def _not_here(_sha256: str) -> bytes:
    raise ProblemError("The file for this evidence is not in the portfolio.")


def test_every_record_and_file_comes_back_as_it_was(tmp_path: Path) -> None:
    portfolio = everything()
    write_archive(tmp_path / "Łódź.zip", portfolio, read_evidence)
    contents = read_archive(tmp_path / "Łódź.zip")
    back = gathered({kind.name: [] for kind in KINDS} | _by_kind(contents.records))
    assert back.records == portfolio.records
    assert contents.evidence.read(SHA256) == CERTIFICATE
    assert contents.remarks == ()


def test_the_archive_is_what_the_contract_says(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.zip", everything(), read_evidence)
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert sorted(opened.namelist()) == ["archive.json", f"evidence/{SHA256}"]
        assert opened.read(f"evidence/{SHA256}") == CERTIFICATE
        written = json.loads(opened.read("archive.json"))
    assert list(written) == ["format", "version", "records", "evidence"]
    assert (written["format"], written["version"]) == ("ahp-companion-archive", 1)
    assert list(written["records"]) == [kind.name for kind in KINDS]
    for kind in KINDS:
        (record,) = written["records"][kind.name]
        assert list(record) == [shape.name for shape in shapes(kind.record)]
    assert written["evidence"] == [
        {"sha256": SHA256, "name": "Łódź.pdf", "media_type": "application/pdf",
         "size": len(CERTIFICATE)}
    ]  # fmt: skip


def test_the_same_portfolio_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_archive(tmp_path / name, everything(), read_evidence)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_records_stand_in_the_order_of_their_ids(tmp_path: Path) -> None:
    from ahp_companion.domain.people import Person

    people = [Person(name=str(number)) for number in range(20)]
    write_archive(tmp_path / "a.zip", gathered({"person": people}), read_evidence)
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        written = json.loads(opened.read("archive.json"))["records"]["person"]
    assert [each["id"] for each in written] == sorted(each.id for each in people)


def test_evidence_without_its_file_goes_out_as_a_record_and_is_named(tmp_path: Path) -> None:
    written = write_archive(tmp_path / "a.zip", everything(), _not_here)
    assert written.files == 0
    assert len(written.without_file) == 1
    contents = read_archive(tmp_path / "a.zip")
    assert len(contents.records) == len(KINDS)
    assert dict(contents.evidence.sizes) == {}


def test_the_two_sides_of_progress_are_files_done_and_files_in_all(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))

    write_archive(tmp_path / "a.zip", everything(), read_evidence, progress)
    assert steps == [(0, 1)]


def test_an_archive_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"an older archive")

    def stop(_sha256: str) -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_archive(tmp_path / "a.zip", everything(), stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
    assert (tmp_path / "a.zip").read_bytes() == b"an older archive"


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="There is no folder"):
        write_archive(tmp_path / "gone" / "a.zip", Portfolio(), read_evidence)
    with pytest.raises(ProblemError, match="is a folder"):
        write_archive(tmp_path, Portfolio(), read_evidence)


def test_an_archive_is_known_by_its_contents(tmp_path: Path) -> None:
    write_archive(tmp_path / "archive.csv", Portfolio(), read_evidence)
    (tmp_path / "table.zip").write_text("date,title\n", encoding="utf-8")
    assert is_archive(tmp_path / "archive.csv")
    assert not is_archive(tmp_path / "table.zip")


def _by_kind(records: tuple[object, ...]) -> dict[str, list[object]]:
    return {
        kind.name: [each for each in records if isinstance(each, kind.record)] for kind in KINDS
    }
