"""Changes the preceptor: from whom, to whom, and what one hands to the next."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.changes import Change, Edit
from ...domain.meetings import Meeting
from ...domain.parts import meeting_edits, part_edits
from ...domain.people import Person, PersonRole
from ...domain.preceptor_changes import PreceptorChange
from ...domain.preceptorship import Preceptorship
from ..desk import Desk
from ..fields.choices import Choice
from ..fields.moments import Day
from ..fields.texts import Line, Text
from ..labels import PlainLabel, Size
from .frame import Frame

CLARITY = "Which part is meant when"
BOTH = (
    "They are your clinical supervisor too. The second part is saved only together with words "
    "on how you both know which of the two is meant."
)


class ChangePreceptor(Frame):
    """Asks who comes next, and for the words that go along."""

    def __init__(self, parent: QWidget | None, desk: Desk, preceptorship: Preceptorship) -> None:
        super().__init__(parent, desk.theme, "Change preceptor", act="Change preceptor")
        self._desk, self._preceptorship = desk, preceptorship
        self.person = _others(desk, preceptorship.preceptor)
        self.new_name = Line(desk)
        self.on = Day(desk)
        self.why = Text(desk, lines=2)
        self.handed_on = Text(desk, lines=3)
        self.still_open = Text(desk, lines=2)
        self.clarity = Text(desk, lines=2)
        self.column.addWidget(
            PlainLabel(
                "People move on; preceptorship goes on. Who came before stays on record, with "
                "every meeting you had.",
                role="second",
                wraps=True,
            )
        )
        self._put("Who comes next", self.person, "person")
        self._put("Or someone new", self.new_name, "new-name", "Their name; the rest can wait.")
        self._put("From", self.on, "on")
        self._put("Why", self.why, "why")
        self._put("What is handed on", self.handed_on, "handed-on", "What the next one should know")
        self._put("What is still open", self.still_open, "still-open")
        self.both = self._both()
        self.column.addWidget(self.both)
        self.person.set_value(None)
        self.on.set_value(desk.session.today())
        self.person.changed.connect(self._show)
        self.new_name.edit.textChanged.connect(self._show)
        self.clarity.edit.textChanged.connect(self._show)
        self._show()

    def change(self) -> Change | None:
        """Return the change that was asked for; None where nobody was chosen."""
        session = self._desk.session
        before = self._chosen()
        person = before or self._someone_new()
        now = session.get(Preceptorship, self._preceptorship.id)
        if person is None or now is None:
            return None
        self.on.flush()
        record = PreceptorChange(
            preceptorship=now.id,
            on=self.on.value(),
            from_person=now.preceptor,
            to_person=person.id,
            why=self.why.value(),
            handed_on=self.handed_on.value(),
            still_open=self.still_open.value(),
        )
        after = self._as_preceptor(person)
        edits = [Edit(before=before, after=after)] if after != before else []
        edits += self._moved(now, replace(now, preceptor=person.id))
        edits.append(Edit(after=record))
        return Change(words="Changed preceptor", edits=tuple(edits))

    def _moved(self, now: Preceptorship, then: Preceptorship) -> list[Edit]:
        """Return the edit of the preceptorship, and those of who came before and of meetings."""
        session = self._desk.session
        former = session.get(Person, now.preceptor)
        return [
            Edit(before=now, after=then),
            *part_edits(
                now,
                then,
                people=[former] if former else [],
                preceptorships=session.all(Preceptorship),
            ),
            *meeting_edits(now, then, session.all(Meeting, preceptorship=now.id)),
        ]

    def _chosen(self) -> Person | None:
        return self._desk.session.get(Person, self.person.value())

    def _someone_new(self) -> Person | None:
        name = self.new_name.value()
        return Person(name=name) if name else None

    def _as_preceptor(self, person: Person) -> Person:
        """Return a person with the part of preceptor, and the words that it asked for."""
        if PersonRole.PRECEPTOR not in person.roles:
            person = replace(person, roles=(*person.roles, PersonRole.PRECEPTOR))
        words = "" if self.both.isHidden() else self.clarity.value()
        return replace(person, role_clarity=words) if words else person

    def _put(self, label: str, control: Any, name: str, help_words: str = "") -> None:
        control.set_names(label, help_words, name)
        self.put(label, control, help_words)

    def _both(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.clarity.set_names(CLARITY, BOTH, "clarity")
        column.addWidget(PlainLabel(BOTH, role="warn", wraps=True))
        column.addWidget(PlainLabel(CLARITY, Size.MEDIUM))
        column.addWidget(self.clarity)
        return holder

    def _show(self) -> None:
        person = self._chosen()
        is_both = person is not None and (
            person.id == self._preceptorship.supervisor
            or PersonRole.CLINICAL_SUPERVISOR in person.roles
        )
        asks = is_both and person is not None and not person.role_clarity.strip()
        self.both.setVisible(asks)
        has_someone = person is not None or bool(self.new_name.value())
        self.act.setEnabled(has_someone and (not asks or bool(self.clarity.value())))


def _others(desk: Desk, preceptor: str | None) -> Choice:
    # No method of the dialog's: a control that holds its dialog outlives it in Python alone.
    def options() -> Iterable[tuple[Any, str]]:
        held = desk.session.all(Person)
        return [(each.id, each.name or "Not named yet") for each in held if each.id != preceptor]

    return Choice(desk, options, nothing="Nobody yet")
