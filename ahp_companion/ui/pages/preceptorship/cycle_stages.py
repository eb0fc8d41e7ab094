"""The round of a preceptorship, in six small stages: what is there at each, and what is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ....domain.cycle import Stage, Standing
from ...desk import Desk
from ...labels import PlainLabel, Size

ICONS = {
    Stage.REDESIGN: "undo",
    Stage.ESTABLISH: "people",
    Stage.IMPLEMENT: "check",
    Stage.DELIVER: "meetings",
    Stage.EVALUATE: "feedback",
    Stage.CELEBRATE: "certificate",
}
COLUMN = 230


class CycleStages(QWidget):
    """Six stages in as many columns as there is room for; words only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stages = {each: StageWords(desk, each) for each in Stage}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(desk.theme.px(8))
        self._columns = 0
        self._arrange(1)

    def show_standings(self, standings: tuple[Standing, ...]) -> None:
        """Show where each stage stands."""
        for each in standings:
            self.stages[each.stage].show_standing(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the columns that there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, min(3, event.size().width() // self._desk.theme.px(COLUMN))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, each in enumerate(self.stages.values()):
            self._grid.addWidget(each, at // columns, at % columns)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


class StageWords(QWidget):
    """One stage: its name, what is there, what is open."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        px = desk.theme.px
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        mark = PlainLabel()
        mark.setPixmap(desk.icons.pixmap(ICONS[stage], desk.theme.colour("accent"), px(18)))
        self.there = PlainLabel("", Size.SECOND, wraps=True)
        self.open = PlainLabel("", Size.SECOND, role="second", wraps=True)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(mark)
        head.addWidget(PlainLabel(stage.label, Size.STRONG), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self.there)
        column.addWidget(self.open)
        column.addStretch(1)

    def show_standing(self, standing: Standing) -> None:
        """Show where it stands."""
        self.there.setText(standing.there_in_words)
        self.open.setText(standing.open_in_words)
        self.open.setVisible(bool(standing.still_open))
        parts = (standing.stage.label, standing.there_in_words, standing.open_in_words)
        self.setAccessibleName(". ".join(part for part in parts if part))
