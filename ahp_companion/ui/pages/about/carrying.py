"""Does this carry over? Asked of one thing after the other once a setting has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ....domain.competences import Competence, is_asked
from ....domain.scope import CarriesOver
from ....domain.words import shortened
from ...buttons import button
from ...desk import Desk
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...record_page import Below

ANSWERS = ((CarriesOver.YES, "Yes, it carries over", "check"), (CarriesOver.NO, "No", "close"))
QUESTION = "Does this carry over?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A record that asks whether it carries over, and what is said of it."""

    record: type
    id: str
    title: str
    detail: str = ""


class AskRow(QWidget):
    """One thing from the setting before, with the two answers under it."""

    def __init__(self, desk: Desk, asked: Asked) -> None:
        super().__init__()
        self._desk, self._asked = desk, asked
        px = desk.theme.px
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.answers: list[QPushButton] = []
        line = FlowLayout(gap=px(8), line_gap=px(4))
        for answer, words, icon in ANSWERS:
            made = button(desk, words, partial(self._answer, answer), icon=icon)
            made.setObjectName(f"carries-{answer.value}")
            made.setAccessibleName(f"{words}: {asked.title}")
            self.answers.append(made)
            line.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(asked.title, Size.MEDIUM, wraps=True))
        if asked.detail:
            column.addWidget(PlainLabel(asked.detail, Size.SECOND, role="second", wraps=True))
        column.addLayout(line)

    def _answer(self, answer: CarriesOver, _pressed: bool = False) -> None:
        record: Any = self._desk.session.get(self._asked.record, self._asked.id)
        if record is not None:
            self._desk.session.set(record, carries_over=answer)


class Asking(QWidget):
    """All that still asks, one under the other; an answer takes its line away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.rows: dict[Asked, AskRow] = {}
        self._held = QVBoxLayout()
        self._held.setSpacing(px(6))
        means = "From the setting before. What is not answered does not hold here yet."
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(QUESTION, Size.HEADING))
        column.addWidget(PlainLabel(means, Size.SECOND, role="third", wraps=True))
        column.addLayout(self._held)

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show what asks now; the keyboard goes on to the next."""
        self.setVisible(bool(asked))
        if list(asked) == list(self.rows):
            return
        at = next((n for n, row in enumerate(self.rows.values()) if has_keyboard(row)), -1)
        before = self.rows
        self.rows = {
            each: before.pop(each) if each in before else AskRow(self._desk, each) for each in asked
        }
        for gone in before.values():
            self._held.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(self.rows.values()):
            self._held.insertWidget(place, row)
        set_reading_order(self)
        if at >= 0 and self.rows:
            following = list(self.rows.values())[min(at, len(self.rows) - 1)]
            following.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)


class AskBelow(Below):
    """The question under a competence that asks it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.asking = Asking(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asking)
        self._desk = desk
        self._shown = ""
        self._following = Following(self, desk.session, frozenset({"competence"}), self._refresh)

    def show_record(self, record: Competence) -> None:
        """Ask of a competence, if it asks."""
        self._shown = record.id
        asked = Asked(record=Competence, id=record.id, title=shortened(record.words))
        self.asking.show_asked([asked] if is_asked(record) else [])

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _refresh(self) -> None:
        now = self._desk.session.get(Competence, self._shown)
        if now is not None:
            self.show_record(now)


def has_keyboard(part: QWidget) -> bool:
    """Return whether the keyboard is in a part."""
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)
