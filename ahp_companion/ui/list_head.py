"""The head of a page of records: its title, a search, and what narrows the list."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from .desk import Desk
from .filters import FilterBar
from .labels import PlainLabel, Size


class ListHead(QWidget):
    """Title and search with the filters under them; without a title, the search ends their line."""

    def __init__(self, desk: Desk, title: str, searched: str, filters: FilterBar) -> None:
        super().__init__()
        px = desk.theme.px
        self.title = PlainLabel(title, Size.PAGE)
        self.search = _search(desk, f"Search {searched}")
        self.setContentsMargins(px(24), px(16 if title else 12), px(24), px(14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        if title:
            line = QHBoxLayout()
            line.addWidget(self.title)
            line.addStretch()
            line.addWidget(self.search)
            column.addLayout(line)
        else:
            filters.line.add_at_end(self.search)
        column.addWidget(filters)


def _search(desk: Desk, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    made.setObjectName("search")
    made.setClearButtonEnabled(True)
    made.addAction(desk.icons.icon("search", size=16), QLineEdit.ActionPosition.LeadingPosition)
    made.setMinimumWidth(desk.theme.px(120))
    made.setMaximumWidth(desk.theme.px(250))
    return made
