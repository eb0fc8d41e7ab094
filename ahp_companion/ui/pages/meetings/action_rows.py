"""What was agreed in a meeting, a row each: the words, who, by when, and whether it is done."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ....domain.meetings import Action, Meeting, is_overdue
from ...buttons import button, icon_button
from ...desk import Desk
from ...editor import into_view
from ...fields.control import Control
from ...fields.moments import Day
from ...fields.texts import Line
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order


class ActionRow(QWidget):
    """One agreed action, edited where it stands."""

    def __init__(self, desk: Desk, action: Action) -> None:
        super().__init__()
        self._desk, self.action = desk, action
        px = desk.theme.px
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.done = QCheckBox()
        self.done.setObjectName("action-done")
        # Not `clicked`: assistive clients toggle a box without a click.
        self.done.toggled.connect(self._tick)
        self.words = Line(desk, placeholder="What was agreed")
        self.owner = Line(desk, placeholder="Who")
        self.owner.edit.setMinimumWidth(px(180))
        self.due = Day(desk)
        self.late = PlainLabel("", Size.SECOND, role="warn")
        self.late.setMinimumHeight(px(34))
        self._controls: dict[str, Control] = {
            "words": self.words,
            "owner": self.owner,
            "due_on": self.due,
        }
        for name, control in self._controls.items():
            control.changed.connect(partial(self._save, name))
        self.remove = icon_button(
            desk, "delete", "Delete this action", self._delete, name="action-delete"
        )
        self._lay_out()
        self.show_action(action)

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        first = QHBoxLayout()
        first.setSpacing(px(4))
        first.addWidget(self.done)
        first.addWidget(self.words, 1)
        first.addWidget(self.remove)
        second = FlowLayout(gap=px(8), line_gap=px(4))
        for each in (self.owner, self.due, self.late):
            second.addWidget(each)
        under = QHBoxLayout()
        under.setContentsMargins(px(30), 0, px(8), 0)
        under.addLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(4), px(8))
        column.setSpacing(px(4))
        column.addLayout(first)
        column.addLayout(under)

    def show_action(self, action: Action) -> None:
        """Show an action; what is being typed in is left alone."""
        self.action = action
        for name, control in self._controls.items():
            if control.value() != getattr(action, name) and not control.is_being_typed_in():
                control.set_value(getattr(action, name))
        self.done.blockSignals(True)
        self.done.setChecked(action.done_on is not None)
        self.done.blockSignals(False)
        late = is_overdue(action, on=self._desk.session.today())
        self.late.setText("Was due" if late else "")
        self.late.setVisible(late)
        called = action.words or "this action"
        self.done.setAccessibleName(f"Done: {called}")
        self.words.set_names("Agreed action", "", "action-words")
        self.owner.set_names(f"Who does it: {called}", "", "action-owner")
        self.due.set_names(f"By when: {called}", "", "action-due")
        self.remove.setAccessibleName(f"Delete {called}")

    def flush(self) -> None:
        """Save what is being typed."""
        for control in self._controls.values():
            control.flush()

    def _tick(self, is_done: bool) -> None:
        self._change(done_on=self._desk.session.today() if is_done else None)

    def _save(self, name: str) -> None:
        self._change(**{name: self._controls[name].value()})

    def _change(self, **values: Any) -> None:
        before = self._desk.session.get(Action, self.action.id)
        if before is not None:
            self._desk.session.edit(before, replace(before, **values), goes_on=True)

    def _delete(self) -> None:
        if self._desk.session.delete(self.action):
            self._desk.say("Deleted agreed action · Undo with Ctrl+Z")


class ActionRows(QWidget):
    """The actions of one meeting, and a line in which Return adds the next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._meeting: Meeting | None = None
        self.rows: list[ActionRow] = []
        px = desk.theme.px
        self._held = QVBoxLayout()
        self._held.setSpacing(px(6))
        self.adding = QLineEdit()
        self.adding.setObjectName("action-add")
        self.adding.setPlaceholderText("Something agreed; Return adds it")
        self.adding.setAccessibleName("Add an agreed action")
        self.adding.setAccessibleDescription("Return adds it to the list")
        self.adding.returnPressed.connect(self.add)
        self.add_button = button(desk, "Add", self.add, icon="add", name="action-add-button")
        self.add_button.setAccessibleName("Add the agreed action")
        last = QHBoxLayout()
        last.setSpacing(px(8))
        last.addWidget(self.adding, 1)
        last.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Agreed actions", Size.MEDIUM))
        column.addLayout(self._held)
        column.addLayout(last)
        self._following = Following(self, desk.session, frozenset({"action"}), self.refresh)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the actions of a meeting; what was typed for the one before is saved first."""
        if self._meeting is not None and self._meeting.id != meeting.id:
            self.flush()
        self._meeting = meeting
        self.refresh()

    def refresh(self) -> None:
        """Show the actions as they now are."""
        held = actions_of(self._desk, self._meeting)
        if [each.id for each in held] != [each.action.id for each in self.rows]:
            self._rebuild(held)
        for row, action in zip(self.rows, held, strict=True):
            row.show_action(action)

    def add(self) -> None:
        """Add what stands in the last line, and leave the keyboard there for the next."""
        self._add_typed()
        self.refresh()
        self.adding.setFocus()

    def go_to(self, action: Action) -> None:
        """Put the keyboard into an action's words."""
        self.refresh()
        for row in self.rows:
            if row.action.id == action.id:
                row.words.focus_widget().setFocus()
                QTimer.singleShot(0, row, partial(into_view, row))

    def flush(self) -> None:
        """Save what is being typed, in the last line too."""
        for row in self.rows:
            row.flush()
        self._add_typed()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _add_typed(self) -> None:
        typed = self.adding.text().strip()
        if typed and self._meeting is not None:
            self.adding.clear()
            self._desk.session.add(Action(meeting=self._meeting.id, words=typed))

    def _rebuild(self, held: list[Action]) -> None:
        kept = {row.action.id: row for row in self.rows}
        self.rows = [
            kept.pop(each.id) if each.id in kept else ActionRow(self._desk, each) for each in held
        ]
        for gone in kept.values():
            self._held.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row in self.rows:
            self._held.removeWidget(row)
        for row in self.rows:
            self._held.addWidget(row)
        set_reading_order(self)


def actions_of(desk: Desk, meeting: Meeting | None) -> list[Action]:
    """Return the actions agreed in a meeting, in the order they were written."""
    return desk.session.all(Action, meeting=meeting.id) if meeting is not None else []
