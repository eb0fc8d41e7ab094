"""Coming back after time away, and what counts from elsewhere: the lists of the Before tab."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.plan import Strength
from ....domain.preceptorship import Preceptorship
from ....domain.returning import Equivalent, Recheck, Updating, first_question, in_days
from ...board import Board, MakeEditor, Section
from ...desk import Desk
from ...editor import Editor
from ...forms import Form
from ...labels import PlainLabel, Size
from .before_forms import (
    away_fields,
    equivalent_entry,
    equivalent_fields,
    recheck_entry,
    recheck_fields,
    updating_entry,
    updating_fields,
)
from .details_form import save_preceptorship
from .plan_entries import strength_entry
from .plan_forms import strength_fields
from .tab_bar import inset

# After HCPC's pages on returning to practice, as read in 2026.
HCPC_WORDS = (
    "If HCPC is your regulator: up to two years away asks for no updating, two to five years for "
    "30 days of it, five or more for 60. A day counts as seven hours, private study may be up to "
    "half, and whoever supervises has been registered for three years or more. (After HCPC’s "
    "pages on returning to practice, as read in 2026; look there for what holds now.)"
)


class ComingBack(QWidget):
    """The time away, what it gave, updating, and what to look at again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.form = Form(desk, away_fields(), save=partial(save_preceptorship, desk.session))
        self.board = Board(
            desk,
            self._sections,
            {
                Strength: partial(Editor, desk, strength_fields()),
                Updating: partial(Editor, desk, updating_fields()),
                Recheck: partial(Editor, desk, recheck_fields()),
            },
            follows=frozenset({"preceptorship", "strength", "updating", "recheck"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(inset(desk, PlainLabel("Coming back", Size.HEADING), self.form))
        column.addWidget(self.board)
        facts = PlainLabel(HCPC_WORDS, Size.SECOND, role="third", wraps=True)
        column.addWidget(inset(desk, facts))

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the way back that a preceptorship supports."""
        if preceptorship.id != self._preceptorship.id:
            self.board.put_away()
        self._preceptorship = preceptorship
        if self.form.record is None or self.form.record.id != preceptorship.id:
            self.form.show_record(preceptorship)
        self.board.refresh()

    def open(self, record: Any) -> None:
        """Open one of the lines."""
        self.board.open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        self.board.flush()

    def _sections(self) -> Sequence[Section]:
        held = self._preceptorship
        session, wanted = self._desk.session, held.id
        now = session.get(Preceptorship, wanted) or held
        strengths = [each for each in session.all(Strength, preceptorship=wanted) if each.from_away]
        updating = sorted(session.all(Updating, preceptorship=wanted), key=_day_of)
        rechecks = sorted(session.all(Recheck, preceptorship=wanted), key=_due)
        today = session.today()
        return (
            Section(
                key="recheck",
                heading="To look at again",
                entries=tuple(recheck_entry(each, on=today) for each in rechecks),
                nothing=first_question(now)
                or "Nothing yet: what to look at again before relying on it.",
                add="Add something to look at again",
                make=partial(Recheck, preceptorship=wanted),
            ),
            Section(
                key="strength-from-away",
                heading="What the time away gave",
                entries=tuple(strength_entry(each) for each in strengths),
                nothing="Time away teaches too: patience, planning, a view from the other side.",
                add="Add a strength",
                make=partial(Strength, preceptorship=wanted, from_away=True),
            ),
            Section(
                key="updating",
                heading="Updating",
                means=in_days(updating),
                entries=tuple(updating_entry(each) for each in updating),
                nothing="Supervised practice, formal study and private study, with how long each "
                "took. They are added up in days of seven hours.",
                add="Log updating",
                make=self._new_updating,
            ),
        )

    def _new_updating(self) -> Updating:
        return Updating(preceptorship=self._preceptorship.id, on=self._desk.session.today())


def elsewhere_board(desk: Desk, shown: Callable[[], Preceptorship]) -> Board:
    """Return the list of training and experience from elsewhere, for the preceptorship shown."""

    def sections() -> Sequence[Section]:
        wanted = shown().id
        held = desk.session.all(Equivalent, preceptorship=wanted)
        return (
            Section(
                key="equivalent",
                heading="From elsewhere",
                entries=tuple(equivalent_entry(each) for each in held),
                nothing="Training, mandatory courses or competences from another country, "
                "employer or sector: what is accepted here, and what is done again.",
                add="Add something from elsewhere",
                make=partial(Equivalent, preceptorship=wanted),
            ),
        )

    editors: dict[type, MakeEditor] = {Equivalent: partial(Editor, desk, equivalent_fields())}
    return Board(desk, sections, editors, follows=frozenset({"equivalent"}))


def _day_of(updating: Updating) -> str:
    return updating.on.isoformat() if updating.on else "~"


def _due(recheck: Recheck) -> tuple[bool, str]:
    due = recheck.due_on.isoformat() if recheck.due_on else "~"
    return recheck.rechecked_on is not None, due
