"""The competence record: an area of its own, apart from preceptorship and never added to it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ....domain.competences import CompetenceFramework
from ...buttons import button
from ...calling import calling
from ...desk import Desk
from ...dialogs.import_file import bring_in
from ...dialogs.passport import export_passport
from ...labels import PlainLabel, Size
from ...record_page import RecordPage
from .competence_frameworks import framework_shape
from .competence_list import competence_shape

APART = (
    "What an employer’s or a profession’s framework asks, and who signed. It stands apart from "
    "your preceptorship, which builds confidence and signs nothing off."
)
LINES, FRAMEWORKS = 0, 1
ROOMY = 360


class CompetencesPart(QWidget):
    """The lines of all frameworks in one list, and the frameworks behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = desk.theme.px
        self.apart = PlainLabel(APART, Size.SECOND, role="second", wraps=True)
        self.apart.setContentsMargins(px(24), px(10), px(24), 0)
        self.stack = QStackedWidget()
        self.lines = RecordPage(desk, competence_shape(desk, beside=self._ways()))
        self.frameworks = RecordPage(desk, framework_shape(desk, beside=self._way_back()))
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.frameworks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.apart)
        column.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what room there is to the list, where there is little."""
        super().resizeEvent(event)
        self.apart.setVisible(self.height() >= self._desk.theme.px(ROOMY))

    @property
    def record(self) -> Any:
        """Return the record that is open."""
        return self._open.record

    def add(self) -> None:
        """Add a line, or a framework where those are shown."""
        self._open.add()

    def show_record(self, record: Any) -> None:
        """Show a line of a framework, or a framework."""
        self.show_kind(FRAMEWORKS if isinstance(record, CompetenceFramework) else LINES)
        self._open.show_record(record)

    def show_kind(self, at: int) -> None:
        """Show the lines, or the frameworks."""
        self.flush()
        self.stack.setCurrentIndex(at)

    def bring_in(self) -> None:
        """Ask for a file with a framework, show what it holds and bring it in."""
        path, _ = QFileDialog.getOpenFileName(
            self, "Choose a framework", str(Path.home()), "*.csv *.matrix *.json"
        )
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Show what a file holds and bring it in."""
        self.flush()
        said = bring_in(self, self._desk, path)
        if said:
            self._desk.say(said)

    def export(self) -> None:
        """Show what a skills passport holds, then write it where it is wanted."""
        self.flush()
        said = export_passport(self, self._desk)
        if said:
            self._desk.say(said)

    def flush(self) -> None:
        """Save what is being typed."""
        self.lines.flush()
        self.frameworks.flush()

    @property
    def _open(self) -> RecordPage:
        return self.frameworks if self.stack.currentIndex() == FRAMEWORKS else self.lines

    def _ways(self) -> tuple[QWidget, ...]:
        menu = QMenu(self)
        menu.setAccessibleName("Frameworks")
        for words, act in (
            ("Show the frameworks", calling(self.show_kind, FRAMEWORKS)),
            ("Bring in a framework…", self.bring_in),
            ("Export skills passport…", self.export),
        ):
            made = QAction(words, self)
            made.triggered.connect(calling(act))
            menu.addAction(made)
        opening = QPushButton("Frameworks…")
        opening.setIcon(self._desk.icons.icon("template"))
        opening.setProperty("look", "quiet")
        opening.setAccessibleName("Frameworks, bringing one in, and the skills passport")
        opening.setObjectName("frameworks")
        opening.setMenu(menu)
        return (opening,)

    def _way_back(self) -> tuple[QWidget, ...]:
        back = calling(self.show_kind, LINES)
        return (
            button(self._desk, "All competences", back, icon="back", look="link", name="lines"),
        )
