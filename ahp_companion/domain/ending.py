"""The end of a preceptorship, without a cliff: looked back on, celebrated, and led on from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .pillars import Pillar
from .records import link, new_id
from .words import Word


class Way(Word):
    """Which way something leads on; staying is named first because it is first among equals."""

    STAY = "stay", "Stay and deepen my role"
    GET_ON = "get-on", "Get on: more skill, more responsibility"
    GO_FURTHER = "go-further", "Go further: a new role or level"
    HELP_OTHERS = "help-others", "Help others on: preceptor, educator, mentor"
    SIDEWAYS = "sideways", "Somewhere beside it: another setting or field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The final review: what was gained, what comes next, and the words to celebrate with."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    reviewed_on: date | None = None
    strengths_gained: str = ""
    doing_next: str = ""
    preceptor_words: str = ""
    certified_on: date | None = None
    thanks: str = ""
    story: str = ""
    none_for_now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """Something that could come after, under one or more of the four pillars."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    way: Way = Way.STAY
    pillars: tuple[Pillar, ...] = ()
    evidence_so_far: str = ""
    first_step: str = ""
    with_whom: str = ""
    due_on: date | None = None
    done_on: date | None = None


def leads_on(ending: Ending | None, opportunities: Iterable[Opportunity]) -> bool:
    """Return whether anything comes after: an opportunity, or words for why there is none now."""
    if ending is not None and ending.none_for_now.strip():
        return True
    return any(each.words.strip() for each in opportunities)


def before_the_end(ending: Ending | None, opportunities: Iterable[Opportunity]) -> str:
    """Return what is said to someone about to finish with nothing after; else nothing.

    It is said and never enforced: an end is an end.
    """
    if leads_on(ending, opportunities):
        return ""
    return (
        "Nothing stands under “What comes next” yet. Support that stops on one day is missed on "
        "the day after. Write one thing, or why there is none for now."
    )


def by_pillar(
    opportunities: Iterable[Opportunity],
) -> dict[Pillar | None, tuple[Opportunity, ...]]:
    """Return the opportunities under each pillar, and last those under none."""
    held = sorted(opportunities, key=lambda each: list(Way).index(each.way))
    found: dict[Pillar | None, tuple[Opportunity, ...]] = {
        pillar: tuple(each for each in held if pillar in each.pillars) for pillar in Pillar
    }
    found[None] = tuple(each for each in held if not each.pillars)
    return found


def under_main_pillar(
    opportunities: Iterable[Opportunity],
) -> dict[Pillar | None, tuple[Opportunity, ...]]:
    """Return each opportunity once, under the first of its pillars; staying stands first."""
    return {
        pillar: tuple(each for each in held if (each.pillars or (None,))[0] is pillar)
        for pillar, held in by_pillar(opportunities).items()
    }


def thanks_begun(name: str) -> str:
    """Return words that a letter of thanks can begin from, to be filled and changed."""
    return (
        f"Dear {name.strip() or '…'},\n\nThank you for …\n\nWhat helped me most was …\n\n"
        "I noticed it when …\n\nWhat I take with me is …"
    )
