"""A folder appears under its name whole, or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.exchange.whole_folder import folder_written_whole


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """Return a place for a folder, beside which nothing is left behind."""
    yield tmp_path / "Łódź 2026"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_it_appears_with_all_that_was_written(out: Path) -> None:
    with folder_written_whole(out) as folder:
        assert not out.exists()
        assert folder.parent == out.parent
        (folder / "a.txt").write_text("one")
        (folder / "beside").mkdir()
        (folder / "beside" / "b.txt").write_text("two")
    assert (out / "a.txt").read_text() == "one"
    assert (out / "beside" / "b.txt").read_text() == "two"


def test_an_empty_folder_gives_way(out: Path) -> None:
    out.mkdir()
    with folder_written_whole(out) as folder:
        (folder / "a.txt").write_text("one")
    assert [each.name for each in out.iterdir()] == ["a.txt"]


def test_a_folder_that_holds_anything_is_refused_before_anything_is_done(out: Path) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(ProblemError, match="is not empty") as refused, folder_written_whole(out):
        pytest.fail("it was begun")
    assert "Name a folder that is not there yet" in refused.value.advice
    assert [each.name for each in out.iterdir()] == ["mine.txt"]


def test_a_file_of_that_name_is_refused(out: Path) -> None:
    out.write_text("mine")
    with pytest.raises(ProblemError, match="is a file"), folder_written_whole(out):
        pytest.fail("it was begun")
    assert out.read_text() == "mine"


def test_a_place_that_is_not_there_is_named(out: Path) -> None:
    with pytest.raises(ProblemError, match="There is no folder"), folder_written_whole(out / "a"):
        pytest.fail("it was begun")


def written_until(out: Path, reason: BaseException) -> None:
    with folder_written_whole(out) as folder:
        (folder / "a.txt").write_text("one")
        raise reason


@pytest.mark.parametrize("reason", [CancelledError(), KeyboardInterrupt(), ValueError("odd")])
def test_work_that_was_stopped_leaves_nothing(out: Path, reason: BaseException) -> None:
    with pytest.raises(type(reason)):
        written_until(out, reason)
    assert not out.exists()


def test_a_full_disk_leaves_nothing_and_says_so(out: Path) -> None:
    with pytest.raises(ProblemError, match="could not be written") as full:
        written_until(out, OSError(28, os.strerror(28)))
    assert "Nothing was left half-written" in full.value.means
    assert not out.exists()


def test_what_came_there_meanwhile_is_not_written_over(out: Path) -> None:
    def write() -> None:
        with folder_written_whole(out) as folder:
            (folder / "a.txt").write_text("one")
            out.mkdir()
            (out / "mine.txt").write_text("mine")

    with pytest.raises(ProblemError, match="could not be written"):
        write()
    assert [each.name for each in out.iterdir()] == ["mine.txt"]
