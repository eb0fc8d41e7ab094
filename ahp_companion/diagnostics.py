"""What the program says of its own faults: where in the code, and never a portfolio's words."""

import platform
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from . import __version__

LARGEST = 200_000


class Diagnostics:
    """The log file of one account; what it cannot write, it does without."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ahp-companion.log"

    def keep(self, report: str) -> None:
        """Write a report into the log; the log before is kept once this one has grown large."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self.path.replace(self.path.with_suffix(".log.before"))
            with self.path.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {report}\n\n")
        except OSError:
            return


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return a bug as its kind and the lines it came through.

    An exception's own message is left out: it may quote what somebody wrote.
    """
    lines = [
        f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    running = f"AHP Companion {__version__}, Python {platform.python_version()}, "
    return "\n".join([running + platform.system(), kind.__name__, *lines])
