"""Preceptor and clinical supervisor in one person: the second part is saved only with words.

The two are different roles. Where one person is to hold both, the app asks how it is known which
of them is meant, and holds the second back until that is written.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import Change, Edit
from ....domain.people import Person, PersonRole, lacks_role_clarity, plays_both_parts
from ....domain.preceptorship import Preceptorship
from ...desk import Desk
from ...fields.texts import Text
from ...labels import PlainLabel, Size
from ...remark import Remark
from ...session import Session
from .details_form import edits_of, save_preceptorship

PARTS = ("preceptor", "supervisor")
BOTH = (PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR)
WAITS = "The second part is not saved yet: it is saved together with the words below."
HELP = "For example by day, by place, or by saying so at the start of each meeting."
LABEL = "Which part is meant when"


class RolesOfPerson:
    """Saves a person; a second part that needs words waits here until there are some."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: dict[str, tuple[PersonRole, ...]] = {}

    def roles(self, person: Person) -> tuple[PersonRole, ...]:
        """Return the parts as they were chosen, with one that waits."""
        return self._waiting.get(person.id, person.roles)

    def asks(self, person: Person) -> bool:
        """Return whether someone has both parts, or would have with what waits."""
        return plays_both_parts(replace(person, roles=self.roles(person)))

    def words(self, person: Person) -> str:
        """Return what is said above the words: that a part waits for them."""
        if person.id not in self._waiting:
            return ""
        who = person.name or "This person"
        return f"{who} would be preceptor and clinical supervisor. {WAITS}"

    def save(self, before: Person, after: Person) -> bool:
        """Save a person with what waits, once there are words; return whether so."""
        if after.roles == before.roles:
            after = replace(after, roles=self.roles(after))
        if lacks_role_clarity(after) and not lacks_role_clarity(before):
            self._waiting[after.id] = after.roles
            # The rest of what was changed has nothing to wait for.
            return self._session.edit(before, replace(after, roles=before.roles), goes_on=True)
        self._waiting.pop(after.id, None)
        return self._session.edit(before, after, goes_on=True)


class RolesHere(QWidget):
    """The words that keep two parts in one preceptorship apart, asked for as soon as needed."""

    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._waiting: dict[str, Any] = {}
        self._preceptorship: Preceptorship | None = None
        px = desk.theme.px
        self.remark = Remark(desk)
        self.words = Text(desk, lines=2)
        self.words.set_names(LABEL, HELP, "clarity-here")
        self.words.changed.connect(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.remark)
        column.addWidget(PlainLabel(LABEL, Size.MEDIUM))
        column.addWidget(PlainLabel(HELP, Size.SECOND, role="third", wraps=True))
        column.addWidget(self.words)

    def drafted(self, preceptorship: Preceptorship) -> Preceptorship:
        """Return a preceptorship with the part that waits for words."""
        shown = self._preceptorship
        is_same = shown is not None and shown.id == preceptorship.id
        return replace(preceptorship, **self._waiting) if is_same else preceptorship

    def save(self, before: Preceptorship, after: Preceptorship) -> bool:
        """Save a preceptorship, or hold a second part back until there are words for it."""
        changed = {
            part: getattr(after, part)
            for part in PARTS
            if getattr(after, part) != getattr(before, part)
        }
        waiting = {part: held for part, held in self._waiting.items() if part not in changed}
        wanted = replace(after, **waiting)
        person = self._both(wanted)
        if person is not None and not person.role_clarity.strip() and (changed or waiting):
            self._waiting = {**waiting, **changed}
            after = replace(after, **{part: getattr(before, part) for part in PARTS})
            saved = save_preceptorship(self._desk.session, before, after)
        else:
            self._waiting = {}
            saved = save_preceptorship(self._desk.session, before, wanted)
        self.show_preceptorship(after)
        return saved

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Ask for words where one person has both parts, or would have."""
        if self._preceptorship is None or self._preceptorship.id != preceptorship.id:
            self._preceptorship, self._waiting = preceptorship, {}
        now = self._desk.session.get(Preceptorship, preceptorship.id) or preceptorship
        self._preceptorship = now
        person = self._both(self.drafted(now))
        self.setVisible(person is not None)
        if person is None:
            return
        says = f"{person.name or 'One person'} is preceptor and clinical supervisor here."
        if self._waiting:
            who = person.name or "One person"
            says = f"{who} would be preceptor and clinical supervisor. {WAITS}"
        self.remark.set_value(says if self._waiting or lacks_role_clarity(person) else "")
        if not self.words.is_being_typed_in():
            self.words.set_value(person.role_clarity)

    def flush(self) -> None:
        """Save what is being typed."""
        self.words.flush()

    def _both(self, preceptorship: Preceptorship) -> Person | None:
        if not preceptorship.preceptor or preceptorship.preceptor != preceptorship.supervisor:
            return None
        return self._desk.session.get(Person, preceptorship.preceptor)

    def _write(self) -> None:
        if self._preceptorship is None:
            return
        session = self._desk.session
        before = session.get(Preceptorship, self._preceptorship.id) or self._preceptorship
        after = self.drafted(before)
        person = self._both(after)
        words = self.words.value()
        if person is None or (self._waiting and not words):
            return
        if not self._waiting:
            session.edit(person, replace(person, role_clarity=words), goes_on=True)
            return
        edits = [each for each in edits_of(session, before, after) if each.record.id != person.id]
        roles = person.roles + tuple(role for role in BOTH if role not in person.roles)
        both = replace(person, role_clarity=words, roles=roles)
        edits.append(Edit(before=person, after=both))
        said = "One person in both parts, with words that keep them apart"
        if session.apply(Change(words=said, edits=tuple(edits))):
            self._waiting = {}
            self.saved.emit()
