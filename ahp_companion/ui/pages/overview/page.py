"""The overview: what is next, what is unfinished, and this year in three small pictures."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....domain import kinds
from ....domain.calendar import months_after
from ....domain.cpd import CpdActivity
from ....domain.listings import Listing
from ....domain.meetings import Action, Meeting
from ....domain.overview import Line, coming, in_days, unfinished
from ....domain.people import Person
from ....domain.plan import Objective
from ....domain.preceptorship import Milestone, Preceptorship, Status
from ....domain.professions import next_renewal
from ....domain.protected_time import ProtectedTime
from ....domain.reflections import Reflection
from ....domain.words import day
from ...buttons import button
from ...calling import calling
from ...columns import clear
from ...desk import Desk
from ...following import Following
from ...labels import PlainLabel, Size, rule
from .reminding import to_look_at
from .year_pictures import YearPictures

MOST_LINES = 5
BEGINNINGS = (
    ("cpd", "CPD activity"),
    ("reflections", "Reflection"),
    ("meetings", "Meeting"),
    ("time", "Protected time"),
    ("preceptorship", "Preceptorship"),
)
RECENT = 40
STACKED_BELOW = 760
EVERYTHING = frozenset(kinds.BY_NAME)


class OverviewPage(QWidget):
    """A page, not a dashboard: every line goes where it points."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        px = desk.theme.px
        self._following = Following(self, desk.session, EVERYTHING, self._refresh)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(24), px(18), px(24), px(24))
        self._column.setSpacing(px(14))
        self._column.addLayout(self._head())
        self._next, self._unfinished = QVBoxLayout(), QVBoxLayout()
        self._unfolded: list[QVBoxLayout] = []
        self._across = QHBoxLayout()
        self._across.setSpacing(px(40))
        for title, lines in (("Next", self._next), ("Unfinished", self._unfinished)):
            column = QVBoxLayout()
            column.setSpacing(px(6))
            column.addWidget(PlainLabel(title, Size.HEADING))
            lines.setSpacing(px(2))
            column.addLayout(lines)
            column.addStretch(1)
            self._across.addLayout(column, 1)
        self._column.addLayout(self._across)
        self._column.addWidget(rule())
        self._pictures = YearPictures(desk)
        self._column.addWidget(self._pictures)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._refresh()

    def shown(self) -> None:
        """Draw the year's pictures, now that the page is to be seen; look at the day anew."""
        if self._date.text() != day(self._desk.session.today()):
            self._refresh()
        self._pictures.refresh_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two lists under each other where they do not fit beside each other."""
        super().resizeEvent(event)
        stacked = self.width() < self._desk.theme.px(STACKED_BELOW)
        self._across.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._pictures.set_stacked(stacked=stacked)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._desk.theme.px(14))
        line.addWidget(PlainLabel("Overview", Size.PAGE))
        self._date = PlainLabel("", Size.LONG, role="second")
        line.addWidget(self._date)
        line.addStretch()
        self.add_button = button(
            self._desk, "Add", _nothing, icon="add", look="primary", name="add"
        )
        menu = QMenu(self.add_button)
        for code, words in BEGINNINGS:
            menu.addAction(words).triggered.connect(calling(self._desk.begin, code))
        self.add_button.setMenu(menu)
        line.addWidget(self.add_button)
        return line

    def _refresh(self) -> None:
        today = self._desk.session.today()
        self._date.setText(day(today))
        self._show(self._next, self._coming(today), "Nothing is planned.")
        if not self._desk.session.count(Listing(record=Preceptorship, order=("started_on",))):
            self._next.addWidget(self._beginning(), 0, Qt.AlignmentFlag.AlignLeft)
        self._show(self._unfinished, self._waiting(today), "Nothing is waiting for you.")
        if self.isVisible():
            self._pictures.refresh_soon()

    def _beginning(self) -> QPushButton:
        return button(
            self._desk,
            "Begin a preceptorship",
            calling(self._desk.begin, "preceptorship"),
            icon="preceptorship",
            look="link",
            name="begin-preceptorship",
        )

    def _coming(self, today: date) -> tuple[Line, ...]:
        session = self._desk.session
        ahead = (today.isoformat(), months_after(today, 24).isoformat())
        milestones: list[Milestone] = self._ahead(Milestone, "due_on", ahead)
        return coming(
            meetings_planned=self._ahead(Meeting, "planned_on", ahead),
            time_planned=self._ahead(ProtectedTime, "on", ahead),
            milestones=milestones,
            meetings_linked=self._linked(milestones),
            preceptorships=session.all(Preceptorship),
            renewal=next_renewal(session.profession, on=today),
            practitioner=session.practitioner,
            regulator=session.profession.regulator.short,
            on=today,
        )

    def _waiting(self, today: date) -> tuple[Line, ...]:
        session = self._desk.session
        to_reflect = Listing(
            record=CpdActivity, order=("started_on",), conditions=("unfinished activity",)
        )
        begun = unfinished(
            activities=session.listed(to_reflect, 3),
            activity_count=session.count(to_reflect),
            reflections=session.listed(Listing(record=Reflection, order=("on",)), RECENT),
            models=session.catalogue.reflection_models,
            actions=session.all(Action),
            people=session.all(Person),
            on=today,
            meetings=self._passed(today),
            objectives=[
                each
                for held in session.all(Preceptorship, status=Status.UNDER_WAY.value)
                for each in session.all(Objective, preceptorship=held.id)
            ],
        )
        return (*begun, *to_look_at(session))

    def _linked(self, milestones: Sequence[Milestone]) -> list[Meeting]:
        """Return the meetings of the preceptorships that milestones belong to."""
        owners = dict.fromkeys(each.preceptorship for each in milestones if each.preceptorship)
        session = self._desk.session
        return [each for owner in owners for each in session.all(Meeting, preceptorship=owner)]

    def _passed(self, today: date) -> list[Meeting]:
        """Return the meetings, the newest first, whose day went by without one being held."""
        until = (today - timedelta(days=1)).isoformat()
        listing = Listing(
            record=Meeting,
            order=("planned_on",),
            between={"planned_on": (date.min.isoformat(), until)},
            conditions=("to come",),
        )
        return self._desk.session.listed(listing, RECENT)

    def _ahead(self, record: type, name: str, ahead: tuple[str, str]) -> list[Any]:
        listing = Listing(record=record, order=(name,), descending=False, between={name: ahead})
        return self._desk.session.listed(listing, RECENT)

    def _show(self, column: QVBoxLayout, lines: Sequence[Line], nothing: str) -> None:
        clear(column)
        most = len(lines) if column in self._unfolded else MOST_LINES
        for line in lines[:most]:
            column.addWidget(self._line(line))
        if not lines:
            column.addWidget(PlainLabel(nothing, role="third", wraps=True))
        elif len(lines) > most:
            words = f"and {len(lines) - most} more"
            unfold = calling(self._unfold, column)
            more = button(self._desk, words, unfold, icon="forward", look="link", name="more")
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self, column: QVBoxLayout) -> None:
        """Show all of a list, with the keyboard where the rest begins."""
        self._unfolded.append(column)
        self._refresh()
        entry = column.itemAt(MOST_LINES)
        first = entry.widget() if entry else None
        if first is not None:
            first.setFocus()

    def _line(self, line: Line) -> QPushButton:
        theme, px = self._desk.theme, self._desk.theme.px
        when = in_days(line.on, on=self._desk.session.today())
        made = QPushButton()
        made.setProperty("look", "entry")
        made.setObjectName("line")
        made.setAccessibleName(", ".join(part for part in (line.words, line.detail, when) if part))
        made.clicked.connect(calling(self._desk.go_to, line.record))
        across = QHBoxLayout(made)
        across.setContentsMargins(0, px(4), px(4), px(4))
        across.setSpacing(px(14))
        mark = PlainLabel()
        role = "warn" if line.is_due else "second"
        mark.setPixmap(self._desk.icons.pixmap(line.icon, theme.colour(role), px(20)))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(PlainLabel(line.words, Size.MEDIUM, wraps=True))
        words.addWidget(PlainLabel(line.detail, Size.SECOND, role="second", wraps=True))
        across.addWidget(mark)
        across.addLayout(words, 1)
        across.addWidget(PlainLabel(when, Size.SECOND, role="warn" if line.is_due else "second"))
        forward = PlainLabel()
        forward.setPixmap(self._desk.icons.pixmap("forward", theme.colour("third"), px(16)))
        across.addWidget(forward)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        made.setMinimumHeight(across.sizeHint().height() + px(4))
        return made


def overview_page(desk: Desk) -> OverviewPage:
    """Return the overview."""
    return OverviewPage(desk)


def _nothing() -> None:
    """Let the button's menu open, which is all that a press does."""
