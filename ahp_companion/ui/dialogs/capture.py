"""Quick capture: a title now, the rest on a better day."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ...domain.cpd import CpdActivity
from ...domain.pillars import Pillar
from ..asking import asked
from ..desk import Desk
from ..fields.choices import Chips
from ..fields.moments import Minutes
from ..labels import PlainLabel, Size
from .frame import Frame


class Capture(Frame):
    """Twenty seconds: what it was, how long it took, which pillar."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "What did you just do?", act="Keep it", width=460)
        self._today = desk.session.today
        self.words = QLineEdit()
        self.words.setObjectName("words")
        self.words.setPlaceholderText("Talked a discharge through with the OT")
        self.time = Minutes(desk)
        self.pillars = Chips(desk, Pillar)
        self.pillars.set_names("Pillars", "", "pillars")
        self.put("In a few words", self.words)
        self.put("How long", self.time)
        self.time.set_names("How long", "", "time")
        self.column.addWidget(self.pillars)
        self.column.addWidget(
            PlainLabel(
                "It waits for you under CPD as “To reflect”.", Size.SECOND, role="third", wraps=True
            )
        )
        self.column.addStretch(1)
        self.resize(self.width(), desk.theme.px(400))
        self.words.setFocus()

    def accept(self) -> None:
        """Close, unless the time cannot be read; then say how to write it."""
        self.time.flush()
        if self.time.is_unread:
            self.time.edit.setFocus()
        else:
            super().accept()

    def activity(self) -> CpdActivity | None:
        """Return the activity captured, dated today; None if nothing was written."""
        title = self.words.text().strip()
        if not title:
            return None
        return CpdActivity(
            title=title,
            started_on=self._today(),
            minutes=self.time.value(),
            pillars=self.pillars.value(),
        )


def capture(parent: QWidget | None, desk: Desk) -> CpdActivity | None:
    """Return what someone captures, or None."""
    dialog = Capture(parent, desk)
    return dialog.activity() if asked(dialog) else None
