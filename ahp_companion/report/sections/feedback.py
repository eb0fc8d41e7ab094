"""Feedback that changes something: each theme with what came of it, and what was tried out."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.feedback import Improvement, Theme, before_and_after, cards_of, says_what_changed
from ...domain.preceptorship import Preceptorship
from ...domain.words import count, day, listed
from ...domain.workbooks import Worksheet
from ..flowables import Mark, lead, meta, prose, record_heading
from ..parts import Part
from ..selection import Selection
from ..tables import facts

CARD = "Plan, do, study, act"


def feedback(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part with themes and cards of a preceptorship; None where there are none."""
    themes = selection.portfolio.of(Theme, held.id)
    cards = selection.portfolio.of(Improvement, held.id)
    if not (themes or cards):
        return None
    flowables = lead(_lead(themes, cards))
    for each in themes:
        flowables += _theme(selection, each, cards_of(each, cards))
    known = {each.id for each in themes}
    for card in cards:
        flowables += [] if card.theme in known else _card(card)
    return Part(
        title="Feedback",
        says="What was said, and what came of it",
        flowables=flowables,
        of=of,
        is_short=True,
    )


def _lead(themes: Sequence[Theme], cards: Sequence[Improvement]) -> str:
    answered = sum(1 for each in themes if says_what_changed(each))
    said = count(len(themes), "theme") if themes else ""
    if answered:
        said += ", answered" if answered == len(themes) else f", {answered} of them answered"
    tried = f"{count(len(cards), 'thing')} tried out" if cards else ""
    return f"{'; '.join(each for each in (said, tried) if each)}."


def _theme(selection: Selection, theme: Theme, cards: Sequence[Improvement]) -> list[Flowable]:
    title = theme.words or "A theme"
    mark = Mark(key=f"theme.{theme.id}", title=title, level=1)
    sheets = [selection.portfolio.find(Worksheet, each) for each in theme.heard_in]
    heard_in = listed([each.title for each in sheets if each and each.title])
    return [
        *record_heading(title, day(theme.on), mark),
        *meta([
            f"Heard in {heard_in}" if heard_in else "",
            f"closed {day(theme.closed_on)}" if theme.closed_on else "open",
        ]),
        *prose(theme.heard, label="What was said"),
        *prose(theme.what_changed, label="What changed"),
        *prose(theme.no_change_because, label="Why nothing changed"),
        *(each for card in cards for each in _card(card)),
    ]  # fmt: skip


def _card(card: Improvement) -> list[Flowable]:
    decided = card.decision.label if card.decision else ""
    pairs = [
        ("Began", day(card.started_on)),
        ("Plan", card.plan),
        ("What we looked at", before_and_after(card)),
        ("Do", card.did),
        ("Study", card.found),
        ("Act", ", ".join(each for each in (decided, day(card.decided_on)) if each)),
        ("What comes next", card.what_next),
    ]
    return facts(pairs, title=f"{CARD}: {card.title}" if card.title.strip() else CARD)
