"""A column as high as its width asks for, so that what scrolls ends where its contents end."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Tall(QWidget):
    """Holds wrapped words in a scroll area.

    Qt takes a widget's least height at its least width, where every word has a line of its own;
    a scroll area would keep all that room free.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width alone."""
        return QSize(super().minimumSizeHint().width(), 0)


class Measured(Tall):
    """Holds one widget at the left, no wider than lines of text should be.

    The room beside it is a margin: asked for the height at a width, Qt takes no notice of a
    widget's greatest width, and wrapped words would be cut.
    """

    def __init__(self, held: QWidget, widest: int, margins: QMargins | None = None) -> None:
        super().__init__()
        self._widest = widest
        self._margins = margins or QMargins()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(self._margins)
        self._column.addWidget(held)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is wider than wanted to the margin."""
        super().resizeEvent(event)
        kept = self._margins
        beside = max(0, self.width() - kept.left() - kept.right() - self._widest)
        self._column.setContentsMargins(
            kept.left(), kept.top(), kept.right() + beside, kept.bottom()
        )
