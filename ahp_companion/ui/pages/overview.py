"""Placeholder."""

from PySide6.QtWidgets import QWidget

from ..desk import Desk


def overview_page(desk: Desk) -> QWidget:
    """Return the page."""
    return QWidget()
