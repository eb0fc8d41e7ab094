"""Everything has a name, the keyboard reaches it and leaves it again, and it can be read."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QScrollArea, QTabBar, QWidget

from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages import MAKERS
from ahp_companion.ui.theme import read_theme
from tests.ui.desks import Opened, Shell, turn
from tests.ui.every_dialog import every_dialog

Show = Callable[..., Any]
SAMPLES = ("maternity-return", "physiotherapist-audit")
THEMES = ("light", "dark", "contrast")
READ = 4.5
SEEN = 3.0


@pytest.fixture(params=["", *SAMPLES])
def desk_of(
    request: pytest.FixtureRequest, sample_desk: Callable[..., Desk], open_desk: Opened
) -> Desk:
    """Return a desk over a sample, or over a portfolio with nothing in it yet."""
    return sample_desk(request.param) if request.param else open_desk(Practitioner())


def reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab should come to."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and not each.isWindow()
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        # In a row of these the arrow keys go on; Tab comes to one of them.
        and not (isinstance(each, QRadioButton) and not each.isChecked())
    ]


def nameless(window: QWidget) -> Iterator[str]:
    """Yield what a screen reader has no name for, or a test none to find it by."""
    for each in reachable(window):
        interface = QAccessible.queryAccessibleInterface(each)
        said = interface.text(QAccessible.Text.Name).strip() if interface else ""
        if not said or not each.objectName():
            yield f"{type(each).__name__} “{each.objectName()}” is called “{said}”"


def visited(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what the keyboard comes to with one key, until it is back where it began."""
    first = reachable(window)[0]
    first.setFocus()
    found: list[QWidget] = []
    for _ in range(len(reachable(window)) + 50):
        at = QApplication.focusWidget()
        if at is None or at in found:
            break
        found.append(at)
        QTest.keyClick(at, key)
    return found


def parts(page: QWidget) -> Iterator[None]:
    """Open each of a page's tabs, one after the other."""
    tabs = [each for each in page.findChildren(QTabBar) if each.isVisible()]
    for at in range(tabs[0].count() if tabs else 1):
        if tabs:
            tabs[0].setCurrentIndex(at)
        turn()
        yield


def unfolded(page: QWidget) -> None:
    """Open what is folded on a page."""
    for each in page.findChildren(QWidget, "form"):
        fold: Any = getattr(each, "turn_fold", None)
        if fold and hasattr(each, "fold_button"):
            fold()


def everywhere(desk: Desk, show: Show, *codes: str) -> Iterator[tuple[str, QWidget]]:
    """Yield every part of every page, its folds open, each with its code."""
    for code in codes or MAKERS:
        page = show(MAKERS[code](desk))
        for _ in parts(page):
            unfolded(page)
            turn()
            yield code, page


def test_everything_on_every_page_has_a_name(desk_of: Desk, show: Show) -> None:
    found: set[str] = set()
    for code, page in everywhere(desk_of, show):
        found |= {f"{code}: {each}" for each in nameless(page)}
    assert found == set()


def test_tab_goes_through_every_page_and_leaves_every_part_of_it(
    sample_desk: Callable[..., Desk], show: Show
) -> None:
    missed: set[str] = set()
    for code, page in everywhere(sample_desk("maternity-return"), show):
        wanted = set(reachable(page))
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            found = visited(page, key) if wanted else []
            missed |= {f"{code}: {_called(each)}" for each in wanted - set(found)}
    assert missed == set()


def test_tab_goes_as_the_eye_reads(sample_desk: Callable[..., Desk], show: Show) -> None:
    desk = sample_desk("physiotherapist-audit")
    for _, page in everywhere(desk, show, "overview", "cpd", "audit", "about"):
        stops = visited(page, Qt.Key.Key_Tab)
        for area in page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)
        backwards = [
            f"{_called(other)} comes after {_called(one)}"
            for one, other in pairwise(stops)
            if _above(other, one, page)
        ]
        assert backwards == []


def test_everything_in_every_dialog_has_a_name_and_is_reached(open_desk: Opened) -> None:
    found: list[str] = []
    for dialog in every_dialog(open_desk()):
        dialog.show()
        dialog.activateWindow()
        turn()
        title = type(dialog).__name__
        found += [f"{title}: {each}" for each in nameless(dialog)]
        missed = set(reachable(dialog)) - set(visited(dialog, Qt.Key.Key_Tab))
        found += [f"{title}: Tab misses {_called(each)}" for each in missed]
        dialog.close()
    assert found == []


def test_escape_leaves_every_dialog(open_desk: Opened) -> None:
    left = []
    for dialog in every_dialog(open_desk()):
        dialog.show()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        stays = dialog.isVisible()
        # Work that is under way closes its dialog itself, once it has stopped.
        if stays and type(dialog).__name__ != "ProgressDialog":
            left.append(type(dialog).__name__)
        QDialog.reject(dialog)
    assert left == []


def test_the_window_around_the_pages_is_named_and_reached(shell: Shell) -> None:
    shell.session.add(Practitioner())
    status: Any = shell.window.status
    status.say("Deleted · Undo with Ctrl+Z")
    turn()
    found = [each.objectName() for each in reachable(shell.window)]
    assert {"entries", "owner", "menu", "undo"} <= set(found)
    assert list(nameless(shell.window)) == []
    assert set(reachable(shell.window)) <= set(visited(shell.window, Qt.Key.Key_Tab))


def test_the_rail_keeps_its_names(shell: Shell) -> None:
    shell.window.resize(680, 700)
    turn()
    entries = shell.window.sidebar.list
    assert [entries.item(row).toolTip() for row in range(3)] == [
        "Overview",
        "Preceptorship",
        "Meetings",
    ]
    assert list(nameless(shell.window)) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, "page") for ink in ("text", "second", "third", "accent", "warn", "danger")),
        ("text", "window"),
        ("second", "window"),
        ("text", "field"),
        ("third", "field"),
        ("accent", "field"),
        ("text", "sunken"),
        ("second", "sunken"),
        ("third", "sunken"),
        ("text", "hover"),
        ("on_accent", "accent"),
        ("on_soft", "soft"),
        ("warn", "soft"),
        ("warn", "warn_soft"),
        ("text", "warn_soft"),
        ("danger", "danger_soft"),
    ],
)
def test_words_can_be_read_on_their_ground(theme: str, ink: str, ground: str) -> None:
    colours = read_theme(theme, 100).colours
    assert contrast(colours[ink], colours[ground]) >= READ


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("mark", "ground"), [("edge", "page"), ("edge", "field"), ("chart", "page"), ("accent", "page")]
)
def test_edges_and_charts_can_be_seen(theme: str, mark: str, ground: str) -> None:
    colours = read_theme(theme, 100).colours
    assert contrast(colours[mark], colours[ground]) >= SEEN


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pillar", Pillar)
def test_a_pillars_letter_and_name_can_be_read(theme: str, pillar: Pillar) -> None:
    held = read_theme(theme, 100)
    hue, soft = held.pillars[pillar.value], held.pillars_soft[pillar.value]
    assert contrast(held.colours["badge_text"], hue) >= READ
    assert contrast(held.colours["text"], soft) >= READ
    assert contrast(hue, held.colours["page"]) >= SEEN


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, by WCAG 2's relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    found = QColor(colour)
    return (
        0.2126 * _linear(found.redF())
        + 0.7152 * _linear(found.greenF())
        + 0.0722 * _linear(found.blueF())
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _above(one: QWidget, other: QWidget, page: QWidget) -> bool:
    """Return whether one stands wholly above another, in the same column of the page."""
    first, second = (_where(each, page) for each in (one, other))
    same_column = first.left() < second.right() and second.left() < first.right()
    return same_column and first.bottom() < second.top()


def _where(each: QWidget, page: QWidget) -> QRect:
    return QRect(each.mapTo(page, QPoint()), each.size())


def _called(each: QWidget) -> str:
    return f"{type(each).__name__} {each.objectName()} {each.accessibleName()}"
