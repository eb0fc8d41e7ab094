"""Rating oneself now: a step, what is rated, the day, and a few words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.confidence import ConfidenceRating, Measure, RatedStatement
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...fields.control import Control
from ...fields.moments import Day
from ...fields.steps import Steps
from ...fields.texts import Line
from ...flow import FlowLayout
from ...labels import PlainLabel, Size


class RateNow(QWidget):
    """Adds a rating; it is kept once its button is pressed, as every addition is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._statement = RatedStatement()
        self.steps = Steps(desk)
        self.measure = Choice(desk, of_words(Measure))
        self.on = Day(desk)
        self.words = Line(desk, placeholder="In a few words, if you like")
        self.add_button = button(desk, "Add rating", self.add, icon="add", name="add-rating")
        self.steps.changed.connect(self._ready)
        px = desk.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("Rate it now", Size.HEADING))
        column.addWidget(
            PlainLabel(
                "Your own sense of it today. Nobody is marked by it, and lower than last time "
                "is worth knowing too.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        column.addWidget(self.steps)
        beside = QWidget()
        line = FlowLayout(beside, gap=px(12), line_gap=px(8))
        line.addWidget(self.measure)
        line.addWidget(self.on)
        column.addWidget(beside)
        column.addWidget(self.words)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._name()
        self.begin(self._statement)

    def begin(self, statement: RatedStatement) -> None:
        """Begin a rating of a statement, with nothing chosen."""
        self._statement = statement
        self.steps.set_value(None)
        self.measure.set_value(self.measure.value() or Measure.CONFIDENCE)
        self.on.set_value(self._desk.session.today())
        self.words.set_value("")
        self._ready()

    def add(self) -> None:
        """Add the rating."""
        rating = self.steps.value()
        if rating is None:
            return
        self.on.flush()
        added = ConfidenceRating(
            rated=self._statement.id,
            measure=self.measure.value(),
            on=self.on.value(),
            rating=rating,
            words=self.words.value(),
        )
        if self._desk.session.add(added):
            self.begin(self._statement)
            self.steps.focus_widget().setFocus()

    def _ready(self) -> None:
        self.add_button.setEnabled(self.steps.value() is not None)

    def _name(self) -> None:
        named: tuple[tuple[Control, str, str], ...] = (
            (self.steps, "Rating", "rate"),
            (self.measure, "What is rated", "rate-measure"),
            (self.on, "Date of the rating", "rate-on"),
            (self.words, "A few words about the rating", "rate-words"),
        )
        for control, label, code in named:
            control.set_names(label, "", code)
