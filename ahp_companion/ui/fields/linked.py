"""Links to records of several kinds under one heading, with one way to add to them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ...domain import kinds
from ...domain.evidence import Evidence
from ...domain.words import sentence
from ..buttons import button
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..reading_order import set_reading_order
from .control import Control
from .links import EvidenceLinks, Links


class Linked(Control):
    """Several fields of links, each shown under its kind's name once it holds something.

    Its value is the ids by field.
    """

    def __init__(self, desk: Desk, fields: Mapping[str, type]) -> None:
        super().__init__()
        self._desk = desk
        self.links = {name: _links(desk, record) for name, record in fields.items()}
        self._heads: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        for name, record in fields.items():
            words = sentence(kinds.BY_RECORD[record].nouns)
            self._heads[name] = PlainLabel(words, Size.SECOND, role="third")
            column.addWidget(self._heads[name])
            column.addWidget(self.links[name])
            self.links[name].set_names(words, "", name)
            self.links[name].changed.connect(self._linked)
        self.add_button = button(desk, "Link something", self._choose, icon="add", look="link")
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)
        self._show()

    def value(self) -> dict[str, tuple[str, ...]]:
        """Return the ids linked to, by field."""
        return {name: links.value() for name, links in self.links.items()}

    def set_value(self, value: Any) -> None:
        """Show links."""
        for name, links in self.links.items():
            links.set_value(value[name])
        self._show()

    def focus_widget(self) -> QWidget:
        """Return the button that adds a link."""
        return self.add_button

    def is_being_typed_in(self) -> bool:
        """Return that links take any value at any time."""
        return False

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name the button by what it adds to."""
        self.add_button.setAccessibleName(f"{label}: Link something")
        self.add_button.setAccessibleDescription(help_words)
        self.add_button.setObjectName(f"{name}-add")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files can be dropped here, where evidence can be linked."""
        if event.mimeData().hasUrls() and self._evidence() is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        evidence = self._evidence()
        if evidence is not None:
            evidence.take_in([QUrl(each).toLocalFile() for each in event.mimeData().urls()])

    def _evidence(self) -> EvidenceLinks | None:
        found = (each for each in self.links.values() if isinstance(each, EvidenceLinks))
        return next(found, None)

    def _choose(self) -> None:
        menu = self.menu()
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return the menu of what can be linked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, links in self.links.items():
            act = menu.addAction(self._heads[name].text())
            act.triggered.connect(links.add_button.click)
        evidence = self._evidence()
        if evidence is not None:
            menu.addAction("A file from this computer").triggered.connect(
                evidence.file_button.click
            )
        return menu

    def _linked(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for name, links in self.links.items():
            self._heads[name].setVisible(bool(links.value()))
            links.setVisible(bool(links.value()))
        set_reading_order(self)


def _links(desk: Desk, record: type) -> Links:
    links = EvidenceLinks(desk) if record is Evidence else Links(desk, record)
    links.add_button.hide()
    if isinstance(links, EvidenceLinks):
        links.file_button.hide()
    return links


def linked_fields(names: Mapping[str, type]) -> tuple[Any, Any]:
    """Return how a form's field reads several links from a record, and how it writes them."""
    return partial(_read, tuple(names)), _write


def _read(names: tuple[str, ...], record: Any) -> dict[str, tuple[str, ...]]:
    return {name: getattr(record, name) for name in names}


def _write(record: Any, value: Mapping[str, tuple[str, ...]]) -> Any:
    return replace(record, **value)
