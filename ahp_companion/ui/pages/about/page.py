"""About the owner: one page, a tab for each thing there is to say of them."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from ....domain import kinds
from ...desk import Desk
from ...forms import Form
from ...labels import PlainLabel
from ...tabs import Part, TabbedPage, scrolled
from .competences import CompetencesPart
from .delegation import delegations
from .practitioner import PractitionerPart
from .qualifications import quals
from .scope import ScopePart
from .training import trainings
from .workplaces import workplaces

# What is shown under another kind's tab.
UNDER = {
    "scope_sheet": "scope",
    "scope_line": "scope",
    "competence": "competences",
    "competence_framework": "competences",
}


class AboutPage(TabbedPage):
    """You, where you work, what you are qualified and trained in, your scope and competences."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            desk,
            "About you",
            (
                Part(code="practitioner", word="You", make=self._you),
                Part(code="workplace", word="Workplaces", make=partial(workplaces, desk)),
                Part(code="qualification", word="Qualifications", make=partial(quals, desk)),
                Part(code="training", word="Training", make=partial(trainings, desk)),
                Part(code="scope", word="Scope", make=partial(ScopePart, desk)),
                Part(code="delegation", word="Delegation", make=partial(delegations, desk)),
                Part(code="competences", word="Competences", make=partial(CompetencesPart, desk)),
            ),
        )

    @property
    def form(self) -> Form:
        """Return the form of the owner."""
        return self._practitioner.form

    @property
    def oddity(self) -> PlainLabel:
        """Return the words about a registration number that looks odd."""
        return self._practitioner.oddity

    def show_record(self, record: Any) -> None:
        """Open the part that shows a record."""
        name = kinds.of(record).name
        code = UNDER.get(name, name)
        part: Any = self.open_part(code)
        if code != "practitioner":
            part.show_record(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self._practitioner.flush()
        super().flush()

    def _you(self) -> QScrollArea:
        self._practitioner = PractitionerPart(self._desk)
        return scrolled(self._desk, self._practitioner)


def about_page(desk: Desk) -> QWidget:
    """Return the page about the owner."""
    return AboutPage(desk)
