"""A record as a form in one column, edited in place: there is no button to save."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..domain.changes import Change
from .buttons import button
from .desk import Desk
from .fields.control import Control
from .flow import FlowLayout
from .labels import PlainLabel, Size

Shown = Callable[[Any], bool]
Save = Callable[[Any, Any], bool]
WIDEST = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form: its name in the record, its words, and the control that shows it."""

    name: str
    label: str
    make: Callable[[Desk], Control]
    help: str = ""
    is_folded: bool = False
    beside: bool = False
    shown: Shown | None = None
    read: Callable[[Any], Any] | None = None
    write: Callable[[Any, Any], Any] | None = None

    def of(self, record: Any) -> Any:
        """Return the field's value in a record."""
        return self.read(record) if self.read else getattr(record, self.name)

    def into(self, record: Any, value: Any) -> Any:
        """Return the record with a value in this field."""
        return self.write(record, value) if self.write else replace(record, **{self.name: value})


class Form(QWidget):
    """The fields of one record; what changes is saved through the session.

    A form whose record takes others with it gives its own way to save a record before and after.
    One that begins its record is shown a record that is not kept yet, and saves it once it is
    written in.
    """

    edited = Signal(object)

    def __init__(
        self,
        desk: Desk,
        fields: Sequence[Field],
        *,
        folded: str = "More about this",
        save: Save | None = None,
        begins: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("form")
        self._begins = begins
        self._save = save or partial(desk.session.edit, goes_on=True)
        self._desk, self.fields = desk, tuple(fields)
        self.record: Any = None
        self._unsaved: set[str] = set()
        self.controls: dict[str, Control] = {}
        self._places: dict[str, QWidget] = {}
        px = desk.theme.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(14))
        self._fold = QWidget()
        self._fold_column = QVBoxLayout(self._fold)
        self._fold_column.setContentsMargins(0, 0, 0, 0)
        self._fold_column.setSpacing(px(14))
        self._lay_out([each for each in fields if not each.is_folded], self.column)
        folded_fields = [each for each in fields if each.is_folded]
        if folded_fields:
            self._lay_out(folded_fields, self._fold_column)
            self._fold.hide()
            self.fold_button = button(
                desk, folded, self.turn_fold, icon="forward", look="link", name="more"
            )
            self.column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(self._fold)
        desk.session.changed.connect(self._follow)

    def show_record(self, record: Any) -> None:
        """Show a record; what was being typed into the one before is saved first."""
        if self.record is not None and self.record.id != record.id:
            self.flush()
        self.record = record
        self._unsaved.clear()
        for field in self.fields:
            self.controls[field.name].set_value(field.of(record))
        self._show_what_fits()

    def look_again(self) -> None:
        """Show what follows from the record: something beside it has changed."""
        if self.record is not None:
            self._take(self.record)

    def flush(self) -> None:
        """Save what was typed and not yet saved, and try again what could not be."""
        again, self._unsaved = self._unsaved, set()
        for control in self.controls.values():
            control.flush()
        for name in again - self._unsaved:
            self.controls[name].changed.emit()

    def turn_fold(self) -> None:
        """Open what is folded, or fold it again."""
        is_open = self._fold.isHidden()
        self._fold.setVisible(is_open)
        self.fold_button.setIcon(
            self._desk.icons.icon("expand" if is_open else "forward", "accent")
        )

    def _lay_out(self, fields: Sequence[Field], column: QVBoxLayout) -> None:
        line: FlowLayout | None = None
        for field in fields:
            place = self._place(field)
            if field.beside and line is not None:
                line.addWidget(place)
                continue
            following = fields[fields.index(field) + 1 :]
            if following and following[0].beside:
                holder = QWidget()
                line = FlowLayout(
                    holder, gap=self._desk.theme.px(16), line_gap=self._desk.theme.px(14)
                )
                line.addWidget(place)
                column.addWidget(holder)
            else:
                line = None
                column.addWidget(place)

    def _place(self, field: Field) -> QWidget:
        control = field.make(self._desk)
        control.set_names(field.label, field.help, field.name)
        control.changed.connect(self._saver(field, control))
        self.controls[field.name] = control
        place = QWidget()
        layout = QVBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._desk.theme.px(4))
        if field.label:
            label = PlainLabel(field.label, Size.MEDIUM)
            label.setBuddy(control.focus_widget())
            layout.addWidget(label)
        if field.help:
            layout.addWidget(PlainLabel(field.help, Size.SECOND, role="third", wraps=True))
        layout.addWidget(control)
        self._places[field.name] = place
        return place

    def _saver(self, field: Field, control: Control) -> Callable[[], None]:
        def save() -> None:
            if self.record is None:
                return
            before = self._desk.session.get(type(self.record), self.record.id)
            if before is None and self._begins:
                before = self.record
            if before is None:
                return
            after = field.into(before, control.value())
            self._unsaved.add(field.name)
            if self._save(before, after):
                self._unsaved.discard(field.name)
                # What was saved, more than this field or less, has come back through _follow.
                if self.record is not None:
                    self._take(self.record)
                self.edited.emit(self.record or after)

        return save

    def _show_what_fits(self) -> None:
        for field in self.fields:
            if field.shown and self.record is not None:
                self._places[field.name].setVisible(field.shown(self.record))

    def _follow(self, change: Change) -> None:
        if self.record is None:
            return
        for edit in change.edits:
            if edit.after is not None and edit.after.id == self.record.id:
                self._take(edit.after)

    def _take(self, record: Any) -> None:
        self.record = record
        for field in self.fields:
            control = self.controls[field.name]
            if control.value() != field.of(record) and not control.is_being_typed_in():
                control.set_value(field.of(record))
        self._show_what_fits()
