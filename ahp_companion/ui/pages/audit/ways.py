"""Where a finding leads: to a tab, to a record, or to the list that it is about."""

from collections.abc import Callable
from typing import Any

from ....domain.finding import Finding
from ...calling import calling
from ...desk import Desk
from ...findings_list import Way
from .audited import Audited

OPEN = "Open"
# The beginning of a code says which tab can put it right.
TABS = {
    "summary": "summary",
    "statement": "statement",
    "chosen-number": "statement",
    "evidence-standards": "evidence",
    "benefit-to": "statement",
}


class Ways:
    """Says what stands on a finding's button, and what it does."""

    def __init__(self, desk: Desk, audited: Audited, open_part: Callable[..., Any]) -> None:
        self._desk, self._audited, self._open_part = desk, audited, open_part

    def __call__(self, finding: Finding, record: Any) -> Way | None:
        """Return the words and the deed for a finding and the record it names, if it names one."""
        tab = next((tab for begins, tab in TABS.items() if finding.code.startswith(begins)), "")
        if tab:
            return OPEN, calling(self._open_part, tab, record)
        if record is not None:
            return OPEN, calling(self._desk.go_to, record)
        return self._list()

    def to_list(self) -> None:
        """Go to the list of activities, or begin one where there is none."""
        self._list()[1]()

    def _list(self) -> Way:
        # The page of activities is reached through one of them, and begun where there is none.
        held = self._audited.activities
        if held:
            return OPEN, calling(self._desk.go_to, held[-1])
        return "Add an activity", calling(self._desk.begin, "cpd")
