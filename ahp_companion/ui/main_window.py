"""The main window: sidebar, page, status line; and the menu that names every action.

It is painted bare at once and dressed right after: reading what draws the sidebar takes longer
than Qt takes to open a window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from . import preferences
from .calling import calling
from .preferences import Preferences

if TYPE_CHECKING:
    from .icons import Icons
    from .sidebar import Sidebar
    from .theme import Theme

RAIL_BELOW = 700
FIRST_PAGE = "overview"
# Room for the frame that the desktop draws around a window.
MARGIN = QSize(0, 40)


class MainWindow(QMainWindow):
    """The frame; pages are made when they are first opened."""

    closing = Signal()
    painted = Signal()
    theme: Theme
    icons: Icons
    sidebar: Sidebar

    def __init__(self, wishes: Preferences) -> None:
        super().__init__()
        self._wishes = wishes
        self._is_painted = False
        self._make_page: Mapping[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self.status: QWidget | None = None
        self.setWindowTitle("AHP Companion")
        self.setMinimumSize(640, 480)
        self.resize(QSize(1180, 760).boundedTo(self.screen().availableSize() - MARGIN))
        if not wishes.get(preferences.WINDOW).isEmpty():
            self.restoreGeometry(wishes.get(preferences.WINDOW))

    def furnish(self, make_page: Mapping[str, Callable[[], QWidget]], status: QWidget) -> None:
        """Put a portfolio's pages and status line into the window."""
        self._make_page = make_page
        self.status = status
        self._right.addWidget(status)
        first = self._wishes.get(preferences.LAST_PAGE)
        self.open_page(first if first in make_page else FIRST_PAGE)

    def unfurnish(self) -> None:
        """Take a portfolio's pages out of the window again."""
        self._make_page = {}
        self._rest()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self.status is not None:
            self.status.deleteLater()
            self.status = None

    def dress(self, theme: Theme) -> None:
        """Put the sidebar and an empty page into the window, in a theme and text size."""
        from .icons import Icons

        self.theme, self.icons = theme, Icons(theme)
        self.setWindowIcon(self.icons.app_icon())
        self._build()
        self._fit_sidebar()

    def set_menu(self, menu: QMenu) -> None:
        """Show a menu from the sidebar's button."""
        self.sidebar.menu_button.setMenu(menu)

    def open_page(self, code: str) -> QWidget:
        """Open a page, made now if it was not yet, and return it."""
        if code not in self._pages:
            self._pages[code] = self._make_page[code]()
            self.stack.addWidget(self._pages[code])
        self.flush()
        page = self._pages[code]
        self.stack.setCurrentWidget(page)
        self.sidebar.show_page(code)
        self._wishes.put(preferences.LAST_PAGE, code)
        shown: Any = getattr(page, "shown", None)
        if shown:
            shown()
        return page

    def renew_page(self, code: str, *, instead: str = "") -> None:
        """Have a page made anew; if it is the one that is open, open it, or another instead."""
        page = self._pages.pop(code, None)
        if page is None:
            return
        was_open = page is self.page
        _stop_timers(page)
        self.stack.removeWidget(page)
        page.deleteLater()
        if was_open:
            self.open_page(instead or code)

    @property
    def page(self) -> QWidget:
        """Return the page that is open."""
        return self.stack.currentWidget() or self.stack

    def flush(self) -> None:
        """Save what is being typed on any page."""
        for page in self._pages.values():
            flush: Any = getattr(page, "flush", None)
            if flush:
                flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sidebar's words only where there is room for them."""
        super().resizeEvent(event)
        if self.centralWidget() is not None:
            self._fit_sidebar()

    def event(self, event: QEvent) -> bool:
        """Say once that the window has been painted."""
        handled = super().event(event)
        if not self._is_painted and event.type() == QEvent.Type.Paint:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed and where the window stands, then close."""
        self.flush()
        self._rest()
        self._wishes.put(preferences.WINDOW, self.saveGeometry())
        self._wishes.save()
        self.closing.emit()
        super().closeEvent(event)

    def _fit_sidebar(self) -> None:
        self.sidebar.set_rail(is_rail=self.width() / self.theme.scale < RAIL_BELOW)

    def _rest(self) -> None:
        # What a page was about to show would be read from a portfolio that is closed by then.
        for part in (*self._pages.values(), self.status):
            if part:
                _stop_timers(part)

    def _build(self) -> None:
        from .sidebar import Sidebar

        middle = QWidget()
        middle.setObjectName("page")
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.sidebar = Sidebar(self.icons)
        self.sidebar.chosen.connect(self._open_soon)
        self.stack = QStackedWidget()
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self.stack, 1)
        across.addWidget(self.sidebar)
        across.addLayout(self._right, 1)
        self.setCentralWidget(middle)

    def _open_soon(self, code: str) -> None:
        # The sidebar marks the entry first; a page that takes a moment opens after it.
        if self._make_page:
            QTimer.singleShot(0, calling(self.open_page, code))


def _stop_timers(part: QWidget) -> None:
    for timer in part.findChildren(QTimer):
        timer.stop()
