"""One file for each page; which of them shows which record."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ...domain import kinds
from ..desk import Desk
from .about import about_page
from .audit import audit_page
from .confidence import confidence_page
from .cpd import cpd_page
from .library import library_page
from .meetings.page import meetings_page
from .overview.page import overview_page
from .preceptorship.page import preceptorship_page
from .reflections import reflections_page
from .time import time_page
from .workbooks import workbooks_page

MAKERS: Mapping[str, Callable[[Desk], QWidget]] = {
    "overview": overview_page,
    "preceptorship": preceptorship_page,
    "meetings": meetings_page,
    "time": time_page,
    "reflections": reflections_page,
    "confidence": confidence_page,
    "workbooks": workbooks_page,
    "cpd": cpd_page,
    "audit": audit_page,
    "about": about_page,
    "library": library_page,
}
PAGES = {
    "practitioner": "about",
    "workplace": "about",
    "qualification": "about",
    "training": "about",
    "scope_sheet": "about",
    "scope_line": "about",
    "delegation": "about",
    "competence_framework": "about",
    "competence": "about",
    "meeting": "meetings",
    "action": "meetings",
    "protected_time": "time",
    "time_agreement": "time",
    "reflection": "reflections",
    "addition": "reflections",
    "rated_statement": "confidence",
    "confidence_rating": "confidence",
    "cpd_activity": "cpd",
    "evidence": "cpd",
    "worksheet": "workbooks",
    "workbook_answer": "workbooks",
    "audit_profile": "audit",
    "gap": "audit",
    "profile_version": "audit",
    "dismissal": "audit",
    "watched_name": "audit",
    "export": "audit",
}


def page_makers(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each page, by its code."""
    return {code: partial(make, desk) for code, make in MAKERS.items()}


def page_of(record: Any) -> str:
    """Return the code of the page that shows a record."""
    return PAGES.get(kinds.of(record).name, "preceptorship")
