"""Failures that nobody foresaw: a sentence for the person, the place in the source for the log."""

import traceback
from datetime import datetime
from pathlib import Path

from ..places import own_places

LOG = "log.txt"


def in_words(error: BaseException) -> str:
    """Return what to tell someone, having logged where it happened; no text of theirs is logged."""
    kind = type(error).__name__
    path = own_places().state / LOG
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {kind} {places_in_source(error)}\n")
    except OSError:
        return f"Something went wrong that AHP Companion did not expect ({kind})."
    return f"Something went wrong that AHP Companion did not expect ({kind}). {path} says where."


def places_in_source(error: BaseException) -> str:
    """Return the places a failure came through, outermost first: files, lines and functions."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames)
