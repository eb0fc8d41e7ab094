"""This year in three small pictures, each with a sentence that says what it shows."""

from PySide6.QtWidgets import QWidget

from .desk import Desk


class YearPictures(QWidget):
    """Protected time, the four pillars and confidence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()

    def refresh_soon(self) -> None:
        """Draw."""

    def set_stacked(self, *, stacked: bool) -> None:
        """Stack."""
