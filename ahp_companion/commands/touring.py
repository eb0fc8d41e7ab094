"""The tour, and what a later version will do."""

import os
from argparse import Namespace

from ..domain.problems import ProblemError
from .saying import say


def tour(asked: Namespace) -> int:
    """Go through the main job on a sample: a picture of every page, and its PDF."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QThreadPool

    from ..app import make_application
    from ..ui.tour import run

    app = make_application()
    say(*(str(path) for path in run(app, asked.folder, asked.sample)))
    # Work still under way when Python ends would end it with a crash.
    QThreadPool.globalInstance().waitForDone()
    return 0


def handover(_asked: Namespace) -> int:
    """Say that records are not exchanged between two people yet."""
    raise ProblemError(
        "This version does not make or open hand-overs yet.",
        means="Nothing was read or written.",
        advice="Export portfolio-pdf or html for the other person to read.",
    )
