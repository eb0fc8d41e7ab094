"""Workbooks: questions to work through alone or together, answered in steps of words and in prose.

Nothing here counts an answer against another or adds answers up. What an answer is for is what
comes next: an objective, a conversation, or nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from .plan import Objective
from .preceptorship import Side
from .records import Answers, code, link, links, new_id
from .words import Word

MOST_NEXT = 3


class Group(Word):
    """What a workbook is for; the list of them is in this order."""

    BEFORE = "before", "Before the first day"
    CHECK_IN = "check-in", "Check-ins"
    PULSE = "pulse", "Pulse"
    SELF_CHECK = "self-check", "Where preceptorship stands"
    READINESS = "readiness", "Ready for what is to come"
    CONVERSATION = "conversation", "Conversations"
    ROLE = "role", "My role"
    IMPROVEMENT = "improvement", "Making something better"
    MODULE = "module", "Self-study"
    CHECKLIST = "checklist", "Checklists by role"
    FEEDBACK = "feedback", "Feedback"


class AnswerKind(Word):
    """How a question is answered."""

    STEP = "step", "A step and words"
    WORDS = "words", "Words"
    TICK = "tick", "A tick and words"
    PARTS = "parts", "A box for each column"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a scale; a gap is one after which something could come next."""

    code: str
    words: str
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One box of a line that is answered in parts."""

    key: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a workbook, in the preceptee's words and, where they differ, the preceptor's."""

    code: str
    words: str
    preceptor_words: str = ""
    original: str = ""
    prompts: tuple[str, ...] = ()
    answer: AnswerKind = AnswerKind.STEP
    columns: tuple[Column, ...] = ()
    is_private: bool = False

    def said_to(self, side: Side) -> str:
        """Return the line as the person on one side of a preceptorship would say it."""
        is_preceptors = side is Side.PRECEPTOR and self.preceptor_words
        return self.preceptor_words if is_preceptors else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions under one heading; to an open one the person adds lines of their own."""

    heading: str
    questions: tuple[Question, ...]
    about: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Questions that belong together, from resources/workbooks/ or from a file of the owner's."""

    code: str
    name: str
    group: Group
    about: str
    source: str
    as_at: str
    sections: tuple[Section, ...]
    steps: tuple[Step, ...] = ()
    is_official: bool = False
    is_private: bool = False
    is_own: bool = False
    side: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question, in order."""
        return tuple(each for section in self.sections for each in section.questions)

    def question(self, wanted: str) -> Question | None:
        """Return the question with a code, if there is one."""
        return next((each for each in self.questions if each.code == wanted), None)

    def step(self, wanted: str) -> Step | None:
        """Return the step with a code, if there is one."""
        return next((each for each in self.steps if each.code == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """One working through of a workbook, on one day; another day is another sheet.

    `next_three` names the answers, three at most, that something is to be done about next.
    `given_by` says whose words a feedback form holds, where they are not the owner's.
    """

    id: str = field(default_factory=new_id)
    workbook: str = code()
    title: str = ""
    preceptorship: str | None = link("preceptorship")
    milestone: str | None = link("milestone")
    side: Side = Side.PRECEPTEE
    on: date | None = None
    about: str = ""
    given_by: str = ""
    words: str = ""
    next_three: tuple[str, ...] = links("workbook_answer")
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookAnswer:
    """What was answered to one question of one sheet, and who looks at it again when.

    In an open section several answers have the same question, each a line of its own.
    """

    id: str = field(default_factory=new_id)
    worksheet: str | None = link("worksheet", owned=True)
    question: str = code()
    step: str = code()
    words: str = ""
    parts: Answers = field(default_factory=dict)
    done_on: date | None = None
    owner: str = ""
    review_on: date | None = None
    objective: str | None = link("objective")
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question with its answer, if there is one."""

    question: Question
    answer: WorkbookAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A question side by side on several days: the step and the words of each sheet."""

    question: Question
    said: tuple[tuple[str, str], ...]


def new_worksheet(
    workbook: Workbook, *, on: date, side: Side, preceptorship: str | None
) -> Worksheet:
    """Return a sheet of a workbook begun on a day, private where the workbook is."""
    return Worksheet(
        workbook=workbook.code,
        title=workbook.name,
        side=side,
        on=on,
        preceptorship=preceptorship,
        private=workbook.is_private,
    )


def new_answer(worksheet: Worksheet, question: Question) -> WorkbookAnswer:
    """Return the empty answer to a question, private where its question is."""
    return WorkbookAnswer(
        worksheet=worksheet.id, question=question.code, private=question.is_private
    )


def is_answered(answer: WorkbookAnswer | None) -> bool:
    """Return whether anything was said: a step, a tick, or words."""
    if answer is None:
        return False
    said = (answer.words, *answer.parts.values())
    return bool(answer.step or answer.done_on or any(each.strip() for each in said))


def lines(section: Section, answers: Iterable[WorkbookAnswer]) -> tuple[Line, ...]:
    """Return a section's questions with their answers; an open one has a line for each answer."""
    held = tuple(answers)
    found = []
    for question in section.questions:
        own = [each for each in held if each.question == question.code]
        if section.is_open and question.answer is AnswerKind.PARTS:
            found += [Line(question=question, answer=each) for each in own]
        else:
            found.append(Line(question=question, answer=own[0] if own else None))
    return tuple(found)


def gaps(workbook: Workbook, answers: Iterable[WorkbookAnswer]) -> tuple[Line, ...]:
    """Return the lines after which something could come next, in the workbook's order."""
    held = {each.question: each for each in answers}
    found = []
    for question in workbook.questions:
        answer = held.get(question.code)
        step = workbook.step(answer.step) if answer else None
        if answer and step and step.is_gap:
            found.append(Line(question=question, answer=answer))
    return tuple(found)


def chosen_next(worksheet: Worksheet, answer: str) -> Worksheet:
    """Return a sheet with an answer among the three to do next, or no longer among them.

    A fourth is not taken: the sheet comes back as it was.
    """
    if answer in worksheet.next_three:
        kept = tuple(each for each in worksheet.next_three if each != answer)
        return replace(worksheet, next_three=kept)
    if len(worksheet.next_three) >= MOST_NEXT:
        return worksheet
    return replace(worksheet, next_three=(*worksheet.next_three, answer))


def as_objective(question: Question, answer: WorkbookAnswer, worksheet: Worksheet) -> Objective:
    """Return the objective that an answer becomes; it needs a preceptorship to stand in.

    An objective is not private: of a private answer it takes the question, not the words.
    """
    own = " ".join(each.strip() for each in answer.parts.values() if each.strip())
    said = "" if answer.private or worksheet.private else answer.words.strip() or own
    return Objective(
        preceptorship=worksheet.preceptorship,
        title=said or question.said_to(worksheet.side),
        how="\n".join(question.prompts),
        due_on=answer.review_on,
    )


def side_by_side(
    workbook: Workbook,
    sheets: Sequence[Worksheet],
    answers: Mapping[str, Sequence[WorkbookAnswer]],
) -> tuple[Snapshot, ...]:
    """Return what each sheet says to each question, the sheets in the order they are given.

    `answers` holds the answers of each sheet by its id. Lines of open sections stay apart: they
    differ from day to day.
    """
    found = []
    for section in workbook.sections:
        if section.is_open:
            continue
        for question in section.questions:
            said = tuple(_said(workbook, question, answers.get(sheet.id, ())) for sheet in sheets)
            if any(step or words for step, words in said):
                found.append(Snapshot(question=question, said=said))
    return tuple(found)


def _said(
    workbook: Workbook, question: Question, answers: Iterable[WorkbookAnswer]
) -> tuple[str, str]:
    for answer in answers:
        if answer.question == question.code:
            step = workbook.step(answer.step)
            ticked = "Done" if answer.done_on else ""
            return (step.words if step else ticked), answer.words
    return "", ""
