"""What a signal calls when it is to say more, or less, than the signal does."""

from collections.abc import Callable
from typing import Any


def calling(act: Callable[..., Any], *values: Any) -> Callable[[], None]:
    """Return what does a thing with these values, whatever the signal itself passes on."""

    def call() -> None:
        act(*values)

    return call
