"""Follows what changes in the portfolio, as soon as there is someone to see it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ..domain.changes import Change
from .session import Session
from .soon import soon


class Following(QObject):
    """Calls a part to show itself anew once after changes; a part that is hidden, when seen.

    A portfolio that closes together with its window is thus never read again.
    """

    def __init__(
        self, part: QWidget, session: Session, kinds: frozenset[str], show: Callable[[], None]
    ) -> None:
        super().__init__(part)
        self._part, self._kinds, self._show = part, kinds, show
        self._is_behind = False
        self._soon = soon(self, session, self._show_if_seen)
        session.changed.connect(self._follow)

    def catch_up(self) -> None:
        """Show what changed while the part was hidden; to be called when it is shown."""
        if self._is_behind:
            self._soon.start()

    def _follow(self, change: Change) -> None:
        if change.kinds & self._kinds:
            self._is_behind = True
            self._soon.start()

    def _show_if_seen(self) -> None:
        if self._is_behind and self._part.isVisible():
            self._is_behind = False
            self._show()
