"""Damaged on the disk: every damage to a portfolio or a backup is found and named."""

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import ProblemError
from ahp_companion.store.backups import Backups, restore, verified_counts
from ahp_companion.store.connection import PAGE_SIZE
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from tests.sizes import SIZE

CHANCE = random.Random(20260312)
PASSPHRASE = "open sesame"
Damage = Callable[[bytearray], bytes]


def flip_a_bit(whole: bytearray) -> bytes:
    """Return the bytes with one bit flipped."""
    whole[CHANCE.randrange(len(whole))] ^= 1 << CHANCE.randrange(8)
    return bytes(whole)


def zero_a_page(whole: bytearray) -> bytes:
    """Return the bytes with one page of nothing."""
    at = CHANCE.randrange(len(whole) // PAGE_SIZE) * PAGE_SIZE
    whole[at : at + PAGE_SIZE] = bytes(PAGE_SIZE)
    return bytes(whole)


def zero_a_sector(whole: bytearray) -> bytes:
    """Return the bytes with one sector of nothing."""
    at = CHANCE.randrange(len(whole) // 512) * 512
    whole[at : at + 512] = bytes(512)
    return bytes(whole)


def swap_two_pages(whole: bytearray) -> bytes:
    """Return the bytes with two pages in each other's place."""
    one, other = (at * PAGE_SIZE for at in CHANCE.sample(range(len(whole) // PAGE_SIZE), 2))
    first, second = whole[one : one + PAGE_SIZE], whole[other : other + PAGE_SIZE]
    whole[one : one + PAGE_SIZE], whole[other : other + PAGE_SIZE] = second, first
    return bytes(whole)


def cut_anywhere(whole: bytearray) -> bytes:
    """Return the first of the bytes, cut anywhere."""
    return bytes(whole[: CHANCE.randrange(len(whole))])


def cut_at_a_page(whole: bytearray) -> bytes:
    """Return the first of the bytes, cut between two pages."""
    return bytes(whole[: CHANCE.randrange(len(whole) // PAGE_SIZE) * PAGE_SIZE])


def add_noise(whole: bytearray) -> bytes:
    """Return the bytes with a page of noise at the end."""
    return bytes(whole) + CHANCE.randbytes(PAGE_SIZE)


DAMAGES = [
    flip_a_bit,
    zero_a_page,
    zero_a_sector,
    swap_two_pages,
    cut_anywhere,
    cut_at_a_page,
    add_noise,
]


@pytest.fixture(scope="module", params=["", PASSPHRASE], ids=["open", "protected"])
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, str]:
    """Return the bytes of a sound portfolio with something of everything, and its passphrase."""
    path = tmp_path_factory.mktemp("whole") / "mine.ahp"
    with create_portfolio(
        path, [Practitioner(name="Rhiannon")], passphrase=request.param
    ) as portfolio:
        words = "What I learnt about gait and balance. "
        portfolio.apply(
            added(*(CpdActivity(what_i_learnt=words * CHANCE.randrange(60)) for _ in range(40)))
        )
        portfolio.evidence.add(CHANCE.randbytes(50_000))
    return path.read_bytes(), request.param


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_named_and_the_file_stays_as_it_is(
    whole: tuple[bytes, str], tmp_path: Path, damage: Damage
) -> None:
    contents, passphrase = whole
    path = tmp_path / "mine.ahp"
    # A passphrase costs its derivation each time it is tried.
    for _ in range((1 if passphrase else 15) * SIZE):
        damaged = damage(bytearray(contents))
        path.write_bytes(damaged)
        for refuse in (open_portfolio, verified_counts):
            with pytest.raises(ProblemError) as problem:
                refuse(path, passphrase=passphrase)
            assert path.name in problem.value.happened
            assert problem.value.means
        assert path.read_bytes() == damaged
        assert [each.name for each in tmp_path.iterdir()] == ["mine.ahp"]


def test_a_sound_file_is_not_taken_for_a_damaged_one(
    whole: tuple[bytes, str], tmp_path: Path
) -> None:
    contents, passphrase = whole
    path = tmp_path / "mine.ahp"
    path.write_bytes(contents)
    open_portfolio(path, passphrase=passphrase).close()
    assert verified_counts(path, passphrase)[0]["cpd_activity"] == 40


def test_whatever_is_damaged_the_newest_good_backup_brings_the_rest_back(tmp_path: Path) -> None:
    path, clock = tmp_path / "mine.ahp", datetime(2026, 3, 12)
    backups = Backups(tmp_path / "Backups", lambda: clock)
    with create_portfolio(path, [Practitioner(name="Rhiannon")]) as portfolio:
        for number in range(4):
            portfolio.apply(added(CpdActivity(title=f"{number}")))
            backups.make(portfolio, "by hand")
    newest, second, *_ = backups.all()
    for damage in DAMAGES:
        path.write_bytes(damage(bytearray(path.read_bytes())) or b"?")
        newest.path.write_bytes(damage(bytearray(newest.path.read_bytes())) or b"?")
        good = backups.newest_good()
        assert good == second
        restore(good.path, path, kept_in=tmp_path / "kept", now=clock)
        with open_portfolio(path) as portfolio:
            assert len(portfolio.records.all(CpdActivity)) == 3
