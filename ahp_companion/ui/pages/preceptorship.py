"""Preceptorship: one at a time, from either side, with its plan, agreement, people and places."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ...domain.people import Person
from ...domain.plan import Need, Objective, Strength
from ...domain.practitioner import Role
from ...domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Side,
    usual_milestones,
)
from ..agreement_form import agreement_fields
from ..buttons import button
from ..desk import Desk
from ..empty import EmptyPage
from ..flow import FlowLayout
from ..following import Following
from ..forms import Form
from ..labels import rule
from ..people_list import PeopleList
from ..placement_list import PlacementList
from ..plan_board import PlanBoard
from ..preceptorship_form import detail_fields, save_preceptorship
from ..preceptorship_head import PreceptorshipHead, in_order
from ..tall import Tall

PLAN, DETAILS, AGREEMENT, PEOPLE, PLACEMENTS = range(5)
TABS = ("Plan", "Details", "Agreement", "People", "Placements")
ON_PLAN = (Strength, Need, Objective)
NARROW = 480
FOLLOWED = frozenset({"preceptorship", "milestone", "meeting", "person", "workplace"})


class PreceptorshipPage(QWidget):
    """One preceptorship, chosen from those there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.current: Preceptorship | None = None
        save = partial(save_preceptorship, desk.session)
        self.plan = PlanBoard(desk)
        self.plan.milestones.start_chosen.connect(self._open_details)
        self.details = Form(desk, detail_fields(), save=save)
        self.agreement = Form(desk, agreement_fields(desk), save=save)
        self.people = PeopleList(desk)
        self.placements = PlacementList(desk)
        self._build()
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

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
            self._open_details()

    def show_record(self, record: Any) -> None:
        """Show a preceptorship, or open what belongs to one."""
        if isinstance(record, Preceptorship):
            self._choose(record)
            self.tabs.setCurrentIndex(PLAN)
            return
        owner = self.desk.session.get(Preceptorship, getattr(record, "preceptorship", None))
        if owner is not None:
            self._choose(owner)
        if isinstance(record, Person):
            self._open_tab(PEOPLE)
            self.people.open(record)
        elif isinstance(record, Placement):
            self._open_tab(PLACEMENTS)
            self.placements.open(record)
        elif isinstance(record, Milestone):
            self._open_tab(PLAN)
            self.plan.milestones.open(record)
        elif isinstance(record, ON_PLAN):
            self._open_tab(PLAN)
            self.plan.open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        for each in (self.plan, self.details, self.agreement, self.people, self.placements):
            each.flush()

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
        self.tabs = QTabBar()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName("Parts of this preceptorship")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in TABS:
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._show_tab)
        self.parts = QStackedWidget()
        for part in (self.plan, self._details(), self._padded(self.agreement), self.people,
                     self.placements):  # fmt: skip
            self.parts.addWidget(_scrolling(part))
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
        column.addWidget(self.parts, 1)
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

    def _details(self) -> QWidget:
        padded = self._padded(self.details)
        self.delete_button = button(
            self.desk, "Delete preceptorship", self.delete, icon="delete", look="link",
            name="delete",
        )  # fmt: skip
        line = FlowLayout()
        line.addWidget(self.delete_button)
        column = padded.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(column.count() - 1, line)
        return padded

    def _padded(self, form: Form) -> QWidget:
        px = self.desk.theme.px
        padded = QWidget()
        column = QVBoxLayout(padded)
        column.setContentsMargins(px(24), px(18), px(24), px(24))
        column.setSpacing(px(20))
        column.addWidget(form)
        column.addStretch(1)
        padded.setMaximumWidth(px(720))
        return padded

    def _show_current(self) -> None:
        has_people = self.tabs.currentIndex() == PEOPLE and self._has_people()
        self.stack.setCurrentIndex(1 if self.current or has_people else 0)
        for each in range(self.tabs.count()):
            self.tabs.setTabEnabled(each, self.current is not None or each == PEOPLE)
        self.people.show_preceptorship(self.current)
        if self.current is None:
            return
        for form in (self.details, self.agreement):
            if form.record is None or form.record.id != self.current.id:
                form.show_record(self.current)
        self.plan.show_preceptorship(self.current)
        self.placements.show_preceptorship(self.current)

    def _choose(self, preceptorship: Preceptorship) -> None:
        self.flush()
        self.current = preceptorship
        self.refresh()

    def _open_details(self) -> None:
        self.tabs.setCurrentIndex(DETAILS)
        self.details.controls["title"].focus_widget().setFocus()

    def _open_tab(self, tab: int) -> None:
        self.tabs.setTabEnabled(tab, True)
        self.tabs.setCurrentIndex(tab)
        self._show_current()

    def _show_tab(self, tab: int) -> None:
        self.flush()
        self.parts.setCurrentIndex(tab)
        wanted = self.current.id if self.current else None
        current = self.desk.session.get(Preceptorship, wanted)
        if current is not None and tab in (DETAILS, AGREEMENT):
            # What can be chosen, and what is said of people, may have changed elsewhere.
            (self.details if tab == DETAILS else self.agreement).show_record(current)

    def _has_people(self) -> bool:
        return bool(self.desk.session.all(Person))


def preceptorship_page(desk: Desk) -> PreceptorshipPage:
    """Return the page of preceptorships."""
    return PreceptorshipPage(desk)


def _scrolling(part: QWidget) -> QScrollArea:
    holder = Tall()
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(part, 1)
    line.addStretch(0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
