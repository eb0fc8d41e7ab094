"""A layout that puts what does not fit into the next line, as words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets from left to right, then the next line; all in a line are equally high."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._at_end: QLayoutItem | None = None
        self._gap, self._line_gap = gap, line_gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, added: QLayoutItem) -> None:
        """Take a widget in."""
        self._held.append(added)

    def add_at_end(self, last: QWidget) -> None:
        """Take a last widget in, which ends its line and is as wide there as it may be."""
        self.addWidget(last)
        self._at_end = self._held[-1]

    def count(self) -> int:
        """Return how many widgets there are."""
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return what is at a place."""
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return what is at a place."""
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take; a long page asks for it again and again."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line, so that a line is used where there is one."""
        shown = [each.sizeHint() for each in self._held if not each.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for each in self._held:
            if not each.isEmpty():
                size = size.expandedTo(each.minimumSize())
        return size

    def setGeometry(self, where: QRect) -> None:
        """Place everything."""
        super().setGeometry(where)
        self._arrange(where, moves=True)

    def _arrange(self, where: QRect, *, moves: bool) -> int:
        x, y, line_height = where.x(), where.y(), 0
        for each in self._held:
            if each.isEmpty():
                continue
            wanted = each.sizeHint()
            width = min(wanted.width(), where.width())
            if x > where.x() and x + width > where.right() + 1:
                x, y, line_height = where.x(), y + line_height + self._line_gap, 0
            if each is self._at_end:
                room = where.right() + 1 - x
                width = min(room, each.maximumSize().width())
                x += room - width
            height = each.heightForWidth(width) if each.hasHeightForWidth() else wanted.height()
            if moves:
                each.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self._gap
            line_height = max(line_height, height)
        return y + line_height - where.y()
