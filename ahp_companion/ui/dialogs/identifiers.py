"""Looks through the whole portfolio for what could say who somebody is, when asked to."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain import kinds
from ...domain.dismissals import Dismissal
from ...domain.finding import Finding
from ...domain.words import count, day, sentence
from ..asking import asked
from ..buttons import button
from ..calling import calling
from ..columns import clear
from ..desk import Desk
from ..findings_list import LOOKS
from ..identifier_board import FOLLOWED, identifier_board
from ..identifier_finds import finds_everywhere, set_aside
from ..labels import PlainLabel, Size
from ..long_work import Behind
from ..reading_order import set_reading_order
from ..soon import soon
from .frame import Frame, within_screen
from .set_aside import ask_reason

MOST_SHOWN = 60
NOTHING_ELSE = "Nothing else was found. What you set aside stands below."
ABOUT = (
    "Numbers, addresses, dates of birth and the names you add are looked for by their form. "
    "Nothing is altered, and a text in which nothing is found can still tell who it is about."
)


class Identifiers(Frame):
    """What was found, each with a way to it and a way to let it stand; the names below."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Look for identifiers", act="Close", width=680)
        self._desk = desk
        self._record: Any = None
        self._was_at = 0
        px = desk.theme.px
        self.cancel.hide()
        self.counted = PlainLabel("Looking…", Size.STRONG, wraps=True)
        self.counted.setObjectName("counted")
        self._found = QWidget()
        self._rows = QVBoxLayout(self._found)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(10))
        self.names = identifier_board(desk)
        self.column.addWidget(PlainLabel(ABOUT, role="second", wraps=True))
        self.column.addWidget(self.counted)
        self.column.addWidget(self._found)
        self.column.addSpacing(px(6))
        self.column.addWidget(self.names)
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), px(700)))
        self._behind = Behind(self)
        self._behind.answered.connect(self._show_found)
        self._soon = soon(self, desk.session, self.look)
        desk.session.changed.connect(self._follow)
        self.names.refresh()
        self.look()

    def look(self) -> None:
        """Look through everything; what was found is shown when that is done."""
        self._behind.ask(partial(finds_everywhere, self._desk.session))

    def chosen(self) -> Any:
        """Return the record that someone wants to go to, or None."""
        return self._record

    def done(self, result: int) -> None:
        """Save what is being typed, stop looking and close."""
        self.names.flush()
        self._soon.stop()
        self._behind.stop()
        super().done(result)

    def _follow(self, change: Any) -> None:
        if change.kinds & FOLLOWED and self.isVisible():
            self._soon.start()

    def _show_found(self, found: list[tuple[Finding, Any]]) -> None:
        has_keyboard = self._has_keyboard()
        clear(self._rows)
        for finding, record in found[:MOST_SHOWN]:
            self._rows.addWidget(self._row(finding, record))
        more = len(found) - MOST_SHOWN
        if more > 0:
            self._rows.addWidget(PlainLabel(f"and {more:,} more", role="second"))
        number = count(len(found), "find")
        nothing = NOTHING_ELSE if self._desk.session.all(Dismissal) else "Nothing was found."
        self.counted.setText(f"{number} to look at" if found else nothing)
        set_reading_order(self._found)
        if has_keyboard:
            self._put_keyboard()

    def _row(self, finding: Finding, record: Any) -> QWidget:
        px = self._desk.theme.px
        icon, role = LOOKS[finding.severity]
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(10))
        mark = PlainLabel()
        mark.setPixmap(self._desk.icons.pixmap(icon, self._desk.theme.colour(role), px(18)))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(PlainLabel(finding.message, wraps=True))
        words.addWidget(PlainLabel(_where(record), Size.SECOND, role="third", wraps=True))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        for said, act, name in (
            ("Set aside…", calling(self._set_aside, finding), "set-aside"),
            ("Open", calling(self._open, record), "open-find"),
        ):
            made = button(self._desk, said, act, look="link", name=name)
            made.setAccessibleName(f"{said.rstrip('…')}: {finding.message}")
            across.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _set_aside(self, finding: Finding) -> None:
        reason = ask_reason(self, self._desk, finding.message)
        if reason and set_aside(self._desk.session, finding, reason):
            self._desk.say("Set aside · Undo with Ctrl+Z")

    def _open(self, record: Any) -> None:
        self._record = record
        self.accept()

    def _has_keyboard(self) -> bool:
        at = self.focusWidget()
        for row in range(self._rows.count()):
            held = self._rows.itemAt(row)
            widget = held.widget() if held else None
            if widget is not None and at is not None and widget.isAncestorOf(at):
                self._was_at = row
                return True
        return False

    def _put_keyboard(self) -> None:
        # What it was in is set aside and gone: on to what stands in its place.
        last = self._rows.count() - 1
        held = self._rows.itemAt(min(self._was_at, last)) if last >= 0 else None
        widget = held.widget() if held else None
        ways = widget.findChildren(type(self.act), "set-aside") if widget else []
        (ways[0] if ways else self.act).setFocus()


def look_for_identifiers(parent: QWidget | None, desk: Desk) -> None:
    """Look for identifiers, and go to the record that someone opens from there."""
    dialog = Identifiers(parent, desk)
    record = dialog.chosen() if asked(dialog) else None
    if record is not None:
        desk.go_to(record)


def _where(record: Any) -> str:
    kind = kinds.of(record)
    parts = (sentence(kind.noun), day(kind.happened_on(record)))
    return " · ".join(part for part in parts if part)
