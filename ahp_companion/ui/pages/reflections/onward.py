"""Where a reflection can go on from: a CPD activity of its own."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ....domain.changes import Change, Edit
from ....domain.cpd import CpdActivity
from ....domain.reflections import Reflection
from ...buttons import button
from ...desk import Desk
from ...labels import PlainLabel, Size
from ...record_page import Below


class Onward(Below):
    """Makes a CPD activity of a reflection."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Reflection | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        self.make_button = button(
            desk, "Make a CPD activity of it", self.make, icon="cpd", name="make-activity"
        )
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            PlainLabel(
                "Its title and date go along, and a private one stays private. Your words stay.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )

    def show_record(self, record: Any) -> None:
        """Remember which reflection is shown."""
        self._shown = record

    def make(self) -> None:
        """Make the activity, link it, and go there."""
        reflection = self._shown and self._desk.session.get(Reflection, self._shown.id)
        if not reflection:
            return
        change, activity = as_activity(reflection)
        if self._desk.session.apply(change):
            self._desk.go_to(activity)


def as_activity(reflection: Reflection) -> tuple[Change, CpdActivity]:
    """Return the change that makes a CPD activity of a reflection, and the activity.

    Only the title and what it belongs to are copied. A private reflection's title must not leave
    through its activity, so that is private too.
    """
    activity = CpdActivity(
        title=reflection.title,
        started_on=reflection.on,
        pillars=reflection.pillars,
        preceptorship=reflection.preceptorship,
        private=reflection.private,
    )
    after = replace(reflection, activities=(*reflection.activities, activity.id))
    edits = (Edit(after=activity), Edit(before=reflection, after=after))
    return Change(words="Made a CPD activity of a reflection", edits=edits), activity
