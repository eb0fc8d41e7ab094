"""The head of the preceptorship page: which one it is, where, and with whom."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ....domain.people import Person
from ....domain.practitioner import Workplace
from ....domain.preceptorship import Preceptorship, Side, Status, name
from ...buttons import button
from ...desk import Desk
from ...fields.choices import QuietCombo
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...session import Session

NARROW = 640
# Fewer words to a line than this are a column nobody reads.
LEAST = 320


class PreceptorshipHead(QWidget):
    """The title, a quiet choice where there are several, and the words that say with whom."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, adding: Callable[[], Any]) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        title = PlainLabel("Preceptorship", Size.PAGE)
        title.setMinimumHeight(px(34))
        self.chooser = QuietCombo()
        self.chooser.setProperty("look", "quiet")
        self.chooser.setObjectName("chooser")
        self.chooser.setAccessibleName("Which preceptorship")
        self.chooser.activated.connect(self._choose)
        self.add_button = button(
            desk, "Add preceptorship", adding, icon="add", look="link", name="add"
        )
        self.with_whom = PlainLabel("", role="second", wraps=True)
        self._titles = QWidget()
        flow = FlowLayout(self._titles, gap=px(12), line_gap=px(6))
        for each in (title, self.chooser, self.add_button):
            flow.addWidget(each)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(px(24), px(16), px(24), px(6))
        self._line.setSpacing(px(8))
        self._line.addWidget(self._titles)
        self._line.addWidget(self.with_whom, 1)

    def offer(self, held: Sequence[Preceptorship], current: Preceptorship | None) -> None:
        """Offer the preceptorships there are, and say where and with whom the current one is."""
        self.chooser.setVisible(len(held) > 1)
        words = [_called(each) for each in held]
        if words != [self.chooser.itemText(at) for at in range(self.chooser.count())]:
            self.chooser.clear()
            self.chooser.addItems(words)
        for at, each in enumerate(held):
            self.chooser.setItemData(at, each.id)
            if current is not None and each.id == current.id:
                self.chooser.setCurrentIndex(at)
        self.with_whom.setText(where_and_with_whom(self._desk.session, current) if current else "")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below the title where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._desk.theme.px
        left = self.width() - self._titles.sizeHint().width()
        is_narrow = self.width() < px(NARROW) or left < px(LEAST)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self.with_whom.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _choose(self, at: int) -> None:
        wanted = self._desk.session.get(Preceptorship, self.chooser.itemData(at))
        if wanted is not None:
            self.chosen.emit(wanted)


def where_and_with_whom(session: Session, preceptorship: Preceptorship) -> str:
    """Return the workplace, and the preceptor by name or the preceptee by initials alone."""
    workplace = session.get(Workplace, preceptorship.workplace)
    where = workplace.name if workplace else ""
    if preceptorship.side is Side.PRECEPTOR:
        code, who = preceptorship.preceptee_profession, preceptorship.preceptee_initials
        part = "preceptor of"
    else:
        preceptor = session.get(Person, preceptorship.preceptor)
        code, who = (preceptor.profession, preceptor.name) if preceptor else ("", "")
        part = "with"
    profession = session.catalogue.professions.get(code)
    of = f" ({profession.name.lower()})" if profession and who else ""
    return ", ".join(words for words in (where, f"{part} {who}{of}" if who else "") if words)


def in_order(held: Sequence[Preceptorship]) -> list[Preceptorship]:
    """Return preceptorships as they are offered: those under way first, the newest of each."""

    def at(each: Preceptorship) -> tuple[bool, int]:
        started = each.started_on.toordinal() if each.started_on else 0
        return each.status is not Status.UNDER_WAY, -started

    return sorted(held, key=at)


def _called(preceptorship: Preceptorship) -> str:
    year = f", {preceptorship.started_on.year}" if preceptorship.started_on else ""
    return f"{name(preceptorship)}{year}"
