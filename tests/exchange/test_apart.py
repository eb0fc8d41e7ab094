"""Work done apart: what takes too long, breaks or wants too much is a sentence, and nothing stays.

The jobs are real ones, in real processes.
"""

import io
import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange import apart as apart_module
from ahp_companion.exchange.apart import LENGTH, apart
from ahp_companion.exchange.apart_jobs import JOBS, MOST_BYTES, run
from tests.exchange.made_workbooks import row, text, workbook

LOG = workbook({"Log": row(1, text("Date"), text("Title"))})
WIDE = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for what a process has")


def _children() -> set[str]:
    """Return the ids of the processes that this one began and that are still there."""
    return {
        found
        for thread in Path("/proc/self/task").iterdir()
        for found in (thread / "children").read_text().split()
    }


def test_a_job_gives_back_what_it_made() -> None:
    made = apart("sheets", LOG)
    assert made["rows"] == [[1, ["Date", "Title"]]]
    assert apart("sheets", LOG, wanted="Log") == made


def test_what_a_job_cannot_read_is_said_in_its_own_words() -> None:
    with pytest.raises(ProblemError) as caught:
        apart("sheets", LOG, wanted="Old")
    assert caught.value.happened == ("The file was not read: there is no sheet “Old”; it has Log.")
    assert "as it was" in caught.value.means


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("contents", [b"", b"\0" * 100, b"PK\x03\x04 and no more"])
def test_no_bytes_break_more_than_the_child(job: str, contents: bytes) -> None:
    try:
        said = json.dumps(apart(job, contents))
    except ProblemError as problem:
        said = problem.happened.partition("The file was not read: ")[2]
    assert said


def test_a_job_that_breaks_is_a_sentence() -> None:
    with pytest.raises(ProblemError, match="it is damaged, or is not what its name says"):
        apart("no such job", b"")
    with pytest.raises(ProblemError, match="it is damaged, or is not what its name says"):
        apart("sheets", LOG, unheard_of=1)


@pytest.mark.parametrize(
    "answer", [b"", b"{", b"[]", b"1", b"{}", b'"problem"', b"[" * 100_000, b"\xff"]
)
def test_an_answer_that_no_job_gives_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    said = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answer!r})"
    monkeypatch.setattr(apart_module, "_command", partial(list, [sys.executable, "-c", said]))
    with pytest.raises(ProblemError, match="it is damaged, or is not what its name says"):
        apart("sheets", LOG)


@ON_LINUX
def test_a_job_that_takes_too_long_is_ended_and_no_child_is_left() -> None:
    before = _children()
    begun = time.monotonic()
    with pytest.raises(ProblemError, match="took longer than 0 seconds"):
        apart("sheets", LOG, seconds=0.02)
    assert time.monotonic() - begun < 5
    assert _children() <= before


@ON_LINUX
def test_a_job_that_wants_too_much_memory_breaks_alone() -> None:
    import resource

    before, children = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, _children()
    # One cell in the last corner: seventeen thousand million cells between it and the first.
    with pytest.raises(ProblemError, match="it is damaged, or is not what its name says"):
        apart("sheets", workbook({"A": row(1, text("Date")) + WIDE}))
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 200_000_000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MOST_BYTES
    assert _children() <= children


@ON_LINUX
def test_the_child_has_limits_before_it_reads_a_byte() -> None:
    said = (
        "import io, resource; from ahp_companion.exchange import apart_jobs as jobs;"
        "from ahp_companion.exchange.apart import LENGTH;"
        "jobs.run(io.BytesIO(LENGTH.pack(2) + b'{}'), io.BytesIO())"
    )
    ended = f"""try:
    {said}
except KeyError:
    print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
    child = subprocess.run(
        [sys.executable, "-c", ended],
        capture_output=True,
        text=True,
        check=True,
        env=apart_module._environment(),
        timeout=60,
    )
    assert child.stdout.split() == [str(MOST_BYTES), "0"]


def test_the_child_is_not_told_the_passphrase_and_imports_nothing_that_lies_about(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AHP_COMPANION_PASSPHRASE", "correct horse")
    assert "AHP_COMPANION_PASSPHRASE" not in apart_module._environment()
    assert os.environ["AHP_COMPANION_PASSPHRASE"] == "correct horse"
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    (tmp_path / "ahp_companion").mkdir()
    monkeypatch.chdir(tmp_path)
    assert apart("sheets", LOG)["sheet"] == "Log"


def test_an_answer_beyond_all_bounds_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ahp_companion.exchange.apart_jobs.MOST_SAID", 20)
    monkeypatch.setattr("ahp_companion.exchange.apart_jobs._limit_memory", int)
    begun = json.dumps({"job": "sheets", "said": {}}).encode()
    outgoing = io.BytesIO()
    assert run(io.BytesIO(LENGTH.pack(len(begun)) + begun + LOG), outgoing) == 0
    assert "far more comes out of it" in outgoing.getvalue().decode()
