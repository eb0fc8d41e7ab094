"""Preceptorship: one at a time, from either side, before its first day and after its last."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ....domain.contacts import Contact
from ....domain.people import Person
from ....domain.practitioner import Role
from ....domain.preceptorship import Preceptorship, Side, usual_milestones
from ...desk import Desk
from ...empty import EmptyPage
from ...following import Following
from ...labels import rule
from .head import PreceptorshipHead, in_order
from .parts import DETAILS, PEOPLE, PLAN, part_of, parts
from .tab_bar import scrolling, tab_bar

NARROW = 760
SETTLES = 3
FOLLOWED = frozenset({"preceptorship", "milestone", "meeting", "person", "workplace"})
OF_PEOPLE = (Person, Contact)


class PreceptorshipPage(QWidget):
    """One preceptorship, chosen from those there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.current: Preceptorship | None = None
        self.parts = parts(desk, opening=self.open_part, deleting=self.delete)
        self._made: dict[str, Any] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._shows_people = False
        self._build()
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    def part(self, code: str) -> Any:
        """Return a part by its code; it is made when first asked for."""
        if code not in self._made:
            self._made[code] = self.parts[self._at(code)].make()
            self._areas[code] = scrolling(self._made[code])
            self.holder.addWidget(self._areas[code])
        return self._made[code]

    def open_part(self, code: str) -> Any:
        """Open a part by its code and return it."""
        self._show_current()
        self.tabs.setCurrentIndex(self._at(code))
        return self.part(code)

    def shown(self) -> None:
        """Begin with the preceptorship itself each time the page is opened."""
        if self._shows_people:
            self._shows_people = False
            self._show_current()

    def refresh(self) -> None:
        """Show the preceptorship chosen, or another where it is gone, as it now is."""
        held = in_order(self.desk.session.all(Preceptorship))
        wanted = self.current.id if self.current else ""
        self.current = next((each for each in held if each.id == wanted), None)
        if self.current is None and held:
            self.current = held[0]
        self.head.offer(held, self.current)
        self._show_current()

    def add(self) -> None:
        """Begin a preceptorship today, with its usual milestones, and open its details."""
        role = self.desk.session.practitioner.role
        preceptorship = Preceptorship(
            started_on=self.desk.session.today(),
            side=Side.PRECEPTOR if role is Role.PRECEPTOR else Side.PRECEPTEE,
        )
        milestones = usual_milestones(preceptorship)
        if self.desk.session.add(preceptorship, *milestones, words="Added preceptorship"):
            self._choose(preceptorship)
            self.open_part(DETAILS).open(preceptorship)

    def show_record(self, record: Any) -> None:
        """Show a preceptorship, or open what belongs to one."""
        if isinstance(record, Preceptorship):
            self._choose(record)
            self.open_part(PLAN)
            return
        owner = self.desk.session.get(Preceptorship, getattr(record, "preceptorship", None))
        if owner is not None:
            self._choose(owner)
        self._shows_people = self._shows_people or isinstance(record, OF_PEOPLE)
        self.open_part(part_of(record)).open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        for part in self._made.values():
            part.flush()

    def delete(self) -> None:
        """Delete the preceptorship shown with all that belongs to it; undo brings it back."""
        if self.current is not None:
            self.flush()
            if self.desk.session.delete(self.current):
                self.desk.say("Deleted preceptorship · Undo with Ctrl+Z")

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the tabs together where the window is narrow."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self.desk.theme.px(NARROW)
        if self.tabs.property("narrow") != is_narrow:
            self.tabs.setProperty("narrow", is_narrow)
            self.tabs.style().unpolish(self.tabs)
            self.tabs.style().polish(self.tabs)

    def _build(self) -> None:
        px = self.desk.theme.px
        self.tabs = tab_bar([each.word for each in self.parts])
        self.tabs.currentChanged.connect(self._show_tab)
        self.holder = QStackedWidget()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = PreceptorshipHead(self.desk, self.add)
        self.head.chosen.connect(self._choose)
        column.addWidget(self.head)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setContentsMargins(px(20), 0, 0, 0)
        line.addWidget(self.tabs, 1)
        column.addLayout(line)
        column.addWidget(rule())
        column.addWidget(self.holder, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(
            EmptyPage(
                self.desk,
                icon="preceptorship",
                title="A change at work goes better with someone beside you",
                words="Preceptorship is planned support through a change in your working life: a "
                "first post, a return, a new place or a new responsibility. It builds confidence "
                "and is never a test.",
                act="Begin a preceptorship",
                acting=self.add,
            )
        )
        self.stack.addWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.holder.setCurrentWidget(self._area(PLAN))

    def _at(self, code: str) -> int:
        return [each.code for each in self.parts].index(code)

    def _area(self, code: str) -> QScrollArea:
        self.part(code)
        return self._areas[code]

    def _show_current(self) -> None:
        self.stack.setCurrentIndex(1 if self.current or self._shows_people else 0)
        has_people_alone = self.current is None and self._shows_people
        if has_people_alone:
            # First, or the bar would go through every tab it finds shut.
            self.tabs.setCurrentIndex(self._at(PEOPLE))
        for at, each in enumerate(self.parts):
            self.tabs.setTabEnabled(at, not has_people_alone or each.code == PEOPLE)
        # The other tabs show it when they are chosen.
        self._show_in(self.parts[self.tabs.currentIndex()].code)

    def _show_in(self, code: str) -> None:
        if self.current is not None or code == PEOPLE:
            self.part(code).show_preceptorship(self.current)

    def _choose(self, preceptorship: Preceptorship) -> None:
        self.flush()
        self.current = preceptorship
        self.refresh()

    def _show_tab(self, at: int) -> None:
        self.flush()
        wanted = self.current.id if self.current else None
        self.current = self.desk.session.get(Preceptorship, wanted)
        code = self.parts[at].code
        self.part(code)
        self._show_in(code)
        self.holder.setCurrentWidget(self._areas[code])
        # The scroll bar takes some width, and words wrap anew: settled before it is drawn.
        for _ in range(SETTLES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def preceptorship_page(desk: Desk) -> PreceptorshipPage:
    """Return the page of preceptorships."""
    return PreceptorshipPage(desk)
