"""Theme and text size."""

from PySide6.QtWidgets import QComboBox, QWidget

from .. import preferences
from ..labels import PlainLabel, Size
from ..preferences import TEXT_SIZES, Preferences
from ..theme import Theme
from .frame import Frame

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
        self.put("Colours", self.theme)
        self.put("Size of text", self.size_of_text)
        self.column.addWidget(
            PlainLabel(
                "The window is drawn anew; nothing you are writing is lost.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.resize(self.width(), theme.px(340))

    def keep(self) -> None:
        """Keep what is chosen."""
        self._wishes.put(preferences.THEME, self.theme.currentData())
        self._wishes.put(preferences.TEXT_SIZE, self.size_of_text.currentData())
        self._wishes.save()
