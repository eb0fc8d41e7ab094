"""Chooses the workbook to begin: by what they are for, those for the owner's side first."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ...domain.problems import ProblemError
from ...domain.words import count, fold
from ...domain.workbooks import Workbook
from ...domain.worksheets import by_group
from ..buttons import button
from ..desk import Desk
from ..fields.choices import Choice
from ..labels import PlainLabel, Size, font
from ..preceptorships import preceptorship_choice, under_way
from .frame import Frame


class ChooseWorkbook(Frame):
    """A search over a list, and under it what the workbook chosen is for."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Begin a workbook", act="Begin", width=600)
        self._desk = desk
        px = desk.theme.px
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search workbooks")
        self.search.setAccessibleName("Search workbooks")
        self.search.setObjectName("search")
        self.search.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setAccessibleName("Workbooks")
        self.list.setObjectName("list")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(px(250))
        self.list.itemActivated.connect(self.accept)
        self.list.currentItemChanged.connect(self._describe)
        self.about = PlainLabel("", wraps=True)
        self.about.setObjectName("about")
        self.source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.adding = button(
            desk, "Add a workbook from a file…", self._add, icon="file", look="link", name="add-own"
        )
        for each in (self.search, self.list, self.about, self.source):
            self.column.addWidget(each)
        self.preceptorship: Choice = preceptorship_choice(desk)
        self.preceptorship.set_value(under_way(desk))
        self.preceptorship.focus_widget().setObjectName("preceptorship")
        self.put("It belongs to", self.preceptorship)
        self.column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        self._show("")
        self.search.setFocus()

    def chosen(self) -> Workbook | None:
        """Return the workbook chosen, or None."""
        current = self.list.currentItem()
        held: Workbook | None = current.data(Qt.ItemDataRole.UserRole) if current else None
        return held

    def accept(self) -> None:
        """Close with the workbook chosen; there has to be one."""
        if self.chosen() is not None:
            super().accept()

    def add_own(self, path: Path) -> None:
        """Add a workbook from a file, and choose it; what is wrong in it is said in words."""
        try:
            added = self._desk.session.keep_workbook(path)
        except ProblemError as problem:
            self.about.setText(str(problem))
            self.source.setText("")
            return
        self.search.clear()
        self._show("")
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == added:
                self.list.setCurrentRow(at)

    def _add(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Add a workbook", str(Path.home()), "Workbooks (*.toml)"
        )
        if path:
            self.add_own(Path(path))

    def _show(self, typed: str) -> None:
        self.list.clear()
        session = self._desk.session
        words = fold(typed).split()
        for group, workbooks in by_group(
            session.catalogue.workbooks.values(), session.practitioner.role
        ).items():
            found = [each for each in workbooks if _matches(each, group.label, words)]
            if found:
                head = QListWidgetItem(group.label, self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(font(Size.STRONG))
            for each in found:
                entry = QListWidgetItem(_line(each), self.list)
                entry.setData(Qt.ItemDataRole.UserRole, each)
        self.list.setCurrentRow(1 if self.list.count() else -1)
        self.act.setEnabled(self.list.count() > 0)
        if not self.list.count():
            self.about.setText("Nothing matches. Search for less.")
            self.source.setText("")

    def _describe(self) -> None:
        workbook = self.chosen()
        self.about.setText(workbook.about if workbook else "")
        self.source.setText(workbook.source if workbook else "")


def choose_workbook(parent: QWidget, desk: Desk) -> tuple[str, str | None] | None:
    """Return the code of the workbook that someone chooses and its preceptorship, or None."""
    dialog = ChooseWorkbook(parent, desk)
    workbook = dialog.chosen() if dialog.exec() else None
    return (workbook.code, dialog.preceptorship.value()) if workbook else None


def _line(workbook: Workbook) -> str:
    own = "your own" if workbook.is_own else ""
    private = "private to begin with" if workbook.is_private else ""
    lines = count(len(workbook.questions), "line")
    return " · ".join(part for part in (workbook.name, lines, own, private) if part)


def _matches(workbook: Workbook, group: str, words: list[str]) -> bool:
    text = fold(f"{workbook.name} {group} {workbook.about}")
    return all(each in text for each in words)
