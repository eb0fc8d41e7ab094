"""The frame of a dialog: a title, what is in it, and the buttons at its foot."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..fields.control import Control
from ..labels import PlainLabel, Size
from ..tall import Tall
from ..theme import Theme


class Frame(QDialog):
    """A dialog whose contents scroll when the screen is small or the text large."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, title: str, *, act: str, width: int = 560
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        px = theme.px
        self._gap = px(4)
        inside = Tall()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(28), px(22), px(28), px(12))
        self.column.setSpacing(px(14))
        self.column.addWidget(PlainLabel(title, Size.PAGE, wraps=True))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.buttons = QDialogButtonBox()
        self.cancel = self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.act = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        for each, name in ((self.cancel, "cancel"), (self.act, "act")):
            each.setAccessibleName(each.text())
            each.setObjectName(name)
        self.act.setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(16))
        layout.addWidget(area, 1)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(px(28), 0, px(28), 0)
        self.foot.addWidget(self.buttons)
        layout.addLayout(self.foot)
        # Only a button that is in the dialog by now can be what Return presses.
        self.cancel.setAutoDefault(False)
        self.act.setDefault(True)
        self.resize(within_screen(self, px(width), px(620)))

    def put(self, label: str, control: QWidget, help_words: str = "") -> None:
        """Add a labelled control to the column."""
        inner = control.focus_widget() if isinstance(control, Control) else control
        named = PlainLabel(label, Size.MEDIUM)
        named.setBuddy(inner)
        group = QVBoxLayout()
        group.setSpacing(self._gap)
        group.addWidget(named)
        if help_words:
            group.addWidget(PlainLabel(help_words, Size.SECOND, role="third", wraps=True))
        inner.setAccessibleName(label)
        inner.setAccessibleDescription(help_words)
        group.addWidget(control)
        self.column.addLayout(group)


def within_screen(dialog: QDialog, width: int, height: int) -> QSize:
    """Return a size for a dialog, less where the screen has no room for it."""
    screen = dialog.screen().availableGeometry()
    return QSize(min(width, screen.width() - 40), min(height, screen.height() - 80))
