"""An empty page: what will live here, why it is worth it, and the one button that begins it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .buttons import button
from .desk import Desk
from .labels import PlainLabel, Size
from .tall import Tall


class EmptyPage(QScrollArea):
    """Shown until the first record of a kind is made; scrolls where there is little room."""

    def __init__(
        self,
        desk: Desk,
        *,
        icon: str,
        title: str,
        words: str,
        act: str,
        acting: Callable[[], Any],
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        px = desk.theme.px
        column = QVBoxLayout()
        column.setSpacing(px(10))
        mark = PlainLabel()
        mark.setPixmap(desk.icons.pixmap(icon, desk.theme.colour("accent"), px(44)))
        column.addWidget(mark)
        column.addSpacing(px(12))
        column.addWidget(PlainLabel(title, Size.HEADING, wraps=True))
        column.addWidget(PlainLabel(words, Size.LONG, role="second", wraps=True))
        column.addSpacing(px(8))
        begin = button(desk, act, acting, icon="add", look="primary", name="begin")
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(8))
        column.addWidget(
            PlainLabel("Kept on this computer only.", Size.SECOND, role="third", wraps=True)
        )
        self.setWidget(_centred(column, px(460)))


def _centred(held: QVBoxLayout, widest: int) -> QWidget:
    holder = QWidget()
    holder.setLayout(held)
    holder.setMaximumWidth(widest)
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(holder, 4)
    across.addStretch(1)
    inside = Tall()
    layout = QVBoxLayout(inside)
    layout.addStretch(2)
    layout.addLayout(across)
    layout.addStretch(3)
    return inside
