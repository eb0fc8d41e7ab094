"""One line of a workbook, answered in place; its answer comes into being with the first word."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.plan import Objective
from ....domain.words import day
from ....domain.workbooks import (
    AnswerKind,
    Question,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    new_answer,
)
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Check
from ...fields.control import Control
from ...fields.moments import Day
from ...fields.step_words import StepWords
from ...fields.texts import Line, Text
from ...flow import FlowLayout
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...worksheets import make_objective
from .fold import Fold
from .mark import Marked

Read = Callable[[WorkbookAnswer], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One control of an answer: how it reads the answer, and how it writes it."""

    control: Control
    read: Read
    write: Callable[[WorkbookAnswer, Any], WorkbookAnswer]


class QuestionBox(QWidget):
    """A question with its answer, what it takes to answer it, and what can be made of it."""

    deleting = Signal(object)

    def __init__(
        self,
        desk: Desk,
        worksheet: Worksheet,
        workbook: Workbook,
        question: Question,
        *,
        line: int = 0,
    ) -> None:
        super().__init__()
        self._desk, self._worksheet, self._workbook = desk, worksheet, workbook
        self.question, self._line = question, line
        self.kept: WorkbookAnswer | None = None
        self.answer = new_answer(worksheet, question)
        self.boxes: dict[str, Box] = {}
        self._unsaved: set[str] = set()
        self.setObjectName(f"question-{question.code}{f'-{line}' if line else ''}")
        px = desk.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._head()
        self._controls()
        self._hints = Fold(desk, "Prompts", self.words, self._make_hints, name=self.objectName())
        self._more = Fold(desk, "More", self.words, self._make_more, name=self.objectName())
        self.state = Marked(desk)
        for each in (self._links(), self.state, self._hints, self._more):
            self._column.addWidget(each)
        self._show_state()

    def show_answer(self, answer: WorkbookAnswer | None) -> None:
        """Show an answer, or that there is none; what is being typed is left alone."""
        self.kept = answer
        self.answer = answer or new_answer(self._worksheet, self.question)
        for name, box in self.boxes.items():
            value, is_kept = box.read(self.answer), name not in self._unsaved
            if is_kept and box.control.value() != value and not box.control.is_being_typed_in():
                box.control.set_value(value)
        self._show_state()

    def flush(self) -> None:
        """Save what is being typed, and try again what could not be saved."""
        again, self._unsaved = self._unsaved, set()
        for box in self.boxes.values():
            box.control.flush()
        for name in again - self._unsaved:
            self._keep(name)

    def begin(self) -> None:
        """Put the keyboard into the answer."""
        next(iter(self.boxes.values())).control.focus_widget().setFocus()

    @property
    def is_line(self) -> bool:
        """Return whether it is one of any number of lines."""
        return self._line > 0

    @property
    def words(self) -> str:
        """Return the question, or which line of an open list this is."""
        said = self.question.said_to(self._worksheet.side)
        return f"{said}, line {self._line}" if self._line else said

    def _head(self) -> None:
        if self._line:
            self._column.addWidget(PlainLabel(f"Line {self._line}", Size.SECOND, role="third"))
            return
        self._column.addWidget(PlainLabel(self.question.code, Size.SECOND, role="third"))
        said = PlainLabel(self.question.said_to(self._worksheet.side), Size.LONG, wraps=True)
        said.setObjectName("asked")
        self._column.addWidget(said)

    def _controls(self) -> None:
        kind = self.question.answer
        if kind is AnswerKind.PARTS:
            for column in self.question.columns:
                self._column.addWidget(PlainLabel(column.words, Size.MEDIUM, wraps=True))
                text = Text(self._desk, lines=1)
                self._add(self._column, column.key, column.words, text, of_part(column.key))
            return
        if kind is AnswerKind.STEP:
            steps = StepWords(self._desk, self._workbook.steps)
            self._add(self._column, "step", "Step", steps, plainly("step"))
        if kind is AnswerKind.TICK:
            check = Check(self._desk, "Done")
            self._add(self._column, "done_on", "Done", check, self._ticked())
        lines = 3 if kind is AnswerKind.WORDS else 1
        text = Text(self._desk, lines=lines, placeholder="In your own words")
        self._add(self._column, "words", "In your own words", text, plainly("words"))

    def _add(
        self,
        column: QVBoxLayout,
        name: str,
        label: str,
        control: Control,
        ways: tuple[Read, Any],
    ) -> None:
        read, write = ways
        self.boxes[name] = Box(control=control, read=read, write=write)
        control.set_names(f"{self.words}: {label}", "", f"{self.objectName()}-{name}")
        control.set_value(read(self.answer))
        control.changed.connect(partial(self._keep, name))
        column.addWidget(control)

    def _ticked(self) -> tuple[Read, Any]:
        def write(answer: WorkbookAnswer, is_done: bool) -> WorkbookAnswer:
            on = answer.done_on or self._desk.session.today()
            return replace(answer, done_on=on if is_done else None)

        return (has_tick, write)

    def _links(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, gap=self._desk.theme.px(10), line_gap=0)
        name = self.objectName()
        self.objective_button = button(
            self._desk, "", self._objective, look="link", name=f"{name}-objective"
        )
        if self.question.prompts or self.question.original:
            line.addWidget(self._hints.turned)
        line.addWidget(self._more.turned)
        line.addWidget(self.objective_button)
        steps = self.boxes.get("step")
        if steps and isinstance(steps.control, StepWords):
            line.addWidget(steps.control.clear)
        if self.is_line:
            deleting = button(
                self._desk, "Delete this line", self._delete, look="link", name=f"{name}-delete"
            )
            deleting.setAccessibleName(f"Delete {self.words}")
            line.addWidget(deleting)
        return holder

    def _make_hints(self, column: QVBoxLayout) -> None:
        for prompt in self.question.prompts:
            column.addWidget(PlainLabel(f"· {prompt}", Size.SECOND, role="second", wraps=True))
        if self.question.original:
            words = f"It comes from: {self.question.original}"
            column.addWidget(PlainLabel(words, Size.SECOND, role="third", wraps=True))

    def _make_more(self, column: QVBoxLayout) -> None:
        for name, label, control in (
            ("owner", "Who sees to it", Line(self._desk)),
            ("review_on", "Look at it again on", Day(self._desk)),
        ):
            column.addWidget(PlainLabel(label, Size.MEDIUM))
            control.setMaximumWidth(self._desk.theme.px(320))
            self._add(column, name, label, control, plainly(name))
        check = Check(self._desk, "Private: stays out of every export")
        self._add(column, "private", "Private", check, plainly("private"))
        set_reading_order(self)

    def _keep(self, name: str) -> None:
        session = self._desk.session
        if session.get(Worksheet, self._worksheet.id) is None:
            return
        box = self.boxes[name]
        before = session.get(WorkbookAnswer, self.answer.id)
        after = box.write(before or self.answer, box.control.value())
        self._unsaved.add(name)
        if before is None:
            saved = session.add(after, words="Answered a question")
        else:
            saved = session.edit(before, after, goes_on=True)
        if saved:
            self._unsaved.discard(name)
            self.kept = self.answer = after
            self._show_state()

    def _objective(self) -> None:
        self.flush()
        made = self._desk.session.get(Objective, self.answer.objective)
        if made is not None:
            self._desk.go_to(made)
            return
        sheet = self._desk.session.get(Worksheet, self._worksheet.id)
        if sheet is not None:
            make_objective(self, self._desk, sheet, self.question, self.answer)

    def _delete(self) -> None:
        self.deleting.emit(self.answer)

    def _show_state(self) -> None:
        answer = self.answer
        made = "Objective made · Show" if answer.objective else "Make an objective"
        self.objective_button.setText(made)
        self.objective_button.setAccessibleName(f"{made}: {self.words}")
        icon = "done" if answer.objective else "flag"
        self.objective_button.setIcon(self._desk.icons.icon(icon, "accent"))
        done = f"Done on {day(answer.done_on)}" if answer.done_on else ""
        owner = f"{answer.owner} sees to it" if answer.owner else ""
        again = f"Again on {day(answer.review_on)}" if answer.review_on else ""
        private = "Private" if answer.private else ""
        said = " · ".join(part for part in (private, done, owner, again) if part)
        self.state.show_words("private" if private else "calendar", said)


def plainly(name: str) -> tuple[Read, Any]:
    """Return how a field of an answer is read and written as it stands."""

    def read(answer: WorkbookAnswer) -> Any:
        return getattr(answer, name)

    def write(answer: WorkbookAnswer, value: Any) -> WorkbookAnswer:
        return replace(answer, **{name: value})

    return read, write


def of_part(key: str) -> tuple[Read, Any]:
    """Return how one box of an answer in parts is read and written."""

    def read(answer: WorkbookAnswer) -> str:
        return answer.parts.get(key, "")

    def write(answer: WorkbookAnswer, words: str) -> WorkbookAnswer:
        return replace(answer, parts={**answer.parts, key: words})

    return read, write


def has_tick(answer: WorkbookAnswer) -> bool:
    """Return whether an answer is ticked."""
    return answer.done_on is not None
