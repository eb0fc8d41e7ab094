"""Workbooks: what there is to work through, and how far each of them has come."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ...desk import Desk
from ...empty import EmptyPage
from ...tabs import Part, TabbedPage


def workbooks_page(desk: Desk) -> TabbedPage:
    """Return the page of all workbooks."""
    return TabbedPage(
        desk, "Workbooks", (Part(code="mine", word="Mine", make=partial(_empty, desk)),)
    )


def _empty(desk: Desk) -> QWidget:
    return EmptyPage(
        desk,
        icon="workbooks",
        title="What you work through, line by line, will live here",
        words=(
            "A framework or a programme for your first year, with your own words and what shows "
            "it beside each line. Take one up when it helps; leave it when it does not."
        ),
        act="Add workbook",
        acting=partial(desk.say, "There is no workbook to add yet"),
    )
