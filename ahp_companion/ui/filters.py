"""Filters over a list: choices and switches that narrow a listing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ..domain.listings import Listing
from ..domain.words import Word
from .desk import Desk
from .fields.choices import QuietCombo
from .flow import FlowLayout

Narrow = Callable[[Listing], Listing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """One way to narrow a list: its words, and what it makes of a listing."""

    words: str
    narrow: Narrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of narrowings, the first of them the widest; or, with one, a switch."""

    name: str
    label: str
    choices: Sequence[Narrowing] | Callable[[], Sequence[Narrowing]]

    def all(self) -> Sequence[Narrowing]:
        """Return the narrowings there are now."""
        return self.choices() if callable(self.choices) else self.choices


class FilterBar(QWidget):
    """The filters of a page, after whatever else stands in their line."""

    changed = Signal()

    def __init__(
        self, desk: Desk, filters: Sequence[Filter], *, after: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._desk = desk
        self._filters = tuple(filters)
        self._shown: dict[str, QuietCombo | QPushButton] = {}
        self.line = FlowLayout(self, gap=desk.theme.px(8), line_gap=desk.theme.px(8))
        for other in after:
            self.line.addWidget(other)
        for each in filters:
            self.line.addWidget(self._make(each))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every line: a page short of height would take the last ones away."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def narrowed(self, listing: Listing) -> Listing:
        """Return a listing with every filter that is on."""
        for each in self._filters:
            listing = self._narrowing(each).narrow(listing)
        return listing

    @property
    def is_narrow(self) -> bool:
        """Return whether any filter is on."""
        return any(_is_on(shown) for shown in self._shown.values())

    def widen(self) -> None:
        """Turn every filter off."""
        for shown in self._shown.values():
            shown.blockSignals(True)
            if isinstance(shown, QuietCombo):
                shown.setCurrentIndex(0)
            else:
                shown.setChecked(False)
            shown.blockSignals(False)
        self.changed.emit()

    def refresh(self, count: Callable[[Listing], int], listing: Listing) -> None:
        """Write beside each switch how many records it would leave; offer the choices of now."""
        for each in self._filters:
            shown = self._shown[each.name]
            if isinstance(shown, QPushButton):
                left = count(each.all()[0].narrow(listing))
                shown.setText(f"{each.label}  {left:,}" if left else each.label)
            elif callable(each.choices):
                _offer(shown, [choice.words for choice in each.all()])

    def _make(self, each: Filter) -> QWidget:
        shown: QuietCombo | QPushButton
        choices = each.all()
        if len(choices) == 1:
            shown = QPushButton(each.label)
            shown.setCheckable(True)
            shown.toggled.connect(self._say_changed)
        else:
            shown = QuietCombo()
            for choice in choices:
                shown.addItem(choice.words)
            shown.currentIndexChanged.connect(self._say_changed)
        shown.setProperty("look", "quiet")
        shown.setAccessibleName(each.label)
        shown.setObjectName(f"filter-{each.name}")
        self._shown[each.name] = shown
        return shown

    def _narrowing(self, each: Filter) -> Narrowing:
        shown = self._shown[each.name]
        if isinstance(shown, QuietCombo):
            return each.all()[max(shown.currentIndex(), 0)]
        return each.all()[0] if shown.isChecked() else Narrowing(words="", narrow=_as_it_is)

    def _say_changed(self, _to: Any) -> None:
        self.changed.emit()


def equal(name: str, value: Any) -> Narrow:
    """Return the narrowing to records whose field equals a value."""

    def narrow(listing: Listing) -> Listing:
        return replace(listing, equal={**listing.equal, name: value})

    return narrow


def among(name: str, codes: tuple[str, ...]) -> Narrow:
    """Return the narrowing to records whose field holds one of some codes."""

    def narrow(listing: Listing) -> Listing:
        return replace(listing, among={**listing.among, name: codes})

    return narrow


def holding(name: str, code: str) -> Narrow:
    """Return the narrowing to records whose many-valued field holds a code."""

    def narrow(listing: Listing) -> Listing:
        return replace(listing, holding={**listing.holding, name: code})

    return narrow


def between(name: str, from_on: str, to_on: str) -> Narrow:
    """Return the narrowing to records dated within a span, both ends included."""

    def narrow(listing: Listing) -> Listing:
        return replace(listing, between={**listing.between, name: (from_on, to_on)})

    return narrow


def condition(name: str) -> Narrow:
    """Return the narrowing to records that meet a named condition of the store."""

    def narrow(listing: Listing) -> Listing:
        return replace(listing, conditions=(*listing.conditions, name))

    return narrow


def everything(words: str) -> Narrowing:
    """Return the widest narrowing: all records."""
    return Narrowing(words=words, narrow=_as_it_is)


def each_of(
    all_of_them: str,
    name: str,
    words: Iterable[Word],
    narrow: Callable[[str, str], Narrow] = equal,
) -> tuple[Narrowing, ...]:
    """Return the choices over a closed list: all records, then those of each word in a field."""
    return (
        everything(all_of_them),
        *(Narrowing(words=each.label, narrow=narrow(name, each.value)) for each in words),
    )


def _offer(shown: QuietCombo, words: Sequence[str]) -> None:
    if words == [shown.itemText(at) for at in range(shown.count())]:
        return
    chosen = shown.currentText()
    shown.blockSignals(True)
    shown.clear()
    shown.addItems(words)
    shown.setCurrentIndex(max(shown.findText(chosen), 0))
    shown.blockSignals(False)


def _as_it_is(listing: Listing) -> Listing:
    return listing


def _is_on(shown: QuietCombo | QPushButton) -> bool:
    return shown.isChecked() if isinstance(shown, QPushButton) else shown.currentIndex() > 0
