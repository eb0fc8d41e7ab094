"""The milestones of one preceptorship: their line, a form for each, meetings planned for them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain import words
from ....domain.meetings import Meeting, held_on, schedule
from ....domain.preceptorship import Milestone, Preceptorship, Side, next_milestone
from ...buttons import button
from ...desk import Desk
from ...editor import Editor
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...flow import FlowLayout
from ...forms import Field
from ...worksheets import begin_worksheet
from .milestone_line import MilestoneLine, Point, Reached

CHECK_IN = "check-in"


class Milestones(QWidget):
    """The line with what belongs to it."""

    start_chosen = Signal()
    opening = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship: Preceptorship | None = None
        px = desk.theme.px
        self.line = MilestoneLine(desk)
        self.line.chosen.connect(self._open)
        self.meeting_button = button(
            desk, "Open its meeting", self._open_meeting, icon="meetings", name="its-meeting"
        )
        self.check_in_button = button(
            desk, "Check in with yourself", self.check_in, icon="pulse", name="check-in"
        )
        beside = (self.meeting_button, self.check_in_button)
        self.editor = Editor(desk, fields(), beside=beside)
        self.editor.closed.connect(self.close_open)
        self.editor.hide()
        self.plan_button = button(
            desk,
            "Plan a meeting for each",
            self.plan_meetings,
            icon="calendar",
            look="link",
            name="plan-meetings",
        )
        self.add_button = button(
            desk, "Add a milestone", self.add, icon="add", look="link", name="add-milestone"
        )
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=px(12), line_gap=0)
        flow.addWidget(self.plan_button)
        flow.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(12), px(18), px(6))
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(buttons)
        column.addWidget(self.editor)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the milestones of a preceptorship as they now are."""
        if self._preceptorship is None or self._preceptorship.id != preceptorship.id:
            self.put_away()
        self._preceptorship = preceptorship
        milestones = self._milestones()
        today = self._desk.session.today()
        self.line.show_points(points(preceptorship, milestones, self._linked(), on=today))
        self.plan_button.setVisible(bool(self._unplanned()))
        opened = self.editor.form.record
        if opened is not None and opened.id not in {each.id for each in milestones}:
            self.put_away()

    def open(self, milestone: Milestone) -> None:
        """Open the form of a milestone."""
        self.opening.emit()
        milestone = self._desk.session.get(Milestone, milestone.id) or milestone
        self.editor.form.show_record(milestone)
        self.meeting_button.setVisible(milestone.id in self._meetings())
        is_mine = self._preceptorship is not None and self._preceptorship.side is Side.PRECEPTEE
        self.check_in_button.setVisible(is_mine)
        self.editor.show()
        self.editor.begin()

    def close_open(self) -> None:
        """Close the form and give the keyboard back to the line."""
        record = self.editor.form.record
        self.put_away()
        for each in self.line.points:
            if record is not None and each.point.record.id == record.id:
                each.setFocus()

    def put_away(self) -> None:
        """Close the form and leave the keyboard where it is."""
        self.editor.form.flush()
        self.editor.form.record = None
        self.editor.hide()

    def add(self) -> None:
        """Add a milestone and open it."""
        if self._preceptorship is not None:
            milestone = Milestone(preceptorship=self._preceptorship.id, title="Review")
            if self._desk.session.add(milestone):
                self.open(milestone)

    def check_in(self) -> None:
        """Begin a private check-in for the milestone that is open."""
        opened = self.editor.form.record
        if opened is not None and self._preceptorship is not None:
            begin_worksheet(
                self._desk, CHECK_IN, preceptorship=self._preceptorship.id, milestone=opened.id
            )

    def plan_meetings(self) -> None:
        """Plan a meeting for every milestone that is not held and has none."""
        wanted = {each.id for each in self._unplanned()}
        milestones = self._milestones()
        people = _people(self._preceptorship)
        meetings = [each for each in schedule(milestones, people) if each.milestone in wanted]
        counted = words.count(len(meetings), "meeting")
        if meetings and self._desk.session.add(*meetings, words=f"Planned {counted}"):
            self._desk.say(f"Planned {counted} · Undo with Ctrl+Z")

    def flush(self) -> None:
        """Save what is being typed."""
        self.editor.form.flush()

    def _open(self, record: Any) -> None:
        if isinstance(record, Milestone):
            self.open(record)
        else:
            self.start_chosen.emit()

    def _open_meeting(self) -> None:
        opened = self.editor.form.record
        meeting = self._meetings().get(opened.id) if opened is not None else None
        if meeting is not None:
            self._desk.go_to(meeting)

    def _milestones(self) -> tuple[Milestone, ...]:
        if self._preceptorship is None:
            return ()
        held = self._desk.session.all(Milestone, preceptorship=self._preceptorship.id)
        return tuple(held)

    def _linked(self) -> tuple[Meeting, ...]:
        if self._preceptorship is None:
            return ()
        held = self._desk.session.all(Meeting, preceptorship=self._preceptorship.id)
        return tuple(each for each in held if each.milestone)

    def _meetings(self) -> dict[str, Meeting]:
        return by_milestone(self._linked())

    def _unplanned(self) -> tuple[Milestone, ...]:
        planned = self._meetings()
        return tuple(
            each for each in self._milestones() if each.held_on is None and each.id not in planned
        )


def fields() -> tuple[Field, ...]:
    """Return the form of a milestone."""
    return (
        Field(name="title", label="Milestone", make=Line),
        Field(name="due_on", label="Due", make=Day, beside=True),
        Field(name="held_on", label="Held on", make=Day, beside=True),
        Field(
            name="words",
            label="In a few words",
            help="What you both saw, and what was agreed about the weeks ahead.",
            make=partial(Text, lines=2),
        ),
    )


def points(
    preceptorship: Preceptorship,
    milestones: tuple[Milestone, ...],
    meetings: tuple[Meeting, ...],
    *,
    on: date,
) -> tuple[Point, ...]:
    """Return the line's points: the start, then every milestone by its day.

    A milestone whose meeting was held is held.
    """
    marked = [replace(each, held_on=held_on(each, meetings)) for each in milestones]
    ahead, planned = next_milestone(marked), by_milestone(meetings)
    ids = {each.id: each for each in milestones}
    start = Point(
        record=preceptorship,
        title="Start",
        words=words.day(preceptorship.started_on) or "no day yet",
        reached=Reached.HELD if preceptorship.started_on else Reached.LATER,
        on=preceptorship.started_on,
    )
    return (
        start,
        *(
            Point(
                record=ids[each.id],
                title=each.title or "Untitled",
                words=_when(each, planned.get(each.id), on),
                reached=_reached(each, ahead),
                on=each.held_on or each.due_on,
            )
            for each in sorted(marked, key=_day)
        ),
    )


def by_milestone(meetings: Iterable[Meeting]) -> dict[str, Meeting]:
    """Return the meeting of each milestone that has one; of several the one still to be held."""
    order = sorted(meetings, key=_is_ahead)
    return {each.milestone: each for each in order if each.milestone}


def _is_ahead(meeting: Meeting) -> bool:
    return meeting.held_on is None


def _reached(milestone: Milestone, ahead: Milestone | None) -> Reached:
    if milestone.held_on:
        return Reached.HELD
    return Reached.NEXT if ahead is not None and milestone.id == ahead.id else Reached.LATER


def _when(milestone: Milestone, meeting: Meeting | None, today: date) -> str:
    if milestone.held_on:
        return f"{words.day_and_month(milestone.held_on)}, held"
    if meeting is not None and meeting.planned_on:
        has_passed = meeting.planned_on < today
        return f"{words.day_and_month(meeting.planned_on)}, {'planned' if has_passed else 'booked'}"
    if milestone.due_on is None:
        return "no day yet"
    was = "was due" if milestone.due_on < today else "due"
    return f"{was} {words.day_and_month(milestone.due_on)}"


def _day(milestone: Milestone) -> str:
    on = milestone.held_on or milestone.due_on
    return on.isoformat() if on else "~"


def _people(preceptorship: Preceptorship | None) -> tuple[str, ...]:
    if preceptorship is None or preceptorship.side is Side.PRECEPTOR:
        return ()
    return (preceptorship.preceptor,) if preceptorship.preceptor else ()
