"""A list at the left and the record at the right; where there is little room, one of the two."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..domain.kinds import Kind
from ..domain.words import count
from . import preferences
from .desk import Desk
from .labels import PlainLabel, Size
from .rows_view import RowsView
from .tall import Measured, Tall


class ListColumn(Tall):
    """The list, with how many there are under it.

    Were it not tall, the words for nothing found would take a line each from the filters above.
    """

    def __init__(self, desk: Desk, view: RowsView) -> None:
        super().__init__()
        px = desk.theme.px
        self.view = view
        self.nothing = PlainLabel("", Size.BODY, role="second", wraps=True)
        self.counted = PlainLabel("", Size.SECOND, role="third")
        self.counted.setContentsMargins(px(12), px(4), 0, px(4))
        self.setMinimumWidth(px(240))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(8), px(8))
        column.addWidget(self.nothing)
        column.addWidget(view, 1)
        column.addWidget(self.counted)

    def show_counts(self, kind: Kind, *, shown: int, total: int) -> None:
        """Say how many records are shown of how many, and what to do where there are none."""
        words = count(total, kind.noun, kind.nouns)
        self.counted.setText(words if shown == total else f"{shown:,} of {words}")
        self.nothing.setText(f"No {kind.nouns} match. Search for less, or clear a filter.")
        self.nothing.setVisible(shown == 0)


class RecordColumn(QScrollArea):
    """The record: a way back to the list, what it holds one under the other, and what ends it."""

    def __init__(
        self, desk: Desk, *, back: QPushButton, held: Sequence[QWidget], foot: Sequence[QWidget]
    ) -> None:
        super().__init__()
        px = desk.theme.px
        self.back = back
        back.hide()
        inside = Tall()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(28), px(18), px(28), px(28))
        column.setSpacing(px(20))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        for each in held:
            column.addWidget(each)
        line = QHBoxLayout()
        for each in foot:
            line.addWidget(each)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.holder = Measured(inside, px(720))
        self.setObjectName("record")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(px(320))


class ListSplit(QSplitter):
    """The two beside each other, the line between them where it was last put."""

    def __init__(self, desk: Desk, left: ListColumn, right: RecordColumn) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._left, self._right = desk, left, right
        px = desk.theme.px
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([px(desk.preferences.get(preferences.SPLIT)), px(1200)])
        self.splitterMoved.connect(self._remember)

    def show_either(self, *, narrow: bool, record_shown: bool) -> None:
        """Show list and record, or in a narrow page one of them, the record with its way back."""
        self._left.setVisible(not narrow or not record_shown)
        self._right.setVisible(not narrow or record_shown)
        self._right.back.setVisible(narrow)

    def _remember(self, at: int, _which: int) -> None:
        self._desk.preferences.put(preferences.SPLIT, round(at / self._desk.theme.scale))
