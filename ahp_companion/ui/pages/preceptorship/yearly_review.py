"""The yearly review in the window: one page of hours, meetings and words, for a year chosen."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.cycle import YEARLY_REVIEW
from ....domain.portfolio import Portfolio
from ....domain.preceptorship import Preceptorship
from ....domain.words import span
from ....domain.yearly_review import ReviewedYear, passages, yearly_review, years
from ...buttons import button
from ...columns import clear
from ...desk import Desk
from ...fields.choices import QuietCombo
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...worksheets import begin_worksheet


class YearlyReviewPart(QWidget):
    """What the records say of a year, with a place for the owner's own words and a way to paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        self._portfolio = Portfolio()
        self._years: tuple[tuple[date, date], ...] = ()
        px = desk.theme.px
        self.choice = QuietCombo()
        self.choice.setAccessibleName("Which year to look back on")
        self.choice.setObjectName("which-year")
        self.choice.activated.connect(self._show_year)
        self.words_button = button(
            desk, "Write what the time bought", self._write, icon="workbooks", name="time-bought"
        )
        self.print_button = button(
            desk, "Print it", self._print, icon="print", name="print-yearly-review"
        )
        line = FlowLayout(gap=px(10), line_gap=px(6))
        for each in (self.choice, self.words_button, self.print_button):
            line.addWidget(each)
        self._passages = QVBoxLayout()
        self._passages.setSpacing(px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), 0, px(10), 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Yearly review", Size.HEADING))
        column.addLayout(line)
        column.addLayout(self._passages)

    def show_preceptorship(self, preceptorship: Preceptorship, portfolio: Portfolio) -> None:
        """Show the reviews of a preceptorship whose records are gathered."""
        self._preceptorship, self._portfolio = preceptorship, portfolio
        found = years(preceptorship, on=self._desk.session.today())
        if found != self._years:
            self._years = found
            self.choice.clear()
            self.choice.addItems([span(*each) for each in found])
        for each in (self.choice, self.words_button, self.print_button):
            each.setVisible(bool(found))
        self._show_year()

    def _show_year(self, _at: int = 0) -> None:
        clear(self._passages)
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._years):
            words = "A review begins with the first day of a preceptorship."
            self._passages.addWidget(PlainLabel(words, role="third", wraps=True))
            return
        from_on, to_on = self._years[at]
        review = yearly_review(self._portfolio, self._preceptorship, from_on=from_on, to_on=to_on)
        px = self._desk.theme.px
        for passage in passages(review):
            heading = PlainLabel(passage.heading, Size.STRONG, wraps=True)
            heading.setContentsMargins(0, px(8), 0, 0)
            self._passages.addWidget(heading)
            for words in passage.lines:
                line = PlainLabel(words, role="second", wraps=True)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._passages.addWidget(line)

    def _write(self) -> None:
        begin_worksheet(self._desk, YEARLY_REVIEW, preceptorship=self._preceptorship.id)

    def _print(self) -> None:
        at = self.choice.currentIndex()
        if 0 <= at < len(self._years):
            from_on, to_on = self._years[at]
            held = self._preceptorship.id
            year = ReviewedYear(preceptorship=held, from_on=from_on, to_on=to_on)
            print_template(self._desk, YEARLY_REVIEW, year)
