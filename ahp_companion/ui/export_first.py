"""What to look at before anything leaves: what was found, each with a way to it or past it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ..domain.audit_rules import AuditRule
from ..domain.audit_window import audit_window
from ..domain.evidence_looks import EvidenceLook
from ..domain.finding import Finding
from ..domain.findings import asked_for
from ..domain.identified import by_record
from ..domain.portfolio import Choice, Portfolio
from ..domain.professions import Profession
from .buttons import button
from .calling import calling
from .columns import clear
from .desk import Desk
from .findings_list import FindingLine
from .labels import PlainLabel
from .long_work import Progress
from .reading_order import set_reading_order

MOST_LINES = 12
LOOKING = "Looking…"
NOTHING = "Nothing was found. A text in which nothing is found can still tell who it is about."
MakePages = Callable[..., tuple[bytes, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLookAt:
    """What is looked through: what leaves out of which portfolio, and the looks at its files.

    `looks` gives the looks by SHA-256. `profession` is there where a regulator's questions are
    looked for too, `make_pages` where the pages are counted.
    """

    leaving: Portfolio
    whole: Portfolio
    choice: Choice
    looks: Callable[[], Mapping[str, EvidenceLook]]
    on: date
    profession: Profession | None = None
    make_pages: MakePages | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found while nobody waited: how many pages it makes, and what to look at first."""

    pages: int | None
    found: tuple[Finding, ...]


class FirstLook(QWidget):
    """What was found, a line each; what could say who somebody is can be set aside."""

    def __init__(
        self, desk: Desk, open_record: Callable[[Any], Any], set_aside: Callable[[Finding], Any]
    ) -> None:
        super().__init__()
        self.setObjectName("look-first")
        self._desk = desk
        self._open, self._set_aside = open_record, set_aside
        self._said: list[str] = []
        self._had_keyboard = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(10))
        self.wait()

    def text(self) -> str:
        """Return what it says, a line for each thing."""
        return "\n".join(self._said)

    def wait(self) -> None:
        """Say that it is being looked."""
        at = QApplication.focusWidget()
        self._had_keyboard = at is not None and self.isAncestorOf(at)
        self._say([], [LOOKING])

    def show_found(
        self, found: tuple[Finding, ...], records: Mapping[str, Any], unlooked: str
    ) -> None:
        """Show what was found, and what could not be looked at yet."""
        shown = found[:MOST_LINES]
        more = len(found) - len(shown)
        after = [*([f"and {more:,} more"] if more else []), *([unlooked] if unlooked else [])]
        lines = [self._line(each, records.get(each.record or "")) for each in shown]
        self._say(lines, after if found or after else [NOTHING])
        self._said = [*(each.message for each in shown), *self._said]
        set_reading_order(self)
        ways = self.findChildren(QPushButton, "set-aside") if self._had_keyboard else []
        # What it was in is set aside and gone: on to the next.
        if shown and ways:
            ways[0].setFocus()

    def _say(self, lines: list[QWidget], after: list[str]) -> None:
        clear(self._column)
        for line in lines:
            self._column.addWidget(line)
        for words in after:
            self._column.addWidget(PlainLabel(words, role="second", wraps=True))
        self._said = after

    def _line(self, finding: Finding, record: Any) -> QWidget:
        way = ("Open", calling(self._open, record)) if record is not None else None
        line = FindingLine(self._desk, finding, AuditRule(code=finding.code), way)
        line.show_reasons(is_last=False)
        across = line.layout()
        if finding.digest and across is not None:
            words = "Set aside…"
            act = calling(self._set_aside, finding)
            made = button(self._desk, words, act, look="link", name="set-aside")
            made.setAccessibleName(f"{words.rstrip('…')}: {finding.message}")
            across.addWidget(made)
            across.setAlignment(made, Qt.AlignmentFlag.AlignTop)
        return line


def look_through(asked: ToLookAt, progress: Progress) -> Looked:
    """Return what was found in what leaves, and its pages; for work behind the window."""
    found = [*_identified(asked, progress)]
    if asked.profession is not None:
        found += _asked(asked, asked.profession)
    pages = None
    if asked.make_pages:
        pages = asked.make_pages(asked.whole, progress=progress)[1]
    return Looked(pages=pages, found=tuple(found))


def _identified(asked: ToLookAt, progress: Progress) -> Iterator[Finding]:
    whole = sum(asked.leaving.counts.values())
    looked = by_record(asked.leaving, asked.looks(), whole=asked.whole)
    for at, (_, found) in enumerate(looked):
        # Where someone changes their mind, the looking stops here: the window waits for it.
        progress(at, whole)
        yield from found


def _asked(asked: ToLookAt, profession: Profession) -> tuple[Finding, ...]:
    window = audit_window(asked.whole, profession, on=asked.on)
    from_on = window.from_on if window else None
    to_on = window.to_on if window else None
    return asked_for(
        asked.whole,
        profession,
        from_on=asked.choice.from_on or from_on,
        to_on=asked.choice.to_on or to_on,
        on=asked.on,
    )
