"""What becomes of a sheet: how far it is, another day's sheet, what leaves, what it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from .feedback import Improvement
from .practitioner import Role
from .preceptorship import Preceptorship, Side
from .records import new_id
from .workbooks import (
    AnswerKind,
    Column,
    Group,
    Question,
    Section,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    is_answered,
)

DONE = "Done"
# Nothing is forced: a card is offered where a workbook looks at how things are done.
LEADS_TO_CARDS = frozenset({Group.SELF_CHECK, Group.READINESS, Group.IMPROVEMENT})


def how_far(workbook: Workbook, answers: Iterable[WorkbookAnswer]) -> str:
    """Return how much was written so far, "7 of 20 answered"; a fact and no aim."""
    written = {each.question for each in answers if is_answered(each)}
    codes = [each.code for each in workbook.questions]
    said = sum(code in written for code in codes)
    return f"{said} of {len(codes)} answered" if said else "Nothing written yet"


def answer_in_words(workbook: Workbook, answer: WorkbookAnswer | None) -> str:
    """Return the step that was chosen in its words, or that a tick was made; "" for neither."""
    if answer is None:
        return ""
    step = workbook.step(answer.step)
    if step:
        return step.words
    return answer.step or (DONE if answer.done_on else "")


def is_private(worksheet: Worksheet, answer: WorkbookAnswer) -> bool:
    """Return whether an answer stays with its owner, by itself or by its sheet."""
    return worksheet.private or answer.private


def leaving(
    worksheet: Worksheet, answers: Sequence[WorkbookAnswer], *, include_private: bool
) -> tuple[WorkbookAnswer, ...]:
    """Return the answers that leave with a sheet; private ones only where that was said."""
    return tuple(
        each
        for each in answers
        if is_answered(each) and (include_private or not is_private(worksheet, each))
    )


def sheet_leaving(worksheet: Worksheet, *, include_private: bool) -> Worksheet:
    """Return a sheet as it leaves: of a private one only which workbook it was, and when."""
    if include_private or not worksheet.private:
        return worksheet
    return replace(worksheet, title="", about="", given_by="", words="", next_three=())


def side_of(workbook: Workbook, preceptorship: Preceptorship | None, role: Role) -> Side:
    """Return whose words a new sheet is in: as in its preceptorship, or as the workbook is for."""
    if preceptorship:
        return preceptorship.side
    if workbook.side:
        return Side(workbook.side)
    return Side.PRECEPTOR if role is Role.PRECEPTOR else Side.PRECEPTEE


def by_group(workbooks: Iterable[Workbook], role: Role) -> dict[Group, tuple[Workbook, ...]]:
    """Return the workbooks of every group that has any, those for the owner's side first."""
    held = tuple(workbooks)
    found = {}
    for group in Group:
        own = [each for each in held if each.group is group]
        if own:
            nearest = [each for each in own if each.side == role.value]
            shared = [each for each in own if not each.side]
            found[group] = tuple(dict.fromkeys((*nearest, *shared, *own)))
    return found


def begun_again(
    worksheet: Worksheet, answers: Iterable[WorkbookAnswer], *, on: date, with_answers: bool
) -> tuple[Worksheet, tuple[WorkbookAnswer, ...]]:
    """Return a new sheet of the same workbook, with the answers of the one before or without.

    What was taken from the day before, and what was to come next, stay with that day.
    """
    sheet = replace(worksheet, id=new_id(), on=on, words="", next_three=())
    if not with_answers:
        return sheet, ()
    carried = (replace(each, id=new_id(), worksheet=sheet.id) for each in answers)
    return sheet, tuple(carried)


def as_improvement(
    question: Question, answer: WorkbookAnswer, worksheet: Worksheet, *, on: date
) -> Improvement:
    """Return the card that an answer becomes; a private answer's own words stay where they are."""
    said = "" if is_private(worksheet, answer) else answer.words.strip()
    return Improvement(
        preceptorship=worksheet.preceptorship,
        title=question.said_to(worksheet.side),
        started_on=on,
        plan="\n".join(part for part in (said, *question.prompts) if part),
    )


def stand_in(worksheet: Worksheet, answers: Iterable[WorkbookAnswer]) -> Workbook:
    """Return what can be shown of a sheet whose workbook is not on this computer: its answers."""
    questions = {each.question: _stand_in(each) for each in answers}
    return Workbook(
        code=worksheet.workbook,
        name=worksheet.title,
        group=Group.SELF_CHECK,
        about="The file of this workbook is not on this computer. Your answers are all here.",
        source="",
        as_at="",
        sections=(
            Section(heading="Your answers", questions=tuple(questions.values()), is_open=True),
        ),
        is_own=True,
    )


def _stand_in(answer: WorkbookAnswer) -> Question:
    columns = tuple(Column(key=key, words=key) for key in answer.parts)
    return Question(
        code=answer.question,
        words=f"Question {answer.question}",
        answer=AnswerKind.PARTS if columns else AnswerKind.WORDS,
        columns=columns,
    )
