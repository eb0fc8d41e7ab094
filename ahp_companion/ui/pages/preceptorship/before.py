"""The tab of what comes before: the change itself, coming back to work, and from elsewhere."""

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ....domain.plan import Need, Objective, Strength
from ....domain.preceptorship import Preceptorship, Side, Transition
from ....domain.returning import Equivalent, is_coming_back
from ....domain.words import count
from ...buttons import button
from ...desk import Desk
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from .before_boards import ComingBack, elsewhere_board
from .before_workbooks import BeforeWorkbooks
from .folded import Folded
from .starter import left_by, pick_from_earlier, pick_from_starter_plan, starter_plan_of
from .tab_bar import column_in, inset

FOLLOWED = frozenset({"preceptorship", "strength", "need", "objective", "equivalent"})


class BeforePart(QWidget):
    """What a change often takes, and a way to begin from it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.change = PlainLabel("", Size.HEADING, wraps=True)
        self.about = PlainLabel("", wraps=True)
        self.length = PlainLabel("", role="second", wraps=True)
        self.facts = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self.hint = PlainLabel("", role="second", wraps=True)
        self.workbooks = BeforeWorkbooks(desk)
        self.back = ComingBack(desk)
        self.elsewhere = elsewhere_board(desk, self._shown)
        self.elsewhere_fold = Folded(
            desk, "Training or experience from elsewhere", self.elsewhere, name="elsewhere"
        )
        column = column_in(desk, self)
        column.setSpacing(px(12))
        said = (self.change, self.about, self.length, self.hint)
        column.addWidget(inset(desk, *said, self._buttons(), self.facts, self.workbooks))
        column.addWidget(self.back)
        column.addWidget(self.elsewhere_fold)
        self._following = Following(self, desk.session, FOLLOWED, self._show)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show what belongs before a preceptorship."""
        is_other = preceptorship.id != self._preceptorship.id
        self._preceptorship = preceptorship
        if is_other:
            self.elsewhere.put_away()
            is_international = preceptorship.transition is Transition.INTERNATIONAL
            self.elsewhere_fold.show_held(is_international or self._has_elsewhere())
        self._show()

    def open(self, record: Any) -> None:
        """Open something to look at again, updating, or something from elsewhere."""
        if isinstance(record, Equivalent):
            self.elsewhere_fold.show_held(True)
            self.elsewhere.open(record)
        else:
            self.back.open(record)

    def look(self) -> None:
        """Look at the starter plan."""
        pick_from_starter_plan(self, self._desk, self._preceptorship)

    def bring(self) -> None:
        """Look at what the preceptorship before leaves to this one."""
        pick_from_earlier(self, self._desk, self._preceptorship)

    def flush(self) -> None:
        """Save what is being typed."""
        self.back.flush()
        self.elsewhere.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _shown(self) -> Preceptorship:
        return self._preceptorship

    def _buttons(self) -> QWidget:
        desk = self._desk
        self.look_button = button(
            desk, "Look at the starter plan", self.look, look="primary", name="starter-plan"
        )
        self.bring_button = button(
            desk, "Bring over from the one before", self.bring, icon="forward", name="bring-over"
        )
        holder = QWidget()
        line = FlowLayout(holder)
        line.addWidget(self.look_button)
        line.addWidget(self.bring_button)
        return holder

    def _show(self) -> None:
        now = self._desk.session.get(Preceptorship, self._preceptorship.id)
        self._preceptorship = now or self._preceptorship
        held = self._preceptorship
        plan = starter_plan_of(self._desk.session, held)
        self.change.setText(held.transition.label)
        self.look_button.setVisible(plan is not None)
        for label, words in (
            (self.about, plan.about if plan else ""),
            (self.length, _length(plan.months, plan.months_words) if plan else ""),
            (self.facts, "\n\n".join(plan.facts) if plan else ""),
            (self.hint, self._hint()),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        follows = held.follows
        self.bring_button.setVisible(bool(follows and left_by(self._desk.session, follows)))
        self.workbooks.show_preceptorship(held)
        self.back.setVisible(is_coming_back(held))
        if is_coming_back(held):
            self.back.show_preceptorship(held)
        self.elsewhere.refresh()

    def _hint(self) -> str:
        session, wanted = self._desk.session, self._preceptorship.id
        is_begun = any(
            session.all(kind, preceptorship=wanted) for kind in (Strength, Need, Objective)
        )
        whose = "your" if self._preceptorship.side is Side.PRECEPTEE else "their"
        return (
            ""
            if is_begun
            else f"Is this {whose} change? If not, choose it under Details first. Then look at "
            "the starter plan and tick what fits."
        )

    def _has_elsewhere(self) -> bool:
        return bool(self._desk.session.all(Equivalent, preceptorship=self._preceptorship.id))


def _length(months: int, why: str) -> str:
    return f"Often suggested: {count(months, 'month')}. {why} You set the length under Details."
