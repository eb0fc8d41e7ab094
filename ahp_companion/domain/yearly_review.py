"""The yearly review of a preceptorship: one page of what the records say of a span of days.

Hours, meetings and words. Ratings stand one by one, as their owner moved them; they are never put
together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import months_after
from .confidence import ConfidenceRating, RatedStatement, curves, movement
from .cpd import CpdActivity
from .cycle import YEARLY_REVIEW
from .feedback import Improvement, Theme, before_and_after, cards_of
from .meetings import Meeting, MeetingKind
from .mix import Mix, mix_counts
from .plan import Objective, ObjectiveState
from .portfolio import Portfolio
from .preceptorship import Preceptorship, Side, ends_on
from .protected_time import (
    Balance,
    ProtectedTime,
    TimeAgreement,
    Whose,
    of,
    over,
)
from .words import day, duration, sentence, span
from .workbooks import WorkbookAnswer, Worksheet

YEAR = 12
NOTHING = "Nothing recorded."
TIME, BOUGHT = "Protected time", "What the time bought"
MEETINGS, LEARNT_WITH = "Meetings held", "With whom I learnt"
CONFIDENCE, REACHED = "Confidence, in my own rating", "Objectives reached"
CHANGED = "What feedback changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedYear:
    """One year of one preceptorship, which a review looks back on."""

    preceptorship: str
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A theme with the cards that tried something out for it."""

    theme: Theme
    cards: tuple[Improvement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One statement that was rated: by which measure, its words, and where the rating went."""

    measure: str
    words: str
    movement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyReview:
    """What the records of one preceptorship say of the days from one to another."""

    preceptorship: Preceptorship
    from_on: date
    to_on: date
    time: Mapping[Whose, Balance]
    meetings: Mapping[MeetingKind, int]
    mix: Mapping[Mix, int]
    confidence: tuple[Moved, ...]
    themes: tuple[Answered, ...]
    objectives: tuple[Objective, ...]
    bought: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading of the page and the lines under it."""

    heading: str
    lines: tuple[str, ...]


def years(preceptorship: Preceptorship, *, on: date) -> tuple[tuple[date, date], ...]:
    """Return the years of a preceptorship begun by a day, newest first; this one ends today.

    None ends after the preceptorship itself.
    """
    start = preceptorship.started_on
    if start is None or start > on:
        return ()
    last = ends_on(preceptorship) or on
    found: list[tuple[date, date]] = []
    while start <= on and start <= last:
        following = months_after(start, YEAR)
        found.append((start, min(following - timedelta(days=1), on, last)))
        start = following
    return tuple(reversed(found))


def yearly_review(
    portfolio: Portfolio, preceptorship: Preceptorship, *, from_on: date, to_on: date
) -> YearlyReview:
    """Return what a portfolio's records say of a preceptorship between two days, both included."""
    inside = _Inside(portfolio, preceptorship, from_on, to_on)
    return YearlyReview(
        preceptorship=preceptorship,
        from_on=from_on,
        to_on=to_on,
        time={whose: inside.balance(whose) for whose in Whose},
        meetings=inside.meetings(),
        mix=inside.mix(),
        confidence=inside.confidence(),
        themes=inside.themes(),
        objectives=inside.objectives(),
        bought=inside.bought(),
    )


def passages(review: YearlyReview) -> tuple[Passage, ...]:
    """Return the page as headings with lines, for the window and for paper alike."""
    said = {
        TIME: _time_lines(review),
        BOUGHT: review.bought,
        MEETINGS: tuple(
            f"{kind.label}: {number}" for kind, number in review.meetings.items() if number
        ),
        LEARNT_WITH: tuple(
            f"{mix.label}: {number}" for mix, number in review.mix.items() if number
        ),
        CONFIDENCE: tuple(moved(each) for each in review.confidence),
        REACHED: tuple(_reached(each) for each in review.objectives),
        CHANGED: tuple(line for each in review.themes for line in _theme_lines(each)),
    }
    return tuple(
        Passage(heading=heading, lines=lines or (NOTHING,)) for heading, lines in said.items()
    )


def moved(rated: Moved) -> str:
    """Return a rating's way, "Confidence, “Asking for help”: from 3 in May to 7 in June 2026"."""
    return f"{rated.measure}, “{rated.words}”: {rated.movement}"


def hours(review: YearlyReview) -> tuple[str, ...]:
    """Return what was agreed, taken, lost and owed, a line for whoever has any."""
    lines = (_hours_of(review, whose) for whose in review.time)
    return tuple(line for line in lines if line)


def reasons(review: YearlyReview) -> tuple[str, ...]:
    """Return why time was lost, each reason once."""
    return _once(line for balance in review.time.values() for line in _reasons_of(balance))


def came_of(theme: Theme) -> str:
    """Return what became of feedback: what changed, why nothing did, or that it still waits."""
    if theme.what_changed.strip():
        return theme.what_changed.strip()
    if theme.no_change_because.strip():
        return f"no change, because: {theme.no_change_because.strip()}"
    return "not answered yet"


def tried(card: Improvement) -> tuple[str, str, str]:
    """Return what a card tried, its measure before and after, and what was decided."""
    decided = card.decision.label if card.decision else "not decided yet"
    return sentence(card.title.strip() or "a card"), before_and_after(card), decided


def title(review: YearlyReview) -> str:
    """Return what the page is called, "Review of 1 September 2025 to 31 August 2026"."""
    return f"Review of {span(review.from_on, review.to_on)}"


@dataclass(frozen=True, slots=True)
class _Inside:
    portfolio: Portfolio
    preceptorship: Preceptorship
    from_on: date
    to_on: date

    def holds(self, on: date | None) -> bool:
        return on is not None and self.from_on <= on <= self.to_on

    def balance(self, whose: Whose) -> Balance:
        owner = self.preceptorship.id
        agreements = self.portfolio.of(TimeAgreement, owner)
        return over(
            [each for each in agreements if each.whose is whose],
            of(self.portfolio.of(ProtectedTime, owner), whose),
            from_on=self.from_on,
            to_on=self.to_on,
        )

    def meetings(self) -> dict[MeetingKind, int]:
        held = [each.kind for each in self._held()]
        return {kind: held.count(kind) for kind in MeetingKind}

    def mix(self) -> dict[Mix, int]:
        activities = self.portfolio.of(CpdActivity, self.preceptorship.id)
        met = [each.mix for each in self._held()]
        return mix_counts([*met, *(e.mix for e in activities if self.holds(e.started_on))])

    def confidence(self) -> tuple[Moved, ...]:
        statements = self.portfolio.of(RatedStatement, self.preceptorship.id)
        ratings = [e for e in self.portfolio.all(ConfidenceRating) if self.holds(e.on)]
        return tuple(
            Moved(measure=each.measure.label, words=each.statement.words, movement=movement(each))
            for each in curves(statements, ratings)
        )

    def themes(self) -> tuple[Answered, ...]:
        cards = self.portfolio.of(Improvement, self.preceptorship.id)
        themes = self.portfolio.of(Theme, self.preceptorship.id)
        return tuple(
            Answered(theme=each, cards=cards_of(each, cards))
            for each in themes
            if self._touches(each)
        )

    def objectives(self) -> tuple[Objective, ...]:
        held = self.portfolio.of(Objective, self.preceptorship.id)
        return tuple(
            each
            for each in held
            if each.state is ObjectiveState.REACHED and self.holds(each.reached_on)
        )

    def bought(self) -> tuple[str, ...]:
        sheets = {
            each.id
            for each in self.portfolio.of(Worksheet, self.preceptorship.id)
            if each.workbook == YEARLY_REVIEW and self._is_about(each)
        }
        answers = [e for e in self.portfolio.all(WorkbookAnswer) if e.worksheet in sheets]
        order = sorted(answers, key=lambda each: each.question)
        return tuple(each.words.strip() for each in order if each.words.strip())

    def _held(self) -> list[Meeting]:
        meetings = self.portfolio.of(Meeting, self.preceptorship.id)
        return [each for each in meetings if self.holds(each.held_on)]

    def _touches(self, theme: Theme) -> bool:
        # Open since before counts: whoever said it is still waiting.
        began = theme.on is None or theme.on <= self.to_on
        return began and (theme.closed_on is None or theme.closed_on >= self.from_on)

    def _is_about(self, sheet: Worksheet) -> bool:
        # A year is often looked back on some weeks into the next.
        return self.holds(sheet.on) or (
            sheet.on is not None and self.to_on < sheet.on <= months_after(self.to_on, 3)
        )


def _time_lines(review: YearlyReview) -> tuple[str, ...]:
    found = []
    for whose, balance in review.time.items():
        said = _hours_of(review, whose)
        found += [said, *_reasons_of(balance)] if said else _reasons_of(balance)
    return tuple(found)


def _hours_of(review: YearlyReview, whose: Whose) -> str:
    balance = review.time[whose]
    is_mine = (whose is Whose.PRECEPTOR) is (review.preceptorship.side is Side.PRECEPTOR)
    parts = {
        "agreed": balance.agreed,
        "taken": balance.taken,
        "lost": balance.lost,
        "owed": max(balance.owed, 0) if balance.agreed else 0,
        "in my own time" if is_mine else "in their own time": balance.own,
    }
    said = [f"{duration(minutes)} {word}" for word, minutes in parts.items() if minutes]
    label = "My time" if is_mine else f"{whose.label} time".replace("'", "’")
    return f"{label}: {', '.join(said)}" if said else ""


def _reasons_of(balance: Balance) -> list[str]:
    return [f"Lost because: {reason}" for reason in _once(balance.reasons)]


def _theme_lines(answered: Answered) -> Iterable[str]:
    theme = answered.theme
    words = theme.words.strip() or "Untitled theme"
    yield f"{words}: {came_of(theme)}"
    for card in answered.cards:
        yield " · ".join(part for part in tried(card) if part)


def _reached(objective: Objective) -> str:
    when = f", {day(objective.reached_on)}" if objective.reached_on else ""
    return f"{objective.title.strip() or 'Untitled objective'}{when}"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in words))
