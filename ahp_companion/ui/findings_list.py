"""What would bring a question back, as a list: an icon and a word, why, and the way there."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..domain.audit import AuditProfile, Gap
from ..domain.cpd import CpdActivity
from ..domain.findings import Finding, Severity
from ..domain.listings import Listing
from ..domain.portfolio import Portfolio, gathered
from ..domain.words import count
from .buttons import button
from .columns import clear
from .desk import Desk
from .labels import PlainLabel, Size
from .session import Session

MOST_SHOWN = 40
LOOKS = {
    Severity.MUST: ("attention", "warn"),
    Severity.SHOULD: ("flag", "second"),
    Severity.REMARK: ("help", "third"),
}
PARTS = {"summary": "summary", "statement": "statement"}


class FindingsList(QWidget):
    """The findings, each with a button that goes where something can be done about it."""

    def __init__(self, desk: Desk, open_part: Callable[[str], Any] | None = None) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._desk, self._open_part = desk, open_part
        self._shown: tuple[Finding, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(12))

    def show_found(self, found: tuple[Finding, ...], records: Iterable[Any]) -> None:
        """Show findings; each record one of them is about can be gone to."""
        # Made anew only when it says something else, or the place of the keyboard would be lost.
        if found == self._shown:
            return
        self._shown = found
        clear(self._column)
        by_id = {each.id: each for each in records}
        for each in found[:MOST_SHOWN]:
            self._column.addWidget(self._line(each, by_id.get(each.record or "")))
        if len(found) > MOST_SHOWN:
            more = f"and {count(len(found) - MOST_SHOWN, 'more like these', 'more')}"
            self._column.addWidget(PlainLabel(more, role="second"))
        if not found:
            self._column.addWidget(PlainLabel("Nothing was found.", role="second"))

    def _line(self, finding: Finding, record: Any) -> QWidget:
        px = self._desk.theme.px
        icon, role = LOOKS[finding.severity]
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(10))
        mark = PlainLabel()
        mark.setPixmap(self._desk.icons.pixmap(icon, self._desk.theme.colour(role), px(18)))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(PlainLabel(finding.severity.label, Size.SECOND, role=role))
        words.addWidget(PlainLabel(finding.message, wraps=True))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        go = self._way(finding, record)
        if go:
            opening = button(self._desk, "Open", go, look="link", name=f"open-{finding.code}")
            opening.setAccessibleName(f"Open: {finding.message}")
            across.addWidget(opening, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _way(self, finding: Finding, record: Any) -> Callable[..., Any] | None:
        part = PARTS.get(finding.code.partition("-")[0])
        if part and self._open_part:
            return partial(_quietly, self._open_part, part)
        return partial(_quietly, self._desk.go_to, record) if record is not None else None


def within(session: Session, from_on: date, to_on: date) -> Portfolio:
    """Return as much of the portfolio as a regulator's years are about, however much there is.

    Activities that touch the years, lie ahead or have no date, with the profile and the gaps.
    """
    begin, end, tomorrow = (
        from_on.isoformat(),
        to_on.isoformat(),
        (session.today() + timedelta(days=1)).isoformat(),
    )
    last = date.max.isoformat()
    narrowed: tuple[dict[str, Any], ...] = (
        {"between": {"started_on": (begin, end)}},
        {"between": {"started_on": ("", begin), "ended_on": (begin, last)}},
        {"between": {"started_on": (tomorrow, last)}},
        {"equal": {"started_on": None}},
    )
    found: dict[str, Any] = {}
    for each in narrowed:
        listing = Listing(record=CpdActivity, order=("started_on",), **each)
        found |= {each.id: each for each in session.listed(listing, session.count(listing))}
    return gathered(
        {
            "practitioner": [session.practitioner],
            "cpd_activity": list(found.values()),
            "audit_profile": [*session.all(AuditProfile)],
            "gap": [*session.all(Gap)],
        }
    )


def _quietly(go: Callable[[Any], Any], where: Any, _checked: bool = False) -> None:
    go(where)
