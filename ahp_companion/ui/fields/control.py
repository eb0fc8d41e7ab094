"""What all controls have: a value, a name for screen readers, and a signal when it changes."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Control(QWidget):
    """One field of a record, shown and changed."""

    changed = Signal()

    def value(self) -> Any:
        """Return the value as it stands in the control."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without saying that it changed."""
        raise NotImplementedError

    def focus_widget(self) -> QWidget:
        """Return the widget that takes the keyboard, which the label belongs to."""
        return self

    def is_being_typed_in(self) -> bool:
        """Return whether it holds something typed that it has not said yet.

        Nothing else should write to it then; what it has said may be changed, as undo does.
        """
        return False

    def flush(self) -> None:
        """Say at once what was typed and not yet said."""

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the control for screen readers and for tests."""
        inner = self.focus_widget()
        inner.setAccessibleName(label)
        inner.setAccessibleDescription(help_words)
        inner.setObjectName(inner.objectName() or name)
