"""The workbooks for the time before and the first weeks: a button that begins each."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....domain.preceptorship import Preceptorship, Transition
from ....domain.returning import is_coming_back
from ...buttons import button
from ...desk import Desk
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...worksheets import begin_worksheet

ALWAYS = ("step-to-work", "first-month-baseline")
RETURNING, INTERNATIONAL = "returning", "internationally-educated"


class BeforeWorkbooks(QWidget):
    """A button for each workbook that suits the change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        self.buttons: dict[str, QPushButton] = {}
        px = desk.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel("Workbooks for the beginning", Size.STRONG))
        line = FlowLayout(gap=px(8), line_gap=px(8))
        for code in (*ALWAYS, RETURNING, INTERNATIONAL):
            workbook = desk.session.catalogue.workbooks.get(code)
            if workbook is not None:
                begin = partial(self._begin, code)
                made = button(desk, workbook.name, begin, icon="workbooks", name=f"begin-{code}")
                made.setAccessibleName(f"Begin the workbook {workbook.name}")
                self.buttons[code] = made
                line.addWidget(made)
        column.addLayout(line)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Offer what suits a preceptorship's change."""
        self._preceptorship = preceptorship
        suits = {
            RETURNING: is_coming_back(preceptorship),
            INTERNATIONAL: preceptorship.transition is Transition.INTERNATIONAL,
        }
        for code, each in self.buttons.items():
            each.setVisible(suits.get(code, True))

    def _begin(self, code: str, _pressed: bool = False) -> None:
        begin_worksheet(self._desk, code, preceptorship=self._preceptorship.id)
