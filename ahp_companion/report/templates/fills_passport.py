"""The skills passport: qualifications, training and the competence record."""

from ...domain.competences import Competence, is_met
from ...domain.practitioner import Qualification
from ...domain.training import Training
from ...domain.words import count, day, duration
from .filling import Fill, Filling, Rows


def qualifications(filling: Filling) -> Rows:
    """Return the owner's qualifications."""
    return [
        (
            each.title,
            each.awarded_by,
            str(each.level) if each.level else "",
            _until(day(each.awarded_on), day(each.expires_on)),
        )
        for each in filling.portfolio.all(Qualification)
    ]


def trainings(filling: Filling) -> Rows:
    """Return all training, with what a claim of credit asks for."""
    return [
        (
            _lines(each.title, _worth(each)),
            _lines(each.kind.label, each.provider),
            day(each.done_on),
            day(each.expires_on) or "No end",
            each.confirmed_by,
        )
        for each in filling.portfolio.all(Training)
    ]


def competences(filling: Filling) -> Rows:
    """Return what was met, where and with whom; what is still to be met is no part of it."""
    return [
        (
            " ".join(part for part in (each.number, each.words) if part),
            day(each.met_on),
            _lines(_where(each), each.signed_off_by),
            _lines(
                f"Used {day(each.last_used_on)}" if each.last_used_on else "",
                f"Again on {day(each.recheck_on)}" if each.recheck_on else "",
            ),
        )
        for each in filling.portfolio.all(Competence)
        if is_met(each)
    ]


def _where(competence: Competence) -> str:
    return competence.met_where or ("Elsewhere" if competence.met_elsewhere else "")


def _worth(training: Training) -> str:
    credit = count(training.credits, "credit") if training.credits else ""
    level = f"level {training.level}" if training.level.isdigit() else training.level
    said = (duration(training.minutes), level, credit)
    return ", ".join(each for each in said if each)


def _until(from_words: str, to_words: str) -> str:
    return f"{from_words}, until {to_words}" if to_words else from_words


def _lines(*words: str) -> str:
    return "\n".join(each for each in words if each.strip())


FILLS: dict[str, Fill] = {
    "qualifications": qualifications,
    "trainings": trainings,
    "competences": competences,
}
