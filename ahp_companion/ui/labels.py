"""Text in the window: always plain, in one of a few sizes."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
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


class LineLabel(PlainLabel):
    """Words in one line where there is room for it, and in more where there is not."""

    def __init__(self, text: str = "", size: Size = Size.BODY, *, role: str = "") -> None:
        super().__init__(text, size, role=role, wraps=True)

    def sizeHint(self) -> QSize:
        """Return the size of all the words in one line."""
        metrics = self.fontMetrics()
        # One more: a fraction of a pixel that is rounded away would wrap the last word.
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())


class FittingLabel(PlainLabel):
    """One line that shows as much of its text as there is room for, and all of it on pointing."""

    def minimumSizeHint(self) -> QSize:
        """Return no width, and the height of a line."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits; what does not ends in three dots."""
        fitting = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip("" if fitting == self.text() else self.text())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), self.alignment(), self.palette(), True, fitting,
            self.foregroundRole(),
        )  # fmt: skip


def rule() -> QFrame:
    """Return a line one pixel high."""
    line = QFrame()
    line.setObjectName("rule")
    return line
