"""What every page works with: the open portfolio, the theme, and ways to go elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .icons import Icons
from .preferences import Preferences
from .session import Session
from .theme import Theme


def _stay(_page: str) -> None:
    """Go nowhere: a page on its own has no others to begin something on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Passed to each page when it is made."""

    session: Session
    theme: Theme
    icons: Icons
    preferences: Preferences
    go_to: Callable[[Any], None]
    say: Callable[[str], None]
    begin: Callable[[str], None] = _stay
