"""How the three years of an osteopath stand: the days, the hours, the themes, what is to come."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.audit import AuditProfile
from ....domain.audit_window import AuditWindow, days_left
from ....domain.changes import added, edited
from ....domain.cpd import CpdActivity
from ....domain.gosc import HOURS, HOURS_WITH_OTHERS, ONCE, THEMES, is_under, three_years
from ....domain.words import day, duration, inside, sentence
from ...desk import Desk
from ...fields.moments import Day
from ...findings_list import FindingsList
from ...following import Following
from ...labels import PlainLabel, Size
from .audited import READ, Audited
from .cycle_meets import Meets
from .ways import Ways

ASKS = (
    "GOsC asks for 90 hours in three years, 45 of them with others, over four themes, with an "
    "objective activity, one on communication and consent, and a peer discussion review. Record "
    "your CPD as you go; what you hand over is your portfolio, with Export in the menu."
)
FIRST_DAY = "The first day of your three years"
EMPTIED = "Left empty, the three years up to today are counted."


class CycleNow(QWidget):
    """The three years as they stand today."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        px = desk.theme.px
        self._period = PlainLabel("", wraps=True)
        self._hours = PlainLabel("", Size.LONG, wraps=True)
        self._hours.setObjectName("hours")
        self.first_day = Day(desk)
        self.first_day.set_names(FIRST_DAY, EMPTIED, "first-day")
        self.first_day.changed.connect(self._save_first_day)
        ways = Ways(desk, audited, _nowhere)
        names = {**THEMES, **{code: _bare(name) for code, name in ONCE.items()}}
        self.meets = {code: Meets(desk, code, name, ways.to_list) for code, name in names.items()}
        self.findings = FindingsList(desk, ways, {"": ""})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Your three years with GOsC", Size.HEADING, wraps=True))
        for each in (self._hours, self._period):
            column.addWidget(each)
        label = PlainLabel(FIRST_DAY, Size.MEDIUM, wraps=True)
        label.setBuddy(self.first_day.focus_widget())
        column.addSpacing(px(6))
        column.addWidget(label)
        column.addWidget(PlainLabel(EMPTIED, Size.SECOND, role="third", wraps=True))
        column.addWidget(self.first_day, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out(column)
        self._following = Following(self, desk.session, READ, self.refresh)
        self.refresh()

    def flush(self) -> None:
        """Save what is being typed."""
        self.first_day.flush()

    def refresh(self) -> None:
        """Show the hours, the themes and what was found as they now are."""
        activities = self._audited.activities
        window = self._audited.window
        so_far = three_years(activities)
        self._hours.setText(
            f"{duration(so_far.minutes)} of {HOURS} hours, "
            f"{duration(so_far.minutes_with_others)} of {HOURS_WITH_OTHERS} with others."
        )
        self._period.setText(self._said(window))
        profile = self._audited.profile
        first_day = profile.audited_from_on if profile else None
        if self.first_day.value() != first_day and not self.first_day.is_being_typed_in():
            self.first_day.set_value(first_day)
        for code, meets in self.meets.items():
            meets.show_records([each for each in activities if is_under(each, code)])
        held = self._audited.portfolio.all(CpdActivity)
        self.findings.show_found(self._audited.found, held)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _lay_out(self, column: QVBoxLayout) -> None:
        px = self._desk.theme.px
        for title, codes in (("Four themes", THEMES), ("Once or more in the three years", ONCE)):
            column.addSpacing(px(12))
            column.addWidget(PlainLabel(title, Size.HEADING, wraps=True))
            for code in codes:
                column.addWidget(self.meets[code])
        column.addSpacing(px(12))
        column.addWidget(PlainLabel("What would bring a question back", Size.HEADING, wraps=True))
        column.addWidget(self.findings)
        column.addSpacing(px(12))
        column.addWidget(PlainLabel(ASKS, Size.SECOND, role="third", wraps=True))

    def _said(self, window: AuditWindow) -> str:
        today = self._desk.session.today()
        if window.is_set:
            left = sentence(days_left(window.to_on, today))
            return (
                f"Your three years run from {day(window.from_on)} to {day(window.to_on)}. {left}."
            )
        return f"Counted from {day(window.from_on)} to {day(today)}, the three years up to today."

    def _save_first_day(self) -> None:
        session, on = self._desk.session, self.first_day.value()
        held: Any = next(iter(session.all(AuditProfile)), None)
        words = f"Set {inside(FIRST_DAY)}"
        if held is not None:
            session.apply(edited(held, replace(held, audited_from_on=on), words=words))
        elif on is not None:
            session.apply(added(AuditProfile(audited_from_on=on), words=words))


def _bare(name: str) -> str:
    # In a sentence it has an article; as a name it has none.
    return sentence(name.removeprefix("an ").removeprefix("a "))


def _nowhere(_tab: str, _record: Any = None) -> None:
    """Open no tab: a cycle is put right in its records."""
