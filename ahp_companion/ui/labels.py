"""Text in the window: always plain, in one of a few sizes."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QWidget


class Size(Enum):
    """A size of the type scale, and its weight."""

    SECOND = (0.86, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    MEDIUM = (1.0, QFont.Weight.Medium)
    STRONG = (1.0, QFont.Weight.DemiBold)
    LONG = (1.07, QFont.Weight.Normal)
    HEADING = (1.25, QFont.Weight.DemiBold)
    RECORD = (1.4, QFont.Weight.DemiBold)
    PAGE = (1.6, QFont.Weight.DemiBold)
    FIGURE = (2.15, QFont.Weight.DemiBold)


def font(size: Size) -> QFont:
    """Return the window's own font in a size of the scale, with tabular figures."""
    ratio, weight = size.value
    found = QFont(QApplication.font())
    found.setPixelSize(max(round(QApplication.font().pixelSize() * ratio), 1))
    found.setWeight(weight)
    found.setFeature(QFont.Tag("tnum"), 1)
    return found


class PlainLabel(QLabel):
    """A label that shows text as it stands: what looks like a tag is text too."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.BODY,
        *,
        role: str = "",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size))
        self.setText(text)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(1)
        if role:
            self.setProperty("role", role)


def rule() -> QFrame:
    """Return a line one pixel high."""
    line = QFrame()
    line.setObjectName("rule")
    return line
