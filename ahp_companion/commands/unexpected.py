"""Failures that nobody foresaw: a sentence for the person, the place in the source for the log."""

from ..diagnostics import Diagnostics, report_of
from ..places import own_places


def in_words(error: BaseException) -> str:
    """Return what to tell someone, having logged where it happened; no text of theirs is logged."""
    diagnostics = Diagnostics(own_places().state)
    diagnostics.keep(report_of(type(error), error.__traceback__))
    said = f"Something went wrong that AHP Companion did not expect ({type(error).__name__})."
    return f"{said} {diagnostics.path} says where." if diagnostics.path.exists() else said
