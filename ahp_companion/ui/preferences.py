"""What the owner likes: theme, text size, window places. Declared once; nothing personal."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

THEMES = ("system", "light", "dark", "contrast")
UNUSED_CHOICES = (3, 6, 9, 12, 18, 24)
TEXT_SIZES = (100, 115, 130, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preference(Generic[T]):
    """One preference: its key, and what it is until it is chosen."""

    key: str
    default: T


THEME = Preference("theme", "system")
TEXT_SIZE = Preference("text-size", 100)
WINDOW = Preference("window", QByteArray())
LAST_PAGE = Preference("page", "overview")
LAST_PORTFOLIO = Preference("portfolio", "")
SPLIT = Preference("split", 376)
UNUSED_MONTHS = Preference("unused-months", 6)


class Preferences:
    """The preferences file; a value that cannot be read is its default."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, preference: Preference[T]) -> T:
        """Return a preference as it was last chosen."""
        kept: Any = self._settings.value(preference.key, preference.default)
        if isinstance(preference.default, int):
            try:
                kept = int(kept)
            except (TypeError, ValueError):
                kept = preference.default
        return kept if isinstance(kept, type(preference.default)) else preference.default

    def put(self, preference: Preference[T], value: T) -> None:
        """Keep a choice."""
        self._settings.setValue(preference.key, value)

    def save(self) -> None:
        """Write everything chosen to the file."""
        self._settings.sync()
