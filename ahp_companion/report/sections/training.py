"""Training: what was learnt on courses and in-house, who confirmed it and how long it holds."""

from reportlab.platypus import Flowable

from ...domain.practitioner import Workplace
from ...domain.training import Training
from ...domain.words import count, day, duration, inside
from ..selection import Selection, evidence_words
from ..tables import Column, Layout, Row, table
from ..text import stacked

TRAINING = Layout(columns=(Column("When", 45), Column("What", 75), Column("From", 50)))


def training(selection: Selection) -> list[Flowable]:
    """Return the table of training, the newest first; nothing for none."""
    rows = [_row(selection, each) for each in reversed(selection.portfolio.all(Training))]
    return table(TRAINING, rows, title="Training")


def _row(selection: Selection, held: Training) -> Row:
    until = f"valid to {day(held.expires_on)}" if held.expires_on else ""
    numbers = evidence_words(selection, held.evidence)
    said = (held.kind.label, _level(held.level), _credits(held.credits), duration(held.minutes))
    what = stacked(
        held.title,
        " · ".join(each for each in said if each),
        held.words,
        f"Evidence {numbers}" if numbers else "",
    )
    workplace = selection.whole.find(Workplace, held.workplace)
    confirmed = f"Confirmed by {inside(held.confirmed_by)}" if held.confirmed_by else ""
    source = stacked(held.provider, _at(held.provider, workplace), confirmed)
    return Row((stacked(day(held.done_on), until), what, source))


def _at(provider: str, workplace: Workplace | None) -> str:
    """Return where the owner worked then; nothing where the provider's name has said it."""
    place = workplace.name if workplace else ""
    said, known = provider.casefold().strip(), place.casefold().strip()
    is_repeated = said and known and (said in known or known in said)
    if not place or is_repeated:
        return ""
    return f"While at {place}" if said else place


def _level(level: str) -> str:
    return f"level {level}" if level.strip().isdigit() else level


def _credits(credits_held: int | None) -> str:
    return count(credits_held, "credit") if credits_held else ""
