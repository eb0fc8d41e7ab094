"""Workbooks and agreements inside a form: their own lines, with boxes and room to write."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.agreements import (
    Agreement,
    AgreementForm,
    AgreementKind,
    Clause,
    clauses_of,
    current,
)
from ...domain.preceptorship import Side
from ...domain.templates import Block
from ...domain.words import day
from ...domain.workbooks import (
    AnswerKind,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    is_answered,
)
from .. import text
from ..flowables import Mark, Prose
from ..styles import RECORD, TEXT_WIDTH, TextStyle
from ..tables import Column, Layout, Row, table
from .filling import Filling
from .hand import OPTION, PITCH, Boxes, Label, Ruled, TickLine, said

SECTION = TextStyle(size=11.5, leading=15, face=RECORD.face, before=10, after=4)
LINES_OF_WORDS = 3
PART_HEIGHT, ROOM_FOR_HEADING = 42 * mm, 40
SHEET_MM = 170
MOST_STEPS = 5
OTHERS_PROMISE = {
    ("what-you-promise", Side.PRECEPTEE): "What my preceptor promises",
    ("what-i-promise", Side.PRECEPTOR): "What my preceptee promises",
}


def workbook(block: Block, filling: Filling, at: int) -> list[Flowable]:
    """Return a workbook's lines, each with its steps as boxes or with room to write."""
    book = filling.selection.catalogue.workbooks.get(block.workbook)
    if book is None:
        return []
    sheet = sheet_of(filling, book.code) if filling.is_filled else None
    answers = _answers(filling, sheet)
    side = sheet.side if sheet else Side.PRECEPTEE
    rows = filling.room(block.rows or LINES_OF_WORDS)
    found: list[Flowable] = []
    for number, section in enumerate(book.sections):
        asked = [
            _question(book, each, each.said_to(side), answers.get(each.code), rows)
            for each in section.questions
        ]
        room = sum(each.height for each in asked[0][:2]) + ROOM_FOR_HEADING
        found += _section_heading(section.heading, f"{at}.{number}", room=room)
        found += said(section.about)
        found += (each for question in asked for each in question)
    return found


def clauses(block: Block, filling: Filling, _at: int) -> list[Flowable]:
    """Return the clauses of an agreement, each with what was agreed or with room for it."""
    form = filling.selection.catalogue.agreements.get(block.agreement)
    if form is None:
        return []
    held = agreement(filling, AgreementKind(block.agreement))
    blank = held or Agreement(is_self_agreed=filling.is_sole)
    found: list[Flowable] = []
    for clause in clauses_of(form, blank):
        words = held.clauses.get(clause.code, "") if held else ""
        if clause.code in block.apart and not words.strip():
            continue
        rows = filling.room(block.rows)
        help_words, room = ("", 30.0) if words else (clause.help, rows * PITCH)
        heading = _heading(form, clause, filling)
        found.append(Label(heading, help_words, room=room))
        found += said(words) or [Ruled(rows)]
    return found


def _heading(form: AgreementForm, clause: Clause, filling: Filling) -> str:
    """Return a clause's heading; what the other one promises is not said as "I"."""
    is_between_two = filling.is_filled and form.code == AgreementKind.PRECEPTORSHIP
    theirs = OTHERS_PROMISE.get((clause.code, filling.side)) if is_between_two else None
    return theirs or clause.heading


def agreement(filling: Filling, kind: AgreementKind) -> Agreement | None:
    """Return the version that holds; None in a blank form."""
    return current(filling.of(Agreement), kind) if filling.is_filled else None


def sheet_of(filling: Filling, code: str) -> Worksheet | None:
    """Return the sheet of a workbook that a form is about, or else the newest."""
    if isinstance(filling.record, Worksheet) and filling.record.workbook == code:
        return filling.portfolio.find(Worksheet, filling.record.id)
    owner = filling.held.id if filling.held else None
    # A preceptor's sheet that belongs to no preceptorship may speak of another preceptee.
    is_preceptors = filling.held is not None and filling.held.side is Side.PRECEPTOR
    owners = (owner,) if is_preceptors else (owner, None)
    held = [
        each
        for each in filling.portfolio.all(Worksheet)
        if each.workbook == code and each.preceptorship in owners
    ]
    return held[-1] if held else None


def _answers(filling: Filling, sheet: Worksheet | None) -> dict[str, WorkbookAnswer]:
    held = filling.portfolio.of(WorkbookAnswer, sheet.id, by="worksheet") if sheet else ()
    return {each.question: each for each in held if is_answered(each)}


def _question(
    book: Workbook, question: Question, asked: str, answer: WorkbookAnswer | None, rows: int
) -> list[Flowable]:
    own = answer.words if answer else ""
    if question.answer is AnswerKind.TICK:
        done = day(answer.done_on) if answer else ""
        shown = " · ".join(each for each in (done, own) if each)
        return [TickLine(asked, is_ticked=bool(done), said=shown)]
    if question.answer is AnswerKind.PARTS:
        return _parts(question, asked, answer)
    if question.answer is AnswerKind.STEP:
        steps = [(each.words, bool(answer and answer.step == each.code)) for each in book.steps]
        boxes = Boxes(steps, abreast=len(steps) if len(steps) <= MOST_STEPS else 0)
        cut = text.lines(asked, OPTION, TEXT_WIDTH)
        room = len(cut) * OPTION.leading + boxes.height
        return [Prose(cut, OPTION, left=0, room=room), boxes, *said(own)]
    label = Label(asked, room=ROOM_FOR_HEADING if own else 2 * PITCH)
    return [label, *(said(own) or [Ruled(rows)])]


def _parts(question: Question, words: str, answer: WorkbookAnswer | None) -> list[Flowable]:
    width = SHEET_MM / len(question.columns)
    columns = tuple(Column(each.words, width) for each in question.columns)
    cells = tuple(answer.parts.get(each.key, "") if answer else "" for each in question.columns)
    layout = Layout(columns=columns, by_hand=True, least=PART_HEIGHT)
    made = table(layout, [Row(cells)])
    return [Label(words, room=made[-1].room), *made]


def _section_heading(words: str, key: str, *, room: float = 60) -> list[Flowable]:
    mark = Mark(key=f"section.{key}", title=words, level=1)
    return [Prose(text.lines(words, SECTION, TEXT_WIDTH), SECTION, left=0, mark=mark, room=room)]
