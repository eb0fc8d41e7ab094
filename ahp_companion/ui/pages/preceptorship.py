"""Preceptorship: one at a time, from either side, with its plan, agreement, people and places."""

from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
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
from ..following import Following
from ..forms import Form
from ..labels import rule
from ..people_list import PeopleList
from ..placement_list import PlacementList
from ..plan_board import PlanBoard
from ..preceptorship_form import detail_fields, save_preceptorship
from ..preceptorship_head import PreceptorshipHead, in_order
from ..preceptorship_tabs import padded, scrolling, tab_bar

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
        self._save = partial(save_preceptorship, desk.session)
        self._areas: dict[int, QScrollArea] = {}
        self._shows_people = False
        self.plan = PlanBoard(desk)
        self.plan.milestones.start_chosen.connect(self._open_details)
        self._build()
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    @cached_property
    def details(self) -> Form:
        """Return the form of the preceptorship; like the parts below, made when first opened."""
        return Form(self.desk, detail_fields(), save=self._save)

    @cached_property
    def agreement(self) -> Form:
        """Return the form of what was agreed at the beginning."""
        return Form(self.desk, agreement_fields(self.desk), save=self._save)

    @cached_property
    def people(self) -> PeopleList:
        """Return the people around the owner."""
        return PeopleList(self.desk)

    @cached_property
    def placements(self) -> PlacementList:
        """Return the placements."""
        return PlacementList(self.desk)

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
            self._shows_people = True
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
        for tab in self._areas:
            self._part(tab).flush()

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
        self.tabs = tab_bar(TABS)
        self.tabs.currentChanged.connect(self._show_tab)
        self.parts = QStackedWidget()
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
        self._open_area(PLAN)

    def _part(self, tab: int) -> PlanBoard | Form | PeopleList | PlacementList:
        if tab == PLAN:
            return self.plan
        if tab in (DETAILS, AGREEMENT):
            return self.details if tab == DETAILS else self.agreement
        return self.people if tab == PEOPLE else self.placements

    def _open_area(self, tab: int) -> None:
        if tab not in self._areas:
            part = self._part(tab)
            if tab == DETAILS:
                inside = padded(self.desk, part, self._delete_button())
            else:
                inside = padded(self.desk, part) if tab == AGREEMENT else part
            self._areas[tab] = scrolling(inside)
            self.parts.addWidget(self._areas[tab])
        self.parts.setCurrentWidget(self._areas[tab])

    def _delete_button(self) -> QPushButton:
        words = "Delete preceptorship"
        return button(self.desk, words, self.delete, icon="delete", look="link", name="delete")

    def _show_current(self) -> None:
        self.stack.setCurrentIndex(1 if self.current or self._shows_people else 0)
        for each in range(self.tabs.count()):
            self.tabs.setTabEnabled(each, self.current is not None or each == PEOPLE)
        for tab in tuple(self._areas):
            self._show_in(tab)

    def _show_in(self, tab: int) -> None:
        part = self._part(tab)
        if isinstance(part, PeopleList):
            part.show_preceptorship(self.current)
        elif self.current is None:
            return
        elif not isinstance(part, Form):
            part.show_preceptorship(self.current)
        elif part.record is None or part.record.id != self.current.id:
            part.show_record(self.current)

    def _choose(self, preceptorship: Preceptorship) -> None:
        self.flush()
        self.current = preceptorship
        self.refresh()

    def _open_details(self) -> None:
        self.tabs.setCurrentIndex(DETAILS)
        self.details.controls["title"].focus_widget().setFocus()

    def _open_tab(self, tab: int) -> None:
        self._show_current()
        self.tabs.setCurrentIndex(tab)

    def _show_tab(self, tab: int) -> None:
        self.flush()
        self._open_area(tab)
        part = self._part(tab)
        wanted = self.current.id if self.current else None
        current = self.desk.session.get(Preceptorship, wanted)
        if isinstance(part, Form) and current is not None:
            # What can be chosen, and what is said of people, may have changed elsewhere.
            part.show_record(current)
        else:
            self._show_in(tab)


def preceptorship_page(desk: Desk) -> PreceptorshipPage:
    """Return the page of preceptorships."""
    return PreceptorshipPage(desk)
