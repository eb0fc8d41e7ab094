"""One scope sheet: with its six headings to write under, or as it was when it was kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.scope import CarriesOver, ScopeKind, ScopeLine, ScopeSheet, still_to_ask
from ....domain.words import day
from ...board import Board, Section
from ...columns import clear
from ...desk import Desk
from ...editor import Editor
from ...entry_row import Entry
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field, Form
from ...labels import PlainLabel, Size
from ...remark import Remark
from ...rows import State
from .carrying import Asked, Asking
from .training import workplace

MEANS = {
    ScopeKind.INSIDE: "What I do here, on my own judgement.",
    ScopeKind.AFTER_TRAINING: "Mine once I am trained and somebody has said so.",
    ScopeKind.OUTSIDE: "Not mine here, whoever asks.",
    ScopeKind.ASK: "A role or a name for each sort of question, never a patient’s.",
    ScopeKind.SAY_NO: "The moments when stopping is the right thing to do.",
    ScopeKind.DECIDE: "What I settle without asking, and up to where.",
}
STATES = {
    CarriesOver.ASKED: State(icon="help", word="Not asked yet", role="warn"),
    CarriesOver.YES: State(icon="done", word="Carried over"),
    CarriesOver.NO: State(icon="close", word="Does not carry over"),
}
SHEET = (
    Field(
        name="title",
        label="",
        make=partial(Line, is_title=True, placeholder="Which setting is it for?"),
    ),
    Field(name="workplace", label="Where", make=workplace),
    Field(name="from_on", label="From", make=Day, beside=True),
    Field(name="review_on", label="Look at it again on", make=Day, beside=True),
    Field(name="agreed_with", label="Talked through with", make=Line),
)


def _came_over(line: ScopeLine) -> bool:
    return line.carries_over is not None


LINE = (
    Field(name="words", label="Line", make=partial(Text, lines=1)),
    Field(name="detail", label="More about it", make=Text),
    Field(name="kind", label="Under", make=partial(Choice, options=of_words(ScopeKind))),
    Field(
        name="carries_over",
        label="Does this carry over?",
        make=partial(Choice, options=of_words(CarriesOver)),
        beside=True,
        shown=_came_over,
    ),
)


class SheetEditor(QWidget):
    """The sheet that holds: its setting, what still asks, and its lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = ScopeSheet(id="")
        self.form = Form(desk, SHEET)
        self.review = Remark(desk)
        self.asking = Asking(desk)
        self.board = Board(
            desk,
            self._sections,
            {ScopeLine: partial(Editor, desk, LINE)},
            follows=frozenset({"scope_line"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(16))
        for each in (self.form, self.review, self.asking, self.board):
            column.addWidget(each)

    def show_sheet(self, sheet: ScopeSheet) -> None:
        """Show a sheet and its lines."""
        if sheet.id != self._sheet.id:
            self.board.put_away()
        self._sheet = sheet
        if self.form.record is None or self.form.record.id != sheet.id:
            self.form.show_record(sheet)
        self.review.set_value(self._review_words())
        self.asking.show_asked(
            [
                Asked(record=ScopeLine, id=each.id, title=each.words, detail=each.kind.label)
                for each in self._lines()
                if each.carries_over is CarriesOver.ASKED
            ]
        )
        self.board.refresh()

    def add_line(self) -> None:
        """Add a line to what is inside the scope."""
        self.board.add(partial(ScopeLine, sheet=self._sheet.id))

    def open(self, line: ScopeLine) -> None:
        """Open a line."""
        self.board.open(line)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        self.board.flush()

    def _lines(self) -> list[ScopeLine]:
        return self._desk.session.all(ScopeLine, sheet=self._sheet.id) if self._sheet.id else []

    def _sections(self) -> Sequence[Section]:
        lines = self._lines()
        return [
            Section(
                key=kind.value,
                heading=kind.label,
                means=MEANS[kind],
                entries=tuple(_entry(each) for each in lines if each.kind is kind),
                add="Add a line",
                make=partial(ScopeLine, sheet=self._sheet.id, kind=kind),
            )
            for kind in ScopeKind
        ]

    def _review_words(self) -> str:
        due = self._sheet.review_on
        if due is None or due > self._desk.session.today():
            return ""
        return f"This sheet was to be looked at again on {day(due)}."


class PastSheet(QWidget):
    """A sheet that another has replaced: to read, and not to change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(6))

    def show_sheet(self, sheet: ScopeSheet) -> None:
        """Show a sheet and its lines as they were left."""
        clear(self._column)
        self._say(sheet.title or "Untitled setting", Size.RECORD)
        if sheet.agreed_with:
            self._say(f"Talked through with {sheet.agreed_with}", role="second")
        lines = self._desk.session.all(ScopeLine, sheet=sheet.id)
        for kind in ScopeKind:
            held = [each for each in lines if each.kind is kind]
            if held:
                self._column.addSpacing(self._desk.theme.px(10))
                self._say(kind.label, Size.HEADING)
            for each in held:
                self._say(each.words or "Untitled line", Size.MEDIUM)
                if each.detail:
                    self._say(each.detail, role="second")
                if each.carries_over is not None:
                    self._say(STATES[each.carries_over].word, Size.SECOND, role="third")
        if still_to_ask(lines):
            self._say("Some lines were never asked about.", role="third")

    def _say(self, words: str, size: Size = Size.BODY, role: str = "") -> None:
        label = PlainLabel(words, size, role=role, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)


def _entry(line: ScopeLine) -> Entry:
    state = STATES[line.carries_over] if line.carries_over else None
    return Entry(record=line, title=line.words or "Untitled line", detail=line.detail, state=state)
