"""The dated list: every activity of the period, and what explains the months without one."""

from collections import Counter
from collections.abc import Sequence

from reportlab.platypus import Flowable

from ..domain.cpd import CpdActivity, LearningType
from ..domain.gosc import THEMES, is_under, three_years
from ..domain.profile import ON_THE_FORM, Handed, Pause, Profile, dated_list
from ..domain.words import count, day, duration, span
from .document import Progress
from .flowables import lead
from .handed_over import document, pause_row, when
from .parts import Part
from .tables import Column, Layout, Row, table

DATE, DATE_OF_HOURS = 34, 31
LIST = Layout(
    columns=(
        Column("Date", DATE),
        Column("Activity", 81),
        Column("Learning type", 39),
        Column("Evidence", 16, right=True),
    ),
    above=2,
    below=4,
    named_by=1,
)
LIST_WITH_HOURS = Layout(
    columns=(
        Column("No", 8),
        Column("Date", DATE_OF_HOURS),
        Column("Activity", 50),
        Column("Type", 22),
        Column("Themes", 15),
        Column("Hours", 22, right=True),
        Column("With others", 22, right=True),
    ),
    above=2,
    below=4,
    named_by=2,
)
BY_TYPE = Layout(
    columns=(Column("Learning type", 60), Column("Activities", 20, right=True)), above=2, below=4
)
NOT_SAID = "Not said"


def activities_pdf(handed: Handed, progress: Progress | None = None) -> tuple[bytes, int]:
    """Return the dated list as a PDF and its number of pages."""
    profile = handed.profile
    said = f"CPD of {span(profile.from_on, profile.until)}"
    return document(profile, "List of activities", said, [activities(handed)], progress)


def activities(handed: Handed) -> Part:
    """Return the part with the list; hours stand in it only where a regulator asks for them."""
    profile = handed.profile
    flowables: list[Flowable] = [*lead(_lead(profile))]
    if profile.is_for_hcpc:
        flowables += table(LIST, _rows(handed))
        flowables += table(BY_TYPE, _types(profile.activities), title="By learning type")
    else:
        flowables += table(LIST_WITH_HOURS, _rows_with_hours(profile))
    return Part(title="List of activities", says="", flowables=flowables)


def numbered(profile: Profile) -> dict[str, int]:
    """Return the number of each activity in the list, by its id."""
    return {each.id: at for at, each in enumerate(profile.activities, start=1)}


def themes_of(activity: CpdActivity) -> list[str]:
    """Return the letters of the themes that an activity is under, in their order."""
    return [code for code in THEMES if is_under(activity, code)]


def hours(minutes: int | None) -> str:
    """Return minutes in words; nothing for none, and for a nought that was typed."""
    return duration(minutes) if minutes else ""


def _lead(profile: Profile) -> str:
    held = profile.activities
    if not held:
        return "No activities are recorded in this period."
    words = count(len(held), "activity", "activities")
    first, last = day(held[0].started_on), day(held[-1].started_on)
    return f"{words} between {first} and {last}." if len(held) > 1 else f"{words}, {first}."


def _rows(handed: Handed) -> list[Row]:
    return [
        pause_row(each, DATE)
        if isinstance(each, Pause)
        else Row(
            (
                when(each.started_on, each.ended_on, DATE),
                _title(each),
                ON_THE_FORM[each.learning_type] if each.learning_type else NOT_SAID,
                handed.numbers(each.evidence) or "–",
            )
        )
        for each in dated_list(handed.profile)
    ]


def _rows_with_hours(profile: Profile) -> list[Row]:
    numbers = numbered(profile)
    rows = [
        pause_row(each, DATE_OF_HOURS, before=("",))
        if isinstance(each, Pause)
        else Row(
            (
                str(numbers[each.id]),
                when(each.started_on, each.ended_on, DATE_OF_HOURS),
                _title(each),
                each.learning_type.label if each.learning_type else "–",
                ", ".join(themes_of(each)) or "–",
                hours(each.minutes) or "–",
                hours(each.minutes_with_others) or "–",
            )
        )
        for each in dated_list(profile)
    ]
    if profile.activities:
        whole = three_years(profile.activities)
        hours_in_all = duration(whole.minutes), duration(whole.minutes_with_others)
        total = ("", "Altogether", "", "", "", *hours_in_all)
        rows.append(Row(total, total=True))
    return rows


def _types(held: Sequence[CpdActivity]) -> list[Row]:
    counted = Counter(each.learning_type for each in held)
    rows = [Row((ON_THE_FORM[kind], str(counted[kind]))) for kind in LearningType if counted[kind]]
    return [*rows, Row((NOT_SAID, str(counted[None])))] if counted[None] else rows


def _title(activity: CpdActivity) -> str:
    return activity.title.strip() or "Without a title"
