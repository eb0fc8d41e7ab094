"""Placeholder."""

from PySide6.QtWidgets import QWidget

from ..desk import Desk


def about_page(desk: Desk) -> QWidget:
    """Return the page."""
    return QWidget()
