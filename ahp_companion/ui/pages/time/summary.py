"""What is owed, in one figure, two sentences and a chart by month."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ....domain.listings import Listing
from ....domain.meetings import Meeting, MeetingKind
from ....domain.practitioner import Workplace, are_own
from ....domain.protected_time import Balance, Whose, so_far
from ....domain.words import duration, month
from ... import charts
from ...buttons import button
from ...charts import ChartView
from ...desk import Desk
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...tall import Tall
from .scope import Scope

# A career has hundreds of months; this many columns can still be told apart.
MOST_MONTHS = 18
STACKED_BELOW = 620
LETTER = "protected-time-letter"
# A length of time is not parted at the end of a line.
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words of the summary: over the figure, the figure, and a sentence under it."""

    label: str
    figure: str
    sentence: str
    own: str = ""


class Summary(Tall):
    """The head of the page: words at the left, the chart beside or under them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._scope = Scope()
        self._whole: Balance | None = None
        self._has_months = self._is_brief = False
        self.label = PlainLabel("", Size.STRONG)
        self.figure = PlainLabel("", Size.FIGURE)
        self.figure.setObjectName("figure")
        self.sentence = PlainLabel("", role="second", wraps=True)
        self.own = PlainLabel("", role="second", wraps=True)
        self.raise_button = button(
            desk, "Raise it at the next meeting", self.raise_it, icon="flag", look="link",
            name="raise",
        )  # fmt: skip
        self.letter_button = button(
            desk, "A letter that asks for it", self.write_letter, icon="letter", look="link",
            name="letter",
        )  # fmt: skip
        self.chart = ChartView(desk, "Protected time by month", height=190)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(desk.theme.px(16))
        self._beside.addWidget(self._words(), 2)
        self._beside.addWidget(self.chart, 5, Qt.AlignmentFlag.AlignTop)

    def show_months(self, scope: Scope, months: Sequence[Balance]) -> None:
        """Show the balance of a scope."""
        self._scope, self._whole = scope, so_far(months)
        said = in_words(self._whole, scope)
        self.label.setText(said.label)
        self.figure.setText(said.figure)
        self.figure.setAccessibleName(f"{said.label}: {said.figure}")
        self.sentence.setText(said.sentence)
        self.own.setText(said.own)
        self.own.setVisible(bool(said.own))
        is_owed = self._whole is not None and self._whole.owed > 0
        self.letter_button.setVisible(is_owed and scope.preceptorship is not None)
        self.raise_button.setVisible(is_owed and next_meeting(self._desk, scope) is not None)
        shown = months[-MOST_MONTHS:]
        is_alone = are_own(self._desk.session.all(Workplace))
        self.chart.show_chart(charts.protected_time(shown, is_alone=is_alone) if shown else None)
        self._has_months = bool(shown)
        self._arrange()

    def set_brief(self, *, brief: bool) -> None:
        """Leave the chart out where it would stand under the words."""
        self._is_brief = brief
        self._arrange()

    def raise_it(self) -> None:
        """Put what is owed on the agenda of the next meeting, and go there."""
        meeting = next_meeting(self._desk, self._scope)
        if meeting is None or self._whole is None:
            return
        point = f"Protected time: {duration(self._whole.owed)} owed since {_since(self._whole)}"
        agenda = meeting.agenda.rstrip()
        if point not in agenda:
            self._desk.session.set(meeting, agenda=f"{agenda}\n{point}".strip())
        self._desk.go_to(meeting)

    def write_letter(self) -> None:
        """Save a letter of one page that asks for the time that was agreed."""
        if self._scope.preceptorship is not None:
            print_template(self._desk, LETTER, self._scope.preceptorship)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chart under the words where both do not fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < self._desk.theme.px(STACKED_BELOW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(down if stacked else across)
        self.chart.setVisible(self._has_months and not (stacked and self._is_brief))

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(4))
        for each in (self.label, self.figure, self.sentence, self.own):
            column.addWidget(each)
        column.addSpacing(self._desk.theme.px(8))
        column.addWidget(self.raise_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.letter_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return words


def in_words(whole: Balance | None, scope: Scope) -> Said:
    """Return what the summary says of a balance."""
    if whole is None:
        return Said(label="Nothing yet", figure="0 h", sentence="No time is recorded here yet.")
    own = f"Besides, {_hours(whole.own)} of your own time went into it." if whole.own else ""
    if not whole.agreed:
        sentence = (
            f"Taken since {_since(whole)}. {_lost(whole)}"
            "What is owed is worked out once an agreement is written down."
        )
        return Said(label="Taken", figure=_hours(whole.taken), sentence=sentence, own=own)
    sentence = (
        f"{_hours(whole.agreed)} agreed since {_since(whole)}, {_hours(whole.taken)} taken. "
        f"{_lost(whole)}"
    )
    if whole.owed < 0:
        return Said(
            label="Taken beyond what was agreed", figure=_hours(-whole.owed),
            sentence=sentence, own=own,
        )  # fmt: skip
    whom = "you" if scope.is_mine else _other(scope)
    held = scope.preceptorship
    label = f"Owed to {whom}"
    if held and held.ended_on and whole.owed:
        label = f"Still owed to {whom} when it ended"
    return Said(label=label, figure=_hours(whole.owed), sentence=sentence, own=own)


def next_meeting(desk: Desk, scope: Scope) -> Meeting | None:
    """Return the next preceptorship meeting that a scope's time can be raised at."""
    if scope.preceptorship is None:
        return None
    listing = Listing(
        record=Meeting,
        order=("planned_on",),
        descending=False,
        equal={
            "preceptorship": scope.preceptorship.id,
            "kind": MeetingKind.PRECEPTORSHIP.value,
        },
        between={"planned_on": (desk.session.today().isoformat(), "9999-12-31")},
        conditions=("to come",),
    )
    found = desk.session.listed(listing, 1)
    return found[0] if found else None


def _hours(minutes: int) -> str:
    return duration(minutes).replace(" ", NO_BREAK) if minutes else f"0{NO_BREAK}h"


def _lost(whole: Balance) -> str:
    if not whole.lost:
        return ""
    if whole.owed <= 0:
        return f"{_hours(whole.lost)} was lost. "
    return f"{_hours(whole.lost)} was lost and stays owed until it is made up. "


def _since(whole: Balance) -> str:
    return month(whole.from_on)


def _other(scope: Scope) -> str:
    held = scope.preceptorship
    if scope.whose is Whose.PRECEPTEE and held and held.preceptee_initials:
        return held.preceptee_initials
    return f"your {scope.whose.value}" if scope.whose else "you"
