"""Chooses with whom something was learnt; most leave it, and then nothing is said about it."""

from ..domain.mix import Mix
from .desk import Desk
from .fields.choices import Choice, of_words


def mix_choice(desk: Desk) -> Choice:
    """Return a control that chooses one's own profession or several, or neither."""
    return Choice(desk, of_words(Mix), nothing="Not said")
