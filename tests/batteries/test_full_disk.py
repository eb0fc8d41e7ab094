"""No room left: it is said in words, nothing is lost, and it works again once there is room."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import ProblemError
from ahp_companion.store.backups import Backups, copy_to, restore
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio

ROOT = Path(__file__).parents[2]
CHANCE = random.Random(5)
OWNER = Practitioner(name="Rhiannon")
LIMITED = """
import resource, sys
from pathlib import Path
from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.problems import ProblemError
from ahp_companion.store.portfolio_file import open_portfolio
path = Path(sys.argv[1])
with open_portfolio(path) as portfolio:
    most = path.stat().st_size + 200_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    for number in range(100):
        activity = CpdActivity(title=f"number-{number}", what_i_did="gait " * 4000)
        try:
            portfolio.apply(added(activity))
        except ProblemError as problem:
            print("refused", problem.happened, problem.means, sep="|")
            break
        print("saved", activity.id, sep="|")
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.getuid() != 0:
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def filled(portfolio: PortfolioFile) -> list[CpdActivity]:
    """Return what was saved until the disk was full, having seen that it is said in words."""
    saved: list[CpdActivity] = []
    for number in range(1000):
        activity = CpdActivity(title=f"Number {number}", what_i_did="gait " * 4000)
        problem = refusal(portfolio, activity)
        if problem:
            assert problem.happened == "The disk is full."
            assert "everything before it is safe" in problem.means
            return saved
        saved.append(activity)
    pytest.fail("the disk never filled")


def refusal(portfolio: PortfolioFile, activity: CpdActivity) -> ProblemError | None:
    """Return why a record was not saved; nothing if it was."""
    try:
        portfolio.apply(added(activity))
    except ProblemError as problem:
        return problem
    return None


def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(small_disk: Path) -> None:
    path, ballast = small_disk / "mine.ahp", small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    with create_portfolio(path, [OWNER]) as portfolio:
        saved = filled(portfolio)
        assert portfolio.records.all(CpdActivity) == saved
        with pytest.raises(ProblemError, match="full"):
            portfolio.evidence.add(CHANCE.randbytes(1_000_000))
        assert portfolio.evidence.known() == frozenset()
        ballast.unlink()
        saved.append(CpdActivity(title="Room again"))
        portfolio.apply(added(saved[-1]))
        assert portfolio.problems() == []
    with open_portfolio(path) as portfolio:
        assert portfolio.records.all(CpdActivity) == saved
        assert portfolio.records.find("room again") == saved[-1:]


def test_no_portfolio_is_made_by_halves_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_950_000))
    with pytest.raises(ProblemError):
        create_portfolio(small_disk / "mine.ahp", [OWNER])
    assert [each.name for each in small_disk.iterdir()] == ["ballast"]


def test_a_backup_that_does_not_fit_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    with create_portfolio(tmp_path / "mine.ahp", [OWNER]) as portfolio:
        portfolio.evidence.add(CHANCE.randbytes(3_000_000))
        with pytest.raises(ProblemError):
            copy_to(portfolio, small_disk / "copy.ahp")
        assert list(small_disk.iterdir()) == []
        portfolio.apply(added(CpdActivity()))


def test_a_restore_that_does_not_fit_leaves_the_portfolio(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "mine.ahp"
    create_portfolio(path, [OWNER]).close()
    with create_portfolio(tmp_path / "large.ahp", [OWNER]) as portfolio:
        portfolio.evidence.add(CHANCE.randbytes(3_000_000))
        backup = Backups(tmp_path / "Backups", portfolio.now).make(portfolio, "by hand")
    before = path.read_bytes()
    with pytest.raises(ProblemError):
        restore(backup.path, path, kept_in=tmp_path, now=backup.made_at)
    assert path.read_bytes() == before
    assert [each.name for each in small_disk.iterdir()] == ["mine.ahp"]


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("files have no limit of their own there")
    path = tmp_path / "mine.ahp"
    create_portfolio(path, [OWNER]).close()
    said = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split("|") for line in said.stdout.splitlines()]
    assert lines[-1][0] == "refused"
    assert "saved" in lines[-1][2]
    with open_portfolio(path) as portfolio:
        held = [each.id for each in portfolio.records.all(CpdActivity)]
        assert held == [line[1] for line in lines[:-1]]
        assert portfolio.problems() == []
