"""Nothing is cut off, overlaps or sticks out: in narrow windows and wide ones, in large text."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget

from ahp_companion import assets
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.practitioner import Practitioner, Workplace
from ahp_companion.exchange.samples import read_sample
from ahp_companion.places import Places
from ahp_companion.ui import preferences
from ahp_companion.ui.pages import MAKERS
from ahp_companion.ui.preferences import Preferences
from ahp_companion.ui.session_opening import create_session
from ahp_companion.ui.theme import put_on, read_theme
from tests.ui.desks import Opened, Shell, today, turn
from tests.ui.every_dialog import every_dialog
from tests.ui.measuring import misplaced

Start = Callable[..., Shell]
SIZES = ((900, 760), (1180, 760), (1600, 900))


@pytest.fixture
def opened(start: Start, places: Places, catalogue: Catalogue) -> Callable[..., Shell]:
    """Return what opens the app over some records at a size of text."""

    def opening(text: int, *records: Any) -> Shell:
        create_session(places.portfolio, places, catalogue, records).close()
        wishes = Preferences(places.preferences)
        wishes.put(preferences.TEXT_SIZE, text)
        wishes.save()
        shell = start()
        assert shell.opening.open(None)
        shell.session.today = today
        return shell

    return opening


def everywhere(shell: Shell, *codes: str) -> Iterator[str]:
    """Yield what is misplaced on pages at every size of the window, and in each of their parts."""
    for width, height in SIZES:
        shell.window.resize(width, height)
        for code in codes or MAKERS:
            page = shell.window.open_page(code)
            for part in parts(page):
                turn()
                place = f"{code} {part}, {width} × {height}"
                if (shell.window.width(), shell.window.height()) != (width, height):
                    yield f"{place}: the window grew to {shell.window.size()}"
                yield from (f"{place}: {each}" for each in misplaced(shell.window))


def parts(page: QWidget) -> Iterator[str]:
    """Yield the words of each of a page's tabs, having opened it; or nothing, once."""
    tabs = [each for each in page.findChildren(QTabBar) if each.isVisible()]
    if not tabs:
        yield ""
        return
    for at in range(tabs[0].count()):
        tabs[0].setCurrentIndex(at)
        yield tabs[0].tabText(at)


@pytest.mark.parametrize(
    ("sample", "text"),
    [("maternity-return", 200), ("physiotherapist-audit", 100)],
)
def test_every_page_fits_its_window(opened: Callable[..., Shell], sample: str, text: int) -> None:
    shell = opened(text, *read_sample(assets.resource("samples"), sample).records)
    wrong = list(everywhere(shell))
    assert not wrong, "\n".join(wrong)


def test_every_empty_page_fits_its_window(opened: Callable[..., Shell]) -> None:
    shell = opened(200, Practitioner(profession="ODP"))
    wrong = list(everywhere(shell))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", [100, 200])
def test_a_record_fits_where_it_takes_the_page(opened: Callable[..., Shell], text: int) -> None:
    records = (
        CpdActivity(title="A study day with a title that goes on " * 4),
        Evidence(title="Certificate", file_name="a name of a file that goes on and on.pdf"),
        Workplace(name="Ward 4"),
    )
    shell = opened(text, Practitioner(name="Rhiannon", profession="PH"), *records)
    wrong: list[str] = []
    for width, height in SIZES:
        shell.window.resize(width, height)
        for record in records:
            shell.opening._go_to(record)
            for fold in shell.window.page.findChildren(QPushButton):
                if fold.isVisible() and fold.text().startswith(("More about", "Provider")):
                    fold.click()
            turn()
            place = f"{type(record).__name__}, {width} × {height}"
            wrong += [f"{place}: {each}" for each in misplaced(shell.window)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", [100, 200])
def test_where_nothing_matches_the_page_fits_too(opened: Callable[..., Shell], text: int) -> None:
    shell = opened(text, Practitioner(profession="PH"), CpdActivity(title="Journal club"))
    wrong: list[str] = []
    for width, height in SIZES:
        shell.window.resize(width, height)
        page = shell.part("cpd", "activities")
        page.search.setText("zebra")
        page.reload()
        turn()
        wrong += [f"{width} × {height}: {each}" for each in misplaced(shell.window)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", [100, 200])
def test_every_dialog_fits(open_desk: Opened, qapp: QApplication, dressed: Any, text: int) -> None:
    theme = read_theme("light", text)
    put_on(qapp, theme)
    wrong: list[str] = []
    for dialog in every_dialog(open_desk(theme=theme)):
        dialog.show()
        turn()
        room = dialog.screen().availableGeometry()
        if dialog.width() > room.width() or dialog.height() > room.height():
            wrong.append(f"{type(dialog).__name__} is larger than the screen: {dialog.size()}")
        wrong += [f"{type(dialog).__name__}: {each}" for each in misplaced(dialog)]
        dialog.close()
    put_on(qapp, dressed)
    assert not wrong, "\n".join(wrong)
