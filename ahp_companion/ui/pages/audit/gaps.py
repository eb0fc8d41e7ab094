"""Gaps of three months or more, each with its explanation beside it, explained or not."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....domain.audit import Gap, Silence
from ....domain.finding import Severity
from ....domain.findings import PRIVATE_IN_GAP
from ....domain.words import span
from ...desk import Desk
from ...fields.texts import Text
from ...findings_list import LOOKS
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order

Days = tuple[date, date]
ENOUGH = "Leave, illness, a career break: a sentence or two is enough."
CODE = "gap-unexplained"


class GapBox(QWidget):
    """One gap: its days, what it asks for, and the box that answers."""

    def __init__(self, desk: Desk, silence: Silence) -> None:
        super().__init__()
        self._desk, self.silence = desk, silence
        px = desk.theme.px
        words = f"Nothing from {span(silence.from_on, silence.to_on)}"
        self._mark, self._word = PlainLabel(), PlainLabel("", Size.SECOND)
        self._asks = PlainLabel("", role="second", wraps=True)
        self.text = Text(desk)
        self.text.set_names(words, ENOUGH, f"gap-{silence.from_on}")
        self.text.changed.connect(self._explain)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self._word)
        column.addWidget(PlainLabel(words, Size.MEDIUM, wraps=True))
        column.addWidget(self._asks)
        column.addSpacing(px(2))
        column.addWidget(self.text)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(10))
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(column, 1)

    def show_silence(self, silence: Silence, asks: str) -> None:
        """Show whether it is explained, and what is asked where it is not."""
        self.silence = silence
        explained = silence.explained_by is not None
        icon, role = ("done", "second") if explained else LOOKS[Severity.MUST]
        theme = self._desk.theme
        self._mark.setPixmap(self._desk.icons.pixmap(icon, theme.colour(role), theme.px(18)))
        self._word.setText("Explained" if explained else Severity.MUST.label)
        self._word.setProperty("role", role)
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        self._asks.setText(asks)
        self._asks.setVisible(bool(asks))
        if not self.text.is_being_typed_in():
            held = silence.explained_by
            self.text.set_value(held.explanation if held else "")

    def _explain(self) -> None:
        session, silence = self._desk.session, self.silence
        known = [each for each in session.all(Gap) if each.from_on == silence.from_on]
        held = silence.explained_by and session.get(Gap, silence.explained_by.id)
        gap = held or (known[0] if known else None)
        if gap:
            after = replace(gap, explanation=self.text.value())
            session.edit(gap, after, goes_on=True)
        else:
            session.add(
                Gap(
                    from_on=silence.from_on,
                    to_on=silence.to_on,
                    explanation=self.text.value(),
                )
            )


class Gaps(QWidget):
    """The gaps of the time that counts; a box stays for as long as its gap does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.boxes: dict[Days, GapBox] = {}
        px = desk.theme.px
        rule = desk.session.catalogue.audit_rules.get(CODE)
        self._why = PlainLabel(rule.why if rule else "", Size.SECOND, role="second", wraps=True)
        self._says = PlainLabel(rule.says if rule else "", Size.SECOND, role="third", wraps=True)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(px(14))
        self._reasons = QWidget()
        reasons = QVBoxLayout(self._reasons)
        reasons.setContentsMargins(px(28), 0, 0, 0)
        reasons.setSpacing(px(2))
        reasons.addWidget(self._why)
        reasons.addWidget(self._says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._boxes)
        column.addWidget(self._reasons)

    def flush(self) -> None:
        """Save an explanation that is being typed."""
        for box in self.boxes.values():
            box.text.flush()

    def show_silences(self, found: tuple[Silence, ...], hidden: Collection[Days]) -> None:
        """Show gaps; in those that are `hidden` something private is recorded."""
        wanted = {(each.from_on, each.to_on): each for each in found}
        for gone in [each for each in self.boxes if each not in wanted]:
            box = self.boxes.pop(gone)
            box.text.flush()
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        is_new = wanted.keys() != self.boxes.keys()
        for at, (days, silence) in enumerate(wanted.items()):
            if days not in self.boxes:
                self.boxes[days] = GapBox(self._desk, silence)
                self._boxes.insertWidget(at, self.boxes[days])
            asked = f"{ENOUGH}{PRIVATE_IN_GAP if days in hidden else ''}"
            self.boxes[days].show_silence(silence, "" if silence.explained_by else asked)
        self._reasons.setVisible(bool(wanted))
        self.setVisible(bool(wanted))
        if is_new:
            set_reading_order(self)

    def open(self, gap: Gap) -> None:
        """Put the keyboard into the box that a gap explains, if it is shown."""
        for box in self.boxes.values():
            held = box.silence.explained_by
            if (held and held.id == gap.id) or box.silence.from_on == gap.from_on:
                box.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
