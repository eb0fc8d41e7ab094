"""Chooses a form to print: which one, blank or filled, and for which preceptorship."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from ...domain.professions import Regulator
from ...domain.templates import Reach, Template, by_group, source_for
from ..desk import Desk
from ..fields.choices import Choice
from ..own_forms import OwnForms
from ..preceptorships import preceptorship_choice, under_way
from ..searched_list import Offered, SearchedList
from .frame import Frame


class FormsDialog(Frame):
    """A search over the list of forms, and under it what the form chosen is for."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Print a form", act="Choose where…", width=600)
        self._desk = desk
        self.forms = SearchedList(desk, "forms", self._offers)
        self.forms.activated.connect(self.accept)
        self.forms.changed.connect(self._enable)
        self.filled = _box("filled", "Filled from my record")
        self.filled.setChecked(True)
        self.filled.toggled.connect(self._enable)
        self.private = _box("private", "Private records too")
        for each in (self.forms, self.filled, self.private):
            self.column.addWidget(each)
        self.preceptorship: Choice = preceptorship_choice(desk)
        self.preceptorship.set_value(under_way(desk))
        self.preceptorship.focus_widget().setObjectName("preceptorship")
        self.put("Which preceptorship", self.preceptorship)
        self.own = OwnForms(desk)
        self.column.addWidget(self.own)
        self._enable()
        self.forms.setFocus()

    @property
    def is_filled(self) -> bool:
        """Return whether the form is to be filled; else it is blank."""
        return self.filled.isChecked()

    def chosen(self) -> Template | None:
        """Return the form chosen, or None."""
        held: Template | None = self.forms.chosen()
        return held

    def accept(self) -> None:
        """Close with the form chosen; there has to be one."""
        if self.chosen() is not None:
            super().accept()

    def _offers(self) -> Mapping[str, Sequence[Offered]]:
        groups = by_group(self._desk.session.catalogue.templates.values())
        return {group: [self._offered(each) for each in held] for group, held in groups.items()}

    def _offered(self, template: Template) -> Offered:
        profession = self._desk.session.profession
        regulator = profession.regulator if profession else Regulator.NONE
        return Offered(
            choice=template,
            line=template.name,
            about=template.about,
            source=f"{source_for(template, regulator)}. Not official wording.",
            searched=f"{template.name} {template.group} {template.about}",
        )

    def _enable(self) -> None:
        template = self.chosen()
        is_about_one = template is not None and template.reach is Reach.PRECEPTORSHIP
        self.act.setEnabled(template is not None)
        self.private.setEnabled(self.is_filled)
        self.preceptorship.setEnabled(self.is_filled and is_about_one)


def _box(name: str, words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box
