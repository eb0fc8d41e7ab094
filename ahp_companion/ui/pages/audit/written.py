"""One of the two texts of a profile, with its words counted as it grows."""

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.audit import AuditProfile
from ....domain.words import count, word_count
from ...desk import Desk
from ...fields.texts import Text
from ...following import Following
from ...labels import PlainLabel, Size
from .profile import write


class Written(QWidget):
    """A text in its owner's words; to look at an empty one changes nothing."""

    def __init__(self, desk: Desk, *, name: str, label: str, most: int, advice: str) -> None:
        super().__init__()
        self._session, self._most, self._name = desk.session, most, name
        self._is_unsaved = False
        self.text = Text(desk, lines=12)
        self.text.set_names(label, advice, name)
        self.counted = PlainLabel("", Size.SECOND, role="third")
        self.counted.setObjectName(f"{name}-counted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(PlainLabel(label, Size.HEADING))
        column.addWidget(PlainLabel(advice, Size.SECOND, role="third", wraps=True))
        column.addWidget(self.text)
        column.addWidget(self.counted)
        self.text.changed.connect(self._keep)
        self.text.edit.textChanged.connect(self._count)
        self._following = Following(self, desk.session, frozenset({"audit_profile"}), self.refresh)
        self.refresh()

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        again, self._is_unsaved = self._is_unsaved, False
        self.text.flush()
        if again and not self._is_unsaved:
            self._keep()

    def refresh(self) -> None:
        """Show the text as it now is, unless it is being typed in."""
        if not self.text.is_being_typed_in():
            self.text.set_value(self.kept)
        self._count()

    @property
    def kept(self) -> str:
        """Return the text as it is kept."""
        held = self._session.all(AuditProfile)
        return str(getattr(held[0], self._name)).rstrip() if held else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _keep(self) -> None:
        written: dict[str, Any] = {self._name: self.text.value()}
        self._is_unsaved = not write(self._session, **written)

    def _count(self) -> None:
        words = word_count(self.text.value())
        over = words > self._most
        self.counted.setText(
            f"{count(words, 'word')} of {self._most:,}"
            + (f", {count(words - self._most, 'word')} too many" if over else "")
        )
        role = "warn" if over else "third"
        if self.counted.property("role") != role:
            self.counted.setProperty("role", role)
            self.counted.style().unpolish(self.counted)
            self.counted.style().polish(self.counted)
