"""A new setting: what it is called, from when, and what is to be asked anew because of it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ..asking import asked
from ..desk import Desk
from ..fields.moments import Day
from ..labels import PlainLabel, Size
from .frame import Frame, within_screen


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSetting:
    """What someone said of the setting they go to."""

    title: str
    from_on: date
    asks_competences: bool = False


class NewSettingDialog(Frame):
    """Asks for a name and a day; says what will be kept."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "A new setting", act="Begin it", width=480)
        self._today = desk.session.today()
        self.words = QLineEdit()
        self.words.setObjectName("title")
        self.words.textChanged.connect(self._show_act)
        self.from_on = Day(desk)
        self.from_on.set_value(self._today)
        self.competences = QCheckBox("Ask about the competences I have met, too")
        self.competences.setObjectName("asks-competences")
        self.competences.setAccessibleName(self.competences.text())
        self.put("What it is called", self.words)
        self.put("From", self.from_on)
        self.from_on.set_names("From", "", "from")
        self.column.addWidget(
            PlainLabel(
                "Your sheet until now is closed and kept as it is. Its lines go along, and each "
                "asks whether it carries over.",
                role="second",
                wraps=True,
            )
        )
        self.column.addWidget(self.competences)
        self.column.addWidget(
            PlainLabel("Undo takes all of it back.", Size.SECOND, role="third", wraps=True)
        )
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), desk.theme.px(460)))
        self._show_act("")
        self.words.setFocus()

    def accept(self) -> None:
        """Close, unless the day cannot be read; then say how to write it."""
        self.from_on.flush()
        if self.from_on.is_unread:
            self.from_on.focus_widget().setFocus()
        else:
            super().accept()

    def chosen(self) -> NewSetting:
        """Return what was said; a day that was taken out is today."""
        return NewSetting(
            title=self.words.text().strip(),
            from_on=self.from_on.value() or self._today,
            asks_competences=self.competences.isChecked(),
        )

    def _show_act(self, typed: str) -> None:
        self.act.setEnabled(bool(typed.strip()))


def ask_new_setting(parent: QWidget | None, desk: Desk) -> NewSetting | None:
    """Return what someone says of their new setting, or None."""
    dialog = NewSettingDialog(parent, desk)
    return dialog.chosen() if asked(dialog) else None
