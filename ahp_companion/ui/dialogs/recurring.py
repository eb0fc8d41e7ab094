"""Asks how often a meeting comes again and until when, and says how many that makes."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ...domain.calendar import months_after
from ...domain.meetings import Meeting, name
from ...domain.recurring import Every, again
from ...domain.words import count, day
from ..asking import asked
from ..desk import Desk
from ..fields.choices import Choice, of_words
from ..fields.moments import Day, Number
from ..labels import PlainLabel, Size
from .frame import Frame

USUAL_MONTHS = 6


class Recurring(Frame):
    """A preset, a last day, and the days that follow from them."""

    def __init__(self, parent: QWidget, desk: Desk, meeting: Meeting) -> None:
        super().__init__(parent, desk.theme, "Repeat this meeting", act="Plan them")
        self._meeting = meeting
        self.every = Choice(desk, of_words(Every))
        self.every.set_value(Every.MONTH)
        self.weeks = Number(desk, example="3")
        self.weeks.set_value(3)
        self.until = Day(desk)
        first = meeting.planned_on or desk.session.today()
        self.until.set_value(months_after(first, USUAL_MONTHS))
        self.said = PlainLabel("", Size.BODY, role="second", wraps=True)
        for label, control, help_words, called in (
            ("How often", self.every, "", "every"),
            ("How many weeks between", self.weeks, "Only for “Every so many weeks”.", "weeks"),
            ("The last day it could be on", self.until, "", "until"),
        ):
            self.put(label, control, help_words)
            control.set_names(label, help_words, called)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        for each in (self.every, self.weeks, self.until):
            each.changed.connect(self._say)
        self._say()

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings that follow from what is chosen."""
        until = self.until.value()
        if until is None:
            return ()
        weeks = self.weeks.value() or 1
        return again(self._meeting, self.every.value(), until=until, weeks=weeks)

    def _say(self) -> None:
        found = self.meetings()
        self.act.setEnabled(bool(found))
        last = f", the last on {day(found[-1].planned_on)}" if found else ""
        self.said.setText(f"{count(len(found), 'meeting')} after this one{last}.")


def repeat(parent: QWidget, desk: Desk, meeting: Meeting) -> bool:
    """Plan the meetings that someone asks for after one, as one step; return whether any are."""
    dialog = Recurring(parent, desk, meeting)
    if not asked(dialog):
        return False
    return plan(desk, name(meeting), dialog.meetings())


def plan(desk: Desk, called: str, meetings: Iterable[Meeting]) -> bool:
    """Add meetings in one change and say so; return whether they are saved."""
    held = tuple(meetings)
    counted = count(len(held), "meeting")
    if not held or not desk.session.add(*held, words=f"Planned {counted}"):
        return False
    desk.say(f"Planned {counted} after “{called}” · Undo with Ctrl+Z")
    return True
