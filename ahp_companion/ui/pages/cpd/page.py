"""CPD: the activities, and beside them the evidence that shows they happened."""

from functools import partial
from typing import Any

from ....domain.evidence import Evidence
from ...desk import Desk
from ...tabs import Part, TabbedPage
from .activities import activities
from .evidence import EvidencePart


class CpdPage(TabbedPage):
    """Activities and evidence, each a list with its record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "CPD",
            (
                Part(code="activities", word="Activities", make=partial(activities, desk)),
                Part(code="evidence", word="Evidence", make=partial(EvidencePart, desk)),
            ),
        )

    def add(self) -> None:
        """Add an activity, whichever part is open."""
        part: Any = self.open_part("activities")
        part.add()

    def show_record(self, record: Any) -> None:
        """Show an activity or a piece of evidence in its part."""
        part: Any = self.open_part("evidence" if isinstance(record, Evidence) else "activities")
        part.show_record(record)


def cpd_page(desk: Desk) -> CpdPage:
    """Return the page of CPD."""
    return CpdPage(desk)
