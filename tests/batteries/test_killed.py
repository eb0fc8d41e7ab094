"""Killed in the middle of saving: whatever was said to be saved is there."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.store.backups import verified_counts
from ahp_companion.store.connection import PassphraseError, journal_of
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from tests.sizes import SIZE

ROOT = Path(__file__).parents[2]
PASSPHRASE = "open sesame"
CHANCE = random.Random()


def saved_until_killed(path: Path, way: str, *, passphrase: str = "") -> dict[str, str]:
    """Return what a program said it had saved, by id, before it was killed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.batteries.writer", str(path), passphrase, way],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        time.sleep(CHANCE.uniform(0, 0.08))
        child.kill()
        said += child.stdout.readlines()
    # A line without an end was cut short, and so was never said.
    return dict(line.split() for line in said if line.endswith("\n"))


def missing(path: Path, said: dict[str, str], *, passphrase: str = "") -> list[str]:
    """Return what was said to be saved and is not in the portfolio as it was last said."""
    with open_portfolio(path, passphrase=passphrase) as portfolio:
        assert portfolio.problems() == []
        held = {each.id: each.title for each in portfolio.records.all(CpdActivity)}
        for id_, title in held.items():
            found = portfolio.records.find(title, limit=100_000)
            assert id_ in {each.id for each in found}
    # One save may have been made and not yet been said.
    return [id_ for id_, title in said.items() if _number(held.get(id_, "")) < _number(title)]


def _number(title: str) -> int:
    return int(title.partition("-")[2] or 0)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Return a closed portfolio."""
    path = tmp_path / "mine.ahp"
    create_portfolio(path, [Practitioner(name="Rhiannon")]).close()
    yield path
    assert verified_counts(path)[1] >= 1


def test_every_save_that_was_acknowledged_is_there_after_a_kill(path: Path) -> None:
    for _ in range(6 * SIZE):
        said = saved_until_killed(path, "honest")
        assert said
        assert missing(path, said) == []


def test_a_program_that_says_so_before_it_saves_is_caught(path: Path) -> None:
    for _ in range(40):
        if missing(path, saved_until_killed(path, "hasty")):
            return
    pytest.fail("nothing was ever missing: the test above proves nothing")


def test_another_passphrase_leaves_what_a_kill_left_to_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "mine.ahp"
    create_portfolio(path, [Practitioner(name="Rhiannon")], passphrase=PASSPHRASE).close()
    left_a_journal = 0
    for _ in range(2 * SIZE):
        said = saved_until_killed(path, "honest", passphrase=PASSPHRASE)
        left_a_journal += journal_of(path).exists()
        with pytest.raises(PassphraseError):
            open_portfolio(path, passphrase="wrong")
        with pytest.raises(PassphraseError):
            open_portfolio(path)
        assert missing(path, said, passphrase=PASSPHRASE) == []
    assert left_a_journal
