"""Restores a backup: which, from when, with what in it; the present file is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...domain.problems import ProblemError
from ...domain.words import count
from ...store.backups import Backup
from ..desk import Desk
from ..labels import PlainLabel, Size
from .frame import Frame


class RestoreDialog(Frame):
    """The backups there are, newest first, each opened and counted when it is chosen."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Restore a backup", act="Restore it")
        self._session = desk.session
        self.column.addWidget(
            PlainLabel(
                "Your portfolio goes back to how it was then. The file as it is now is kept "
                "beside the backups, so that this too can be undone.",
                role="second",
                wraps=True,
            )
        )
        self.list = QListWidget()
        self.list.setObjectName("backups")
        self.put("Backups", self.list)
        for backup in desk.session.backups.all():
            entry = QListWidgetItem(f"{backup.in_words}, {backup.reason}", self.list)
            entry.setData(Qt.ItemDataRole.UserRole, backup)
        self.holds = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self.column.addWidget(self.holds)
        self.act.setEnabled(False)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        if self.list.count() == 0:
            self.holds.setText("There is no backup yet. One is made when you close the app.")

    def chosen(self) -> Backup | None:
        """Return the backup chosen."""
        current = self.list.currentItem()
        backup: Backup | None = current.data(Qt.ItemDataRole.UserRole) if current else None
        return backup

    def _show(self, _row: int) -> None:
        backup = self.chosen()
        if backup is None:
            return
        try:
            counts, revisions = self._session.count_backup(backup)
        except ProblemError as problem:
            self.holds.setText(f"{problem.happened} Choose another.")
            self.act.setEnabled(False)
            return
        self.act.setEnabled(True)
        held = count(sum(counts.values()), "record")
        activities = count(counts["cpd_activity"], "CPD activity", "CPD activities")
        self.holds.setText(
            f"Sound. It holds {held}, {activities} among them, and {count(revisions, 'revision')}."
        )
