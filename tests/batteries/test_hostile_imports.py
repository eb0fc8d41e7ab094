"""Files that broke on the way, or were made to do harm: a sentence or a reading, and nothing else.

Each run draws from a seed that it prints. AHP_BATTERY_SEED=n draws the same files again.
"""

import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from ahp_companion.__main__ import main
from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.formats_in import read_file
from ahp_companion.exchange.reading import Reading
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from tests.batteries.hostile_files import HOSTILE
from tests.batteries.import_seeds import Seed, formats_without_a_seed, seeds
from tests.batteries.mutations import mutated
from tests.exchange.everything import everything
from tests.sizes import SIZE

FILES, WHOLE_IMPORTS = 200 * SIZE, 6 * SIZE
SLOW_EVERY = 40
SECONDS, MOST_GROWTH = 10, 512_000_000
READ, REFUSED = "read", "refused"
UNFORESEEN = "did not expect"
Read = Callable[[Path], Reading]


class TooLongError(BaseException):
    """A file took longer to read than anybody waits."""


@pytest.fixture
def seed() -> int:
    """Return what chance begins with, and print it."""
    drawn = int(os.environ.get("AHP_BATTERY_SEED", random.randrange(10**9)))
    print(f"\nAHP_BATTERY_SEED={drawn}")
    return drawn


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Return a portfolio with something in it."""
    path = tmp_path / "mine.ahp"
    with create_portfolio(path, [Practitioner(name="Rhiannon Ŵyn", profession="PH")]) as portfolio:
        portfolio.apply(
            added(Preceptorship(started_on=date(2025, 9, 1)), CpdActivity(title="Gait"))
        )
    return path


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Stop what takes longer, wherever it is."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(path: Path, portfolio: Portfolio, read: Read = read_file) -> str:
    """Return READ or REFUSED for a file that was, in words, else what went wrong with it."""
    try:
        with no_longer_than(SECONDS):
            reading = read(path)
            incoming = reading.into(portfolio)
            for sha256 in incoming.evidence:
                reading.evidence(sha256)
    except ProblemError as problem:
        return REFUSED if problem.happened else "a refusal that says nothing"
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"{type(error).__name__} {str(error)[:200]} in {_place(error)}"
    deleted = [
        edit for edit in (incoming.change.edits if incoming.change else ()) if not edit.after
    ]
    return "something was to be deleted" if deleted else READ


def _place(error: BaseException) -> str:
    at = error.__traceback__
    places = []
    while at is not None:
        places.append(f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}")
        at = at.tb_next
    return " > ".join(places[-4:])


def drawn(chance: random.Random, number: int) -> Seed:
    """Return the seed that the file of a number is made from; the slow ones come up seldom."""
    found = [each for each in seeds() if each.is_slow == (number % SLOW_EVERY == 0)]
    wanted = chance.choice(sorted({each.format for each in found}))
    return chance.choice([each for each in found if each.format == wanted])


def children() -> list[str]:
    """Return the processes that this one has begun and that still run."""
    lists = Path("/proc/self/task").glob("*/children")
    return [each for path in lists for each in path.read_text().split()]


def most_memory() -> int:
    """Return the most bytes of memory that this process has held so far."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def test_there_is_a_sound_file_of_every_format_and_each_is_read(tmp_path: Path) -> None:
    assert formats_without_a_seed() == set()
    read = set()
    for each in seeds():
        path = tmp_path / each.name
        path.write_bytes(each.contents)
        assert outcome(path, everything()) in (READ, REFUSED)
        read |= {each.format} if outcome(path, everything()) == READ else set()
    assert read == {each.format for each in seeds()}


def test_broken_files_are_read_or_refused_in_words(tmp_path: Path, seed: int) -> None:
    wrong: list[str] = []
    named: Counter[str] = Counter()
    held, others, memory = everything(), [each.contents for each in seeds()], most_memory()
    before, slowest = children(), 0.0
    for number in range(FILES):
        chance = random.Random(f"{seed} {number}")
        sound = drawn(chance, number)
        how, contents = mutated(chance, sound.contents, others)
        path = tmp_path / sound.name
        path.write_bytes(contents)
        began = time.monotonic()
        what = outcome(path, held)
        slowest = max(slowest, time.monotonic() - began)
        named[f"{sound.format} {what}" if what in (READ, REFUSED) else "wrong"] += 1
        if what not in (READ, REFUSED):
            wrong.append(f"{number} {sound.name} ({how}): {what}")
            (tmp_path / f"wrong-{number}-{sound.name}").write_bytes(contents)
        path.unlink()
    print(f"{FILES:,} files, {dict(sorted(named.items()))}, slowest {slowest:.1f} s")
    assert wrong == [], f"AHP_BATTERY_SEED={seed}, files in {tmp_path}"
    assert most_memory() - memory < MOST_GROWTH
    assert children() == before
    assert [each.name for each in tmp_path.iterdir()] == []


def test_a_broken_file_leaves_the_portfolio_whole(
    tmp_path: Path, seed: int, portfolio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [each.contents for each in seeds()]
    came = refused = 0
    for number in range(WHOLE_IMPORTS):
        chance = random.Random(f"{seed} whole {number}")
        sound = drawn(chance, number + 1)
        how, contents = mutated(chance, sound.contents, others)
        path = tmp_path / sound.name
        path.write_bytes(contents)
        before = portfolio.read_bytes()
        with no_longer_than(3 * SECONDS):
            code = main(["import", str(path), str(portfolio)])
        said = capsys.readouterr().err
        about = f"AHP_BATTERY_SEED={seed}, {number} {sound.name} ({how}): {said}"
        assert UNFORESEEN not in said, about
        assert "Traceback" not in said, about
        if code:
            refused += 1
            assert said.strip(), about
            assert portfolio.read_bytes() == before, about
        else:
            came += 1
        path.unlink()
    with open_portfolio(portfolio) as opened:
        assert opened.problems() == []
    print(f"{came} came in, {refused} were refused")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_do_harm_is_refused_or_read_in_bounds(
    tmp_path: Path, portfolio: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "from a stranger" / name
    path.parent.mkdir()
    HOSTILE[name](path)
    memory, before, running = most_memory(), portfolio.read_bytes(), children()
    with no_longer_than(SECONDS):
        code = main(["import", str(path), str(portfolio)])
    said = capsys.readouterr().err
    assert UNFORESEEN not in said
    assert "Traceback" not in said
    if code:
        assert said.strip()
        assert portfolio.read_bytes() == before
    assert most_memory() - memory < MOST_GROWTH
    assert children() == running
    # Nothing was unpacked anywhere.
    assert [each.name for each in path.parent.iterdir()] == [name]


def test_a_reader_that_lets_an_exception_through_is_noticed(tmp_path: Path) -> None:
    def careless(path: Path) -> Reading:
        path.read_bytes().decode("ascii")
        raise ProblemError("It is text.")

    path = tmp_path / "x.csv"
    path.write_bytes(b"plain")
    assert outcome(path, everything(), careless) == REFUSED
    path.write_bytes("ŷ".encode())
    assert outcome(path, everything(), careless).startswith("UnicodeDecodeError")


def test_a_reader_that_never_ends_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(path: Path) -> Reading:
        while path.exists():
            pass
        raise ProblemError("It has gone.")

    monkeypatch.setattr(sys.modules[__name__], "SECONDS", 1)
    path = tmp_path / "x.csv"
    path.touch()
    assert outcome(path, everything(), endless).startswith("TooLongError")


def test_a_seed_gives_the_same_files_again() -> None:
    others = [each.contents for each in seeds()]
    made = [
        [
            mutated(random.Random(f"7 {number}"), others[number % len(others)], others)
            for number in range(40)
        ]
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert (
        sum(contents != others[at % len(others)] for at, (_, contents) in enumerate(made[0])) > 30
    )
