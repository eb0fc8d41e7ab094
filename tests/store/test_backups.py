"""Backups: none counts before it was checked, none is lost to thinning, restoring keeps all."""

import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.store.backups import Backups, copy_to, restore, to_keep, verified_counts
from ahp_companion.store.connection import (
    PAGE_SIZE,
    DamagedError,
    LockedError,
    PassphraseError,
    connect,
    journal_of,
)
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio
from tests.sizes import SIZE, drawn
from tests.store.another_program import holding, tried
from tests.store.conftest import OWNER

NOON = datetime(2026, 3, 12, 12, 0)
PASSPHRASE = "open sesame"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Return a folder of backups, made at noon."""
    return Backups(tmp_path / "Backups" / "Ŷ", lambda: NOON)


def titles(path: Path, passphrase: str = "") -> list[str]:
    """Return what a closed portfolio holds."""
    with open_portfolio(path, passphrase=passphrase) as portfolio:
        return [each.title for each in portfolio.records.all(CpdActivity)]


def flip(path: Path, *, at: int = -5000) -> None:
    """Flip one bit of a file."""
    contents = bytearray(path.read_bytes())
    contents[at] ^= 4
    path.write_bytes(contents)


def beside(path: Path) -> set[str]:
    """Return the names of what stands in a file's folder, without its own."""
    return {each.name for each in path.parent.iterdir()} - {path.name}


def test_a_backup_holds_everything_and_says_when_and_what_for(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    sha256 = portfolio.evidence.add(b"certificate")
    portfolio.apply(added(CpdActivity(title="Gait")))
    backup = backups.make(portfolio, "on closing")
    assert (backup.made_at, backup.reason) == (NOON, "on closing")
    assert backup.in_words == "12 March 2026, 12:00"
    assert backups.all() == [backup]
    assert backups.newest() == backups.newest_good() == backup
    assert titles(backup.path) == ["Gait"]
    with open_portfolio(backup.path) as copy:
        assert copy.evidence.read(sha256) == b"certificate"
        assert copy.records.revision_count() == portfolio.records.revision_count()
        assert copy.problems() == []
    assert beside(backup.path) == set()


def test_two_backups_in_the_same_second_are_both_kept(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    first, second = (backups.make(portfolio, "by hand") for _ in range(2))
    assert second.made_at == first.made_at + timedelta(seconds=1)
    assert backups.all() == [second, first]


def test_what_is_not_a_backup_is_not_listed(backups: Backups) -> None:
    assert backups.all() == []
    backups.folder.mkdir(parents=True)
    for name in ("letter.ahp", "2026-03-12 120000.txt", "2026-13-12 120000 x.ahp", ".a.ahp.part"):
        (backups.folder / name).touch()
    assert backups.all() == []
    assert backups.newest() is None
    assert backups.newest_good() is None


def test_a_backup_that_is_damaged_on_its_way_does_not_appear(
    portfolio: PortfolioFile, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flip_as_it_is_synced(path: Path) -> None:
        if path.is_file():
            flip(path)

    monkeypatch.setattr("ahp_companion.store.backups.sync", flip_as_it_is_synced)
    with pytest.raises(DamagedError):
        backups.make(portfolio, "by hand")
    assert list(backups.folder.iterdir()) == []


def test_a_backup_that_lacks_a_record_does_not_appear(
    portfolio: PortfolioFile, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_one_as_it_is_synced(path: Path) -> None:
        if path.is_file():
            with closing(connect(path)) as db:
                db.execute("DELETE FROM practitioner")

    monkeypatch.setattr("ahp_companion.store.backups.sync", lose_one_as_it_is_synced)
    with pytest.raises(DamagedError):
        backups.make(portfolio, "by hand")
    assert list(backups.folder.iterdir()) == []


def test_a_cancelled_backup_leaves_nothing_and_the_portfolio_goes_on(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    portfolio.evidence.add(random.Random(1).randbytes(6_000_000))
    seen: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        seen.append((done, of))
        raise CancelledError

    with pytest.raises(CancelledError):
        backups.make(portfolio, "by hand", stop)
    assert seen
    assert list(backups.folder.iterdir()) == []
    portfolio.apply(added(CpdActivity(title="Gait")))
    assert backups.make(portfolio, "by hand").path.exists()


def test_progress_rises_to_all_of_it(portfolio: PortfolioFile, backups: Backups) -> None:
    portfolio.evidence.add(random.Random(1).randbytes(9_000_000))
    seen: list[tuple[int, int]] = []
    backups.make(portfolio, "by hand", lambda done, of: seen.append((done, of)))
    assert len(seen) > 1
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


def test_a_backup_into_a_place_that_cannot_be_written_to_is_said(
    portfolio: PortfolioFile, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProblemError, match="could not be written"):
        copy_to(portfolio, tmp_path / "file" / "copy.ahp")


def test_a_portfolio_cannot_be_its_own_backup(portfolio: PortfolioFile, tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="the portfolio itself"):
        copy_to(portfolio, portfolio.path)
    (tmp_path / "link.ahp").hardlink_to(portfolio.path)
    with pytest.raises(ProblemError, match="the portfolio itself"):
        copy_to(portfolio, tmp_path / "link.ahp")
    portfolio.close()
    with pytest.raises(ProblemError, match="the portfolio itself"):
        restore(portfolio.path, portfolio.path, kept_in=tmp_path, now=NOON)
    assert titles(portfolio.path) == []


def test_a_backup_leaves_the_portfolio_locked(portfolio: PortfolioFile, backups: Backups) -> None:
    backups.make(portfolio, "by hand")
    portfolio.problems()
    assert tried(portfolio.path).startswith("LockedError")


def test_what_a_copy_that_was_cut_short_left_does_no_harm_and_goes(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    backups.folder.mkdir(parents=True)
    stale = backups.folder / ".2026-03-12 120000 by hand.ahp.part"
    stale.write_bytes(b"\x01" * 3 * PAGE_SIZE)
    journal_of(stale).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(504))
    (backups.folder / ".2020-01-01 000000 old.ahp.part").touch()
    backup = backups.make(portfolio, "by hand")
    assert list(backups.folder.iterdir()) == [backup.path]
    assert titles(backup.path) == []


def test_a_damaged_backup_is_passed_over_for_the_one_before(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    first, second, third = (backups.make(portfolio, "by hand") for _ in range(3))
    flip(third.path)
    second.path.write_bytes(second.path.read_bytes()[:-PAGE_SIZE])
    assert backups.newest() == third
    assert backups.newest_good() == first
    first.path.write_bytes(b"")
    assert backups.newest_good() is None


def test_one_flipped_bit_anywhere_in_a_backup_is_found(
    portfolio: PortfolioFile, backups: Backups
) -> None:
    path = backups.make(portfolio, "by hand").path
    whole = path.read_bytes()
    chance = random.Random(3)
    for _ in range(60 * SIZE):
        flip(path, at=chance.randrange(len(whole)))
        with pytest.raises(DamagedError):
            verified_counts(path)
        path.write_bytes(whole)
    verified_counts(path)


def test_a_backup_by_a_newer_version_or_another_program_is_not_good(tmp_path: Path) -> None:
    newer, other = tmp_path / "newer.ahp", tmp_path / "other.ahp"
    create_portfolio(newer, [OWNER]).close()
    with closing(connect(newer)) as db:
        db["_sqlite_migrations"].insert(
            {"migration_set": "ahp-companion", "name": "unheard of", "applied_at": "2031-01-01"}
        )
    with closing(connect(other)) as db:
        db.execute("CREATE TABLE letter (words)")
    for path, words in ((newer, "newer"), (other, "not an AHP Companion portfolio")):
        with pytest.raises(ProblemError, match=words):
            verified_counts(path)
        with pytest.raises(ProblemError, match=words):
            restore(path, tmp_path / "mine.ahp", kept_in=tmp_path, now=NOON)
    assert not (tmp_path / "mine.ahp").exists()


def hours(number: int) -> datetime:
    return NOON - timedelta(hours=number)


def days(number: int) -> datetime:
    return NOON - timedelta(days=number)


@pytest.mark.parametrize(
    ("moments", "kept"),
    [
        ([], []),
        ([days(900)], [days(900)]),
        ([days(900), days(901)], [days(900), days(901)]),
        # All of the last two days stay.
        ([hours(each) for each in range(48)], [hours(each) for each in range(48)]),
        # After that, the newest of a day.
        (
            [hours(1), hours(2), days(5), days(5) - timedelta(hours=3)],
            [hours(1), hours(2), days(5)],
        ),
        # After two weeks of days, the newest of a week.
        (
            [days(each) for each in range(30)],
            [*map(days, range(14)), days(18), days(25)],
        ),
        # Days, weeks and months are those that have one; after them, the newest of a month.
        (
            [days(each * 10) for each in range(20)],
            [days(each * 10) for each in (*range(14), 14, 17)],
        ),
    ],
)
def test_backups_are_thinned_by_age(moments: list[datetime], kept: list[datetime]) -> None:
    assert to_keep(moments, NOON) == kept


@drawn(100)
@given(st.lists(st.integers(min_value=0, max_value=3_000_000), unique=True, max_size=60))
def test_thinning_keeps_what_it_should_and_never_fewer_than_two(minutes: list[int]) -> None:
    moments = [NOON - timedelta(minutes=each) for each in minutes]
    kept = to_keep(moments, NOON)
    assert kept == sorted(kept, reverse=True)
    assert set(kept) <= set(moments)
    assert len(kept) >= min(2, len(moments))
    newest = sorted(moments, reverse=True)
    assert set(newest[:2]) <= set(kept)
    assert {each for each in moments if NOON - each <= timedelta(hours=48)} <= set(kept)
    assert len([each for each in kept if NOON - each > timedelta(hours=48)]) <= 14 + 8 + 24
    assert to_keep(kept, NOON) == kept


def test_thinning_deletes_files_and_says_which(portfolio: PortfolioFile, tmp_path: Path) -> None:
    at = NOON - timedelta(days=100)
    made = Backups(tmp_path / "Backups", lambda: at)
    while at < NOON:
        made.make(portfolio, "by hand")
        at += timedelta(days=20)
    kept = to_keep([each.made_at for each in made.all()], NOON)
    gone = made.thin(NOON)
    assert [each.made_at for each in made.all()] == kept
    assert not any(each.path.exists() for each in gone)


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(
    portfolio: PortfolioFile, backups: Backups, tmp_path: Path
) -> None:
    portfolio.apply(added(CpdActivity(title="Before")))
    backup = backups.make(portfolio, "by hand")
    portfolio.apply(added(CpdActivity(title="After")))
    portfolio.close()
    kept = restore(backup.path, portfolio.path, kept_in=tmp_path / "kept", now=NOON)
    assert titles(portfolio.path) == ["Before"]
    assert kept is not None
    assert kept.name == f"{portfolio.path.stem} as it was 2026-03-12 120000.ahp-kept"
    assert titles(kept) == ["Before", "After"]
    assert backup.path.exists()
    assert {name for name in beside(portfolio.path) if "restoring" in name} == set()


def test_restoring_where_nothing_is_keeps_nothing(
    portfolio: PortfolioFile, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.make(portfolio, "by hand")
    target = tmp_path / "elsewhere.ahp"
    assert restore(backup.path, target, kept_in=tmp_path / "kept", now=NOON) is None
    assert titles(target) == []


@pytest.mark.parametrize("spoil", [flip, lambda path: path.write_bytes(b""), Path.touch])
def test_what_was_there_is_kept_byte_for_byte_damaged_or_not(
    portfolio: PortfolioFile, backups: Backups, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    backup = backups.make(portfolio, "by hand")
    portfolio.close()
    spoil(portfolio.path)
    before = portfolio.path.read_bytes()
    kept = restore(backup.path, portfolio.path, kept_in=tmp_path / "kept", now=NOON)
    assert kept is not None
    assert kept.read_bytes() == before
    assert titles(portfolio.path) == []


def test_a_damaged_backup_is_not_restored(
    portfolio: PortfolioFile, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.make(portfolio, "by hand")
    portfolio.close()
    flip(backup.path)
    before = portfolio.path.read_bytes()
    with pytest.raises(DamagedError):
        restore(backup.path, portfolio.path, kept_in=tmp_path / "kept", now=NOON)
    assert portfolio.path.read_bytes() == before
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_nothing_is_restored_over_a_portfolio_that_is_open(
    path: Path, backups: Backups, tmp_path: Path, passphrase: str
) -> None:
    with create_portfolio(path, [OWNER], passphrase=passphrase) as portfolio:
        backup = backups.make(portfolio, "by hand")
        with pytest.raises(LockedError):
            restore(backup.path, path, kept_in=tmp_path, now=NOON, passphrase=passphrase)
        portfolio.apply(added(CpdActivity(title="Gait")))
        assert tried(path, passphrase=passphrase).startswith("LockedError")
    with holding(path, passphrase=passphrase), pytest.raises(LockedError):
        restore(backup.path, path, kept_in=tmp_path, now=NOON, passphrase=passphrase)
    assert titles(path, passphrase) == ["Gait"]
    assert not list(tmp_path.glob("*as it was*"))


def test_an_old_journal_does_not_undo_what_was_restored(
    portfolio: PortfolioFile, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.make(portfolio, "by hand")
    portfolio.close()
    flip(portfolio.path, at=100)
    journal = b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(504)
    journal_of(portfolio.path).write_bytes(journal)
    kept = restore(backup.path, portfolio.path, kept_in=tmp_path / "kept", now=NOON)
    assert titles(portfolio.path) == []
    assert not journal_of(portfolio.path).exists()
    assert kept is not None
    assert not journal_of(kept).exists() or journal_of(kept).read_bytes() == journal


def test_a_backup_of_a_protected_portfolio_asks_for_its_passphrase(
    path: Path, backups: Backups, tmp_path: Path
) -> None:
    with create_portfolio(path, [OWNER], passphrase=PASSPHRASE) as portfolio:
        portfolio.apply(added(CpdActivity(title="Gait")))
        backup = backups.make(portfolio, "by hand")
    assert b"AHP Companion" not in backup.path.read_bytes()
    with pytest.raises(PassphraseError, match="asks for a passphrase"):
        verified_counts(backup.path)
    with pytest.raises(PassphraseError, match="not the passphrase"):
        verified_counts(backup.path, "wrong")
    assert backups.newest_good() is None
    assert backups.newest_good(PASSPHRASE) == backup
    target = tmp_path / "restored.ahp"
    with pytest.raises(PassphraseError):
        restore(backup.path, target, kept_in=tmp_path, now=NOON)
    assert not target.exists()
    restore(backup.path, target, kept_in=tmp_path, now=NOON, passphrase=PASSPHRASE)
    assert titles(target, PASSPHRASE) == ["Gait"]


def test_an_older_file_without_all_the_tables_is_counted(portfolio: PortfolioFile) -> None:
    portfolio.db.execute("DROP TABLE gap")
    assert "gap" not in portfolio.records.counts()
    assert portfolio.records.counts()["practitioner"] == 1


def test_a_backup_is_named_by_the_clock_on_the_wall(
    portfolio: PortfolioFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2026, 7, 1, 11, 30, 15, 999, tzinfo=UTC)
    backup = Backups(tmp_path / "Backups", lambda: moment).make(portfolio, "by hand")
    assert backup.made_at == moment.astimezone().replace(tzinfo=None, microsecond=0)
