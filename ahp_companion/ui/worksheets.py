"""Sheets of workbooks: begun from anywhere, and what their answers are turned into."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ..domain.changes import Change, Edit
from ..domain.preceptorship import Preceptorship, name
from ..domain.workbooks import (
    Group,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    as_objective,
    new_worksheet,
)
from ..domain.worksheets import as_improvement, side_of, stand_in
from .desk import Desk
from .dialogs.pick import pick

NO_PRECEPTORSHIP = "It stands in a preceptorship, and there is none yet. Begin one on its page"


def feedback_forms(desk: Desk) -> frozenset[str]:
    """Return the codes of the workbooks that ask for feedback, the owner's own among them."""
    held = desk.session.catalogue.workbooks.values()
    return frozenset(each.code for each in held if each.group is Group.FEEDBACK)


def begin_worksheet(
    desk: Desk, code: str, *, preceptorship: str | None = None, milestone: str | None = None
) -> Worksheet | None:
    """Begin a workbook today and go to its sheet; return it, or None where it is not here."""
    sheet = new_sheet(desk, code, preceptorship=preceptorship, milestone=milestone)
    if sheet is not None:
        desk.go_to(sheet)
    return sheet


def new_sheet(
    desk: Desk, code: str, *, preceptorship: str | None = None, milestone: str | None = None
) -> Worksheet | None:
    """Add a sheet of a workbook, dated today, and return it; None where it could not be."""
    session = desk.session
    workbook = session.catalogue.workbooks.get(code)
    if workbook is None:
        desk.say("This workbook is not on this computer")
        return None
    held = session.get(Preceptorship, preceptorship)
    side = side_of(workbook, held, session.practitioner.role)
    sheet = new_worksheet(workbook, on=session.today(), side=side, preceptorship=preceptorship)
    sheet = replace(sheet, milestone=milestone)
    return sheet if session.add(sheet, words=f"Began “{workbook.name}”") else None


def answers_of(desk: Desk, sheet: Worksheet) -> list[WorkbookAnswer]:
    """Return the answers of a sheet."""
    return desk.session.all(WorkbookAnswer, worksheet=sheet.id)


def workbook_of(desk: Desk, sheet: Worksheet) -> Workbook:
    """Return the workbook of a sheet; where its file is not here, what its answers tell of it."""
    found = desk.session.catalogue.workbooks.get(sheet.workbook)
    return found or stand_in(sheet, answers_of(desk, sheet))


def names_of_preceptorships(desk: Desk) -> Sequence[tuple[str, str]]:
    """Return the id and the name of each preceptorship."""
    return [(each.id, name(each)) for each in desk.session.all(Preceptorship)]


def make_objective(
    parent: QWidget, desk: Desk, sheet: Worksheet, question: Question, answer: WorkbookAnswer
) -> bool:
    """Make an objective of an answer, linked to it, in one step; return whether it was made."""
    placed = _placed(parent, desk, sheet)
    if placed is None:
        return False
    objective = as_objective(question, answer, placed)
    before = desk.session.get(WorkbookAnswer, answer.id)
    after = replace(before or answer, objective=objective.id)
    edits = (Edit(after=objective), Edit(before=before, after=after))
    made = desk.session.apply(Change(words="Made an objective of an answer", edits=edits))
    if made:
        desk.say("Objective made, with its own words to change · Undo with Ctrl+Z")
    return made


def make_improvement(
    parent: QWidget, desk: Desk, sheet: Worksheet, question: Question, answer: WorkbookAnswer
) -> bool:
    """Make a card of an answer, to try something out with; return whether it was made."""
    placed = _placed(parent, desk, sheet)
    if placed is None:
        return False
    card = as_improvement(question, answer, placed, on=desk.session.today())
    made = desk.session.add(card, words="Made an improvement of an answer")
    if made:
        desk.go_to(card)
    return made


def _placed(parent: QWidget, desk: Desk, sheet: Worksheet) -> Worksheet | None:
    """Return the sheet with the preceptorship that something made of it is to stand in."""
    if desk.session.get(Preceptorship, sheet.preceptorship):
        return sheet
    held = desk.session.all(Preceptorship)
    if not held:
        desk.say(NO_PRECEPTORSHIP)
        return None
    chosen = held[0] if len(held) == 1 else pick(parent, desk, Preceptorship)
    return replace(sheet, preceptorship=chosen.id) if chosen else None
