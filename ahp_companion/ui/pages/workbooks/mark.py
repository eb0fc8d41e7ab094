"""An icon with the words that always go with it, in a line of a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...desk import Desk
from ...labels import PlainLabel, Size


class Marked(QWidget):
    """A state by icon and word; hidden where there is nothing to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mark = PlainLabel()
        self.words = PlainLabel("", Size.SECOND, role="second", wraps=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(desk.theme.px(4))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.hide()

    def show_words(self, icon: str, words: str) -> None:
        """Show words with their icon, or nothing."""
        self.words.setText(words)
        self.setVisible(bool(words))
        if words:
            theme = self._desk.theme
            picture = self._desk.icons.pixmap(icon, theme.colour("second"), theme.px(16))
            self._mark.setPixmap(picture)
