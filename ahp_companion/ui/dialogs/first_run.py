"""The first start: five things at most, all of which can be left for later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from ...domain.frameworks import Catalogue
from ...domain.practitioner import Nation, Practitioner, Role
from ...domain.professions import number_oddity
from ..labels import PlainLabel, Size
from ..theme import Theme
from .frame import Frame


class FirstRun(Frame):
    """Asks who the portfolio is for, or opens a sample."""

    def __init__(self, parent: QWidget | None, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__(parent, theme, "Whose portfolio is this?", act="Begin")
        self.cancel.setText("Not now")
        self.cancel.setAccessibleName("Not now")
        self._catalogue = catalogue
        self.wants_sample = False
        self.column.addWidget(
            PlainLabel(
                "A record of your practice that stays on this computer and stays yours. "
                "Preceptorship is structured support at a change in your career: it builds "
                "confidence and is never a test.",
                Size.BODY,
                role="second",
                wraps=True,
            )
        )
        self.name = QLineEdit()
        self.profession = QComboBox()
        self.role = QComboBox()
        self.number = QLineEdit()
        self.nation = QComboBox()
        self._fill()
        self._ask()
        self.number.textChanged.connect(self._show_oddity)
        self.profession.currentIndexChanged.connect(self._show_oddity)
        self.name.setFocus()

    def practitioner(self) -> Practitioner:
        """Return the owner as answered."""
        return Practitioner(
            name=self.name.text().strip(),
            profession=self.profession.currentData() or "",
            role=Role(self.role.currentData()) if self.role.currentData() else Role.PRECEPTEE,
            registration_number=self.number.text().strip(),
            nation=self.nation.currentData(),
        )

    def _ask(self) -> None:
        self.sample_button = QPushButton("Look around in a sample first")
        self.sample_button.setAutoDefault(False)
        self.sample_button.setProperty("look", "link")
        self.sample_button.setAccessibleName(self.sample_button.text())
        self.sample_button.setObjectName("sample")
        self.sample_button.clicked.connect(self._choose_sample)
        self.column.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.put("Your name, as you write it", self.name)
        self.put("Your profession", self.profession)
        self.put("In a preceptorship I am", self.role)
        self.put("Registration number, if you have one", self.number)
        self.oddity = PlainLabel("", Size.SECOND, role="warn", wraps=True)
        self.oddity.hide()
        self.column.addWidget(self.oddity)
        self.put("Where I practise", self.nation)
        later = "Leave anything empty; it can be added and changed at any time."
        self.column.addWidget(PlainLabel(later, Size.SECOND, role="third", wraps=True))
        self.column.addStretch(1)

    def _fill(self) -> None:
        self.profession.addItem("Not chosen yet", "")
        for each in self._catalogue.professions.values():
            self.profession.addItem(each.name, each.code)
        for role in Role:
            self.role.addItem(role.label, role)
        self.nation.addItem("Not chosen yet", None)
        for nation in Nation:
            self.nation.addItem(nation.label, nation)
        for name in ("name", "profession", "role", "number", "nation"):
            getattr(self, name).setObjectName(name)

    def _show_oddity(self) -> None:
        profession = self._catalogue.professions.get(self.profession.currentData() or "")
        words = number_oddity(profession, self.number.text()) if profession else ""
        self.oddity.setText(words)
        self.oddity.setVisible(bool(words))

    def _choose_sample(self) -> None:
        self.wants_sample = True
        self.accept()
