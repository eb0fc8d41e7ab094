"""One workbook out of a portfolio from the command line, as paper and as a table."""

from datetime import date
from pathlib import Path

import pytest

from ahp_companion.__main__ import main
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.store.portfolio_file import create_portfolio
from tests.report.reading import Printed


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Return a portfolio with two sheets of one workbook, and a private sheet of another."""
    older = Worksheet(workbook="twenty-prompts", title="Last year", on=date(2025, 3, 1))
    newer = Worksheet(workbook="twenty-prompts", title="This year", on=date(2026, 3, 1))
    pulse = Worksheet(workbook="pulse", on=date(2026, 3, 1), private=True, words="Tired")
    path = tmp_path / "mine.ahp"
    create_portfolio(
        path,
        [
            Practitioner(name="Rhiannon Ŵyn", profession="PH"),
            older,
            newer,
            pulse,
            WorkbookAnswer(worksheet=newer.id, question="1.1", step="started", words="Our lead"),
            WorkbookAnswer(worksheet=newer.id, question="1.2", words="My own", private=True),
            WorkbookAnswer(worksheet=pulse.id, question="2.2", words="A walk"),
        ],
    ).close()
    return path


def paper(out: Path) -> str:
    """Return the words of a PDF."""
    return Printed(out.read_bytes(), 0).text


def do(*arguments: object) -> int:
    """Return what the program ends with."""
    return main([str(each) for each in arguments])


def test_the_newest_sheet_leaves_without_what_is_private(portfolio: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert do("export", "workbook:twenty-prompts", portfolio, out) == 0
    said = paper(out)
    assert "This year" in said
    assert "Our lead" in said
    assert "My own" not in said
    assert "1 private answer stays with the owner" in said
    assert do("export", "workbook:pulse", portfolio, out) == 0
    assert "Tired" not in paper(out)
    assert "A walk" not in paper(out)


def test_what_is_private_leaves_when_it_is_asked_for(portfolio: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert do("export", "workbook:pulse", portfolio, out, "--include-private") == 0
    assert "Tired" in paper(out)
    assert "A walk" in paper(out)
    table = tmp_path / "x.csv"
    assert do("export", "workbook:twenty-prompts", portfolio, table) == 0
    assert '"Started","Our lead"' in table.read_text(encoding="utf-8")
    assert "My own" not in table.read_text(encoding="utf-8")


def test_an_empty_form_needs_no_sheet(portfolio: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert do("export", "workbook:task-map:blank", portfolio, out) == 0
    assert "Who does it now" in paper(out)
    assert "Rhiannon" not in paper(out)


@pytest.mark.parametrize(
    ("named", "out", "said"),
    [
        ("workbook:none", "x.pdf", "There is no workbook “none”"),
        ("workbook:task-map", "x.pdf", "There is no sheet of “Task map”"),
        ("workbook:pulse", "x.doc", "ends neither in .pdf nor in .csv"),
    ],
)
def test_what_cannot_be_written_is_said(
    portfolio: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    named: str,
    out: str,
    said: str,
) -> None:
    assert do("export", named, portfolio, tmp_path / out) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / out).exists()
