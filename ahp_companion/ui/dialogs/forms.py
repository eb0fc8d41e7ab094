"""Chooses a form to print: which one, blank or filled, and for which preceptorship."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ...domain.professions import Regulator
from ...domain.templates import Reach, Template, by_group, source_for
from ...domain.words import fold
from ..desk import Desk
from ..fields.choices import Choice
from ..labels import PlainLabel, Size, font
from ..own_forms import OwnForms
from ..preceptorships import preceptorship_choice, under_way
from .frame import Frame


class FormsDialog(Frame):
    """A search over the list of forms, and under it what the form chosen is for."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Print a form", act="Choose where…", width=600)
        self._desk = desk
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search forms")
        self.search.setAccessibleName("Search forms")
        self.search.setObjectName("search")
        self.search.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setAccessibleName("Forms")
        self.list.setObjectName("list")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(desk.theme.px(230))
        self.list.itemActivated.connect(self.accept)
        self.list.currentItemChanged.connect(self._describe)
        self.about = PlainLabel("", wraps=True)
        self.about.setObjectName("about")
        self.source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.filled = _box("filled", "Filled from my record")
        self.filled.setChecked(True)
        self.filled.toggled.connect(self._enable)
        self.private = _box("private", "Private records too")
        for each in (self.search, self.list, self.about, self.source, self.filled, self.private):
            self.column.addWidget(each)
        self.preceptorship: Choice = preceptorship_choice(desk)
        self.preceptorship.set_value(under_way(desk))
        self.preceptorship.focus_widget().setObjectName("preceptorship")
        self.put("Which preceptorship", self.preceptorship)
        self.own = OwnForms(desk)
        self.column.addWidget(self.own)
        self._show("")
        self.search.setFocus()

    @property
    def is_filled(self) -> bool:
        """Return whether the form is to be filled; else it is blank."""
        return self.filled.isChecked()

    def chosen(self) -> Template | None:
        """Return the form chosen, or None."""
        current = self.list.currentItem()
        held: Template | None = current.data(Qt.ItemDataRole.UserRole) if current else None
        return held

    def accept(self) -> None:
        """Close with the form chosen; there has to be one."""
        if self.chosen() is not None:
            super().accept()

    def _show(self, typed: str) -> None:
        self.list.clear()
        words = fold(typed).split()
        for group, templates in by_group(self._desk.session.catalogue.templates.values()).items():
            found = [each for each in templates if _matches(each, words)]
            if found:
                head = QListWidgetItem(group, self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(font(Size.STRONG))
            for each in found:
                entry = QListWidgetItem(each.name, self.list)
                entry.setData(Qt.ItemDataRole.UserRole, each)
        self.list.setCurrentRow(1 if self.list.count() else -1)
        self.act.setEnabled(self.list.count() > 0)
        if not self.list.count():
            self.about.setText("Nothing matches. Search for less.")
            self.source.setText("")

    def _describe(self) -> None:
        template = self.chosen()
        self.about.setText(template.about if template else "")
        self.source.setText(self._source(template) if template else "")
        self._enable()

    def _source(self, template: Template) -> str:
        profession = self._desk.session.profession
        regulator = profession.regulator if profession else Regulator.NONE
        return f"{source_for(template, regulator)}. Not official wording."

    def _enable(self) -> None:
        template = self.chosen()
        is_about_one = template is not None and template.reach is Reach.PRECEPTORSHIP
        self.private.setEnabled(self.is_filled)
        self.preceptorship.setEnabled(self.is_filled and is_about_one)


def _box(name: str, words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box


def _matches(template: Template, words: list[str]) -> bool:
    text = fold(f"{template.name} {template.group} {template.about}")
    return all(each in text for each in words)
