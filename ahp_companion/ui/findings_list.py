"""What a check found, by standard: what, why it matters, who says so, and the way there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..domain.audit import AuditProfile, Gap
from ..domain.audit_rules import AuditRule
from ..domain.cpd import CpdActivity
from ..domain.finding import Finding, Severity
from ..domain.listings import Listing
from ..domain.portfolio import Portfolio, gathered
from ..domain.professions import Regulator
from .buttons import button
from .desk import Desk
from .labels import PlainLabel, Size
from .reading_order import set_reading_order
from .session import Session

MOST_SHOWN = 40
ADVICE = "Advice"
# What is about the days is under no standard; its heading is there when it is.
WHEN = "when"
ABOUT_DAYS = frozenset({"not-yet-auditable"})
LOOKS = {
    Severity.MUST: ("attention", "warn"),
    Severity.SHOULD: ("flag", "second"),
    Severity.REMARK: ("help", "third"),
}
Way = tuple[str, Callable[[], Any]]
Ways = Callable[[Finding, Any], Way | None]


class FindingLine(QWidget):
    """One finding; why it matters and who says so stand under the last of several like it."""

    def __init__(self, desk: Desk, finding: Finding, rule: AuditRule, way: Way | None) -> None:
        super().__init__()
        px = desk.theme.px
        icon, role = LOOKS[finding.severity]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(10))
        mark = PlainLabel()
        mark.setPixmap(desk.icons.pixmap(icon, desk.theme.colour(role), px(18)))
        word = ADVICE if rule.is_advice else finding.severity.label
        self._why = PlainLabel(rule.why, Size.SECOND, role="second", wraps=True)
        self._says = PlainLabel(rule.says, Size.SECOND, role="third", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(PlainLabel(word, Size.SECOND, role=role))
        words.addWidget(PlainLabel(finding.message, wraps=True))
        words.addWidget(self._why)
        words.addWidget(self._says)
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.way: QPushButton | None = None
        if way:
            said, go = way
            self.way = button(desk, said, go, look="link", name=f"open-{finding.code}")
            self.way.setAccessibleName(f"{said}: {finding.message}")
            self.way.setAccessibleDescription(
                ". ".join(part.rstrip(".") for part in (rule.why, rule.says) if part)
            )
            across.addWidget(self.way, 0, Qt.AlignmentFlag.AlignTop)

    def show_reasons(self, is_last: bool) -> None:
        """Show why it matters and who says so, or leave that to the next line like it."""
        for each in (self._why, self._says):
            each.setVisible(is_last and bool(each.text()))


class FindingGroup(QWidget):
    """The findings of one standard under its heading, with what always stands there."""

    def __init__(self, desk: Desk, heading: str, beside: QWidget | None) -> None:
        super().__init__()
        self._desk, self._shown = desk, tuple[Finding, ...]()
        self.lines: dict[Finding, FindingLine] = {}
        px = desk.theme.px
        self._facts = PlainLabel("", role="second", wraps=True)
        self._more = PlainLabel("", role="second")
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        if heading:
            column.addWidget(PlainLabel(heading, Size.STRONG, wraps=True))
        column.addWidget(self._facts)
        column.addLayout(self._column)
        column.addWidget(self._more)
        if beside is not None:
            column.addWidget(beside)
        self.show_facts("")

    def show_facts(self, words: str) -> None:
        """Say in a sentence what there is under the heading, or nothing."""
        self._facts.setText(words)
        self._facts.setVisible(bool(words))

    def show_lines(
        self, found: tuple[Finding, ...], make: Callable[[Finding], FindingLine]
    ) -> None:
        """Show findings; a line that says the same stays, with the keyboard in it."""
        shown = found[:MOST_SHOWN]
        more = len(found) - len(shown)
        self._more.setText(f"and {more:,} more" if more else "")
        self._more.setVisible(bool(more))
        if shown == self._shown:
            return
        was_at = next((at for at, each in enumerate(self._shown) if self._has_keyboard(each)), None)
        for gone in [each for each in self.lines if each not in shown]:
            line = self.lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, each in enumerate(shown):
            if each not in self.lines:
                self.lines[each] = make(each)
            self._column.insertWidget(at, self.lines[each])
            following = shown[at + 1].code if at + 1 < len(shown) else ""
            self.lines[each].show_reasons(following != each.code)
        self._shown = shown
        set_reading_order(self)
        if was_at is not None and not self._any_keyboard():
            self._put_keyboard(was_at)

    def _has_keyboard(self, finding: Finding) -> bool:
        # The window's own: while a dialog stands over it, nothing in it has the keyboard.
        at, line = self.window().focusWidget(), self.lines[finding]
        return at is not None and line.isAncestorOf(at)

    def _any_keyboard(self) -> bool:
        return any(self._has_keyboard(each) for each in self._shown)

    def _put_keyboard(self, at: int) -> None:
        # What it was in is put right and gone: on to what stands in its place.
        ways = [line.way for line in (self.lines[each] for each in self._shown) if line.way]
        if ways:
            ways[min(at, len(ways) - 1)].setFocus()


class FindingsList(QWidget):
    """Findings under their standards, each with a button that goes where it can be put right."""

    def __init__(
        self,
        desk: Desk,
        ways: Ways,
        headings: Mapping[str, str],
        *,
        beside: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._desk, self._ways = desk, ways
        self._nothing = PlainLabel("Nothing was found.", role="second")
        held = beside or {}
        self.groups = {
            code: FindingGroup(desk, words, held.get(code)) for code, words in headings.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(18))
        for each in self.groups.values():
            column.addWidget(each)
        column.addWidget(self._nothing)

    def show_found(
        self,
        found: Iterable[Finding],
        records: Iterable[Any],
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """Show findings; each record one of them is about can be gone to."""
        by_id = {each.id: each for each in records}
        held = tuple(found)
        for code, group in self.groups.items():
            group.show_facts((facts or {}).get(code, ""))
            under = tuple(self._of(code, held))
            group.show_lines(under, partial(self._line, by_id))
            group.setVisible(bool(under) or (code != WHEN and len(self.groups) > 1))
        self._nothing.setVisible(not held and len(self.groups) == 1)

    def _of(self, code: str, found: tuple[Finding, ...]) -> Iterator[Finding]:
        for each in found:
            standard = WHEN if each.code in ABOUT_DAYS else self._rule(each).standard
            if (standard if standard in self.groups else "") == code:
                yield each

    def _rule(self, finding: Finding) -> AuditRule:
        session = self._desk.session
        found = session.catalogue.audit_rules.get(finding.code) or AuditRule(code=finding.code)
        # Some codes are two regulators' and have the words of one: those of the other stay unsaid.
        others = [each.short for each in Regulator if each is not session.profession.regulator]
        is_others = any(each and each in f"{found.why} {found.says}" for each in others)
        return replace(found, why="", says="") if is_others else found

    def _line(self, by_id: Mapping[str, Any], finding: Finding) -> FindingLine:
        way = self._ways(finding, by_id.get(finding.record or ""))
        return FindingLine(self._desk, finding, self._rule(finding), way)


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
