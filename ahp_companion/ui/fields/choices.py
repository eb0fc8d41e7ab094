"""Choices: one of a list, several of a list as chips, and yes or no."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QHBoxLayout, QWidget

from ...domain.pillars import Pillar
from ...domain.words import Word
from ..desk import Desk
from ..flow import FlowLayout
from ..labels import Size, font
from .control import Control

Options = Callable[[], Iterable[tuple[Any, str]]]


class QuietCombo(QComboBox):
    """A list to choose from that the mouse wheel does not change in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page instead."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Choice(Control):
    """One of a list; the options are read anew each time a value is shown."""

    def __init__(
        self, desk: Desk, options: Options, *, nothing: str | None = None, empty: Any = None
    ) -> None:
        super().__init__()
        self._options, self._nothing, self._empty = options, nothing, empty
        # Beside the list, for it keeps a code's text and loses which closed list it is from.
        self._values: list[Any] = []
        self.combo = QuietCombo()
        self.combo.setMinimumWidth(desk.theme.px(150))
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(16)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.combo.activated.connect(self._chosen)

    def value(self) -> Any:
        """Return the value chosen."""
        at = self.combo.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else self._empty

    def set_value(self, value: Any) -> None:
        """Show a value; one that is not in the list is added under its own name."""
        self.combo.blockSignals(True)
        self.combo.clear()
        offered = list(self._options())
        if self._nothing is not None:
            offered.insert(0, (self._empty, self._nothing))
        if value and value not in [each for each, _ in offered]:
            offered.append((value, str(value)))
        self._values = [each for each, _ in offered]
        for each, label in offered:
            self.combo.addItem(label, each)
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self.combo.blockSignals(False)

    def focus_widget(self) -> QWidget:
        """Return the list."""
        return self.combo

    def _chosen(self, _at: int) -> None:
        self.changed.emit()


class Chip(QAbstractButton):
    """A word that is on or off, with its letter where it is a pillar."""

    def __init__(self, desk: Desk, value: Word) -> None:
        super().__init__()
        self.held = value
        self._desk = desk
        self.setText(value.label)
        self.setCheckable(True)
        self.setAccessibleName(value.label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font(Size.BODY))

    def sizeHint(self) -> QSize:
        """Return the room for the word and its box."""
        px = self._desk.theme.px
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + px(46), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pillar = self.held if isinstance(self.held, Pillar) else None
        hue = theme.pillar(pillar) if pillar else theme.colour("accent")
        ground = theme.pillar_soft(pillar) if pillar else theme.colour("soft")
        focused = self.hasFocus()
        edge = theme.colour("accent") if focused else hue if self.isChecked() else None
        painter.setPen(QPen(edge or theme.colour("edge"), 2 if focused else 1))
        painter.setBrush(ground if self.isChecked() else theme.colour("field"))
        outline = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(outline, px(15), px(15))
        box = outline.adjusted(px(8), 0, 0, 0)
        box.setSize(QSize(px(16), px(16)))
        box.moveTop(outline.center().y() - px(8) + 1)
        self._draw_box(painter, box, hue)
        painter.setPen(theme.colour("text" if self.isChecked() else "second"))
        words = outline.adjusted(px(31), 0, -px(10), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_box(self, painter: QPainter, box: Any, hue: Any) -> None:
        theme = self._desk.theme
        painter.setPen(QPen(hue if self.isChecked() else theme.colour("edge"), 1))
        painter.setBrush(hue if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if not self.isChecked():
            return
        painter.setPen(theme.colour("badge_text" if isinstance(self.held, Pillar) else "on_accent"))
        painter.setFont(font(Size.SECOND))
        mark = self.text()[0] if isinstance(self.held, Pillar) else "✓"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
        painter.setFont(self.font())


class Chips(Control):
    """Several of a closed list, in the order they were chosen."""

    def __init__(self, desk: Desk, values: Iterable[Word]) -> None:
        super().__init__()
        layout = FlowLayout(self, gap=desk.theme.px(8), line_gap=desk.theme.px(8))
        self._chosen: tuple[Any, ...] = ()
        self.chips = [Chip(desk, each) for each in values]
        for chip in self.chips:
            layout.addWidget(chip)
            chip.toggled.connect(self._toggled)

    def value(self) -> tuple[Any, ...]:
        """Return what is on, the first chosen first."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Show which are on."""
        self._chosen = tuple(value)
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(chip.held in self._chosen)
            chip.blockSignals(False)

    def focus_widget(self) -> QWidget:
        """Return the first chip."""
        return self.chips[0]

    def is_being_typed_in(self) -> bool:
        """Return that chips take any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name each chip within its group."""
        self.setAccessibleName(label)
        for chip in self.chips:
            chip.setAccessibleName(f"{label}: {chip.text()}")
            chip.setAccessibleDescription(help_words)
            chip.setObjectName(f"{name}-{chip.held.value}")

    def _toggled(self, _on: bool) -> None:
        on = {chip.held for chip in self.chips if chip.isChecked()}
        kept = [each for each in self._chosen if each in on]
        kept += [chip.held for chip in self.chips if chip.held in on and chip.held not in kept]
        self._chosen = tuple(kept)
        self.changed.emit()


class Check(Control):
    """Yes or no, with its own words beside it."""

    def __init__(self, _desk: Desk, words: str) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch()
        # Not `clicked`: assistive clients toggle a box without a click.
        self.box.toggled.connect(self._toggled)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick it or not."""
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)

    def focus_widget(self) -> QWidget:
        """Return the box."""
        return self.box

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name it by its own words."""
        super().set_names(label or self.box.text(), help_words, name)

    def _toggled(self, _on: bool) -> None:
        self.changed.emit()


def of_words(values: Iterable[Word]) -> Options:
    """Return the options that a closed list gives."""
    held = [(each, each.label) for each in values]

    def options() -> Iterable[tuple[Any, str]]:
        return held

    return options
