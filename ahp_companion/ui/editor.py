"""A record's form where its line stood: opened in place, closed again, deleted with undo."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..domain import kinds
from .buttons import button
from .desk import Desk
from .flow import FlowLayout
from .forms import Field, Form

MARGIN = 24


class Editor(QWidget):
    """A form on a quiet ground, with a way to close it and a way to delete its record."""

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        fields: Sequence[Field],
        *,
        folded: str = "More about this",
        beside: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Form(desk, fields, folded=folded)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(10))
        column.setSpacing(px(14))
        column.addWidget(self.form)
        buttons = QWidget()
        line = FlowLayout(buttons, gap=px(8), line_gap=px(4))
        self.close_button = button(desk, "Close", self.finish, icon="check", name="close")
        self.delete_button = button(
            desk, "Delete", self.delete, icon="delete", look="link", name="delete"
        )
        for each in (self.close_button, *beside, self.delete_button):
            line.addWidget(each)
        column.addWidget(buttons)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        first = self.form.fields[0].name
        self.form.controls[first].focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Say that its owner is done with it."""
        self.closed.emit()

    def delete(self) -> None:
        """Delete the record shown; undo brings it back."""
        record = self.form.record
        if record is None:
            return
        self.form.flush()
        if self._desk.session.delete(record):
            self._desk.say(f"Deleted {kinds.of(record).noun} · Undo with Ctrl+Z")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def into_view(part: QWidget) -> None:
    """Scroll so that a part is seen, from its top where it is higher than the window."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is not None and inside is not None and part.isVisible():
        top = part.mapTo(inside, QPoint(0, 0)).y()
        above.ensureVisible(0, top + part.height(), 0, MARGIN)
        above.ensureVisible(0, top, 0, MARGIN)
