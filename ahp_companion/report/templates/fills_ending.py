"""The end: what was gained, the thanks, the certificate, and what comes next."""

from ...domain.ending import Ending, Opportunity
from ...domain.preceptorship import ends_on
from ...domain.words import count, day, listed, span
from .filling import Fill, Filling, Rows, field_of


def preceptor_words(filling: Filling) -> str:
    """Return what the preceptor says at the end, in quotation marks."""
    found = _ending(filling)
    words = found.preceptor_words.strip() if found else ""
    return f"“{words}”" if words else ""


def lasted(filling: Filling) -> str:
    """Return from when to when, and how long that was."""
    held = filling.held
    if held is None or held.started_on is None:
        return ""
    on = _ending(filling)
    last = held.ended_on or (on.certified_on if on else None) or ends_on(held)
    days = span(held.started_on, last)
    is_usual = last == ends_on(held)
    return f"{count(held.length_months, 'month')}, {days}" if is_usual else days


def opportunities(filling: Filling) -> Rows:
    """Return what could come after, with the first step to it."""
    return [
        (
            "\n".join(part for part in (each.words, each.way.label) if part),
            listed([pillar.label for pillar in each.pillars]),
            each.evidence_so_far,
            "\n".join(part for part in (each.first_step, each.with_whom) if part),
            f"Done {day(each.done_on)}" if each.done_on else day(each.due_on),
        )
        for each in filling.of(Opportunity)
    ]


def _ending(filling: Filling) -> Ending | None:
    held: tuple[Ending, ...] = filling.of(Ending)
    return held[-1] if held else None


FILLS: dict[str, Fill] = {
    "ending.gained": field_of(_ending, "strengths_gained"),
    "ending.doing-next": field_of(_ending, "doing_next"),
    "ending.thanks": field_of(_ending, "thanks"),
    "ending.none": field_of(_ending, "none_for_now"),
    "certificate.span": lasted,
    "certificate.words": preceptor_words,
    "opportunities": opportunities,
}
