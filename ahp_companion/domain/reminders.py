"""What wants to be looked at again, in one quiet list; nothing in it is ever wrong to leave."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from . import returning
from .access import Adjustment
from .agreements import Agreement
from .agreements import name as name_of_agreement
from .competences import Competence
from .delegation import Delegation, is_for_review
from .ending import Opportunity
from .feedback import Theme
from .overview import Line
from .protected_time import ProtectedTime, lost_lately
from .returning import Recheck
from .scope import ScopeLine, ScopeSheet, is_past, still_to_ask
from .training import SOON, Training
from .words import count, day, duration, shortened
from .workbooks import WorkbookAnswer

Remind = Callable[[Any, date], Line | None]


def reminders(records: Iterable[Any], *, on: date) -> tuple[Line, ...]:
    """Return a line for each record whose day to be looked at has come, the longest ago first.

    Records of kinds that are never looked at again by a day give none.
    """
    found = (REMIND[type(each)](each, on) for each in records if type(each) in REMIND)
    return tuple(sorted((line for line in found if line), key=_since))


def carrying_over(sheets: Iterable[ScopeSheet], lines: Iterable[ScopeLine]) -> tuple[Line, ...]:
    """Return a line for each sheet in force with lines that nobody has asked about yet."""
    held = tuple(lines)
    found = []
    for sheet in sheets:
        asked = still_to_ask(each for each in held if each.sheet == sheet.id)
        if asked and not is_past(sheet):
            words = f"Ask what of your scope carries over: {count(asked, 'line')}"
            found.append(_line("practice", words, sheet.title, sheet.from_on, sheet))
    return tuple(found)


def losing_time(times: Iterable[ProtectedTime], *, on: date) -> tuple[Line, ...]:
    """Return a line where protected time was lost more than taken in the last weeks."""
    lately = lost_lately(times, on=on)
    if lately is None:
        return ()
    return (
        Line(
            icon="time",
            words="Protected time is being lost",
            detail=f"{duration(lately.lost)} lost and {duration(lately.taken)} taken since "
            f"{day(lately.from_on)}; a letter of one page can ask for it",
            on=None,
            record=lately.newest,
            is_due=True,
        ),
    )


def _agreement(agreement: Agreement, on: date) -> Line | None:
    if agreement.replaced_on is not None or not _has_come(agreement.review_on, on):
        return None
    name = name_of_agreement(agreement)
    words = f"Look at the {name[:1].lower()}{name[1:]} again"
    return _line("preceptorship", words, "Agreement", agreement.review_on, agreement)


def _adjustment(adjustment: Adjustment, on: date) -> Line | None:
    if not _has_come(adjustment.review_on, on):
        return None
    # What it is about stays off the first page: others may be looking.
    words = "An adjustment to look at again"
    return _line("private", words, "Private", adjustment.review_on, adjustment)


def _recheck(recheck: Recheck, on: date) -> Line | None:
    if not returning.is_overdue(recheck, on=on):
        return None
    return _line("preceptorship", recheck.words, "To look at again", recheck.due_on, recheck)


def _answer(answer: WorkbookAnswer, on: date) -> Line | None:
    if answer.done_on is not None or not _has_come(answer.review_on, on):
        return None
    # Its sheet may be private: what it is about stays off the first page.
    return _line("workbooks", "An answer to look at again", "Workbook", answer.review_on, answer)


def _theme(theme: Theme, _on: date) -> Line | None:
    if theme.closed_on is not None or not theme.words.strip():
        return None
    return _line("feedback", theme.words, "Theme still open", theme.on, theme)


def _opportunity(opportunity: Opportunity, on: date) -> Line | None:
    if opportunity.done_on is not None or not _has_come(opportunity.due_on, on):
        return None
    words = opportunity.words
    return _line("forward", words, "What comes next", opportunity.due_on, opportunity)


def _training(training: Training, on: date) -> Line | None:
    if training.expires_on is None or training.expires_on > on + SOON:
        return None
    said = "Training, ran out" if training.expires_on < on else "Training, runs out"
    return _line("practice", training.title, said, training.expires_on, training)


def _delegation(delegation: Delegation, on: date) -> Line | None:
    if not is_for_review(delegation, on=on):
        return None
    return _line("practice", delegation.what, "Delegation", delegation.review_on, delegation)


def _scope_sheet(sheet: ScopeSheet, on: date) -> Line | None:
    if is_past(sheet) or not _has_come(sheet.review_on, on):
        return None
    return _line("practice", "Look at your scope again", sheet.title, sheet.review_on, sheet)


def _competence(competence: Competence, on: date) -> Line | None:
    if not _has_come(competence.recheck_on, on):
        return None
    return _line("practice", competence.words, "Competence", competence.recheck_on, competence)


def _line(icon: str, words: str, detail: str, on: date | None, record: Any) -> Line:
    return Line(
        icon=icon,
        words=shortened(words) or "Not named yet",
        detail=", ".join(part for part in (detail, day(on)) if part),
        on=on,
        record=record,
        is_due=True,
    )


def _has_come(when: date | None, on: date) -> bool:
    return when is not None and when <= on


def _since(line: Line) -> date:
    return line.on or date.min


REMIND: Mapping[type, Remind] = {
    Adjustment: _adjustment,
    Agreement: _agreement,
    Competence: _competence,
    Delegation: _delegation,
    Opportunity: _opportunity,
    Recheck: _recheck,
    ScopeSheet: _scope_sheet,
    Theme: _theme,
    Training: _training,
    WorkbookAnswer: _answer,
}
