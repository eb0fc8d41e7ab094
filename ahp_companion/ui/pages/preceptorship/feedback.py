"""Feedback that comes round: what was said, what it is about, what is tried, what a year shows."""

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.cycle import REDESIGN, cycle
from ....domain.preceptorship import Preceptorship, Side
from ....domain.workbooks import Worksheet
from ...buttons import button
from ...calling import calling
from ...desk import Desk
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...worksheets import begin_worksheet, feedback_forms
from .cycle_stages import CycleStages
from .one_preceptorship import FOLLOWED, gathered_for
from .sheet_rows import SheetRows
from .theme_board import ThemeBoard
from .yearly_review import YearlyReviewPart

FORMS = (
    ("feedback-preceptee", "Feedback from the preceptee"),
    ("feedback-preceptor", "Feedback from the preceptor"),
    ("feedback-leaving", "On leaving"),
)
WIDEST = 760


class FeedbackPart(QWidget):
    """The round, the forms given, the themes with their cards, and the yearly review."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.stages = CycleStages(desk)
        self.forms = SheetRows(
            desk, nothing="No form yet. One halfway and one at the end say more than one alone."
        )
        self.themes = ThemeBoard(desk)
        self.review = YearlyReviewPart(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(18), px(14), px(24))
        column.setSpacing(px(20))
        for each in (self._round(), self._given(), self.themes, self.review):
            column.addWidget(each)
        column.addStretch(1)
        self.setMaximumWidth(px(WIDEST))
        self._following = Following(self, desk.session, FOLLOWED, self._refresh)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the feedback of a preceptorship."""
        self._preceptorship = preceptorship
        self.themes.show_preceptorship(preceptorship)
        self._refresh()

    def open(self, record: Any) -> None:
        """Open a theme or a card."""
        self.themes.board.open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self.themes.board.flush()

    def begin(self, code: str) -> None:
        """Begin a sheet of a workbook for this preceptorship, and go there."""
        self.flush()
        begin_worksheet(self._desk, code, preceptorship=self._preceptorship.id)

    def print_blank(self) -> None:
        """Print the form of the owner's side, to be filled in by hand."""
        is_preceptor = self._preceptorship.side is Side.PRECEPTOR
        code = FORMS[1 if is_preceptor else 0][0]
        print_template(self._desk, code, self._preceptorship, filled=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _refresh(self) -> None:
        session = self._desk.session
        now = session.get(Preceptorship, self._preceptorship.id)
        if now is None:
            return
        self._preceptorship = now
        whose = "preceptor" if now.side is Side.PRECEPTOR else "preceptee"
        self.blank_button.setText(f"Print the {whose}’s form")
        self.blank_button.setAccessibleName(self.blank_button.text())
        held = gathered_for(session, now)
        forms = feedback_forms(self._desk)
        self.stages.show_standings(cycle(now, held, on=session.today(), feedback_forms=forms))
        sheets = held.of(Worksheet, now.id)
        self.forms.show_sheets(each for each in sheets if each.workbook in forms)
        self.review.show_preceptorship(now, held)

    def _round(self) -> QWidget:
        words = (
            "What is there at each stage and what is open. After celebrating comes redesign, and "
            "the next round is a little better."
        )
        redesign = button(
            self._desk,
            "Begin a redesign sheet",
            calling(self.begin, REDESIGN),
            icon="workbooks",
            look="link",
            name="begin-redesign",
        )
        return self._group("The round it goes", words, self.stages, (redesign,))

    def _given(self) -> QWidget:
        words = (
            "About arrangements, and never about people who could be recognised. A form begins "
            "private: it leaves only when you say so."
        )
        begins = tuple(
            button(self._desk, label, calling(self.begin, code), icon="add", look="link", name=code)
            for code, label in FORMS
        )
        self.blank_button = button(
            self._desk, "", self.print_blank, icon="print", look="link", name="print-blank"
        )
        return self._group("Feedback given", words, self.forms, (*begins, self.blank_button))

    def _group(
        self, heading: str, words: str, inside: QWidget, buttons: tuple[QWidget, ...]
    ) -> QWidget:
        px = self._desk.theme.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(10), 0, px(10), 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(heading, Size.HEADING))
        column.addWidget(PlainLabel(words, Size.SECOND, role="second", wraps=True))
        column.addWidget(inside)
        line = FlowLayout(gap=px(8), line_gap=0)
        for each in buttons:
            line.addWidget(each)
        column.addLayout(line)
        return holder


def feedback_part(desk: Desk) -> FeedbackPart:
    """Return the tab of feedback."""
    return FeedbackPart(desk)
