"""A record's form where its line stood: opened in place, closed again, deleted with undo."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..domain import kinds
from .buttons import button
from .desk import Desk
from .flow import FlowLayout
from .forms import Field, Form, Save


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
        save: Save | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Form(desk, fields, folded=folded, save=save)
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
        """Put the keyboard into the first field, and scroll to it."""
        first = self.form.controls[self.form.fields[0].name].focus_widget()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, partial(into_view, self, first))

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


def into_view(*parts: QWidget) -> None:
    """Scroll so that parts are seen; where there is no room for all, the last of them."""
    above = parts[0].parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None and parts[0].isVisible():
        # Asked for its widget, a scroll area would be taken for waste together with its page.
        margin = 3 * parts[-1].fontMetrics().height()
        for part in parts:
            above.ensureWidgetVisible(part, 0, margin)
