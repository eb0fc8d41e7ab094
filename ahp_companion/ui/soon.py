"""Doing a thing a little later, and only while the portfolio is still open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from .session import Session


def soon(parent: QObject, session: Session, act: Callable[[], Any], *, after: int = 0) -> QTimer:
    """Return a timer that does a thing once, some milliseconds after it was last started.

    Nothing is read from a portfolio that has been closed in the meantime.
    """
    timer = QTimer(parent, interval=after, singleShot=True)
    timer.timeout.connect(act)
    session.closing.connect(timer.stop)
    return timer
