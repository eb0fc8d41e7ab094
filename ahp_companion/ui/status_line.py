"""The line at the window's foot: saved when, last good backup when, and what just happened."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..domain.words import day
from .buttons import button
from .desk import Desk
from .labels import FittingLabel, Size, rule

SHOWN_FOR = 8000
WAY_BACK = " · Undo with Ctrl+Z"


class StatusLine(QWidget):
    """Says what is safe, quietly."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        px = desk.theme.px
        self.saved = FittingLabel("", Size.SECOND, role="third")
        self.said = FittingLabel("", Size.SECOND, role="accent")
        self.undo_button = self._undo()
        line = QHBoxLayout()
        line.setContentsMargins(px(24), 0, px(24), 0)
        line.setSpacing(px(16))
        line.addWidget(self.saved)
        line.addStretch()
        line.addWidget(self.said)
        line.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(line)
        self.setFixedHeight(px(36))
        self._forget = QTimer(self, interval=SHOWN_FOR, singleShot=True)
        self._forget.timeout.connect(self._clear)
        desk.session.changed.connect(self._refresh)
        desk.session.backed_up.connect(self._refresh)
        self._refresh()

    def say(self, words: str) -> None:
        """Say what just happened; after a deletion, offer to take it back."""
        self.said.setText(words.removesuffix(WAY_BACK))
        self.undo_button.setVisible(words.endswith(WAY_BACK))
        self._forget.start()

    def _undo(self) -> QPushButton:
        made = button(self._desk, "Undo", self._desk.session.undo, look="link", name="undo")
        made.clicked.connect(self._clear)
        made.hide()
        return made

    def _clear(self) -> None:
        self.said.setText("")
        self.undo_button.hide()

    def _refresh(self) -> None:
        saved_at = self._desk.session.saved_at
        backup = self._desk.session.last_backup()
        parts = [f"Saved {saved_at:%H:%M}" if saved_at else "Everything is saved"]
        if backup is None:
            parts.append("first backup when you close")
        elif backup.made_at.date() == self._desk.session.today():
            parts.append(f"last good backup {backup.made_at:%H:%M}")
        else:
            parts.append(f"last good backup {day(backup.made_at.date())}")
        self.saved.setText("  ·  ".join(parts))
