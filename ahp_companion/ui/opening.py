"""Opens a portfolio into the window: finds it, refuses in words, or begins a new one."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from .. import assets
from ..diagnostics import Diagnostics
from ..domain.changes import Change
from ..domain.problems import ProblemError
from ..domain.professions import Regulator
from ..exchange.samples import Sample, read_sample
from ..places import SUFFIX, Places
from . import preferences
from .actions import Actions
from .asking import asked
from .desk import Desk
from .dialogs.first_run import FirstRun
from .dialogs.passphrase import ask_passphrase
from .errors import catch_bugs, show_problem
from .main_window import FIRST_PAGE, MainWindow
from .pages import page_makers, page_of
from .pages.audit import entry_word
from .preferences import Preferences
from .session import Session
from .session_opening import (
    asks_passphrase,
    can_be_put_back,
    create_session,
    knowledge,
    newest_good_backup,
    open_session,
    put_back,
)
from .status_line import StatusLine
from .theme import put_on, read_theme

BACK_UP_EVERY = 30 * 60 * 1000
SAMPLE = "physiotherapist-audit"


class Opening(QObject):
    """Everything between an empty frame and a portfolio one can write in."""

    def __init__(
        self, window: MainWindow, wishes: Preferences, places: Places, diagnostics: Diagnostics
    ) -> None:
        super().__init__(window)
        self._window, self._wishes, self._places = window, wishes, places
        self._catalogue = knowledge(assets.resource(), places.workbooks)
        self.session: Session | None = None
        self._actions: Actions | None = None
        self._regulator: Regulator | None = None
        self._passphrase = ""
        self._regularly = QTimer(self, interval=BACK_UP_EVERY)
        self._regularly.timeout.connect(self._back_up_quietly)
        window.sidebar.about_chosen.connect(self._open_about)
        window.closing.connect(self.close)
        catch_bugs(self._parent, window.flush, diagnostics)

    def open(self, named: Path | None) -> bool:
        """Open the portfolio named, or the last one, or begin one; return whether one is open."""
        path = named or self._last()
        try:
            session = self._opened(path, may_begin=named is None)
        except ProblemError as problem:
            session = self._offer_backup(path, problem)
        if session is None:
            return False
        self.furnish(session)
        return True

    def furnish(self, session: Session) -> None:
        """Put a portfolio's pages, actions and status line into the window."""
        self.session = session
        if session.path == self._sample_path:
            # It is written for one day and stays on it, or all that it plans would be long past.
            session.today = partial(_same, self._read_sample().today)
        else:
            self._wishes.put(preferences.LAST_PORTFOLIO, str(session.path))
        desk = Desk(
            session=session,
            theme=self._window.theme,
            icons=self._window.icons,
            preferences=self._wishes,
            go_to=self._go_to,
            say=self._say,
            begin=self._begin,
        )
        self._status = StatusLine(desk)
        self._window.furnish(page_makers(desk), self._status)
        self._actions = Actions(self._window, desk)
        self._actions.restored.connect(self._restore)
        self._actions.preferred.connect(self._redraw)
        self._actions.another.connect(self._open_another)
        self._actions.sampled.connect(self._open_sample)
        session.failed.connect(self._show_problem)
        session.changed.connect(self._follow)
        self._regulator = None
        self._show_owner(session)
        self._regularly.start()

    def close(self) -> None:
        """Back up if anything changed, and close the portfolio."""
        session, self.session = self.session, None
        self._regularly.stop()
        if session is None:
            return
        # With the workbooks of one's own that were added meanwhile.
        self._catalogue = session.catalogue
        if session.needs_backup:
            try:
                session.back_up("on closing")
            except ProblemError as problem:
                show_problem(self._window, problem)
        session.close()

    def _opened(self, path: Path, *, may_begin: bool) -> Session | None:
        if may_begin and not path.exists() and not self._newest(path):
            return self._begun(path)
        return self._unlocked(path)

    def _begun(self, path: Path) -> Session | None:
        own = self._places.portfolio
        if path == own:
            return self._first_run(own)
        # The last one may be on a disk that is not connected; it is not replaced unasked.
        try:
            return self._unlocked(path)
        except ProblemError as problem:
            if not show_problem(self._window, problem, act="Go on without it"):
                return None
        return self._opened(own, may_begin=True)

    def _unlocked(self, path: Path, passphrase: str = "") -> Session | None:
        self._passphrase = passphrase
        while True:
            try:
                return open_session(
                    path, self._places, self._catalogue, passphrase=self._passphrase
                )
            except ProblemError as problem:
                if not asks_passphrase(problem):
                    raise
                self._passphrase = ask_passphrase(self._window, self._window.theme, problem)
                if not self._passphrase:
                    # With a backup that asks for none, it may be damaged and not protected.
                    if self._newest(path):
                        raise
                    return None

    def _first_run(self, path: Path) -> Session | None:
        dialog = FirstRun(self._window, self._catalogue, self._window.theme)
        if not asked(dialog):
            return None
        if dialog.wants_sample:
            return self._sample()
        return create_session(path, self._places, self._catalogue, [dialog.practitioner()])

    @property
    def _sample_path(self) -> Path:
        return self._places.data / f"A sample to look around in{SUFFIX}"

    def _sample(self) -> Session:
        path = self._sample_path
        if path.exists():
            return open_session(path, self._places, self._catalogue)
        sample = self._read_sample()
        session = create_session(path, self._places, self._catalogue, sample.records)
        session.keep_files(sample.evidence.values())
        return session

    def _read_sample(self) -> Sample:
        return read_sample(assets.resource("samples"), SAMPLE)

    def _offer_backup(self, path: Path, problem: ProblemError) -> Session | None:
        backup = self._newest(path) if can_be_put_back(problem, path) else None
        if backup is None:
            return self._offer_another(problem)
        if not show_problem(self._window, problem, act=f"Restore the backup of {backup.in_words}"):
            return None
        return self._put_back(backup, path)

    def _offer_another(self, problem: ProblemError) -> Session | None:
        if "backup" in problem.advice:
            problem.advice = (
                "There is no backup of it on this computer. Look for a copy somewhere else; the "
                "file itself is kept as it is."
            )
        if not show_problem(self._window, problem, act="Open another portfolio"):
            return None
        path = self._chosen_file()
        if path is None:
            return None
        try:
            return self._unlocked(path)
        except ProblemError as again:
            return self._offer_backup(path, again)

    def _put_back(self, backup: Any, path: Path) -> Session | None:
        try:
            put_back(backup, path, self._places, passphrase=self._passphrase)
            return self._unlocked(path, self._passphrase)
        except ProblemError as problem:
            show_problem(self._window, problem)
            return None

    def _restore(self, backup: Any) -> None:
        session = self.session
        if session is None:
            return
        path = session.path
        # The backup made now can be the one for which age thins out the backup chosen.
        with tempfile.TemporaryDirectory(dir=backup.path.parent) as folder:
            chosen = replace(backup, path=Path(shutil.copy2(backup.path, folder)))
            try:
                session.back_up("before restoring")
            except ProblemError as problem:
                show_problem(self._window, problem)
                return
            self._leave()
            restored = self._put_back(chosen, path)
        if restored:
            self.furnish(restored)
            self._say(f"Restored the backup of {backup.in_words}")
        elif not self.open(path):
            self._window.close()

    def _redraw(self) -> None:
        session = self.session
        if session is None:
            return
        self._window.flush()
        shown = getattr(self._window.page, "record", None)
        self._unfurnish()
        theme = read_theme(
            self._wishes.get(preferences.THEME), self._wishes.get(preferences.TEXT_SIZE)
        )
        app = QApplication.instance()
        if isinstance(app, QApplication):
            put_on(app, theme)
        self._window.dress(theme)
        self._window.sidebar.about_chosen.connect(self._open_about)
        self.furnish(session)
        if shown is not None:
            self._go_to(shown)

    def _open_another(self) -> None:
        path = self._chosen_file()
        if path:
            self._change_to(path)

    def _chosen_file(self) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, "Open a portfolio", str(self._places.data), f"*{SUFFIX}"
        )
        return Path(path) if path else None

    def _open_sample(self) -> None:
        if self.session and self.session.path == self._sample_path:
            self._say("This is the sample; your own portfolio opens when you start the app again")
            return
        try:
            self._sample().close()
        except ProblemError as problem:
            self._show_problem(problem)
            return
        self._change_to(self._sample_path)

    def _change_to(self, path: Path) -> None:
        before = self.session.path if self.session else path
        self._leave()
        if not self.open(path) and not self.open(before):
            self._window.close()

    def _leave(self) -> None:
        self._window.flush()
        self._unfurnish()
        self.close()

    def _unfurnish(self) -> None:
        if self.session:
            self.session.failed.disconnect(self._show_problem)
            self.session.changed.disconnect(self._follow)
        if self._actions:
            self._actions.remove()
        self._window.unfurnish()

    def _last(self) -> Path:
        kept = self._wishes.get(preferences.LAST_PORTFOLIO)
        return Path(kept) if kept else self._places.portfolio

    def _newest(self, path: Path) -> Any:
        return newest_good_backup(path, self._places, passphrase=self._passphrase)

    def _back_up_quietly(self) -> None:
        if self._actions:
            self._actions.back_up_quietly()

    def _parent(self) -> MainWindow:
        return self._window

    def _go_to(self, record: Any) -> None:
        page: Any = self._window.open_page(page_of(record))
        page.show_record(record)

    def _begin(self, code: str) -> None:
        page: Any = self._window.open_page(code)
        page.add()

    def _say(self, words: str) -> None:
        self._status.say(words)

    def _show_problem(self, problem: ProblemError) -> None:
        show_problem(self._window, problem)

    def _follow(self, change: Change) -> None:
        if self.session and "practitioner" in change.kinds:
            self._show_owner(self.session)

    def _show_owner(self, session: Session) -> None:
        profession = session.profession
        self._window.sidebar.show_owner(session.practitioner.name, profession.name)
        if profession.regulator is self._regulator:
            return
        word = entry_word(profession.regulator)
        self._window.sidebar.name_cycle(word)
        if self._actions:
            self._actions.name_cycle(word)
        # The pages are others for another regulator, and for some there is no audit.
        if self._regulator or not word:
            self._window.renew_page("audit", instead="" if word else FIRST_PAGE)
            self._window.renew_page("cpd")
        self._regulator = profession.regulator

    def _open_about(self) -> None:
        self._window.open_page("about")


def _same(day: date) -> date:
    return day
