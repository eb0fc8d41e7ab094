"""The sidebar: nine pages at most, and whose portfolio it is."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .icons import Icons
from .labels import FittingLabel, PlainLabel, Size, font

WIDE, RAIL = 208, 52
ROW, RAIL_ROW = 38, 31


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the sidebar: its code, its word and its icon."""

    code: str
    word: str
    icon: str


ENTRIES = (
    Entry("overview", "Overview", "overview"),
    Entry("preceptorship", "Preceptorship", "preceptorship"),
    Entry("meetings", "Meetings", "meetings"),
    Entry("time", "Time", "time"),
    Entry("reflections", "Reflections", "reflections"),
    Entry("confidence", "Confidence", "confidence"),
    Entry("workbooks", "Workbooks", "workbooks"),
    Entry("cpd", "CPD", "cpd"),
    Entry("audit", "Audit", "audit"),
)


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon and word, or in the rail the icon alone."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.is_rail = False
        self._icons, self._theme = icons, icons.theme
        self._plain, self._strong = font(Size.BODY), font(Size.STRONG)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of an entry."""
        return QSize(0, self._theme.px(RAIL_ROW if self.is_rail else ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        px = self._theme.px
        state: QStyle.StateFlag = option.state
        where = option.rect.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("soft" if selected else "hover"))
            painter.drawRoundedRect(where, px(6), px(6))
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), px(6), px(6))
        ink = self._theme.colour("on_soft" if selected else "second")
        side = px(20)
        left = where.center().x() - side / 2 if self.is_rail else where.left() + px(12)
        mark = QRectF(left, where.center().y() - side / 2 + 1, side, side)
        self._icons.paint(painter, index.data(Qt.ItemDataRole.UserRole).icon, ink, mark)
        if not self.is_rail:
            painter.setFont(self._strong if selected else self._plain)
            painter.setPen(self._theme.colour("on_soft" if selected else "text"))
            words = where.adjusted(px(44), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()


class Sidebar(QWidget):
    """Chooses the page; below it stand the owner's name and profession."""

    chosen = Signal(str)
    about_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons, self._theme = icons, icons.theme
        self._delegate = EntryDelegate(icons)
        self.list = self._entries()
        self.name_cycle("")
        self._name = PlainLabel("AHP Companion", Size.STRONG)
        self.owner = self._owner_button()
        self.menu_button = self._menu()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head())
        self._column.addSpacing(icons.theme.px(14))
        self._column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.owner, 1)
        foot.addWidget(self.menu_button)
        self._column.addLayout(foot)
        self.set_rail(is_rail=False)

    def show_owner(self, name: str, profession: str) -> None:
        """Show whose portfolio it is."""
        self._owner_name.setText(name or "Your name")
        self._owner_profession.setText(profession)
        said = ", ".join(part for part in (name, profession) if part)
        self.owner.setAccessibleName(f"About you: {said}" if said else "About you")
        self.owner.setToolTip(said)

    def show_page(self, code: str) -> None:
        """Mark the page that is open, without opening it again."""
        self.list.blockSignals(True)
        row = next((n for n, each in enumerate(ENTRIES) if each.code == code), -1)
        self.list.setCurrentRow(row)
        if row < 0:
            self.list.clearSelection()
        self.list.blockSignals(False)

    def name_cycle(self, word: str) -> None:
        """Call the page of what a regulator looks at by its word; leave it out where none does."""
        row = next(row for row, each in enumerate(ENTRIES) if each.code == "audit")
        entry = self.list.item(row)
        entry.setText(word)
        entry.setToolTip(word)
        entry.setHidden(not word)

    def set_rail(self, *, is_rail: bool) -> None:
        """Show icons alone, or icons with their words."""
        self._delegate.is_rail = is_rail
        px = self._theme.px
        self.setFixedWidth(px(RAIL if is_rail else WIDE))
        self._name.setVisible(not is_rail)
        self.owner.setVisible(not is_rail)
        side = px(6 if is_rail else 10)
        top = px(10 if is_rail else 18)
        self._column.setContentsMargins(side, top, side, px(10))
        self.list.scheduleDelayedItemsLayout()

    def _head(self) -> QHBoxLayout:
        px = self._theme.px
        mark = PlainLabel()
        mark.setPixmap(self._icons.app_icon().pixmap(px(22), px(22)))
        head = QHBoxLayout()
        head.setContentsMargins(px(10), 0, 0, 0)
        head.setSpacing(px(9))
        head.addWidget(mark)
        head.addWidget(self._name, 1)
        return head

    def _owner_button(self) -> QPushButton:
        px = self._theme.px
        made = QPushButton()
        made.setProperty("look", "entry")
        made.setObjectName("owner")
        made.setMinimumHeight(px(48))
        made.clicked.connect(self.about_chosen.emit)
        self._owner_name = FittingLabel("", Size.MEDIUM)
        self._owner_profession = FittingLabel("", Size.SECOND, role="second")
        inside = QVBoxLayout(made)
        inside.setContentsMargins(px(12), px(4), px(4), px(4))
        inside.setSpacing(0)
        inside.addWidget(self._owner_name)
        inside.addWidget(self._owner_profession)
        return made

    def _menu(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "menu")
        made.setObjectName("menu")
        made.setIcon(self._icons.icon("more", size=20))
        made.setAccessibleName("Menu: export, find, undo, back up, preferences")
        made.setToolTip("Menu")
        made.setFixedWidth(self._theme.px(36))
        return made

    def _entries(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("entries")
        made.setAccessibleName("Pages")
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setItemDelegate(self._delegate)
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTabKeyNavigation(False)
        for each in ENTRIES:
            entry = QListWidgetItem(each.word, made)
            entry.setData(Qt.ItemDataRole.UserRole, each)
            entry.setToolTip(each.word)
        made.currentRowChanged.connect(self._say_chosen)
        return made

    def _say_chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(ENTRIES[row].code)
