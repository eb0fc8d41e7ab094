"""The tour, and what a later version will do."""

from argparse import Namespace

from ..domain.problems import ProblemError


def tour(asked: Namespace) -> int:
    """Go through the main job on a sample: a picture of every page, and its PDF."""
    from ..ui.tour import run

    return run(asked.folder, asked.sample)


def handover(_asked: Namespace) -> int:
    """Say that records are not exchanged between two people yet."""
    raise ProblemError(
        "This version does not make or open hand-overs yet.",
        means="Nothing was read or written.",
        advice="Export portfolio-pdf or html for the other person to read.",
    )
