"""From the start of the program to the first painted window, and how much memory that takes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import monotonic

from .large_portfolio import ROOT, large_portfolio
from .timing import Comparison

# How long nothing may be painted before the window is taken to be filled.
QUIET_TURNS, TURN = 8, 50
WATCH = f"""
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class Watch(QObject):
    painted, quiet = [], 0

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted.append(time.monotonic())
            self.quiet = 0
        return False

    def look(self):
        self.quiet += bool(self.painted)
        if self.quiet > {QUIET_TURNS}:
            status = Path("/proc/self/status").read_text().splitlines()
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
            print(json.dumps([self.painted[0], self.painted[-1], peak / 1000]), flush=True)
            # What is measured is over; how the program ends is no part of it.
            os._exit(0)

app = QApplication(sys.argv[:1])
watch = Watch()
app.installEventFilter(watch)
turns = QTimer()
turns.timeout.connect(watch.look)
turns.start({TURN})
"""
EMPTY = f"""{WATCH}
window = QMainWindow()
window.resize(1180, 760)
window.show()
app.exec()
"""
OURS = f"""{WATCH}
from ahp_companion.app import run
run(Path(sys.argv[1]))
"""


def starting(folder: Path, *, times: int = 5) -> Iterator[Comparison]:
    """Yield first paint, last paint and peak memory, against an empty window of PySide6's."""
    if not Path("/proc/self/status").exists():
        return
    path = large_portfolio(2000)
    taken: tuple[list[list[float]], list[list[float]]] = [], []
    for _ in range(times):
        for runs, script in zip(taken, (OURS, EMPTY), strict=True):
            runs.append(_run(script, path, folder))
    ours, bare = ([median(each) for each in zip(*runs, strict=True)] for runs in taken)
    names = (
        ("the first painted window", 1.5, "ms"),
        ("the window filled, 2,000 activities", None, "ms"),
        ("memory at its most", 1.5, "MB"),
    )
    for at, (name, most, unit) in enumerate(names):
        yield Comparison(name=name, ours=ours[at], bare=bare[at], most=most, unit=unit)


def _run(script: str, path: Path, folder: Path) -> list[float]:
    home = {name: str(folder / name) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    start = monotonic()
    said = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, last, peak = json.loads(said.stdout.splitlines()[-1])
    return [(first - start) * 1000, (last - start) * 1000, peak]
