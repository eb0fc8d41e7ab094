"""The forms of the end: looking back, what comes next, celebrating; and of an opportunity."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ....domain.ending import Opportunity, Way
from ....domain.pillars import Pillar
from ....domain.words import count, day, listed, sentence, word_count
from ...desk import Desk
from ...entry_row import Entry
from ...fields.acts import Act, no_words
from ...fields.choices import Chips, Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field
from ...labels import PlainLabel, Size
from ...rows import State

STORY_WORDS = 100


class Counted(Text):
    """A text that says how many words it has as it is written; a number is only suggested."""

    def __init__(self, desk: Desk, *, about: int) -> None:
        super().__init__(desk, lines=4)
        self._about = about
        self.counted = PlainLabel("", Size.SECOND, role="third", wraps=True)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.counted)
        self.edit.textChanged.connect(self._count)
        self._count()

    def set_value(self, value: Any) -> None:
        """Show a text with its count."""
        super().set_value(value)
        self._count()

    def _count(self) -> None:
        words = word_count(self.edit.toPlainText())
        suggested = f"About {self._about} is a suggestion, and no more."
        self.counted.setText(f"{count(words, 'word')}. {suggested}")


def looking_back_fields(*, is_preceptor: bool) -> tuple[Field, ...]:
    """Return the form of the final review, said from one side or the other."""
    gained = "What they gained" if is_preceptor else "What I gained"
    doing = "What they will be doing" if is_preceptor else "What I will be doing"
    said = "My words as preceptor" if is_preceptor else "My preceptor’s words"
    return (
        Field(name="reviewed_on", label="Looked back on", make=Day),
        Field(
            name="strengths_gained",
            label=gained,
            help="Strengths, and what they make possible. Nobody marks this.",
            make=partial(Text, lines=3),
        ),
        Field(name="doing_next", label=doing, make=partial(Text, lines=2)),
        Field(name="preceptor_words", label=said, make=partial(Text, lines=2)),
    )


def none_for_now_fields() -> tuple[Field, ...]:
    """Return the one field for when nothing comes next."""
    return (
        Field(
            name="none_for_now",
            label="None for now, because",
            help="An answer like any other: a rest, a birth, a year to settle.",
            make=partial(Text, lines=1),
        ),
    )


def celebrating_fields(
    *, begin_thanks: Callable[[], Any], thanks_empty: Callable[[Any], bool]
) -> tuple[Field, ...]:
    """Return the form of the certificate, the letter and the story."""
    return (
        Field(
            name="certified_on",
            label="Certificate dated",
            help="It says that you went this way together, with both names and no grade.",
            make=Day,
        ),
        Field(
            name="thanks",
            label="A letter of thanks",
            help="What did they do that helped most? When did you notice? What stays with you?",
            make=partial(Text, lines=4),
        ),
        Field(
            name="begin_thanks",
            label="",
            make=partial(
                Act, words="Begin from a few words", act=begin_thanks, icon="letter", look="link"
            ),
            read=no_words,
            shown=thanks_empty,
        ),
        Field(
            name="story",
            label="A hundred words to share",
            help="What it was like and what it changed, for whoever comes after you.",
            make=partial(Counted, about=STORY_WORDS),
        ),
    )


def opportunity_fields() -> tuple[Field, ...]:
    """Return the form of something that could come after."""
    return (
        Field(name="words", label="What it is", make=Line),
        Field(
            name="way",
            label="Which way it leads",
            help="Staying is as good a way as any.",
            make=_way,
        ),
        Field(
            name="pillars",
            label="Pillars",
            help="The first one you choose is the main one.",
            make=partial(Chips, values=Pillar),
        ),
        Field(
            name="evidence_so_far",
            label="What I have for it already",
            make=partial(Text, lines=2),
        ),
        Field(name="first_step", label="First step", make=Line),
        Field(name="with_whom", label="Who can help", make=Line),
        Field(name="due_on", label="First step by", make=Day, beside=True),
        Field(name="done_on", label="Begun on", make=Day, beside=True),
    )


def opportunity_entry(opportunity: Opportunity) -> Entry:
    """Return what the planner says of an opportunity."""
    others = [each.label.casefold() for each in opportunity.pillars[1:]]
    also = f"also {listed(others)}" if others else ""
    step = opportunity.first_step.strip()
    by = f"by {day(opportunity.due_on)}" if opportunity.due_on else ""
    begun = opportunity.done_on
    return Entry(
        record=opportunity,
        title=sentence(opportunity.words.strip()) or "Untitled opportunity",
        detail=" · ".join(part for part in (step, also) if part),
        aside=(by,) if by and not begun else (),
        state=(
            State(icon="done", word=f"Begun {day(begun)}", role="accent")
            if begun
            else State(icon="forward", word=opportunity.way.label)
        ),
    )


def _way(desk: Desk) -> Choice:
    return Choice(desk, of_words(Way))
