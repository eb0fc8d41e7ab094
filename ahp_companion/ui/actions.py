"""Every action of the window: its words, its shortcut, its place in the menu."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from ..domain.problems import ProblemError
from .asking import asked
from .calling import calling
from .desk import Desk
from .main_window import MainWindow
from .record_page import RecordPage
from .sidebar import ENTRIES


class Actions(QObject):
    """The actions over one open portfolio."""

    restored = Signal(object)
    preferred = Signal()
    another = Signal()
    sampled = Signal()

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.menu = QMenu(window)
        self.menu.setAccessibleName("Menu")
        self._add("Add to this page", "Ctrl+N", self._add_here)
        self._add("Quick capture…", "Ctrl+Shift+N", self.capture)
        self._add("Find anything…", "Ctrl+K", self.find)
        self._add("Search this page", "Ctrl+F", self._search_here)
        self.menu.addSeparator()
        self.undo = self._add("Undo", "Ctrl+Z", self._undo)
        self.redo = self._add("Redo", "Ctrl+Shift+Z", self._redo)
        self.menu.addSeparator()
        self._add("Export…", "Ctrl+E", self.export)
        self._add("Print a form…", "Ctrl+P", self.print_form)
        self._add("Look for identifiers…", "", self.look_for_identifiers)
        self._add("Bring in a file…", "Ctrl+I", self.import_file)
        self._add("Back up now", "Ctrl+B", self.back_up)
        self._add("Restore a backup…", "", self.restore)
        self.menu.addSeparator()
        self._add("Open another portfolio…", "Ctrl+O", self.another.emit)
        self._add("Look around in a sample", "", self.sampled.emit)
        self._add("Preferences…", "Ctrl+,", self.preferences)
        self._pages = self.menu.addMenu("Go to")
        self._cycle: QAction | None = None
        for number, entry in enumerate(ENTRIES, start=1):
            made = self._page(entry.word, entry.code, f"Ctrl+{number}")
            self._cycle = made if entry.code == "audit" else self._cycle
        self._page("About you", "about", "Ctrl+0")
        self._page("Library", "library", "Ctrl+L")
        self.menu.addSeparator()
        self._add("Close", "Ctrl+Q", window.close)
        window.set_menu(self.menu)
        desk.session.undo_changed.connect(self._show_undo)
        self._show_undo()

    def name_cycle(self, word: str) -> None:
        """Call the page of what a regulator looks at by its word; leave it out where none does."""
        if self._cycle:
            self._cycle.setText(word)
            self._cycle.setVisible(bool(word))

    def remove(self) -> None:
        """Take every action off the window again."""
        for act in self._window.actions():
            self._window.removeAction(act)
        self.menu.deleteLater()
        self.deleteLater()

    def capture(self) -> None:
        """Ask for a few words about what was just done, and keep them."""
        from .dialogs.capture import capture

        activity = capture(self._window, self._desk)
        if activity and self._desk.session.add(activity, words="Captured an activity"):
            self._desk.say(f"Kept “{activity.title}”")

    def find(self) -> None:
        """Find anything and go there."""
        from .dialogs.find import find

        record = find(self._window, self._desk)
        if record is not None:
            self._desk.go_to(record)

    def export(self) -> None:
        """Show what would leave, then write it where it is wanted."""
        from .dialogs.export import export

        self._window.flush()
        self._say(export(self._window, self._desk))

    def print_form(self) -> None:
        """Choose a form, blank or filled, and save it to print."""
        from .printing import print_form

        self._window.flush()
        print_form(self._window, self._desk)

    def look_for_identifiers(self) -> None:
        """Look through everything for what could say who somebody is."""
        from .dialogs.identifiers import look_for_identifiers

        self._window.flush()
        look_for_identifiers(self._window, self._desk)

    def import_file(self) -> None:
        """Show what a file would bring in, then bring it in."""
        from .dialogs.import_file import import_file

        self._window.flush()
        self._say(import_file(self._window, self._desk))

    def back_up(self) -> None:
        """Make a verified backup now."""
        from .long_work import in_background

        self._window.flush()
        made = in_background(
            self._window, "Making a backup", partial(self._desk.session.back_up, "by hand")
        )
        self._say(f"Backed up to {made.path.parent}" if made else "")

    def back_up_quietly(self) -> None:
        """Back up if anything changed since the last time."""
        if self._desk.session.needs_backup:
            try:
                self._desk.session.back_up("every half hour")
            except ProblemError as problem:
                self._desk.session.failed.emit(problem)

    def restore(self) -> None:
        """Choose a backup; what is open is closed before it is put back."""
        from .dialogs.restore import RestoreDialog

        self._window.flush()
        dialog = RestoreDialog(self._window, self._desk)
        backup = dialog.chosen() if asked(dialog) else None
        if backup:
            self.restored.emit(backup)

    def preferences(self) -> None:
        """Choose theme and text size."""
        from .dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window, self._desk.theme, self._desk.preferences)
        if asked(dialog):
            dialog.keep()
            self.preferred.emit()

    def _add(self, words: str, keys: str, act: Callable[..., Any]) -> QAction:
        made = QAction(words, self)
        if keys:
            made.setShortcut(QKeySequence(keys))
        made.triggered.connect(calling(act))
        self.menu.addAction(made)
        self._window.addAction(made)
        return made

    def _page(self, word: str, code: str, keys: str) -> QAction:
        made = QAction(word, self)
        made.setShortcut(QKeySequence(keys))
        made.triggered.connect(calling(self._window.open_page, code))
        self._pages.addAction(made)
        self._window.addAction(made)
        return made

    def _add_here(self) -> None:
        # A list that stands inside a page is nearer than the page.
        for page in (*self._window.page.findChildren(RecordPage), self._window.page):
            add: Any = getattr(page, "add", None)
            if add and page.isVisible():
                add()
                return
        self.capture()

    def _search_here(self) -> None:
        for search in self._window.page.findChildren(QLineEdit, "search"):
            if search.isVisible():
                search.setFocus()
                search.selectAll()
                return
        self.find()

    def _undo(self) -> None:
        self._window.flush()
        change = self._desk.session.undo()
        self._say(f"Undone: {_small(change.words)}" if change else "")

    def _redo(self) -> None:
        change = self._desk.session.redo()
        self._say(f"Done again: {_small(change.words)}" if change else "")

    def _show_undo(self) -> None:
        session = self._desk.session
        for act, verb, words in (
            (self.undo, "Undo", session.undo_words),
            (self.redo, "Redo", session.redo_words),
        ):
            act.setEnabled(bool(words))
            act.setText(f"{verb}: {_small(words)}" if words else verb)

    def _say(self, words: str) -> None:
        if words:
            self._desk.say(words)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
