"""The round that a preceptorship goes: six stages, each with what is there and what is open.

Said in words and derived from the records alone. Nothing is counted against a number that there
should be, for there is none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .agreements import Agreement, says_something
from .calendar import months_after
from .ending import Ending
from .feedback import Improvement, Theme
from .meetings import Meeting, MeetingKind, has_happened
from .people import Person, has_own_profession_elsewhere
from .portfolio import Portfolio
from .preceptorship import Preceptorship, Side, Status
from .protected_time import TimeAgreement, Whose
from .reflections import Reflection
from .words import Word, count, day, listed, sentence
from .workbooks import Worksheet

FEEDBACK_FORMS = frozenset({"feedback-preceptee", "feedback-preceptor", "feedback-leaving"})
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


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that can be there at a stage; one nobody waits for is only said where it is."""

    words: str
    is_there: bool
    is_awaited: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    preceptorship: Preceptorship
    portfolio: Portfolio
    feedback_forms: frozenset[str]
    on: date

    @property
    def sheets(self) -> tuple[Worksheet, ...]:
        return self.portfolio.of(Worksheet, self.preceptorship.id)

    @property
    def ending(self) -> Ending | None:
        return next(iter(self.portfolio.of(Ending, self.preceptorship.id)), None)


def cycle(
    preceptorship: Preceptorship,
    portfolio: Portfolio,
    *,
    on: date,
    feedback_forms: frozenset[str] = FEEDBACK_FORMS,
) -> tuple[Standing, ...]:
    """Return where each stage of a preceptorship stands on a day, in the order of the round.

    `feedback_forms` are the codes of the workbooks that ask for feedback, one's own among them.
    """
    held = _Round(
        preceptorship=preceptorship, portfolio=portfolio, feedback_forms=feedback_forms, on=on
    )
    return tuple(_standing(stage, look(held)) for stage, look in LOOKS.items())


def _standing(stage: Stage, found: list[_Thing]) -> Standing:
    return Standing(
        stage=stage,
        there=tuple(each.words for each in found if each.is_there),
        still_open=tuple(each.words for each in found if each.is_awaited and not each.is_there),
    )


def _redesign(held: _Round) -> list[_Thing]:
    cards = held.portfolio.of(Improvement, held.preceptorship.id)
    decided = [each for each in cards if each.decision]
    sheets = [each for each in held.sheets if each.workbook == REDESIGN]
    follows = held.preceptorship.follows is not None
    return [
        _Thing("it goes on from an earlier one", follows, is_awaited=False),
        _Thing(count(len(sheets), "redesign sheet"), bool(sheets), is_awaited=False),
        _Thing(f"{count(len(decided), 'card')} decided", bool(decided), is_awaited=False),
        *_waiting(len(cards) - len(decided), "card", "to decide"),
    ]


def _establish(held: _Round) -> list[_Thing]:
    is_preceptor = held.preceptorship.side is Side.PRECEPTOR
    found = [
        _Thing("a named preceptor", is_preceptor or held.preceptorship.preceptor is not None),
        _Thing("a back-up preceptor", held.preceptorship.back_up is not None),
    ]
    if held.preceptorship.only_one_here:
        elsewhere = has_own_profession_elsewhere(held.portfolio.all(Person))
        found.append(_Thing("someone of the same profession elsewhere", elsewhere))
    return found


def _implement(held: _Round) -> list[_Thing]:
    agreements = held.portfolio.of(Agreement, held.preceptorship.id)
    agreed = {each.whose for each in held.portfolio.of(TimeAgreement, held.preceptorship.id)}
    return [
        _Thing("an agreement", any(says_something(each) for each in agreements)),
        _Thing("time agreed for the preceptee", Whose.PRECEPTEE in agreed),
        _Thing("time agreed for the preceptor", Whose.PRECEPTOR in agreed),
    ]


def _deliver(held: _Round) -> list[_Thing]:
    happened = [
        each
        for each in held.portfolio.of(Meeting, held.preceptorship.id)
        if each.kind is MeetingKind.PRECEPTORSHIP and has_happened(each)
    ]
    reflections = held.portfolio.of(Reflection, held.preceptorship.id)
    met = f"{count(len(happened), 'meeting')} held" if happened else "a first meeting"
    reflected = count(len(reflections), "reflection") if reflections else "a first reflection"
    return [_Thing(met, bool(happened)), _Thing(reflected, bool(reflections))]


def _evaluate(held: _Round) -> list[_Thing]:
    forms = [each for each in held.sheets if each.workbook in held.feedback_forms]
    themes = held.portfolio.of(Theme, held.preceptorship.id)
    closed = [each for each in themes if each.closed_on]
    asked = count(len(forms), "feedback form") if forms else "a feedback form"
    return [
        _Thing(asked, bool(forms)),
        _Thing(f"{count(len(closed), 'theme')} answered", bool(closed), is_awaited=False),
        *_waiting(len(themes) - len(closed), "theme", "to answer"),
        *_review(held),
    ]


def _review(held: _Round) -> list[_Thing]:
    reviews = [each for each in held.sheets if each.workbook == YEARLY_REVIEW]
    newest = max((each.on for each in reviews if each.on), default=None)
    since = newest or held.preceptorship.started_on
    found = [_Thing(f"a yearly review of {day(newest)}", is_there=True)] if newest else []
    if since and months_after(since, YEAR) <= held.on:
        found.append(_Thing("a yearly review", is_there=False))
    return found


def _celebrate(held: _Round) -> list[_Thing]:
    ending = held.ending or Ending()
    # Before the end there is nothing to wait for here, and no harm in beginning.
    is_over = held.preceptorship.status in OVER
    return [
        _Thing("a certificate", ending.certified_on is not None, is_awaited=is_over),
        _Thing("a word of thanks", bool(ending.thanks.strip()), is_awaited=is_over),
        _Thing("a story to share", bool(ending.story.strip()), is_awaited=False),
    ]


def _waiting(number: int, noun: str, for_what: str) -> list[_Thing]:
    words = f"{count(number, noun)} {for_what}"
    return [_Thing(words, is_there=False)] if number else []


LOOKS: dict[Stage, Callable[[_Round], list[_Thing]]] = {
    Stage.REDESIGN: _redesign,
    Stage.ESTABLISH: _establish,
    Stage.IMPLEMENT: _implement,
    Stage.DELIVER: _deliver,
    Stage.EVALUATE: _evaluate,
    Stage.CELEBRATE: _celebrate,
}
