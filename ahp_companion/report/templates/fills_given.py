"""What a preceptor gave and learnt, without anything by which a preceptee could be known."""

import re

from ...domain.cpd import CpdActivity
from ...domain.meetings import Meeting, MeetingKind, has_happened
from ...domain.people import Person, PersonRole
from ...domain.pillars import Pillar
from ...domain.preceptorship import Preceptorship, Side
from ...domain.training import Training, TrainingKind
from ...domain.words import count, day, duration, month, span
from ...domain.workbooks import Workbook, WorkbookAnswer, Worksheet
from .filling import Fill, Filling, Rows

READINESS, HEARD = "preceptor-readiness", "feedback-preceptee"
THEM = "my preceptee"


def number(filling: Filling) -> str:
    """Return how many preceptorships were given."""
    held = _given(filling)
    return str(len(held)) if held else ""


def meetings(filling: Filling) -> str:
    """Return how many meetings were held as preceptor."""
    given = {each.id for each in _given(filling)}
    held = [
        each
        for each in filling.portfolio.all(Meeting)
        if each.preceptorship in given
        and each.kind is MeetingKind.PRECEPTORSHIP
        and has_happened(each)
    ]
    return count(len(held), "meeting") if held else ""


def capacity(filling: Filling) -> str:
    """Return the time there is for it in a month."""
    return duration(filling.selection.practitioner.preceptor_minutes)


def training(filling: Filling) -> Rows:
    """Return the training for preceptors."""
    return [
        (each.title, each.provider, day(each.done_on), day(each.expires_on))
        for each in filling.portfolio.all(Training)
        if each.kind is TrainingKind.PRECEPTOR
    ]


def cpd(filling: Filling) -> Rows:
    """Return the activities under the education pillar."""
    return [
        (
            span(each.started_on, each.ended_on),
            unnamed(each.title, filling),
            unnamed(each.benefit_to_practice or each.what_i_learnt, filling),
            duration(each.minutes),
        )
        for each in filling.portfolio.all(CpdActivity)
        if Pillar.EDUCATION in each.pillars
    ]


def readiness(filling: Filling) -> Rows:
    """Return the newest answers to whether one is ready to be a preceptor."""
    book = filling.selection.catalogue.workbooks.get(READINESS)
    sheets = [each for each in filling.portfolio.all(Worksheet) if each.workbook == READINESS]
    return _answered(filling, book, sheets[-1]) if book and sheets else []


def feedback(filling: Filling) -> Rows:
    """Return what preceptees said and let be kept, without who said it."""
    book = filling.selection.catalogue.workbooks.get(HEARD)
    given = {each.id for each in _given(filling)}
    rows = []
    for sheet in filling.portfolio.all(Worksheet):
        if book and sheet.workbook == HEARD and sheet.preceptorship in given:
            when = month(sheet.on) if sheet.on else ""
            for asked, step, words in _answered(filling, book, sheet):
                rows.append((asked, ". ".join(part for part in (step, words) if part), when))
    return rows


def unnamed(words: str, filling: Filling) -> str:
    """Return words without the initials or names of preceptees, of those too who stay behind."""
    whole = filling.selection.whole
    for each in whole.all(Preceptorship):
        if each.side is not Side.PRECEPTOR:
            continue
        words = _without(words, each.preceptee_initials)
        words = _without(words, each.preceptee_initials.replace(".", ""))
    for person in whole.all(Person):
        if set(person.roles) <= {PersonRole.PEER, PersonRole.OTHER}:
            words = _without(words, person.name)
    return words


def _answered(filling: Filling, book: Workbook, sheet: Worksheet) -> list[tuple[str, str, str]]:
    held = filling.portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")
    order = {each.code: at for at, each in enumerate(book.questions)}
    rows = []
    for answer in sorted(held, key=lambda each: order.get(each.question, len(order))):
        question, step = book.question(answer.question), book.step(answer.step)
        said = " ".join(each for each in (answer.words, *answer.parts.values()) if each.strip())
        if question and (step or said):
            asked = question.said_to(sheet.side)
            rows.append((asked, step.words if step else "", unnamed(said, filling)))
    return rows


def _given(filling: Filling) -> list[Preceptorship]:
    held = filling.portfolio.all(Preceptorship)
    return [each for each in held if each.side is Side.PRECEPTOR]


def _without(words: str, name: str) -> str:
    if len(name.strip()) < 2:
        return words
    return re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", THEM, words)


FILLS: dict[str, Fill] = {
    "given.count": number,
    "given.meetings": meetings,
    "given.capacity": capacity,
    "given.training": training,
    "given.cpd": cpd,
    "given.readiness": readiness,
    "given.feedback": feedback,
}
