"""Text: a line, a title, and a box that grows with what is written in it."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget

from ..desk import Desk
from ..labels import Size, font
from .control import Control

# Long text is saved this long after the last key, and never later than on leaving the box.
PAUSE = 700
LINE_HEIGHT = 1.45


class Line(Control):
    """One line of text, kept when the line is left or Return is pressed."""

    def __init__(self, desk: Desk, *, placeholder: str = "", is_title: bool = False) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        if is_title:
            self.edit.setObjectName("title")
            self.edit.setFont(font(Size.RECORD))
            self.edit.setMinimumHeight(desk.theme.px(36))
            # The line has an inset of its own; without this the title stands off the edge.
            self.edit.setTextMargins(-desk.theme.px(6), 0, 0, 0)
        self.edit.setMinimumWidth(desk.theme.px(220))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.flush)
        self._said = ""
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._pause.start)
        self.edit.editingFinished.connect(self.flush)

    def value(self) -> str:
        """Return the text."""
        return self.edit.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        if self.edit.text() != (value or ""):
            self.edit.setText(value or "")
            self.edit.setCursorPosition(0)
        # What stands in the line, and not what was given: a space at its end is no change.
        self._said = self.value()

    def focus_widget(self) -> QWidget:
        """Return the line itself."""
        return self.edit

    def is_being_typed_in(self) -> bool:
        """Return whether something typed here is not kept yet."""
        return self.edit.hasFocus() and self.value() != self._said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let undo go to the window once there is no typing left to take back here."""
        return is_for_window(event, self.edit.isUndoAvailable(), self.edit.isRedoAvailable()) or (
            super().eventFilter(watched, event)
        )

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name it by its label, or by what stands in it while it is empty."""
        super().set_names(label or self.edit.placeholderText(), help_words, name)

    def flush(self) -> None:
        """Say what was typed, if it is new."""
        self._pause.stop()
        if self.value() != self._said:
            self._said = self.value()
            self.changed.emit()


def is_for_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Return whether a key is undo or redo for which a box of text has nothing of its own.

    Qt's boxes keep both keys to themselves, though nothing was typed in them. The event is then
    refused, and the window's own undo is asked.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    is_spent = (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)
    if is_spent:
        event.ignore()
    return is_spent


class GrowingText(QTextEdit):
    """A text box as high as its text, in one typeface, that Tab leaves."""

    def __init__(self, desk: Desk, least_lines: int = 2) -> None:
        super().__init__()
        self._least = least_lines
        self._theme = desk.theme
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        # Qt counts the margin as something that could be undone; with the text set it does not.
        self.set_plain_text("")
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_plain_text(self, text: str) -> None:
        """Show a text at the line height of running text."""
        self.setPlainText(text)
        shape = QTextBlockFormat()
        natural = self.fontMetrics().lineSpacing() / self.font().pixelSize()
        shape.setLineHeight(
            100 * LINE_HEIGHT / natural, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self.document().clearUndoRedoStacks()

    def set_least_lines(self, lines: int) -> None:
        """Let the box be at least so many lines high."""
        if lines != self._least:
            self._least = lines
            self._grow()

    def sizeHint(self) -> QSize:
        """Return a width for about 60 letters and the height of the text."""
        return QSize(self._theme.px(420), self.minimumHeight())

    def _grow(self) -> None:
        line = round(self.fontMetrics().height() * 1.25)
        frame = self._theme.px(12) + 8
        height = max(round(self.document().size().height()), self._least * line) + frame
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


class Text(Control):
    """Long text, kept shortly after the last key."""

    def __init__(self, desk: Desk, *, lines: int = 2, placeholder: str = "") -> None:
        super().__init__()
        self.edit = GrowingText(desk, lines)
        self.edit.setPlaceholderText(placeholder)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.flush)
        self._said = ""
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)

    def value(self) -> str:
        """Return the text."""
        return self.edit.toPlainText().rstrip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        wanted = (value or "").rstrip()
        if self.value() != wanted or not self.edit.document().isUndoAvailable():
            self.edit.blockSignals(True)
            self.edit.set_plain_text(wanted)
            self.edit.blockSignals(False)
        self._said = self.value()

    def focus_widget(self) -> QWidget:
        """Return the box itself."""
        return self.edit

    def is_being_typed_in(self) -> bool:
        """Return whether something typed here is not kept yet."""
        return self.edit.hasFocus() and self.value() != self._said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when the box is left; let undo go to the window when it is due."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        document = self.edit.document()
        return is_for_window(event, document.isUndoAvailable(), document.isRedoAvailable()) or (
            super().eventFilter(watched, event)
        )

    def flush(self) -> None:
        """Say what was typed, if it is new."""
        self._pause.stop()
        if self.value() != self._said:
            self._said = self.value()
            self.changed.emit()

    def _typed(self) -> None:
        if not self._pause.isActive() or self._pause.remainingTime() > 0:
            self._pause.start()
