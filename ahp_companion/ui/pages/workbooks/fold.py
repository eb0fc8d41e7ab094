"""What most people leave closed: a word that opens it, and what is made when it first opens."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...buttons import button
from ...desk import Desk


class Fold(QWidget):
    """A part that is closed until it is asked for; its button stands wherever it is put."""

    def __init__(
        self,
        desk: Desk,
        word: str,
        about: str,
        make: Callable[[QVBoxLayout], None],
        *,
        name: str,
    ) -> None:
        super().__init__()
        self._desk, self._make = desk, make
        self._is_made = False
        px = desk.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), 0, 0, px(6))
        self._column.setSpacing(px(4))
        self.turned = button(
            desk, word, self.turn, icon="forward", look="link", name=f"{name}-{word.lower()}"
        )
        self.turned.setAccessibleName(f"{word}: {about}")
        self.hide()

    def turn(self) -> None:
        """Open it, or close it again."""
        if not self._is_made:
            self._is_made = True
            self._make(self._column)
        is_open = self.isHidden()
        self.setVisible(is_open)
        self.turned.setIcon(self._desk.icons.icon("expand" if is_open else "forward", "accent"))
