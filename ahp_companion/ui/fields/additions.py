"""What was added to a reflection later: dated, under what was written first."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change
from ...domain.reflections import Addition
from ...domain.words import day
from ..buttons import button, icon_button
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..reading_order import set_reading_order
from ..soon import soon
from .control import Control
from .prompts import INSET, NUMBER
from .prose import Prose


class Additions(Control):
    """The additions of one reflection; its value is that reflection's id, which never changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reflection = ""
        self.shown: dict[str, AdditionBox] = {}
        self._soon = soon(self, desk.session, self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.px(10))
        column.addLayout(self._rows)
        self.add_button = button(
            desk, "Add to this later", self.add, icon="add", look="link", name="add-to-it"
        )
        self.add_button.setToolTip("Dated today; what you wrote first stays as it was")
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.session.changed.connect(self._follow)

    def value(self) -> str:
        """Return the reflection's id."""
        return self._reflection

    def set_value(self, value: Any) -> None:
        """Show the additions of a reflection."""
        if value != self._reflection:
            self.flush()
            self._reflection = value
            self.reload()

    def focus_widget(self) -> QWidget:
        """Return the button that adds."""
        return self.add_button

    def is_being_typed_in(self) -> bool:
        """Return that it can show another reflection at any time."""
        return False

    def set_names(self, label: str, _help_words: str, name: str) -> None:
        """Name the group; its parts are named by their dates."""
        self.setAccessibleName(label)
        self.setObjectName(name)

    def flush(self) -> None:
        """Save what is being typed."""
        for box in self.shown.values():
            box.text.flush()

    def add(self) -> None:
        """Begin an addition dated today."""
        addition = Addition(reflection=self._reflection, on=self._desk.session.today())
        if self._desk.session.add(addition):
            self.reload()
            self.shown[addition.id].text.edit.setFocus()

    def reload(self) -> None:
        """Show every addition there now is, oldest first."""
        self._soon.stop()
        held = self._desk.session.all(Addition, reflection=self._reflection)
        wanted = {each.id for each in held}
        for gone in [each for each in self.shown if each not in wanted]:
            box = self.shown.pop(gone)
            box.hide()
            box.deleteLater()
        for at, each in enumerate(sorted(held, key=_when)):
            if each.id not in self.shown:
                self.shown[each.id] = AdditionBox(self._desk, each)
                self._rows.insertWidget(at, self.shown[each.id])
            else:
                self.shown[each.id].show_addition(each)
        set_reading_order(self)

    def _follow(self, change: Change) -> None:
        if "addition" in change.kinds:
            self._soon.start()


class AdditionBox(QWidget):
    """One addition: when, and the words."""

    def __init__(self, desk: Desk, addition: Addition) -> None:
        super().__init__()
        self._desk, self._addition = desk, addition
        px = desk.theme.px
        when = day(addition.on) or "without a date"
        self.text = Prose(desk, placeholder="What you see differently now")
        self.text.set_names(f"Added {when}", "", "addition")
        self.text.changed.connect(self._save)
        removing = icon_button(
            desk, "delete", f"Delete what was added {when}", self.delete, name="delete-addition"
        )
        head = QHBoxLayout()
        head.addWidget(PlainLabel(f"Added {when}", Size.SECOND, role="third"), 1)
        head.addWidget(removing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        self.text.setContentsMargins(px(NUMBER - INSET), 0, 0, 0)
        column.addWidget(self.text)
        head.setContentsMargins(px(NUMBER), 0, 0, 0)
        self.text.set_value(addition.words)

    def show_addition(self, addition: Addition) -> None:
        """Show it as it now is, unless it is being typed in."""
        self._addition = addition
        if addition.words != self.text.value() and not self.text.is_being_typed_in():
            self.text.set_value(addition.words)

    def delete(self) -> None:
        """Delete it; undo brings it back."""
        self.text.flush()
        if self._desk.session.delete(self._addition):
            self._desk.say("Deleted addition · Undo with Ctrl+Z")

    def _save(self) -> None:
        before = self._desk.session.get(Addition, self._addition.id)
        if before is not None:
            after = _with_words(before, self.text.value())
            if self._desk.session.edit(before, after, goes_on=True):
                self._addition = after


def _with_words(addition: Addition, words: str) -> Addition:
    return Addition(id=addition.id, reflection=addition.reflection, on=addition.on, words=words)


def _when(addition: Addition) -> tuple[str, str]:
    return (addition.on.isoformat() if addition.on else "", addition.id)
