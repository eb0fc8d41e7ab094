"""Python's garbage, collected in the window's thread alone.

Python collects in whichever thread happens to fill its measure. A widget that is let go of in
another thread than the window's waits there for the window, which may be waiting for that thread.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000


@contextmanager
def collected_here() -> Iterator[None]:
    """Let nothing be collected elsewhere meanwhile; for work that opens a window and closes it."""
    made = Collecting()
    try:
        yield
    finally:
        made.stop()


class Collecting(QObject):
    """While there is one, nothing is collected but by it, every second, where the window lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY)

    def collect(self) -> None:
        """Collect the oldest generation whose measure is full, as Python itself would have."""
        for generation, (held, most) in reversed(
            [*enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))]
        ):
            if held > most:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Let Python collect as it likes again."""
        self._timer.stop()
        gc.enable()
