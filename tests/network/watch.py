"""Counts and refuses every call to a network; the one piece both this process and children use."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Where a child process writes down the calls it made; the parent reads it.
LOG = "AHP_COMPANION_NETWORK_LOG"
WATCHED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)


class NetworkRefusedError(RuntimeError):
    """A call to a network; none may be made."""


class NetworkWatch:
    """An audit hook that writes down each call to a network and refuses it."""

    def __init__(self, log: Path) -> None:
        self.log = log

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse a call to a network; every other event passes."""
        if event in WATCHED:
            call = f"{event} {arguments[1:] if len(arguments) > 1 else arguments}"
            with self.log.open("a", encoding="utf-8") as log:
                log.write(f"{call}\n")
            raise NetworkRefusedError(call)

    @property
    def calls(self) -> list[str]:
        """Return every call so far, here and in child processes, oldest first."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    @contextmanager
    def expecting_calls(self) -> Iterator[list[str]]:
        """Give a list that holds, afterwards, the calls made inside, none held against us."""
        before = self.log.read_bytes() if self.log.exists() else b""
        made: list[str] = []
        known = len(self.calls)
        try:
            yield made
        finally:
            made += self.calls[known:]
            self.log.write_bytes(before)


def watch_this_process() -> NetworkWatch:
    """Return a watch over this process, which lasts as long as the process does."""
    watch = NetworkWatch(Path(os.environ[LOG]))
    sys.addaudithook(watch)
    return watch
