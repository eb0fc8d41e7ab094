"""Asks for the passphrase of a portfolio that has one."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ...domain.problems import ProblemError
from ..asking import asked
from ..labels import PlainLabel
from ..theme import Theme
from .frame import Frame


class PassphraseDialog(Frame):
    """Says why it asks, and takes one line."""

    def __init__(self, parent: QWidget | None, theme: Theme, why: ProblemError) -> None:
        super().__init__(parent, theme, "Passphrase", act="Open it", width=460)
        self.column.addWidget(PlainLabel(why.happened, wraps=True))
        self.typed = QLineEdit()
        self.typed.setObjectName("passphrase")
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.put("The passphrase", self.typed)
        self.column.addStretch(1)
        self.resize(self.width(), theme.px(300))
        self.typed.setFocus()


def ask_passphrase(parent: QWidget | None, theme: Theme, why: ProblemError) -> str:
    """Return what was typed, or nothing if the dialog was left."""
    dialog = PassphraseDialog(parent, theme, why)
    return dialog.typed.text() if asked(dialog) else ""
