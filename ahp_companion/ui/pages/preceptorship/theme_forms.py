"""The forms of a theme and of a plan-do-study-act card, and what the board says of each."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ....domain.feedback import (
    Decision,
    Improvement,
    Theme,
    before_and_after,
    cards_of,
    still_closed,
    what_came,
)
from ....domain.words import count, day, shortened
from ....domain.workbooks import Worksheet
from ...desk import Desk
from ...entry_row import Entry
from ...fields.acts import Act, no_words
from ...fields.choices import Choice, of_words
from ...fields.links import Links
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field
from ...remark import Remark
from ...rows import State

Doing = Callable[[], Any]


def theme_fields(
    *, cards: Callable[[Theme], str], close: Doing, reopen: Doing, add_card: Doing
) -> tuple[Field, ...]:
    """Return the form of a theme; `cards` gives what is said of what is tried for it."""
    return (
        Field(name="words", label="Theme", help="A word or two: time, relevance.", make=Line),
        Field(name="on", label="Heard on", make=Day, beside=True),
        Field(
            name="heard",
            label="What was said",
            help="The words, without anyone who could be recognised.",
            make=partial(Text, lines=2),
        ),
        Field(
            name="heard_in",
            label="Heard in",
            make=partial(Links, record=Worksheet, add="Choose a form"),
        ),
        *_tried(cards, add_card),
        *_came_of_it(close, reopen),
    )


def card_fields(
    *, themes: Callable[[], Iterable[Theme]], go_on: Doing, print_card: Doing
) -> tuple[Field, ...]:
    """Return the form of a card, in the order of its four letters."""
    return (
        Field(name="title", label="One problem", make=Line),
        Field(name="theme", label="For the theme", make=partial(_theme, themes=themes)),
        Field(name="started_on", label="Begun on", make=Day, beside=True),
        Field(name="plan", label="Plan: what I will try", make=partial(Text, lines=2)),
        Field(
            name="measure",
            label="How I will see a difference",
            help="One thing that can be counted or told: sessions held, a question asked.",
            make=Line,
        ),
        Field(name="value_before", label="Before", make=Line),
        Field(name="did", label="Do: what happened", make=partial(Text, lines=2)),
        Field(name="found", label="Study: what I found", make=partial(Text, lines=2)),
        Field(name="value_after", label="After", make=Line),
        Field(name="decision", label="Act: what I decide", make=_decision),
        Field(name="decided_on", label="Decided on", make=Day, beside=True, shown=_is_decided),
        Field(name="what_next", label="What comes next", make=partial(Text, lines=2)),
        Field(
            name="go_on",
            label="",
            make=partial(Act, words="Begin the next card from it", act=go_on, icon="recurring"),
            read=no_words,
            shown=_is_adapted,
        ),
        Field(
            name="print_card",
            label="",
            make=partial(Act, words="Print this card", act=print_card, icon="print", look="link"),
            read=no_words,
        ),
    )


def theme_entry(theme: Theme, cards: Iterable[Improvement]) -> Entry:
    """Return what the board says of a theme: a closed one says what came of it."""
    of_theme = cards_of(theme, cards)
    when = day(theme.closed_on) if theme.closed_on else day(theme.on)
    detail = what_came(theme) if theme.closed_on else shortened(theme.heard)
    measured = [words for words in map(before_and_after, of_theme) if words]
    return Entry(
        record=theme,
        title=theme.words.strip() or "Untitled theme",
        detail=" · ".join(part for part in (detail, *measured) if part),
        aside=(when, count(len(of_theme), "card") if of_theme else ""),
        state=(
            State(icon="done", word="Closed", role="accent")
            if theme.closed_on
            else State(icon="to-do", word="Open")
        ),
    )


def card_entry(card: Improvement, themes: Iterable[Theme]) -> Entry:
    """Return what the board says of a card: how it stands, before and after, and for what."""
    about = next((each.words.strip() for each in themes if each.id == card.theme), "")
    named = f"for “{about}”" if about else ""
    return Entry(
        record=card,
        title=card.title.strip() or "Untitled card",
        detail=" · ".join(part for part in (before_and_after(card), named) if part),
        aside=(day(card.decided_on or card.started_on),),
        state=_state(card),
    )


def cards_in_words(cards: Iterable[Improvement]) -> str:
    """Return the cards of a theme, a line each: their problem, their measure, what was decided."""
    lines = []
    for card in cards:
        decided = card.decision.label if card.decision else ""
        parts = (card.title.strip() or "Untitled card", before_and_after(card), decided)
        lines.append(" · ".join(part for part in parts if part))
    return "\n".join(lines)


def in_order(themes: Iterable[Theme]) -> list[Theme]:
    """Return themes with the open ones first, each group by the day it was heard."""
    return sorted(themes, key=_place)


def _place(theme: Theme) -> tuple[bool, date]:
    return theme.closed_on is not None, theme.on or date.max


def _state(card: Improvement) -> State:
    if card.decision:
        return State(icon="done", word=card.decision.label, role="accent")
    if card.did.strip() or card.found.strip():
        return State(icon="under-way", word="To decide")
    return State(icon="to-do", word="To try")


def _tried(cards: Callable[[Theme], str], add_card: Doing) -> tuple[Field, ...]:
    return (
        Field(
            name="cards",
            label="",
            make=partial(Remark, icon="recurring", warns=False),
            read=cards,
            shown=partial(_has_words, cards),
        ),
        Field(
            name="add_card",
            label="",
            make=partial(Act, words="Try something for it", act=add_card, icon="add", look="link"),
            read=no_words,
        ),
    )


def _came_of_it(close: Doing, reopen: Doing) -> tuple[Field, ...]:
    return (
        Field(
            name="what_changed",
            label="What changed",
            make=partial(Text, lines=2),
            write=partial(_came, "what_changed"),
        ),
        Field(
            name="no_change_because",
            label="or no change, because",
            make=partial(Text, lines=2),
            write=partial(_came, "no_change_because"),
        ),
        Field(name="refusal", label="", make=Remark, read=_nothing_refused),
        Field(
            name="close_theme",
            label="",
            make=partial(Act, words="This theme is answered", act=close, icon="done"),
            read=no_words,
            shown=_is_open,
        ),
        Field(name="closed_on", label="Closed on", make=Day, shown=_is_closed),
        Field(
            name="open_again",
            label="",
            make=partial(Act, words="Open it again", act=reopen, look="link"),
            read=no_words,
            shown=_is_closed,
        ),
    )


def _came(name: str, theme: Any, words: str) -> Theme:
    changed: Theme = replace(theme, **{name: words})
    return still_closed(changed)


def _has_words(said: Callable[[Theme], str], theme: Theme) -> bool:
    return bool(said(theme))


def _nothing_refused(_theme: Any) -> str:
    return ""


def _is_open(theme: Any) -> bool:
    return theme.closed_on is None


def _is_closed(theme: Any) -> bool:
    return theme.closed_on is not None


def _is_decided(card: Any) -> bool:
    return card.decision is not None or card.decided_on is not None


def _is_adapted(card: Any) -> bool:
    return card.decision is Decision.ADAPT


def _decision(desk: Desk) -> Choice:
    return Choice(desk, of_words(Decision), nothing="Not decided yet")


def _theme(desk: Desk, themes: Callable[[], Iterable[Theme]]) -> Choice:
    def options() -> list[tuple[Any, str]]:
        return [(each.id, each.words.strip() or "Untitled theme") for each in themes()]

    return Choice(desk, options, nothing="None in particular")
