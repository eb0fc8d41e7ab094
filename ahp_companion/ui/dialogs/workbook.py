"""Chooses the workbook to begin: by what they are for, those for the owner's side first."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.problems import ProblemError
from ...domain.words import count
from ...domain.workbooks import Group, Workbook
from ...domain.worksheets import by_group
from ..asking import asked
from ..buttons import button
from ..desk import Desk
from ..fields.choices import Choice
from ..preceptorships import preceptorship_choice, under_way
from ..searched_list import Offered, SearchedList
from .frame import Frame


class ChooseWorkbook(Frame):
    """A search over a list, and under it what the workbook chosen is for."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Begin a workbook", act="Begin", width=600)
        self._desk = desk
        self.workbooks = SearchedList(desk, "workbooks", self._offers)
        self.workbooks.activated.connect(self.accept)
        self.workbooks.changed.connect(self._enable)
        self.column.addWidget(self.workbooks)
        self.preceptorship: Choice = preceptorship_choice(desk)
        self.preceptorship.set_value(under_way(desk))
        self.preceptorship.focus_widget().setObjectName("preceptorship")
        self.put("It belongs to", self.preceptorship)
        self.adding = button(
            desk, "Add a workbook from a file…", self._add, icon="file", look="link", name="add-own"
        )
        self.column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        self._enable()
        self.workbooks.setFocus()

    def chosen(self) -> Workbook | None:
        """Return the workbook chosen, or None."""
        held: Workbook | None = self.workbooks.chosen()
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
            self.workbooks.say(str(problem))
            return
        self.workbooks.choose(added)

    def _add(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Add a workbook", str(Path.home()), "Workbooks (*.toml)"
        )
        if path:
            self.add_own(Path(path))

    def _offers(self) -> Mapping[str, Sequence[Offered]]:
        session = self._desk.session
        groups = by_group(session.catalogue.workbooks.values(), session.practitioner.role)
        return {
            group.label: [_offered(each, group) for each in held] for group, held in groups.items()
        }

    def _enable(self) -> None:
        self.act.setEnabled(self.chosen() is not None)


def choose_workbook(parent: QWidget, desk: Desk) -> tuple[str, str | None] | None:
    """Return the code of the workbook that someone chooses and its preceptorship, or None."""
    dialog = ChooseWorkbook(parent, desk)
    workbook = dialog.chosen() if asked(dialog) else None
    return (workbook.code, dialog.preceptorship.value()) if workbook else None


def _offered(workbook: Workbook, group: Group) -> Offered:
    own = "your own" if workbook.is_own else ""
    private = "private to begin with" if workbook.is_private else ""
    lines = count(len(workbook.questions), "line")
    return Offered(
        choice=workbook,
        line=" · ".join(part for part in (workbook.name, lines, own, private) if part),
        about=workbook.about,
        source=workbook.source,
        searched=f"{workbook.name} {group.label} {workbook.about}",
    )
