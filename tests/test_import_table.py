"""`import` and anybody's table: what is asked, how it is said, and that nothing is half-written."""

import json
from pathlib import Path

import pytest

from ahp_companion.__main__ import main
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.places import own_places
from ahp_companion.store.portfolio_file import open_portfolio
from tests.exchange.made_workbooks import DAY, number, row, text, workbook

Capture = pytest.CaptureFixture[str]
OTHERS = Path(__file__).parent / "data" / "others"
DOUBTFUL = "Date,Activity,Hours\n03/04/2026,Gait,2h 30m\n05/06/2026,Reading,1\n"
FOREIGN = "Nr;Kiedy;Co;Ile\n1;13.3.2026;Spotkanie w Łodzi;2h\n2;kiedyś;;1\n"


@pytest.fixture
def portfolio(tmp_path: Path, capsys: Capture) -> Path:
    """Return a portfolio as `new` makes it."""
    path = tmp_path / "Łódź.ahp"
    assert main(["new", str(path), "--name", "Siân", "--profession", "PH"]) == 0
    capsys.readouterr()
    return path


def _put(folder: Path, text: str, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _do(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def _held(portfolio: Path) -> list[CpdActivity]:
    with open_portfolio(portfolio) as opened:
        return opened.records.all(CpdActivity)


def test_another_program_s_table_comes_in_and_the_second_time_brings_nothing(
    portfolio: Path, capsys: Capture
) -> None:
    assert _do("import", OTHERS / "cpd-tracker-seven-rows.csv", portfolio, "--json") == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["format"], first["added"]) == ("table", {"cpd_activity": 3})
    assert first["remarks"][0] == "Read as a table of CPD Tracker with hours and minutes."
    before = portfolio.read_bytes()
    assert _do("import", OTHERS / "cpd-tracker-seven-rows.csv", portfolio) == 0
    assert capsys.readouterr().out == "Here already: 3 records.\n"
    assert portfolio.read_bytes() == before
    assert {each.minutes for each in _held(portfolio)} == {210, 60, 50}
    assert any(own_places().backups(portfolio).iterdir())


def test_a_dry_run_says_what_would_come_in_and_writes_nothing(
    portfolio: Path, capsys: Capture
) -> None:
    before = portfolio.read_bytes()
    assert _do("import", OTHERS / "umbil.csv", portfolio, "--dry-run") == 0
    assert capsys.readouterr().out == "New: 3 CPD activities.\nNothing was written.\n"
    assert portfolio.read_bytes() == before
    assert not own_places().backups(portfolio).exists()


def test_dates_with_two_readings_are_asked_about_and_the_order_can_be_said(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    path, before = _put(tmp_path, DOUBTFUL), portfolio.read_bytes()
    assert _do("import", path, portfolio) == 1
    asked = capsys.readouterr().err
    assert "whether 03/04/2026 is 3 April 2026 or 4 March 2026" in asked
    assert "--date-order dmy (day first) or mdy (month first)" in asked
    assert portfolio.read_bytes() == before
    assert _do("import", path, portfolio, "--date-order", "mdy") == 0
    assert [str(each.started_on) for each in _held(portfolio)] == ["2026-03-04", "2026-05-06"]
    assert [each.minutes for each in _held(portfolio)] == [150, 60]


def test_columns_that_nobody_knows_are_asked_about_and_can_be_said(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = _put(tmp_path, FOREIGN)
    assert _do("import", path, portfolio) == 1
    asked = capsys.readouterr().err
    assert "--column title=HEADER and --column date=HEADER" in asked
    assert "“Nr”, “Kiedy”, “Co” and “Ile”" in asked
    told = ["--column", "date=Kiedy", "--column", "title=Co", "--column", "hours=Ile"]
    assert _do("import", path, portfolio, *told) == 0
    (activity,) = _held(portfolio)
    assert (str(activity.started_on), activity.title, activity.minutes) == (
        "2026-03-13",
        "Spotkanie w Łodzi",
        120,
    )
    assert activity.brought_along.startswith("Nr: 1\n")
    assert "Row 3: there is no title in it." in capsys.readouterr().err


def test_a_sheet_a_header_row_and_the_length_of_a_day_can_be_said(
    portfolio: Path, tmp_path: Path
) -> None:
    path = tmp_path / "log.xlsx"
    rows = row(1, text("Date"), text("Title")) + row(2, text("When"), text("Course"), text("Days"))
    rows += row(3, number(46093, DAY), text("Gait"), number(2))
    path.write_bytes(workbook({"Other": row(1, text("Date"), text("Title")), "Log": rows}))
    told = ["--sheet", "Log", "--header-row", "2", "--hours-a-day", "7.5"]
    assert _do("import", path, portfolio, *told) == 0
    assert [(each.title, each.minutes) for each in _held(portfolio)] == [("Gait", 900)]


@pytest.mark.parametrize(
    "told",
    [
        ["--column", "mood=Ward"], ["--column", "title"], ["--column", "title="],
        ["--date-order", "ydm"], ["--header-row", "0"], ["--header-row", "x"],
        ["--hours-a-day", "0"], ["--hours-a-day", "25"],
    ],
)  # fmt: skip
def test_a_wish_that_means_nothing_is_wrong_usage(
    portfolio: Path, tmp_path: Path, told: list[str]
) -> None:
    assert _do("import", _put(tmp_path, DOUBTFUL), portfolio, *told) == 2


@pytest.mark.parametrize("name", ["keepassxc.csv", "gnucash.csv"])
def test_a_table_that_is_not_cpd_leaves_the_portfolio_byte_for_byte(
    portfolio: Path, capsys: Capture, name: str
) -> None:
    before = portfolio.read_bytes()
    assert _do("import", OTHERS / name, portfolio) == 1
    assert f"“{name}” is a list of" in capsys.readouterr().err
    assert portfolio.read_bytes() == before


@pytest.mark.parametrize("told", [[], ["--column", "title=Co"], ["--format", "table"]])
@pytest.mark.parametrize(
    "contents",
    [b'Date,Title\n2026-03-12,"Gait', b"Date,Title\n\0\0\x01", b"%PDF-1.7", b"\xff\xfe\0", b""],
)
def test_a_file_that_breaks_off_or_is_no_table_leaves_the_portfolio_byte_for_byte(
    portfolio: Path, tmp_path: Path, capsys: Capture, contents: bytes, told: list[str]
) -> None:
    before = portfolio.read_bytes()
    (tmp_path / "Nguyễn.csv").write_bytes(contents)
    assert _do("import", tmp_path / "Nguyễn.csv", portfolio, *told) == 1
    said = capsys.readouterr().err
    assert "“Nguyễn.csv”" in said
    assert "Traceback" not in said
    assert portfolio.read_bytes() == before
    assert not own_places().backups(portfolio).exists()


def test_what_is_evil_in_a_cell_is_text_in_the_portfolio(portfolio: Path, tmp_path: Path) -> None:
    cells = ['=HYPERLINK("https://example.org")', "<script>alert(1)</script>", "'; DROP TABLE x"]
    lines = [
        f'2026-03-1{at},"{cell.replace(chr(34), chr(34) * 2)}",1' for at, cell in enumerate(cells)
    ]
    path = _put(tmp_path, "Date,Title,Hours\n" + "\n".join(lines))
    assert _do("import", path, portfolio) == 0
    assert [each.title for each in _held(portfolio)] == cells
