"""Days and lengths of time, typed as people write them; a calendar for those who point."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ...domain import words
from ...domain.reading import read_day, read_duration
from ..desk import Desk
from ..labels import PlainLabel, Size
from .control import Control

# A slip of the hand; no number here is meant to be larger.
LARGEST = 1_000_000


class Typed(Control):
    """A line whose text is read as a value; what cannot be read stays, with a word about it."""

    def __init__(
        self,
        desk: Desk,
        *,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        example: str,
        width: int,
    ) -> None:
        super().__init__()
        self._read, self._write, self._example = read, write, example
        self._value: Any = None
        self._help = ""
        self.edit = QLineEdit()
        # In so many words: on some screens an example is as dark as what was typed.
        self.edit.setPlaceholderText(f"e.g. {example}")
        self.edit.setMinimumWidth(desk.theme.px(width))
        self.edit.editingFinished.connect(self.flush)
        self.hint = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        self.hint.hide()
        self.line = QHBoxLayout()
        self.line.setSpacing(desk.theme.px(4))
        self.line.addWidget(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(4))
        layout.addLayout(self.line)
        layout.addWidget(self.hint)

    def value(self) -> Any:
        """Return the value last read."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self._value = value
        self.edit.setText(self._write(value))
        self._show_hint("")

    def focus_widget(self) -> QWidget:
        """Return the line."""
        return self.edit

    @property
    def is_unread(self) -> bool:
        """Return whether what stands in the line could not be read."""
        return not self.hint.isHidden()

    def is_being_typed_in(self) -> bool:
        """Return whether something typed here is not read yet."""
        return self.edit.hasFocus() and self.edit.text() != self._write(self._value)

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the line, and keep its help to come back to after a hint."""
        super().set_names(label, help_words, name)
        self._help = help_words

    def flush(self) -> None:
        """Read what was typed; keep the value before where it cannot be read, and say so."""
        typed = self.edit.text().strip()
        read = self._read(typed) if typed else None
        if typed and read is None:
            self._show_hint(f"“{typed}” is not read as a value yet. Write it like {self._example}.")
            return
        self._show_hint("")
        self.edit.setText(self._write(read))
        if read != self._value:
            self._value = read
            self.changed.emit()

    def _show_hint(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.edit.setAccessibleDescription(hint or self._help)
        self.edit.setProperty("odd", bool(hint))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)


class Day(Typed):
    """A date, or none."""

    def __init__(self, desk: Desk) -> None:
        self._today = desk.session.today
        super().__init__(
            desk, read=self._read_day, write=words.day, example="12 March 2026", width=165
        )
        self._button = QPushButton()
        self._button.setIcon(desk.icons.icon("calendar"))
        self._button.setProperty("look", "quiet")
        self._button.setFixedWidth(desk.theme.px(36))
        self._button.clicked.connect(self._open_calendar)
        self.line.addWidget(self._button)

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the line and the calendar beside it."""
        super().set_names(label, help_words, name)
        self._button.setAccessibleName(f"Calendar for {label}")
        self._button.setObjectName(f"{name}-calendar")

    def _read_day(self, typed: str) -> date | None:
        return read_day(typed, today=self._today())

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setAccessibleName("Calendar")
        shown = self._value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _picked(self, picked: QDate) -> None:
        self.edit.setText(words.day(date(picked.year(), picked.month(), picked.day())))
        self.flush()


class Minutes(Typed):
    """A length of time in whole minutes; none or nothing as the field asks."""

    def __init__(self, desk: Desk, *, empty: int | None = None) -> None:
        self._empty = empty
        super().__init__(
            desk, read=read_duration, write=self._write_minutes, example="1 h 30 min", width=130
        )

    def value(self) -> int | None:
        """Return the minutes."""
        return self._empty if self._value is None else self._value

    def set_value(self, value: Any) -> None:
        """Show a length of time; none at all is an empty line, which reads as nothing."""
        super().set_value(None if value == self._empty else value)

    def _write_minutes(self, minutes: int | None) -> str:
        # Where nothing is nought, an empty line says so; elsewhere nought was meant.
        return "" if minutes == self._empty else words.duration(minutes)


class Number(Typed):
    """A whole number, or a decimal kept in hundredths; none or nothing as the field asks."""

    def __init__(
        self,
        desk: Desk,
        *,
        example: str,
        empty: int | None = None,
        hundredths: bool = False,
        width: int = 80,
    ) -> None:
        self._empty = empty
        self._factor = 100 if hundredths else 1
        super().__init__(
            desk, read=self._read_number, write=self._write_number, example=example, width=width
        )

    def value(self) -> int | None:
        """Return the number."""
        return self._empty if self._value is None else self._value

    def _read_number(self, typed: str) -> int | None:
        try:
            read = round(float(typed.replace(",", ".")) * self._factor)
        except (ValueError, OverflowError):
            return None
        return read if abs(read) <= LARGEST else None

    def _write_number(self, number: int | None) -> str:
        return "" if number is None else f"{number / self._factor:g}"


class Clock(Typed):
    """A time of day as "14:00", or nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, read=_read_clock, write=_write_clock, example="14:00", width=100)

    def value(self) -> str:
        """Return the time."""
        return self._value or ""

    def set_value(self, value: Any) -> None:
        """Show a time."""
        super().set_value(value or None)


def _read_clock(typed: str) -> str | None:
    parts = typed.replace(".", ":").split(":")
    if not all(part.isdecimal() for part in parts) or len(parts) > 2:
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _write_clock(at: str | None) -> str:
    return at or ""
