"""What the program says of its own faults: where in the code, and never a portfolio's words."""

import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from . import __version__

LARGEST = 200_000


class Diagnostics:
    """The log file of one account."""

    def __init__(self, folder: Path) -> None:
        self._log = logging.getLogger("ahp_companion")
        self._log.setLevel(logging.INFO)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                folder / "ahp-companion.log", maxBytes=LARGEST, backupCount=1, encoding="utf-8"
            )
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._log.addHandler(handler)

    def keep(self, report: str) -> None:
        """Write a report into the log."""
        self._log.error("%s", report)


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
