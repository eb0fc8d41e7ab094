"""Feedback: the day of a form, and what was tried because of what was heard."""

from ...domain.feedback import Improvement, Theme
from ...domain.workbooks import Worksheet
from . import questions
from .filling import Fill, Filling, field_of


def sheet(filling: Filling) -> Worksheet | None:
    """Return the sheet that a form is filled from."""
    codes = [each.workbook for each in filling.template.blocks if each.workbook]
    return questions.sheet_of(filling, codes[0]) if codes else None


def card(filling: Filling) -> Improvement | None:
    """Return the card a form is about: the one asked for, else the newest."""
    if isinstance(filling.record, Improvement):
        return filling.portfolio.find(Improvement, filling.record.id)
    held: tuple[Improvement, ...] = filling.of(Improvement)
    return held[-1] if held else None


def card_theme(filling: Filling) -> str:
    """Return the feedback it answers."""
    found = card(filling)
    theme = filling.portfolio.find(Theme, found.theme) if found else None
    return theme.words if theme else ""


def card_decision(filling: Filling) -> tuple[str, ...]:
    """Return what became of it, as its box is called."""
    found = card(filling)
    return (found.decision.label,) if found and found.decision else ()


FILLS: dict[str, Fill] = {
    "feedback.on": field_of(sheet, "on"),
    "case.on": field_of(sheet, "on"),
    "case.title": field_of(sheet, "title"),
    "card.title": field_of(card, "title"),
    "card.began": field_of(card, "started_on"),
    "card.theme": card_theme,
    "card.plan": field_of(card, "plan"),
    "card.measure": field_of(card, "measure"),
    "card.before": field_of(card, "value_before"),
    "card.after": field_of(card, "value_after"),
    "card.did": field_of(card, "did"),
    "card.found": field_of(card, "found"),
    "card.decision": card_decision,
    "card.next": field_of(card, "what_next"),
}
