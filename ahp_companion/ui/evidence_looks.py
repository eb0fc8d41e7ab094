"""Looking at evidence behind the window's back: each file once, one after the other."""

import threading
from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from ..domain.evidence import Evidence
from ..domain.problems import ProblemError
from ..exchange.looks.looking import look
from .session import Session

# A look ends by itself in seconds; a window that is closed waits no longer than this for it.
WAITED_FOR = 3.0


class Looking(QObject):
    """Looks at what was not looked at yet, and says when it has."""

    looked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._ahead: dict[str, str] = {}
        self._known: set[str] = set()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_stopping = False
        session.closing.connect(self.stop)

    @property
    def is_looking(self) -> bool:
        """Return whether it is looking at anything."""
        return self._thread is not None

    def look_at(self, pieces: Iterable[Evidence]) -> None:
        """Look at the files of some evidence, those asked for last first."""
        with self._turn:
            for each in pieces:
                is_ahead = self._ahead.pop(each.sha256, None) is not None
                if each.sha256 and (is_ahead or each.sha256 not in self._known):
                    self._known.add(each.sha256)
                    self._ahead[each.sha256] = each.file_name
            if self._thread is None and self._ahead and not self._is_stopping:
                # Not one of Qt's threads: the application waits for those before it ends.
                self._thread = threading.Thread(target=self._look_through, name="looking")
                self._thread.start()

    def stop(self) -> None:
        """Look at nothing more, and wait a little for what is being looked at."""
        with self._turn:
            self._is_stopping = True
            self._ahead.clear()
            thread = self._thread
        if thread is not None:
            thread.join(WAITED_FOR)

    def _look_through(self) -> None:
        try:
            while (chosen := self._next()) is not None:
                # A file that is not there, or a disk that is full: said where it is asked for.
                with suppress(ProblemError):
                    self._look(*chosen)
        except Exception:
            with self._turn:
                self._thread = None
            # Otherwise the portfolio was closed in the meantime.
            if not self._is_stopping:
                raise

    def _next(self) -> tuple[str, str] | None:
        with self._turn:
            if not self._ahead:
                self._thread = None
                return None
            return self._ahead.popitem()

    def _look(self, sha256: str, file_name: str) -> None:
        session = self._session
        if session.look(sha256) is None:
            found = look(sha256, session.file(sha256), file_name)
            if self._is_stopping:
                return
            session.keep_looks([found])
        self.looked.emit(sha256)


def looking_of(session: Session) -> Looking:
    """Return what looks at a portfolio's evidence; there is one, and it ends with the session."""
    return session.findChild(Looking) or Looking(session)
