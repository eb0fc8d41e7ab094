"""One line of a board: a record said in a few words, pressed to open it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .desk import Desk
from .labels import PlainLabel, Size
from .rows import State

MARK = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a board says of one record; `aside` stands at the right, a line each."""

    record: Any
    title: str
    detail: str = ""
    aside: tuple[str, ...] = ()
    state: State | None = None
    warning: str = ""

    @property
    def detail_in_full(self) -> str:
        """Return the state's word and the detail as one line."""
        word = self.state.word if self.state else ""
        return " · ".join(part for part in (word, self.detail) if part)

    @property
    def in_words(self) -> str:
        """Return the entry as a screen reader says it."""
        parts = (self.title, self.detail_in_full, *self.aside, self.warning)
        return ", ".join(part for part in parts if part)


class EntryRow(QAbstractButton):
    """A button that holds an entry and is as high as its words need."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark = PlainLabel()
        self._title = PlainLabel("", Size.MEDIUM, wraps=True)
        self._detail = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self._warning = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        self._aside = [PlainLabel("", Size.SECOND, role="second") for _ in range(2)]
        across = QHBoxLayout(self)
        across.setContentsMargins(px(10), px(5), px(10), px(5))
        across.setSpacing(px(10))
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(_column(self._title, self._detail, self._warning, gap=px(2)), 1)
        across.addLayout(_column(*self._aside, gap=px(4), right=True))
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry says."""
        self.entry = entry
        theme = self._desk.theme
        self._mark.setVisible(entry.state is not None)
        if entry.state:
            colour = theme.colour(entry.state.role)
            picture = self._desk.icons.pixmap(entry.state.icon, colour, theme.px(MARK))
            self._mark.setPixmap(picture)
        _say(self._title, entry.title)
        _say(self._detail, entry.detail_in_full)
        _say(self._warning, entry.warning)
        for at, label in enumerate(self._aside):
            _say(label, entry.aside[at] if at < len(entry.aside) else "")
        self.setAccessibleName(entry.in_words)
        self.setAccessibleDescription("Press to open")

    def sizeHint(self) -> QSize:
        """Return a size for a line or two; the height follows from the width that there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and not the height that the words would need in it."""
        return QSize(self._desk.theme.px(160), self._desk.theme.px(28))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ground under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the ground away."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the ring; the words are labels."""
        theme = self._desk.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), theme.px(6), theme.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))


def _column(*labels: QWidget, gap: int, right: bool = False) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    for label in labels:
        if right:
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)
        else:
            column.addWidget(label)
    column.addStretch(1)
    return column


def _say(label: PlainLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
