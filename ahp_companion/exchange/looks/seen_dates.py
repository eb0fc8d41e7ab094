"""Moments as files write them, as people read them."""

import re
from datetime import date

from ...domain.words import day

# "D:20260312140301Z" in a PDF, "2026:03:12 14:03:01" in a photograph, ISO in a document.
FIGURES = re.compile(r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ]?(\d\d):?(\d\d))?")


def stamped(written: object) -> str:
    """Return a moment as "12 March 2026, 14:03"; nothing for what is none."""
    found = FIGURES.search(str(written or ""))
    if not found:
        return ""
    year, month, of_month, hour, minute = found.groups()
    try:
        words = day(date(int(year), int(month), int(of_month)))
    except ValueError:
        return ""
    return f"{words}, {hour}:{minute}" if hour and (hour, minute) != ("00", "00") else words
