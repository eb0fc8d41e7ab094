"""What a workbook is for and where it comes from, above its sheet."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ....domain.words import as_at
from ....domain.workbooks import Workbook
from ...desk import Desk
from ...fields.control import Control
from ...labels import PlainLabel, Size


class Intro(Control):
    """Words about the workbook; nothing to fill in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code = ""
        self.about = PlainLabel("", wraps=True)
        self.about.setObjectName("about-workbook")
        self.source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.source.setObjectName("source")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(self.about)
        column.addWidget(self.source)

    def value(self) -> str:
        """Return the code of the workbook shown."""
        return self._code

    def set_value(self, value: Any) -> None:
        """Show what is said of a workbook."""
        self._code = value or ""
        workbook = self._desk.session.catalogue.workbooks.get(self._code)
        self.about.setText(workbook.about if workbook else NOT_HERE)
        self.source.setText(origin(workbook) if workbook else "")
        self.source.setVisible(bool(self.source.text()))


NOT_HERE = "The file of this workbook is not on this computer. Your answers are all here."


def origin(workbook: Workbook) -> str:
    """Return where a workbook comes from, and that nobody has made it official."""
    if workbook.is_own:
        return f"Your own workbook. {workbook.source}".strip()
    return f"{workbook.source}. {as_at(workbook.as_at)}; not official wording."
