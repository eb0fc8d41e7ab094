"""Every action of the window: its words, its shortcut, its place in the menu."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ..domain.problems import ProblemError
from ..places import Places
from .desk import Desk
from .main_window import MainWindow
from .sidebar import ENTRIES


class Actions(QObject):
    """The actions over one open portfolio."""

    def __init__(self, window: MainWindow, desk: Desk, places: Places) -> None:
        super().__init__(window)
        self._window, self._desk, self._places = window, desk, places

    def back_up_quietly(self) -> None:
        """Back up if anything changed since the last time."""
        if self._desk.session.needs_backup:
            try:
                self._desk.session.back_up("every half hour")
            except ProblemError as problem:
                self._desk.session.failed.emit(problem)
