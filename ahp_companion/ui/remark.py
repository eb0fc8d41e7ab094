"""A sentence in a form that points something out; it has nothing to fill in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .desk import Desk
from .fields.control import Control
from .labels import PlainLabel


class Remark(Control):
    """Words that follow from the record, on a ground of their own; hidden when there are none."""

    def __init__(self, desk: Desk, *, icon: str = "attention", warns: bool = True) -> None:
        super().__init__()
        px = desk.theme.px
        self._words = PlainLabel("", role="warn" if warns else "", wraps=True)
        mark = PlainLabel()
        role = "warn" if warns else "on_soft"
        mark.setPixmap(desk.icons.pixmap(icon, desk.theme.colour(role), px(18)))
        ground = QWidget()
        ground.setObjectName("warning" if warns else "note")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(ground)
        across.setContentsMargins(px(12), px(8), px(12), px(8))
        across.setSpacing(px(10))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ground)

    def value(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def set_value(self, value: Any) -> None:
        """Show words, or nothing."""
        self._words.setText(value or "")
        self.setVisible(bool(value))
