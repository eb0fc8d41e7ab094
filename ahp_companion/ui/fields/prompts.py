"""One prompt of a reflection: a line until it is opened, then a text that grows."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.reflections import Prompt
from ..desk import Desk
from ..labels import PlainLabel, Size, font
from .prose import Prose

NUMBER, LINE = 28, 38
# The box starts this much before its heading, so that the words in it stand under the heading.
INSET = 10


class PromptLine(QAbstractButton):
    """A prompt without an answer as one line: its number, its heading and its question."""

    def __init__(self, desk: Desk, number: int, prompt: Prompt) -> None:
        super().__init__()
        self._desk, self._number, self._prompt = desk, number, prompt
        self.setText(prompt.heading)
        self.setAccessibleName(f"{number}. {prompt.heading}: write an answer")
        self.setAccessibleDescription(prompt.question)
        self.setObjectName(f"open-{prompt.key}")
        self.setToolTip(prompt.question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(self._desk.theme.px(240), self._desk.theme.px(LINE))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow: its words are cut short."""
        return QSize(self._desk.theme.px(120), self._desk.theme.px(LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line under a thin rule."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.colour("line"))
        at, end = px(NUMBER), self.width() - px(24)
        self._words(painter, f"{self._number}", Size.STRONG, "third", 0, at)
        at += self._words(painter, self._prompt.heading, Size.STRONG, "text", at, end) + px(10)
        self._words(painter, self._prompt.question, Size.BODY, "third", at, end)
        mark = QRect(end + px(4), (self.height() - px(16)) // 2, px(16), px(16))
        self._desk.icons.paint(painter, "expand", theme.colour("second"), mark.toRectF())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))

    def _words(
        self, painter: QPainter, words: str, size: Size, role: str, left: int, right: int
    ) -> int:
        """Write words between two edges and return how wide they came out."""
        face = font(size)
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.setFont(face)
        painter.setPen(self._desk.theme.colour(role))
        where = QRect(left, 0, max(right - left, 0), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class PromptBox(QWidget):
    """A prompt with its answer; folded to its line while there is none."""

    changed = Signal()

    def __init__(self, desk: Desk, number: int, prompt: Prompt) -> None:
        super().__init__()
        self.prompt = prompt
        px = desk.theme.px
        self.line = PromptLine(desk, number, prompt)
        self.line.clicked.connect(self.open)
        self.text = Prose(desk)
        self.text.set_names(prompt.heading, prompt.question, prompt.key)
        self.text.changed.connect(self.changed)
        self._inside = QWidget()
        head = QHBoxLayout()
        head.setSpacing(0)
        figure = PlainLabel(str(number), Size.STRONG, role="third")
        figure.setFixedWidth(px(NUMBER))
        head.addWidget(figure)
        head.addWidget(PlainLabel(prompt.heading, Size.STRONG, wraps=True), 1)
        question = PlainLabel(prompt.question, Size.SECOND, role="third", wraps=True)
        question.setContentsMargins(px(NUMBER), 0, 0, 0)
        answer = QHBoxLayout()
        answer.setContentsMargins(px(NUMBER - INSET), 0, 0, 0)
        answer.addWidget(self.text)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, px(10))
        inside.setSpacing(px(2))
        inside.addLayout(head)
        if prompt.question:
            inside.addWidget(question)
        inside.addLayout(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self._inside)
        self.show_answer("", is_open=False)

    @property
    def answer(self) -> str:
        """Return what is written."""
        return self.text.value()

    @property
    def is_open(self) -> bool:
        """Return whether the text is shown, not the line."""
        return not self._inside.isHidden()

    def show_answer(self, words: str, *, is_open: bool) -> None:
        """Show an answer, or the line where there is none and nothing asks to open it."""
        self.text.set_value(words)
        self._fold(is_open=is_open or bool(words))

    def open(self) -> None:
        """Open the text and put the keyboard into it."""
        self._fold(is_open=True)
        self.text.edit.setFocus()

    def _fold(self, *, is_open: bool) -> None:
        self.line.setVisible(not is_open)
        self._inside.setVisible(is_open)
