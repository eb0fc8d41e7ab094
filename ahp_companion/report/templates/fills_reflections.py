"""One reflection, on paper under three questions, whatever model it was written with."""

from ...domain.reflections import Reflection, written
from ...domain.words import day
from .filling import Fill, Filling

WHAT, SO_WHAT, NOW_WHAT = 0, 1, 2
# Which of the three a model's prompts speak to, where they are not the three themselves.
PARTS = 3


def reflection(filling: Filling) -> Reflection | None:
    """Return the reflection a form is about: the one asked for, else the newest that may leave."""
    if isinstance(filling.record, Reflection):
        return filling.portfolio.find(Reflection, filling.record.id)
    held = filling.portfolio.all(Reflection)
    return held[-1] if held else None


def title(filling: Filling) -> str:
    """Return what it is about."""
    found = reflection(filling)
    return found.title if found else ""


def on(filling: Filling) -> str:
    """Return the day it is of."""
    found = reflection(filling)
    return day(found.on) if found else ""


def what(filling: Filling) -> str:
    """Return the answers to the first third of the model's prompts."""
    return _part(filling, WHAT)


def so_what(filling: Filling) -> str:
    """Return the answers to the second third."""
    return _part(filling, SO_WHAT)


def now_what(filling: Filling) -> str:
    """Return the answers to the last third."""
    return _part(filling, NOW_WHAT)


def _part(filling: Filling, part: int) -> str:
    found = reflection(filling)
    models = filling.selection.catalogue.reflection_models
    model = models.get(found.model) if found else None
    if found is None or model is None:
        return "\n\n".join(found.answers.values()) if found and part == WHAT else ""
    places = {prompt.key: at for at, prompt in enumerate(model.prompts)}
    return "\n\n".join(
        words
        for prompt, words in written(found, model)
        if places[prompt.key] * PARTS // len(places) == part
    )


FILLS: dict[str, Fill] = {
    "reflection.title": title,
    "reflection.on": on,
    "reflection.what": what,
    "reflection.so-what": so_what,
    "reflection.now-what": now_what,
}
