"""The ledger: after every export of the owner's records a line stands in the portfolio."""

import hashlib
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

import pytest

from ahp_companion.__main__ import main
from ahp_companion.commands import exporting_ledger
from ahp_companion.domain.exports import Export
from ahp_companion.domain.portfolio import Choice
from ahp_companion.exchange.ledger import Left, line
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio

Capture = pytest.CaptureFixture[str]
TODAY = "2026-03-12"


def do(*arguments: object) -> int:
    return main([str(each) for each in arguments])


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Return a sample's portfolio with nothing in its ledger but what the sample brought."""
    path = tmp_path / "Siân.ahp"
    assert do("sample", "physiotherapist-audit", path) == 0
    return path


def lines(path: Path) -> list[Export]:
    with open_portfolio(path) as opened:
        return opened.records.all(Export)


def newest(path: Path) -> Export:
    return max(lines(path), key=lambda each: each.at)


FORMATS = (
    ("portfolio-pdf", ".pdf"),
    ("cpd-csv", ".csv"),
    ("archive", ".zip"),
    ("passport", ".zip"),
    ("html", ".html"),
    ("leap2a", ".zip"),
    ("calendar", ".ics"),
    ("template:who-i-am:filled", ".pdf"),
    ("workbook:twenty-prompts", ".pdf"),
)


@pytest.mark.parametrize(("name", "ending"), FORMATS)
def test_a_file_that_leaves_is_written_down(
    portfolio: Path, tmp_path: Path, name: str, ending: str
) -> None:
    out = tmp_path / "somewhere" / f"Łódź{ending}"
    out.parent.mkdir()
    before = len(lines(portfolio))
    assert do("export", name, portfolio, out, "--on", TODAY) == 0
    assert len(lines(portfolio)) == before + 1
    left = newest(portfolio)
    assert (left.on, left.format, left.name) == (date(2026, 3, 12), name, f"Łódź{ending}")
    assert dict(left.files) == {out.name: hashlib.sha256(out.read_bytes()).hexdigest()}
    assert left.size == out.stat().st_size
    assert left.held != {}
    assert str(tmp_path) not in str(left)
    moment = datetime.fromisoformat(left.at)
    assert moment.utcoffset() is not None


def test_a_folder_that_leaves_is_written_down_file_by_file(portfolio: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert do("export", "hcpc-profile", portfolio, out, "--on", TODAY) == 0
    left = newest(portfolio)
    files = sorted(each for each in out.rglob("*") if each.is_file())
    assert dict(left.files) == {
        each.relative_to(out).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in files
    }
    assert left.size == sum(each.stat().st_size for each in files)
    assert (left.from_on, left.to_on) == (date(2024, 5, 1), date(2026, 3, 12))
    assert dict(left.held) == {
        "practitioner": "1",
        "cpd_activity": "30",
        "evidence": "8",
        "audit_profile": "1",
        "gap": "1",
    }


def test_what_was_chosen_is_written_down(portfolio: Path, tmp_path: Path) -> None:
    chosen = ("--from", "2025-01-01", "--to", "2025-12-31", "--include-private")
    assert do("export", "cpd-csv", portfolio, tmp_path / "a.csv", *chosen) == 0
    left = newest(portfolio)
    assert (left.from_on, left.to_on) == (date(2025, 1, 1), date(2025, 12, 31))
    assert left.included_private
    assert do("export", "archive", portfolio, tmp_path / "a.zip") == 0
    assert newest(portfolio).included_private


@pytest.mark.parametrize(
    ("name", "ending"), [("template:who-i-am", ".pdf"), ("workbook:twenty-prompts:blank", ".pdf")]
)
def test_an_empty_form_leaves_no_line(
    portfolio: Path, tmp_path: Path, name: str, ending: str
) -> None:
    before = lines(portfolio)
    assert do("export", name, portfolio, tmp_path / f"a{ending}") == 0
    assert lines(portfolio) == before


def test_an_export_that_was_refused_leaves_no_line(portfolio: Path, tmp_path: Path) -> None:
    before = portfolio.read_bytes()
    assert do("export", "html", portfolio, tmp_path / "not there" / "a.html") == 1
    assert do("export", "archive", portfolio, tmp_path / "a.zip", "--from", "2026-01-01") == 1
    assert portfolio.read_bytes() == before


def test_a_line_that_cannot_be_written_is_said_and_the_export_stays(
    portfolio: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_a_full_disk(opened: PortfolioFile, asked: Namespace, left: Left) -> None:
        opened.db.execute("PRAGMA query_only = ON")
        exporting_ledger.write_down(opened, asked, left)

    monkeypatch.setattr("ahp_companion.commands.exporting.write_down", on_a_full_disk)
    out = tmp_path / "a.html"
    before = lines(portfolio)
    assert do("export", "html", portfolio, out) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == ("The export is whole, but could not be written into your list of what left.")
    assert len(said) > 1
    assert out.read_text("utf-8").endswith("</html>\n")
    assert lines(portfolio) == before


def test_the_ledger_stays_at_home_but_in_an_archive(portfolio: Path, tmp_path: Path) -> None:
    assert do("export", "html", portfolio, tmp_path / "first ŷ.html") == 0
    assert do("export", "html", portfolio, tmp_path / "b.html", "--include-private") == 0
    assert "first ŷ" not in (tmp_path / "b.html").read_text("utf-8")
    other = tmp_path / "other.ahp"
    assert do("export", "archive", portfolio, tmp_path / "a.zip") == 0
    assert do("new", other, "--name", "Mari", "--profession", "PH") == 0
    assert do("import", tmp_path / "a.zip", other) == 0
    assert "first ŷ.html" in [each.name for each in lines(other)]


def test_a_file_of_any_size_is_read_a_little_at_a_time(tmp_path: Path) -> None:
    out = tmp_path / "large.zip"
    with out.open("wb") as file:
        for _ in range(5):
            file.write(b"Cerys " * 200_001)
    left = line(out, "archive", Left(words="", choice=Choice()), on=date(2026, 3, 12))
    assert dict(left.files) == {"large.zip": hashlib.sha256(out.read_bytes()).hexdigest()}
    assert left.size == out.stat().st_size
