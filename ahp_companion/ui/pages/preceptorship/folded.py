"""Something that is there to be read when wanted: a line that opens what is under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...buttons import button
from ...desk import Desk


class Folded(QWidget):
    """A line with an arrow; pressed, it shows what it holds, and pressed again it hides it."""

    def __init__(self, desk: Desk, words: str, held: QWidget, *, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.held = held
        self.fold_button = button(desk, words, self.turn, icon="forward", look="link", name=name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(held)
        held.hide()

    def turn(self) -> None:
        """Open it, or fold it again."""
        self.show_held(self.held.isHidden())

    def show_held(self, is_open: bool) -> None:
        """Show what it holds, or hide it."""
        self.held.setVisible(is_open)
        icon = "expand" if is_open else "forward"
        self.fold_button.setIcon(self._desk.icons.icon(icon, "accent"))
