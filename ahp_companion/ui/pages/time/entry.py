"""One piece of protected time: planned, then taken or lost, and what it was used for."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.protected_time import ProtectedTime, TimeKind, Whose
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.moments import Day, Minutes
from ...fields.texts import Line, Text
from ...flow import FlowLayout
from ...forms import Field, Form
from ...labels import PlainLabel, Size
from ...preceptorships import preceptorship_choice


class EntryPanel(QWidget):
    """The form of an entry, with the two presses that most entries need."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk, fields(), folded="Whose time, and which preceptorship")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(14))
        column.addWidget(PlainLabel("Protected time", Size.RECORD))
        column.addWidget(self._presses())
        column.addWidget(self.form)
        removing = button(desk, "Delete", self.delete, icon="delete", look="link", name="delete")
        column.addWidget(removing, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def record(self) -> ProtectedTime | None:
        """Return the entry shown."""
        shown: ProtectedTime | None = self.form.record
        return shown

    def show_record(self, record: ProtectedTime) -> None:
        """Show an entry, unless it is shown as it is."""
        if record != self.form.record:
            self.form.show_record(record)

    def take_as_planned(self) -> None:
        """Write that all the time planned was taken."""
        self.form.flush()
        if self.record:
            planned = self.record.planned_minutes
            self._desk.session.set(self.record, taken_minutes=planned, lost_minutes=0)

    def lose_the_rest(self) -> None:
        """Write that the time planned and not taken was lost, and ask why."""
        self.form.flush()
        if self.record:
            lost = max(self.record.planned_minutes - self.record.taken_minutes, 0)
            self._desk.session.set(self.record, lost_minutes=lost)
            self.form.controls["lost_reason"].focus_widget().setFocus()

    def delete(self) -> None:
        """Delete the entry; undo brings it back."""
        if self.record:
            self.form.flush()
            if self._desk.session.delete(self.record):
                self._desk.say("Deleted protected time · Undo with Ctrl+Z")

    def _presses(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, gap=self._desk.theme.px(8), line_gap=self._desk.theme.px(8))
        for words, clicked, icon, code in (
            ("Taken as planned", self.take_as_planned, "done", "take"),
            ("The rest was lost", self.lose_the_rest, "time", "lose"),
        ):
            line.addWidget(button(self._desk, words, clicked, icon=icon, look="quiet", name=code))
        return holder


def fields() -> tuple[Field, ...]:
    """Return the form of an entry."""
    return (
        Field(name="on", label="Date", make=Day),
        Field(name="kind", label="Kind of time", make=partial(Choice, options=of_words(TimeKind))),
        Field(name="planned_minutes", label="Planned", make=minutes),
        Field(name="taken_minutes", label="Taken", make=minutes, beside=True),
        Field(name="lost_minutes", label="Lost", make=minutes, beside=True),
        Field(
            name="lost_reason",
            label="Why it was lost",
            help="A few words, without anyone’s name.",
            make=Line,
            shown=was_lost,
        ),
        Field(name="used_for", label="What I used it for", make=Text),
        Field(
            name="is_own_time",
            label="",
            make=partial(Check, words="My own time: counted apart, owed to nobody"),
        ),
        Field(
            name="whose",
            label="Whose time",
            make=partial(Choice, options=of_words(Whose)),
            is_folded=True,
        ),
        Field(
            name="preceptorship",
            label="Preceptorship",
            make=preceptorship_choice,
            is_folded=True,
        ),
    )


def minutes(desk: Desk) -> Minutes:
    """Return a length of time narrow enough for three in a line."""
    control = Minutes(desk, empty=0)
    control.edit.setMinimumWidth(desk.theme.px(96))
    control.setMaximumWidth(desk.theme.px(104))
    return control


def was_lost(record: ProtectedTime) -> bool:
    """Return whether there is something to give a reason for."""
    return bool(record.lost_minutes or record.lost_reason)
