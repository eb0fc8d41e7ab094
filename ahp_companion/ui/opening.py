"""Opens a portfolio into the window: finds it, refuses in words, or begins a new one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from .. import assets
from ..diagnostics import Diagnostics
from ..domain.frameworks import Catalogue
from ..domain.problems import ProblemError
from ..exchange.samples import read_sample
from ..places import Places
from . import preferences
from .actions import Actions
from .desk import Desk
from .dialogs.first_run import FirstRun
from .errors import catch_bugs, show_problem
from .main_window import MainWindow
from .pages import page_makers, page_of
from .preferences import Preferences
from .session import Session, create_session, knowledge, newest_good_backup, open_session, put_back
from .status_line import StatusLine
from .theme import Theme

BACK_UP_EVERY = 30 * 60 * 1000
SAMPLE = "physiotherapist-audit"


class Opening(QObject):
    """Everything between an empty frame and a portfolio one can write in."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        wishes: Preferences,
        places: Places,
        diagnostics: Diagnostics,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._wishes = window, theme, wishes
        self._places = places
        self._catalogue: Catalogue = knowledge(assets.resource())
        self.session: Session | None = None
        catch_bugs(self._parent, window.flush, diagnostics)

    def open(self, named: Path | None) -> bool:
        """Open the portfolio named, or the last one, or begin one; return whether one is open."""
        path = named or self._last()
        try:
            if named is None and not path.exists() and self._newest_backup(path) is None:
                self.session = self._first_run(path)
            else:
                self.session = open_session(path, self._places, self._catalogue)
        except ProblemError as problem:
            self.session = self._offer_backup(path, problem)
        if self.session is None:
            return False
        self._furnish(self.session)
        return True

    def _parent(self) -> MainWindow:
        return self._window

    def _last(self) -> Path:
        kept = self._wishes.get(preferences.LAST_PORTFOLIO)
        return Path(kept) if kept else self._places.portfolio

    def _newest_backup(self, path: Path) -> Any:
        return newest_good_backup(path, self._places)

    def _first_run(self, path: Path) -> Session | None:
        dialog = FirstRun(self._window, self._catalogue, self._theme)
        if not dialog.exec():
            return None
        if dialog.wants_sample:
            return self._sample(path.with_name("A sample to look around in.ahp"))
        return create_session(path, self._places, self._catalogue, [dialog.practitioner()])

    def _sample(self, path: Path) -> Session:
        if path.exists():
            return open_session(path, self._places, self._catalogue)
        sample = read_sample(assets.resource("samples"), SAMPLE)
        session = create_session(path, self._places, self._catalogue, sample.records)
        session.keep_files(sample.evidence.values())
        return session

    def _offer_backup(self, path: Path, problem: ProblemError) -> Session | None:
        backup = self._newest_backup(path)
        if backup is None:
            show_problem(self._window, problem)
            return None
        act = f"Restore the backup of {backup.in_words}"
        if not show_problem(self._window, problem, act=act):
            return None
        put_back(backup, path, self._places)
        return open_session(path, self._places, self._catalogue)

    def _furnish(self, session: Session) -> None:
        self._wishes.put(preferences.LAST_PORTFOLIO, str(session.path))
        desk = Desk(
            session=session,
            theme=self._theme,
            icons=self._window.icons,
            preferences=self._wishes,
            go_to=self._go_to,
            say=self._say,
        )
        self._status = StatusLine(desk)
        self._window.furnish(page_makers(desk), self._status)
        self._actions = Actions(self._window, desk, self._places)
        session.failed.connect(self._show_problem)
        session.changed.connect(self._show_owner)
        self._window.sidebar.about_chosen.connect(self._open_about)
        self._window.closing.connect(self._close)
        self._show_owner()
        self._back_up_soon = QTimer(self, interval=BACK_UP_EVERY)
        self._back_up_soon.timeout.connect(self._actions.back_up_quietly)
        self._back_up_soon.start()

    def _go_to(self, record: Any) -> None:
        page: Any = self._window.open_page(page_of(record))
        page.show_record(record)

    def _say(self, words: str) -> None:
        self._status.say(words)

    def _show_problem(self, problem: ProblemError) -> None:
        show_problem(self._window, problem)

    def _show_owner(self) -> None:
        session = self.session
        if session:
            self._window.sidebar.show_owner(session.practitioner.name, session.profession.name)

    def _open_about(self) -> None:
        self._window.open_page("about")

    def _close(self) -> None:
        session = self.session
        if session is None:
            return
        if session.needs_backup:
            try:
                session.back_up("on closing")
            except ProblemError as problem:
                show_problem(self._window, problem)
        session.close()
        self.session = None
