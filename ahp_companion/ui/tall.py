"""A column as high as its width asks for, so that what scrolls ends where its contents end."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Tall(QWidget):
    """Holds wrapped words in a scroll area.

    Qt takes a widget's least height at its least width, where every word has a line of its own;
    a scroll area would keep all that room free.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width alone."""
        return QSize(super().minimumSizeHint().width(), 0)
