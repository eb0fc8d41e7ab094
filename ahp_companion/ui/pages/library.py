"""The library: words, facts and lists to look up offline, each with its source and its year."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.library import Entry, Shelf
from ...domain.words import as_at, count, fold
from ..buttons import button
from ..desk import Desk
from ..labels import PlainLabel, Size, rule
from ..list_split import RecordColumn
from ..soon import soon
from ..tall import Tall

NARROW = 1000 - 208
ENTRY = Qt.ItemDataRole.UserRole
# The shelf whose entries are each for one profession.
OWN_PROFESSION = "for-my-profession"


class LibraryPage(QWidget):
    """Shelves and entries at the left, what one says at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_narrow = self._shows_entry = False
        self._texts: dict[str, str] = {}
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = _search(desk)
        self._typed = soon(self, desk.session, self._narrow, after=60)
        self.search.textChanged.connect(self._typed.start)
        self.tree = self._tree()
        self.counted = PlainLabel("", Size.SECOND, role="third")
        self.text = EntryText(desk)
        self.left, self.right = self._left(), self._right()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.left)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([desk.theme.px(320), desk.theme.px(1200)])
        self.head = self._head()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self.split, 1)
        self._fill()

    def shown(self) -> None:
        """Show the owner's own profession, which may have changed since."""
        if self._profession != self._desk.session.profession.code:
            self._fill()

    def show_list(self) -> None:
        """Go back from an entry to the shelves, where there is room for one only."""
        self._show_either(entry_shown=False)
        self.tree.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window to either the shelves or the entry."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW or self.width() < self._desk.theme.px(NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._show_either(entry_shown=self._shows_entry)

    def _fill(self) -> None:
        self._profession = self._desk.session.profession.code
        self._texts.clear()
        self.tree.clear()
        for shelf in self._desk.session.catalogue.library.values():
            entries = self._entries(shelf)
            if entries:
                self._put(shelf, entries)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._narrow()

    def _entries(self, shelf: Shelf) -> tuple[Entry, ...]:
        if shelf.code != OWN_PROFESSION:
            return shelf.entries
        return tuple(each for each in shelf.entries if each.code == self._profession)

    def _put(self, shelf: Shelf, entries: tuple[Entry, ...]) -> None:
        branch = QTreeWidgetItem(self.tree, [shelf.name])
        branch.setData(0, ENTRY, shelf)
        for each in entries:
            leaf = QTreeWidgetItem(branch, [each.title])
            leaf.setData(0, ENTRY, each)
            self._texts[_key(shelf, each)] = fold(f"{each.title}\n{each.words}\n{each.source}")

    def _narrow(self) -> None:
        wanted = fold(self.search.text()).split()
        found = 0
        for branch in _branches(self.tree):
            held = 0
            for leaf in _leaves(branch):
                text = self._texts[_key(branch.data(0, ENTRY), leaf.data(0, ENTRY))]
                is_found = all(word in text for word in wanted)
                leaf.setHidden(not is_found)
                held += is_found
            branch.setHidden(held == 0)
            branch.setExpanded(bool(wanted) or _holds(branch, self.tree.currentItem()))
            found += held
        words = count(found, "entry", "entries")
        self.counted.setText(words if found else "Nothing here says that. Search for less.")

    def _chosen(self, current: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        chosen = current.data(0, ENTRY) if current else None
        if isinstance(chosen, Shelf):
            self.text.show_text(chosen.name, chosen.about, since=chosen.as_at)
        elif chosen is not None:
            self.text.show_text(chosen.title, chosen.words, chosen.source, since=chosen.as_at)
        self.right.verticalScrollBar().setValue(0)

    def _opened(self, opened: QTreeWidgetItem, _column: int) -> None:
        if isinstance(opened.data(0, ENTRY), Entry):
            self._show_either(entry_shown=True)

    def _show_either(self, *, entry_shown: bool) -> None:
        self._shows_entry = entry_shown
        self.left.setVisible(not self._is_narrow or not entry_shown)
        self.right.setVisible(not self._is_narrow or entry_shown)
        self.right.back.setVisible(self._is_narrow)

    def _head(self) -> QWidget:
        px = self._desk.theme.px
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(px(24), px(16), px(24), px(14))
        line.addWidget(PlainLabel("Library", Size.PAGE))
        line.addStretch()
        line.addWidget(self.search)
        return head

    def _left(self) -> QWidget:
        px = self._desk.theme.px
        left = Tall()
        left.setMinimumWidth(px(240))
        self.counted.setContentsMargins(px(12), px(4), 0, px(4))
        column = QVBoxLayout(left)
        column.setContentsMargins(px(12), px(8), px(8), px(8))
        column.addWidget(self.tree, 1)
        column.addWidget(self.counted)
        return left

    def _right(self) -> RecordColumn:
        back = button(self._desk, "Library", self.show_list, icon="back", look="link", name="back")
        return RecordColumn(self._desk, back=back, held=(self.text,), foot=())

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("shelves")
        tree.setAccessibleName("Shelves of the library")
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setIndentation(self._desk.theme.px(16))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.currentItemChanged.connect(self._chosen)
        tree.itemClicked.connect(self._opened)
        tree.itemActivated.connect(self._opened)
        return tree


class EntryText(QWidget):
    """What an entry says, as plain text that can be selected; nothing in it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _selectable(Size.RECORD)
        self.words = _selectable(Size.LONG)
        self.source = _selectable(Size.SECOND, role="third")
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words.setObjectName("words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        for each in (self.title, self.words, self.source):
            column.addWidget(each)

    def show_text(self, title: str, words: str, source: str = "", *, since: str) -> None:
        """Show a title, what is said, and where and when it comes from."""
        self.title.setText(title)
        self.words.setText(words.strip())
        self.words.setAccessibleName(title)
        parts = (
            f"Source: {source}" if source else "",
            f"As at {as_at(since)}" if since else "",
        )
        self.source.setText("\n".join(part for part in parts if part))


def library_page(desk: Desk) -> QWidget:
    """Return the page of the library."""
    return LibraryPage(desk)


def _search(desk: Desk) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText("Search the library")
    made.setAccessibleName("Search the library")
    made.setObjectName("search")
    made.setClearButtonEnabled(True)
    made.addAction(desk.icons.icon("search", size=16), QLineEdit.ActionPosition.LeadingPosition)
    made.setMinimumWidth(desk.theme.px(120))
    made.setMaximumWidth(desk.theme.px(250))
    return made


def _selectable(size: Size, role: str = "") -> PlainLabel:
    made = PlainLabel("", size, role=role, wraps=True)
    by = Qt.TextInteractionFlag
    made.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    return made


def _branches(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    for at in range(tree.topLevelItemCount()):
        branch = tree.topLevelItem(at)
        if branch is not None:
            yield branch


def _leaves(branch: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(branch.childCount()):
        leaf = branch.child(at)
        if leaf is not None:
            yield leaf


def _holds(branch: QTreeWidgetItem, leaf: QTreeWidgetItem | None) -> bool:
    return leaf is not None and leaf.parent() is branch


def _key(shelf: Shelf, entry: Entry) -> str:
    return f"{shelf.code}/{entry.code}/{entry.title}"
