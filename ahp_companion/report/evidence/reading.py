"""Reading a stranger's PDF: what is there, and why a piece is not merged."""

import time
from typing import Any


class UnmergedError(Exception):
    """A piece cannot be merged; `why` as it is written beside it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Deadline:
    """A moment after which reading one piece is given up."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._until = seconds, time.monotonic() + seconds

    def check(self) -> None:
        """Raise UnmergedError once time is up."""
        if time.monotonic() > self._until:
            raise UnmergedError(f"it took longer than {self._seconds:.0f} seconds to read")


def entry(holder: Any, name: str) -> Any:
    """Return what a dictionary holds under a name, wherever in the file that is; None for nothing.

    A dictionary's own `get` would give the way there.
    """
    return holder[name].get_object() if name in holder else None


def packing(stream: Any) -> str:
    """Return how a stream is packed where it is packed once, "/DCTDecode"; else nothing."""
    found = entry(stream, "/Filter")
    if isinstance(found, list):
        return str(found[0].get_object()) if len(found) == 1 else ""
    return str(found or "")
