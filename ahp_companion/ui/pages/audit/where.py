"""Where someone stands: the time that counts, and what an audit of it would ask about."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.audit import AuditProfile, Gap
from ....domain.audit_rules import ELSEWHERE, STANDARDS
from ....domain.audit_window import (
    AuditWindow,
    days_left,
    earliest_in_words,
    preceptorship_in_window,
)
from ....domain.finding import Finding, Severity
from ....domain.findings import PRIVATE_IN_GAP
from ....domain.preceptorship import Preceptorship
from ....domain.words import count, day, listed, sentence, span
from ...buttons import button
from ...desk import Desk
from ...dialogs.identifiers import look_for_identifiers
from ...findings_list import WHEN, FindingsList
from ...flow import FlowLayout
from ...following import Following
from ...identifier_finds import Finds
from ...labels import PlainLabel, Size
from .audited import READ, Audited
from .dates import Dates
from .facts import facts, holds
from .gaps import CODE as GAP
from .gaps import Gaps
from .ways import Ways

PROFILE = "hcpc-profile"
ONE_IN_FORTY = "One registrant in forty is asked then, at random, for a profile."
SETTLED = (
    "This page stays with that audit until your next renewal opens. If yours is settled, empty "
    "“Called on” below, and it goes on to the next."
)
FOLLOWED = READ | {"dismissal", "watched_name"}


class WhereIStand(QWidget):
    """The days in a few sentences, each of them editable; below it the check, by standard."""

    def __init__(self, desk: Desk, audited: Audited, open_part: Callable[..., Any]) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        self._finds = Finds(desk.session)
        px = desk.theme.px
        self._period = PlainLabel("", Size.LONG, wraps=True)
        self._looked_at = PlainLabel("", wraps=True)
        self._earliest = PlainLabel("", role="second", wraps=True)
        self._preceptorship = PlainLabel("", role="second", wraps=True)
        self._source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self._in_short = PlainLabel("", wraps=True)
        self._in_short.setObjectName("in-short")
        self.dates = Dates(desk, audited)
        self.gaps = Gaps(desk)
        headings = {code: f"{code}. {words}" for code, words in STANDARDS.items()}
        self.findings = FindingsList(
            desk,
            Ways(desk, audited, open_part),
            {WHEN: "When you can be called", **headings, "": ELSEWHERE},
            beside={"1": self.gaps, "": self._looking()},
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("The time that counts", Size.HEADING))
        for each in (self._period, self._looked_at, self._earliest, self._preceptorship):
            column.addWidget(each)
        column.addWidget(self._source)
        column.addWidget(self.dates)
        column.addWidget(self._about_you(), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(12))
        column.addWidget(
            PlainLabel("How it reads against the five standards", Size.HEADING, wraps=True)
        )
        column.addWidget(self._in_short)
        column.addWidget(self.findings)
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    def open(self, record: Any) -> None:
        """Go to a gap's box; everything else here is seen at once."""
        if isinstance(record, Gap):
            self.gaps.open(record)

    def look(self) -> None:
        """Look for identifiers in everything there is."""
        look_for_identifiers(self, self._desk)

    def export(self) -> None:
        """Show what would leave with the profile, then write it where it is wanted."""
        # ReportLab is loaded when something leaves, and not with the page.
        from ...dialogs.export import export

        self.flush()
        said = export(self.window(), self._desk, PROFILE)
        if said:
            self._desk.say(said)

    def flush(self) -> None:
        """Save what is being typed."""
        self.dates.flush()
        self.gaps.flush()

    def refresh(self) -> None:
        """Show the days and what was found as they now are."""
        window = self._audited.window
        self._say_days(window)
        self.dates.refresh()
        found = self._audited.found
        hidden = {
            (each.from_on, each.to_on)
            for each in found
            if each.from_on and each.to_on and each.message.endswith(PRIVATE_IN_GAP)
        }
        self.gaps.show_silences(self._audited.silences, hidden)
        records = [record for held in self._audited.portfolio.records.values() for record in held]
        listed = [each for each in found if each.code != GAP]
        identified = self._identified()
        self._in_short.setText(_in_short([*found, *identified]))
        self.findings.show_found([*listed, *identified], records, facts(self._audited))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _looking(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder)
        line.addWidget(
            button(self._desk, "Look for identifiers…", self.look, icon="search", name="look")
        )
        line.addWidget(
            button(self._desk, "Export the profile…", self.export, icon="export", name="export")
        )
        return holder

    def _about_you(self) -> QWidget:
        about = button(
            self._desk,
            "When you registered and last renewed",
            self._open_about_you,
            icon="person",
            look="link",
            name="about-you",
        )
        about.setAccessibleDescription("Opens About you, where these days are kept")
        return about

    def _open_about_you(self) -> None:
        self._desk.go_to(self._desk.session.practitioner)

    def _say_days(self, window: AuditWindow) -> None:
        session = self._desk.session
        profile = self._audited.profile or AuditProfile()
        regulator = session.profession.regulator.short
        self._period.setText(_period(window, profile, regulator, session.today()))
        self._looked_at.setText(
            f"An audit there looks at {span(window.from_on, window.to_on)}. Up to today you have "
            f"recorded {holds(self._audited)}."
        )
        own = self._audited.portfolio.all(Preceptorship)
        self._source.setText(session.profession.source)
        for label, words in (
            (self._earliest, earliest_in_words(window, regulator)),
            (self._preceptorship, preceptorship_in_window(own, window, session.profession)),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _identified(self) -> list[Finding]:
        """Return what could say who somebody is in what a profile is made of, and no more.

        The whole portfolio is looked through when that is asked for.
        """
        audited = self._audited
        # Titles leave in the list, whether an activity is chosen or not.
        leaving: list[Any] = [*audited.shared, *audited.evidence]
        shared = [each for each in leaving if not each.private]
        gaps = audited.portfolio.all(Gap)
        profile = [audited.profile] if audited.profile else []
        return self._finds.of([*profile, *gaps, *shared])


def _in_short(found: Sequence[Finding]) -> str:
    """Return how many findings there are of each weight, as a line above them."""
    counted = Counter(each.severity for each in found)
    asked, put_right = counted[Severity.MUST], counted[Severity.SHOULD]
    parts = [f"{count(asked, 'thing')} would bring a question back"] if asked else []
    if put_right:
        parts.append(f"{count(put_right, 'thing')} {'is' if put_right == 1 else 'are'} worth "
                     "putting right")  # fmt: skip
    return (
        f"{sentence(listed(parts))}."
        if parts
        else "Nothing was found that would bring a question back."
    )


def _period(window: AuditWindow, profile: AuditProfile, regulator: str, today: date) -> str:
    renewal = window.renewal
    if renewal is None:
        return "Your renewal has no fixed window that is known here."
    is_open = renewal.opens_on <= today
    opens = f"{'opened' if is_open else 'opens'} your {'' if is_open else 'next '}renewal"
    closes = "closed" if renewal.closes_on < today else "closes"
    words = f"{regulator} {opens} on {day(renewal.opens_on)} and {closes} it on "
    words += f"{day(renewal.closes_on)}."
    if profile.called_on and profile.called_on <= renewal.closes_on:
        due_on = profile.due_on or renewal.closes_on
        called = f"{words} You were called on {day(profile.called_on)}, and your profile"
        if due_on < today:
            return f"{called} was due on {day(due_on)}. {SETTLED}"
        return f"{called} is due on {day(due_on)}: {days_left(due_on, today)}."
    if is_open:
        return f"{words} {sentence(days_left(renewal.closes_on, today))}. {ONE_IN_FORTY}"
    return f"{words} {ONE_IN_FORTY}"
