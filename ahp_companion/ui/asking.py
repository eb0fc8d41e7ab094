"""Dialogs that are asked something once, and let go when they have been answered."""

from PySide6.QtWidgets import QDialog


def asked(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; return whether it was accepted, and let it go.

    What was said in it is to be read at once: it is gone when the event loop next turns.
    """
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    # A parent would keep it, with all that it holds, for as long as the window is open.
    dialog.deleteLater()
    return is_accepted
