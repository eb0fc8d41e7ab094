"""CPD activities as a spreadsheet's table, one a row, with nothing in it that could run."""

import csv
from pathlib import Path

from ..domain.cpd import CpdActivity
from ..domain.evidence import Evidence
from ..domain.portfolio import Portfolio
from .csv_cells import guarded
from .whole_file import written_whole

COLUMNS = (
    "date", "end_date", "title", "learning_type", "pillars", "hours", "hours_with_others",
    "what_i_did", "what_i_learnt", "benefit_to_practice", "benefit_to_service_users",
    "evidence", "private",
)  # fmt: skip
BETWEEN = ";"


def write_cpd_csv(out: Path, portfolio: Portfolio) -> int:
    """Write the CPD activities of a portfolio, oldest first, and return how many there are."""
    activities = portfolio.all(CpdActivity)
    titles = {each.id: each.title or each.file_name for each in portfolio.all(Evidence)}
    with (
        written_whole(out) as unfinished,
        unfinished.open("w", encoding="utf-8", newline="") as file,
    ):
        csv.writer(file).writerow(COLUMNS)
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        for activity in activities:
            rows.writerow([guarded(cell) for cell in cells(activity, titles)])
    return len(activities)


def cells(activity: CpdActivity, titles: dict[str, str]) -> list[str]:
    """Return the cells of an activity in the order of the columns, not yet guarded.

    `titles` gives the title of a piece of evidence by its id; what is not in it is left out.
    """
    return [
        activity.started_on.isoformat() if activity.started_on else "",
        activity.ended_on.isoformat() if activity.ended_on else "",
        activity.title,
        activity.learning_type or "",
        BETWEEN.join(activity.pillars),
        hours(activity.minutes),
        hours(activity.minutes_with_others),
        activity.what_i_did,
        activity.what_i_learnt,
        activity.benefit_to_practice,
        activity.benefit_to_service_users,
        BETWEEN.join(titles[each] for each in activity.evidence if each in titles),
        "yes" if activity.private else "no",
    ]


def hours(minutes: int | None) -> str:
    """Return minutes as hours, "1.5", or as "0:50" where hundredths of an hour cannot say it."""
    if minutes is None:
        return ""
    if minutes % 3:
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
