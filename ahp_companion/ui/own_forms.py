"""The owner's own forms: files of an employer's or anybody's, in one folder, opened from here."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..domain.problems import ProblemError
from ..domain.words import fold
from .buttons import button
from .calling import calling
from .columns import clear
from .desk import Desk
from .evidence_files import NOT_STARTED
from .flow import FlowLayout
from .labels import PlainLabel, Size

LETTERS = 42


class OwnForms(QWidget):
    """A line that opens the folder, and a button for each file in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.open_button = button(
            desk, "Open the folder of your own forms", self.open_folder, icon="open", look="link",
            name="open-forms",
        )  # fmt: skip
        self.about = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self._files = QVBoxLayout()
        self._files.setSpacing(px(2))
        line = FlowLayout(gap=px(10), line_gap=px(4))
        heading = PlainLabel("Your own forms", Size.MEDIUM)
        heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(heading)
        line.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(line)
        column.addWidget(self.about)
        column.addLayout(self._files)
        self.refresh()

    def refresh(self) -> None:
        """Show the files that are in the folder now, by name."""
        clear(self._files)
        found = own_forms(self._desk.session.own_forms)
        for path in found:
            # A single & would become a key to press.
            shown = _fitting(path.name).replace("&", "&&")
            opened = calling(self.open_file, path)
            made = button(self._desk, shown, opened, icon="file", look="link", name="own-form")
            made.setAccessibleName(f"Open {path.name}")
            made.setToolTip(path.name)
            self._files.addWidget(made)
        self.about.setText("" if found else "Files that you put into it are listed here.")
        self.about.setVisible(not found)
        self.setEnabled(self._desk.session.own_forms is not None)

    def open_folder(self) -> None:
        """Show the folder in the computer's own window; it is made where there is none yet."""
        folder = self._desk.session.own_forms
        if folder is None:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            self._desk.session.failed.emit(
                ProblemError(
                    f"“{folder}” could not be made: {reason.strerror}.",
                    means="Nothing of your portfolio changed.",
                    advice="Look whether the disk has room and can be written to.",
                )
            )
            return
        self._open(folder)

    def open_file(self, path: Path) -> None:
        """Open one file in the computer's own program for it; a program is never started."""
        if path.suffix.casefold() in NOT_STARTED:
            self._desk.session.failed.emit(
                ProblemError(
                    f"“{path.name}” is not opened from here.",
                    means="A file of this kind can run as a program.",
                    advice="Open the folder and look at it with care.",
                )
            )
            return
        self._open(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Look into the folder anew."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Look into the folder anew when somebody comes back from it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.say(f"Nothing on this computer opens {path}")


def own_forms(folder: Path | None) -> list[Path]:
    """Return the files of a folder by name, without hidden ones; none where there is no folder."""
    try:
        held = [each for each in folder.iterdir() if each.is_file()] if folder else []
    except OSError:
        return []
    return sorted((each for each in held if not each.name.startswith(".")), key=_name)


def _name(path: Path) -> tuple[str, str]:
    return fold(path.name), path.name


def _fitting(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 9]}…{name[-8:]}"
