"""A preceptorship, from either side: the transition, its length, placements and milestones."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from .calendar import months_after
from .records import code, link, links, new_id
from .words import Word, count, listed

SUGGESTED_MONTHS = 12
# A preceptorship is looked at four times; in a year that is at 3, 6, 9 and 12 months.
LOOKS = 4
FRACTIONS = {Fraction(0): "", Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}


class Side(Word):
    """Who the owner is in this preceptorship."""

    PRECEPTEE = "preceptee", "I am the preceptee"
    PRECEPTOR = "preceptor", "I am the preceptor"


class Transition(Word):
    """The change in a career that a preceptorship supports."""

    NEWLY_QUALIFIED = "newly-qualified", "Newly qualified"
    INTERNATIONAL = "international", "First time working in the UK"
    RETURN_TO_PRACTICE = "return-to-practice", "Returning to practice"
    RETURN_TO_ROLE = "return-to-role", "Returning to my role after leave"
    SETTING = "setting", "A new setting"
    ORGANISATION = "organisation", "A new organisation or sector"
    PROMOTION = "promotion", "Promotion"
    NEW_RESPONSIBILITY = "new-responsibility", "A new area or responsibility"
    LOCATION = "location", "A new place of work"


class Status(Word):
    """Where a preceptorship stands."""

    PLANNED = "planned", "Planned"
    UNDER_WAY = "under-way", "Under way"
    FINISHED = "finished", "Finished"
    ENDED_EARLY = "ended-early", "Ended early"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preceptorship:
    """Structured support through one transition; it builds confidence and is never a test."""

    id: str = field(default_factory=new_id)
    title: str = ""
    side: Side = Side.PRECEPTEE
    preceptee_initials: str = ""
    preceptee_profession: str = code()
    transition: Transition = Transition.NEWLY_QUALIFIED
    transition_words: str = ""
    from_setting: str = ""
    to_setting: str = ""
    workplace: str | None = link("workplace")
    preceptor: str | None = link("person")
    supervisor: str | None = link("person")
    back_up: str | None = link("person")
    supporters: tuple[str, ...] = links("person")
    started_on: date | None = None
    length_months: int = SUGGESTED_MONTHS
    length_reason: str = ""
    length_agreed_with: str = ""
    length_agreed_on: date | None = None
    wte_hundredths: int | None = None
    away_months: int | None = None
    away_words: str = ""
    practised_years: int | None = None
    scales_time: bool = False
    only_one_here: bool = False
    status: Status = Status.UNDER_WAY
    ended_on: date | None = None
    follows: str | None = link("preceptorship")
    closing_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A rotation inside a preceptorship; it never restarts it, but asks four things."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    title: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    has_preceptor: bool = False
    has_supervisor: bool = False
    needs_checked: bool = False
    had_induction: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A day on which a preceptorship is looked at together."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    title: str = ""
    due_on: date | None = None
    held_on: date | None = None
    words: str = ""


def ends_on(preceptorship: Preceptorship) -> date | None:
    """Return the day a preceptorship ended, or is to end; None before it has a start."""
    if preceptorship.ended_on or not preceptorship.started_on:
        return preceptorship.ended_on
    return months_after(preceptorship.started_on, _months(preceptorship)) - timedelta(days=1)


def needs_reason(preceptorship: Preceptorship) -> bool:
    """Return whether the length is not the suggested one and nothing says why or who agreed."""
    if preceptorship.length_months == SUGGESTED_MONTHS:
        return False
    return not (preceptorship.length_reason.strip() and preceptorship.length_agreed_with.strip())


def usual_milestones(preceptorship: Preceptorship) -> tuple[Milestone, ...]:
    """Return four milestones, 3, 6, 9 and 12 months in, drawn together or apart by the length."""
    if preceptorship.started_on is None:
        return ()
    last = ends_on(preceptorship)
    looks = []
    for look in range(1, LOOKS + 1):
        at = Fraction(_months(preceptorship) * look, LOOKS)
        due_on = _date_at(preceptorship.started_on, at)
        looks.append(
            Milestone(
                preceptorship=preceptorship.id,
                title=_months_in(at),
                due_on=min(due_on, last) if last else due_on,
            )
        )
    return tuple(looks)


def rescaled(
    milestones: tuple[Milestone, ...], before: Preceptorship, after: Preceptorship
) -> tuple[Milestone, ...]:
    """Return the milestones moved with a new start or length; what was held stays where it was.

    Only milestones that stood at their usual day move: a day that people chose is theirs.
    """
    usual = {each.title: each for each in usual_milestones(before)}
    moved = dict(zip(usual, usual_milestones(after), strict=False))
    return tuple(
        _moved(each, moved[each.title])
        if each.held_on is None and each.title in moved and each.due_on == usual[each.title].due_on
        else each
        for each in milestones
    )


def next_milestone(milestones: Iterable[Milestone]) -> Milestone | None:
    """Return the milestone that comes next: the earliest that is not held yet."""
    ahead = [each for each in milestones if each.held_on is None]
    return min(ahead, key=lambda each: each.due_on or date.max, default=None)


def unsettled(placement: Placement) -> tuple[str, ...]:
    """Return which of the four things that a placement asks are still to be seen to, in words."""
    settled = {
        "a preceptor": placement.has_preceptor,
        "a supervisor": placement.has_supervisor,
        "support needs": placement.needs_checked,
        "an induction": placement.had_induction,
    }
    return tuple(words for words, is_settled in settled.items() if not is_settled)


def still_open(placements: Iterable[Placement], *, on: date) -> str:
    """Return what placements that have not ended still ask, "Ward 4: a supervisor"."""
    waiting = [
        f"{each.title.strip() or 'Untitled placement'}: {listed(unsettled(each))}"
        for each in placements
        if unsettled(each) and not (each.ended_on and each.ended_on < on)
    ]
    return "; ".join(waiting)


def counterpart(preceptorship: Preceptorship, name_of_preceptor: str) -> str:
    """Return who the owner meets in it: the preceptor's name, or the preceptee's initials."""
    if preceptorship.side is Side.PRECEPTOR:
        return preceptorship.preceptee_initials
    return name_of_preceptor


def name(preceptorship: Preceptorship) -> str:
    """Return what a preceptorship is called: its title, else its transition."""
    if preceptorship.title:
        return preceptorship.title
    if preceptorship.side is Side.PRECEPTOR and preceptorship.preceptee_initials:
        return f"Preceptor of {preceptorship.preceptee_initials}"
    return preceptorship.transition.label


def _months(preceptorship: Preceptorship) -> int:
    # Whatever a file that was brought in may say, it lasts.
    return max(preceptorship.length_months, 1)


def _moved(milestone: Milestone, to: Milestone) -> Milestone:
    return replace(milestone, title=to.title, due_on=to.due_on)


def _date_at(start: date, months: Fraction) -> date:
    whole = int(months)
    from_on, to_on = months_after(start, whole), months_after(start, whole + 1)
    return from_on + timedelta(days=int((to_on - from_on).days * (months - whole)))


def _months_in(at: Fraction) -> str:
    whole = int(at)
    part = FRACTIONS[at - whole]
    if not part:
        return count(whole, "month")
    return f"{whole or ''}{part} months"
