"""One preceptorship: the change, its length, where it is, what was agreed, its milestones."""

from datetime import date, timedelta

from ...domain.access import Adjustment
from ...domain.agreements import AgreementKind
from ...domain.meetings import Meeting, held_on
from ...domain.practitioner import Workplace
from ...domain.preceptorship import Milestone, ends_on
from ...domain.words import count, day, inside, span
from . import questions
from .filling import Fill, Filling, Rows


def workplace(filling: Filling) -> str:
    """Return where it is, and in what setting."""
    own = filling.held.workplace if filling.held else None
    found = filling.portfolio.find(Workplace, own) if own else None
    return ", ".join(each for each in (found.name, found.setting) if each) if found else ""


def policy(filling: Filling) -> str:
    """Return where the written policy is kept."""
    return filling.workplace.policy_place if filling.workplace else ""


def began(filling: Filling) -> str:
    """Return the day it began."""
    return day(filling.held.started_on) if filling.held else ""


def ends(filling: Filling) -> str:
    """Return the day it ended or is to end."""
    return day(ends_on(filling.held)) if filling.held else ""


def length(filling: Filling) -> str:
    """Return how long it is, and from when to when."""
    held = filling.held
    if held is None:
        return ""
    months = count(held.length_months, "month")
    return f"{months}, {span(held.started_on, ends_on(held))}" if held.started_on else months


def length_why(filling: Filling) -> str:
    """Return why it is as long as it is, and who agreed."""
    held = filling.held
    if held is None:
        return ""
    who = f"Agreed with {inside(held.length_agreed_with)}" if held.length_agreed_with else ""
    when = f" on {day(held.length_agreed_on)}" if who and held.length_agreed_on else ""
    return "\n".join(each for each in (held.length_reason, f"{who}{when}") if each)


def transition(filling: Filling) -> tuple[str, ...]:
    """Return the kind of change, as its box is called."""
    return (filling.held.transition.label,) if filling.held else ()


def transition_words(filling: Filling) -> str:
    """Return the kind of change in words."""
    return filling.held.transition.label if filling.held else ""


def transition_within(filling: Filling) -> str:
    """Return the kind of change as it stands within a sentence, "a new setting"."""
    words = transition_words(filling)
    return words[:1].lower() + words[1:]


def agreement_review(filling: Filling) -> str:
    """Return the day the agreement is read again."""
    held = questions.agreement(filling, AgreementKind.PRECEPTORSHIP)
    return day(held.review_on) if held else ""


def learning_with(filling: Filling) -> str:
    """Return with whom the learning agreement was made."""
    held = questions.agreement(filling, AgreementKind.LEARNING)
    return held.agreed_with if held else ""


def learning_on(filling: Filling) -> str:
    """Return the day the learning agreement was made."""
    held = questions.agreement(filling, AgreementKind.LEARNING)
    return day(held.agreed_on) if held else ""


def learning_review(filling: Filling) -> str:
    """Return the day the learning agreement is read again."""
    held = questions.agreement(filling, AgreementKind.LEARNING)
    return day(held.review_on) if held else ""


def adjustments(filling: Filling) -> str:
    """Return the adjustments that may leave; most never do."""
    return "\n".join(each.words for each in filling.of(Adjustment) if each.words.strip())


def milestones(filling: Filling) -> Rows:
    """Return each milestone with its days, and room for what is to be looked at."""
    return [
        (each.title, day(each.due_on), day(_held(filling, each)), "")
        for each in filling.of(Milestone)
    ]


def milestone(filling: Filling) -> Milestone | None:
    """Return the milestone a form is about: the one asked for, else the next, else the last."""
    held: tuple[Milestone, ...] = filling.of(Milestone)
    if isinstance(filling.record, Milestone):
        return filling.portfolio.find(Milestone, filling.record.id)
    ahead = [each for each in held if _held(filling, each) is None]
    return next(iter(ahead), held[-1] if held else None)


def milestone_title(filling: Filling) -> str:
    """Return what the milestone is called."""
    found = milestone(filling)
    return found.title if found else ""


def milestone_due(filling: Filling) -> str:
    """Return the day the milestone is due."""
    found = milestone(filling)
    return day(found.due_on) if found else ""


def milestone_held(filling: Filling) -> str:
    """Return the day the milestone was held."""
    found = milestone(filling)
    return day(_held(filling, found)) if found else ""


def since_last_look(filling: Filling) -> tuple[date | None, date]:
    """Return the days a milestone looks back on: from the last one held, never past today."""
    held, found = filling.held, milestone(filling)
    looked = _held(filling, found) if found else None
    ended = ends_on(held) if held else None
    to_on = min(each for each in (looked, ended, filling.on) if each)
    before = [_held(filling, each) for each in filling.of(Milestone) if each != found]
    last = max((each for each in before if each and each < to_on), default=None)
    began = held.started_on if held else None
    return last + timedelta(days=1) if last else began, to_on


def _held(filling: Filling, found: Milestone) -> date | None:
    return held_on(found, filling.of(Meeting))


FILLS: dict[str, Fill] = {
    "workplace": workplace,
    "policy": policy,
    "began": began,
    "ends": ends,
    "length": length,
    "length.why": length_why,
    "transition": transition,
    "transition.words": transition_words,
    "transition.within": transition_within,
    "agreement.review": agreement_review,
    "learning.with": learning_with,
    "learning.on": learning_on,
    "learning.review": learning_review,
    "adjustments": adjustments,
    "milestones": milestones,
    "milestone.title": milestone_title,
    "milestone.due": milestone_due,
    "milestone.held": milestone_held,
}
