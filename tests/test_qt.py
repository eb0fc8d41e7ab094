"""The binding to Qt gives back every reference it takes."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 500


def lost(act: Callable[[], object]) -> int:
    """Return how many references to None some calls used up."""
    act()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        act()
    return before - sys.getrefcount(None)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never freed from 3.12 on")
def test_calls_that_return_nothing_use_up_no_reference_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert lost(widget.repaint) < CALLS / 2
    assert lost(widget.parentWidget) < CALLS / 2
