"""A portfolio opened by a program of its own, as a second start of the app would."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from ahp_companion.store.holders import Holders
from ahp_companion.store.portfolio_file import open_portfolio
holders = Holders(Path(sys.argv[2])) if sys.argv[2] else None
with open_portfolio(Path(sys.argv[1]), passphrase=sys.argv[3], holders=holders):
    print("open", flush=True)
    sys.stdin.read()
"""
TRY = """
import sys
from pathlib import Path
from ahp_companion.domain.problems import ProblemError
from ahp_companion.store.portfolio_file import open_portfolio
try:
    open_portfolio(Path(sys.argv[1]), passphrase=sys.argv[2]).close()
except ProblemError as problem:
    print(type(problem).__name__, problem.happened, problem.means, sep="|")
else:
    print("opened")
"""


@contextmanager
def holding(path: Path, *, passphrase: str = "", holders: Path | None = None) -> Iterator[int]:
    """Have another program hold a portfolio; give its process number."""
    arguments = [str(path), str(holders or ""), passphrase]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        yield child.pid
        child.stdin.close()


def tried(path: Path, *, passphrase: str = "", under: Sequence[str] = ()) -> str:
    """Return what another program says when it tries to open a portfolio."""
    said = subprocess.run(
        [*under, sys.executable, "-c", TRY, str(path), passphrase],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.strip()
