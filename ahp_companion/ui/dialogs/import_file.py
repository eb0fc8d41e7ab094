"""Import: shows beforehand what a file would bring in; one change, which undo takes back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from ...domain.portfolio import Portfolio
from ...exchange.formats_in import FORMATS, read_file
from ...exchange.importing import Incoming
from ...exchange.reading import Reading
from ..asking import asked
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..long_work import Progress, in_background
from .frame import Frame


class ImportDialog(Frame):
    """What would come in, and what in the file could not be read."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, incoming: Incoming, remarks: list[str], name: str
    ) -> None:
        super().__init__(parent, desk.theme, "Bring in a file", act="Bring it in")
        self.column.addWidget(PlainLabel(name, Size.MEDIUM, wraps=True))
        self.summary = PlainLabel(incoming.in_words, wraps=True)
        self.column.addWidget(self.summary)
        if remarks:
            self.column.addWidget(
                PlainLabel(
                    "These stay out, or come in differently; the rest can come in.",
                    role="second",
                    wraps=True,
                )
            )
            listed = QPlainTextEdit("\n".join(remarks))
            listed.setReadOnly(True)
            listed.setTabChangesFocus(True)
            listed.setAccessibleName("Remarks")
            listed.setObjectName("remarks")
            self.column.addWidget(listed, 1)
        self.column.addWidget(
            PlainLabel(
                "A backup is made first, and you can undo it. Nothing of yours is deleted.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        self.column.addStretch(1)
        self.act.setEnabled(incoming.change is not None)


def import_file(parent: QWidget | None, desk: Desk) -> str:
    """Ask for a file, show what it holds, bring it in; return a sentence, "" if nothing came."""
    path, _ = QFileDialog.getOpenFileName(
        parent, "Choose a file to bring in", str(Path.home()), _known()
    )
    return bring_in(parent, desk, Path(path)) if path else ""


def bring_in(parent: QWidget | None, desk: Desk, path: Path) -> str:
    """Show what a file holds and bring it in; return a sentence, "" if nothing came."""
    read = in_background(parent, "Reading the file", partial(_read, path, desk.session.gather()))
    if read is None:
        return ""
    reading, incoming = read
    remarks = [*(each.in_words for each in reading.problems), *incoming.remarks]
    if not asked(ImportDialog(parent, desk, incoming, remarks, path.name)):
        return ""
    done = in_background(
        parent, "Backing up, then bringing it in", partial(_take_in, desk, reading, incoming)
    )
    return f"Brought in. {incoming.in_words}" if done else ""


def _read(path: Path, portfolio: Portfolio, _progress: Progress) -> tuple[Reading, Incoming]:
    reading = read_file(path)
    return reading, reading.into(portfolio)


def _take_in(desk: Desk, reading: Reading, incoming: Incoming, progress: Progress) -> bool:
    desk.session.back_up("before an import", progress)
    desk.session.keep_files(reading.evidence(each) for each in incoming.evidence)
    return incoming.change is not None and desk.session.apply(incoming.change)


def _known() -> str:
    endings = dict.fromkeys(ending for each in FORMATS for ending in each.endings)
    return " ".join(f"*{ending}" for ending in endings)
