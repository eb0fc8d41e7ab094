"""Who has a portfolio open, so that a second start can say so; the lock itself is SQLite's."""

import hashlib
import json
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..domain.words import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A running program that has a portfolio open."""

    process: int
    computer: str
    since: datetime

    @property
    def in_words(self) -> str:
        """Return who it is and since when."""
        return (
            f"Process {self.process} on {self.computer} has had it open since "
            f"{self.since:%H:%M} on {day(self.since.date())}."
        )


class Holders:
    """The folder of holders; each portfolio has one small file in it while it is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, portfolio: Path, since: datetime) -> None:
        """Say that this process has a portfolio open."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            holder = {
                "process": os.getpid(),
                "computer": platform.node(),
                "since": since.isoformat(timespec="seconds"),
            }
            self._file(portfolio).write_text(json.dumps(holder), encoding="utf-8")
        except OSError:
            # It only helps to say who holds a file; the portfolio is locked without it.
            return

    def remove(self, portfolio: Path) -> None:
        """Say that this process has closed it."""
        self._file(portfolio).unlink(missing_ok=True)

    def get(self, portfolio: Path) -> Holder | None:
        """Return who said that they have it open."""
        try:
            kept = json.loads(self._file(portfolio).read_text(encoding="utf-8"))
            return Holder(
                process=int(kept["process"]),
                computer=str(kept["computer"]),
                since=datetime.fromisoformat(kept["since"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _file(self, portfolio: Path) -> Path:
        name = hashlib.sha256(str(portfolio.resolve()).encode()).hexdigest()[:16]
        return self._folder / f"{name}.json"
