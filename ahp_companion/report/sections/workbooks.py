"""Workbooks: what was answered on each sheet, and what its owner takes from it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from ...domain.plan import Objective
from ...domain.preceptorship import Milestone, Preceptorship
from ...domain.words import count, day, sentence
from ...domain.workbooks import (
    AnswerKind,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    is_answered,
)
from .. import text
from ..flowables import (
    MOST_LABEL_LINES,
    Mark,
    Prose,
    lead,
    meta,
    prose,
    record_heading,
    room_for,
)
from ..parts import Part
from ..selection import Selection, grouped
from ..styles import ANSWER, LABEL, MAIN_WIDTH, META, SIDE_WIDTH
from ..tables import Column, Layout, Row, table
from ..text import stacked

# A question above its answer is not left alone at a page's foot.
ASKED, ROOM_FOR_ANSWER = replace(META, after=2), 70
ANSWERS = Layout(columns=(Column("", 72), Column("", 30), Column("", 68)))
WIDTH = 170


def workbooks(selection: Selection, held: Preceptorship | None, of: str) -> Part | None:
    """Return the part with the sheets of one preceptorship, or of none; None without an answer."""
    owner = held.id if held else None
    answers = grouped(selection.portfolio.all(WorkbookAnswer), "worksheet")
    sheets = [
        (each, [one for one in answers.get(each.id, []) if is_answered(one)])
        for each in selection.portfolio.all(Worksheet)
        if each.preceptorship == owner
    ]
    sheets = [(sheet, said) for sheet, said in sheets if said or sheet.words.strip()]
    if not sheets:
        return None
    flowables = lead(f"{sentence(count(len(sheets), 'sheet'))} worked through.")
    for sheet, said in sheets:
        flowables += _sheet(selection, sheet, said)
    return Part(
        title="Workbooks",
        says="What was answered, and what I take from it",
        flowables=flowables,
        of=of,
    )


def _sheet(
    selection: Selection, sheet: Worksheet, answers: Sequence[WorkbookAnswer]
) -> list[Flowable]:
    workbook = selection.catalogue.workbooks.get(sheet.workbook)
    called = workbook.name if workbook else ""
    title = sheet.title or called or "A worksheet"
    mark = Mark(key=f"worksheet.{sheet.id}", title=title, level=1)
    milestone = selection.portfolio.find(Milestone, sheet.milestone)
    said = list(_said(selection, workbook, sheet, answers))
    group = workbook.group.label if workbook else ""
    return [
        *record_heading(title, day(sheet.on), mark, room=room_for(said)),
        *meta([
            group if group != title else "",
            called if called != title else "",
            sheet.about,
            milestone.title if milestone else "",
            f"in the words of {sheet.given_by}" if sheet.given_by else "",
            "private" if sheet.private else "",
        ]),
        *said,
        *prose(sheet.words, ANSWER, label="What I take from it"),
        *_next(workbook, sheet, answers),
    ]  # fmt: skip


def _said(
    selection: Selection,
    workbook: Workbook | None,
    sheet: Worksheet,
    answers: Sequence[WorkbookAnswer],
) -> Iterator[Flowable]:
    """Yield the answers under the workbook's headings, then those that no heading is known for."""
    left = list(answers)
    for section in workbook.sections if workbook else ():
        rows: list[Row] = []
        told: list[Flowable] = []
        for question in section.questions:
            own = [each for each in left if each.question == question.code]
            left = [each for each in left if each not in own]
            if question.answer is AnswerKind.PARTS:
                told += _in_parts(selection, question, sheet, own)
            elif question.answer is AnswerKind.WORDS:
                told += _in_prose(selection, question, sheet, own)
            else:
                rows += [
                    _row(selection, workbook, question.said_to(sheet.side), each) for each in own
                ]
        yield from table(ANSWERS, rows, title=section.heading)
        yield from told
    rows = [_row(selection, workbook, _code(each), each) for each in left]
    yield from table(ANSWERS, rows)


def _row(
    selection: Selection, workbook: Workbook | None, asked: str, answer: WorkbookAnswer
) -> Row:
    known = workbook.step(answer.step) if workbook else None
    step = known.words if known else sentence(answer.step.replace("-", " "))
    done = f"Done {day(answer.done_on)}" if answer.done_on else ""
    words = stacked(answer.words, *answer.parts.values(), *_after(selection, answer))
    return Row((asked, stacked(step, done), words))


def _in_prose(
    selection: Selection, question: Question, sheet: Worksheet, answers: Sequence[WorkbookAnswer]
) -> Iterator[Flowable]:
    """Yield each answer large with its question small beside it, or above it if that is long."""
    asked = question.said_to(sheet.side)
    is_long = len(text.lines(asked, LABEL, SIDE_WIDTH)) > MOST_LABEL_LINES
    for each in answers:
        after = [_done(each), *_after(selection, each)]
        if is_long or not each.words.strip():
            yield Prose(text.lines(asked, ASKED, MAIN_WIDTH), ASKED, room=ROOM_FOR_ANSWER)
        yield from prose(each.words, ANSWER, label="" if is_long else asked)
        yield from prose(stacked(*after), META)


def _in_parts(
    selection: Selection, question: Question, sheet: Worksheet, answers: Sequence[WorkbookAnswer]
) -> list[Flowable]:
    """Return the lines that someone added under a question as a table with its columns."""
    columns = {each.key: each.words for each in question.columns}
    for answer in answers:
        columns |= {key: _label(key) for key in answer.parts if key not in columns}
    columns = {
        key: words
        for key, words in columns.items()
        if any(each.parts.get(key, "").strip() for each in answers)
    }
    also = [stacked(each.words, _done(each), *_after(selection, each)) for each in answers]
    heads = [*columns.values(), *([""] if any(also) or not columns else [])]
    layout = Layout(columns=tuple(Column(head, WIDTH / len(heads)) for head in heads))
    rows = [
        Row(tuple([*(each.parts.get(key, "") for key in columns), more][: len(heads)]))
        for each, more in zip(answers, also, strict=True)
    ]
    return table(layout, rows, title=question.said_to(sheet.side))


def _done(answer: WorkbookAnswer) -> str:
    return f"Done {day(answer.done_on)}" if answer.done_on else ""


def _after(selection: Selection, answer: WorkbookAnswer) -> list[str]:
    """Return who looks at it again and when, and the objective that it became."""
    objective = selection.portfolio.find(Objective, answer.objective)
    said = (
        f"Who: {answer.owner}" if answer.owner else "",
        f"To be looked at again: {day(answer.review_on)}" if answer.review_on else "",
        f"Objective: {objective.title}" if objective and objective.title else "",
        "(private)" if answer.private else "",
    )
    return [each for each in said if each]


def _next(
    workbook: Workbook | None, sheet: Worksheet, answers: Sequence[WorkbookAnswer]
) -> list[Flowable]:
    by_id = {each.id: each for each in answers}
    chosen = [by_id[each] for each in sheet.next_three if each in by_id]
    lines = [f"{at}. {_gist(workbook, sheet, each)}" for at, each in enumerate(chosen, start=1)]
    return prose("\n".join(lines), ANSWER, label="What I do next")


def _gist(workbook: Workbook | None, sheet: Worksheet, answer: WorkbookAnswer) -> str:
    question = workbook.question(answer.question) if workbook else None
    parts = ", ".join(each.strip() for each in answer.parts.values() if each.strip())
    asked = question.said_to(sheet.side) if question else _code(answer)
    is_line = question is not None and question.answer is AnswerKind.PARTS
    return parts if is_line and parts else asked


def _code(answer: WorkbookAnswer) -> str:
    return sentence(answer.question.replace("-", " "))


def _label(key: str) -> str:
    return sentence(key.replace("-", " ").replace("_", " "))
