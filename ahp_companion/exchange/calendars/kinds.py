"""What an entry of a calendar probably is, by its words; the owner can say otherwise."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ...assets import resource
from ...domain.cpd import LearningType
from ...domain.words import Word, fold

DASHES = str.maketrans("‐‑‒–—’‘", "-----''")


class Becomes(Word):
    """What an entry of a calendar comes in as."""

    CPD = "cpd-activity", "CPD activity"
    PRECEPTORSHIP = "preceptorship", "Preceptorship meeting"
    SUPERVISION = "clinical-supervision", "Clinical supervision"
    LINE_MANAGEMENT = "line-management", "Meeting with a manager"
    PEERS = "peer-group", "Peer group"
    PROTECTED_TIME = "protected-time", "Protected time"
    NOTHING = "nothing", "Leave it out"


MEETINGS = frozenset(
    {Becomes.PRECEPTORSHIP, Becomes.SUPERVISION, Becomes.LINE_MANAGEMENT, Becomes.PEERS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What an entry may become, and which type of learning, if it is learning."""

    becomes: Becomes = Becomes.NOTHING
    learning_type: LearningType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    tier: int
    suggestion: Suggestion
    words: re.Pattern[str]


def suggested(title: str, categories: Iterable[str] = ()) -> Suggestion:
    """Return what an entry with a title and categories probably is."""
    text = fold(" · ".join([title, *categories]).translate(DASHES))
    found = [
        (group.tier, -len(hit[0]), at)
        for at, group in enumerate(_groups())
        for hit in group.words.finditer(text)
    ]
    return _groups()[min(found)[2]].suggestion if found else Suggestion()


@cache
def _groups() -> tuple[_Group, ...]:
    kept = tomllib.loads(resource("lists", "calendar_words.toml").read_text(encoding="utf-8"))
    return tuple(
        _Group(
            tier=each["tier"],
            suggestion=Suggestion(
                becomes=Becomes(each["becomes"]),
                learning_type=LearningType(each["learning_type"])
                if "learning_type" in each
                else None,
            ),
            words=_pattern(each["words"]),
        )
        for each in kept["group"]
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    # The longest first, for the first that fits is taken.
    folded = sorted((re.escape(fold(each)) for each in words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(folded)})s?(?!\w)")
