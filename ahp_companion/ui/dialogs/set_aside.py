"""Asks why a find can stand; the reason is kept, the find itself is not kept a second time."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel, Size
from .frame import Frame, within_screen


class SetAside(Frame):
    """What was found, and a line for the reason."""

    def __init__(self, parent: QWidget | None, desk: Desk, message: str) -> None:
        super().__init__(parent, desk.theme, "Let it stand", act="Set it aside", width=480)
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.textChanged.connect(self._show_act)
        self.column.addWidget(PlainLabel(message, role="second", wraps=True))
        self.put("Why it can stand", self.reason)
        self.column.addWidget(
            PlainLabel(
                "It is not told of again while it stands as it is. You can take this back.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), desk.theme.px(360)))
        self._show_act("")
        self.reason.setFocus()

    def chosen(self) -> str:
        """Return the reason."""
        return self.reason.text().strip()

    def _show_act(self, typed: str) -> None:
        self.act.setEnabled(bool(typed.strip()))


def ask_reason(parent: QWidget | None, desk: Desk, message: str) -> str:
    """Return why someone lets a find stand; "" if they do not."""
    dialog = SetAside(parent, desk, message)
    return dialog.chosen() if asked(dialog) else ""
