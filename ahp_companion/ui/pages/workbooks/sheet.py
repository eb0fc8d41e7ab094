"""The questions of a sheet under their headings, made a few at a time so that nobody waits."""

from collections import deque
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.workbooks import (
    AnswerKind,
    Line,
    Question,
    Section,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    lines,
    new_answer,
)
from ...buttons import button
from ...columns import clear
from ...desk import Desk
from ...editor import into_view
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...record_page import Below
from ...soon import soon
from ...worksheets import answers_of, workbook_of
from .question import QuestionBox

# So long is worked at a stretch before keys and wheel have their turn, in seconds.
STRETCH = 0.03


class SectionBox(QWidget):
    """A heading with its questions; under an open one, lines can be added and deleted."""

    def __init__(
        self, desk: Desk, worksheet: Worksheet, workbook: Workbook, section: Section
    ) -> None:
        super().__init__()
        self._desk, self._worksheet, self._workbook = desk, worksheet, workbook
        self.section = section
        self.boxes: list[QuestionBox] = []
        px = desk.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(section.heading, Size.HEADING, wraps=True))
        if section.about:
            column.addWidget(PlainLabel(section.about, Size.SECOND, role="second", wraps=True))
        self._questions = QVBoxLayout()
        self._questions.setContentsMargins(0, px(6), 0, 0)
        self._questions.setSpacing(px(18))
        column.addLayout(self._questions)

    def coming(self, answers: list[WorkbookAnswer]) -> list[Callable[[], None]]:
        """Return what makes the section's questions, one after the other."""
        found: list[Callable[[], None]] = []
        asked = ""
        number = 0
        for line in lines(self.section, answers):
            number = number + 1 if line.question.code == asked else 1
            asked = line.question.code
            found.append(partial(self._add_line, line, number))
        if self.section.is_open:
            found += [
                partial(self._add_adding, question)
                for question in self.section.questions
                if question.answer is AnswerKind.PARTS
            ]
        return found

    def show_answers(self, answers: list[WorkbookAnswer]) -> None:
        """Show the answers as they now are; lines that came or went are laid out anew."""
        shown = lines(self.section, answers)
        if self._outline(shown) != [(box.question.code, _line_id(box)) for box in self.boxes]:
            self.boxes = []
            clear(self._questions)
            for make in self.coming(answers):
                make()
            set_reading_order(self)
            return
        for box, line in zip(self.boxes, shown, strict=True):
            if box.kept != line.answer:
                box.show_answer(line.answer)

    def add_line(self, question: Question, _pressed: bool = False) -> None:
        """Add an empty line and put the keyboard into it."""
        answer = new_answer(self._worksheet, question)
        if self._desk.session.add(answer, words="Added a line"):
            added = [box for box in self.boxes if box.answer.id == answer.id]
            for box in added:
                box.begin()
                QTimer.singleShot(0, box, partial(into_view, box))

    def _outline(self, shown: tuple[Line, ...]) -> list[tuple[str, str]]:
        return [
            (line.question.code, line.answer.id if self._is_line(line) and line.answer else "")
            for line in shown
        ]

    def _is_line(self, line: Line) -> bool:
        return self.section.is_open and line.question.answer is AnswerKind.PARTS

    def _add_line(self, line: Line, number: int) -> None:
        if self._is_line(line) and number == 1:
            self._questions.addWidget(self._head_of(line.question))
        box = QuestionBox(
            self._desk,
            self._worksheet,
            self._workbook,
            line.question,
            line=number if self._is_line(line) else 0,
        )
        if line.answer:
            box.show_answer(line.answer)
        box.deleting.connect(self._delete)
        self.boxes.append(box)
        self._questions.addWidget(box)

    def _head_of(self, question: Question) -> PlainLabel:
        return PlainLabel(question.said_to(self._worksheet.side), Size.LONG, wraps=True)

    def _add_adding(self, question: Question) -> None:
        if not any(box.question is question for box in self.boxes):
            self._questions.addWidget(self._head_of(question))
        words = question.said_to(self._worksheet.side)
        made = button(
            self._desk, "Add a line", partial(self.add_line, question), icon="add", look="link",
            name=f"add-line-{question.code}",
        )  # fmt: skip
        made.setAccessibleName(f"Add a line: {words}")
        self._questions.addWidget(made)

    def _delete(self, answer: WorkbookAnswer) -> None:
        session = self._desk.session
        held = session.get(WorkbookAnswer, answer.id)
        if held is not None and session.delete(held):
            self._desk.say("Deleted line · Undo with Ctrl+Z")


class Sheet(Below):
    """All sections of the sheet that is open."""

    made = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._is_behind = False
        self._desk = desk
        self._shown: Worksheet | None = None
        self.sections: list[SectionBox] = []
        self._coming: deque[Callable[[], None]] = deque()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(12))
        self._soon = soon(self, desk.session, self._make_some)
        desk.session.changed.connect(self._follow)

    @property
    def boxes(self) -> list[QuestionBox]:
        """Return the questions that are made."""
        return [box for section in self.sections for box in section.boxes]

    def show_record(self, record: Any) -> None:
        """Show a sheet; what was being typed into the one before is saved first."""
        shown = self._shown
        if shown and (shown.id, shown.side) == (record.id, record.side):
            self._shown = record
            return
        self.flush()
        self._shown = record
        self._lay_out()

    def flush(self) -> None:
        """Save what is being typed."""
        for box in self.boxes:
            box.flush()

    def finish(self) -> None:
        """Make at once what would have been made in a moment."""
        if self._coming:
            while self._coming:
                self._coming.popleft()()
            self._say_made()

    def show_answer(self, wanted: str) -> None:
        """Scroll to an answer by its id, and put the keyboard into it."""
        self.finish()
        for box in self.boxes:
            if box.answer.id == wanted:
                box.begin()
                QTimer.singleShot(0, box, partial(into_view, box))

    def _lay_out(self) -> None:
        self._coming.clear()
        self.sections = []
        clear(self._column)
        sheet = self._shown
        self._is_behind = False
        if sheet is None:
            return
        workbook, answers = workbook_of(self._desk, sheet), answers_of(self._desk, sheet)
        for section in workbook.sections:
            self._coming.append(partial(self._add_section, sheet, workbook, section, answers))
        self._make_some()

    def _add_section(
        self,
        sheet: Worksheet,
        workbook: Workbook,
        section: Section,
        answers: list[WorkbookAnswer],
    ) -> None:
        made = SectionBox(self._desk, sheet, workbook, section)
        self.sections.append(made)
        self._column.addWidget(made)
        self._coming.extendleft(reversed(made.coming(answers)))

    def _make_some(self) -> None:
        until = monotonic() + STRETCH
        while self._coming and monotonic() < until:
            self._coming.popleft()()
        if self._coming:
            self._soon.start()
        else:
            self._say_made()

    def _say_made(self) -> None:
        if self._is_behind:
            self._show_answers()
        self.made.emit()

    def _follow(self, change: Change) -> None:
        sheet = self._shown
        if sheet is None:
            return
        records = [each.record for each in change.edits]
        own = [each for each in change.edits if each.record.id == sheet.id]
        if own and own[-1].after is not None:
            self.show_record(own[-1].after)
        if any(isinstance(each, WorkbookAnswer) and each.worksheet == sheet.id for each in records):
            # What is made in a moment would be made of answers that were read before.
            self._is_behind = True
            if not self._coming:
                self._show_answers()

    def _show_answers(self) -> None:
        self._is_behind = False
        if self._shown is not None:
            answers = answers_of(self._desk, self._shown)
            for section in self.sections:
                section.show_answers(answers)


def _line_id(box: QuestionBox) -> str:
    return box.answer.id if box.is_line else ""
