"""Feedback that changes something: what was said becomes a theme, and a theme is answered."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from .problems import ProblemError
from .records import link, links, new_id
from .words import Word


class Decision(Word):
    """What became of a test."""

    ADOPT = "adopt", "Adopt it"
    ADAPT = "adapt", "Adapt it and try again"
    STOP = "stop", "Stop it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Something that feedback is about, open until it says what changed or why nothing did."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    on: date | None = None
    heard: str = ""
    heard_in: tuple[str, ...] = links("worksheet")
    what_changed: str = ""
    no_change_because: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """A plan-do-study-act card: one problem, one test, one measure before and after."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    theme: str | None = link("theme")
    title: str = ""
    started_on: date | None = None
    plan: str = ""
    measure: str = ""
    value_before: str = ""
    value_after: str = ""
    did: str = ""
    found: str = ""
    decision: Decision | None = None
    decided_on: date | None = None
    what_next: str = ""


def says_what_changed(theme: Theme) -> bool:
    """Return whether a theme says what changed, or why nothing did."""
    return bool(theme.what_changed.strip() or theme.no_change_because.strip())


def refuse_to_close(theme: Theme) -> None:
    """Raise ProblemError where a theme would be closed without saying what came of it."""
    if not says_what_changed(theme):
        raise ProblemError(
            "This theme does not say yet what came of it.",
            means="Whoever said it would not see that it was heard, so it stays open.",
            advice="Write what changed, or why nothing will.",
        )


def cards_of(theme: Theme, cards: Iterable[Improvement]) -> tuple[Improvement, ...]:
    """Return the cards that try something out for a theme."""
    return tuple(each for each in cards if each.theme == theme.id)


def before_and_after(card: Improvement) -> str:
    """Return a card's measure, "Sessions held: before 0, after 3"; nothing where there is none."""
    said = [
        f"{word} {value.strip()}"
        for word, value in (("before", card.value_before), ("after", card.value_after))
        if value.strip()
    ]
    measure = card.measure.strip()
    return f"{measure}: {', '.join(said)}" if measure and said else measure or ", ".join(said)


def closed(theme: Theme, *, on: date) -> Theme:
    """Return a theme closed on a day; raises ProblemError where it says nothing of what came."""
    refuse_to_close(theme)
    return replace(theme, closed_on=theme.closed_on or on)


def still_closed(theme: Theme) -> Theme:
    """Return a theme open again where its words of what came of it were taken out."""
    return theme if says_what_changed(theme) else replace(theme, closed_on=None)


def what_came(theme: Theme) -> str:
    """Return what came of a theme in words; nothing while it says nothing."""
    if theme.what_changed.strip():
        return f"What changed: {theme.what_changed.strip()}"
    because = theme.no_change_because.strip()
    return f"No change, because: {because}" if because else ""


def next_card(card: Improvement, *, on: date) -> Improvement:
    """Return the card that goes on from one: its problem and measure, and where it ended."""
    return Improvement(
        preceptorship=card.preceptorship,
        theme=card.theme,
        title=card.title,
        started_on=on,
        plan=card.what_next,
        measure=card.measure,
        value_before=card.value_after or card.value_before,
    )
