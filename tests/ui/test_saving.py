"""Where something is saved: never over a file that nobody was asked about."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from ahp_companion.ui.saving import ask_where


def named(path: str, asked: list[str]) -> Callable[..., tuple[str, str]]:
    """Return what answers a file dialog with a path, and keeps what it suggested."""

    def answer(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return path, ""

    return answer


def test_an_ending_that_had_to_be_added_never_writes_over_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.csv").write_text("kept", "utf-8")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", named(str(tmp_path / "mine"), asked))
    assert ask_where(None, "Save to", "Siân’s map: 1/2", ".csv") == tmp_path / "mine 2.csv"
    assert Path(asked[0]).name == "Siân’s map 1 2.csv"


def test_a_name_with_its_ending_is_taken_and_none_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", named(str(tmp_path / "A.CSV"), []))
    assert ask_where(None, "Save to", "A", ".csv") == tmp_path / "A.CSV"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", named("", []))
    assert ask_where(None, "Save to", "A", ".csv") is None
