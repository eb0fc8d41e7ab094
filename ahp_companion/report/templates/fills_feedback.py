"""Feedback: the day of a form, and what was tried because of what was heard."""

from ...domain.feedback import Improvement, Theme
from ...domain.words import day
from ...domain.workbooks import Worksheet
from . import questions
from .filling import Fill, Filling


def sheet(filling: Filling) -> Worksheet | None:
    """Return the sheet that a form is filled from."""
    codes = [each.workbook for each in filling.template.blocks if each.workbook]
    return questions.sheet_of(filling, codes[0]) if codes else None


def on(filling: Filling) -> str:
    """Return the day of the sheet."""
    found = sheet(filling)
    return day(found.on) if found else ""


def title(filling: Filling) -> str:
    """Return what the sheet is called."""
    found = sheet(filling)
    return found.title if found else ""


def card(filling: Filling) -> Improvement | None:
    """Return the card a form is about: the one asked for, else the newest."""
    if isinstance(filling.record, Improvement):
        return filling.portfolio.find(Improvement, filling.record.id)
    held: tuple[Improvement, ...] = filling.of(Improvement)
    return held[-1] if held else None


def card_title(filling: Filling) -> str:
    """Return what is to be made better."""
    found = card(filling)
    return found.title if found else ""


def card_began(filling: Filling) -> str:
    """Return the day it was begun."""
    found = card(filling)
    return day(found.started_on) if found else ""


def card_theme(filling: Filling) -> str:
    """Return the feedback it answers."""
    found = card(filling)
    theme = filling.portfolio.find(Theme, found.theme) if found else None
    return theme.words if theme else ""


def card_plan(filling: Filling) -> str:
    """Return what was planned."""
    found = card(filling)
    return found.plan if found else ""


def card_measure(filling: Filling) -> str:
    """Return the one measure."""
    found = card(filling)
    return found.measure if found else ""


def card_before(filling: Filling) -> str:
    """Return the measure before."""
    found = card(filling)
    return found.value_before if found else ""


def card_after(filling: Filling) -> str:
    """Return the measure after."""
    found = card(filling)
    return found.value_after if found else ""


def card_did(filling: Filling) -> str:
    """Return what happened."""
    found = card(filling)
    return found.did if found else ""


def card_found(filling: Filling) -> str:
    """Return what was found."""
    found = card(filling)
    return found.found if found else ""


def card_decision(filling: Filling) -> tuple[str, ...]:
    """Return what became of it, as its box is called."""
    found = card(filling)
    return (found.decision.label,) if found and found.decision else ()


def card_next(filling: Filling) -> str:
    """Return what comes next."""
    found = card(filling)
    return found.what_next if found else ""


FILLS: dict[str, Fill] = {
    "feedback.on": on,
    "case.on": on,
    "case.title": title,
    "card.title": card_title,
    "card.began": card_began,
    "card.theme": card_theme,
    "card.plan": card_plan,
    "card.measure": card_measure,
    "card.before": card_before,
    "card.after": card_after,
    "card.did": card_did,
    "card.found": card_found,
    "card.decision": card_decision,
    "card.next": card_next,
}
