"""Asks before answers take the place of other words in the statement; those are kept."""

from PySide6.QtWidgets import QWidget

from ...domain.words import count
from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel
from .frame import Frame, within_screen


class PutIn(Frame):
    """Says what becomes of the words that stand in the statement."""

    def __init__(self, parent: QWidget | None, desk: Desk, words: int) -> None:
        super().__init__(
            parent, desk.theme, "Your statement has other words", act="Put it in", width=480
        )
        self.column.addWidget(
            PlainLabel(
                f"The {count(words, 'word')} that stand in it now are kept as a version, under "
                "Kept, and your answers take their place. Undo takes both back.",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), desk.theme.px(260)))


def asked_to_put_in(parent: QWidget | None, desk: Desk, words: int) -> bool:
    """Return whether someone wants their answers in place of so many words."""
    return asked(PutIn(parent, desk, words))
