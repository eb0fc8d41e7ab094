"""What the osteopaths' three years ask for: hours, hours with others, themes, and three activities.

General Osteopathic Council, CPD scheme for osteopaths, as it stood in 2025; in our own words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import months_after
from .cpd import CpdActivity

FRAMEWORK = "gosc-cpd"
CYCLE_MONTHS = 36
HOURS, HOURS_WITH_OTHERS = 90, 45
THEMES = {
    "A": "Communication and patient partnership",
    "B": "Knowledge, skills and performance",
    "C": "Safety and quality in practice",
    "D": "Professionalism",
}
ONCE = {
    "objective-activity": "an objective activity",
    "communication-and-consent": "an activity on communication and consent",
    "peer-discussion-review": "a Peer Discussion Review",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeYears:
    """What the activities of a cycle come to: whole minutes, and the codes they are under."""

    minutes: int
    minutes_with_others: int
    codes: frozenset[str]

    @property
    def themes(self) -> tuple[str, ...]:
        """Return the names of the themes that occur."""
        return tuple(name for code, name in THEMES.items() if code in self.codes)

    @property
    def missing_themes(self) -> tuple[str, ...]:
        """Return the names of the themes that do not occur."""
        return tuple(name for code, name in THEMES.items() if code not in self.codes)


def begins_on(to_on: date) -> date:
    """Return the first of the three years that end on a day."""
    # The calendar has no day after its last.
    return months_after(to_on, -CYCLE_MONTHS) + timedelta(days=1)


def is_under(activity: CpdActivity, code: str) -> bool:
    """Return whether an activity is marked as under a theme, or as one that is asked for once."""
    return f"{FRAMEWORK}:{code}" in activity.statements


def three_years(activities: Iterable[CpdActivity]) -> ThreeYears:
    """Return what activities come to, those of the cycle having been chosen already."""
    held = tuple(activities)
    tags = {tag for each in held for tag in each.statements}
    prefix = f"{FRAMEWORK}:"
    return ThreeYears(
        minutes=sum(each.minutes or 0 for each in held),
        minutes_with_others=sum(each.minutes_with_others or 0 for each in held),
        codes=frozenset(tag.removeprefix(prefix) for tag in tags if tag.startswith(prefix)),
    )
