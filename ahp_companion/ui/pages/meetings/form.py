"""The form of a meeting: planned, held, with whom, and which of two parts it belongs to."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from ....domain.meetings import Meeting, MeetingKind, MeetingStage
from ....domain.people import Person, lacks_role_clarity, plays_both_parts
from ....domain.preceptorship import Preceptorship, name
from ....domain.words import listed
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Check, Choice, of_words
from ...fields.links import Links
from ...fields.moments import Clock, Day, Minutes
from ...fields.texts import Line, Text
from ...forms import Field
from ...mix_choice import mix_choice
from ...remark import Remark
from .agenda import Agenda

PARTS = {
    MeetingKind.PRECEPTORSHIP: "This is a preceptorship meeting: how you are finding your feet, "
    "not your cases.",
    MeetingKind.CLINICAL_SUPERVISION: "This is clinical supervision: your cases and your "
    "reasoning. It is kept apart from preceptorship.",
}


class PeopleLinks(Links):
    """Links to people, with a way to add someone who is not on the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Person, add="Choose someone")
        self.new_button = button(desk, "Someone new", self.add_person, icon="person", look="link")
        self._buttons.insertWidget(1, self.new_button)

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name both buttons."""
        super().set_names(label, help_words, name)
        self.new_button.setAccessibleName(f"{label}: Someone new")
        self.new_button.setObjectName(f"{name}-new")

    def add_person(self) -> None:
        """Add a person, link them, and go to where they can be named."""
        person = Person()
        if self._desk.session.add(person):
            self.link(person.id)
            self._desk.go_to(person)


def meeting_fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a meeting."""
    return (
        Field(
            name="title",
            label="",
            make=partial(Line, is_title=True, placeholder="What is it about?"),
        ),
        *_moment_fields(),
        Field(name="kind", label="Kind", make=partial(_words, values=MeetingKind)),
        Field(
            name="stage",
            label="Stage",
            make=partial(_words, values=MeetingStage),
            beside=True,
            shown=_is_preceptorship,
        ),
        Field(name="preceptorship", label="Part of", make=_preceptorship, beside=True),
        Field(
            name="part_remark",
            label="",
            make=partial(Remark, icon="people", warns=False),
            read=partial(part_words, desk),
            shown=partial(_has_part_words, desk),
        ),
        Field(name="people", label="With", make=PeopleLinks),
        Field(name="mix", label="Learning", make=mix_choice),
        Field(name="place", label="Where", make=partial(Line, placeholder="A room, or online")),
        *_said_fields(),
    )


def _said_fields() -> tuple[Field, ...]:
    return (
        Field(name="agenda", label="Agenda", make=Agenda),
        Field(
            name="record",
            label="What was said",
            help="Nothing here that could name or describe a patient.",
            make=partial(Text, lines=5),
        ),
        Field(
            name="private",
            label="",
            make=partial(Check, words="Private: stays out of every export"),
        ),
    )


def _moment_fields() -> tuple[Field, ...]:
    return (
        Field(name="planned_on", label="Planned for", make=Day),
        Field(name="planned_at", label="At", make=Clock, beside=True),
        Field(name="held_on", label="Held on", make=Day, beside=True),
        Field(name="minutes", label="Length", make=Minutes, beside=True),
    )


def part_words(desk: Desk, meeting: Meeting) -> str:
    """Return which of two parts a meeting belongs to, where someone in it plays both."""
    part = PARTS.get(meeting.kind)
    found = [desk.session.get(Person, each) for each in meeting.people]
    both = [each for each in found if each is not None and plays_both_parts(each)]
    if part is None or not both:
        return ""
    who = listed([each.name or "Someone here" for each in both])
    words = f"{who} is your preceptor and your clinical supervisor. {part}"
    if any(lacks_role_clarity(each) for each in both):
        words += " How the two are kept apart is not written down yet: open them to do that."
    return words


def _has_part_words(desk: Desk, meeting: Any) -> bool:
    return bool(part_words(desk, meeting))


def _is_preceptorship(meeting: Any) -> bool:
    return bool(meeting.kind is MeetingKind.PRECEPTORSHIP)


def _words(desk: Desk, values: Any) -> Choice:
    return Choice(desk, of_words(values))


def _preceptorship(desk: Desk) -> Choice:
    def options() -> Iterable[tuple[Any, str]]:
        return [(each.id, name(each)) for each in desk.session.all(Preceptorship)]

    return Choice(desk, options, nothing="No preceptorship")
