"""A portfolio as a file: made whole, opened by one at a time, and refused in words."""

import os
import random
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.store.connection import (
    MAGIC,
    PAGE_SIZE,
    DamagedError,
    LockedError,
    PassphraseError,
    connect,
    journal_of,
)
from ahp_companion.store.holders import Holders
from ahp_companion.store.portfolio_file import (
    PortfolioFile,
    create_portfolio,
    look_at,
    open_portfolio,
)
from tests.sizes import SIZE
from tests.store.another_program import ROOT, holding, tried
from tests.store.conftest import OWNER

NOBODY = 65534
UNSPEAKABLE = re.compile(
    r"!|\b(invalid|failed to|please|successfully|error|exception|sqlite|null|none)\b", re.IGNORECASE
)


def refused(path: Path, *, passphrase: str = "", kind: type[ProblemError] = ProblemError) -> str:
    """Return in what words a file is refused, having seen that it stays as it was."""
    before = path.read_bytes() if path.is_file() else None
    around = sorted(path.parent.iterdir())
    with pytest.raises(kind) as problem:
        open_portfolio(path, passphrase=passphrase)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == around
    said = str(problem.value)
    assert path.name in problem.value.happened
    assert problem.value.means
    assert not UNSPEAKABLE.search(said.replace(str(path), "").replace(path.name, "")), said
    return said


def closed(path: Path, *, passphrase: str = "", many: int = 0) -> Path:
    """Return a closed portfolio with some activities in it."""
    with create_portfolio(path, [OWNER], passphrase=passphrase) as portfolio:
        if many:
            words = "What I learnt about gait. " * 40
            portfolio.apply(added(*(CpdActivity(what_i_learnt=words) for _ in range(many))))
    return path


def test_a_new_portfolio_holds_its_first_records_and_nothing_stands_beside_it(path: Path) -> None:
    with create_portfolio(path, [OWNER]) as portfolio:
        assert portfolio.records.all(Practitioner) == [OWNER]
        assert portfolio.owner == OWNER.id
        assert portfolio.changes == 0
        assert portfolio.problems() == []
    assert list(path.parent.iterdir()) == [path]


def test_a_portfolio_without_a_passphrase_begins_with_the_apps_name(path: Path) -> None:
    assert closed(path).read_bytes().startswith(b"AHP Companion 1\0")


def test_nothing_that_was_written_can_be_read_in_the_file(path: Path) -> None:
    assert OWNER.name.split()[0].encode() not in closed(path).read_bytes()


def test_what_was_saved_is_there_when_it_is_opened_again(path: Path) -> None:
    activity = CpdActivity(title="Gait")
    with create_portfolio(path, [OWNER]) as portfolio:
        portfolio.apply(added(activity))
        assert portfolio.changes == 1
    with open_portfolio(path) as portfolio:
        assert portfolio.records.get(CpdActivity, activity.id) == activity
        assert portfolio.changes == 0


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "Ŷ" / "Ł ễ" / "It’s 'mine'.ahp"
    closed(path)
    with open_portfolio(path) as portfolio:
        assert portfolio.owner == OWNER.id


def test_a_new_portfolio_is_never_written_over_a_file(path: Path) -> None:
    path.write_text("A letter")
    with pytest.raises(ProblemError, match="there already"):
        create_portfolio(path, [OWNER])
    assert path.read_text() == "A letter"
    assert list(path.parent.iterdir()) == [path]


def test_a_portfolio_that_cannot_be_made_leaves_nothing_behind(path: Path) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        create_portfolio(path, [OWNER, CpdActivity(preceptorship="gone")])
    assert list(path.parent.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("A letter")
    with pytest.raises(ProblemError, match="could not be written"):
        create_portfolio(tmp_path / "folder" / "mine.ahp", [OWNER])


def test_a_journal_that_another_file_left_does_not_undo_a_new_one(path: Path) -> None:
    journal_of(path).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(504))
    with create_portfolio(path, [OWNER]) as portfolio:
        assert portfolio.owner == OWNER.id
    (kept,) = set(path.parent.iterdir()) - {path}
    assert "journal-kept" in kept.name


def test_a_missing_file_is_refused_and_not_made(path: Path) -> None:
    assert "no portfolio" in refused(path)
    assert not path.exists()


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert "no portfolio" in refused(path)


def test_an_empty_file_is_refused(path: Path) -> None:
    path.touch()
    assert "empty" in refused(path, kind=DamagedError)


def plain_database(path: Path) -> None:
    """Write a database of another program."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE letter (words)")


@pytest.mark.parametrize(
    "write",
    [
        plain_database,
        lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(5000)),
        lambda path: path.write_bytes(b"PK\x03\x04" + bytes(5000)),
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(PAGE_SIZE - 8)),
        lambda path: path.write_text("Dear Marta,\n"),
        lambda path: path.write_text(" " * PAGE_SIZE),
        lambda path: path.write_text("{" + '"a": 1, ' * 511 + '"b": 12}'),
        lambda path: path.write_bytes(random.Random(4).randbytes(5000)),
        lambda path: path.write_bytes(b"\x07"),
        lambda path: path.write_bytes(MAGIC[:7]),
    ],
)
def test_a_file_of_another_kind_is_refused(path: Path, write: Callable[[Path], None]) -> None:
    write(path)
    assert "not an AHP Companion portfolio" in refused(path)


def test_a_protected_portfolio_may_begin_with_any_bytes(path: Path) -> None:
    for start in (b"{", b"<", b"A", b"\xff\xd8"):
        path.write_bytes((start + random.Random(7).randbytes(PAGE_SIZE))[:PAGE_SIZE])
        with pytest.raises(PassphraseError):
            look_at(path, "")
        assert look_at(path, "open sesame") == "open sesame"


def test_a_database_of_another_program_under_the_same_key_is_refused(path: Path) -> None:
    with closing(connect(path)) as db:
        db.execute("CREATE TABLE letter (words)")
    assert "not an AHP Companion portfolio" in refused(path)


@pytest.mark.parametrize("cut", [1, 100, 2048, PAGE_SIZE, 3 * PAGE_SIZE])
def test_a_shortened_portfolio_is_refused(path: Path, cut: int) -> None:
    whole = closed(path, many=30).read_bytes()
    path.write_bytes(whole[:-cut])
    assert "damaged" in refused(path, kind=DamagedError)


@pytest.mark.parametrize("kept", [8, 15, 16, 2048, PAGE_SIZE])
def test_the_beginning_of_a_portfolio_alone_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(closed(path, many=30).read_bytes()[:kept])
    assert "damaged" in refused(path, kind=DamagedError)


def test_a_lengthened_portfolio_is_refused(path: Path) -> None:
    whole = closed(path).read_bytes()
    path.write_bytes(whole + whole[PAGE_SIZE : 2 * PAGE_SIZE])
    assert "damaged" in refused(path, kind=DamagedError)


def test_a_portfolio_whose_first_page_is_gone_is_refused(path: Path) -> None:
    path.write_bytes(bytes(PAGE_SIZE) + closed(path).read_bytes()[PAGE_SIZE:])
    assert "damaged" in refused(path, kind=DamagedError)


def test_two_pages_that_changed_places_are_refused(path: Path) -> None:
    whole = closed(path, many=30).read_bytes()
    pages = [whole[at : at + PAGE_SIZE] for at in range(0, len(whole), PAGE_SIZE)]
    pages[5], pages[6] = pages[6], pages[5]
    path.write_bytes(b"".join(pages))
    assert "damaged" in refused(path, kind=DamagedError)


def test_one_flipped_bit_anywhere_is_refused(path: Path) -> None:
    whole = closed(path, many=30).read_bytes()
    chance = random.Random(11)
    places = [*range(17), *(chance.randrange(len(whole)) for _ in range(200 * SIZE))]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises(DamagedError) as problem:
            open_portfolio(path)
        assert path.name in problem.value.happened
        assert path.read_bytes() == flipped
    path.write_bytes(whole)
    open_portfolio(path).close()


def test_a_portfolio_from_a_newer_version_is_refused(path: Path) -> None:
    closed(path)
    with closing(connect(path)) as db:
        db["_sqlite_migrations"].insert(
            {"migration_set": "ahp-companion", "name": "unheard of", "applied_at": "2031-01-01"}
        )
    assert "newer" in refused(path)


def test_a_portfolio_open_in_another_program_is_refused(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    closed(path)
    with holding(path, holders=folder) as process:
        with pytest.raises(LockedError) as problem:
            open_portfolio(path, holders=Holders(folder))
        assert f"Process {process} on " in problem.value.means
        assert "open somewhere else" in problem.value.happened
    open_portfolio(path, holders=Holders(folder)).close()


def test_a_portfolio_open_in_this_program_is_refused_and_stays_locked(path: Path) -> None:
    with create_portfolio(path, [OWNER]):
        with pytest.raises(LockedError):
            open_portfolio(path)
        assert tried(path).startswith("LockedError")
    assert tried(path) == "opened"


@pytest.mark.parametrize("passphrase", ["", "open sesame"])
def test_a_second_start_never_holds_up_a_save(path: Path, passphrase: str) -> None:
    with create_portfolio(path, [OWNER], passphrase=passphrase) as portfolio:
        for _ in range(3):
            assert tried(path, passphrase=passphrase).startswith("LockedError")
            portfolio.apply(added(CpdActivity()))
        assert tried(path, passphrase="wrong").startswith("LockedError")


def test_a_holder_that_was_killed_holds_nobody_up(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    with create_portfolio(path, [OWNER], holders=Holders(folder)):
        said = Holders(folder).get(path)
        assert said is not None
        assert said.process == os.getpid()
    assert Holders(folder).get(path) is None
    Holders(folder).put(path, datetime(2026, 3, 12, tzinfo=UTC))
    open_portfolio(path, holders=Holders(folder)).close()


def test_a_note_of_a_holder_that_cannot_be_read_is_passed_over(path: Path, tmp_path: Path) -> None:
    holders = Holders(tmp_path / "state")
    holders.put(path, datetime(2026, 3, 12, tzinfo=UTC))
    (kept,) = (tmp_path / "state").iterdir()
    for words in ("", "{", "[]", '{"process": "x"}'):
        kept.write_text(words)
        assert holders.get(path) is None
    (tmp_path / "file").touch()
    Holders(tmp_path / "file").put(path, datetime(2026, 3, 12, tzinfo=UTC))


def as_nobody() -> list[str]:
    """Return what runs a program as somebody who owns nothing, or skip where that cannot be."""
    if os.name == "nt":
        pytest.skip("folders are made read-only in another way there")
    if os.getuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and setpriv is not there to be somebody else")
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    # A checkout in a folder of root's own is closed to everybody else, its Python too.
    path = f"PYTHONPATH={ROOT}"
    can_import = [*command, "env", path, sys.executable, "-c", "import ahp_companion.places"]
    if subprocess.run(can_import, check=False, capture_output=True).returncode:
        pytest.skip("somebody else may not run the Python of this checkout")
    return command


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    """Return a closed portfolio in a folder that anybody may read and write."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.root):
            folder.chmod(folder.stat().st_mode | stat.S_IRWXO)
    path = closed(tmp_path / "mine.ahp")
    path.chmod(0o666)
    return path


def test_anybody_may_open_what_anybody_may_write(open_to_all: Path) -> None:
    assert tried(open_to_all, under=as_nobody()) == "opened"


def test_a_read_only_portfolio_is_refused_as_it_is_opened(open_to_all: Path) -> None:
    before = open_to_all.read_bytes()
    open_to_all.chmod(0o444)
    said = tried(open_to_all, under=as_nobody())
    assert "cannot be written to where it is" in said
    assert open_to_all.read_bytes() == before


def test_a_portfolio_in_a_read_only_folder_is_refused_as_it_is_opened(open_to_all: Path) -> None:
    under = as_nobody()
    open_to_all.parent.chmod(0o555)
    try:
        assert "cannot be written to where it is" in tried(open_to_all, under=under)
    finally:
        open_to_all.parent.chmod(0o777)


def test_a_portfolio_nobody_may_read_is_refused_in_words(open_to_all: Path) -> None:
    open_to_all.chmod(0)
    said = tried(open_to_all, under=as_nobody())
    assert "cannot be read where it is" in said


def test_a_passphrase_is_asked_for_and_opens_the_portfolio(path: Path) -> None:
    passphrase = 'ŷ ‘quoted’ "twice" it\'s 密'
    closed(path, passphrase=passphrase)
    assert MAGIC not in path.read_bytes()
    assert "asks for a passphrase" in refused(path, kind=PassphraseError)
    for wrong in ("open", passphrase + " ", passphrase.upper(), "'"):
        said = refused(path, passphrase=wrong, kind=PassphraseError)
        assert "not the passphrase" in said
    with open_portfolio(path, passphrase=passphrase) as portfolio:
        assert portfolio.owner == OWNER.id
        assert portfolio.passphrase == passphrase


def test_a_flipped_bit_in_a_protected_portfolio_is_refused(path: Path) -> None:
    whole = closed(path, passphrase="open sesame").read_bytes()
    for place in (3, 100, len(whole) // 2, len(whole) - 1):
        flipped = bytearray(whole)
        flipped[place] ^= 16
        path.write_bytes(flipped)
        assert "damaged" in refused(path, passphrase="open sesame")


def test_a_passphrase_for_a_portfolio_without_one_is_not_needed(path: Path) -> None:
    closed(path)
    with open_portfolio(path, passphrase="open sesame") as portfolio:
        assert portfolio.owner == OWNER.id
        assert portfolio.passphrase == ""


def test_what_was_taken_back_never_makes_a_sound_file_look_damaged(
    portfolio: PortfolioFile,
) -> None:
    # Without forget_pages this stops about once in ten thousand times.
    for _ in range(2000 * SIZE):
        with suppress(CancelledError), portfolio.whole():
            portfolio.db.execute("PRAGMA user_version = 1")
            raise CancelledError
        assert not portfolio.db.view_names()


def test_a_portfolio_that_is_sound_has_no_problems_and_a_broken_link_is_one(path: Path) -> None:
    with create_portfolio(path, [OWNER]) as portfolio:
        assert portfolio.problems() == []
        portfolio.db.execute("PRAGMA foreign_keys = OFF")
        portfolio.apply(added(CpdActivity(preceptorship="gone")))
        assert portfolio.problems() == ["A link in cpd_activity leads nowhere"]


def test_a_save_says_who_made_it_and_when(path: Path) -> None:
    moment = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    after = replace(OWNER, about="New")
    with create_portfolio(path, [OWNER], now=lambda: moment) as portfolio:
        portfolio.apply(edited(OWNER, after))
        portfolio.apply(edited(after, OWNER), author="Marta")
        made = portfolio.records.revisions(OWNER.id)
    assert [each.author for each in made] == [OWNER.id, OWNER.id, "Marta"]
    assert {each.made_at for each in made} == {moment}


def test_a_closed_portfolio_can_be_opened_by_another_program(portfolio: PortfolioFile) -> None:
    path = portfolio.path
    assert tried(path).startswith("LockedError")
    portfolio.close()
    assert tried(path) == "opened"
