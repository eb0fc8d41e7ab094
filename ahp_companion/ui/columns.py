"""Columns that are filled anew when what they show has changed."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (taken := layout.takeAt(0)) is not None:
        gone = taken.widget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
