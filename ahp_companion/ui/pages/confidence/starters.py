"""Statements to start from: a menu of framework lines, by heading."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ....domain.confidence import RatedStatement
from ....domain.frameworks import Framework, Statement
from ...desk import Desk

STARTERS = "confidence-starters"
LONGEST = 90
Choose = Callable[[RatedStatement], None]


def starters_menu(desk: Desk, parent: QWidget, choose: Choose) -> QMenu:
    """Return the menu of all lines to start from; those chosen already are ticked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    regulator = desk.session.profession.regulator.value
    held = desk.session.catalogue.frameworks
    taken = {each.statement for each in desk.session.all(RatedStatement)}
    if STARTERS in held:
        _fill(menu, held[STARTERS], taken, choose)
        menu.addSeparator()
    for framework in held.values():
        if framework.code != STARTERS and framework.regulator in ("", regulator):
            _fill(menu.addMenu(_shown(framework.name)), framework, taken, choose)
    return menu


def _fill(menu: QMenu, framework: Framework, taken: set[str], choose: Choose) -> None:
    under: dict[str, QMenu] = {}
    for line in framework.statements:
        place = menu
        if line.heading:
            if line.heading not in under:
                under[line.heading] = menu.addMenu(_shown(line.heading))
            place = under[line.heading]
        tag = f"{framework.code}:{line.code}"
        act = place.addAction(_shown(line.words))
        act.setCheckable(True)
        act.setChecked(tag in taken)
        act.setEnabled(tag not in taken)
        act.triggered.connect(partial(_chosen, choose, line, tag))


def _chosen(choose: Choose, line: Statement, tag: str, _on: bool = False) -> None:
    choose(RatedStatement(words=line.words, statement=tag))


def _shown(words: str) -> str:
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return short.replace("&", "&&")
