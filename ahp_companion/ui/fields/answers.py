"""Answers to the prompts of a reflection model, kept by prompt whatever the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.reflections import Prompt, Reflection, words_written
from ...domain.words import count, sentence
from ..columns import clear
from ..desk import Desk
from ..labels import PlainLabel, Size
from ..reading_order import set_reading_order
from .control import Control
from .prompts import PromptBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The answers of one reflection, with the model that asks."""

    reflection: str = ""
    model: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


class Answers(Control):
    """A box for each prompt of the model; answers to other models' prompts are kept unseen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = Asked()
        self.boxes: list[PromptBox] = []
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        self.kept = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.words = PlainLabel("", Size.SECOND, role="third")
        self.words.setObjectName("word-count")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, desk.theme.px(8), 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addLayout(self._boxes)
        column.addWidget(self.kept)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignRight)

    def value(self) -> Asked:
        """Return the answers as they stand, with those to other models' prompts."""
        answers = dict(self._asked.answers)
        for box in self.boxes:
            answers[box.prompt.key] = box.answer
        return replace(self._asked, answers={key: words for key, words in answers.items() if words})

    def set_value(self, value: Any) -> None:
        """Show answers; what is being typed into the same reflection is left alone."""
        before, self._asked = self._asked, value
        is_same = before.reflection == value.reflection
        if before.model != value.model or not self.boxes:
            self._make_boxes()
            is_same = False
        nothing_yet = not any(value.answers.get(box.prompt.key) for box in self.boxes)
        for at, box in enumerate(self.boxes):
            if is_same and (box.text.is_being_typed_in() or self._says(box)):
                continue
            is_open = (nothing_yet and at == 0) or (is_same and box.is_open)
            box.show_answer(value.answers.get(box.prompt.key, ""), is_open=is_open)
        self._count()

    def focus_widget(self) -> QWidget:
        """Return the first text or line."""
        if not self.boxes:
            return self
        return self.boxes[0].text.edit if self.boxes[0].is_open else self.boxes[0].line

    def is_being_typed_in(self) -> bool:
        """Return that it takes answers at any time: it leaves the box typed in alone itself."""
        return False

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        for box in self.boxes:
            box.text.flush()

    def set_names(self, label: str, _help_words: str, name: str) -> None:
        """Name the group; each box is named by its prompt."""
        self.setAccessibleName(label)
        self.setObjectName(name)

    def _says(self, box: PromptBox) -> bool:
        return box.answer == self._asked.answers.get(box.prompt.key, "")

    def _make_boxes(self) -> None:
        self.boxes = []
        clear(self._boxes)
        for number, prompt in enumerate(self._prompts(), start=1):
            box = PromptBox(self._desk, number, prompt)
            box.changed.connect(self._typed)
            self.boxes.append(box)
            self._boxes.addWidget(box)
        set_reading_order(self)

    def _prompts(self) -> tuple[Prompt, ...]:
        model = self._desk.session.catalogue.reflection_models.get(self._asked.model)
        if model:
            return model.prompts
        # A model that is not here any more: its answers are its prompts.
        keys = self._asked.answers or {"words": ""}
        return tuple(Prompt(key=key, heading=_heading(key), question="") for key in keys)

    def _typed(self) -> None:
        self._asked = self.value()
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        shown = {box.prompt.key for box in self.boxes}
        answers = {key: words for key, words in self._asked.answers.items() if words.strip()}
        written = words_written(answers)
        self.words.setText(count(written, "word"))
        self.words.setVisible(written > 0)
        others = len(answers.keys() - shown)
        self.kept.setText(
            f"{count(others, 'answer')} to another model’s prompts kept; back with that model."
        )
        self.kept.setVisible(others > 0)


def asked(reflection: Reflection) -> Asked:
    """Return what a reflection's form shows of its answers."""
    return Asked(reflection=reflection.id, model=reflection.model, answers=dict(reflection.answers))


def answered(reflection: Reflection, value: Asked) -> Reflection:
    """Return a reflection with the answers that its form holds."""
    return replace(reflection, answers=dict(value.answers))


def _heading(key: str) -> str:
    return sentence(key.replace("_", " "))
