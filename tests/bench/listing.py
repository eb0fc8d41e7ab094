"""A list of a hundred thousand, opened and painted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QTableView

from ahp_companion import assets
from ahp_companion.store.backups import Backups
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.portfolio_file import PortfolioFile
from ahp_companion.ui.icons import Icons
from ahp_companion.ui.lists import RecordList
from ahp_companion.ui.pages.cpd.activities import row
from ahp_companion.ui.rows_view import RowsView
from ahp_companion.ui.session import Session
from ahp_companion.ui.theme import read_theme

from .searching import LISTING
from .timing import Comparison, compared

SIZE = QSize(500, 700)
BY_DAY = "SELECT rowid FROM cpd_activity ORDER BY started_on DESC, rowid DESC"
UNFINISHED = replace(LISTING, conditions=("unfinished activity",))


def listing(portfolio: PortfolioFile, folder: Path) -> Iterator[Comparison]:
    """Yield the list of all activities, and of those unfinished, against a query and no rows."""
    app = QApplication.instance() or QApplication([])
    catalogue = read_catalogue(assets.resource())
    icons = Icons(read_theme("light", 100))
    session = Session(portfolio, catalogue, Backups(folder / "Backups", portfolio.now))

    def bare() -> None:
        portfolio.db.execute(BY_DAY).fetchall()
        view = QTableView()
        view.resize(SIZE)
        view.grab()

    for words, wanted in (("all", LISTING), ("unfinished", UNFINISHED)):

        def ours() -> None:
            records = RecordList(session, row)
            records.show_listing(wanted)  # noqa: B023 - called before the next is named
            view = RowsView(icons, records, words)  # noqa: B023
            view.resize(SIZE)
            view.grab()

        yield compared(f"the list of {words} activities, opened", ours, bare, most=1.5, times=9)
    del app
