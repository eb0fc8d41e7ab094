"""The names to look for and the finds that were set aside, edited where they stand."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from ..domain import kinds
from ..domain.dismissals import Dismissal, WatchedName
from ..domain.identified import known_as
from ..domain.identifiers.kinds import IdentifierKind
from ..domain.words import day, listed, sentence, shortened
from .board import Board, Section
from .desk import Desk
from .editor import Editor
from .entry_row import Entry
from .fields.texts import Line, Text
from .forms import Field
from .rows import State
from .session import Session

FOLLOWED = frozenset({"watched_name", "dismissal"})
KINDS = {each.value: each.label for each in IdentifierKind}
NAMES_MEAN = "People and places you want to be told of wherever they stand."
ASIDE_MEANS = "Let stand for a reason, and not told of again."


class KeptEditor(Editor):
    """A form that calls its way out by its own words, or has none."""

    def __init__(self, desk: Desk, fields: Sequence[Field], *, delete: str, said: str = "") -> None:
        super().__init__(desk, fields)
        self._said = said
        self.delete_button.setText(delete)
        self.delete_button.setAccessibleName(delete)
        self.delete_button.setVisible(bool(delete))

    def delete(self) -> None:
        """Delete the record shown, and say it in words of its own."""
        record = self.form.record
        if record is None or not self._said:
            super().delete()
            return
        self.form.flush()
        if self._desk.session.delete(record):
            self._desk.say(f"{self._said} · Undo with Ctrl+Z")


def identifier_board(desk: Desk) -> Board:
    """Return the board of names to look for and of what was set aside."""
    return Board(
        desk,
        partial(_sections, desk.session),
        {
            WatchedName: partial(
                KeptEditor,
                desk,
                (Field(name="name", label="The name", make=Line),),
                delete="Remove",
                said="Removed the name",
            ),
            Dismissal: partial(
                KeptEditor,
                desk,
                (Field(name="reason", label="Why it can stand", make=Text),),
                delete="Take it back",
                said="It is told of again",
            ),
        },
        follows=FOLLOWED,
    )


def _sections(session: Session) -> tuple[Section, ...]:
    names = sorted(session.all(WatchedName), key=_name)
    aside = sorted(session.all(Dismissal), key=_newest, reverse=True)
    return (
        Section(
            key="name",
            heading="Names to look for",
            means=NAMES_MEAN,
            entries=tuple(
                Entry(record=each, title=each.name.strip() or "A name to write") for each in names
            ),
            nothing="None yet. A name is kept here and leaves in no export but the archive.",
            add="Add a name",
            make=WatchedName,
        ),
        Section(
            key="aside",
            heading="Set aside",
            means=ASIDE_MEANS,
            entries=tuple(_aside(session, each) for each in aside),
            nothing="Nothing is set aside.",
        ),
    )


def _aside(session: Session, held: Dismissal) -> Entry:
    where = [_small(known_as(each)) for each in _records(session, held.about)]
    what = sentence(KINDS.get(held.kind, "something"))
    return Entry(
        record=held,
        title=f"{what} in {listed(where)}" if where else what,
        detail=" · ".join(part for part in (day(held.on), shortened(held.reason)) if part),
        state=State(icon="check", word="Set aside"),
    )


def _records(session: Session, wanted: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for each in wanted:
        held = (session.get(kind.record, each) for kind in kinds.KINDS)
        found += [record for record in held if record is not None][:1]
    return found


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _name(held: WatchedName) -> str:
    return held.name.casefold()


def _newest(held: Dismissal) -> tuple[str, str]:
    return (held.on.isoformat() if held.on else "", held.id)
