"""The round that a preceptorship goes: six stages, each with what is there and what is open.

Said in words and derived from the records alone. Nothing is counted against a number that there
should be, for there is none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .agreements import Agreement
from .calendar import months_after
from .ending import Ending
from .feedback import Improvement, Theme
from .meetings import Meeting, has_happened
from .people import Person, has_own_profession_elsewhere
from .portfolio import Portfolio
from .preceptorship import Preceptorship, Side, Status
from .protected_time import TimeAgreement, Whose
from .reflections import Reflection
from .words import Word, count, day, listed, sentence
from .workbooks import Worksheet

FEEDBACK = "feedback-"
REDESIGN = "redesign"
YEARLY_REVIEW = "yearly-review"
OVER = frozenset({Status.FINISHED, Status.ENDED_EARLY})
YEAR = 12


class Stage(Word):
    """A stage of the round; after the last the first comes again."""

    REDESIGN = "redesign", "Redesign"
    ESTABLISH = "establish", "Establish"
    IMPLEMENT = "implement", "Implement"
    DELIVER = "deliver", "Deliver"
    EVALUATE = "evaluate", "Evaluate"
    CELEBRATE = "celebrate", "Celebrate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is there at one stage, and what is still open."""

    stage: Stage
    there: tuple[str, ...] = ()
    still_open: tuple[str, ...] = ()

    @property
    def there_in_words(self) -> str:
        """Return what is there as a line."""
        return sentence(listed(self.there)) if self.there else "Nothing here yet"

    @property
    def open_in_words(self) -> str:
        """Return what is open as a line; nothing where nothing is."""
        return f"Open: {listed(self.still_open)}" if self.still_open else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    preceptorship: Preceptorship
    portfolio: Portfolio
    on: date

    @property
    def sheets(self) -> tuple[Worksheet, ...]:
        return self.portfolio.of(Worksheet, self.preceptorship.id)

    @property
    def ending(self) -> Ending | None:
        return next(iter(self.portfolio.of(Ending, self.preceptorship.id)), None)


def cycle(preceptorship: Preceptorship, portfolio: Portfolio, *, on: date) -> tuple[Standing, ...]:
    """Return where each stage of a preceptorship stands on a day, in the order of the round."""
    held = _Round(preceptorship=preceptorship, portfolio=portfolio, on=on)
    return tuple(_standing(stage, look(held)) for stage, look in LOOKS.items())


def _standing(stage: Stage, found: dict[str, bool]) -> Standing:
    """Return a stage's standing; a thing that begins with "+" is only said where it is there."""
    return Standing(
        stage=stage,
        there=tuple(words.lstrip("+") for words, is_there in found.items() if is_there),
        still_open=tuple(
            words for words, is_there in found.items() if not is_there and not words.startswith("+")
        ),
    )


def _redesign(held: _Round) -> dict[str, bool]:
    cards = held.portfolio.of(Improvement, held.preceptorship.id)
    decided = [each for each in cards if each.decision]
    waiting = len(cards) - len(decided)
    sheets = [each for each in held.sheets if each.workbook == REDESIGN]
    found = {
        "+it goes on from an earlier one": held.preceptorship.follows is not None,
        f"+{count(len(sheets), 'redesign sheet')}": bool(sheets),
        f"+{count(len(decided), 'card')} decided": bool(decided),
    }
    if waiting:
        found[f"{count(waiting, 'card')} to decide"] = False
    return found


def _establish(held: _Round) -> dict[str, bool]:
    is_preceptor = held.preceptorship.side is Side.PRECEPTOR
    found = {
        "a named preceptor": is_preceptor or held.preceptorship.preceptor is not None,
        "a back-up preceptor": held.preceptorship.back_up is not None,
    }
    if held.preceptorship.only_one_here:
        people = held.portfolio.all(Person)
        found["someone of the same profession elsewhere"] = has_own_profession_elsewhere(people)
    return found


def _implement(held: _Round) -> dict[str, bool]:
    agreements = held.portfolio.of(Agreement, held.preceptorship.id)
    agreed = {each.whose for each in held.portfolio.of(TimeAgreement, held.preceptorship.id)}
    return {
        "an agreement": bool(agreements),
        "time agreed for the preceptee": Whose.PRECEPTEE in agreed,
        "time agreed for the preceptor": Whose.PRECEPTOR in agreed,
    }


def _deliver(held: _Round) -> dict[str, bool]:
    meetings = held.portfolio.of(Meeting, held.preceptorship.id)
    happened = [each for each in meetings if has_happened(each)]
    reflections = held.portfolio.of(Reflection, held.preceptorship.id)
    return {
        f"{count(len(happened), 'meeting')} held" if happened else "a first meeting": bool(
            happened
        ),
        count(len(reflections), "reflection") if reflections else "a first reflection": bool(
            reflections
        ),
    }


def _evaluate(held: _Round) -> dict[str, bool]:
    forms = [each for each in held.sheets if each.workbook.startswith(FEEDBACK)]
    themes = held.portfolio.of(Theme, held.preceptorship.id)
    closed = [each for each in themes if each.closed_on]
    waiting = len(themes) - len(closed)
    found = {
        count(len(forms), "feedback form") if forms else "a feedback form": bool(forms),
        f"+{count(len(closed), 'theme')} answered": bool(closed),
    }
    if waiting:
        found[f"{count(waiting, 'theme')} to answer"] = False
    reviews = [each for each in held.sheets if each.workbook == YEARLY_REVIEW]
    newest = max((each.on for each in reviews if each.on), default=None)
    if newest:
        found[f"+a yearly review of {day(newest)}"] = True
    began = held.preceptorship.started_on
    since = newest or began
    if since and months_after(since, YEAR) <= held.on:
        found["a yearly review"] = False
    return found


def _celebrate(held: _Round) -> dict[str, bool]:
    ending = held.ending or Ending()
    is_over = held.preceptorship.status in OVER
    # Before the end there is nothing to wait for here, and no harm in beginning.
    mark = "" if is_over else "+"
    return {
        f"{mark}a certificate": ending.certified_on is not None,
        f"{mark}a word of thanks": bool(ending.thanks.strip()),
        "+a story to share": bool(ending.story.strip()),
    }


LOOKS: dict[Stage, Callable[[_Round], dict[str, bool]]] = {
    Stage.REDESIGN: _redesign,
    Stage.ESTABLISH: _establish,
    Stage.IMPLEMENT: _implement,
    Stage.DELIVER: _deliver,
    Stage.EVALUATE: _evaluate,
    Stage.CELEBRATE: _celebrate,
}
