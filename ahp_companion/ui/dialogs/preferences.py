"""Theme, text size, and how long a competence may rest."""

from PySide6.QtWidgets import QComboBox, QWidget

from ...domain.words import count
from .. import preferences
from ..labels import PlainLabel, Size
from ..preferences import TEXT_SIZES, UNUSED_CHOICES, Preferences
from ..theme import Theme
from .frame import Frame, within_screen

THEME_WORDS = {
    "system": "As the computer is set",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}


class PreferencesDialog(Frame):
    """Shows what was chosen, and keeps what is chosen now."""

    def __init__(self, parent: QWidget | None, theme: Theme, wishes: Preferences) -> None:
        super().__init__(parent, theme, "Preferences", act="Keep these", width=440)
        self._wishes = wishes
        self.theme = QComboBox()
        self.theme.setObjectName("theme")
        for code, words in THEME_WORDS.items():
            self.theme.addItem(words, code)
        self.size_of_text = QComboBox()
        self.size_of_text.setObjectName("text-size")
        for each in TEXT_SIZES:
            self.size_of_text.addItem(f"{each} %", each)
        self.theme.setCurrentIndex(self.theme.findData(wishes.get(preferences.THEME)))
        self.size_of_text.setCurrentIndex(
            self.size_of_text.findData(wishes.get(preferences.TEXT_SIZE))
        )
        self.unused = QComboBox()
        self.unused.setObjectName("unused-months")
        for each in UNUSED_CHOICES:
            self.unused.addItem(count(each, "month"), each)
        self.unused.setCurrentIndex(self.unused.findData(wishes.get(preferences.UNUSED_MONTHS)))
        self.put("Colours", self.theme)
        self.put("Size of text", self.size_of_text)
        self.put("List a competence as long unused after more than", self.unused)
        self.column.addWidget(
            PlainLabel(
                "The window is drawn anew; nothing you are writing is lost.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), theme.px(420)))

    def keep(self) -> None:
        """Keep what is chosen."""
        self._wishes.put(preferences.THEME, self.theme.currentData())
        self._wishes.put(preferences.TEXT_SIZE, self.size_of_text.currentData())
        self._wishes.put(preferences.UNUSED_MONTHS, self.unused.currentData())
        self._wishes.save()
